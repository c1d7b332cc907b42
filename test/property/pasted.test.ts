import assert from 'node:assert/strict';
import fc from 'fast-check';
import { explainPasted } from '../../src/diagnosis/pastedAnswer.ts';
import { servicesIn } from '../../src/diagnosis/pastedService.ts';
import { readPastedText } from '../../src/diagnosis/pastedText.ts';
import { exchangeReport } from '../../src/diagnosis/report.ts';
import { builtInServices } from '../../src/services/registry.ts';

const services = builtInServices();
/** Keys of three services; made of words, and none of them opens anything. */
const keys = [
  'pha_org_practice_property_0000000000001',
  'pylf_v1_eu_practiceproperty0000000000000000001',
  'fw_practiceproperty00000000000000001',
];
const service = fc.constantFrom(...services.list().map(({ id }) => id));
const status = fc.integer({ min: 100, max: 599 });
const key = fc.constantFrom(...keys);
/** Where keys stand in what people paste. */
const request = fc
  .tuple(key, key, fc.string({ unit: 'binary' }))
  .chain(([one, other, noise]) =>
    fc.constantFrom(
      `curl https://api.phare.io/uptime/monitors -H 'Authorization: Bearer ${one}' -H 'X-Other: ${other}'`,
      `curl "https://api.flare.io/x?token=${one}" -u user:${other} -d '{"key":"${one}"}'`,
      `GET /uptime/monitors HTTP/1.1\nHost: api.phare.io\nAuthorization: ${one}\nX-Api-Key: ${other}\n\n${noise}`,
      `> GET /?k=${one} HTTP/2\n> Authorization: Bearer ${other}\n`,
      `https://${one}:${other}@api.phare.io/${one}`,
      `${noise} ${one} ${noise}`,
      `-${one}-`,
      `GET /x?next=https%3A%2F%2Fa.test%2F${one}`,
      `GET /a_${one}.json`,
    ),
  );

describe('Pasted text', () => {
  it('shows no key, wherever it stands', () => {
    fc.assert(
      fc.property(service, status, request, key, key, (id, code, asked, inHeader, inBody) => {
        const explanation = explainPasted(
          {
            service: id,
            status: code,
            headers: { 'x-echo': inHeader, server: inBody, [inHeader]: 'x', location: `https://a.test/?${inBody}` },
            body: JSON.stringify({ message: `bad ${inBody}`, detail: inHeader, error: { message: inBody } }),
            request: asked,
          },
          services,
        );
        const { secrets: _, ...read } = explanation.request;
        const report = exchangeReport(explanation.exchange, {
          definition: services.get(id),
          connection: undefined,
          services: services.list(),
          versions: ['Bearings'],
          diagnoses: explanation.diagnoses,
        });
        const shown = JSON.stringify([explanation.exchange, explanation.diagnoses, read]) + report;
        for (const secret of keys) assert.ok(!shown.includes(secret.slice(0, -4)), `${secret} in ${shown}`);
      }),
    );
  });

  it('never throws, whatever is pasted', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), request);
    fc.assert(
      fc.property(service, status, anything, anything, (id, code, text, more) => {
        const read = readPastedText(`${text}\n${more}`);
        servicesIn(text, services.list());
        explainPasted(
          { service: id, status: code, headers: { 'x-a': more, [text]: more }, body: text, request: more },
          services,
        );
        explainPasted(
          {
            service: id,
            status: code,
            headers: read.headers,
            body: read.body,
            ...(read.request && { request: read.request }),
          },
          services,
        );
      }),
    );
  });
});

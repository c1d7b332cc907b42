import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import type { Exchange } from '../../../src/client/exchange.ts';
import { collectFacts } from '../../../src/diagnosis/facts.ts';
import type { Diagnosis } from '../../../src/diagnosis/diagnosis.ts';
import { RANKING } from '../../../src/diagnosis/ranking.ts';
import { unknown } from '../../../src/diagnosis/rules/unknown.ts';
import { builtInServices } from '../../../src/services/registry.ts';
import { sampleConnection } from '../../support/samples.ts';
import { proseCases } from './proseCases.ts';
import type { ProseCase } from './proseSituations.ts';

const services = builtInServices();
const folder = new URL('prose/', import.meta.url);
const rules = new Map([...RANKING.map(({ rule }) => rule), unknown].map((rule) => [rule.name, rule]));

/** What a rule says of a situation, as the panel shows it. */
function prose({ variant, ...planted }: ProseCase, rule: string): string {
  const { service = 'phare', status, body, headers = {}, connection, exchange, surroundings } = planted;
  const definition = services.get(service);
  const own = sampleConnection({ service, baseUrl: definition.regions[0]?.baseUrl ?? '', ...connection });
  const bodyText = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  const whole: Exchange = {
    id: 'one',
    connection: own.id,
    service,
    scope: planted.scope ?? { by: 'none' },
    request: {
      method: planted.method ?? 'GET',
      url: `${own.baseUrl}${planted.path ?? '/uptime/monitors'}`,
      headers: {},
    },
    ...(status !== undefined && {
      response: { status, headers, bodyText, sizeBytes: bodyText.length, truncated: false },
    }),
    startedAt: '2026-10-04T12:00:00.000Z',
    durationMs: 1,
    hops: [],
    callsSpent: 1,
    notes: [],
    ...exchange,
  };
  const facts = collectFacts(whole, { definition, connection: own, ...surroundings });
  const found = rules.get(rule)?.(facts);
  assert.ok(found, `${rule} finds nothing: ${variant}`);
  return written(variant, found);
}

function written(variant: string, { cause, certainty, title, explanation, evidence, actions }: Diagnosis): string {
  const lines = [`## ${variant}`, `**${title}** (${cause}, ${certainty})`, explanation];
  const offered = actions.length === 0 ? [] : [`Offers: ${actions.map((action) => action.title).join(', ')}`];
  return [...lines, evidence.map((line) => `- ${line}`).join('\n'), ...offered].join('\n\n');
}

describe('What is said of each cause', () => {
  it('is written down for every rule', () => {
    assert.deepEqual(Object.keys(proseCases).toSorted(), [...rules.keys()].toSorted());
    assert.deepEqual(readdirSync(folder).toSorted(), [...rules.keys()].map((name) => `${name}.md`).toSorted());
  });

  for (const [rule, cases] of Object.entries(proseCases)) {
    it(`by ${rule} is what prose/${rule}.md says`, () => {
      const expected = readFileSync(new URL(`${rule}.md`, folder), 'utf8').trim();
      assert.equal([`# ${rule}`, ...cases.map((planted) => prose(planted, rule))].join('\n\n'), expected);
    });
  }
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Secret } from '../../src/base/secret.ts';
import type { Exchange } from '../../src/client/exchange.ts';
import { entryToKeep } from '../../src/client/history.ts';
import { readEntry, writeEntry } from '../../src/client/historyRecord.ts';
import { builtInServices } from '../../src/services/registry.ts';

const definitions = builtInServices().list();

/** Keys of each service, none of which is stored: only their form tells them. */
const typed = fc
  .tuple(
    fc.constantFrom('pha_org_', 'pha_prj_', 'fw_', 'pylf_v1_us_', 'pylf_v2_eu_'),
    fc.stringMatching(/^[A-Za-z0-9]{16,40}$/u),
  )
  .map(([beginning, rest]) => ({ key: beginning + rest, rest }));
const stored = fc.stringMatching(/^[A-Za-z0-9_+/=-]{16,40}$/u);
/** Text around a key: not a letter or digit right before it, which would make it the end of a longer word. */
const before = fc.constantFrom('', ' ', '"', '=', '/', '?a=', 'key: ', '{"a":"', '\n', 'ü');
const after = fc.constantFrom('', ' ', '"', '&b=c', '"}', '\n', '?', ',');
const places = [
  'path',
  'pathValue',
  'query',
  'queryName',
  'header',
  'headerName',
  'body',
  'answer',
  'url',
  'note',
] as const;

function entryWith(place: (typeof places)[number], text: string) {
  const at = (candidate: (typeof places)[number]) => (candidate === place ? text : 'harmless');
  const exchange: Exchange = {
    id: 'e',
    connection: 'c',
    service: 'phare',
    scope: { by: 'none' },
    request: { method: 'GET', url: `https://api.example.test/${encodeURI(at('url'))}`, headers: {} },
    response: {
      status: 200,
      headers: { 'x-echo': at('answer') },
      bodyText: at('answer'),
      sizeBytes: 1,
      truncated: false,
    },
    startedAt: '2026-11-21T08:10:33.123Z',
    durationMs: 1,
    hops: [{ url: `https://api.example.test/${encodeURI(at('url'))}`, status: 302 }],
    callsSpent: 1,
    notes: [at('note')],
  };
  const draft = {
    method: 'POST',
    path: `/${at('path')}`,
    pathValues: { id: at('pathValue') },
    query: [{ name: at('queryName'), value: at('query') }],
    headers: [{ name: at('headerName'), value: at('header') }],
    body: at('body'),
  };
  return { connection: 'c', connectionTitle: 'Phare', draft, exchange };
}

describe('the history', () => {
  it('never holds a key, wherever it was typed or came back, and is read as it was written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        typed,
        stored,
        before,
        after,
        (place, { key, rest }, own, left, right) => {
          for (const [secret, part] of [
            [key, rest],
            [own, own],
          ] as const) {
            const entry = entryWith(place, `${left}${secret}${right}`);
            const kept = entryToKeep(entry, { keys: [new Secret(own)], definitions });
            const text = writeEntry(kept);
            assert.ok(!text.toLowerCase().includes(part.toLowerCase()), text);
            assert.deepEqual(readEntry(text), kept);
          }
        },
      ),
    );
  });
});

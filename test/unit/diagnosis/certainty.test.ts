import assert from 'node:assert/strict';
import type { Rule } from '../../../src/diagnosis/rule.ts';
import { keyInvalid } from '../../../src/diagnosis/rules/keyInvalid.ts';
import { permission } from '../../../src/diagnosis/rules/permission.ts';
import { wrongAddress } from '../../../src/diagnosis/rules/wrongAddress.ts';
import {
  type ProseCase,
  bound,
  factsOf,
  flare,
  luminous,
  named,
  page,
  probe,
  said,
  seen,
  sent,
  write,
} from './proseSituations.ts';

type Row = readonly [name: string, expected: string | undefined, situation: Omit<ProseCase, 'variant'>];

function testRule(rule: Rule, rows: readonly Row[]): void {
  for (const [name, expected, situation] of rows) {
    it(`${expected ?? 'not said'}: ${name}`, () => {
      const found = rule(factsOf(situation));
      assert.equal(found && `${found.cause} ${found.certainty}`, expected);
    });
  }
}

const silent = { status: 401 } as const;
const list = { path: '/projects' } as const;
const entry = { path: '/uptime/monitors/9', scope: named } as const;
const probes = (...all: Parameters<typeof probe>[]) => ({ surroundings: { probes: all.map((one) => probe(...one)) } });
const keyRefused = probes(['key', 401, 'GET /projects']);
const keyGood = probes(['key', 200, 'GET /projects']);
const refusedBefore = {
  surroundings: { history: [seen({ status: 401, succeeded: false, operation: 'GET /projects', project: undefined })] },
};
const likely = 'key-invalid likely';
const possible = 'key-invalid possible';

describe('How sure a key is said not to be accepted', () => {
  testRule(keyInvalid, [
    ['a 401 without words to what needs no project', likely, { ...silent, ...list }],
    ['the same where a project was named', likely, { ...silent, scope: named }],
    ['the same where none was named', possible, silent],
    ['a key of one project that names none', likely, { ...silent, connection: bound }],
    ['a key of one project that names one', possible, { ...silent, connection: bound, scope: named }],
    [
      'a key that worked, with a project that did not',
      possible,
      {
        ...silent,
        scope: named,
        surroundings: { history: [seen({ project: '1002', operation: 'GET /alert-rules' })] },
      },
    ],
    [
      'a key that worked with that project',
      likely,
      { ...silent, scope: named, surroundings: { history: [seen({})], knownProjects: [luminous] } },
    ],
    ['another project than the selected one', possible, { ...silent, scope: named, exchange: { against: '1002' } }],
    [
      'the same where the key check is refused',
      likely,
      {
        ...said(401, 'Forbidden'),
        scope: named,
        exchange: { against: '1002' },
        ...probes(['key', 403, 'GET /projects']),
      },
    ],
    [
      'a key that worked, and a change that is not allowed',
      possible,
      { ...write, ...said(401, 'You are not allowed to do this'), surroundings: { history: [seen({})] } },
    ],
    [
      'a text that is like no key of the service',
      likely,
      { ...silent, connection: { keyKind: 'unknown' }, exchange: sent({}) },
    ],
    ['a 403 without words', possible, { status: 403, scope: named }],
    ['a 403 to a key that worked', undefined, { status: 403, scope: named, surroundings: { history: [seen({})] } }],
    ['a 403, and the key check is refused', likely, { status: 403, scope: named, ...keyRefused }],
    ['a 400, and the key check is refused', possible, { status: 400, scope: named, ...keyRefused }],
    ['the key check is refused alike', 'key-invalid proved', { ...silent, scope: named, ...keyRefused }],
    ['the same, and the words say more', likely, { ...said(401, 'Ключ не підійшов'), scope: named, ...keyRefused }],
    [
      'the same, and the time of the key is over',
      likely,
      {
        ...silent,
        scope: named,
        ...keyRefused,
        exchange: sent({ jwt: { expiresAt: '2026-10-01T00:00:00.000Z' } }),
      },
    ],
    ['the key check is answered', undefined, { ...silent, scope: named, ...keyGood }],
    [
      'another read is answered',
      undefined,
      { ...silent, scope: named, ...probes(['area', 200, 'GET /uptime/incidents']) },
    ],
    [
      'it is good in another region',
      undefined,
      { ...silent, scope: named, ...probes(['region', 200, 'GET /projects']) },
    ],
    ['words that name it, with 403', likely, { ...said(403, 'Invalid API key'), scope: named }],
    ['words that name it, of an exchanged token', possible, { ...flare, ...said(403, 'Invalid API key') }],
    [
      'words that name it and a role',
      possible,
      { ...said(403, 'Invalid API key. Only owners may do this.'), scope: named },
    ],
    ['words that name a permission', undefined, { ...said(403, 'Missing permission uptime:read'), scope: named }],
    [
      'fields of the content',
      undefined,
      { ...write, status: 422, body: { errors: { name: ['is required'] } }, ...keyRefused },
    ],
    ['an entry that is not found', undefined, { ...entry, ...said(404, 'Not found'), ...refusedBefore }],
    ['a list that is not found', possible, { ...said(404, 'Not found'), scope: named, ...refusedBefore }],
    ['a role that is not found', undefined, { ...write, ...said(404, 'No user with that role'), ...refusedBefore }],
  ]);
});

describe('How sure a permission is said to lack', () => {
  const readGood = { surroundings: { history: [seen({})], knownProjects: [luminous] } };
  testRule(permission, [
    ['a change refused after a read', 'permission-read-only likely', { ...write, status: 403, ...readGood }],
    ['the same with a 401', 'permission-read-only possible', { ...write, status: 401, ...readGood }],
    ['the same with a 404', 'permission-read-only possible', { ...write, status: 404, ...readGood }],
    [
      'the same with a permission of the documents',
      'permission-read-only proved',
      { ...write, ...said(403, 'Missing permission uptime:write'), ...readGood },
    ],
    [
      'a permission named for a key of one project, of what is about all',
      'permission-missing likely',
      { method: 'POST', path: '/projects', ...said(403, 'Missing permission platform:write'), connection: bound },
    ],
    ['nothing was read before', 'permission-missing possible', { ...write, status: 403 }],
    ['the very same read was answered before', undefined, { status: 403, scope: named, ...readGood }],
    [
      'a read refused beside a good key and project',
      'permission-none likely',
      {
        status: 403,
        scope: named,
        surroundings: { probes: [probe('key', 200, 'GET /projects')], knownProjects: [luminous] },
      },
    ],
    [
      'the same with a 401',
      'permission-none likely',
      {
        status: 401,
        scope: named,
        surroundings: { probes: [probe('key', 200, 'GET /projects')], knownProjects: [luminous] },
      },
    ],
    [
      'the same with a 404 to a list',
      'permission-none likely',
      {
        status: 404,
        scope: named,
        surroundings: { probes: [probe('key', 200, 'GET /projects')], knownProjects: [luminous] },
      },
    ],
    [
      'the same with a 404 to an entry',
      undefined,
      {
        ...entry,
        status: 404,
        surroundings: { probes: [probe('key', 200, 'GET /projects')], knownProjects: [luminous] },
      },
    ],
    ['a read without a project', undefined, { status: 403 }],
    [
      'words of permissions where no project was named',
      'permission-none possible',
      said(403, 'Insufficient permissions'),
    ],
    [
      'words of permissions beside a project',
      'permission-none likely',
      { ...said(403, 'Insufficient permissions'), scope: named },
    ],
    [
      'words of permissions for a project that the key does not list',
      'permission-none possible',
      {
        ...said(403, 'Insufficient permissions'),
        scope: { ...named, project: '9' },
        surroundings: { knownProjects: [luminous] },
      },
    ],
    ['words of a key', undefined, { ...said(403, 'Invalid API key: insufficient permissions'), scope: named }],
    ['a field that is read-only', undefined, { ...write, ...said(422, 'read_only must be a boolean') }],
    [
      'an offer of two causes',
      'permission-none possible',
      { ...entry, ...said(404, 'Not found or you do not have access') },
    ],
  ]);
});

describe('How sure an address is said to be wrong', () => {
  const nothing = { ...said(404, 'Nothing here'), scope: named };
  testRule(wrongAddress, [
    ['a page in place of a list', 'wrong-address likely', page(200, 'Welcome')],
    [
      'the same where the key worked',
      'wrong-address possible',
      { ...page(200, 'Welcome'), surroundings: { history: [seen({})] } },
    ],
    ['a page that a request is too large', 'wrong-address possible', page(413, 'Request Entity Too Large')],
    ['a page of a gateway', 'wrong-address possible', page(403, 'Request blocked by the web application firewall')],
    ['a page of a fault', undefined, page(502, 'Bad Gateway')],
    ['a page of a proxy', undefined, page(407, 'Proxy Authentication Required')],
    [
      'the key check is not found either',
      'wrong-address likely',
      { ...nothing, ...probes(['key', 404, 'GET /projects']) },
    ],
    ['the key check is refused otherwise', undefined, { ...nothing, ...probes(['key', 401, 'GET /projects']) }],
    [
      'the same where the words name the key',
      undefined,
      { ...said(404, 'Invalid API key'), scope: named, ...probes(['key', 404, 'GET /projects']) },
    ],
    ['words of a route', 'wrong-address likely', { ...said(404, 'no route matched with those values'), scope: named }],
    [
      'the same at a path that is not documented',
      undefined,
      { ...said(404, 'no route matched'), path: '/nowhere', scope: named },
    ],
    ['a list with another slash at its end', undefined, { ...said(404, 'Nothing here'), path: '/projects/' }],
    ['a role that is not found', undefined, { ...said(404, 'No user with that role'), ...list }],
    [
      'another host after a redirect',
      undefined,
      {
        ...page(200, 'Welcome'),
        exchange: {
          hops: [{ url: 'https://api.phare.io/uptime/monitors', status: 302 }],
          request: { method: 'GET', url: 'https://elsewhere.example/', headers: {} },
        },
      },
    ],
  ]);

  it('offers to change it first', () => {
    const found = wrongAddress(factsOf(page(200, 'Welcome')));
    assert.deepEqual(
      found?.actions.map(({ command }) => command),
      ['bearings.changeAddress', 'bearings.sendAgain'],
    );
  });
});

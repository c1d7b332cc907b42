import assert from 'node:assert/strict';
import type { RequestDraft } from '../../../src/client/draft.ts';
import { prepare } from '../../../src/client/prepare.ts';
import type { Connection, Project } from '../../../src/connections/connection.ts';
import { luminous } from '../../support/compose.ts';
import { phare, sampleConnection, sampleSpec } from '../../support/samples.ts';

function refusal(draft: Partial<RequestDraft>, connection: Partial<Connection> = {}): string {
  const whole: RequestDraft = { connection: 'one', method: 'GET', path: '/projects', ...draft };
  const spec = prepare(whole, sampleConnection(connection), phare, undefined);
  assert.ok(!spec.ok, `${JSON.stringify(draft)} was accepted`);
  assert.equal(spec.error.kind, 'not-sent');
  assert.equal(spec.error.reason, 'invalid-request');
  return spec.error.message;
}

const address = (draft: Partial<RequestDraft>, connection: Partial<Connection> = {}) =>
  sampleSpec({ draft, connection }).url.href;

describe('prepare: the address', () => {
  const paths: readonly (readonly [string, string, string])[] = [
    ['/projects', 'https://api.phare.io/projects', '/projects'],
    [' /projects ', 'https://api.phare.io/projects', '/projects'],
    ['/', 'https://api.phare.io/', '/'],
    ['/projects/', 'https://api.phare.io/projects/', '/projects/'],
    ['/projects?page=2&per_page=5', 'https://api.phare.io/projects?page=2&per_page=5', '/projects'],
    ['/projects#top', 'https://api.phare.io/projects', '/projects'],
    ['/users?email=a%2Bb%40c.d', 'https://api.phare.io/users?email=a%2Bb%40c.d', '/users'],
    ['/uptime/monitors/a b', 'https://api.phare.io/uptime/monitors/a%20b', '/uptime/monitors/a%20b'],
    ['/projects/../users', 'https://api.phare.io/users', '/users'],
    ['/a/%2e%2e/users', 'https://api.phare.io/users', '/users'],
    ['//evil.example/users', 'https://api.phare.io//evil.example/users', '//evil.example/users'],
    ['/@evil.example', 'https://api.phare.io/@evil.example', '/@evil.example'],
    ['https://api.phare.io/projects?page=2', 'https://api.phare.io/projects?page=2', '/projects'],
  ];
  for (const [given, href, path] of paths) {
    it(`makes ${href} of ${given}`, () => {
      const spec = sampleSpec({ draft: { path: given } });
      assert.equal(spec.url.href, href);
      assert.equal(spec.path, path);
    });
  }

  const refused: readonly (readonly [string, RegExp])[] = [
    ['', /must begin with \//u],
    ['projects', /must begin with \//u],
    ['?page=1', /must begin with \//u],
    ['https://evil.example/projects', /not below https:\/\/api\.phare\.io/u],
    ['https://api.phare.io.evil.example/projects', /not below/u],
    ['https://api.phare.io@evil.example/projects', /not below/u],
    ['http://api.phare.io/projects', /not below/u],
    ['javascript:alert(1)', /not below/u],
    ['/projects\nX: y', /line break or control/u],
    ['/pro\tjects', /line break or control/u],
  ];
  for (const [given, expected] of refused) {
    it(`refuses ${JSON.stringify(given)}`, () => assert.match(refusal({ path: given }), expected));
  }

  it('stays below the path of the base URL', () => {
    const connection = { baseUrl: 'https://flare.example/api' };
    assert.equal(address({ path: '/tenants/../users' }, connection), 'https://flare.example/api/users');
    for (const path of ['/../admin', '/../apix', '/a/../../admin', '/%2e%2e/admin', '/..\\admin']) {
      assert.match(refusal({ path }, connection), /leads out of/u);
    }
    assert.match(refusal({ path: 'https://flare.example/admin' }, connection), /not below/u);
  });

  it('adds the query of the draft to that of the path, encoded', () => {
    const query = { email: ['a@b.c', 'd&e=f'], page: '2' };
    assert.equal(
      address({ path: '/users?per_page=1', query }),
      'https://api.phare.io/users?per_page=1&email=a%40b.c&email=d%26e%3Df&page=2',
    );
  });
});

describe('prepare: method and operation', () => {
  it('takes a method in small letters', () => {
    const spec = sampleSpec({ draft: { method: ' get ', path: '/uptime/monitors/4' } });
    assert.equal(spec.method, 'GET');
    assert.equal(spec.operation?.path, '/uptime/monitors/{monitorId}');
    assert.ok(spec.reads);
  });

  it('takes an unknown POST for a write', () => {
    const spec = sampleSpec({ draft: { method: 'POST', path: '/search' } });
    assert.equal(spec.operation, undefined);
    assert.equal(spec.reads, false);
  });

  it('takes what a typed header makes another method of for a write', () => {
    const reads = (headers: Record<string, string>) => sampleSpec({ draft: { path: '/projects', headers } }).reads;
    for (const name of ['X-HTTP-Method-Override', 'x-http-method', 'X-Method-Override']) {
      assert.equal(reads({ [name]: 'DELETE' }), false, name);
      assert.equal(reads({ [name]: 'get' }), true, name);
    }
    assert.equal(reads({}), true);
  });

  for (const method of ['', 'G ET', 'GET\r\nX: y', 'CONNECT', 'trace', 'TRACK', 'GÉT']) {
    it(`refuses the method ${JSON.stringify(method)}`, () => assert.match(refusal({ method }), /not a method/u));
  }

  it('refuses a body with GET and HEAD, and takes an empty one for none', () => {
    assert.match(refusal({ body: '{}' }), /cannot carry a body/u);
    assert.match(refusal({ method: 'HEAD', body: '{}' }), /cannot carry a body/u);
    assert.equal(sampleSpec({ draft: { body: '' } }).body, undefined);
    assert.equal(sampleSpec({ draft: { method: 'POST', body: '{' } }).body, '{');
  });
});

describe('prepare: headers', () => {
  it('sends headers as typed', () => {
    const { headers, notes } = sampleSpec({ draft: { headers: { 'X-Trace': 'a', ' Accept ': 'text/csv' } } });
    assert.deepEqual(
      [...headers],
      [
        ['accept', 'text/csv'],
        ['x-trace', 'a'],
      ],
    );
    assert.deepEqual(notes, []);
  });

  for (const name of [
    'Host',
    'Content-Length',
    'Connection',
    'Keep-Alive',
    'Transfer-Encoding',
    'Cookie',
    'Upgrade',
    'expect',
  ]) {
    it(`leaves ${name} out, and says so`, () => {
      const { headers, notes } = sampleSpec({ draft: { headers: { [name]: 'x' } } });
      assert.deepEqual([...headers], []);
      assert.match(notes[0] ?? '', new RegExp(`${name} was left out`, 'u'));
    });
  }

  it('refuses what a header cannot hold', () => {
    assert.match(refusal({ headers: { 'X-Name': 'a\r\nX-Other: b' } }), /"X-Name".*value/u);
    assert.match(refusal({ headers: { 'X-Name': 'żółw' } }), /"X-Name".*value/u);
    assert.match(refusal({ headers: { 'X Name': 'a' } }), /name/u);
    assert.match(refusal({ headers: { '': 'a' } }), /name/u);
  });

  it('does not repeat a header line that was pasted as a name', () => {
    const message = refusal({ headers: { 'Authorization: Bearer pha_org_practice_owner': '' } });
    assert.doesNotMatch(message, /practice/u);
  });
});

describe('prepare: the project', () => {
  const named = (project: string | null | undefined, selected?: Project) => {
    const draft = project === undefined ? {} : { project };
    const spec = sampleSpec({ draft, ...(selected && { selected }) });
    return { project: spec.project, explicit: spec.projectIsExplicit };
  };

  it('is the selected one where the draft says nothing', () => {
    assert.deepEqual(named(undefined, luminous), { project: luminous, explicit: false });
    assert.deepEqual(named(undefined), { project: undefined, explicit: false });
  });

  it('is none where the draft says so', () => {
    assert.deepEqual(named(null, luminous), { project: undefined, explicit: false });
  });

  it('is the one that the draft names, by id or slug', () => {
    assert.deepEqual(named('9', luminous), { project: { id: '9', name: '9' }, explicit: true });
    assert.deepEqual(named('7', luminous), { project: luminous, explicit: true });
    assert.deepEqual(named('luminous-guiding-tower', luminous), { project: luminous, explicit: true });
  });
});

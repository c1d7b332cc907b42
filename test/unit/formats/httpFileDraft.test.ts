import assert from 'node:assert/strict';
import type { Connection } from '../../../src/connections/connection.ts';
import { goesTo, httpFileDraft } from '../../../src/formats/httpFileDraft.ts';
import { readHttpFile } from '../../../src/formats/readHttpFile.ts';
import { writeHttpFile } from '../../../src/formats/writeHttpFile.ts';
import { builtInServices } from '../../../src/services/registry.ts';

const services = builtInServices();
const definitions = services.list();
const baseUrl = 'https://api.example.test/v1';

function read(text: string) {
  const [request] = readHttpFile(text).requests;
  assert.ok(request, 'the text has no request');
  return request;
}

function draftOf(text: string, service = 'phare') {
  return httpFileDraft(read(text), { baseUrl }, services.get(service), definitions);
}

describe('a request of an HTTP file', () => {
  it('becomes a draft below the base URL, with its query as a table', () => {
    const { draft, project, notes } = draftOf(
      `POST ${baseUrl}/uptime/monitors?page=2&q=a%20b+c&q=&flag\nX-Trace: on\n\n{"name": "x"}`,
    );
    assert.deepEqual(draft, {
      method: 'POST',
      path: '/uptime/monitors',
      pathValues: {},
      query: [
        { name: 'page', value: '2' },
        { name: 'q', value: 'a b c' },
        { name: 'q', value: '' },
        { name: 'flag', value: '' },
      ],
      headers: [{ name: 'X-Trace', value: 'on' }],
      body: '{"name": "x"}',
    });
    assert.equal(project, undefined);
    assert.deepEqual(notes, []);
  });

  it('fills the form of its operation from the path', () => {
    const { draft } = draftOf(`GET ${baseUrl}/uptime/monitors/a%2Fb`);
    assert.equal(draft.path, '/uptime/monitors/{monitorId}');
    assert.deepEqual(draft.pathValues, { monitorId: 'a/b' });
  });

  it('has fields for the variables that stand in its path', () => {
    assert.equal(draftOf('GET {{host}}/made/{{up}}/by').draft.path, '/made/{up}/by');
    const known = draftOf('GET {{host}}/uptime/monitors/{{id}}').draft;
    assert.deepEqual([known.path, known.pathValues], ['/uptime/monitors/{monitorId}', {}]);
  });

  it('is pinned to the project that a header or the path names, and says it nowhere else', () => {
    const byHeader = draftOf(`GET ${baseUrl}/uptime/monitors\nx-phare-project-id: 1002`);
    assert.equal(byHeader.project, '1002');
    assert.deepEqual(byHeader.draft.headers, []);
    const logfire = services.get('logfire');
    const operation = logfire.operations.find(({ method, path }) => method === 'GET' && /\{project_id\}/u.test(path));
    assert.ok(operation);
    const filled = operation.path.replaceAll('{project_id}', 'abc').replaceAll(/\{[^}]+\}/gu, 'z');
    const byPath = draftOf(`GET ${baseUrl}${filled}`, 'logfire');
    assert.equal(byPath.project, 'abc');
    assert.equal(byPath.draft.path, operation.path);
    assert.ok(!('project_id' in byPath.draft.pathValues));
  });

  it('leaves the project to the selection where the file has a variable without a value', () => {
    const { draft, project } = draftOf(`GET ${baseUrl}/uptime/monitors\nX-Phare-Project-Id: {{project}}`);
    assert.equal(project, undefined);
    assert.deepEqual(draft.headers, []);
  });

  it('never has a key: not in the header, and nowhere else', () => {
    const key = 'pha_org_practice_written_down';
    const { draft, notes } = draftOf(
      `POST ${baseUrl}/uptime/${key}?k=${key}\nAuthorization: Bearer ${key}\nX-Note: ${key}\nX-Api-Key: some-other-secret\n\n{"a":"${key}"}`,
    );
    const text = JSON.stringify({ draft, notes });
    assert.ok(!text.includes('written_down') && !text.includes('some-other'), text);
    assert.match(notes.join(' '), /The header Authorization was left out/u);
    assert.match(notes.join(' '), /A key in the text was left out/u);
  });

  it('says nothing of a key that is a variable, and names what has no value', () => {
    const { draft, notes } = draftOf(
      `GET ${baseUrl}/uptime/monitors?page={{page}}\nAuthorization: Bearer {{$processEnv PHARE_API_KEY}}`,
    );
    assert.deepEqual(draft.headers, []);
    assert.deepEqual(notes, ['The file has no value for {{page}}. Type one before you send.']);
  });

  it('says where the file would have sent it, when that is elsewhere', () => {
    const { draft, notes } = draftOf('GET https://other.example.test/v1/uptime/monitors');
    assert.equal(draft.path, '/v1/uptime/monitors');
    assert.deepEqual(notes, ['The file sends this to other.example.test; this connection goes to api.example.test.']);
  });

  it('leaves out what is sent anyway, and what is never sent by hand', () => {
    const { draft, notes } = draftOf(
      `POST ${baseUrl}/uptime/monitors\nHost: x\nAccept: application/json\nContent-Type: application/json\nCookie: a=b\nAccept-Language: de\n\n{}`,
    );
    assert.deepEqual(draft.headers, [{ name: 'Accept-Language', value: 'de' }]);
    assert.deepEqual(notes, ['The header Cookie was left out: Bearings sends no cookies.']);
  });

  const goes: readonly (readonly [string, boolean])[] = [
    [`GET ${baseUrl}/x`, true],
    [`GET ${baseUrl}?a=b`, true],
    [`GET ${baseUrl}1/x`, false],
    ['GET https://api.example.test.evil.test/v1/x', false],
    ['GET http://api.example.test/v1/x', false],
    ['GET {{host}}/x', true],
    ['GET /x', true],
  ];
  for (const [text, expected] of goes) {
    it(`${expected ? 'fits' : 'does not fit'} a connection: ${text}`, () => {
      assert.equal(goesTo(read(text), { baseUrl }), expected);
    });
  }

  for (const [service, path] of [
    ['phare', '/uptime/monitors/{monitorId}'],
    ['wellows', '/projects'],
    ['flare', '/events/{event_id}'],
  ] as const) {
    it(`comes back as it was saved, with ${service}`, () => {
      const definition = services.get(service);
      const connection: Connection = {
        id: 'c',
        service,
        label: 'x',
        baseUrl,
        keyKind: 'all-projects',
        keyEnding: '4f2a',
      };
      const filled = path.replaceAll(/\{[^}]+\}/gu, '42');
      const draft = {
        connection: 'c',
        method: 'GET',
        path: filled,
        query: { a: ['1', 'x y'] },
        headers: { 'X-Own': 'b' },
      };
      const saved = writeHttpFile([
        { name: 'Saved', draft, connection, definition, selected: { id: '7', slug: 'seven', name: 'Seven' } },
      ]);
      assert.ok(saved.ok);
      const request = readHttpFile(saved.value).requests.find(({ name }) => name === 'Saved');
      assert.ok(request, saved.value);
      const opened = httpFileDraft(request, connection, definition, definitions);
      assert.equal(
        opened.draft.path.replaceAll(/\{([^}]+)\}/gu, (_, name: string) => opened.draft.pathValues[name] ?? ''),
        filled,
      );
      assert.deepEqual(opened.draft.query, [
        { name: 'a', value: '1' },
        { name: 'a', value: 'x y' },
      ]);
      assert.deepEqual(
        opened.draft.headers.map(({ name }) => name.toLowerCase()),
        ['x-own'],
      );
      assert.deepEqual(opened.notes, []);
      if (service === 'phare') assert.equal(opened.project, '7');
    });
  }
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PanelDraft } from '../../src/editor/panel/protocol.ts';
import { printRequest, readRequest } from '../../media/requestPanel/requestText.ts';
import { listMonitors } from './support/samples.ts';

function read(text: string, before: PanelDraft = listMonitors): PanelDraft {
  const result = readRequest(text, before);
  assert.ok('draft' in result, 'problem' in result ? result.problem : '');
  return result.draft;
}

describe('a request as text', () => {
  it('comes back as the same request', () => {
    const name = fc.stringMatching(/^[A-Za-z][\w-]{0,8}$/);
    const row = (value: fc.Arbitrary<string>) => fc.record({ name, value }, { noNullPrototype: true });
    const drafts: fc.Arbitrary<PanelDraft> = fc.record({
      method: fc.constantFrom('GET', 'POST', 'PURGE'),
      path: fc.constantFrom('/a', '/a/{id}', '/{x}/b/{id}'),
      pathValues: fc.record({ id: fc.constantFrom('7', 'a/b c', 'ü%') }, { noNullPrototype: true }),
      query: fc.array(row(fc.string())),
      headers: fc.array(row(fc.stringMatching(/^[!-~]([ -~]{0,10}[!-~])?$/))),
      body: fc.string().map((text) => text.replaceAll('\r', '')),
    });
    fc.assert(
      fc.property(drafts, (draft) => {
        const pathValues = draft.path.includes('{id}') ? draft.pathValues : {};
        assert.deepEqual(read(printRequest(draft), draft), { ...draft, pathValues });
      }),
    );
  });

  it('is written as people write it', () => {
    const draft = {
      ...listMonitors,
      method: 'POST',
      path: '/a/{id}',
      pathValues: { id: '7' },
      query: [
        { name: 'q', value: 'a b&c' },
        { name: 'time', value: '2026-03-01T10:00:00Z' },
      ],
      headers: [{ name: 'Accept', value: 'text/csv' }],
      body: '{"a":1}\n\nend',
    };
    assert.equal(
      printRequest(draft),
      'POST /a/7?q=a%20b%26c&time=2026-03-01T10:00:00Z\nAccept: text/csv\n\n{"a":1}\n\nend',
    );
    assert.deepEqual(read('get   /b?x=1+2&y HTTP/1.1\nX-A:1\n\n').query, [
      { name: 'x', value: '1 2' },
      { name: 'y', value: '' },
    ]);
  });

  it('may name the whole address, where that is the connection’s', () => {
    const baseUrl = 'https://api.phare.io/v1';
    const result = readRequest(`GET ${baseUrl}/uptime/monitors?page=2`, listMonitors, baseUrl);
    assert.deepEqual('draft' in result && result.draft, { ...listMonitors, query: [{ name: 'page', value: '2' }] });
    assert.ok('problem' in readRequest('GET https://api.phare.io/v12/a', listMonitors, baseUrl));
  });

  it('keeps the carriage returns of a body that was not touched, which a text box does not have', () => {
    const before = { ...listMonitors, body: 'a\r\nb' };
    assert.equal(read(printRequest(before).replaceAll('\r\n', '\n'), before).body, 'a\r\nb');
  });

  it('keeps the placeholders of a path that is only filled', () => {
    const before = { ...listMonitors, path: '/a/{id}' };
    assert.deepEqual(read('GET /a/9', before).pathValues, { id: '9' });
    assert.equal(read('GET /a/{id}', before).path, '/a/{id}');
    assert.equal(read('GET /b/9', before).path, '/b/9');
  });

  it('says in which line it is no request', () => {
    for (const [text, line] of [
      ['', 1],
      ['GET', 1],
      ['/path', 1],
      ['GET https://api.phare.io/x', 1],
      ['GET /x\nAccept text/csv', 2],
      ['GET /x\nAccept: a\n{"a":1}', 3],
    ] as const) {
      const result = readRequest(text, listMonitors);
      assert.equal('line' in result ? result.line : undefined, line, text);
    }
  });
});

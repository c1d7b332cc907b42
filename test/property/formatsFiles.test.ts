import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Project } from '../../src/connections/connection.ts';
import { readCurl } from '../../src/formats/readCurl.ts';
import { readHttpFile } from '../../src/formats/readHttpFile.ts';
import { readHttpMessage } from '../../src/formats/readHttpMessage.ts';
import { describeRequest } from '../../src/formats/requestDescription.ts';
import { type RequestToSave, portableBody, titleOf, writeHttpFile } from '../../src/formats/writeHttpFile.ts';
import { builtInServices } from '../../src/services/registry.ts';
import { anyBody, anyDraft, anyText } from '../support/draftTexts.ts';
import { sampleConnection } from '../support/samples.ts';

const services = builtInServices();
const anyProject: fc.Arbitrary<Project | undefined> = fc.option(
  fc.stringMatching(/^[a-z0-9_-]{1,12}$/u).map((id) => ({ id, name: id })),
  { nil: undefined },
);
/** Without the service's definition, which would fill pages when a property fails. */
const anyRequest = fc.record({
  service: fc.constantFrom('phare', 'wellows', 'flare', 'logfire'),
  draft: anyDraft,
  name: anyText,
  selected: anyProject,
  inPath: fc.boolean(),
});

function toSave({
  service,
  draft,
  name,
  selected,
  inPath,
}: typeof anyRequest extends fc.Arbitrary<infer T> ? T : never): RequestToSave {
  const definition = services.get(service);
  const baseUrl = definition.regions[0]?.baseUrl ?? '';
  const isInPath = service === 'logfire' && inPath && selected;
  const path = isInPath ? `/api/v1/projects/{project_id}/a${draft.path}` : draft.path;
  return { name, draft: { ...draft, path }, connection: sampleConnection({ service, baseUrl }), definition, selected };
}

describe('a .http file', function () {
  this.timeout(60_000);
  it('gives back each request that was written: name, method, address, headers, body, service and project', () => {
    let wrote = 0;
    fc.assert(
      fc.property(fc.array(anyRequest, { minLength: 1, maxLength: 4 }), fc.boolean(), (requests, isWindows) => {
        let text = '';
        const kept: RequestToSave[] = [];
        for (const request of requests.map(toSave)) {
          const result = writeHttpFile([request], text);
          if (!result.ok) {
            assert.match(result.error, /^The request cannot be saved\. ./u);
            continue;
          }
          text = isWindows ? result.value.replaceAll(/\r?\n/gu, '\r\n') : result.value;
          kept.push(request);
        }
        const { requests: read, problems } = readHttpFile(text);
        assert.deepEqual(problems, []);
        const own = read.filter(({ hints }) => hints['token'] === undefined);
        assert.equal(own.length, kept.length);
        for (const [index, { name, draft, connection, definition, selected }] of kept.entries()) {
          const described = describeRequest(draft, connection, definition, selected);
          assert.ok(described.ok);
          const { method, url, headers, body, credential, scope } = described.value;
          const found = own[index];
          assert.ok(found);
          const portable = body === undefined ? undefined : portableBody(body);
          assert.deepEqual(
            [found.name, found.method, found.url, found.headers.slice(1), found.body],
            [titleOf(name), method, url, headers, portable?.ok ? portable.value : undefined],
          );
          assert.equal(found.headers[0]?.name, credential.header);
          assert.match(found.headers[0].value, /\{\{[^{}]+\}\}$/u);
          assert.deepEqual(found.hints, { service: definition.id, ...(scope && { project: scope.project }) });
          wrote += 1;
        }
      }),
      { numRuns: 200 },
    );
    assert.ok(wrote > 150, `Only ${wrote} requests were written.`);
  });

  it('holds any JSON with the same meaning, and any other text as it is or not at all', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const portable = portableBody(body);
        let value: unknown;
        try {
          value = JSON.parse(body);
        } catch {
          if (portable.ok) assert.equal(portable.value, body);
          return;
        }
        assert.ok(portable.ok);
        assert.deepEqual(JSON.parse(portable.value), value);
        assert.ok(!portable.value.includes('{{'));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what reads pasted and kept texts', function () {
  this.timeout(60_000);
  const lines = fc.array(
    fc.oneof(
      fc.constantFrom(
        '###',
        '### a',
        '# @name b',
        '@a = {{a}}',
        '@b = {{c}}',
        '@c={{b}}x',
        'GET {{a}}/x',
        'POST https://x.example HTTP/1.1',
        '?a=b',
        'A: b',
        '',
        '< file',
        '{{',
        '}}',
        '> {%',
        'HTTP/1.1 200 OK',
        '> GET / HTTP/2',
        '< HTTP/2 200',
        '* note',
        'curl ^"a^"',
        "curl $'\\x",
        'curl "a\\',
        "curl.exe 'a''",
        'curl a | curl -d @- b',
        'curl -X',
        '$(',
        '`',
        '^',
        '# @bearings a=%',
      ),
      anyText,
    ),
    { maxLength: 12 },
  );

  it('never throws, and finds lines that are there', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\r\n', ' '), (parts, joint) => {
        const text = parts.join(joint);
        const count = text.split(/\r?\n/u).length;
        const { requests, problems } = readHttpFile(text);
        for (const { line, endLine } of requests) assert.ok(line >= 1 && line <= endLine && endLine <= count);
        for (const { line, message } of problems) assert.ok(line >= 1 && line <= count && message !== '');
        readHttpMessage(text);
        const curl = readCurl(text);
        if (!curl.ok) assert.match(curl.error, /^[A-Z].*\.$/su);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes a long text in its stride', () => {
    for (const piece of ['a', '\\', '"', "'", '^', '%', '{{a}}', '\n', ' ', 'curl ', '$(', "$'", '`', '# @b\n', '> ']) {
      const text = `curl https://x.example -d ${piece.repeat(50_000)}`;
      readCurl(text);
      readCurl(text.replaceAll('curl ', 'curl.exe '));
      readHttpFile(`POST https://x.example\n\n${piece.repeat(50_000)}`);
      readHttpMessage(`POST / HTTP/1.1\nA: b\n\n${piece.repeat(50_000)}`);
    }
  });
});

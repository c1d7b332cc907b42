import assert from 'node:assert/strict';
import { readHttpFile } from '../../../src/formats/readHttpFile.ts';
import { type RequestToSave, writeHttpFile } from '../../../src/formats/writeHttpFile.ts';
import { builtInServices } from '../../../src/services/registry.ts';
import { phare, sampleConnection } from '../../support/samples.ts';

const project = { id: '1002', name: 'Luminous' };

function toSave(
  changes: Partial<RequestToSave> & { readonly path?: string; readonly body?: string } = {},
): RequestToSave {
  const { path = '/uptime/monitors?per_page=5', body, ...rest } = changes;
  return {
    name: 'List monitors',
    draft: {
      connection: 'one',
      method: body === undefined ? 'GET' : 'POST',
      path,
      ...(body !== undefined && { body }),
    },
    connection: sampleConnection(),
    definition: phare,
    selected: project,
    ...rest,
  };
}

function ofService(id: string, path: string, baseUrl: string, name = 'Of another service'): RequestToSave {
  return toSave({
    name,
    path,
    definition: builtInServices().get(id),
    connection: sampleConnection({ service: id, baseUrl }),
    selected: { id: '7', name: 'Seven' },
  });
}

function written(requests: readonly RequestToSave[], existing?: string): string {
  const result = writeHttpFile(requests, existing);
  assert.ok(result.ok, result.ok ? '' : result.error);
  return result.value;
}

function refusal(request: RequestToSave): string {
  const result = writeHttpFile([request]);
  assert.ok(!result.ok, result.ok ? result.value : '');
  return result.error;
}

describe('writeHttpFile', () => {
  it('writes variables, then each request with its name, its scope and a variable for the key', () => {
    const text = written([toSave(), toSave({ name: 'Create', path: '/uptime/monitors', body: '{\n  "name": "a"\n}' })]);
    assert.equal(
      text,
      `# Saved by Bearings; REST Client and httpYac run it too, with the keys of their environment variables.
@phareUrl = https://api.phare.io
@phareProject = 1002
@phareKey = {{$processEnv PHARE_API_KEY}}

### List monitors
# @bearings service=phare project=1002
GET {{phareUrl}}/uptime/monitors?per_page=5
Authorization: Bearer {{phareKey}}
Accept: application/json
X-Phare-Project-Id: {{phareProject}}

### Create
# @bearings service=phare project=1002
POST {{phareUrl}}/uptime/monitors
Authorization: Bearer {{phareKey}}
Accept: application/json
Content-Type: application/json
X-Phare-Project-Id: {{phareProject}}

{
  "name": "a"
}
`,
    );
  });

  it('adds to a file without a change to what is in it, and takes its variables where they fit', () => {
    const before = `# mine\n@phareUrl = https://staging.example\n\n### Mine\nGET https://x.example\n`;
    const text = written([toSave()], before);
    assert.ok(text.startsWith(before.trimEnd()));
    assert.match(text, /###\n@phareUrl2 = https:\/\/api\.phare\.io\n/u);
    assert.match(text, /GET \{\{phareUrl2\}\}\/uptime/u);
    const more = written([toSave({ name: 'Again' })], text);
    assert.equal(more.split('@phareUrl').length, text.split('@phareUrl').length);
    assert.deepEqual(
      readHttpFile(more).requests.map(({ name, url }) => [name, url]),
      [
        ['Mine', 'https://x.example'],
        ['List monitors', 'https://api.phare.io/uptime/monitors?per_page=5'],
        ['Again', 'https://api.phare.io/uptime/monitors?per_page=5'],
      ],
    );
  });

  it('puts a variable where the project stands in the path', () => {
    const request = ofService(
      'logfire',
      '/api/v1/projects/{project_id}/dashboards/',
      'https://logfire-eu.pydantic.dev',
    );
    const text = written([request]);
    assert.match(text, /^@logfireProject = 7$/mu);
    assert.match(text, /^GET \{\{logfireUrl\}\}\/api\/v1\/projects\/\{\{logfireProject\}\}\/dashboards\/$/mu);
  });

  it('writes the exchange for a token once for each project, as a request that is run first', () => {
    const base = 'https://api.flare.io';
    const first = ofService('flare', '/tokens/test', base, 'First');
    const text = written([first, ofService('flare', '/tokens/test', base, 'Second')]);
    assert.equal(text.match(/# @name flareLogin$/gmu)?.length, 1);
    assert.match(text, /^@flareToken = \{\{flareLogin\.response\.body\.token\}\}$/mu);
    assert.match(text, /^# @flareToken := \{\{flareLogin\.token\}\}$/mu);
    assert.match(text, /^Authorization: \{\{flareKey\}\}$/mu);
    assert.match(text, /^\{"tenant_id":7\}$/mu);
    assert.equal(text.match(/^Authorization: Bearer \{\{flareToken\}\}$/gmu)?.length, 2);
    assert.equal(text.match(/^# @ref flareLogin$/gmu)?.length, 2);
    const other = { ...first, name: 'Third', selected: { id: '8', name: 'Eight' } };
    const more = written([other, first], text);
    assert.equal(more.match(/^# @name flareLogin\d?$/gmu)?.length, 2);
    assert.match(more, /^Authorization: Bearer \{\{flareToken2\}\}$/mu);
    const read = readHttpFile(more);
    assert.deepEqual(read.problems, []);
    assert.deepEqual(
      read.requests.map(({ name }) => name),
      ['flareLogin', 'First', 'Second', 'flareLogin2', 'Third', 'First'],
    );
    assert.deepEqual(read.requests.at(-1)?.hints, { service: 'flare', project: '7' });
  });

  it('keeps {{ in the texts of JSON by an escape that means the same', () => {
    const text = written([toSave({ body: '{"a":"{{{b}}"}' })]);
    assert.ok(!text.includes('{{{'));
    assert.deepEqual(JSON.parse(readHttpFile(text).requests[0]?.body ?? ''), { a: '{{{b}}' });
  });

  const refused: readonly (readonly [string, RegExp])[] = [
    ['a\n### b', /Line 2 of its body begins like a comment/u],
    ['// a', /comment/u],
    ['a {{b}}', /holds \{\{/u],
    ['a\n@b = c', /variable of the file/u],
    ['< a.json', /file to send/u],
    ['> a', /instruction/u],
    ['HTTP/1.1 200 OK', /answer/u],
    ['GET https://x.example', /another request/u],
    ['a\n', /empty line/u],
    ['a\r\nb', /line ends of Windows/u],
    ['a\0b', /character/u],
  ];
  for (const [body, reason] of refused) {
    it(`refuses a body that a file would change: ${JSON.stringify(body)}`, () => {
      assert.match(refusal(toSave({ body })), reason);
    });
  }

  it('refuses what the programs would read otherwise, what cannot be sent, and keys', () => {
    const draft = toSave().draft;
    assert.match(refusal(toSave({ draft: { ...draft, headers: { 'X-A': '{{b}}' } } })), /header X-A/u);
    assert.match(refusal(toSave({ draft: { ...draft, method: 'QUERY' } })), /method QUERY/u);
    assert.match(refusal(toSave({ path: 'no' })), /begin with \//u);
    assert.match(refusal(toSave({ selected: { id: 'a\\b', name: 'x' } })), /project has characters/u);
    assert.match(refusal(toSave({ body: '{"key":"pha_org_practice_owner"}' })), /looks like a key/u);
    assert.match(refusal(toSave({ name: 'With pha_org_practice_owner' })), /^[^_]*looks like a key[^_]*$/u);
  });
});

describe('readHttpFile', () => {
  const file = `\uFEFF@host = https://api.phare.io
@base={{host}}/uptime

# a comment
// another
GET {{base}}/monitors
    ?page=2
    # not this one
    &per_page={{count}} HTTP/1.1
Accept: application/json
# @bearings service=phare project=a%20b
X-Empty:
Authorization: Bearer {{$dotenv KEY}}

### Create it
# @name create
# @prompt title
post https://api.phare.io/users HTTP/2
Content-Type: application/json
what is this

{
  "a": "{{host}}",
  # "b": 1,

  "c": 2
}

?? status == 200
HTTP/1.1 200 OK

{}
###

https://api.phare.io/short

###
POST https://api.phare.io/file

< ./body.json
### Odd
tell me
###
GET {{base}}/loop{{one}}
@one = {{two}}
###
@one = {{two}}
@two = {{one}}
`;

  it('reads every request with its place, and tells what it left out', () => {
    const { requests, problems } = readHttpFile(file);
    assert.deepEqual(requests.slice(0, 3), [
      {
        name: undefined,
        line: 6,
        endLine: 13,
        method: 'GET',
        url: 'https://api.phare.io/uptime/monitors?page=2&per_page={{count}}',
        headers: [
          { name: 'Accept', value: 'application/json' },
          { name: 'X-Empty', value: '' },
          { name: 'Authorization', value: 'Bearer {{$dotenv KEY}}' },
        ],
        body: undefined,
        hints: { service: 'phare', project: 'a b' },
      },
      {
        name: 'create',
        line: 18,
        endLine: 32,
        method: 'POST',
        url: 'https://api.phare.io/users',
        headers: [{ name: 'Content-Type', value: 'application/json' }],
        body: '{\n  "a": "https://api.phare.io",\n\n  "c": 2\n}',
        hints: {},
      },
      {
        name: undefined,
        line: 35,
        endLine: 35,
        method: 'GET',
        url: 'https://api.phare.io/short',
        headers: [],
        body: undefined,
        hints: {},
      },
    ]);
    assert.deepEqual(
      requests.map(({ method }) => method),
      ['GET', 'POST', 'GET', 'GET'],
    );
    assert.deepEqual(
      problems.map(({ line, message }) => [
        line,
        /prompt|header|comment|another program|answer|from a file|no request/u.exec(message)?.[0],
      ]),
      [
        [17, 'prompt'],
        [20, 'header'],
        [24, 'comment'],
        [29, 'another program'],
        [30, 'answer'],
        [40, 'from a file'],
        [42, 'no request'],
        [45, 'header'],
      ],
    );
  });

  it('leaves variables that are made of themselves as they are written', () => {
    assert.match(readHttpFile(file).requests[3]?.url ?? '', /\/loop\{\{(?:one|two)\}\}$/u);
  });

  it('does not grow without end where variables are made of each other', () => {
    const lines = Array.from({ length: 60 }, (_, index) => `@v${index} = {{v${index + 1}}}{{v${index + 1}}}`);
    const text = `${lines.join('\n')}\n@v60 = 0123456789\n\nPOST https://x.example/{{v0}}\n\n${'{{v50}}'.repeat(100_000)}`;
    const { requests } = readHttpFile(text);
    assert.ok((requests[0]?.url.length ?? 0) < 200_000);
  });
});

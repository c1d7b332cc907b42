import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import type { RequestDraft } from '../../../src/client/draft.ts';
import { copyFormats, copyRequest } from '../../../src/formats/copyRequest.ts';
import { builtInServices } from '../../../src/services/registry.ts';
import { phare, sampleConnection } from '../../support/samples.ts';
import { type LoopbackServer, json, startServer } from '../../support/server.ts';

const run = promisify(execFile);
const seven = { id: '7', name: 'Seven' };
const draft: RequestDraft = { connection: 'one', method: 'GET', path: '/uptime/monitors?page=2' };

function copied(format: string, changes: Partial<RequestDraft> = {}): string {
  const text = copyRequest(format, { ...draft, ...changes }, sampleConnection(), phare, seven);
  assert.ok(text.ok, text.ok ? '' : text.error.message);
  return text.value;
}

function refusal(format: string, changes: Partial<RequestDraft>): string {
  const text = copyRequest(format, { ...draft, ...changes }, sampleConnection(), phare, seven);
  assert.ok(!text.ok, text.ok ? text.value : '');
  assert.equal(text.error.kind, 'not-sent');
  return text.error.message;
}

describe('copyRequest', () => {
  const expected: Readonly<Record<string, string>> = {
    curl: `curl 'https://api.phare.io/uptime/monitors?page=2' \\
  -H "Authorization: Bearer $PHARE_API_KEY" \\
  -H 'Accept: application/json' \\
  -H 'X-Phare-Project-Id: 7'`,
    'curl-powershell': `curl.exe 'https://api.phare.io/uptime/monitors?page=2' \`
  -H "Authorization: Bearer \${Env:PHARE_API_KEY}" \`
  -H 'Accept: application/json' \`
  -H 'X-Phare-Project-Id: 7'`,
    'curl-cmd': `curl -H "Authorization: Bearer %PHARE_API_KEY%" ^
  "https://api.phare.io/uptime/monitors?page=2" ^
  -H "Accept: application/json" ^
  -H "X-Phare-Project-Id: 7"`,
    fetch: `const response = await fetch("https://api.phare.io/uptime/monitors?page=2", {
  method: "GET",
  headers: {
    "Authorization": "Bearer " + process.env.PHARE_API_KEY,
    "Accept": "application/json",
    "X-Phare-Project-Id": "7",
  },
  redirect: 'manual',
});
console.log(response.status, await response.text());
`,
    'python-requests': `import os

import requests

response = requests.request(
    "GET",
    "https://api.phare.io/uptime/monitors?page=2",
    headers={
        "Authorization": "Bearer " + os.environ["PHARE_API_KEY"],
        "Accept": "application/json",
        "X-Phare-Project-Id": "7",
    },
    allow_redirects=False,
)
print(response.status_code, response.text)
`,
    httpie: `http --ignore-stdin GET 'https://api.phare.io/uptime/monitors?page=2' \\
  "Authorization: Bearer $PHARE_API_KEY" \\
  'Accept: application/json' \\
  'X-Phare-Project-Id: 7'`,
  };

  it('has a text for each format of its list', () => {
    assert.deepEqual(
      copyFormats.map(({ id }) => id),
      Object.keys(expected),
    );
    assert.equal(new Set(copyFormats.map(({ title }) => title)).size, copyFormats.length);
  });

  for (const { id, title } of copyFormats) {
    it(`writes ${title} with the service's variable in place of the key`, () => {
      assert.equal(copied(id), expected[id]);
    });

    it(`puts nothing typed by hand where the key belongs, in ${title}`, () => {
      assert.equal(copied(id, { headers: { authorization: 'Bearer typed-by-hand' } }), expected[id]);
    });
  }

  it('refuses what a command cannot pass, and says what can', () => {
    for (const { id } of copyFormats) {
      if (id === 'fetch' || id === 'python-requests') {
        assert.match(copied(id, { method: 'POST', body: 'a\0b' }), /a\\u0000b/u);
        assert.match(copied(id, { headers: { 'X-A': 'é' } }), /"é"/u);
        continue;
      }
      assert.match(refusal(id, { method: 'POST', body: 'a\0b' }), /NUL.*JavaScript or Python/u);
      assert.match(refusal(id, { headers: { 'X-A': 'é' } }), /X-A has characters beyond ASCII.*JavaScript or Python/u);
    }
    assert.match(refusal('curl-cmd', { method: 'POST', body: 'a\nb' }), /line breaks.*PowerShell/u);
    assert.match(refusal('curl-cmd', { method: 'POST', body: 'x'.repeat(9000) }), /no command that long/u);
    assert.match(refusal('curl-powershell', { method: 'POST', body: 'x'.repeat(40_000) }), /no command that long/u);
    assert.match(refusal('httpie', { headers: { 'X-A': 'a\\=b' } }), /X-A/u);
    assert.match(refusal('fortran', {}), /no format/u);
    assert.match(refusal('curl', { path: 'no' }), /begin with \//u);
  });

  it('asks older versions of PowerShell to take quotes as newer ones do, where there are any', () => {
    const text = copied('curl-powershell', { method: 'POST', body: '{"a":"it’s"}' });
    assert.match(text, /^& \{\n\$PSNativeCommandArgumentPassing = 'Legacy'\ncurl\.exe -X POST /u);
    assert.ok(text.includes(`--data-raw '"{\\"a\\":\\"it’’s\\"}"'`), text);
  });
});

describe('a copied request of a service that exchanges its key', () => {
  const flare = builtInServices().get('flare');
  let server: LoopbackServer;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'bearings-exchange-'));
  });
  beforeEach(async () => {
    server = await startServer(json({ refresh_token_exp: 5, token: 'practice-token' }));
  });
  afterEach(() => server[Symbol.asyncDispose]());
  after(() => rm(folder, { recursive: true, force: true }));

  const copiedFlare = (format: string) => {
    const connection = sampleConnection({ service: 'flare', baseUrl: server.baseUrl });
    return copyRequest(format, { ...draft, path: '/tokens/test' }, connection, flare, seven);
  };
  const environment = { ...process.env, FLARE_API_KEY: 'practice-key', NO_PROXY: '*', no_proxy: '*' };

  function assertBothCame(): void {
    const [exchange, request] = server.requests;
    assert.equal(server.requests.length, 2);
    assert.deepEqual(
      [exchange?.method, exchange?.url, exchange?.body],
      ['POST', '/tokens/generate', '{"tenant_id":7}'],
    );
    assert.equal(exchange?.header('authorization'), 'practice-key');
    assert.equal(exchange.header('content-type'), 'application/json');
    assert.deepEqual([request?.method, request?.url], ['GET', '/tokens/test']);
    assert.equal(request?.header('authorization'), 'Bearer practice-token');
  }

  it('obtains the token first, as JavaScript', async () => {
    const text = copiedFlare('fetch');
    assert.ok(text.ok);
    const script = path.join(folder, 'script.mjs');
    await writeFile(script, text.value);
    await run(process.execPath, [script], { env: environment });
    assertBothCame();
  });

  it('obtains the token first, as cURL for bash', async () => {
    const text = copiedFlare('curl');
    assert.ok(text.ok);
    assert.match(
      text.value,
      /^FLARE_TOKEN=\$\(curl -sS -X POST '[^']+\/tokens\/generate' \\\n  -H "Authorization: \$FLARE_API_KEY"/u,
    );
    assert.match(text.value, /\ncurl '[^']+\/tokens\/test' \\\n  -H "Authorization: Bearer \$FLARE_TOKEN"/u);
    const tools = await Promise.all(['bash', 'curl'].map((tool) => run(tool, ['--version']).catch(() => undefined)));
    // Without them its text above is what can be checked.
    if (tools.includes(undefined)) return;
    await run('bash', ['-c', text.value], { env: environment });
    assertBothCame();
  });

  it('obtains the token first in the other formats, but not in cmd', () => {
    const texts = Object.fromEntries(copyFormats.map(({ id }) => [id, copiedFlare(id)]));
    const text = (id: string) => (texts[id]?.ok ? texts[id].value : '');
    assert.match(
      text('curl-powershell'),
      /\$FLARE_TOKEN = \(curl\.exe [\s\S]+ \| ConvertFrom-Json\)\.'token'\ncurl\.exe [\s\S]+"Authorization: Bearer \$\{FLARE_TOKEN\}"/u,
    );
    assert.match(
      text('python-requests'),
      /token = exchange\.json\(\)\["token"\]\n[\s\S]+"Authorization": "Bearer " \+ token,/u,
    );
    assert.match(text('httpie'), /^FLARE_TOKEN=\$\(http [\s\S]+\)\nhttp [\s\S]+"Authorization: Bearer \$FLARE_TOKEN"/u);
    assert.equal(texts['curl-cmd']?.ok, false);
  });

  it('passes a body that is too long for one word of a command', async () => {
    const body = JSON.stringify({ text: "it's ü ".repeat(60_000) });
    const connection = sampleConnection({ baseUrl: server.baseUrl });
    const text = copyRequest('curl', { ...draft, method: 'POST', body }, connection, phare, seven);
    assert.ok(text.ok);
    assert.match(text.value, /^printf %s '\{/u);
    assert.match(text.value, / --data-binary @-$| \\\n  --data-binary @-$/u);
    const tools = await Promise.all(['bash', 'curl'].map((tool) => run(tool, ['--version']).catch(() => undefined)));
    if (tools.includes(undefined)) return;
    const script = path.join(folder, 'long.sh');
    await writeFile(script, text.value);
    await run('bash', [script], { env: environment });
    assert.equal(server.requests[0]?.body, body);
  });
});

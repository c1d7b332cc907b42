import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import fc from 'fast-check';
import type { RequestDraft } from '../../src/client/draft.ts';
import type { Connection } from '../../src/connections/connection.ts';
import { copyRequest } from '../../src/formats/copyRequest.ts';
import { readCurl } from '../../src/formats/readCurl.ts';
import { type RequestDescription, describeRequest } from '../../src/formats/requestDescription.ts';
import { readCommands } from '../../src/formats/shellWords.ts';
import { connect, luminous, ownerKey } from '../support/compose.ts';
import { anyDraft } from '../support/draftTexts.ts';
import { phare, sampleConnection, servicesWith } from '../support/samples.ts';
import { expected, requestOf, sent } from '../support/sentRequests.ts';
import { type LoopbackServer, startServer } from '../support/server.ts';
import { cmdWords, powerShellWords } from '../support/windowsShells.ts';

const run = promisify(execFile);
const environment = { ...process.env, PHARE_API_KEY: ownerKey, NO_PROXY: '*', no_proxy: '*', PYTHONUTF8: '1' };

/** Whether a program is there. Only Node is on every machine that runs these tests. */
async function has(program: string): Promise<boolean> {
  return run(program, ['--version']).then(
    () => true,
    () => false,
  );
}
const [hasBash, hasCurl, hasPython] = await Promise.all(['bash', 'curl', 'python3'].map(has));

/** The words of a command where there is no shell to ask: as Bearings reads them, with the key in its place. */
function wordsAsRead(text: string): string[] {
  const words = readCommands(text, 'posix').at(-1)?.words ?? [];
  return words.map((word) => word.replace('Bearer $PHARE_API_KEY', `Bearer ${ownerKey}`));
}

function described(draft: RequestDraft, connection: Connection = sampleConnection()): RequestDescription {
  const result = describeRequest(draft, connection, phare, luminous);
  assert.ok(result.ok);
  return result.value;
}

describe('a copied request', function () {
  this.timeout(120_000);
  let server: LoopbackServer;
  let folder: string;
  let client: Awaited<ReturnType<typeof connect>>;

  before(async () => {
    server = await startServer();
    folder = await mkdtemp(path.join(os.tmpdir(), 'bearings-copy-'));
    client = await connect(server.baseUrl, { services: servicesWith('phare', { budget: undefined }) });
    await client.selection.select(client.connection.id, luminous);
  });
  after(async () => {
    await server[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  const copied = (format: string, draft: RequestDraft) => {
    const text = copyRequest(format, draft, client.connection, phare, luminous);
    assert.ok(text.ok, text.ok ? '' : text.error.message);
    assert.ok(!text.value.includes(ownerKey));
    return text.value;
  };

  /** Sends drafts with the client, then by their copies in one program, and compares what came in. */
  async function compare(drafts: readonly RequestDraft[], play: () => Promise<unknown>): Promise<void> {
    const start = server.requests.length;
    for (const draft of drafts) await client.client.send({ ...draft, connection: client.connection.id });
    const middle = server.requests.length;
    await play();
    const own = server.requests.slice(start, middle).map(sent);
    assert.equal(own.length, drafts.length);
    assert.deepEqual(server.requests.slice(middle).map(sent), own);
  }
  const batches = fc.array(anyDraft, { minLength: 1, maxLength: 12 });

  it(`as cURL for bash sends what Bearings sends, byte for byte${hasBash && hasCurl ? '' : ' (bash or curl is missing: read by Bearings alone)'}`, async () => {
    await fc.assert(
      fc.asyncProperty(batches, async (drafts) => {
        const texts = drafts.map((draft) => copied('curl', draft));
        if (!hasBash || !hasCurl) {
          const want = drafts.map((draft) => expected(described(draft, client.connection), ownerKey));
          assert.deepEqual(
            texts.map((text) => requestOf(wordsAsRead(text))),
            want,
          );
          return;
        }
        const script = path.join(folder, 'script.sh');
        await writeFile(script, texts.join(' >/dev/null 2>&1\n'));
        await compare(drafts, () => run('bash', [script], { env: environment }));
      }),
      { numRuns: 12 },
    );
  });

  it('as JavaScript sends what Bearings sends', async () => {
    await fc.assert(
      fc.asyncProperty(batches, async (drafts) => {
        const script = path.join(folder, 'script.mjs');
        await writeFile(script, drafts.map((draft) => `{\n${copied('fetch', draft)}}\n`).join(''));
        await compare(drafts, () => run(process.execPath, [script], { env: environment }));
      }),
      { numRuns: 10 },
    );
  });

  it('as cURL can be read again, as it was written for each shell', () => {
    fc.assert(
      fc.property(anyDraft, fc.constantFrom('curl', 'curl-powershell', 'curl-cmd'), (draft, format) => {
        const text = copyRequest(format, draft, sampleConnection(), phare, luminous);
        if (!text.ok) return;
        const read = readCurl(text.value);
        assert.ok(read.ok, read.ok ? '' : read.error);
        const request = described(draft);
        assert.deepEqual([read.value.method, read.value.url], [request.method, request.url]);
        const body = format === 'curl-cmd' ? request.body?.replaceAll(/[\r\n]+/gu, ' ') : request.body;
        assert.equal(read.value.body, body);
        assert.deepEqual(read.value.headers.slice(1), request.headers);
      }),
      { numRuns: 1000 },
    );
  });

  it('as cURL for PowerShell gives a program the right words, in old and new versions', () => {
    fc.assert(
      fc.property(anyDraft, fc.boolean(), (draft, legacy) => {
        const text = copyRequest('curl-powershell', draft, sampleConnection(), phare, luminous);
        assert.ok(text.ok);
        const words = powerShellWords(text.value, { PHARE_API_KEY: ownerKey, HOME: 'wrong' }, legacy);
        assert.deepEqual(requestOf(words), expected(described(draft), ownerKey));
      }),
      { numRuns: 1500 },
    );
  });

  it('as cURL for cmd gives a program the right words, or is refused for its line breaks', () => {
    let refused = 0;
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const request = described(draft);
        const text = copyRequest('curl-cmd', draft, sampleConnection(), phare, luminous);
        if (!text.ok) {
          assert.match(text.error.message, /line breaks/u);
          assert.match(request.body ?? '', /[\r\n]/u);
          refused += 1;
          return;
        }
        const words = cmdWords(text.value, { PHARE_API_KEY: ownerKey, PATH: 'wrong', A: 'wrong' });
        const want = expected(request, ownerKey);
        assert.deepEqual(requestOf(words), { ...want, body: want.body.replaceAll(/[\r\n]+/gu, ' ') });
      }),
      { numRuns: 1500 },
    );
    assert.ok(refused < 700, `${refused} refused`);
  });

  it(`as Python says the same to requests${hasPython ? '' : ' (python3 is missing: only its texts are read)'}`, async () => {
    // Stands for the package, which is not on every machine: it tells what it was asked for.
    const standIn = `import json, base64
class Answer:
    status_code, text = 200, ''
def request(method, url, headers=None, data=None, allow_redirects=True):
    assert allow_redirects is False
    body = '' if data is None else base64.b64encode(data).decode()
    print('ASKED ' + json.dumps([method, url, headers, body]))
    return Answer()
`;
    await writeFile(path.join(folder, 'requests.py'), standIn);
    await fc.assert(
      fc.asyncProperty(batches, async (drafts) => {
        const texts = drafts.map((draft) => copied('python-requests', draft));
        const want = drafts.map((draft) => expected(described(draft, client.connection), ownerKey));
        if (!hasPython) {
          for (const [index, text] of texts.entries()) {
            const literals = [...text.matchAll(/"(?:[^"\\\n]|\\.)*"/gu)].map(
              ([literal]) => JSON.parse(literal) as string,
            );
            assert.ok(
              literals.includes(want[index]?.url ?? '') &&
                (want[index]?.body === '' || literals.includes(want[index]?.body ?? '')),
            );
          }
          return;
        }
        const script = path.join(folder, 'script.py');
        await writeFile(script, texts.join('\n'));
        const { stdout } = await run('python3', [script], { env: environment });
        const asked = stdout.split('\n').flatMap((line) => {
          if (!line.startsWith('ASKED ')) return [];
          const [method, url, headers, body] = JSON.parse(line.slice(6)) as [
            string,
            string,
            Record<string, string>,
            string,
          ];
          const lines = Object.entries(headers).map(([name, value]) => `${name.toLowerCase()}: ${value}`);
          return [{ method, url, headers: lines.toSorted(), body: Buffer.from(body, 'base64').toString() }];
        });
        assert.deepEqual(asked, want);
      }),
      { numRuns: 6 },
    );
  });

  it(`as HTTPie gives a program the right words${hasBash ? '' : ' (bash is missing: read by Bearings alone)'}`, async () => {
    await fc.assert(
      fc.asyncProperty(batches, async (drafts) => {
        const texts = drafts.flatMap((draft) => {
          const text = copyRequest('httpie', draft, sampleConnection(), phare, luminous);
          return text.ok ? [{ draft, text: text.value }] : [];
        });
        const script = `http() { printf '%s\\0' "$@" $'\\x02'; }\n${texts.map(({ text }) => text).join('\n')}`;
        const file = path.join(folder, 'httpie.sh');
        await writeFile(file, script);
        const calls = hasBash
          ? (await run('bash', [file], { env: environment })).stdout
              .split('\x02\0')
              .slice(0, -1)
              .map((call) => call.split('\0').slice(0, -1))
          : texts.map(({ text }) => wordsAsRead(text).slice(1));
        const want = texts.map(({ draft }) => {
          const { method, url, headers, body } = described(draft);
          return [
            '--ignore-stdin',
            method,
            url,
            `Authorization: Bearer ${ownerKey}`,
            ...headers.map(({ name, value }) => (value === '' ? `${name};` : `${name}: ${value}`)),
            ...(body === undefined ? [] : ['--raw', body]),
          ];
        });
        assert.deepEqual(calls, want);
      }),
      { numRuns: 8 },
    );
  });
});

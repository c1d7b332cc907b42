/**
 * `npm run bench:bodies`: what a long body costs the extension host, from a server in a process of its own into a real
 * file. `--sizes 1,10` takes other sizes in megabytes, `--runs 5` more runs of each. A measurement, not a test.
 *
 * The first row of each table reads the body with `fetch` alone and throws it away: what the machine takes at least.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BodyFiles } from '../../src/editor/bodyFiles.ts';
import { compose, ownerKey } from '../support/compose.ts';

const MEGABYTE = 1_000_000;
const FILE = import.meta.filename;

interface Measured {
  /** Milliseconds until something can be shown. */
  readonly firstMs: number;
  readonly wholeMs: number;
  /** The longest time in which the event loop did nothing else. */
  readonly blockMs: number;
  /** How far memory rose above what was there before. */
  readonly peakMegabytes: number;
}

/** Serves JSON of as many bytes as the path says, with the key in each entry. */
function serve(): void {
  const entry = Buffer.from(`{"id":1,"name":"Zürich","key":"${ownerKey}","url":"https://example.com/"},`);
  const piece = Buffer.concat(Array.from({ length: Math.ceil(65_536 / entry.length) }, () => entry));
  const server = createServer((request, response) => {
    let left = Number(request.url?.split('/').at(-1));
    response.writeHead(200, { 'content-type': 'application/json' });
    const pour = (): void => {
      while (left > 0) {
        const part = piece.subarray(0, Math.min(left, piece.length));
        left -= part.length;
        if (!response.write(part)) {
          response.once('drain', pour);
          return;
        }
      }
      response.end();
    };
    pour();
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
}

/** Runs some work, and watches the event loop and the memory meanwhile. */
async function watch(work: (first: () => void) => Promise<void>): Promise<Measured> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let [blockMs, peak, seenAt] = [0, before, performance.now()];
  const begunAt = seenAt;
  let watching = true;
  const look = (): void => {
    const now = performance.now();
    blockMs = Math.max(blockMs, now - seenAt);
    seenAt = now;
    if (watching) setImmediate(look);
  };
  const memory = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 5);
  setImmediate(look);
  let firstMs = Number.NaN;
  await work(() => (firstMs = performance.now() - begunAt));
  const wholeMs = performance.now() - begunAt;
  watching = false;
  clearInterval(memory);
  peak = Math.max(peak, process.memoryUsage().rss);
  return { firstMs, wholeMs, blockMs, peakMegabytes: (peak - before) / MEGABYTE };
}

async function byFetch(url: string, first: () => void): Promise<void> {
  const { body } = await fetch(url);
  let isFirst = true;
  for await (const _ of body ?? []) {
    if (isFirst) first();
    isFirst = false;
  }
}

async function byBearings(baseUrl: string, bytes: number, folder: string, first: () => void): Promise<void> {
  const { client, connections } = compose({
    limits: { timeoutMs: 60_000, maximumBodyBytes: 10 * MEGABYTE, maximumFileBytes: 1000 * MEGABYTE },
  });
  const connection = await connections.add({ service: 'phare', key: ownerKey, baseUrl });
  const bodyStore = new BodyFiles(folder);
  let isTold = false;
  const onFirstPart = (): void => {
    isTold = true;
    first();
  };
  const draft = { connection: connection.id, method: 'GET', path: `/users/${bytes}` };
  const { response } = await client.send(draft, { bodyStore, onFirstPart });
  if (!isTold) first();
  if (response?.sizeBytes !== bytes || response.file?.complete === false) throw new Error('The body is not all there.');
}

function middle(all: readonly Measured[]): Measured {
  const of = (name: keyof Measured) => all.map((one) => one[name]).toSorted((one, other) => one - other);
  const at = (name: keyof Measured) => of(name)[Math.floor(all.length / 2)] ?? Number.NaN;
  return { firstMs: at('firstMs'), wholeMs: at('wholeMs'), blockMs: at('blockMs'), peakMegabytes: at('peakMegabytes') };
}

function row(name: string, { firstMs, wholeMs, blockMs, peakMegabytes }: Measured): string {
  const cells = [firstMs, wholeMs, blockMs, peakMegabytes].map((value) => value.toFixed(1).padStart(12));
  return [name.padEnd(22), ...cells].join('');
}

async function bench(sizes: readonly number[], runs: number): Promise<void> {
  const server = fork(FILE, ['--serve'], { execArgv: [] });
  const [port] = (await once(server, 'message')) as [number];
  const baseUrl = `http://127.0.0.1:${port}`;
  const folder = await mkdtemp(path.join(tmpdir(), 'bearings-bench-'));
  try {
    // Once for what every first use costs, whoever comes first.
    await byFetch(`${baseUrl}/${2 * MEGABYTE}`, () => undefined);
    await byBearings(baseUrl, 2 * MEGABYTE, folder, () => undefined);
    console.log(
      `${runs} runs of each, the middle ones${globalThis.gc ? '' : ' (without --expose-gc memory is rough)'}`,
    );
    const heads = ['first ms', 'whole ms', 'block ms', 'memory +MB'].map((head) => head.padStart(12));
    console.log(['body'.padEnd(22), ...heads].join(''));
    for (const size of sizes) {
      const bytes = size * MEGABYTE;
      const plain: Measured[] = [];
      const own: Measured[] = [];
      for (let run = 0; run < runs; run += 1) {
        plain.push(await watch((first) => byFetch(`${baseUrl}/${bytes}`, first)));
        own.push(await watch((first) => byBearings(baseUrl, bytes, folder, first)));
      }
      const [least, measured] = [middle(plain), middle(own)];
      console.log(row(`${size} MB, fetch alone`, least));
      console.log(row(`${size} MB, Bearings`, measured));
      console.log(
        `${' '.repeat(22)}the whole takes ${(measured.wholeMs / least.wholeMs).toFixed(1)} times fetch alone`,
      );
    }
  } finally {
    server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

const { values } = parseArgs({
  options: {
    serve: { type: 'boolean', default: false },
    sizes: { type: 'string', default: '1,10,50,200' },
    runs: { type: 'string', default: '3' },
  },
});
if (values.serve) serve();
else await bench(values.sizes.split(',').map(Number), Number(values.runs));

/**
 * `npm run bench:panel`: the request panel of a real VS Code with bodies of 1, 10, 50 and 200 MB. How long after Send their
 * beginning is in sight, the longest time in which the page could not answer, and how much memory the extension host came
 * to take (Linux only). Run by mocha, because the tests' desk is made for it; it fails only when it cannot measure.
 */
import { once } from 'node:events';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { RequestPanel } from '../ui/support/requestPanel.ts';
import { enterConnection } from '../ui/support/steps.ts';
import { openDesk } from '../ui/support/window.ts';

const MEGABYTE = 1_000_000;
const SIZES = [1, 10, 50, 200];
/** Plainly no key of anybody. */
const KEY = 'pha_org_practice_bench_0001';

interface Measured {
  readonly megabytes: number;
  readonly shownMs: number;
  readonly doneMs: number;
  readonly blockedMs: number;
  readonly memoryMegabytes: number | undefined;
}

/** A list of like entries, about as long as asked for, made while it is sent. */
function* listOf(bytes: number): Generator<string> {
  yield '{"data":[';
  for (let sent = 10, id = 0; sent < bytes - 3; id += 1) {
    let piece = '';
    while (piece.length < 60_000 && sent + piece.length < bytes - 3) {
      const entry = JSON.stringify({
        id: id * 1000 + piece.length,
        name: `monitor ${id}`,
        paused: false,
        interval: 60,
      });
      piece += id + piece.length === 0 ? entry : `,${entry}`;
    }
    sent += piece.length;
    yield piece;
  }
  yield ']}';
}

async function answer(path: string, response: ServerResponse): Promise<void> {
  const megabytes = Number(/^\/size\/(\d+)/u.exec(path)?.[1] ?? 0);
  response.setHeader('content-type', 'application/json');
  if (megabytes > 0) await pipeline(listOf(megabytes * MEGABYTE), response).catch(() => undefined);
  else response.end('{"data":[]}');
}

/** The extension hosts of this machine that run from the cache of this repository: their ids. */
async function extensionHosts(): Promise<readonly string[]> {
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/u.test(name));
  const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
  return ids.filter((_, index) => lines[index]?.includes('--type=extensionHost'));
}

/** The most memory that any extension host took since the last call, in megabytes. */
async function peakMemory(): Promise<number | undefined> {
  const peaks: number[] = [];
  for (const id of await extensionHosts()) {
    const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
    const kilobytes = Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? 0);
    peaks.push((kilobytes * 1024) / MEGABYTE);
    await writeFile(`/proc/${id}/clear_refs`, '5').catch(() => undefined);
  }
  return peaks.length === 0 ? undefined : Math.round(Math.max(...peaks));
}

async function measure(panel: RequestPanel, megabytes: number): Promise<Measured> {
  await panel.path.fill(`/size/${megabytes}`);
  await peakMemory();
  const page = panel.frame.locator('body');
  await page.evaluate(() => {
    const blocks: number[] = [];
    Object.assign(globalThis, { blocks });
    new PerformanceObserver((list) => blocks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      entryTypes: ['longtask'],
    });
  });
  const begun = performance.now();
  const send = panel.frame.getByRole('button', { name: 'Send', exact: true });
  await send.click();
  await panel.button('Cancel').waitFor();
  await send.waitFor({ timeout: 300_000 });
  const doneMs = performance.now() - begun;
  await panel.response
    .getByText(/\d items|"monitor 0"/)
    .first()
    .waitFor();
  const shownMs = performance.now() - begun;
  const blocks = await page.evaluate(() => (globalThis as unknown as { blocks: number[] }).blocks);
  return { megabytes, shownMs, doneMs, blockedMs: Math.max(0, ...blocks), memoryMegabytes: await peakMemory() };
}

describe('The panel with large bodies', () => {
  it('is measured', async () => {
    const server = createServer((request, response) => void answer(request.url ?? '/', response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const desk = await openDesk('bench', { settings: { 'bearings.request.timeoutSeconds': 300 } });
    try {
      const { workbench } = desk;
      await workbench.openViewContainer('Bearings');
      await enterConnection(workbench, { key: KEY, label: 'bench', baseUrl });
      await workbench.notification('Phare · bench was added.').waitFor();
      const panel = await RequestPanel.open(workbench);
      await measure(panel, 1); // the first answer loads what later ones have
      const rows: Measured[] = [];
      for (const size of SIZES) rows.push(await measure(panel, size));
      const [first] = rows;
      console.log('\n| body | beginning in sight | all received | page blocked at most | extension host at most |');
      console.log('| --- | --- | --- | --- | --- |');
      for (const { megabytes, shownMs, doneMs, blockedMs, memoryMegabytes } of rows) {
        const ratio = (shownMs / (first?.shownMs ?? shownMs)).toFixed(1);
        console.log(
          `| ${megabytes} MB | ${Math.round(shownMs)} ms (${ratio} times 1 MB) | ${Math.round(doneMs)} ms | ` +
            `${Math.round(blockedMs)} ms | ${memoryMegabytes ?? '?'} MB |`,
        );
      }
    } finally {
      await desk.close();
      server.close();
    }
  });
});

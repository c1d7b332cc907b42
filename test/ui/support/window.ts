import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { cache, repository } from '../../../tools/vscode/builds.ts';
import { openSession, type Session } from '../../../tools/vscode/session.ts';
import { Workbench } from './workbench.ts';

/** The newest VS Code that can be had; the host suite covers the oldest supported one as well. */
const VERSION = '1.139.1';
const DATA = join(cache, 'ui');
/** Pictures of windows in which a test failed, and those that the suite takes when nobody asked for the README's. */
export const RESULTS = join(repository, 'test-results', 'ui');

/** The person's settings: code-server keeps them on the server, for all windows of all tests. */
export const userSettingsFile = join(DATA, 'user-data', 'User', 'settings.json');

/** The folder that a window of that name has open. */
export function folderOf(name: string): string {
  return join(cache, 'ui-folders', name);
}

export interface WindowOptions {
  /** Settings of the folder that is opened. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/**
 * A person's VS Code with the packed extension and nothing in it yet: storage and secrets belong to a browser context
 * of its own, as on VS Code for the web they are kept by the browser.
 */
export interface Desk {
  readonly workbench: Workbench;
  readonly page: Page;
  readonly context: BrowserContext;
  /** Opens another window of the same person, on the same folder unless another one's name is given. */
  newWindow(folder?: string): Promise<Workbench>;
  /** Reloads a window, the first one unless another one's page is given. */
  reload(page?: Page): Promise<void>;
  close(): Promise<void>;
}

let server: Promise<Session> | undefined;
const open = new Set<Desk>();

/** One server serves all files: starting it and installing the extension takes longer than most tests. */
function startServer(): Promise<Session> {
  server ??= openSession({
    version: VERSION,
    vsix: join(repository, 'dist', 'bearings.vsix'),
    folder: join(cache, 'ui-folders'),
    dataDirectory: DATA,
    password: crypto.randomUUID(),
    theme: 'Default Dark Modern',
    settings: { 'workbench.reduceMotion': 'on' },
  });
  return server;
}

async function makeFolder(name: string, settings: Readonly<Record<string, unknown>>): Promise<string> {
  const folder = folderOf(name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, '.vscode'), { recursive: true });
  await writeFile(join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
  return folder;
}

async function shown(page: Page): Promise<void> {
  await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
  await page.locator('.part.statusbar .statusbar-item').first().waitFor({ timeout: 60_000 });
  await page.locator('.part.activitybar .action-item').first().waitFor({ timeout: 60_000 });
}

/**
 * Opens VS Code on an empty folder of that name.
 * @throws Problem when a download, the server or the browser fails
 */
export async function openDesk(name: string, options: WindowOptions = {}): Promise<Desk> {
  const session = await startServer();
  const browser = session.context.browser();
  if (browser === null) throw new Error('The browser is gone.');
  const context = await browser.newContext({ viewport: options.viewport ?? { width: 1280, height: 800 } });
  context.setDefaultTimeout(20_000);
  await context.addCookies(await session.context.cookies());
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: session.baseUrl });
  const settings = options.settings ?? {};
  const newPage = async (folderName: string): Promise<Page> => {
    const folder = await makeFolder(folderName, settings);
    const page = await context.newPage();
    await page.goto(`${session.baseUrl}/?folder=${encodeURIComponent(folder)}`, {
      waitUntil: 'commit',
      timeout: 60_000,
    });
    await shown(page);
    return page;
  };
  const page = await newPage(name);
  const desk: Desk = {
    workbench: new Workbench(page),
    page,
    context,
    newWindow: async (folder = name) => new Workbench(await newPage(folder)),
    reload: (which = page) => session.reload(which),
    close: async () => {
      open.delete(desk);
      await context.close();
    },
  };
  open.add(desk);
  return desk;
}

/** Where a picture of that name goes; the folder is made. */
async function pictureFile(name: string): Promise<string> {
  const file = join(RESULTS, `${name}.png`);
  await mkdir(dirname(file), { recursive: true });
  return file;
}

afterEach(async function () {
  if (this.currentTest?.state !== 'failed') return;
  const title = this.currentTest
    .fullTitle()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 100);
  for (const [index, page] of [...open].flatMap(({ context }) => context.pages()).entries()) {
    await page.screenshot({ path: await pictureFile(`failed-${title}-${index}`) });
  }
});

after(async function () {
  this.timeout(30_000);
  if (server) await (await server).close();
});

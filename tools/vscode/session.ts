import { rm } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { startBrowser } from './browser.ts';
import { ensureBuild } from './builds.ts';
import { Problem } from './problem.ts';
import { startCodeServer } from './codeServer.ts';
import { noGallery } from './server.ts';
import { quietSettings } from './settings.ts';

/** What a session is made of. Paths are absolute. */
export interface SessionOptions {
  /** VS Code version, such as "1.139.1". */
  readonly version: string;
  /** The packed extension to install first. */
  readonly vsix?: string;
  /** The folder to open. */
  readonly folder: string;
  /** Where the session keeps its data. Emptied first, so that every session starts alike, unless `keepData` says not. */
  readonly dataDirectory: string;
  readonly keepData?: boolean;
  /** User settings beyond the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Name of a colour theme, such as "Default Dark Modern". */
  readonly theme?: string;
  /** The password of code-server's sign-in page; random for each session. */
  readonly password: string;
  /** Variables for the server and its extension host. */
  readonly environment?: NodeJS.ProcessEnv;
  readonly viewport?: { width: number; height: number };
}

/** A VS Code in a headless browser, signed in. */
export interface Session {
  readonly page: Page;
  /** All windows share one context, as the windows of one person's browser do: storage, cookies, secrets. */
  readonly context: BrowserContext;
  readonly baseUrl: string;
  /** Reloads the page and waits for the workbench. */
  reload(page?: Page): Promise<void>;
  /** Opens another window, on the same folder unless another one is named. */
  newWindow(folder?: string): Promise<Page>;
  /** What the server printed so far. */
  output(): string;
  close(): Promise<void>;
}

/** Waits until a page shows a workbench whose extensions are known. */
async function workbenchShown(page: Page): Promise<void> {
  await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
  await page.locator('.part.statusbar .statusbar-item').first().waitFor({ timeout: 60_000 });
  await page.locator('.part.activitybar .action-item').first().waitFor({ timeout: 60_000 });
}

/**
 * Starts VS Code the way a person uses it (code-server's own entry, password, packed extension) and opens it.
 * Secrets survive a reload. Everything ends with `close()`, and with this process.
 * @throws Problem when a download, the server or the browser fails
 */
export async function openSession(options: SessionOptions): Promise<Session> {
  const build = await ensureBuild(options.version);
  if (options.keepData !== true) await rm(options.dataDirectory, { recursive: true, force: true });
  const theme = options.theme === undefined ? {} : { 'workbench.colorTheme': options.theme };
  const server = await startCodeServer(build, {
    dataDirectory: options.dataDirectory,
    password: options.password,
    settings: { ...quietSettings, ...theme, ...options.settings },
    environment: { ...noGallery, ...options.environment },
    ...(options.vsix === undefined ? {} : { vsix: options.vsix }),
  });
  const browser = await startBrowser();
  const baseUrl = `http://127.0.0.1:${String(server.port)}`;
  const context = await browser.newContext({ viewport: options.viewport ?? { width: 1280, height: 800 } });
  const answer = await context.request.post(`${baseUrl}/login`, {
    form: { password: options.password },
    maxRedirects: 0,
  });
  if (answer.status() !== 302) throw new Problem('VS Code did not accept its own password while signing in.');
  const newWindow = async (folder = options.folder): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(`${baseUrl}/?folder=${encodeURIComponent(folder)}`);
    await workbenchShown(page);
    return page;
  };
  const page = await newWindow();
  return {
    page,
    context,
    baseUrl,
    newWindow,
    output: server.output,
    reload: async (which = page) => {
      await which.reload();
      await workbenchShown(which);
    },
    close: async () => {
      await browser.close();
      await server.end();
    },
  };
}

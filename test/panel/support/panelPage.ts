import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { after, afterEach, before } from 'mocha';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { FromPanel, PanelAnswer, PanelState } from '../../../src/editor/panel/protocol.ts';
import { startBrowser } from '../../../tools/vscode/browser.ts';
import { bodyClass, themeCss, type ThemeName } from './themes.ts';

const root = path.join(import.meta.dirname, '../../..');
const nonce = 'practice-nonce';

/** What the extension is to the page: it gets the messages, and sends snapshots. */
export interface StubHost {
  /** What the next `ready` is answered with. */
  state: PanelState | undefined;
  /** The answer that goes before the state where the state names it. */
  answer: PanelAnswer | undefined;
  readonly messages: FromPanel[];
  /** Waits for the next message of a type that was not taken before. */
  next<T extends FromPanel['type']>(type: T): Promise<Extract<FromPanel, { type: T }>>;
  send(state: PanelState): Promise<void>;
  /** Sends an answer, and the state, changed as told, with that answer shown. */
  show(answer: PanelAnswer, change?: Partial<PanelState>): Promise<void>;
  /** Sends anything, as the extension would send a snapshot. */
  sendRaw(data: unknown): Promise<void>;
}

export interface OpenedPanel {
  readonly page: Page;
  readonly host: StubHost;
}

export interface PanelOptions {
  readonly state?: PanelState;
  /** The answer that the state shows. */
  readonly answer?: PanelAnswer;
  /** The texts in another language, by their English form. */
  readonly texts?: Readonly<Record<string, string>>;
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly reducedMotion?: boolean;
  readonly forcedColors?: boolean;
}

const isOf = <T extends FromPanel['type']>(message: FromPanel, type: T): message is Extract<FromPanel, { type: T }> =>
  message.type === type;

class Host implements StubHost {
  state: PanelState | undefined;
  answer: PanelAnswer | undefined;
  readonly messages: FromPanel[] = [];
  private readonly taken = new Set<FromPanel>();
  private wake: (() => void)[] = [];
  private readonly page: Page;
  private readonly texts: Readonly<Record<string, string>> | undefined;

  constructor(page: Page, { state, answer, texts }: PanelOptions) {
    this.page = page;
    this.state = state && answer ? { ...state, answer: answer.id } : state;
    this.answer = answer;
    this.texts = texts;
  }

  async receive(message: FromPanel): Promise<void> {
    this.messages.push(message);
    for (const wake of this.wake.splice(0)) wake();
    if (message.type !== 'ready') return;
    if (this.texts !== undefined) await this.sendRaw({ type: 'texts', texts: this.texts });
    if (this.answer !== undefined) await this.sendRaw({ type: 'answer', answer: this.answer });
    if (this.state !== undefined) await this.send(this.state);
  }

  async next<T extends FromPanel['type']>(type: T): Promise<Extract<FromPanel, { type: T }>> {
    for (;;) {
      for (const message of this.messages) {
        if (this.taken.has(message) || !isOf(message, type)) continue;
        this.taken.add(message);
        return message;
      }
      const { promise, resolve } = Promise.withResolvers<void>();
      this.wake.push(resolve);
      await promise;
    }
  }

  async send(state: PanelState): Promise<void> {
    this.state = state;
    await this.sendRaw({ type: 'state', state });
  }

  async show(answer: PanelAnswer, change: Partial<PanelState> = {}): Promise<void> {
    assert.ok(this.state !== undefined);
    this.answer = answer;
    await this.sendRaw({ type: 'answer', answer });
    await this.send({ ...this.state, ...change, answer: answer.id });
  }

  async sendRaw(data: unknown): Promise<void> {
    // `postMessage` delivers in a later task; the page is asked about again only after that.
    await this.page.evaluate(
      (message) =>
        new Promise<void>((resolve) => {
          addEventListener('message', () => resolve(), { once: true });
          postMessage(message);
        }),
      data,
    );
  }
}

/** `acquireVsCodeApi` as VS Code has it; the state survives a reload of the page, as there. */
const stubScript = `
  globalThis.acquireVsCodeApi = () => ({
    postMessage: (message) => void globalThis.deliver(message),
    getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
    setState: (state) => { sessionStorage.setItem('state', JSON.stringify(state)); return state; },
  });
  globalThis.violations = [];
  addEventListener('securitypolicyviolation', (event) => globalThis.violations.push(event.violatedDirective + ' ' + event.blockedURI));
`;

function html(theme: ThemeName, origin: string): string {
  const policy = `default-src 'none'; script-src ${origin} 'nonce-${nonce}'; style-src ${origin}; font-src ${origin}; img-src data:`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Request</title>
    <link rel="stylesheet" href="theme-${theme}.css" />
    <link rel="stylesheet" href="codicon.css" id="vscode-codicon-stylesheet" />
    <link rel="stylesheet" href="requestPanel.css" />
    <script nonce="${nonce}" src="stub.js"></script>
  </head>
  <body class="${bodyClass(theme)}">
    <bearings-request-panel></bearings-request-panel>
    <script nonce="${nonce}" src="requestPanel.js"></script>
  </body>
</html>`;
}

/** The page's files as they ship, built in memory: path, type and content. */
async function buildFiles(): Promise<ReadonlyMap<string, readonly [type: string, content: string | Uint8Array]>> {
  const bundle = async (entry: string, format: 'iife' | 'esm'): Promise<string> => {
    const { outputFiles } = await build({
      entryPoints: [path.join(root, 'media/requestPanel', entry)],
      bundle: true,
      minify: true,
      write: false,
      format,
      platform: 'browser',
      target: 'es2023',
      legalComments: 'none',
    });
    const [file] = outputFiles;
    assert.ok(file !== undefined);
    return file.text;
  };
  const codicons = path.join(root, 'node_modules/@vscode/codicons/dist');
  return new Map([
    ['/requestPanel.js', ['text/javascript', await bundle('main.ts', 'iife')]],
    ['/requestPanel.css', ['text/css', await bundle('style.css', 'esm')]],
    ['/stub.js', ['text/javascript', stubScript]],
    ['/codicon.css', ['text/css', await readFile(path.join(codicons, 'codicon.css'))]],
    ['/codicon.ttf', ['font/ttf', await readFile(path.join(codicons, 'codicon.ttf'))]],
  ]);
}

async function serve(): Promise<Server> {
  const files = await buildFiles();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
    const theme = /^\/theme-(.*)\.css$/.exec(url.pathname)?.[1];
    const file = files.get(url.pathname);
    if (url.pathname === '/') {
      response.setHeader('content-type', 'text/html');
      response.end(html((url.searchParams.get('theme') ?? 'dark') as ThemeName, url.origin));
    } else if (theme !== undefined) {
      response.setHeader('content-type', 'text/css');
      response.end(themeCss(theme as ThemeName));
    } else if (file !== undefined) {
      response.setHeader('content-type', file[0]);
      response.end(file[1]);
    } else {
      response.statusCode = url.pathname === '/favicon.ico' ? 204 : 404;
      response.end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/**
 * Starts a browser and a server for a file of tests. Returns what opens the panel in a page of its own; each page is
 * closed after its test, which fails when the page threw or broke its Content-Security-Policy.
 */
export function usePanels(): (options?: PanelOptions) => Promise<OpenedPanel> {
  let browser: Browser;
  let server: Server;
  const opened: { page: Page; errors: Error[] }[] = [];

  before(async function () {
    this.timeout(120_000);
    [browser, server] = await Promise.all([startBrowser(), serve()]);
  });
  after(async () => {
    await browser.close();
    server.close();
  });
  afterEach(async () => {
    for (const { page, errors } of opened.splice(0)) {
      const violations = await page.evaluate('violations');
      await page.context().close();
      assert.deepEqual(errors, []);
      assert.deepEqual(violations, []);
    }
  });

  return async (options = {}) => {
    const { state, theme = 'dark', width = 900, height = 700, reducedMotion = false, forcedColors = false } = options;
    const context = await browser.newContext({
      viewport: { width, height },
      reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
      forcedColors: forcedColors ? 'active' : 'none',
    });
    const page = await context.newPage();
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    opened.push({ page, errors });
    const host = new Host(page, options);
    await page.exposeFunction('deliver', (message: FromPanel) => host.receive(message));
    const address = server.address();
    assert.ok(typeof address === 'object' && address !== null);
    await page.goto(`http://127.0.0.1:${address.port}/?theme=${theme}`);
    await host.next('ready');
    const destination = options.texts?.['Destination'] ?? 'Destination';
    if (state !== undefined) await page.getByRole('group', { name: destination }).waitFor();
    return { page, host };
  };
}

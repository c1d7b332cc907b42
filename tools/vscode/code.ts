import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startBrowser } from './browser.ts';
import { ensureBuild, versions } from './builds.ts';
import { parseCodeCommandLine, workbenchAddress } from './commandLine.ts';
import type { CodeCommandLine } from './commandLine.ts';
import { consoleText } from './consoleText.ts';
import { Problem } from './problem.ts';
import { onEnd } from './processes.ts';
import { startTestServer } from './server.ts';
import { addSettings, quietSettings } from './settings.ts';
import { runTool } from './tool.ts';

/** No line from the tests for so long means that the extension host never came up or hangs. */
const silenceLimit = 300_000;

/**
 * Gives a page lasting SecretStorage: VS Code on the web encrypts secrets with a key the server keeps, which it asks for
 * at `mint-key`. The bare test server does not answer that, so the test's browser does.
 */
async function keepSecrets(page: Page): Promise<void> {
  const key = randomBytes(32);
  await page.route('**/mint-key', (route) =>
    route.fulfill({ status: 200, contentType: 'application/octet-stream', body: key }),
  );
}

async function waitForExit(page: Page, address: string, ended: Promise<number>): Promise<number> {
  let heard = Date.now();
  let settle: (code: number) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const exit = new Promise<number>((resolve, reject) => {
    settle = resolve;
    fail = reject;
  });
  exit.catch(() => undefined); // it may fail before anyone waits for it
  await page.exposeFunction('codeAutomationLog', (type: string, values: unknown[]) => {
    heard = Date.now();
    const text = consoleText(values);
    if (text !== undefined) (type === 'error' || type === 'warn' ? process.stderr : process.stdout).write(`${text}\n`);
  });
  await page.exposeFunction('codeAutomationExit', (code: number) => settle(code));
  page.on('crash', () => fail(new Problem('The browser page crashed while the tests ran. Is there enough memory?')));
  page.on('close', () => fail(new Problem('The browser was closed while the tests ran.')));
  ended.then(
    () => fail(new Problem('The VS Code server ended while the tests ran.')),
    () => fail(new Problem('The VS Code server could not be started.')),
  );
  const watch = setInterval(() => {
    if (Date.now() - heard > silenceLimit)
      fail(new Problem('The tests printed nothing for five minutes and were ended.'));
  }, 1000);
  try {
    await page.goto(address, { timeout: 60_000 });
    return await exit;
  } finally {
    clearInterval(watch);
  }
}

/**
 * Opens VS Code in a headless browser as a `code` command line asks, and waits for its tests.
 * @returns the tests' exit code
 */
async function run(line: CodeCommandLine): Promise<number> {
  const build = await ensureBuild(line.version ?? process.env['BEARINGS_VSCODE_VERSION'] ?? versions.newest);
  const browser = await startBrowser();
  let data = line.userDataDirectory;
  if (data === undefined) {
    const temporary = await mkdtemp(join(tmpdir(), 'bearings-code-'));
    onEnd(() => rm(temporary, { recursive: true, force: true }));
    data = temporary;
  }
  await addSettings(join(data, 'User', 'settings.json'), quietSettings);
  const token = randomBytes(24).toString('hex');
  const extensionsDirectory = line.extensionsDirectory ?? join(data, 'extensions');
  const server = await startTestServer(build, { dataDirectory: data, extensionsDirectory, token });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await keepSecrets(page);
  try {
    return await waitForExit(page, workbenchAddress({ port: server.port, token }, line), server.exited);
  } catch (error) {
    console.error(server.output().trim().split('\n').slice(-20).join('\n'));
    throw error;
  } finally {
    await browser.close(); // before the server: the page would report that it lost it
    await server.end();
  }
}

await runTool(async () => {
  const line = parseCodeCommandLine(process.argv.slice(2), process.cwd());
  if (line.extensionTestsPath === undefined)
    throw new Problem(
      'This VS Code has no window, so it needs tests to run: name them with --extensionTestsPath=PATH.',
    );
  return run(line);
});

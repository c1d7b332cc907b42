import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { provide } from './builds.ts';
import { installPackages } from './npm.ts';
import { Problem } from './problem.ts';
import { onEnd, runProcess } from './processes.ts';

const packagedVersion = '147.0.2';

// Only what a headless browser without network and without a graphics card needs. The package's own list also turns web
// security off and runs everything in one process; tests would then not show what a person's browser does.
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** The first file of this name on the PATH, if any. */
export function findOnPath(names: readonly string[], path: string = process.env['PATH'] ?? ''): string | undefined {
  for (const name of names)
    for (const folder of path.split(delimiter)) {
      const file = join(folder, name);
      if (folder !== '' && existsSync(file)) return file;
    }
  return undefined;
}

function installedBrowser(): string | undefined {
  const applications = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ];
  return (
    findOnPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']) ??
    applications.find((file) => existsSync(file))
  );
}

/** Unpacks the browser inside the folder: by itself the package would unpack into a temporary folder all users share. */
async function unpack(folder: string): Promise<void> {
  const unpacked = join(folder, 'unpacked');
  await mkdir(unpacked);
  const script = `import('@sparticuz/chromium').then((module) => module.default.executablePath())`;
  const result = await runProcess(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: folder,
    // The second variable makes it unpack the system libraries as well, for systems that lack them.
    env: { ...process.env, TMPDIR: unpacked, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  if (result.code !== 0 || !existsSync(join(unpacked, 'chromium')))
    throw new Problem(
      /ENOSPC/.test(result.output)
        ? 'The disk is full: there is no space left for the browser. Free about 1 GB and start again.'
        : 'The downloaded browser could not be unpacked. Remove .vscode-test and start again.',
    );
  // The package's own font settings name folders in /tmp and of a cloud service.
  const fonts = '<dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir>';
  await writeFile(join(unpacked, 'fonts', 'fonts.conf'), `<fontconfig>${fonts}</fontconfig>\n`);
  await rename(unpacked, join(folder, 'browser'));
  await rm(join(folder, 'node_modules'), { recursive: true }); // the packed form is not needed any more
}

/**
 * Finds a Chromium, or downloads one into the cache where the npm registry has one (Linux on x64).
 * @param say gets a line of progress; only called when something is downloaded
 * @returns the path of the executable; throws a `Problem` when there is none
 */
async function ensureBrowser(say: (line: string) => void = console.error): Promise<string> {
  const own = installedBrowser();
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    if (own !== undefined) return own;
    throw new Problem('No browser was found to run VS Code in. Install Chrome or Chromium and start again.');
  }
  try {
    const folder = await provide(`chromium-${packagedVersion}`, 400, async (partial) => {
      say('A headless Chromium is downloaded once, from the npm registry (about 70 MB).');
      await installPackages(partial, [`@sparticuz/chromium@${packagedVersion}`], 'The browser');
      await unpack(partial);
    });
    return join(folder, 'browser', 'chromium');
  } catch (error) {
    if (own !== undefined) return own;
    throw error;
  }
}

async function launch(executablePath: string, environment: NodeJS.ProcessEnv): Promise<Browser> {
  const env = Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return chromium.launch({
    executablePath,
    args: flags,
    headless: true,
    env: Object.fromEntries(env),
    // Signals are handled in one place (processes.ts), which ends the browser in its turn.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

const missingLibrary = /error while loading shared libraries: ([^\s:]+)/;

/** Starts the browser, with the libraries and fonts of its package where the system has none. */
async function launchAnywhere(executablePath: string): Promise<Browser> {
  const folder = dirname(executablePath);
  const fonts = join(folder, 'fonts');
  const environment = { ...process.env };
  if (!existsSync('/etc/fonts/fonts.conf') && existsSync(fonts)) environment['FONTCONFIG_PATH'] = fonts;
  try {
    return await launch(executablePath, environment);
  } catch (error) {
    const libraries = join(folder, 'al2023', 'lib');
    if (!missingLibrary.test(String(error)) || !existsSync(libraries)) throw error;
    return launch(executablePath, { ...environment, LD_LIBRARY_PATH: libraries });
  }
}

/** Starts the headless browser. It ends with this process. Throws a `Problem` when it does not start. */
export async function startBrowser(say?: (line: string) => void): Promise<Browser> {
  const executablePath = await ensureBrowser(say);
  let browser: Browser;
  try {
    browser = await launchAnywhere(executablePath);
  } catch (error) {
    const library = missingLibrary.exec(String(error))?.[1];
    throw new Problem(
      library === undefined
        ? `The browser did not start (${executablePath}). Install Chromium with your system's package manager and start again.`
        : `The browser did not start: the system library ${library} is missing. Install Chromium with your system's package manager, which brings it.`,
    );
  }
  const forget = onEnd(() => browser.close());
  browser.once('disconnected', forget);
  return browser;
}

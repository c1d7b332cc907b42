import { createRequire } from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Bearings } from '../../../src/contract.ts';

type Activate = (context: vscode.ExtensionContext) => unknown;
type MessageFunction = 'showErrorMessage' | 'showWarningMessage' | 'showInformationMessage';

/** What a test can reach of the running extension. */
export interface Activated {
  readonly bearings: Bearings;
  readonly context: vscode.ExtensionContext;
}

const extensionId = 'bearings.bearings';

/** Every line that the extension wrote to its log since it was activated, with the level first. */
export const logLines: string[] = [];
/** Whether the extension showed its log. */
export const logShown = { times: 0 };

let context: vscode.ExtensionContext | undefined;
let originalActivate: Activate | undefined;
/** While set, secret storage refuses every write with this message. */
let secretsFault: string | undefined;

export function extension(): vscode.Extension<Bearings | undefined> {
  const found = vscode.extensions.getExtension<Bearings | undefined>(extensionId);
  if (!found) throw new Error(`VS Code does not know ${extensionId}.`);
  return found;
}

/**
 * Stands between VS Code and the extension's `activate`, to learn the context that VS Code gives it: what is stored, and
 * where, cannot be seen otherwise. To be called before the extension is active; activates nothing.
 */
export function watchActivation(): void {
  if (originalActivate) return;
  const main = path.join(extension().extensionPath, 'dist/node/extension.js');
  const load = createRequire(main);
  const { activate } = load(main) as { activate: Activate };
  originalActivate = activate;
  const loaded = load.cache[main];
  if (!loaded) throw new Error('The extension is not where VS Code loads it from.');
  loaded.exports = {
    activate(given: vscode.ExtensionContext) {
      context = withFaultySecrets(given);
      return activate(context);
    },
  };
  watchLog();
}

/** The extension, activated by a command if nothing did that before. */
export async function activated(): Promise<Activated> {
  watchActivation();
  if (!extension().isActive) await vscode.commands.executeCommand('bearings.showLog');
  const bearings = extension().exports;
  if (!bearings || !context) throw new Error('activate() gave nothing out, or was not called by VS Code.');
  return { bearings, context };
}

/**
 * Ends the extension and runs its `activate` once more, told another mode: only for a window's last test.
 * @returns what it returns
 */
export function activateAgain(mode: vscode.ExtensionMode, given: vscode.ExtensionContext): unknown {
  if (!originalActivate) throw new Error('watchActivation() comes first.');
  for (const subscription of given.subscriptions.splice(0)) subscription.dispose();
  const { createOutputChannel } = vscode.window;
  // VS Code keeps no second log of one name apart from the first, which is closed.
  Object.assign(vscode.window, { createOutputChannel: () => ({ dispose: () => undefined }) });
  try {
    return originalActivate(Object.create(given, { extensionMode: { value: mode } }) as vscode.ExtensionContext);
  } finally {
    Object.assign(vscode.window, { createOutputChannel });
    for (const subscription of given.subscriptions.splice(0)) subscription.dispose();
  }
}

/** Lets secret storage refuse every write during some work. */
export async function whileSecretsRefuse(message: string, work: () => Promise<void>): Promise<void> {
  secretsFault = message;
  try {
    await work();
  } finally {
    secretsFault = undefined;
  }
}

/**
 * Answers the extension's messages during some work: a program can neither read nor press those of VS Code.
 * @param answer the title of the button to press where a message has it; the message is closed otherwise
 * @returns the texts, in order
 */
export async function messagesDuring(work: () => Promise<unknown>, answer?: string): Promise<readonly string[]> {
  const { window } = vscode;
  const names: readonly MessageFunction[] = ['showErrorMessage', 'showWarningMessage', 'showInformationMessage'];
  const originals = names.map((name) => [name, window[name]] as const);
  const texts: string[] = [];
  const replacement = (text: string, ...rest: unknown[]) => {
    texts.push(text);
    return Promise.resolve(rest.find((item) => item === answer && answer !== undefined));
  };
  for (const name of names) Object.assign(window, { [name]: replacement });
  try {
    await work();
  } finally {
    for (const [name, original] of originals) Object.assign(window, { [name]: original });
  }
  return texts;
}

/** Waits until something holds, looking again and again; the test's own time limit ends a wait in vain. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}

function withFaultySecrets(given: vscode.ExtensionContext): vscode.ExtensionContext {
  const { secrets } = given;
  const faulty: vscode.SecretStorage = Object.create(secrets, {
    get: { value: (key: string) => secrets.get(key) },
    delete: { value: (key: string) => secrets.delete(key) },
    onDidChange: { value: secrets.onDidChange },
    store: {
      value: (key: string, value: string) =>
        secretsFault === undefined ? secrets.store(key, value) : Promise.reject(new Error(secretsFault)),
    },
  });
  return Object.create(given, { secrets: { value: faulty } }) as vscode.ExtensionContext;
}

/** Listens to the log: without a native module, which not every build of VS Code has, its file stays empty. */
function watchLog(): void {
  const { window } = vscode;
  const create = window.createOutputChannel.bind(window) as (...all: unknown[]) => vscode.LogOutputChannel;
  const watched = (...all: unknown[]) => {
    const channel = create(...all);
    const level = (name: 'trace' | 'debug' | 'info' | 'warn' | 'error') => ({
      value: (first: string, ...rest: unknown[]) => {
        logLines.push([name, String(first), ...rest.map(String)].join(' '));
        channel[name](first, ...rest);
      },
    });
    return Object.create(channel, {
      ...{ trace: level('trace'), debug: level('debug'), info: level('info'), warn: level('warn') },
      error: level('error'),
      show: {
        value: () => {
          logShown.times += 1;
          channel.show();
        },
      },
      dispose: { value: () => channel.dispose() },
    }) as vscode.LogOutputChannel;
  };
  Object.assign(window, { createOutputChannel: watched });
}

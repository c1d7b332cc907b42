import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findOnPath } from '../vscode/browser.ts';
import { Problem } from '../vscode/problem.ts';
import { runProcess } from '../vscode/processes.ts';
import { serverEnvironment } from '../vscode/server.ts';
import { addSettings, quietSettings } from '../vscode/settings.ts';

const macApplication = '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code';

/** The installed `code` command; throws a `Problem` when there is none. */
export function codeCommand(): string {
  const found = findOnPath(process.platform === 'win32' ? ['code.cmd'] : ['code', 'code-insiders', 'codium']);
  if (found !== undefined) return found;
  if (process.platform === 'darwin' && existsSync(macApplication)) return macApplication;
  throw new Problem(
    'No installed VS Code was found: there is no "code" command. Install VS Code and its "code" command, or use npm start without --desktop.',
  );
}

async function runCode(command: string, args: readonly string[]): Promise<void> {
  // Node starts .cmd files only through the command interpreter.
  const [program, all] =
    process.platform === 'win32' ? ['cmd.exe', ['/d', '/c', command, ...args]] : [command, [...args]];
  const { code, output } = await runProcess(program, all, { env: serverEnvironment(process.env) });
  if (code !== 0)
    throw new Problem(
      `The installed VS Code refused ("${output.trim().split('\n').at(-1) ?? ''}"). Is it 1.104 or newer?`,
    );
}

/**
 * Opens the practice folder in the installed VS Code, in a profile of its own that leaves the person's untouched.
 * The window belongs to the person: it stays when this process ends.
 */
export async function startDesktop(options: { data: string; vsix: string; folder: string }): Promise<void> {
  const command = codeCommand();
  const user = join(options.data, 'user-data');
  await addSettings(join(user, 'User', 'settings.json'), quietSettings);
  const own = ['--user-data-dir', user, '--extensions-dir', join(options.data, 'extensions')];
  await runCode(command, [...own, '--install-extension', options.vsix, '--force']);
  await runCode(command, [...own, '--new-window', options.folder]);
}

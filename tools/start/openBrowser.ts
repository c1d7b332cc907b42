import { spawn } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Whether there is a screen to open a window on. */
export function hasDisplay(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): boolean {
  if (platform === 'darwin' || platform === 'win32') return true;
  return (environment['DISPLAY'] ?? '') !== '' || (environment['WAYLAND_DISPLAY'] ?? '') !== '';
}

/**
 * Opens a link in the person's browser. The arguments of a process can be read by every user of the machine, so the link
 * with its secret is handed over in a file that only its owner may read.
 * @param folder where the file is written
 */
export async function openInBrowser(link: string, folder: string): Promise<void> {
  const file = join(folder, 'sign-in.html');
  await rm(file, { force: true });
  await writeFile(file, `<!doctype html><meta http-equiv="refresh" content="0;url=${link}"><title>Bearings</title>\n`, {
    mode: 0o600,
  });
  const opener = process.platform === 'darwin' ? 'open' : process.platform === 'win32' ? 'explorer.exe' : 'xdg-open';
  const child = spawn(opener, [pathToFileURL(file).href], { stdio: 'ignore', detached: true });
  child.once('error', () => undefined); // the printed link serves as well
  child.unref();
}

import { resolve } from 'node:path';
import { Problem } from './problem.ts';

/** What a `code` command line asks for, as far as tests need it. Paths are absolute. */
export interface CodeCommandLine {
  readonly extensionDevelopmentPaths: readonly string[];
  readonly extensionTestsPath?: string;
  readonly folder?: string;
  readonly userDataDirectory?: string;
  readonly extensionsDirectory?: string;
  /** From `--vscode-version=…`; the environment's choice and the default apply where it is missing. */
  readonly version?: string;
}

function toPath(value: string, base: string): string {
  return value.startsWith('file://') ? new URL(value).pathname : resolve(base, value);
}

/**
 * Reads a `code` command line. Flags that only concern a desktop window are ignored; both `--name=value` and
 * `--name value` are read for the flags that are known.
 * @param args without the program's name
 * @param base folder that relative paths start from
 * @throws Problem when a known flag lacks its value, or more than one folder is named
 */
export function parseCodeCommandLine(args: readonly string[], base: string): CodeCommandLine {
  const taking = [
    'extensionDevelopmentPath',
    'extensionTestsPath',
    'user-data-dir',
    'extensions-dir',
    'vscode-version',
    'folder-uri',
  ];
  const values = new Map<string, string[]>();
  const folders: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const argument = args[index] ?? '';
    if (!argument.startsWith('-')) {
      folders.push(toPath(argument, base));
      continue;
    }
    const [flag = '', ...rest] = argument.replace(/^--?/, '').split('=');
    if (!taking.includes(flag)) continue;
    const value = rest.length > 0 ? rest.join('=') : args[++index];
    if (value === undefined || value === '') throw new Problem(`The option --${flag} needs a value.`);
    values.set(flag, [...(values.get(flag) ?? []), value]);
  }
  folders.push(...(values.get('folder-uri') ?? []).map((value) => toPath(value, base)));
  if (folders.length > 1) throw new Problem('Only one folder can be opened.');
  const path = (flag: string): string | undefined => {
    const value = values.get(flag)?.at(-1);
    return value === undefined ? undefined : toPath(value, base);
  };
  const given = {
    extensionTestsPath: path('extensionTestsPath'),
    folder: folders[0],
    userDataDirectory: path('user-data-dir'),
    extensionsDirectory: path('extensions-dir'),
    version: values.get('vscode-version')?.at(-1),
  };
  return {
    extensionDevelopmentPaths: (values.get('extensionDevelopmentPath') ?? []).map((value) => toPath(value, base)),
    ...(given.extensionTestsPath === undefined ? {} : { extensionTestsPath: given.extensionTestsPath }),
    ...(given.folder === undefined ? {} : { folder: given.folder }),
    ...(given.userDataDirectory === undefined ? {} : { userDataDirectory: given.userDataDirectory }),
    ...(given.extensionsDirectory === undefined ? {} : { extensionsDirectory: given.extensionsDirectory }),
    ...(given.version === undefined ? {} : { version: given.version }),
  };
}

/**
 * The address that opens the workbench of a test server.
 * @param place where the server listens and the secret it asks for
 * @returns an address with the folder and the extension host's orders in its query
 */
export function workbenchAddress(place: { port: number; token: string }, line: CodeCommandLine): string {
  const authority = `127.0.0.1:${String(place.port)}`;
  const remote = (path: string): string => `vscode-remote://${authority}${path}`;
  const payload: [string, string][] = line.extensionDevelopmentPaths.map((path) => [
    'extensionDevelopmentPath',
    remote(path),
  ]);
  if (line.extensionTestsPath !== undefined) payload.push(['extensionTestsPath', remote(line.extensionTestsPath)]);
  const address = new URL(`http://${authority}/`);
  address.searchParams.set('tkn', place.token);
  if (line.folder === undefined) address.searchParams.set('ew', 'true');
  else address.searchParams.set('folder', line.folder);
  address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}

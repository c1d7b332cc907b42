import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Problem } from '../vscode/problem.ts';
import { versions } from '../vscode/builds.ts';

/** What `npm start` was asked for. */
export interface StartOptions {
  readonly desktop: boolean;
  readonly help: boolean;
  readonly open: boolean;
  readonly port?: number;
  readonly version: string;
  /** A packed extension to use; built and packed from the repository when missing. Absolute. */
  readonly vsix?: string;
}

export const startHelp = `npm start [-- OPTIONS]
Builds Bearings, opens a VS Code with it in the browser, with practice connections in the tree.

  --desktop        use the installed VS Code (the "code" command) in place of the browser
  --port N         listen on this port of loopback
  --no-open        print the link, open no browser window
  --version V      VS Code ${versions.newest} (the default) or ${versions.oldest}
  --vsix FILE      use this packed extension in place of building one`;

/**
 * Reads the command line of `npm start`.
 * @param args without the program's name
 * @param base folder that a relative --vsix starts from
 * @throws Problem for an option that is unknown or has a wrong value
 */
export function parseStartOptions(args: readonly string[], base: string): StartOptions {
  let values;
  try {
    values = parseArgs({
      args: [...args],
      allowNegative: true,
      options: {
        desktop: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false, short: 'h' },
        open: { type: 'boolean', default: true },
        port: { type: 'string' },
        version: { type: 'string', default: versions.newest },
        vsix: { type: 'string' },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('. ')[0] ?? '') : '';
    throw new Problem(`${reason}. npm start -- --help lists the options.`);
  }
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(/^\d+$/.test(values.port ?? '') && port >= 1 && port <= 65_535))
    throw new Problem(`"${values.port ?? ''}" is no port. Give --port a whole number from 1 to 65535.`);
  return {
    desktop: values.desktop,
    help: values.help,
    open: values.open,
    version: values.version,
    ...(port === undefined ? {} : { port }),
    ...(values.vsix === undefined ? {} : { vsix: resolve(base, values.vsix) }),
  };
}

import { format } from 'node:util';

/** What the workbench says of itself at every start, between the lines of the tests. All seen on 1.104.0 and 1.139.1. */
const ownWords: readonly RegExp[] = [
  /^(Resolving|Resolved) connection token/,
  /^Creating a socket \(renderer-/,
  /^\[reconnection-grace-time\]/,
  /^Ignoring fetching additional builtin extensions/,
  /^Updating additional builtin extensions cache/,
  /^\[Service Worker\]/,
  /^\[(AgentHost|AccountPolicyGate|DefaultAccount)/,
  /^ChatSessionStore: /,
  /^No search provider registered for scheme/,
  // Errors of the workbench's own code, such as one in passing when the window closes; those of extensions have the
  // extension host's files in their stack.
  /\/vs\/code\/browser\/workbench\/workbench\.js:\d+/,
  // The native modules are not built (no compiler is needed for an install that way); VS Code does without them.
  /^(Error: )?Could not locate the bindings file/,
  /Cannot find module '\.\/build\/Release\/watchdog'/,
];

/**
 * One message of the workbench's console as plain text, or undefined when it is only the workbench talking of itself.
 * @param values the arguments the console was called with, `%c` style marks included
 */
export function consoleText(values: readonly unknown[]): string | undefined {
  const [first, ...rest] = values;
  const styles = typeof first === 'string' ? (first.match(/%c/g)?.length ?? 0) : 0;
  const text =
    typeof first === 'string' ? format(first.replaceAll('%c', ''), ...rest.slice(styles)) : format(...values);
  return ownWords.some((pattern) => pattern.test(text)) ? undefined : text;
}

/**
 * A failure that a person can do something about: its message is the whole text shown, in one or two plain sentences
 * (what happened, why, what to do), never with a stack trace.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The sentence for a disk that is full, wherever it was noticed. */
export const diskFull = 'The disk is full: there is no space left for VS Code. Free about 1 GB and start again.';

/**
 * What to tell a person about any error.
 * @param error whatever was thrown: a `Problem`, a system error with a `code`, or anything else
 * @returns one or two sentences without a stack trace
 */
export function sentenceFor(error: unknown): string {
  if (error instanceof Problem) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  const firstLine = message.split('\n')[0] ?? '';
  switch (codeOf(error)) {
    case 'ENOSPC':
      return diskFull;
    case 'EADDRINUSE':
      return 'The port is already taken by another program. Choose another one with --port N.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `Not allowed to write where the data is kept (${firstLine}). Make the repository folder writable and start again.`;
    default:
      return `Stopped by an unexpected error: ${firstLine}`;
  }
}

/**
 * What to tell a person when the `npm` client failed to fetch something.
 * @param what the thing that was fetched, such as "VS Code 1.139.1"
 * @param output all that npm printed
 * @returns a problem whose message names the cause npm reported
 */
export function npmProblem(what: string, output: string): Problem {
  if (/\bENOSPC\b|no space left/i.test(output)) return new Problem(diskFull);
  if (
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT)\b/.test(
      output,
    )
  )
    return new Problem(
      `${what} could not be downloaded: the npm registry cannot be reached. Connect to the network (or set the registry or proxy of npm) and start again.`,
    );
  if (/\b(E404|ETARGET)\b/.test(output))
    return new Problem(
      `${what} could not be downloaded: the npm registry in use does not have it. Use a registry that mirrors the public one.`,
    );
  if (/CERT|SELF_SIGNED|certificate/.test(output))
    return new Problem(
      `${what} could not be downloaded: npm does not trust the registry's certificate. Set npm's "cafile" to your network's certificate authority.`,
    );
  if (/\b(E401|E403|EAUTH\w*)\b/.test(output))
    return new Problem(
      `${what} could not be downloaded: the npm registry refused access. Sign npm in to it (npm login) and start again.`,
    );
  if (/\b(EACCES|EPERM|EROFS)\b/.test(output))
    return new Problem(
      `${what} could not be stored: npm may not write there. Make the repository folder and npm's cache writable.`,
    );
  const line =
    output.split('\n').find((text) => /npm error|npm ERR!/.test(text)) ?? output.trim().split('\n').at(-1) ?? '';
  return new Problem(`${what} could not be downloaded: npm said "${line.replace(/^npm (error|ERR!)\s*/, '').trim()}".`);
}

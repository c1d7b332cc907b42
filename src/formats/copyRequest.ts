import { type Result, failure } from '../base/result.ts';
import type { RequestDraft } from '../client/draft.ts';
import type { Failure } from '../client/exchange.ts';
import { notSent } from '../client/prepare.ts';
import type { Connection, Project } from '../connections/connection.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import { writeCurlForBash, writeHttpie } from './posixCommands.ts';
import { writeFetch, writePythonRequests } from './programs.ts';
import { type RequestDescription, describeRequest } from './requestDescription.ts';
import { writeCurlForCmd, writeCurlForPowerShell } from './windowsCommands.ts';

/** A way to copy a request out of Bearings. */
export interface CopyFormat {
  readonly id: string;
  /** As a list shows it. */
  readonly title: string;
}

type Writer = (request: RequestDescription) => Result<string>;

const formats: readonly (CopyFormat & { readonly write: Writer })[] = [
  { id: 'curl', title: 'cURL (bash)', write: writeCurlForBash },
  { id: 'curl-powershell', title: 'cURL (PowerShell)', write: writeCurlForPowerShell },
  { id: 'curl-cmd', title: 'cURL (Windows command prompt)', write: writeCurlForCmd },
  { id: 'fetch', title: 'JavaScript fetch', write: writeFetch },
  { id: 'python-requests', title: 'Python requests', write: writePythonRequests },
  { id: 'httpie', title: 'HTTPie', write: writeHttpie },
];

export const copyFormats: readonly CopyFormat[] = formats.map(({ id, title }) => ({ id, title }));

/**
 * The request as a text that sends it elsewhere, with the scope that Send would give it. The key is never in it: the
 * text takes it from the service's environment variable, such as `PHARE_API_KEY`.
 * @param format the id of one of `copyFormats`.
 * @returns a failure when the draft could not be sent either, or when the format cannot hold it.
 */
export function copyRequest(
  format: string,
  draft: RequestDraft,
  connection: Connection,
  definition: ServiceDefinition,
  selected: Project | undefined,
): Result<string, Failure> {
  const found = formats.find(({ id }) => id === format);
  if (!found) {
    const known = formats.map(({ id }) => id).join(', ');
    return failure(notSent('invalid-request', `"${format}" is no format to copy in. There are ${known}.`));
  }
  const request = describeRequest(draft, connection, definition, selected);
  if (!request.ok) return request;
  const text = found.write(request.value);
  return text.ok ? text : failure(notSent('invalid-request', text.error));
}

import type { Exchange } from '../../client/exchange.ts';
import { formatJson } from './json.ts';
import type { PanelParts } from './parts.ts';

/** Opens the body of an answer in a read-only editor. */
export async function openBody(
  { documents }: Pick<PanelParts, 'documents'>,
  { response, operation, request }: Exchange,
): Promise<void> {
  if (!response) return;
  const text = formatJson(response.bodyText);
  const isJson = /^\s*[[{]/u.test(text);
  const name = `${operation ?? request.method}${isJson ? '.json' : '.txt'}`;
  await documents.open(name, text, isJson ? 'json' : 'plaintext');
}

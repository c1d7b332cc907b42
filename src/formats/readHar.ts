import * as v from 'valibot';
import { parseJson } from '../client/json.ts';
import type { ReadMessage } from './readHttpMessage.ts';

const pair = v.object({ name: v.string(), value: v.string() });
/** Without what HTTP/2 has in place of the first line, such as `:authority`. */
const pairs = v.pipe(
  v.optional(v.array(pair), []),
  v.transform((all) => all.filter(({ name }) => !name.startsWith(':'))),
);
const entry = v.object({
  request: v.object({
    method: v.string(),
    url: v.string(),
    headers: pairs,
    postData: v.optional(v.object({ text: v.optional(v.string(), '') })),
  }),
  response: v.object({
    status: v.pipe(v.number(), v.integer()),
    statusText: v.optional(v.string(), ''),
    headers: pairs,
    content: v.optional(v.object({ text: v.optional(v.string(), ''), encoding: v.optional(v.string()) })),
  }),
});

/**
 * Reads an HTTP archive (HAR), or one entry of it, as a browser's network view copies it. Of several entries the last one
 * that was refused counts, or else the last one.
 * @returns undefined for what is none, and where no answer is in it.
 */
export function readHar(text: string): Required<ReadMessage> | undefined {
  if (!/^\s*\{/u.test(text) || !text.includes('"request"')) return undefined;
  const root = parseJson(text) as { readonly log?: { readonly entries?: unknown } } | undefined;
  const listed = Array.isArray(root?.log?.entries) ? (root.log.entries as unknown[]) : [root];
  const read = listed.flatMap((each) => {
    const result = v.safeParse(entry, each);
    return result.success && result.output.response.status >= 100 ? [result.output] : [];
  });
  const found = read.findLast(({ response }) => response.status >= 400) ?? read.at(-1);
  if (!found) return undefined;
  const { request, response } = found;
  const { text: content = '', encoding } = response.content ?? {};
  return {
    request: {
      method: request.method.toUpperCase(),
      target: request.url,
      host: undefined,
      headers: request.headers,
      body: request.postData?.text ?? '',
    },
    response: {
      status: response.status,
      reason: response.statusText,
      headers: response.headers,
      body: encoding === 'base64' ? fromBase64(content) : content,
    },
  };
}

function fromBase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
  } catch {
    return '';
  }
}

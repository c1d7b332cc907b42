import * as v from 'valibot';
import type { FromPanel } from './protocol.ts';

const text = v.string();
const rows = v.array(v.object({ name: text, value: text }));
const draft = v.object({
  method: text,
  path: text,
  pathValues: v.record(text, text),
  query: rows,
  headers: rows,
  body: text,
});
const message = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('edit'), draft }),
  v.object({ type: v.literal('send'), draft }),
  v.object({ type: v.literal('cancel') }),
  v.object({ type: v.literal('act'), answer: text, diagnosis: v.number(), action: v.number() }),
  v.object({ type: v.literal('switchProject') }),
  v.object({ type: v.literal('openBody'), answer: text }),
  v.object({ type: v.literal('copyAsCurl'), draft }),
]);

/** Reads a message of the page; undefined for what is none. */
export function readMessage(received: unknown): FromPanel | undefined {
  const result = v.safeParse(message, received);
  return result.success ? result.output : undefined;
}

import * as v from 'valibot';
import type { FromPanel } from './protocol.ts';

const text = v.string();
const rows = v.array(v.object({ name: text, value: text }));
export const draftSchema = v.object({
  method: text,
  path: text,
  pathValues: v.record(text, text),
  query: rows,
  headers: rows,
  body: text,
});
const place = v.pipe(v.number(), v.integer(), v.minValue(0));
const message = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('edit'), draft: draftSchema }),
  v.object({ type: v.literal('send'), draft: draftSchema }),
  v.object({ type: v.literal('cancel') }),
  v.object({ type: v.literal('switchProject') }),
  v.object({ type: v.literal('openDocumentation'), operation: text }),
  v.object({ type: v.literal('editBody'), draft: draftSchema }),
  v.object({ type: v.literal('saveRequest'), draft: draftSchema }),
  v.object({ type: v.literal('sendElsewhere'), draft: draftSchema }),
  v.object({ type: v.literal('copyAs'), draft: draftSchema }),
  v.object({ type: v.literal('openHistory') }),
  v.object({ type: v.literal('act'), answer: text, diagnosis: place, action: place }),
  v.object({ type: v.literal('copyReport'), answer: text }),
  v.object({ type: v.literal('openBody'), answer: text }),
  v.object({ type: v.literal('saveBody'), answer: text }),
  v.object({ type: v.literal('compare'), answer: text }),
  v.object({ type: v.literal('copyText'), text, what: text }),
  v.object({ type: v.literal('copySecret'), answer: text, secret: place }),
  v.object({ type: v.literal('saveSecret'), answer: text, secret: place }),
]);

/** Reads a message of the page; undefined for what is none. */
export function readMessage(received: unknown): FromPanel | undefined {
  const result = v.safeParse(message, received);
  return result.success ? result.output : undefined;
}

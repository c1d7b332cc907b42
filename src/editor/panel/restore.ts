import * as v from 'valibot';
import type { Project } from '../../connections/connection.ts';
import { draftSchema } from './messages.ts';
import type { PanelDraft } from './protocol.ts';

const project = v.object({ id: v.string(), slug: v.exactOptional(v.string()), name: v.string() });
const kept = v.object({
  connection: v.string(),
  project: v.exactOptional(project),
  /** The id of the exchange that was shown. */
  answer: v.exactOptional(v.string()),
});

/** What is found again after a reload, beside the draft that the page keeps. */
export interface KeptPanel {
  readonly connection: string;
  readonly project?: Project;
  readonly answer?: string;
}

export function writeKept(panel: KeptPanel): string {
  return JSON.stringify(panel);
}

/** Reads what the page of a panel saved; undefined for what another version saved, or nothing. */
export function readKept(saved: unknown): (KeptPanel & { readonly draft: PanelDraft }) | undefined {
  const page = v.safeParse(v.object({ draft: draftSchema, restore: v.string() }), saved);
  if (!page.success) return undefined;
  try {
    const panel = v.safeParse(kept, JSON.parse(page.output.restore));
    return panel.success ? { ...panel.output, draft: page.output.draft } : undefined;
  } catch {
    return undefined;
  }
}

import { count, singleLine } from '../base/text.ts';
import { asText, valueAt } from '../client/json.ts';
import type { Collection } from '../services/definition.ts';

/** One entry of a collection, as a row shows it. All texts are one readable line. */
export interface ResourceRow {
  /** Empty for an entry without id. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly state: 'good' | 'bad' | 'idle' | 'none';
  readonly value: unknown;
}

export function rowOf(value: unknown, collection: Collection): ResourceRow {
  const id = asText(valueAt(value, collection.id ?? 'id')) ?? '';
  const label = collection.label.map((template) => fill(template, value)).find((text) => text !== undefined);
  return {
    id,
    label: singleLine(label ?? '') || (id ? `${collection.title} ${singleLine(id, 40)}` : describe(value)),
    description: singleLine(fillParts(collection.description ?? '', value), 120),
    state: stateOf(value, collection),
    value,
  };
}

/** Fills `{field}`; undefined when any field is missing or empty. */
function fill(template: string, value: unknown): string | undefined {
  let missing = false;
  const text = template.replace(/\{([^{}]+)\}/gu, (_, field: string) => {
    const part = asText(valueAt(value, field));
    missing ||= part === undefined || part === '';
    return part ?? '';
  });
  return missing ? undefined : text;
}

/** Fills the parts between ` · ` one by one and leaves out those with a missing field. */
function fillParts(template: string, value: unknown): string {
  return template
    .split(' · ')
    .flatMap((part) => fill(part, value) ?? [])
    .join(' · ');
}

function stateOf(value: unknown, { state }: Collection): ResourceRow['state'] {
  const text = state && asText(valueAt(value, state.field));
  if (!state || text === undefined) return 'none';
  if (state.good.includes(text)) return 'good';
  if (state.bad.includes(text)) return 'bad';
  return state.idle.includes(text) ? 'idle' : 'none';
}

/** A word for an entry in which nothing of the expected shape is found. */
function describe(value: unknown): string {
  if (Array.isArray(value)) return `list of ${count(value.length, 'entry', 'entries')}`;
  return singleLine(asText(value) ?? '') || (value === null ? 'null' : 'entry without name');
}

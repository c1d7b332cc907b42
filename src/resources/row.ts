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
  /** The entry's page for people, where the service's definition or the entry tells it; https only. */
  readonly page?: string;
}

/** Fields that a tooltip names: more would be a document. */
const TOLD_FIELDS = 14;

/** The plain fields of an entry, one a line as `name  value`, for a tooltip. */
export function fieldLines(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value)
    .flatMap(([name, field]) => {
      const text = asText(field);
      return text === undefined || text === '' ? [] : [`${singleLine(name, 40)}  ${singleLine(text, 100)}`];
    })
    .slice(0, TOLD_FIELDS);
}

/** Whether a row has a text somewhere in its label, description or fields. */
export function rowHas(row: ResourceRow, text: string): boolean {
  const wanted = text.toLowerCase();
  return [row.label, row.description, row.id, ...fieldLines(row.value)].some((part) =>
    part.toLowerCase().includes(wanted),
  );
}

export function rowOf(value: unknown, collection: Collection): ResourceRow {
  const id = asText(valueAt(value, collection.id ?? 'id')) ?? '';
  const page = pageOf(value, collection);
  const label = collection.label.map((template) => fill(template, value)).find((text) => text !== undefined);
  return {
    id,
    label: singleLine(label ?? '') || (id ? `${collection.title} ${singleLine(id, 40)}` : describe(value)),
    description: singleLine(fillParts(collection.description ?? '', value), 120),
    state: stateOf(value, collection),
    value,
    ...(page !== undefined && { page }),
  };
}

function pageOf(value: unknown, { page }: Collection): string | undefined {
  const address = page === undefined ? undefined : fill(page, value);
  return address !== undefined && URL.canParse(address) && new URL(address).protocol === 'https:' ? address : undefined;
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

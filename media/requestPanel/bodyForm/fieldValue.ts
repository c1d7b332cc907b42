import type { PanelParameter } from '../../../src/editor/panel/protocol.ts';
import { kinds, type JsonDocument } from '../json/document.ts';
import { nodeAt, type Steps } from '../json/edit.ts';

/** What a field of a body can be. `unset` is a field that the body does not have. */
export type ValueKind = 'unset' | 'text' | 'number' | 'true' | 'false' | 'list' | 'null' | 'json';

export interface FieldValue {
  readonly kind: ValueKind;
  /** What a person edits: a text without quotes, a number as it was typed, JSON as it stands. */
  readonly text: string;
  /** Of a list, how many items it has. */
  readonly size: number;
}

/** What a body holds at the end of `steps`. */
export function valueAt(document: JsonDocument, steps: Steps): FieldValue {
  const node = nodeAt(document, steps);
  if (node === undefined) return { kind: 'unset', text: '', size: 0 };
  return { kind: kindOf(document, node), text: document.value(node), size: document.size(node) };
}

function kindOf(document: JsonDocument, node: number): ValueKind {
  switch (document.kind(node)) {
    case kinds.string:
      return 'text';
    case kinds.number:
      return 'number';
    case kinds.boolean:
      return document.raw(node) === 'true' ? 'true' : 'false';
    case kinds.array:
      return 'list';
    case kinds.null:
      return 'null';
    default:
      return 'json';
  }
}

/** The kinds that a documented field may be, and the one that it is. */
export function kindsFor({ type }: Pick<PanelParameter, 'type'>, current: ValueKind): readonly ValueKind[] {
  const fitting = kindsOfType(type);
  return fitting.includes(current) ? fitting : [...fitting, current];
}

function kindsOfType(type: string): readonly ValueKind[] {
  switch (type) {
    case 'text':
    case 'date-time':
      return ['unset', 'text', 'null'];
    // Bodies are sent as JSON, which holds no file; null takes one away.
    case 'file':
      return ['unset', 'null'];
    case 'integer':
    case 'number':
      return ['unset', 'number', 'null'];
    case 'boolean':
      return ['unset', 'true', 'false', 'null'];
    case 'list':
      return ['unset', 'list', 'null'];
    case 'object':
      return ['unset', 'json', 'null'];
    default:
      return ['unset', 'text', 'number', 'true', 'false', 'list', 'null', 'json'];
  }
}

/** The kind that typing into a field makes it. */
export function typedKind({ type }: Pick<PanelParameter, 'type'>, current: ValueKind): ValueKind {
  if (current === 'text' || current === 'number' || current === 'json') return current;
  return kindsOfType(type).find((kind) => kind === 'text' || kind === 'number' || kind === 'json') ?? 'text';
}

const numberPattern = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** What was typed, as JSON; undefined for what is no number, or no JSON. */
export function rawOf(kind: ValueKind, typed: string): string | undefined {
  switch (kind) {
    case 'text':
      return JSON.stringify(typed);
    case 'number':
      return numberPattern.test(typed.trim()) ? typed.trim() : undefined;
    case 'json':
      try {
        JSON.parse(typed);
        return typed.trim();
      } catch {
        return undefined;
      }
    case 'true':
    case 'false':
    case 'null':
      return kind;
    case 'list':
      return '[]';
    case 'unset':
      return undefined;
  }
}

/** What a field is first when it becomes of a kind: it keeps what it says where the kind can say it too. */
export function changedKind(kind: ValueKind, { text, kind: before }: FieldValue): string | undefined {
  if (kind === 'text') return JSON.stringify(before === 'number' || before === 'json' ? text : '');
  if (kind === 'number') return rawOf('number', text) ?? '0';
  if (kind === 'json') return before === 'text' ? (rawOf('json', text) ?? '{}') : '{}';
  return rawOf(kind, text);
}

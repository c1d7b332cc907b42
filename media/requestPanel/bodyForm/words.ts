import type { JsonDocument } from '../json/document.ts';
import { t } from '../text.ts';
import type { FieldValue, ValueKind } from './fieldValue.ts';

/** What a kind is called. */
export function kindWord(kind: ValueKind): string {
  const words: Readonly<Record<ValueKind, string>> = {
    unset: t('not set'),
    text: t('text'),
    number: t('number'),
    true: 'true',
    false: 'false',
    list: t('list'),
    null: 'null',
    json: 'JSON',
  };
  return words[kind];
}

/** A value that is there though no documentation allows it; null may mean that there is none. */
export function undocumentedWord({ kind, text }: FieldValue): string {
  return kind === 'null' ? text : t('{0} (not documented)', text === '' ? '""' : text);
}

/** That a text is there and empty; empty for all else. */
export function emptyWord({ kind, text }: FieldValue): string {
  return kind === 'text' && text === '' ? t('sent as an empty text') : '';
}

/** That what was typed is not in the body yet. */
export function pendingWords(kind: ValueKind): string {
  return kind === 'number'
    ? t('Not a number: the body keeps what it had.')
    : t('Not JSON yet: the body keeps what it had.');
}

/** Why a body has no form. */
export function faultOf(document: JsonDocument): string {
  if (document.problem === undefined) return t('The body is not a JSON object. Change it as text.');
  const line = document.text.slice(0, document.problem).split('\n').length;
  return t('Line {0} of the body is not JSON. Mend it in the text, then the form shows its fields.', line);
}

import type { Diagnosis } from '../../../src/diagnosis/diagnosis.ts';
import { serviceIds } from '../../support/faultModel.ts';

/** An id in the place of a service's name. What the service itself says, in quotes, is its own affair. */
const ID = new RegExp(String.raw`(?<![\w./-])(?:${serviceIds.join('|')})(?![\w.-])`, 'u');

/** What no text of a diagnosis has, whoever reads it, with a word for each. */
const FAULTS: readonly (readonly [string, RegExp])[] = [
  ['the same word twice', /\b(\w+) \1\b/u],
  ['two full stops', /(?<!\.)\.\.(?!\.)/u],
  ['a space too many', / {2}|\s[.,;:!?](?!\w)/u],
  ['a value that is none', /\bundefined\b|\bNaN\b|\[object/u],
  ['"a" before a vowel', /\ba [aeiou]\w/iu],
  ['"an" before a consonant', /\ban [bcdfgjklmnpqrstvwxyz][a-z]/u],
  ['an id in place of a name', ID],
];

/** The faults in what is said of one cause: grammar, repetition, ids in place of names. */
export function faultsOfWording({ title, explanation, evidence, actions }: Diagnosis): readonly string[] {
  const titles = actions.map((action) => action.title);
  const texts = [title, explanation, ...evidence, ...titles];
  const found = texts.flatMap((text) =>
    FAULTS.flatMap(([name, fault]) => (fault.test(text.replaceAll(/"[^"]*"/gu, '"…"')) ? [`${name}: ${text}`] : [])),
  );
  const sentences = texts.flatMap((text) => text.split(/(?<=[.!?;])\s+/u)).map((text) => text.replace(/[.…]$/u, ''));
  const twice = sentences.filter(
    (text, index) => text.length > 12 && sentences.some((other, at) => at < index && isAlike(other, text)),
  );
  return [
    ...found,
    ...twice.map((text) => `said twice: ${text}`),
    ...[title, explanation].filter((text) => !/[.!?]$/u.test(text)).map((text) => `no full stop: ${text}`),
    ...[...evidence, ...titles].filter((text) => /[.]$/u.test(text)).map((text) => `a full stop: ${text}`),
  ];
}

function isAlike(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

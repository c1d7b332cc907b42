/** What a key's own text tells, without sending anything. */
import type { KeyKind, ServiceDefinition } from './definition.ts';
import { foreignKeys } from './foreignKeys.ts';

export type KeyProblem =
  | 'surrounding-whitespace'
  | 'inner-whitespace'
  | 'quotes'
  | 'bearer-prefix'
  | 'header-line'
  | 'placeholder'
  | 'non-ascii'
  | 'empty'
  | 'too-short';

export interface KeyFingerprint {
  /** The id of the service whose keys look like this. */
  readonly service?: string;
  readonly keyKind: KeyKind;
  readonly region?: string;
  readonly organization?: string;
  readonly problems: readonly KeyProblem[];
}

export interface CleanedKey {
  /** The text without what was pasted around it. */
  readonly key: string;
  /** Everything noticed, mended or not. */
  readonly problems: readonly KeyProblem[];
  /** Those that cannot be mended: with one of them, the text is not a key. */
  readonly faults: readonly KeyProblem[];
}

/** The name before a key: of a header (of curl, or of JSON), or of a variable (of a shell, `.env`, JSON or YAML). */
const HEADER_LINE = /^(?:(?:-H|--header)[\s=]*)?["']?(?:(?:proxy-)?authorization|x-[a-z0-9-]*|api-?key)["']?\s*:\s*/iu;
const VARIABLE = /^(?:export\s+|set\s+|\$env:)?["']?[A-Z][A-Z0-9_]*(?:KEY|TOKEN|SECRET)(?:\s*=(?!=)|["']\s*:|:\s)\s*/iu;
const BEARER = /^(?:bearer|token)\s+/iu;
/** Each end by itself: a copied text often has only one of its quotes. */
const OPENING_QUOTES = /^["'`“”„‟‘’‚‛«»‹›]+/u;
/** With what follows a quoted text in JSON, in code, or on a line of a shell that goes on. */
const CLOSING_QUOTES = /(?<!["'`“”„‟‘’‚‛«»‹›])["'`“”„‟‘’‚‛«»‹›]+[\s,;\\]*$/u;
const PLACEHOLDER =
  /^(?:<.*>|\$\{?\w+\}?|%\w+%|\{\{.*\}\}|\[.*\]|(?:your|my|the|insert|enter|paste|some)[-_ ]?.*(?:key|token|secret).*|(?:api|access)[-_ ]?(?:key|token)|change[-_ ]?me|secret|test|example|redacted|todo|undefined|null|nil|none|nan|not[-_ ]?set)$/iu;
/** What a program would write to read the key from its environment: `process.env.NAME`, `os.environ["NAME"]`. */
const READ_FROM_ENVIRONMENT =
  /^(?:(?:process|import\.meta|deno|bun)\.env\b|(?:os\.|system\.|std::|[\w.]*\.)?(?:environ|getenv|env)(?:::var)?[[(.]|env\[|\$env:|environment\.get)/iu;
const MASKED = /(?:\*{3,}|(?:^|[_-])x{3,}|x{8,}|\.{3,}|…|[•●]{2,})/iu;
/** Shorter than any key seen; what is shorter was cut off. */
const MINIMUM_LENGTH = 8;

/** Takes off what is often pasted with a key: white space, quotes, a header's name, `Bearer `. */
export function cleanKey(text: string): CleanedKey {
  const problems = new Set<KeyProblem>();
  let key = text;
  const strip = (problem: KeyProblem, next: string) => {
    if (next === key) return false;
    problems.add(problem);
    key = next;
    return true;
  };
  // Each layer may hide another, as in `-H "Authorization: Bearer '…'"`.
  for (let changed = true; changed;) {
    changed = strip('surrounding-whitespace', key.trim());
    changed = strip('header-line', key.replace(HEADER_LINE, '').replace(VARIABLE, '')) || changed;
    changed = strip('bearer-prefix', key.replace(BEARER, '')) || changed;
    changed = strip('quotes', key.replace(OPENING_QUOTES, '').replace(CLOSING_QUOTES, '')) || changed;
  }
  const faults = faultsOf(key);
  return { key, problems: [...problems, ...faults], faults };
}

function faultsOf(key: string): KeyProblem[] {
  if (key === '') return ['empty'];
  const faults: KeyProblem[] = [];
  if (/[\s\p{Cc}]/u.test(key)) faults.push('inner-whitespace');
  if (/[^\p{ASCII}]/u.test(key)) faults.push('non-ascii');
  if (PLACEHOLDER.test(key) || READ_FROM_ENVIRONMENT.test(key) || MASKED.test(key)) faults.push('placeholder');
  else if (key.length < MINIMUM_LENGTH) faults.push('too-short');
  return faults;
}

/** Recognises a key offline: which service's it looks like, how far it reaches, what is wrong with the text. */
export function fingerprint(text: string, definitions: readonly ServiceDefinition[]): KeyFingerprint {
  const { key, problems, faults } = cleanKey(text);
  for (const definition of definitions) {
    const found = recognise(key, definition);
    if (!found) continue;
    const { match, kind } = found;
    const { region, organization } = match.groups ?? {};
    const onlyPrefix = isOnlyPrefix(key, found) && !faults.includes('too-short');
    return {
      service: definition.id,
      keyKind: kind,
      ...(region && { region }),
      ...(organization && { organization }),
      problems: onlyPrefix ? [...problems, 'too-short'] : problems,
    };
  }
  return { keyKind: 'unknown', problems };
}

/** The first of a service's key patterns that a text fits. */
export function recognise(
  key: string,
  definition: ServiceDefinition,
): { match: RegExpExecArray; kind: KeyKind; summary: string } | undefined {
  for (const { pattern, kind, summary } of definition.keys.patterns) {
    const match = new RegExp(pattern, 'u').exec(key);
    if (match) return { match, kind, summary };
  }
  return undefined;
}

/**
 * What a text is that is no key of the service: another secret of the same service, or another one's key.
 * @param services those whose keys are told apart, besides the well-known ones.
 */
export function secretKind(
  text: string,
  definition: ServiceDefinition,
  services: readonly ServiceDefinition[] = [],
): { readonly looksLike: 'other' | 'foreign'; readonly kind: string } | undefined {
  const other = definition.keys.others?.find(({ pattern }) => new RegExp(pattern, 'u').test(text));
  if (other) return { looksLike: 'other', kind: other.summary };
  if (recognise(text, definition)) return undefined;
  const sibling = services.find((service) => recognise(text, service));
  if (sibling) return { looksLike: 'foreign', kind: sibling.name };
  const foreign = foreignKeys.find(({ begins }) => new RegExp(`^${begins}\\w`, 'u').test(text));
  return foreign && { looksLike: 'foreign', kind: foreign.name };
}

/** Whether a recognised key is its kind's beginning and nothing more. */
export function isOnlyPrefix(key: string, { match }: { readonly match: RegExpExecArray }): boolean {
  return match[0].length === key.length;
}

const PROBLEM_TEXTS: Readonly<Record<KeyProblem, string>> = {
  'surrounding-whitespace': 'white space around it',
  'inner-whitespace': 'white space or a line break inside it',
  quotes: 'quotes around it',
  'bearer-prefix': 'the word "Bearer" before it',
  'header-line': 'the name of a header or variable before it',
  placeholder: 'a placeholder in place of a real key',
  'non-ascii': 'characters that no key has (not ASCII)',
  empty: 'nothing in it',
  'too-short': 'too few characters to be a whole key',
};

/** A problem in words that continue "The text has …". */
export function describeProblem(problem: KeyProblem): string {
  return PROBLEM_TEXTS[problem];
}

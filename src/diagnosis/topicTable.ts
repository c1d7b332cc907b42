/** What is meant by saying this of that: the table by which words become topics. */
import * as wordings from './wordings.ts';
import { once } from './wordPatterns.ts';

/** What a refusal can speak of. Words decide nothing alone: rules weigh them with the other facts. */
export type Topic =
  | 'key-missing'
  | 'key-malformed'
  | 'key-wrong-kind'
  | 'key-wrong-service'
  | 'key-invalid'
  | 'key-expired'
  | 'token-expired'
  | 'region-mismatch'
  | 'project-missing'
  | 'project-unknown'
  | 'project-outside-key'
  | 'project-conflict'
  | 'needs-broader-key'
  | 'permission'
  | 'permission-none'
  | 'read-only'
  | 'role-insufficient'
  | 'rate-limited'
  | 'proxy-refused'
  | 'blocked-before-service'
  | 'wrong-address'
  | 'clock-skew'
  | 'maintenance'
  | 'not-found'
  /** An organization or account is not there: the one to which the key belongs, or one that was asked for. */
  | 'account-unknown'
  /** The text names what is not there, and it is neither the project nor the key. */
  | 'entry'
  | 'content'
  /** A sign-in or a valid key is asked for, which is said where none came and where a wrong one did. */
  | 'asked'
  /** The service says that it failed itself. */
  | 'fault'
  /** A refusal that names nothing: "Forbidden". */
  | 'denied'
  /** The text speaks of the project in whatever way. */
  | 'project'
  /** It speaks of a token by name. */
  | 'token'
  /** It speaks of the key or what stands for it. */
  | 'key';

/** What is a cause, and tells of a refusal more than that it is one. */
const SPECIFIC: readonly Topic[] = [
  'key-missing',
  'key-malformed',
  'key-wrong-kind',
  'key-wrong-service',
  'key-invalid',
  'key-expired',
  'token-expired',
  'region-mismatch',
  'project-missing',
  'project-unknown',
  'project-outside-key',
  'project-conflict',
  'needs-broader-key',
  'permission',
  'permission-none',
  'read-only',
  'role-insufficient',
  'rate-limited',
  'clock-skew',
];

/** Whether words name a cause, other than those given. */
export function namesCause(says: ReadonlySet<Topic>, except: readonly Topic[] = []): boolean {
  return SPECIFIC.some((topic) => says.has(topic) && !except.includes(topic));
}

export type Subject = keyof typeof wordings.subjects | 'project' | 'broadKey' | 'narrowKey';

export type Predicate = keyof typeof wordings.predicates;

export type Whole = keyof typeof wordings.wholes;

export interface Found<T> {
  readonly what: T;
  readonly start: number;
  readonly end: number;
}

const elsewhereWords = once(() => new RegExp(wordings.elsewhere, 'iu'));

/** "Invalid or expired", "check your key and region": several causes are offered, and none is meant alone. */
const ALTERNATIVES =
  /\b(?:or|either|may|might|check|verify|oder|prufen|ou|verifiez|verifique|oppure|lub|o)\b|或|または|もしくは|или/u;

/** What a sentence may offer besides something narrower. */
const OFFERED: ReadonlySet<Topic> = new Set(['key-invalid', 'key-expired', 'key-missing']);

/** What is said of the key in one sentence: the narrower excludes the wider, unless both are offered. */
export function narrowedIn(sentence: string, topics: readonly Topic[]): readonly Topic[] {
  const left = narrowed(topics);
  if (!ALTERNATIVES.test(sentence)) return left;
  return [...left, ...topics.filter((topic) => OFFERED.has(topic) && !left.includes(topic))];
}

export function narrowed(topics: readonly Topic[]): readonly Topic[] {
  const excluded = NARROWER.flatMap(([narrow, wide]) => (topics.includes(narrow) ? wide : []));
  return topics.filter((topic) => !excluded.includes(topic));
}

const NARROWER: readonly (readonly [Topic, readonly Topic[]])[] = [
  ['key-malformed', ['key-invalid', 'key-missing']],
  ['key-wrong-kind', ['key-invalid', 'key-missing', 'needs-broader-key']],
  ['key-expired', ['key-invalid', 'key-missing', 'key-wrong-kind']],
  ['project-outside-key', ['key-invalid']],
  ['project-conflict', ['project-outside-key', 'project-missing']],
  ['project-unknown', ['project-missing']],
  ['region-mismatch', ['key-invalid', 'project-outside-key', 'project-unknown', 'not-found']],
  ['key-invalid', ['key-missing']],
  // "Needs a read-write key" says what the key that was sent may do.
  ['read-only', ['key-missing', 'key-wrong-kind']],
  ['rate-limited', ['key-missing', 'key-invalid']],
  ['needs-broader-key', ['project-missing', 'project-unknown']],
  ['clock-skew', ['key-expired']],
];

export function mentioned(subject: Subject): readonly Topic[] {
  if (subject === 'project') return ['project'];
  if (subject === 'token') return ['key', 'token'];
  if (subject === 'permission') return ['permission'];
  if (subject === 'content') return ['content'];
  return ['key', 'credential', 'broadKey', 'narrowKey'].includes(subject) ? ['key'] : [];
}

/** What a person has in a region, beside the key. */
const OF_CALLER = /\b(?:keys?|tokens?|data|accounts?|organi[sz]ations?|workspaces?|tenants?|compan(?:y|ies))\b/u;

export function wholeTopics(
  wholes: ReadonlySet<Whole>,
  subjects: readonly Found<Subject>[],
  sentence: string,
): readonly Topic[] {
  const has = (...wanted: readonly Subject[]) => subjects.some(({ what }) => wanted.includes(what));
  // Where projects are called accounts, it is the project that is not there.
  const topics: Topic[] = [...wholes].filter((topic) => topic !== 'account-unknown' || !has('project'));
  const isOfCaller = has('key', 'token', 'credential', 'project', 'broadKey', 'narrowKey');
  if (has('region') && (isOfCaller || OF_CALLER.test(sentence) || elsewhereWords().test(sentence)) && !has('content')) {
    topics.push('region-mismatch');
  }
  return topics;
}

/** No sentence that is meant to be read has more; what has is hostile, or no sentence. */
const MOST_MATCHES = 12;

export function matches(words: RegExp, sentence: string): readonly { readonly start: number; readonly end: number }[] {
  return [...sentence.matchAll(words)]
    .filter(([text]) => text !== '')
    .slice(0, MOST_MATCHES)
    .map(({ index, 0: text }) => ({ start: index, end: index + text.length }));
}

/** What is meant by saying this of that: the table by which words become topics. */
import * as wordings from './wordings.ts';
import { once, pattern } from './wordPatterns.ts';

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
  /** The text names what is not there, and it is neither the project nor the key. */
  | 'entry'
  | 'content'
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

const otherExpiry = once(() => pattern([wordings.otherExpiry]));

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
  ['key-expired', ['key-invalid', 'key-missing']],
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

export function wholeTopics(
  wholes: ReadonlySet<Whole>,
  subjects: readonly Found<Subject>[],
  sentence: string,
): readonly Topic[] {
  const has = (...wanted: readonly Subject[]) => subjects.some(({ what }) => wanted.includes(what));
  const topics: Topic[] = [...wholes];
  const isOfCaller = has('key', 'token', 'credential', 'project', 'broadKey', 'narrowKey');
  if (
    has('region') &&
    (isOfCaller || /\b(?:key|token)s?\b/u.test(sentence) || elsewhereWords().test(sentence)) &&
    !has('content')
  ) {
    topics.push('region-mismatch');
  }
  return topics;
}

/** What a sort of key may not do, or what only a sort of key may, wherever it stands in the sentence. */
export function keyKindTopics(
  predicates: readonly Found<Predicate>[],
  subjects: readonly Found<Subject>[],
  sentence: string,
): readonly Topic[] {
  const has = (...wanted: readonly Predicate[]) => predicates.some(({ what }) => wanted.includes(what));
  // What a key of one project may not do with another is a matter of the project.
  const isOfOthers = subjects.some(
    ({ what, start }) => what === 'project' && /\b(?:other|another|different) $/u.test(sentence.slice(0, start)),
  );
  const isNarrow = !isOfOthers && subjects.some(({ what }) => what === 'narrowKey') && has('cannot', 'noAccess');
  const isBroad = subjects.some(({ what }) => what === 'broadKey') && has('only');
  return isNarrow || isBroad ? ['needs-broader-key'] : [];
}

/** The one table of what a predicate says of its subject. */
export function topicsOf(
  subject: Subject | undefined,
  predicate: Predicate,
  subjects: readonly Found<Subject>[],
  sentence: string,
): readonly Topic[] {
  const hasKey = subjects.some(({ what }) => ['key', 'token', 'broadKey', 'narrowKey'].includes(what));
  const isLacking = predicate === 'missing' || predicate === 'needs';
  switch (subject) {
    case 'project':
      if (isLacking) return ['project-missing'];
      if (predicate === 'only') return hasKey ? ['project-outside-key'] : [];
      if (predicate === 'bound') return hasKey ? ['project-outside-key'] : ofPersons(sentence);
      if (predicate === 'conflict' && hasKey) return ofKeyAndProject(sentence);
      // Of several that are found one is to be named; of several that are named one is too many.
      if (predicate === 'conflict') return CHOOSE.test(sentence) ? ['project-missing'] : ['project-conflict'];
      if (predicate === 'noAccess' && /\bcross\b/u.test(sentence)) return ['project-outside-key'];
      if (predicate === 'noAccess' && hasKey && OF_ITS_OWN.test(sentence)) return ['project-outside-key'];
      if (predicate === 'invalid' && hasKey && /falsch|mauvais|equivocad|errad[oa]|sbagliat/u.test(sentence))
        return ['project-outside-key'];
      // "Wrong project for this key" says that another would be right.
      if (
        predicate === 'invalid' &&
        /\bwrong \w+ for (?:(?:this|that|the|your)\b|(?:api )?(?:key|token)\b)/u.test(sentence) &&
        hasKey
      )
        return ['project-outside-key'];
      // A header that was not found named nothing.
      if (predicate === 'unknown' && /\b(?:header|parameter|field)\b/u.test(sentence)) return ['project-missing'];
      return ['unknown', 'invalid', 'noAccess', 'malformed'].includes(predicate) ? ['project-unknown'] : [];
    case 'broadKey':
      if (isLacking || predicate === 'only') return ['needs-broader-key'];
      return keyTopics(predicate, sentence);
    case 'narrowKey':
      if (predicate === 'cannot' || predicate === 'noAccess') return ['needs-broader-key'];
      return isLacking ? ['project-missing'] : keyTopics(predicate, sentence);
    case 'key':
    case 'token':
    case 'credential': {
      const hasProject = subjects.some(({ what }) => what === 'project');
      if (hasProject && (predicate === 'bound' || predicate === 'only')) return ['project-outside-key'];
      if (hasProject && predicate === 'noAccess')
        return [OF_ITS_OWN.test(sentence) ? 'project-outside-key' : 'project-unknown'];
      if (isLacking) {
        // "Provide a valid key" is said to a wrong key as well; "authentication required" to both.
        const isVague =
          /\b(?:keys?|tokens?|credentials?) (?:with|that|which|having)\b|\bvalid\b|gultig|valide|valid[oa]|有效|有効|действ/u.test(
            sentence,
          ) ||
          (subject === 'credential' &&
            !/\b(?:no|not|without|missing)\b|n't|fehl|manqu|falta|缺|ありません|отсутств/u.test(sentence));
        return isVague ? [] : ['key-missing'];
      }
      if (
        predicate === 'invalid' &&
        /\b(?:for|in|with) (?:this|that|the|another|project)\b/u.test(sentence) &&
        subjects.some(({ what }) => what === 'project')
      ) {
        return ['project-outside-key'];
      }
      return keyTopics(predicate, sentence);
    }
    case 'role':
      return isLacking || ['only', 'noAccess', 'cannot'].includes(predicate) ? ['role-insufficient'] : [];
    case 'thing':
      return predicate === 'unknown' || (predicate === 'invalid' && GONE.test(sentence)) ? ['not-found'] : [];
    case 'permission':
    case 'region':
    case 'content':
      return [];
    case undefined:
      // A subscription that is over is no key.
      if (predicate === 'expired') return matches(otherExpiry(), sentence).length > 0 ? [] : ['key-expired'];
      if (predicate === 'noAccess') return ['denied'];
      return predicate === 'unknown' ? ['not-found'] : [];
  }
}

const CHOOSE = /\b(?:specify|choose|select|pick) (?!only)/u;
const GONE = /\b(?:deleted|removed|archived)\b/u;
/** What a key may not do beyond its project. */
const OF_ITS_OWN = /\boutside\b|\b(?:its|their) own\b|\b(?:other|another|different)\b/u;

/** A key that reaches several projects leaves open which is meant; a key whose project differs is of another. */
function ofKeyAndProject(sentence: string): readonly Topic[] {
  if (/\bambiguous\b|\b(?:several|multiple|many|more than one)\b/u.test(sentence)) return ['project-missing'];
  return /\bdiffers?\b|\bdifferent\b|mismatch|n[o']t match|disagree/u.test(sentence) ? ['project-outside-key'] : [];
}

/** Not belonging is said of persons as well as of keys. */
function ofPersons(sentence: string): readonly Topic[] {
  return /\b(?:you|user|caller|account|member)\b/u.test(sentence) ? ['project-unknown'] : [];
}

const TO_SOMETHING = /access to|zugriff auf|acces a|acceso a|acesso a|доступ.{0,3} к|へのアクセス|访问/u;

function keyTopics(predicate: Predicate, sentence: string): readonly Topic[] {
  switch (predicate) {
    case 'unknown':
    case 'invalid':
      return [/\boff limits\b/u.test(sentence) ? 'permission' : 'key-invalid'];
    case 'expired':
      return ['key-expired'];
    case 'malformed':
      return ['key-malformed'];
    case 'noAccess':
      // No access to something is a permission; a key that is not allowed at all may be any.
      return TO_SOMETHING.test(sentence) ? ['permission'] : ['denied'];
    case 'missing':
    case 'needs':
    case 'bound':
    case 'conflict':
    case 'cannot':
    case 'only':
      return [];
  }
}

/** No sentence that is meant to be read has more; what has is hostile, or no sentence. */
const MOST_MATCHES = 12;

export function matches(words: RegExp, sentence: string): readonly { readonly start: number; readonly end: number }[] {
  return [...sentence.matchAll(words)]
    .filter(([text]) => text !== '')
    .slice(0, MOST_MATCHES)
    .map(({ index, 0: text }) => ({ start: index, end: index + text.length }));
}

/** Finds out what a text speaks of and what it says of that, in whatever language, by the words of `wordings.ts`. */
import type { ServiceDefinition } from '../services/definition.ts';
import { wordings } from '../services/builtIn.ts';
import { type ProjectWords, compile, fold, once, pattern, projectWords } from './wordPatterns.ts';

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
  | 'content'
  /** A refusal that names nothing: "Forbidden". */
  | 'denied'
  /** The text speaks of the project in whatever way. */
  | 'project'
  /** It speaks of a token by name. */
  | 'token'
  /** It speaks of the key or what stands for it. */
  | 'key';

type Subject = keyof typeof wordings.subjects | 'project' | 'broadKey' | 'narrowKey';
type Predicate = keyof typeof wordings.predicates;
type Whole = keyof typeof wordings.wholes;

interface Found<T> {
  readonly what: T;
  readonly start: number;
  readonly end: number;
}

const subjectWords = once(() => compile(wordings.subjects));
const predicateWords = once(() => compile(wordings.predicates));
const wholeWords = once(() => compile(wordings.wholes));
const adviceWords = once(() => pattern(wordings.advice));
const otherExpiry = once(() => pattern([wordings.otherExpiry]));
const elsewhereWords = once(() => new RegExp(wordings.elsewhere, 'iu'));

/**
 * What texts speak of. Pure.
 * @param texts the service's words: messages, titles, codes.
 */
export function readTopics(texts: readonly string[], definition: ServiceDefinition): ReadonlySet<Topic> {
  const topics = new Set<Topic>();
  for (const text of texts) {
    const plain = text
      .slice(0, 800)
      .replace(/https?:\/\/\S+|\S+@\S+\.\S+/gu, ' ')
      .replace(
        /\b(?!about:|urn:|tag:|error:|code:|status:|type:|detail:|message:)[a-z][a-z_.-]*:[a-z_*]{3,}\b/giu,
        ' permission ',
      );
    // "You have several projects. Specify which one": what is asked for may stand in the sentence before.
    let before: readonly Subject[] = [];
    for (const sentence of fold(plain).split(/[.!?;]+(?=\s|$)|[。！？；\n|]/u)) {
      const read = sentenceTopics(sentence.replaceAll(/[./]/gu, ' '), definition, before);
      for (const topic of read.topics) topics.add(topic);
      before = read.subjects;
    }
  }
  return topics;
}

function sentenceTopics(
  sentence: string,
  definition: ServiceDefinition,
  before: readonly Subject[],
): { readonly topics: readonly Topic[]; readonly subjects: readonly Subject[] } {
  const words = projectWords(definition);
  const clean = sentence.replace(adviceWords(), ' ');
  if (clean.trim() === '') return { topics: [], subjects: before };
  const wholes = new Set(
    wholeWords().flatMap(({ name, words: own }) => (matches(own, clean).length > 0 ? [name] : [])),
  );
  const subjects = subjectsIn(clean, words);
  const topics: Topic[] = subjects.flatMap(({ what }) => mentioned(what));
  for (const predicate of predicatesIn(clean)) {
    const subject = subjectOf(predicate, subjects, clean);
    const isAsked = predicate.what === 'needs' && subjects.length === 0 && before.includes('project');
    topics.push(...topicsOf(isAsked ? 'project' : subject, predicate.what, subjects, clean));
  }
  topics.push(...wholeTopics(wholes, subjects, clean));
  if (/\bproxy\b/u.test(clean) && /auth|denied|refus|forbid|block|credential|required|407|not allow/u.test(clean)) {
    topics.push('proxy-refused');
  }
  return { topics: narrowed(topics), subjects: subjects.map(({ what }) => what) };
}

/** What is said of the key in one sentence: the narrower excludes the wider. */
function narrowed(topics: readonly Topic[]): readonly Topic[] {
  const excluded = NARROWER.flatMap(([narrow, wide]) => (topics.includes(narrow) ? wide : []));
  return topics.filter((topic) => !excluded.includes(topic));
}

const NARROWER: readonly (readonly [Topic, readonly Topic[]])[] = [
  ['key-malformed', ['key-invalid', 'key-missing']],
  ['key-wrong-kind', ['key-invalid', 'key-missing', 'needs-broader-key']],
  ['key-expired', ['key-invalid']],
  ['project-outside-key', ['key-invalid']],
  ['project-conflict', ['project-outside-key']],
  ['project-unknown', ['project-missing']],
  ['region-mismatch', ['key-invalid', 'project-outside-key', 'project-unknown', 'not-found']],
  ['key-invalid', ['key-missing']],
];

function mentioned(subject: Subject): readonly Topic[] {
  if (subject === 'project') return ['project'];
  if (subject === 'token') return ['key', 'token'];
  if (subject === 'permission') return ['permission'];
  if (subject === 'content') return ['content'];
  return ['key', 'credential', 'broadKey', 'narrowKey'].includes(subject) ? ['key'] : [];
}

function wholeTopics(
  wholes: ReadonlySet<Whole>,
  subjects: readonly Found<Subject>[],
  sentence: string,
): readonly Topic[] {
  const has = (...wanted: readonly Subject[]) => subjects.some(({ what }) => wanted.includes(what));
  const topics: Topic[] = [...wholes];
  const isOfCaller = has('key', 'token', 'credential', 'project', 'broadKey', 'narrowKey');
  if (has('region') && (isOfCaller || elsewhereWords().test(sentence)) && !has('content')) {
    topics.push('region-mismatch');
  }
  return topics;
}

/** The one table of what a predicate says of its subject. */
function topicsOf(
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
      if (predicate === 'bound') return hasKey ? ['project-outside-key'] : [];
      if (predicate === 'conflict') return hasKey ? [] : ['project-conflict'];
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
      const isProject = predicate === 'bound' && subjects.some(({ what }) => what === 'project');
      if (isProject) return ['project-outside-key'];
      if (isLacking) {
        // "Provide a valid key" is said to a wrong key as well; "authentication required" to both.
        const isVague =
          /\bvalid\b|gultig|valide|valid[oa]|有效|有効|действ/u.test(sentence) ||
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
      return predicate === 'unknown' ? ['not-found'] : [];
    case 'permission':
    case 'region':
    case 'content':
      return [];
    case undefined:
      if (predicate === 'expired') return keyTopics(predicate, sentence);
      if (predicate === 'noAccess') return ['denied'];
      return predicate === 'unknown' ? ['not-found'] : [];
  }
}

function keyTopics(predicate: Predicate, sentence: string): readonly Topic[] {
  switch (predicate) {
    case 'unknown':
    case 'invalid':
      return ['key-invalid'];
    case 'expired':
      return matches(otherExpiry(), sentence).length > 0 ? [] : ['key-expired'];
    case 'malformed':
      return ['key-malformed'];
    case 'noAccess':
      return ['denied'];
    case 'missing':
    case 'needs':
    case 'bound':
    case 'conflict':
    case 'cannot':
    case 'only':
      return [];
  }
}

function subjectsIn(sentence: string, words: ProjectWords): readonly Found<Subject>[] {
  const found: Found<Subject>[] = [
    ...matches(words.broadKey, sentence).map((match) => ({ what: 'broadKey' as const, ...match })),
    ...matches(words.narrowKey, sentence).map((match) => ({ what: 'narrowKey' as const, ...match })),
    ...(words.carriers ? matches(words.carriers, sentence) : []).map((match) => ({
      what: 'project' as const,
      ...match,
    })),
    ...matches(words.project, sentence).map((match) => ({ what: 'project' as const, ...match })),
    ...subjectWords().flatMap(({ name, words: own }) =>
      matches(own, sentence).map((match) => ({ what: name, ...match })),
    ),
    ...(words.thing ? matches(words.thing, sentence) : []).map((match) => ({ what: 'thing' as const, ...match })),
  ];
  // What stands within another is a part of its name.
  return found.filter(
    (one, index) =>
      !found.some((other, place) => place < index && other.start <= one.start && other.end >= one.end) &&
      !found.some(
        (other) =>
          !['cannot', 'only'].includes(other.what) &&
          other.end - other.start > one.end - one.start &&
          other.start <= one.start &&
          other.end >= one.end,
      ),
  );
}

function predicatesIn(sentence: string): readonly Found<Predicate>[] {
  const found = predicateWords().flatMap(({ name, words }) =>
    matches(words, sentence).map((match) => ({ what: name, ...match })),
  );
  // What stands within another is a part of it: "no" within "no project with that id".
  return found.filter(
    (one) =>
      !found.some(
        (other) =>
          other.what !== 'cannot' &&
          other.end - other.start > one.end - one.start &&
          other.start <= one.start &&
          other.end >= one.end,
      ),
  );
}

/** What follows one of these is the place of the thing that is spoken of, not the thing. */
const PLACE = /\b(?:in|within|under|im|dans|en|no|na|of|der|du|del|do|da)\b|中|の|里|в /u;

/** The subject nearest to a predicate: after it for what asks for something, before it or after it otherwise. */
function subjectOf(
  { what, start, end }: Found<Predicate>,
  subjects: readonly Found<Subject>[],
  sentence: string,
): Subject | undefined {
  let best: { readonly subject: Subject; readonly distance: number } | undefined;
  for (const subject of subjects) {
    const isAfter = subject.start >= end;
    const gap = isAfter ? sentence.slice(end, subject.start) : sentence.slice(subject.end, start);
    // "No project" says that none was named; a "no" farther away speaks of something else.
    const word = sentence.slice(start, end);
    if (what === 'needs' && /^(?:no|use|kein[a-z]*)$/u.test(word) && (!isAfter || subject.start - end > 4)) continue;
    // What needs or lacks something is not what lacks.
    if (what === 'needs' && !isAfter && /^(?:requires?|needs?|lack|must|expect|without|which)/u.test(word)) continue;
    if (isAfter && what === 'unknown' && PLACE.test(gap)) continue;
    // "Not a member": a word of the predicate is nothing that it speaks of.
    if (subject.what === 'thing' && subject.start >= start && subject.end <= end) continue;
    let distance = Math.max(0, isAfter ? subject.start - end : start - subject.end);
    // "requires X" speaks of X, wherever else something stands nearer.
    if (what === 'needs' && !isAfter) distance += 40;
    if (distance > 80) continue;
    if (!best || distance < best.distance) best = { subject: subject.what, distance };
  }
  return best?.subject;
}

function matches(words: RegExp, sentence: string): readonly { readonly start: number; readonly end: number }[] {
  return [...sentence.matchAll(words)]
    .filter(([text]) => text !== '')
    .map(({ index, 0: text }) => ({ start: index, end: index + text.length }));
}

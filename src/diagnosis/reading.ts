/** Finds out what a text speaks of and what it says of that, in whatever language, by the words of `wordings.ts`. */
import type { ServiceDefinition } from '../services/definition.ts';
import { contentTopics } from './contentReading.ts';
import { isSortForPlace } from './keySorts.ts';
import { looseTopic } from './looseReading.ts';
import { keyKindTopics, topicsOf } from './saidOfSubject.ts';
import * as wordings from './wordings.ts';
import {
  type Found,
  type Predicate,
  type Subject,
  type Topic,
  matches,
  mentioned,
  narrowed,
  narrowedIn,
  wholeTopics,
} from './topicTable.ts';
import { type ProjectWords, compile, fold, once, pattern, projectWords } from './wordPatterns.ts';

const subjectWords = once(() => compile(wordings.subjects));

const predicateWords = once(() => compile(wordings.predicates));

const wholeWords = once(() => compile(wordings.wholes));

const adviceWords = once(() => pattern(wordings.advice));

/**
 * What texts speak of. Pure.
 * @param texts the service's words: messages, titles, codes.
 * @param status what the answer's status leaves to be meant by words that cannot be read as sentences.
 */
export function readTopics(
  texts: readonly string[],
  definition: ServiceDefinition,
  status?: number,
): ReadonlySet<Topic> {
  const sentences = texts.map((text) => sentencesOf(OF_ENTRIES.has(status ?? 0) ? withoutNames(text) : text));
  const topics = new Set<Topic>();
  const words = projectWords(definition);
  const open: string[] = [];
  for (const text of sentences) {
    // "You have several projects. Specify which one": what is asked for may stand in the sentence before.
    let before: readonly Subject[] = [];
    for (const sentence of text) {
      const ofContent = contentTopics(withoutAdvice(sentence), status, words);
      for (const topic of ofContent ?? []) topics.add(topic);
      if (ofContent) continue;
      open.push(sentence);
      const read = sentenceTopics(sentence, definition, before);
      for (const topic of read.topics) topics.add(topic);
      before = read.subjects;
    }
  }
  // What was sent is told in another sentence than what is wanted.
  if (topics.has('key-wrong-kind')) topics.delete('key-missing');
  if (topics.has('region-mismatch')) topics.delete('key-malformed');
  const loose = open.flatMap((sentence) => looseTopic(withoutAdvice(sentence), words) ?? []);
  for (const topic of loose) {
    if (topics.has(topic) || !isNarrowest(topic, topics) || !fits(topic, topics, status)) continue;
    for (const wide of WIDE) topics.delete(wide);
    topics.add(topic);
  }
  return topics;
}

/** What is said of nearly every refusal, so that anything more may stand beside it. */
const VAGUE: ReadonlySet<Topic> = new Set([
  'project',
  'key',
  'token',
  'content',
  'denied',
  'asked',
  'fault',
  'permission',
  'not-found',
]);
/** What a text seems to say of the key when it goes on to say more. */
const WIDE: ReadonlySet<Topic> = new Set(['key-invalid', 'key-missing']);

/** Small words beside which nothing more is said. */
const FILLING =
  /\b(?:the|an?|your?|this|that|it|its|we|is|are|was|were|be|been|has|have|of|for|to|in|by|with|or|and|as|http|error|code|status|request|provided|supplied|given|presented|sent|used|api|header|unauthori[sz]ed|\d+)\b/gu;

/** Whether a text says of the key that it is not accepted, and nothing besides: every word of it was read. Pure. */
export function blamesKeyAlone(text: string): boolean {
  const read = [...subjectWords(), ...predicateWords()].filter(({ name }) =>
    ['key', 'token', 'credential', 'invalid', 'unknown'].includes(name),
  );
  const left = read.reduce((rest, { words }) => rest.replace(words, ' '), fold(text).slice(0, 800));
  return !/\p{L}/u.test(left.replace(FILLING, ' '));
}

/** What a sentence is probably about counts where its grammar told nothing, or nothing as narrow. */
function isNarrowest(topic: Topic, read: ReadonlySet<Topic>): boolean {
  const told = [...read].filter((other) => other !== topic && !VAGUE.has(other));
  return told.every((other) => WIDE.has(other) && !WIDE.has(topic) && !narrowed([topic, other]).includes(other));
}

/** What is said of who asks; of a rejected content, the same words are said of its fields. */
const OF_CALLER: ReadonlySet<Topic> = new Set(['role-insufficient', 'read-only', 'permission', 'key-expired']);

function fits(topic: Topic, read: ReadonlySet<Topic>, status = 403): boolean {
  if (status >= 500) return false;
  const isOfContent = [400, 409, 412, 413, 415, 422].includes(status);
  return !isOfContent || !OF_CALLER.has(topic) || read.has('key');
}

/** The name of a status before a sentence is said of nothing in it. */
const LABEL = /^\s*(?<label>(?:\d{3} )?(?:error|unauthori[sz]ed|forbidden|bad request))\s*[:,–—]/u;

/** The same of a permission where the key is what follows. */
const PERMISSION_LABEL =
  /^\s*(?:\d{3} )?permission denied\s*[:,–—]?\s*(?=(?:(?:the|this|your|an?|unknown|invalid|bad) )*(?:api |access )?(?:keys?|tokens?|credentials?)\b)/u;

/** Statuses by which a service speaks of an entry. */
const OF_ENTRIES: ReadonlySet<number> = new Set([404, 409, 410]);

/** `Monitor "Expired key check" not found`: what several words in quotes within a sentence are called is data. */
function withoutNames(text: string): string {
  return text.slice(0, 800).replace(/(?<=\p{L}[ :]{1,2})(["'«“„‘])[^"'»”“’]*\s[^"'»”“’]*["'»”“’](?=\s+\p{L})/gu, '…');
}

/** The sentences of a text, folded, without addresses and names of permissions. */
function sentencesOf(text: string): readonly string[] {
  const plain = text
    .slice(0, 800)
    .replace(/https?:\/\/\S+|\S+@\S+\.\S+/gu, ' ')
    .replace(
      /(?<![\w:])(?!about:|urn:|tag:|error:|code:|status:|type:|detail:|message:)[a-z][a-z_.-]*:[a-z_*]{3,}\b/giu,
      ' permission ',
    )
    .replace(
      /\b(?!errors?\.|oauth\.|auth\.)[a-z][\w-]*\.(?!(?:created|updated|deleted|managed|viewed|listed|edited)\b)(?![a-z_]*(?:key|token)s?\b)(?:read|write|create|update|delete|manage|admin|view|list|edit)[a-z_]*\b/giu,
      ' permission ',
    );
  return fold(plain)
    .replace(
      /\b(?:unrecogni[sz]ed|unexpected) token\b.{0,40}\b(?:expecting|json|position|line|column)\b/gu,
      ' malformed json ',
    )
    .replace(/\bcannot (?:get|post|put|patch|delete|head|options) \//gu, 'no route matched ')
    .replace(PERMISSION_LABEL, 'denied. ')
    .replace(LABEL, '$<label>.')
    .split(/[.!?;]+(?=\s|$)|[。！？；\n|]/u)
    .map((sentence) => sentence.replaceAll(/[./:"']+(?=\s|$)|[./:"]/gu, ' ').replaceAll(/ {2,}/gu, ' '));
}

function withoutAdvice(sentence: string): string {
  return sentence.replace(adviceWords(), ' ');
}

function sentenceTopics(
  sentence: string,
  definition: ServiceDefinition,
  before: readonly Subject[],
): { readonly topics: readonly Topic[]; readonly subjects: readonly Subject[] } {
  const words = projectWords(definition);
  const clean = withoutAdvice(sentence);
  if (clean.trim() === '') return { topics: [], subjects: before };
  const wholes = new Set(
    wholeWords().flatMap(({ name, words: own }) => (matches(own, clean).length > 0 ? [name] : [])),
  );
  const subjects = subjectsIn(clean, words);
  const topics: Topic[] = subjects.flatMap(({ what }) => mentioned(what));
  const predicates = predicatesIn(clean);
  for (const predicate of predicates) {
    const subject = subjectOf(predicate, subjects, clean);
    const isAsked = predicate.what === 'needs' && subjects.length === 0 && before.includes('project');
    topics.push(...topicsOf(isAsked ? 'project' : subject, predicate.what, subjects, clean));
  }
  topics.push(...wholeTopics(wholes, subjects, clean), ...keyKindTopics(predicates, subjects, clean));
  if (/\bproxy\b/u.test(clean) && /auth|denied|refus|forbid|block|credential|required|407|not allow/u.test(clean)) {
    topics.push('proxy-refused');
  }
  const told = isSortForPlace(clean) ? topics.filter((topic) => topic !== 'read-only') : topics;
  return { topics: narrowedIn(clean, told), subjects: subjects.map(({ what }) => what) };
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
    ...(words.regions ? matches(words.regions, sentence) : []).map((match) => ({ what: 'region' as const, ...match })),
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
          !(other.what === 'bound' && one.what === 'only') &&
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
    if (what === 'needs' && /^(?:no|use|kein[a-z]*)$/u.test(word) && (!isAfter || subject.start - end > 9)) continue;
    // What needs or lacks something is not what lacks.
    if (what === 'needs' && !isAfter && /^ ?[a-z]/u.test(word)) continue;
    if (isAfter && what === 'unknown' && PLACE.test(gap)) continue;
    // "Not a member": a word of the predicate is nothing that it speaks of.
    // A role is lacked or needed; what is deleted or unknown is something else.
    if (subject.what === 'thing' && (what === 'expired' || what === 'conflict')) continue;
    // Places are what two names stand in: "project in the header and in the query differ".
    if (subject.what === 'content' && what === 'conflict') continue;
    if (subject.what === 'role' && ['invalid', 'unknown', 'expired', 'malformed', 'conflict'].includes(what)) continue;
    if (['thing', 'content'].includes(subject.what) && subject.start >= start && subject.end <= end) continue;
    let distance = Math.max(0, isAfter ? subject.start - end : start - subject.end);
    // "API key missing permissions": what lacks follows at once, where anything does.
    if (
      isAfter &&
      /^(?:missing|lacks|lacking)$/u.test(word) &&
      /^ (?:the |an? |any |required |necessary )*$/u.test(gap)
    )
      distance = -1;
    // "requires X" speaks of X, wherever else something stands nearer.
    if (what === 'needs' && !isAfter) distance += 40;
    if (distance > 80) continue;
    if (!best || distance < best.distance) best = { subject: subject.what, distance };
  }
  return best?.subject;
}

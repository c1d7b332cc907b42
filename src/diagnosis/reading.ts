/** Finds out what a text speaks of and what it says of that, in whatever language, by the words of `wordings.ts`. */
import type { ServiceDefinition } from '../services/definition.ts';
import * as wordings from './wordings.ts';
import {
  type Found,
  type Predicate,
  type Subject,
  type Topic,
  keyKindTopics,
  matches,
  mentioned,
  narrowed,
  topicsOf,
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
      )
      .replace(
        /\b[a-z][\w-]*\.(?:read|write|create|update|delete|manage|admin|view|list|edit)[a-z_]*\b/giu,
        ' permission ',
      );
    // "You have several projects. Specify which one": what is asked for may stand in the sentence before.
    let before: readonly Subject[] = [];
    for (const sentence of fold(plain).split(/[.!?;]+(?=\s|$)|[。！？；\n|]/u)) {
      const read = sentenceTopics(
        sentence.replaceAll(/[./:"']+(?=\s|$)|[./:"]/gu, ' ').replaceAll(/ {2,}/gu, ' '),
        definition,
        before,
      );
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
  return { topics: narrowed(topics), subjects: subjects.map(({ what }) => what) };
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
    if (subject.what === 'thing' && what === 'expired') continue;
    if (subject.what === 'role' && ['invalid', 'unknown', 'expired', 'malformed', 'conflict'].includes(what)) continue;
    if (['thing', 'content'].includes(subject.what) && subject.start >= start && subject.end <= end) continue;
    let distance = Math.max(0, isAfter ? subject.start - end : start - subject.end);
    // "requires X" speaks of X, wherever else something stands nearer.
    if (what === 'needs' && !isAfter) distance += 40;
    if (distance > 80) continue;
    if (!best || distance < best.distance) best = { subject: subject.what, distance };
  }
  return best?.subject;
}

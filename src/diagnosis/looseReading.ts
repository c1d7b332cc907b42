/** What a text is probably about where its sentence cannot be read: which things it names together. */
import { type Concept, concepts } from './concepts.ts';
import type { Topic } from './topicTable.ts';
import { type ProjectWords, fold, once } from './wordPatterns.ts';

/** What a sentence names: a concept, or the service's own words for a project and for keys by their reach. */
type Named = Concept | 'project' | 'broadKey' | 'narrowKey';

interface Meaning {
  readonly topic: Topic;
  /** All of these are named, of a list at least one. */
  readonly names: readonly (Named | readonly Named[])[];
  readonly without?: readonly Named[];
}

/** The first whose concepts are all named is meant: what is said of fewer refusals stands before what is said of many. */
const MEANINGS: readonly Meaning[] = [
  { topic: 'clock-skew', names: ['clock', ['other', 'negated', 'limit', 'bad', 'advice']] },
  { topic: 'rate-limited', names: ['spent'] },
  { topic: 'rate-limited', names: ['limit', 'calls'], without: ['person'] },
  { topic: 'key-expired', names: ['over'], without: ['notKey', 'project'] },
  { topic: 'key-expired', names: ['key', 'ended'], without: ['notKey', 'project'] },
  { topic: 'read-only', names: ['key', 'read', 'write'], without: ['content', 'bad'] },
  { topic: 'permission', names: ['shut'], without: ['project'] },
  { topic: 'key-wrong-kind', names: ['key', 'kind', ['other', 'negated', 'bad']], without: ['offered'] },
  { topic: 'key-wrong-kind', names: ['otherSort', ['negated', 'needed']], without: ['offered'] },
  { topic: 'key-wrong-kind', names: ['key', 'otherSort'], without: ['bad', 'over', 'offered'] },
  { topic: 'needs-broader-key', names: ['organization', 'key', 'needed'] },
  { topic: 'needs-broader-key', names: ['broadKey', 'needed'] },
  { topic: 'needs-broader-key', names: ['narrowKey', ['negated', 'too']] },
  { topic: 'region-mismatch', names: ['region', ['other', 'bad', 'key']] },
  { topic: 'read-only', names: ['write', ['negated', 'needed', 'too']], without: ['content'] },
  { topic: 'read-only', names: ['read', 'needed'], without: ['content'] },
  { topic: 'read-only', names: ['key', 'read'], without: ['content', 'write', 'bad'] },
  { topic: 'read-only', names: ['key', 'method', ['negated', 'needed']] },
  { topic: 'project-unknown', names: ['project', 'member', 'negated'] },
  { topic: 'role-insufficient', names: ['person', ['needed', 'negated', 'too']] },
  { topic: 'role-insufficient', names: ['member', ['needed', 'negated', 'too']], without: ['key'] },
  { topic: 'project-outside-key', names: ['project', 'key', 'other'] },
  { topic: 'project-unknown', names: ['project', ['accessTo', 'permission'], 'negated'] },
  { topic: 'project-unknown', names: ['project', 'seeing', 'negated'] },
  { topic: 'project-outside-key', names: ['project', 'key', 'negated'] },
  { topic: 'project-unknown', names: ['project', 'unknown'] },
  { topic: 'project-missing', names: ['project', ['lacking', 'needed']] },
  { topic: 'project-unknown', names: ['project', 'negated'] },
  { topic: 'permission', names: ['accessTo', 'negated'], without: ['project'] },
  { topic: 'permission', names: ['permission', ['negated', 'needed', 'too']] },
  { topic: 'key-invalid', names: ['key', 'bad'], without: ['content'] },
  { topic: 'key-invalid', names: ['account', 'halted'] },
  { topic: 'needs-broader-key', names: ['broadKey'], without: ['over', 'ended'] },
  { topic: 'role-insufficient', names: ['person'], without: ['key', 'project'] },
];

const SCRIPT_WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const patterns = once(
  () => new Map((Object.keys(concepts) as Concept[]).map((name) => [name, stemPattern(concepts[name])])),
);

/**
 * What one sentence is probably about; undefined where it names too little. Pure.
 * @param sentence folded.
 * @param words the service's words for projects.
 */
export function looseTopic(sentence: string, words: ProjectWords): Topic | undefined {
  const seen = new Map<Named, boolean>();
  const has = (name: Named): boolean => {
    const known =
      seen.get(name) ??
      (name === 'project' || name === 'broadKey' || name === 'narrowKey'
        ? sentence.search(words[name]) >= 0
        : patterns().get(name)?.test(sentence) === true);
    seen.set(name, known);
    return known;
  };
  return MEANINGS.find(
    ({ names, without = [] }) =>
      names.every((name) => (typeof name === 'string' ? has(name) : name.some(has))) && !without.some(has),
  )?.topic;
}

/** `expir over. *limit` as a pattern: beginnings of words, whole words, parts of words. */
function stemPattern(stems: string): RegExp {
  const alternatives = stems.split(/\s+/u).map((stem) => {
    const text = fold(stem.replace(/^\*/u, '').replace(/\.$/u, ''));
    const isFree = stem.startsWith('*') || SCRIPT_WITHOUT_SPACES.test(stem) || text === "n't";
    return `${isFree ? '' : String.raw`(?<!\p{L})`}${text}${stem.endsWith('.') ? String.raw`(?!\p{L})` : ''}`;
  });
  return new RegExp(alternatives.join('|'), 'u');
}

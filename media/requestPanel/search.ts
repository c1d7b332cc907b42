import type { PanelOperation } from '../../src/editor/panel/protocol.ts';

/** Points for where a word was found; a word found nowhere takes the operation out. */
const points = {
  wholeTitle: 100,
  titleBegins: 20,
  allInTitle: 10,
  method: 8,
  titleStart: 6,
  wordStart: 5,
  inside: 3,
  near: 2,
  scattered: 1,
};

/**
 * The operations that hold every word of `query`, in any order, best first. Looks at method, path, title and group. Only
 * where that finds nothing may a word be mistyped by a letter (`montiors`, `incidens`), and only where that finds nothing
 * either may its letters lie scattered in their order: `monlst` finds "List monitors".
 */
export function searchOperations(operations: readonly PanelOperation[], query: string): readonly PanelOperation[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return operations;
  for (const pointsOf of [pointsOfWhole, pointsOfNear, pointsOfScattered]) {
    const found = ranked(operations, words, pointsOf);
    if (found.length > 0) return found;
  }
  return [];
}

type Points = (word: string, title: string, all: string) => number;

function ranked(
  operations: readonly PanelOperation[],
  words: readonly string[],
  pointsOf: Points,
): readonly PanelOperation[] {
  return operations
    .map((operation) => ({ operation, score: scoreOf(operation, words, pointsOf) }))
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score)
    .map(({ operation }) => operation);
}

function scoreOf(operation: PanelOperation, words: readonly string[], pointsOf: Points): number {
  const title = operation.title.toLowerCase();
  const all = `${operation.method} ${operation.path} ${operation.title} ${operation.group}`.toLowerCase();
  let score = 0;
  for (const word of words) {
    const found = pointsOf(word, title, all);
    if (found === 0) return 0;
    score += word === operation.method.toLowerCase() ? points.method : found;
  }
  // What a person types as it is called is what they mean, however many others share its words.
  const phrase = words.join(' ');
  if (title === phrase) return score + points.wholeTitle;
  if (title.startsWith(phrase)) return score + points.titleBegins;
  const isInTitle = words.every((word) => startsWord(title, word, title.indexOf(word)));
  return isInTitle ? score + points.allInTitle : score;
}

function pointsOfWhole(word: string, title: string, all: string): number {
  if (title.startsWith(word)) return points.titleStart;
  const at = all.indexOf(word);
  if (at < 0) return 0;
  return startsWord(all, word, at) ? points.wordStart : points.inside;
}

function pointsOfNear(word: string, title: string, all: string): number {
  const whole = pointsOfWhole(word, title, all);
  if (whole > 0 || word.length < 4) return whole;
  return all.split(/[^a-z0-9]+/).some((other) => isNear(word, other)) ? points.near : 0;
}

/** Whether one letter more, less, other, or two that changed places make `word` the beginning of `other`. */
function isNear(word: string, other: string): boolean {
  let at = 0;
  while (at < word.length && word[at] === other[at]) at += 1;
  // The first letter is rarely mistyped, and counts: otherwise `list` would find what begins with `is`.
  if (at === 0) return false;
  const rest = word.slice(at + 1);
  const isSwapped = word[at] === other[at + 1] && word[at + 1] === other[at];
  return (
    other.startsWith(rest, at) ||
    other.startsWith(rest, at + 1) ||
    other.startsWith(word.slice(at), at + 1) ||
    (isSwapped && other.startsWith(word.slice(at + 2), at + 2))
  );
}

function pointsOfScattered(word: string, title: string, all: string): number {
  return pointsOfWhole(word, title, all) || (isScattered(word, all) ? points.scattered : 0);
}

function startsWord(all: string, word: string, first: number): boolean {
  for (let at = first; at >= 0; at = all.indexOf(word, at + 1)) {
    if (at === 0 || /[^a-z0-9]/.test(all.charAt(at - 1))) return true;
  }
  return false;
}

function isScattered(word: string, all: string): boolean {
  let at = -1;
  for (const letter of word) {
    at = all.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return word.length > 2;
}

import type { PanelOperation } from '../../src/editor/panel/protocol.ts';

/** Points for where a word was found; a word found nowhere takes the operation out. */
const points = { wholeTitle: 100, titleBegins: 20, titleStart: 6, wordStart: 5, inside: 3, scattered: 1 };

/**
 * The operations that hold every word of `query`, best first. Looks at method, path, title and group. Only where that
 * finds nothing may the letters of a word lie scattered in their order: `monlst` finds "List monitors".
 */
export function searchOperations(operations: readonly PanelOperation[], query: string): readonly PanelOperation[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return operations;
  const whole = ranked(operations, words, pointsOfWhole);
  return whole.length > 0 ? whole : ranked(operations, words, pointsOfScattered);
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
    score += found;
  }
  // What a person types as it is called is what they mean, however many others share its words.
  const phrase = words.join(' ');
  if (title === phrase) return score + points.wholeTitle;
  return title.startsWith(phrase) ? score + points.titleBegins : score;
}

function pointsOfWhole(word: string, title: string, all: string): number {
  if (title.startsWith(word)) return points.titleStart;
  const at = all.indexOf(word);
  if (at < 0) return 0;
  return startsWord(all, word, at) ? points.wordStart : points.inside;
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

/** What no translation may change: values, icons, and where a link goes. */
const KEPT = /\{\d+\}|\$\([\w~-]+\)|\]\([\w:.-]+\)/gu;
const LETTERS: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  y: 'ý',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
};

/** `{0}`, `{1}` of a text, in the order of their numbers: a translation may name them in another one. */
export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{\d+\}/gu)].map(([placeholder]) => placeholder).sort();
}

/** A bundle of a language that nobody speaks: every text is longer and has accents, and can still be read. */
export function pseudoTranslation(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([key, english]) => [key, `⟦${accented(english)}⟧`]));
}

function accented(text: string): string {
  const kept = [...text.matchAll(KEPT)].map(([piece]) => piece);
  return text
    .split(KEPT)
    .map((piece, index) => [...piece].map((letter) => LETTERS[letter] ?? letter).join('') + (kept[index] ?? ''))
    .join('');
}

let texts: Readonly<Record<string, string>> = {};

/** Takes over the page's texts in the person's language, by their English form. */
export function setTexts(translated: Readonly<Record<string, string>>): void {
  texts = translated;
}

/**
 * A text of the page in the person's language.
 * @param english the text, with `{0}`, `{1}` where the values go; written out, so that it can be found for translation
 */
export function t(english: string, ...values: readonly (string | number)[]): string {
  const text = texts[english] ?? english;
  return text.replaceAll(/\{(\d+)\}/g, (placeholder, index: string) => String(values[Number(index)] ?? placeholder));
}

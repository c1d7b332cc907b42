import { applyEdits, format } from 'jsonc-parser';

/** Longer texts are left as they are: setting them out anew would hold up the window. */
const FORMAT_LIMIT = 1_000_000;

/** Sets JSON out over lines without touching a value, so that long numbers keep their digits; other text stays. */
export function formatJson(text: string): string {
  if (text.length > FORMAT_LIMIT || !isJson(text)) return text;
  return applyEdits(text, format(text, undefined, { insertSpaces: true, tabSize: 2 }));
}

/** Whether a text is a JSON object or list. */
export function isJson(text: string): boolean {
  if (!/^\s*[[{]/u.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

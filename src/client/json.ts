/** Reading fields of parsed JSON whose shape nobody promised. */

const MAY_BE_TOO_LARGE = /\d{16}/u;

/**
 * Parses JSON; undefined for text that is none. A whole number that is too large to be kept exactly becomes a text: an
 * id that is off by one is another entry's.
 */
export function parseJson(text: string): unknown {
  try {
    return MAY_BE_TOO_LARGE.test(text) ? (JSON.parse(text, exactly) as unknown) : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

function exactly(_name: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  return /^-?\d+$/u.test(context?.source ?? '') ? context?.source : value;
}

/** The value at a path of names joined with dots, such as `links.next`; the value itself for an empty path. */
export function valueAt(value: unknown, path: string): unknown {
  if (path === '') return value;
  return path.split('.').reduce<unknown>((current, name) => {
    return typeof current === 'object' && current !== null && Object.hasOwn(current, name)
      ? (current as Record<string, unknown>)[name]
      : undefined;
  }, value);
}

/** The value at the first of several paths that leads to one. */
export function firstAt(value: unknown, paths: string | readonly string[]): unknown {
  return [paths]
    .flat()
    .map((path) => valueAt(value, path))
    .find((found) => found !== undefined);
}

/** The list at the first of several paths that leads to one. */
export function listAt(value: unknown, paths: string | readonly string[]): readonly unknown[] | undefined {
  return [paths]
    .flat()
    .map((path) => valueAt(value, path))
    .find((found) => Array.isArray(found));
}

/** A string, number or boolean as text; undefined for anything else. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** Whether a text is one JSON value. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

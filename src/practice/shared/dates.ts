/** The fixed moment all seeded data is dated from: the same in every run, whatever the clock says. */
const SEEDED_AT = Date.UTC(2026, 9, 1, 9, 0, 0);
const DAY = 24 * 60 * 60 * 1000;

/** A moment in ISO 8601, UTC, to the second. */
export function stamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** So many days (parts too) before the moment all seeded data is dated from. */
export function daysBefore(days: number): string {
  return stamp(SEEDED_AT - days * DAY);
}

/** The entry of a list at an index that may be past its end. */
export function pick<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}

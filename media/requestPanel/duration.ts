import { t } from './text.ts';

/** Milliseconds for the eye: `214 ms`, `1.24 s`, `31 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return t('{0} ms', Math.round(milliseconds));
  const seconds = milliseconds < 10_000 ? (milliseconds / 1000).toFixed(2) : Math.round(milliseconds / 1000);
  return t('{0} s', seconds);
}

/** Milliseconds for the ear, which abbreviations are not for. */
export function spokenDuration(milliseconds: number): string {
  if (milliseconds < 1000) return t('{0} milliseconds', Math.round(milliseconds));
  const seconds = (milliseconds / 1000).toFixed(milliseconds < 10_000 ? 1 : 0);
  return seconds === '1' ? t('1 second') : t('{0} seconds', seconds);
}

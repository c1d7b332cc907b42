import type { PanelAnswer } from '../../src/editor/panel/protocol.ts';
import { certaintyWord } from './diagnosis.ts';
import { spokenDuration } from './duration.ts';
import { t } from './text.ts';

/** What screen readers say: `403 Forbidden in 214 milliseconds; likely cause: This key may not read monitors.` */
export function announcementOf({ status, durationMs, diagnoses, failure, helped }: PanelAnswer): string {
  const [first] = diagnoses;
  const time = spokenDuration(durationMs);
  const result = failure === '' ? t('{0} in {1}', status, time) : t('{0} after {1}', status, time);
  const whole =
    first === undefined ? result : t('{0}; {1} cause: {2}', result, certaintyWord(first.certainty), first.title);
  return [whole.replace(/\.?$/, '.'), helped].filter(Boolean).join(' ');
}

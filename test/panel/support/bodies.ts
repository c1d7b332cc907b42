import type { PanelAnswer } from '../../../src/editor/panel/protocol.ts';
import { bodyOf, refused } from './samples.ts';

/** An answer that went well, with a body of JSON. */
export function jsonAnswer(text: string, more: Partial<PanelAnswer> = {}): PanelAnswer {
  return {
    ...refused,
    status: '200 OK',
    meaning: '',
    tone: 'good',
    diagnoses: [],
    notes: [],
    hops: [],
    body: bodyOf(text, 'json'),
    ...more,
  };
}

/** A list of monitors as a service may send it, with numbers that a double cannot hold. */
export function monitors(count: number): string {
  const items = Array.from(
    { length: count },
    (_, place) =>
      `{"id":90071992547409${String(place).padStart(4, '0')},"name":"monitor ${place}","created_at":"2026-03-01T10:00:00Z","ratio":1.10,"tags":["a","b"],"paused":false}`,
  );
  return `{"data":[${items.join(',')}],"total":${count}}`;
}

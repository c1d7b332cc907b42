import { startPractice } from '../../src/practice/main.ts';
import type { PracticeControl, PracticeOptions, PracticeService } from '../../src/practice/types.ts';

/** What a test says about a request to the stand-in of Phare. */
export interface PhareCall {
  /** The name of a key of the stand-in, or null to send none; the owner's unless told otherwise. */
  readonly key?: string | null;
  readonly projectId?: number | string;
  readonly projectSlug?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a string is sent as it is. */
  readonly body?: unknown;
}

export interface PhareAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body read as JSON, or an empty object. */
  readonly value: Readonly<Record<string, unknown>>;
}

export interface PracticePhare {
  readonly service: PracticeService;
  readonly control: PracticeControl;
  send(method: string, path: string, call?: PhareCall): Promise<PhareAnswer>;
  stop(): Promise<void>;
}

/** Starts the stand-in of Phare, with a budget that no test meets by accident. */
export async function startPracticePhare(options: PracticeOptions = {}): Promise<PracticePhare> {
  const practice = await startPractice({ callsPerMinute: 100_000, services: ['phare'], ...options });
  const service = practice.services.find((candidate) => candidate.service === 'phare');
  if (service === undefined) throw new Error('Practice mode has no Phare.');
  return {
    service,
    control: service.control,
    stop: () => practice.stop(),
    async send(method, path, call = {}) {
      const headers = new Headers(call.headers);
      const key = call.key === undefined ? 'owner' : call.key;
      if (key !== null) headers.set('authorization', `Bearer ${service.control.keys[key] ?? key}`);
      if (call.projectId !== undefined) headers.set('x-phare-project-id', String(call.projectId));
      if (call.projectSlug !== undefined) headers.set('x-phare-project-slug', call.projectSlug);
      const body = typeof call.body === 'string' ? call.body : JSON.stringify(call.body);
      const init: RequestInit = { method, headers, redirect: 'manual', ...(call.body === undefined ? {} : { body }) };
      const response = await fetch(`${service.baseUrl}${path}`, init);
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, value: objectFrom(text) };
    },
  };
}

function objectFrom(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

/** The entries of a list answer. */
export function entriesOf(answer: PhareAnswer): readonly Readonly<Record<string, unknown>>[] {
  return answer.value['data'] as readonly Readonly<Record<string, unknown>>[];
}

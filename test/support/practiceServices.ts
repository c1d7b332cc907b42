import { startPractice } from '../../src/practice/main.ts';
import type { PracticeControl, PracticeOptions, PracticeService } from '../../src/practice/types.ts';

export interface ServiceCall {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a string is sent as it is. */
  readonly body?: unknown;
}

export interface ServiceAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body read as JSON, or undefined where it is none. */
  readonly value: unknown;
}

/** One running stand-in, spoken to over real HTTP. */
export interface Spoken {
  readonly service: PracticeService;
  readonly control: PracticeControl;
  /** A key of the stand-in by its name. */
  key(name: string): string;
  send(method: string, path: string, call?: ServiceCall): Promise<ServiceAnswer>;
}

export interface SpokenServices {
  readonly services: readonly Spoken[];
  stop(): Promise<void>;
}

/** Starts the stand-ins that the options name. */
export async function startServices(options: PracticeOptions): Promise<SpokenServices> {
  const practice = await startPractice(options);
  return { services: practice.services.map(spoken), stop: () => practice.stop() };
}

function spoken(service: PracticeService): Spoken {
  return {
    service,
    control: service.control,
    key(name) {
      const text = service.control.keys[name];
      if (text === undefined) throw new Error(`Practice ${service.service} has no key called ${name}.`);
      return text;
    },
    async send(method, path, call = {}) {
      const body = typeof call.body === 'string' ? call.body : JSON.stringify(call.body);
      const init: RequestInit = { method, headers: new Headers(call.headers), redirect: 'manual' };
      const url = `${service.baseUrl}${path}`;
      const response = await fetch(url, call.body === undefined ? init : { ...init, body });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, value: parsed(text) };
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export type Fields = Readonly<Record<string, unknown>>;

/** The entries of a list: the whole value, or what it holds under a name. */
export function entries(value: unknown, name?: string): readonly Fields[] {
  const list = name === undefined ? value : (value as Fields | undefined)?.[name];
  if (!Array.isArray(list)) throw new Error(`There is no list${name === undefined ? '' : ` called ${name}`}.`);
  return list as readonly Fields[];
}

/** One field of an answer that is an object; undefined for anything else. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Fields)[name] : undefined;
}

import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';
import type { RecordedRequest } from './record.ts';

export type FaultAction =
  /** This answer in place of the right one. No content type is added. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Uint8Array;
    }
  /** Sends the caller elsewhere; 302 unless told otherwise. */
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: number }
  /** Announces a longer body than it sends, then closes the connection. */
  | {
      readonly kind: 'cut-off';
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body: string | Uint8Array;
    }
  /** Closes the connection without a word. */
  | { readonly kind: 'reset' }
  /** Takes the request and says nothing until the stand-in stops. */
  | { readonly kind: 'never' }
  /** Sends the chunk again and again until the caller gives up. */
  | { readonly kind: 'endless'; readonly chunk: string; readonly headers?: Readonly<Record<string, string>> }
  /** The right answer; useful together with `until`. */
  | { readonly kind: 'pass' };

export interface PlantedFault {
  /** Any method when left out. */
  readonly method?: string;
  /** The path without its query: exactly this text, or whatever the expression matches. Any path when left out. */
  readonly path?: string | RegExp;
  /** How many matching requests go wrong; all of them when left out. */
  readonly times?: number;
  /** Nothing is answered before this settles. */
  readonly until?: Promise<unknown>;
  readonly action: FaultAction;
}

export interface PlantedFaultHandle {
  /** How many requests it has met so far. */
  readonly hits: number;
  remove(): void;
}

interface Planted {
  readonly fault: PlantedFault;
  hits: number;
}

/** The faults of one stand-in; the one planted last is asked first. */
export class FaultPlan {
  #planted: Planted[] = [];

  plant(fault: PlantedFault): PlantedFaultHandle {
    const entry: Planted = { fault, hits: 0 };
    this.#planted.unshift(entry);
    return {
      get hits() {
        return entry.hits;
      },
      remove: () => {
        this.#planted = this.#planted.filter((other) => other !== entry);
      },
    };
  }

  clear(): void {
    this.#planted = [];
  }

  /** The fault this request meets, counted as one hit. */
  take(request: Pick<RecordedRequest, 'method' | 'path'>): PlantedFault | undefined {
    const path = request.path.split('?', 1)[0] ?? '';
    const entry = this.#planted.find(
      ({ fault, hits }) =>
        hits < (fault.times ?? Number.POSITIVE_INFINITY) &&
        (fault.method === undefined || fault.method === request.method) &&
        (fault.path === undefined ||
          (typeof fault.path === 'string' ? fault.path === path : path.search(fault.path) >= 0)),
    );
    if (entry === undefined) return undefined;
    entry.hits += 1;
    return entry.fault;
  }
}

/** Writes one complete answer. */
export function writeAnswer(response: ServerResponse, answer: Answer): void {
  const bytes = Buffer.from(answer.body);
  const length = answer.status === 204 || answer.status === 304 ? {} : { 'content-length': String(bytes.length) };
  response.writeHead(answer.status, { ...length, ...answer.headers });
  response.end(bytes);
}

/** Does to one request what the fault says. Hands back the status sent, or undefined where none was. */
export function actOut(action: FaultAction, response: ServerResponse, rightAnswer: () => Answer): number | undefined {
  switch (action.kind) {
    case 'answer':
      writeAnswer(response, { status: action.status, headers: action.headers ?? {}, body: action.body ?? '' });
      return action.status;
    case 'redirect':
      writeAnswer(response, { status: action.status ?? 302, headers: { location: action.to }, body: '' });
      return action.status ?? 302;
    case 'cut-off': {
      const bytes = Buffer.from(action.body);
      response.writeHead(action.status ?? 200, { 'content-length': String(bytes.length + 1000), ...action.headers });
      // Closed only once the bytes are out, so that the caller really sees the beginning.
      response.write(bytes, () => response.socket?.end());
      return action.status ?? 200;
    }
    case 'reset':
      response.socket?.destroy();
      return undefined;
    case 'never':
      return undefined;
    case 'endless':
      response.writeHead(200, action.headers ?? {});
      sendWithoutEnd(response, action.chunk);
      return 200;
    case 'pass': {
      const answer = rightAnswer();
      writeAnswer(response, answer);
      return answer.status;
    }
  }
}

function sendWithoutEnd(response: ServerResponse, chunk: string): void {
  const more = () => {
    if (response.destroyed) return;
    // One chunk at a time, each after the last was taken: a slow reader must not fill this process's memory.
    response.write(chunk, (error) => {
      if (error === null || error === undefined) setImmediate(more);
    });
  };
  more();
}

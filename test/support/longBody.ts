import type { ServerResponse } from 'node:http';
import type { Exchange } from '../../src/client/exchange.ts';
import type { RequestDraft } from '../../src/client/draft.ts';
import type { TransportLimits } from '../../src/client/transport.ts';
import { MemoryBodyStore, type MemoryBodyStoreOptions } from './bodyStore.ts';
import { connect } from './compose.ts';
import type { Answer, LoopbackServer } from './server.ts';

export const MEGABYTE = 1_000_000;

/** Sends pieces as fast as the other end takes them. */
export function pour(response: ServerResponse, total: number, piece: Buffer): void {
  let written = 0;
  const next = (): void => {
    while (written < total && !response.destroyed) {
      const part = piece.subarray(0, Math.min(piece.length, total - written));
      written += part.length;
      if (!response.write(part)) {
        response.once('drain', next);
        return;
      }
    }
    if (!response.destroyed) response.end();
  };
  next();
}

export interface LongBodyOptions extends MemoryBodyStoreOptions {
  readonly limits?: Partial<TransportLimits>;
  readonly draft?: Partial<RequestDraft>;
  readonly signal?: AbortSignal;
  readonly onFirstPart?: (exchange: Exchange) => void;
}

/** Sends one request as a panel does, with a place for a long body: 10 MB in memory and 100 MB in a file, unless told otherwise. */
export async function sendForLongBody(
  server: LoopbackServer,
  answer: Answer,
  { limits, draft, signal, onFirstPart, ...options }: LongBodyOptions = {},
): Promise<{ readonly exchange: Exchange; readonly store: MemoryBodyStore }> {
  server.answer(answer);
  const store = new MemoryBodyStore(options);
  const { client, connection } = await connect(server.baseUrl, {
    limits: { maximumBodyBytes: 10 * MEGABYTE, maximumFileBytes: 100 * MEGABYTE, ...limits },
  });
  const whole = { connection: connection.id, method: 'GET', path: '/projects', ...draft };
  return { exchange: await client.send(whole, { bodyStore: store, signal, onFirstPart }), store };
}

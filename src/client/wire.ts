import type { Connection } from '../connections/connection.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import type { AuthorizedRequest } from './authorize.ts';
import type { Budget } from './budget.ts';
import type { RawAnswer, Transport, TransportLimits } from './transport.ts';

export interface SendOptions {
  readonly signal?: AbortSignal | undefined;
  /** Nobody waits for just this answer: persons' requests go first, and a read that failed by chance is tried again once. */
  readonly background?: boolean;
  /** Told when the service's budget makes the request wait, with the milliseconds. */
  readonly onWait?: ((milliseconds: number) => void) | undefined;
}

export interface WireUse extends SendOptions {
  readonly connection: Connection;
  readonly definition: ServiceDefinition;
  /** The budget class that the request spends from; the service's first where undefined. */
  readonly budgetClass: string | undefined;
  /** The request goes to the connection's own origin. Another one's limits are not known. */
  readonly isOwn: boolean;
}

/** One request on the wire: waits for the budget, sends, learns from the answer. */
export class Wire {
  readonly #budget: Budget;
  readonly #transport: Transport;
  readonly #limits: () => TransportLimits;

  constructor(budget: Budget, transport: Transport, limits: () => TransportLimits) {
    this.#budget = budget;
    this.#transport = transport;
    this.#limits = limits;
  }

  /** Undefined when the request was cancelled while it waited for its budget. */
  async send(request: AuthorizedRequest, use: WireUse): Promise<RawAnswer | undefined> {
    const { connection, definition, budgetClass, isOwn, signal, onWait, background = false } = use;
    try {
      if (isOwn) await this.#budget.spend(connection, definition, budgetClass, { background, signal, onWait });
      signal?.throwIfAborted();
    } catch {
      return undefined;
    }
    const answer = await this.#transport(request, this.#limits(), signal);
    if (isOwn && answer.response) {
      this.#budget.observe(connection, definition, budgetClass, answer.response.status, answer.response.headers);
    }
    return answer;
  }

  /** Whether a call could go out now, without a wait. */
  hasBudget({
    connection,
    definition,
    budgetClass,
  }: Pick<WireUse, 'connection' | 'definition' | 'budgetClass'>): boolean {
    return this.#budget.remaining(connection, definition, budgetClass).calls > 0;
  }
}

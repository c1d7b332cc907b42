import type { Clock } from '../base/clock.ts';
import type { Connection } from '../connections/connection.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import type { AuthorizedRequest } from './authorize.ts';
import type { Overflow } from './body.ts';
import type { BodyStore } from './bodyStore.ts';
import type { Exchange } from './exchange.ts';
import type { Budget } from './budget.ts';
import type { AnswerHead, RawAnswer, Transport, TransportLimits } from './transport.ts';

export interface SendOptions {
  readonly signal?: AbortSignal | undefined;
  /** Nobody waits for just this answer: persons' requests go first, and a read that failed by chance is tried again once. */
  readonly background?: boolean;
  /** Told when the service's budget makes the request wait, with the milliseconds. */
  readonly onWait?: ((milliseconds: number) => void) | undefined;
  /** For a person's own request: keeps a body that is too long for memory. Without it such a body is cut. */
  readonly bodyStore?: BodyStore | undefined;
  /**
   * Told of the exchange so far when a long body begins to flow into its file: what the panel shows of it is there
   * then. The whole one follows with the same id.
   */
  readonly onFirstPart?: ((exchange: Exchange) => void) | undefined;
}

/** An answer, and how long its request waited for the budget, in milliseconds. */
export type WireAnswer = RawAnswer & { readonly waitedMs: number };

export interface WireUse extends SendOptions {
  readonly connection: Connection;
  readonly definition: ServiceDefinition;
  /** The budget class that the request spends from; the service's first where undefined. */
  readonly budgetClass: string | undefined;
  /** The request goes to the connection's own origin. Another one's limits are not known. */
  readonly isOwn: boolean;
  /** Asked once more after a wait for the budget: what was right to send before it may not be any more. */
  readonly isStillRight?: (() => Promise<boolean>) | undefined;
  /** Where a long body goes. */
  readonly overflow?: ((answer: AnswerHead, limit: number) => Overflow) | undefined;
}

export interface WireParts {
  readonly budget: Budget;
  readonly transport: Transport;
  readonly limits: () => TransportLimits;
  readonly clock: Clock;
}

/** One request on the wire: waits for the budget, sends, learns from the answer. */
export class Wire {
  readonly #budget: Budget;
  readonly #transport: Transport;
  readonly #limits: () => TransportLimits;
  readonly #clock: Clock;

  constructor({ budget, transport, limits, clock }: WireParts) {
    this.#clock = clock;
    this.#budget = budget;
    this.#transport = transport;
    this.#limits = limits;
  }

  /** Undefined when the request was cancelled while it waited for its budget, or was not right any more after that. */
  async send(request: AuthorizedRequest, use: WireUse): Promise<WireAnswer | undefined> {
    const {
      isStillRight,
      connection,
      definition,
      budgetClass,
      isOwn,
      signal,
      onWait,
      overflow,
      background = false,
    } = use;
    let waitsSince: number | undefined;
    const noteWait = (milliseconds: number) => {
      waitsSince ??= this.#clock.now();
      onWait?.(milliseconds);
    };
    try {
      if (isOwn)
        await this.#budget.spend(connection, definition, budgetClass, { background, signal, onWait: noteWait });
      signal?.throwIfAborted();
      if (waitsSince !== undefined && isStillRight && !(await isStillRight())) return undefined;
    } catch {
      return undefined;
    }
    // A clock that was set back meanwhile is no negative wait.
    const waitedMs = waitsSince === undefined ? 0 : Math.max(0, this.#clock.now() - waitsSince);
    const limits = this.#limits();
    const { maximumFileBytes = 0 } = limits;
    const spill = overflow && maximumFileBytes > 0 ? (head: AnswerHead) => overflow(head, maximumFileBytes) : undefined;
    const answer = await this.#transport(request, limits, signal, spill);
    if (isOwn && answer.response) {
      this.#budget.observe(connection, definition, budgetClass, answer.response.status, answer.response.headers);
    }
    return { ...answer, waitedMs };
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

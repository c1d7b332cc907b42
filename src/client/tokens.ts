import type { Clock } from '../base/clock.ts';
import { Secret } from '../base/secret.ts';
import type { Connection } from '../connections/connection.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import { type AuthorizedRequest, authorizeExchange } from './authorize.ts';
import type { ExchangeAuth } from './credential.ts';
import { parseJson, valueAt } from './json.ts';
import type { RawAnswer } from './transport.ts';
import type { SendOptions, Wire, WireAnswer, WireUse } from './wire.ts';

export interface Token {
  readonly secret: Secret;
  readonly obtainedAt: number;
}

/** The exchange that a token came from, or by which it was refused. */
export interface TokenExchange {
  readonly request: AuthorizedRequest;
  readonly answer: WireAnswer;
  /** Undefined when the service gave none. */
  readonly token: Token | undefined;
}

export interface TokenUse {
  readonly connection: Connection;
  readonly definition: ServiceDefinition;
  readonly auth: ExchangeAuth;
  /** What the token is to stand for; undefined for the service's default. */
  readonly project: string | undefined;
  readonly key: Secret;
}

/** What the exchange is told of, and asks, where it has to wait for the budget. */
type Wait = Pick<WireUse, 'onWait' | 'isStillRight'>;

/**
 * The tokens that keys were exchanged for: one for each key and project, in memory alone. A token is replaced before
 * its time is over; the clock decides that when it is used, so that a machine's sleep does not matter.
 */
export class Tokens {
  readonly #wire: Wire;
  readonly #clock: Clock;
  /** Each with the key that it came from: a request may still hold the key that was replaced meanwhile. */
  readonly #kept = new Map<string, { readonly key: Secret; readonly token: Token }>();
  readonly #underWay = new Map<string, { readonly key: Secret; readonly shared: Promise<TokenExchange | undefined> }>();

  constructor(wire: Wire, clock: Clock) {
    this.#wire = wire;
    this.#clock = clock;
  }

  /** A token that may still be used; sends nothing. */
  kept(use: TokenUse): Token | undefined {
    const kept = this.#kept.get(nameOf(use));
    if (!kept || !isSame(kept.key, use.key)) return undefined;
    const isFresh = this.#clock.now() - kept.token.obtainedAt < use.auth.renewAfterSeconds * 1000;
    return isFresh ? kept.token : undefined;
  }

  /**
   * Exchanges the key. Requests that need the same token at once share one exchange; it goes on when one of them is
   * cancelled, because the others wait for it.
   * @param options a wait for the budget is told to the one that makes the exchange.
   * @returns whether this call made the exchange or joined another's; undefined when the signal was aborted first.
   */
  async exchange(
    use: TokenUse,
    { signal, ...wait }: Pick<SendOptions, 'signal'> & Wait,
  ): Promise<(TokenExchange & { joined: boolean }) | undefined> {
    const name = nameOf(use);
    const current = this.#underWay.get(name);
    const joined = current !== undefined && isSame(current.key, use.key);
    const shared = joined ? current.shared : this.#run(use, name, wait);
    if (!joined) this.#underWay.set(name, { key: use.key, shared });
    const result = await unlessAborted(shared, signal);
    return result && { ...result, joined };
  }

  /** Whether a text is a token that a key was exchanged for, and that is still kept. */
  gave(text: Secret): boolean {
    return [...this.#kept.values()].some(({ token }) => isSame(token.secret, text));
  }

  /** Forgets one token, after the service refused it. */
  forget(use: TokenUse): void {
    this.#kept.delete(nameOf(use));
  }

  /** Forgets what was exchanged for a connection's key. */
  forgetConnection(connectionId: string): void {
    for (const name of [...this.#kept.keys(), ...this.#underWay.keys()]) {
      if (!name.startsWith(`${connectionId} `)) continue;
      this.#kept.delete(name);
      this.#underWay.delete(name);
    }
  }

  async #run(use: TokenUse, name: string, wait: Wait): Promise<TokenExchange | undefined> {
    const { connection, definition, auth, project, key } = use;
    const request = authorizeExchange(connection, auth, definition.scope, project, key);
    const exchange = this.#send(request, use, wait);
    // A key that was replaced meanwhile must not be followed by the old one's token.
    const isCurrent = () => this.#underWay.get(name)?.key === key;
    try {
      const result = await exchange;
      if (result?.token && isCurrent()) this.#kept.set(name, { key, token: result.token });
      return result;
    } finally {
      if (isCurrent()) this.#underWay.delete(name);
    }
  }

  async #send(
    request: AuthorizedRequest,
    use: TokenUse,
    { onWait, isStillRight }: Wait,
  ): Promise<TokenExchange | undefined> {
    const { connection, definition, auth } = use;
    const answer = await this.#wire.send(request, {
      connection,
      definition,
      budgetClass: undefined,
      isOwn: true,
      onWait,
      isStillRight,
    });
    if (!answer) return undefined;
    return { request, answer, token: tokenFrom(answer, auth, this.#clock.now()) };
  }
}

function isSame(one: Secret, other: Secret): boolean {
  return one.reveal() === other.reveal();
}

function nameOf({ connection, project }: TokenUse): string {
  return `${connection.id} ${project ?? ''}`;
}

function tokenFrom({ response, failure }: RawAnswer, auth: ExchangeAuth, now: number): Token | undefined {
  if (!response || failure || response.status < 200 || response.status >= 300) return undefined;
  const text = valueAt(parseJson(new TextDecoder().decode(response.body.bytes)), auth.token);
  const isSendable = typeof text === 'string' && text !== '' && !/[^\x21-\x7e]/u.test(text);
  return isSendable ? { secret: new Secret(text), obtainedAt: now } : undefined;
}

/** What a promise gives; undefined as soon as the signal is aborted. Leaves no listener on the signal, which may live long. */
async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T | undefined> {
  if (!signal) return promise;
  const over = new AbortController();
  const aborted = new Promise<undefined>((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true, signal: over.signal });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    over.abort();
  }
}

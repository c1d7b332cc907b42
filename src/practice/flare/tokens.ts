import type { FlareKey } from './keys.ts';

const HOUR = 60 * 60 * 1000;
const REFRESH_SECONDS = 30 * 24 * 60 * 60;

export interface Token {
  readonly text: string;
  readonly key: FlareKey;
  readonly tenantId: number;
  readonly issuedAt: number;
}

/** Tokens live for one hour by the practice clock, and each is bound to one tenant. */
export class TokenDesk {
  readonly #tokens = new Map<string, Token>();
  readonly #now: () => number;
  #count = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  issue(key: FlareKey, tenantId: number): Token {
    this.#count += 1;
    const text = `practice-flare-token-${tenantId}-${String(this.#count).padStart(6, '0')}`;
    const token = { text, key, tenantId, issuedAt: this.#now() };
    this.#tokens.set(text, token);
    return token;
  }

  find(text: string): Token | undefined {
    return this.#tokens.get(text);
  }

  isExpired(token: Token): boolean {
    return this.#now() - token.issuedAt >= HOUR;
  }

  /** When the refresh token of the cookie ends, in seconds since 1970-01-01 UTC. */
  refreshEnd(token: Token): number {
    return Math.floor(token.issuedAt / 1000) + REFRESH_SECONDS;
  }

  clear(): void {
    this.#tokens.clear();
  }
}

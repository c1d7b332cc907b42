import type { Secret } from '../base/secret.ts';
import type { Auth } from '../services/definition.ts';

/** A secret, and the header in which it travels. */
export interface Credential {
  readonly secret: Secret;
  readonly header: string;
  readonly prefix: string;
}

/** A way of authorizing in which the key itself goes with each request. */
export type KeyAuth = Exclude<Auth, { type: 'exchange' }>;
export type ExchangeAuth = Extract<Auth, { type: 'exchange' }>;

export function keyCredential(auth: KeyAuth, key: Secret): Credential {
  return auth.type === 'bearer'
    ? { secret: key, header: 'authorization', prefix: 'Bearer ' }
    : { secret: key, header: auth.header, prefix: '' };
}

export function tokenCredential({ carrier }: ExchangeAuth, token: Secret): Credential {
  return { secret: token, header: carrier.header, prefix: carrier.prefix ?? '' };
}

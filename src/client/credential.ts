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

/** The headers in which a service's keys and tokens travel: whatever stands in one is a secret, whatever its name. */
export function secretHeaders(auth: Auth): readonly string[] {
  if (auth.type === 'bearer') return ['authorization'];
  return auth.type === 'header' ? [auth.header] : [auth.key.header, auth.carrier.header];
}

export function keyCredential(auth: KeyAuth, key: Secret): Credential {
  return auth.type === 'bearer'
    ? { secret: key, header: 'authorization', prefix: 'Bearer ' }
    : { secret: key, header: auth.header, prefix: '' };
}

export function tokenCredential({ carrier }: ExchangeAuth, token: Secret): Credential {
  return { secret: token, header: carrier.header, prefix: carrier.prefix ?? '' };
}

/** What can be told of the key or token that went with a request, without telling it. Found where it is in memory. */
import type { Secret } from '../base/secret.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import { type KeyProblem, cleanKey, recognise, secretKind } from '../services/fingerprint.ts';
import { readJwtTimes } from '../services/jwt.ts';

/** Harmless facts: kinds and times. No part of the text is among them. */
export interface SentCredential {
  /** Put there by Bearings, or typed by hand as a header. */
  readonly by: 'connection' | 'hand';
  /** What the request was meant to carry: the key itself, or the token that it is exchanged for. */
  readonly as: 'key' | 'token';
  /** What kind of secret its text shows it to be; undefined where the text shows nothing. */
  readonly looksLike?: 'key' | 'other' | 'foreign' | 'jwt';
  /** What it is in words, for another secret of the service or a key of another one: "write token", "GitHub". */
  readonly kind?: string;
  /** A header typed by hand has no scheme such as `Bearer` before the key or token, where the service wants one. */
  readonly lacksScheme?: boolean;
  /** What a text typed by hand has that no key has. */
  readonly problems: readonly KeyProblem[];
  /** It is a JSON Web Token; times as ISO 8601 where it tells them. */
  readonly jwt?: { readonly expiresAt?: string; readonly notBefore?: string; readonly issuedAt?: string };
  /** Since the token was obtained. */
  readonly ageSeconds?: number;
}

export interface SentText {
  readonly secret: Secret;
  readonly by: SentCredential['by'];
  readonly as: SentCredential['as'];
  /** When a token was obtained, in milliseconds since 1970. */
  readonly obtainedAt?: number | undefined;
  /** A header typed by hand had no scheme before it, where the service wants one. */
  readonly isBare?: boolean;
  /** The text is a token that this window was given for a key. */
  readonly isToken?: boolean;
}

/**
 * Pure: the same text and time give the same facts.
 * @param services whose keys a text that was typed by hand may be.
 */
export function describeCredential(
  sent: SentText,
  definition: ServiceDefinition,
  now: number,
  services: readonly ServiceDefinition[] = [],
): SentCredential {
  const text = sent.secret.reveal();
  const { key, problems } = cleanKey(text);
  const times = readJwtTimes(key);
  const kind = sent.isToken
    ? ({ looksLike: 'other', kind: 'token' } as const)
    : secretKind(key, definition, sent.by === 'hand' ? services : []);
  const isKey = recognise(key, definition) !== undefined;
  const looksLike = kind?.looksLike ?? (isKey ? 'key' : times ? 'jwt' : undefined);
  return {
    by: sent.by,
    as: sent.as,
    ...(looksLike && { looksLike }),
    ...(kind && { kind: kind.kind }),
    ...(sent.by === 'hand' && sent.isBare && { lacksScheme: true }),
    problems: sent.by === 'hand' ? problems : [],
    ...(times && {
      jwt: Object.fromEntries(Object.entries(times).map(([name, time]) => [name, new Date(time).toISOString()])),
    }),
    ...(sent.obtainedAt !== undefined && { ageSeconds: Math.max(0, Math.round((now - sent.obtainedAt) / 1000)) }),
  };
}

/** Whether a header typed by hand has its text without the scheme, such as `Bearer`, that the service wants before it. */
export function lacksScheme(headers: Headers, name: string | undefined, { auth }: ServiceDefinition): boolean {
  const wants = auth.type === 'bearer' || (auth.type === 'exchange' && (auth.carrier.prefix ?? '').trim() !== '');
  const typed = name !== undefined && /authorization$/iu.test(name) ? headers.get(name) : null;
  return wants && typed !== null && !/\s/u.test(typed.trim());
}

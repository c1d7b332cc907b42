/** The times in a key or token that is a JSON Web Token (RFC 7519), in milliseconds since 1970. */
export interface JwtTimes {
  readonly expiresAt?: number;
  readonly notBefore?: number;
  readonly issuedAt?: number;
}

/** Beyond this a number is no time in seconds: some issuers write milliseconds. */
const LATEST_SECONDS = 1e11;

/**
 * Reads the times of a JWT without checking its signature: nothing is trusted for them, they only explain a refusal.
 * @returns undefined for a text that is no JWT. Nothing else of the token is given out.
 */
export function readJwtTimes(text: string): JwtTimes | undefined {
  const parts = text.split('.');
  if (parts.length !== 3) return undefined;
  const header = objectIn(parts[0] ?? '');
  const claims = objectIn(parts[1] ?? '');
  if (!header || !claims || typeof header['alg'] !== 'string') return undefined;
  const expiresAt = timeOf(claims['exp']);
  const notBefore = timeOf(claims['nbf']);
  const issuedAt = timeOf(claims['iat']);
  return {
    ...(expiresAt !== undefined && { expiresAt }),
    ...(notBefore !== undefined && { notBefore }),
    ...(issuedAt !== undefined && { issuedAt }),
  };
}

function objectIn(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    );
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function timeOf(value: unknown): number | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) return undefined;
  const milliseconds = value > LATEST_SECONDS ? value : value * 1000;
  // What is later than any date can be is no time.
  return milliseconds < 8.64e15 ? Math.round(milliseconds) : undefined;
}

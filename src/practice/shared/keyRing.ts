/** The keys a stand-in knows, some of them revoked for the time being. */
export class KeyRing<T extends { readonly text: string }> {
  readonly #keys: ReadonlyMap<string, T>;
  readonly #revoked = new Set<string>();

  constructor(keys: readonly T[]) {
    this.#keys = new Map(keys.map((key) => [key.text, key]));
  }

  /** The key with exactly this text, unless it is unknown or revoked. */
  find(text: string): T | undefined {
    return this.#revoked.has(text) ? undefined : this.#keys.get(text);
  }

  /** @throws when the key is not one of this service's. */
  revoke(text: string): void {
    if (!this.#keys.has(text)) throw new Error('This practice service has no such key.');
    this.#revoked.add(text);
  }

  restore(): void {
    this.#revoked.clear();
  }
}

/** The credential of `Authorization: Bearer …`, or undefined for anything else. */
export function bearerCredential(header: string | undefined): string | undefined {
  return /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
}

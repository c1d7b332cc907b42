import * as v from 'valibot';
import { checkBaseUrl } from '../services/baseUrl.ts';
import type { KeyKind } from '../services/definition.ts';

/** One key to one service. Kept in `globalState`; the key itself is kept apart, in secret storage. */
export interface Connection {
  readonly id: string;
  /** The service's id. */
  readonly service: string;
  readonly label: string;
  /** Where its requests go, without a slash at the end. */
  readonly baseUrl: string;
  readonly region?: string;
  /** Addresses given for other regions, to be probed there only. */
  readonly baseUrls?: Readonly<Record<string, string>>;
  readonly keyKind: KeyKind;
  /** The id of another service whose keys look like this one. */
  readonly keyService?: string;
  /** The region that the key's own text tells. */
  readonly keyRegion?: string;
  /** The last four characters of the key at most; empty for a short key. */
  readonly keyEnding: string;
}

/** What a key can be pointed at. */
export interface Project {
  /** As text, whatever the service uses. */
  readonly id: string;
  readonly slug?: string;
  readonly name: string;
}

/** Checked again when read: a damaged address must neither break each request nor take the key over plain http. */
const storedAddress = v.pipe(
  v.string(),
  v.check((url) => URL.canParse(url) && checkBaseUrl(url, url).ok),
);

const storedConnection = v.object({
  id: v.string(),
  service: v.string(),
  label: v.string(),
  baseUrl: storedAddress,
  region: v.exactOptional(v.string()),
  baseUrls: v.exactOptional(v.record(v.string(), storedAddress)),
  keyKind: v.picklist(['all-projects', 'one-project', 'unknown']),
  keyService: v.exactOptional(v.string()),
  keyRegion: v.exactOptional(v.string()),
  keyEnding: v.string(),
});

const storedProject = v.object({ id: v.string(), slug: v.exactOptional(v.string()), name: v.string() });

/**
 * Reads the stored list. What is no connection hides no other, and is handed back to be kept: it may be one of a later
 * version, and its key would stay in the storage with nobody knowing.
 */
export function readConnections(stored: unknown): { connections: readonly Connection[]; unread: readonly unknown[] } {
  const entries: readonly unknown[] = Array.isArray(stored) ? stored : [];
  const read = entries.map((entry) => ({ entry, ...v.safeParse(storedConnection, entry) }));
  return {
    connections: read.flatMap((result) => (result.success ? [result.output] : [])),
    unread: read.flatMap(({ entry, success }) => (success ? [] : [entry])),
  };
}

export function readProject(stored: unknown): Project | undefined {
  const result = v.safeParse(storedProject, stored);
  return result.success ? result.output : undefined;
}

/** `key …4f2a`: the one way in which a key is shown. */
export function showKey(connection: Pick<Connection, 'keyEnding'>): string {
  return `key …${connection.keyEnding}`;
}

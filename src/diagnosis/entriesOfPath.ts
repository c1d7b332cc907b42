/** Words for keys and roles at a path that holds keys or roles: they name its entries, and not who asks. */
import type { ServiceDefinition } from '../services/definition.ts';
import type { Operation } from '../services/operationSchema.ts';
import { pathMatches, placeholders } from '../services/operations.ts';
import type { Topic } from './topicTable.ts';
import { fold } from './wordPatterns.ts';

const HELD: readonly { readonly words: RegExp; readonly topics: readonly Topic[] }[] = [
  {
    words: /\b(?:keys?|apikeys?|tokens?|credentials?|secrets?|sessions?)$/u,
    topics: ['key-missing', 'key-malformed', 'key-wrong-kind', 'key-invalid', 'key-expired', 'token-expired', 'key'],
  },
  { words: /\b(?:roles?|members?|users?|owners?|admins?)$/u, topics: ['role-insufficient'] },
  { words: /\b(?:permissions?|scopes?|policies|policy|grants?)$/u, topics: ['permission', 'permission-none'] },
  { words: /\b(?:limits?|quotas?|budgets?|plans?|usage)$/u, topics: ['rate-limited'] },
  { words: /\bmaintenances?(?: windows?)?$/u, topics: ['maintenance'] },
];

/** The placeholders of a path, beside the one that names the project: each names an entry. */
export function entryNames(operation: Operation | undefined, { scope }: ServiceDefinition): readonly string[] {
  return placeholders(operation?.path ?? '').filter((name) => scope.by !== 'path' || name !== scope.parameter);
}

/**
 * An account that is not there is the key's own where nothing else was asked for, and the key is good elsewhere or was;
 * else it is an entry, or a value of the content. Pure.
 * @param namesEntry the request asked for one entry.
 */
export function withAccount(
  says: ReadonlySet<Topic>,
  status: number | undefined,
  namesEntry: boolean,
): ReadonlySet<Topic> {
  if (!says.has('account-unknown')) return says;
  const left = [...says].filter((topic) => topic !== 'account-unknown' && topic !== 'not-found');
  const isOfKey = !namesEntry && (status === 401 || status === 403 || status === 404);
  if (isOfKey) return new Set<Topic>([...left, 'key-invalid']);
  return new Set<Topic>([...left, ...(status === 404 ? (['not-found', 'entry'] as const) : (['content'] as const))]);
}

/**
 * What an answer speaks of, without what it says of the entries that its path holds. Pure.
 * @param path below the base URL, or undefined where it is not known.
 */
export function withoutEntries(
  says: ReadonlySet<Topic>,
  status: number | undefined,
  path: string | undefined,
  { auth, keyCheck }: ServiceDefinition,
): ReadonlySet<Topic> {
  const isOfEntry = status === 404 || status === 410;
  if (path === undefined || (!isOfEntry && status !== 409)) return says;
  if (pathMatches(path, [keyCheck.path]) || (auth.type === 'exchange' && path === auth.path)) return says;
  const parts = path.split('/').filter((part) => /^[a-z][a-z_-]+$/iu.test(part));
  const last = fold(parts.at(-1) ?? '');
  const held = HELD.find(({ words }) => words.test(last));
  if (!held || !held.topics.some((topic) => says.has(topic))) return says;
  const left = [...says].filter((topic) => !held.topics.includes(topic));
  return new Set<Topic>([...left, ...(isOfEntry ? (['not-found', 'entry'] as const) : (['content'] as const))]);
}

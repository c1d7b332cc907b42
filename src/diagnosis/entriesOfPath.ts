/** Words for keys and roles at a path that holds keys or roles: they name its entries, and not who asks. */
import type { ServiceDefinition } from '../services/definition.ts';
import { pathMatches } from '../services/operations.ts';
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

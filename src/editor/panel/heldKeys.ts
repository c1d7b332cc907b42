import { redactor } from '../../client/redact.ts';
import { keysIn } from '../../client/typedSecrets.ts';
import type { Connections } from '../../connections/connections.ts';
import type { Services } from '../../services/registry.ts';
import type { PanelDraft } from './protocol.ts';

/** Characters in a row that may be a key, in a value and in a part of a path. Where there are none, no key is looked at. */
const LIKE_A_KEY = /[^\s{}",]{12,}/u;
const PART_LIKE_A_KEY = /[^\s/{}]{12,}/u;

/** Whether a key stands in what was composed: one that Bearings keeps, or what looks like one of a known service. */
export async function holdsKey(
  { connections, services }: { readonly connections: Connections; readonly services: Services },
  { path, pathValues, query, headers, body }: PanelDraft,
): Promise<boolean> {
  const values = [...Object.values(pathValues), ...[...query, ...headers].map(({ value }) => value), body];
  const suspects = [
    ...values.filter((value) => LIKE_A_KEY.test(value)),
    ...(PART_LIKE_A_KEY.test(path) ? [path] : []),
  ].join('\n');
  if (suspects === '') return false;
  const keys = await Promise.all(connections.list().map(({ id }) => connections.key(id)));
  const known = [...keys.filter((key) => key !== undefined), ...keysIn(suspects, services.list())];
  return redactor(known).everywhere(suspects) !== suspects;
}

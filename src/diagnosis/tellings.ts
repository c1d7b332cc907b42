import { singleLine } from '../base/text.ts';
import { type Exchange, succeeded } from '../client/exchange.ts';
import { asText, parseJson, valueAt } from '../client/json.ts';
import type { KeyKind, ServiceDefinition } from '../services/definition.ts';

/** What the answer to the key check tells of the key. Values that are not known tell nothing. */
export function tellings(
  exchange: Exchange,
  { keyCheck }: ServiceDefinition,
): { keyKind?: KeyKind; project?: string; organization?: string; expiresAt?: string } {
  const { tells } = keyCheck;
  if (!tells || !succeeded(exchange)) return {};
  const body = parseJson(exchange.response?.bodyText ?? '');
  const read = (field: string | undefined) => (field === undefined ? undefined : asText(valueAt(body, field)));
  const value = read(tells.kind?.field) ?? '';
  const isOne = tells.kind?.oneProject.includes(value) === true;
  const isAll = tells.kind?.allProjects.includes(value) === true;
  const project = read(tells.project);
  const organization = read(tells.organization);
  const expiresAt = read(tells.expiresAt);
  return {
    ...((isOne || isAll) && { keyKind: isOne ? ('one-project' as const) : ('all-projects' as const) }),
    ...(isOne && project !== undefined && { project }),
    ...(organization !== undefined && { organization: singleLine(organization, 60) }),
    ...(expiresAt !== undefined && { expiresAt: singleLine(expiresAt, 40) }),
  };
}

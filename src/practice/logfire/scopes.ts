const ORGANIZATION_READS = [
  'read',
  'read_api_key',
  'read_channel',
  'read_invitation',
  'read_member',
  'read_trust_policy',
];
const ORGANIZATION_WRITES = [
  'create_api_key',
  'create_project',
  'write',
  'write_api_key',
  'write_channel',
  'write_invitation',
  'write_member',
  'write_trust_policy',
];
const PROJECT_READS = [
  'read',
  'read_alert',
  'read_api_key',
  'read_dashboard',
  'read_datasets',
  'read_external_variables',
  'read_otlp',
  'read_variables',
];
const PROJECT_WRITES = [
  'gateway_proxy',
  'read_token',
  'write',
  'write_alert',
  'write_api_key',
  'write_dashboard',
  'write_datasets',
  'write_otlp',
  'write_token',
  'write_variables',
];
const SPECIAL = [
  'instance:admin',
  'instance:billing',
  'organization:admin',
  'organization:auditlog',
  'organization:payment',
  'organization:scim',
];

const named = (area: string, names: readonly string[]) => names.map((name) => `${area}:${name}`);

/** What a key may be given to read alone. */
export const READING: readonly string[] = [
  ...named('organization', ORGANIZATION_READS),
  ...named('project', PROJECT_READS),
];
/** Everything about one project; tokens are listed by the scope that makes them. */
export const PROJECT_SCOPES: readonly string[] = named('project', [...PROJECT_READS, ...PROJECT_WRITES]);
/** What an owner's key has: all but what only a self-hosted instance or a directory service needs. */
export const OWNING: readonly string[] = [
  ...READING,
  ...named('organization', ORGANIZATION_WRITES),
  ...named('project', PROJECT_WRITES),
  'organization:auditlog',
  'organization:payment',
];
/** The 38 documented scopes. */
export const ALL_SCOPES: readonly string[] = [...new Set([...OWNING, ...SPECIAL])];

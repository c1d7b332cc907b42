import { practiceUuid } from '../shared/rows.ts';
import type { PracticeConnection } from '../types.ts';
import { ALL_SCOPES, OWNING, PROJECT_SCOPES, READING } from './scopes.ts';

export type Region = 'us' | 'eu';

export interface LogfireKey {
  readonly text: string;
  readonly label: string;
  /** The number of the organization within its region. */
  readonly account: number;
  /** The running number of the one project of a project key. */
  readonly project: number | undefined;
  readonly scopes: readonly string[];
  readonly expired: boolean;
}

/** The number that UUIDs of an organization carry: regions share nothing, not even ids. */
export const accountNumber = (region: Region, account: number): number => (region === 'us' ? 0x100 : 0x200) + account;

export const ORGANIZATION_KIND = 1;

/** The second generation of keys names the organization. */
const v2 = (region: Region, account: number) =>
  `pylf_v2_${region}_${practiceUuid(ORGANIZATION_KIND, accountNumber(region, account), 1)}_`;

function key(text: string, label: string, scopes: readonly string[], more: Partial<LogfireKey> = {}): LogfireKey {
  return { text, label, account: 1, project: undefined, expired: false, ...more, scopes };
}

/** Made up, and written to look it. They open nothing but this stand-in. */
export const US_KEYS = {
  owner: key('pylf_v1_us_practiceowner00000000000000000001', 'Owner', OWNING),
  readOnly: key('pylf_v1_us_practicereadonly00000000000000002', 'Read only', READING),
  project: key('pylf_v1_us_practiceproject000000000000000003', 'One project', PROJECT_SCOPES, { project: 1 }),
  projectsOnly: key('pylf_v1_us_practiceprojectsonly0000000000004', 'Projects only', ['project:read']),
  noProjects: key('pylf_v1_us_practicenoprojects000000000000005', 'Without project:read', ['organization:read']),
  alertsOnly: key('pylf_v1_us_practicealertsonly000000000000006', 'Alerts only', ['project:read_alert']),
  admin: key('pylf_v1_us_practiceadmin00000000000000000007', 'Every scope', ALL_SCOPES),
  expired: key('pylf_v1_us_practiceexpired000000000000000008', 'Expired', OWNING, { expired: true }),
  secondOwner: key(`${v2('us', 2)}practicesecond0000000000009`, 'Second owner', OWNING, { account: 2 }),
} as const satisfies Readonly<Record<string, LogfireKey>>;

export const EU_KEYS = {
  owner: key(`${v2('eu', 1)}practiceowner000000000000101`, 'Owner', OWNING),
  readOnly: key(`${v2('eu', 1)}practicereadonly0000000000102`, 'Read only', READING),
  project: key(`${v2('eu', 1)}practiceproject0000000000103`, 'One project', PROJECT_SCOPES, { project: 2 }),
} as const satisfies Readonly<Record<string, LogfireKey>>;

const connection = (id: string, label: string, region: Region, text: string, summary: string): PracticeConnection => ({
  id: `practice-logfire-${id}`,
  label: `Practice · ${label}`,
  key: text,
  region,
  summary,
});

export const LOGFIRE_CONNECTIONS: Readonly<Record<Region, readonly PracticeConnection[]>> = {
  us: [
    connection('us-owner', 'US owner', 'us', US_KEYS.owner.text, 'All 110 projects of the US organization.'),
    connection('us-read-only', 'US read only', 'us', US_KEYS.readOnly.text, 'All 110 projects; may change nothing.'),
    connection('us-project', 'US one project', 'us', US_KEYS.project.text, 'The project checkout-api alone.'),
    connection(
      'us-few-scopes',
      'US few scopes',
      'us',
      US_KEYS.projectsOnly.text,
      'May list projects, and nothing in them: its only scope is project:read.',
    ),
    connection(
      'us-no-projects',
      'US without project:read',
      'us',
      US_KEYS.noProjects.text,
      'A good key that may not list projects: its only scope is organization:read.',
    ),
  ],
  eu: [
    connection('eu-owner', 'EU owner', 'eu', EU_KEYS.owner.text, 'All 4 projects of the EU organization.'),
    connection('eu-project', 'EU one project', 'eu', EU_KEYS.project.text, 'The project kasse alone.'),
  ],
};

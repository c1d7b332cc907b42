import type { PracticeConnection } from '../types.ts';

export type OrganizationName = 'first' | 'second';

/** The tenants of the first organization; the second has one, `OTHER_TENANT`. */
export const TENANTS = { bank: 4101, retail: 4102, closed: 4103 } as const;
export const OTHER_TENANT = 4201;

export interface FlareKey {
  readonly text: string;
  /** A key has the rights of its user. */
  readonly userId: number;
  readonly organization: OrganizationName;
  /** The tenants its user has a part in; the first one is the default. */
  readonly tenants: readonly number[];
  readonly isAdmin: boolean;
}

/** Made up, and written to look it. They open nothing but this stand-in. */
export const FLARE_KEYS = {
  owner: {
    text: 'fw_practiceowner000000000000000001',
    userId: 11,
    organization: 'first',
    tenants: [TENANTS.bank, TENANTS.retail, TENANTS.closed],
    isAdmin: true,
  },
  analyst: {
    text: 'fw_practiceanalyst0000000000000002',
    userId: 12,
    organization: 'first',
    tenants: [TENANTS.retail],
    isAdmin: false,
  },
  secondOwner: {
    text: 'fw_practicesecond00000000000000003',
    userId: 21,
    organization: 'second',
    tenants: [OTHER_TENANT],
    isAdmin: true,
  },
} as const satisfies Readonly<Record<string, FlareKey>>;

export const FLARE_CONNECTIONS: readonly PracticeConnection[] = [
  {
    id: 'practice-flare-owner',
    label: 'Practice · organization owner',
    key: FLARE_KEYS.owner.text,
    summary: 'All 3 tenants, one of them disabled; may manage the organization.',
  },
  {
    id: 'practice-flare-analyst',
    label: 'Practice · analyst',
    key: FLARE_KEYS.analyst.text,
    summary: 'The tenant Practice Retail alone; may not manage the organization.',
  },
  {
    id: 'practice-flare-second',
    label: 'Practice · second organization',
    key: FLARE_KEYS.secondOwner.text,
    summary: 'Another organization with 1 tenant and a budget of its own.',
  },
];

import type { PracticeConnection } from '../types.ts';

export interface WellowsKey {
  readonly text: string;
  readonly userId: number;
  /** The one project of a project-level key. */
  readonly project: number | undefined;
  /** The projects a user-level key's user may reach; all where undefined. */
  readonly reaches: readonly number[] | undefined;
  readonly state: 'valid' | 'expired' | 'revoked';
  readonly expiry: string;
}

const key = (text: string, more: Partial<WellowsKey> = {}): WellowsKey => ({
  userId: 123,
  project: undefined,
  reaches: undefined,
  state: 'valid',
  expiry: '2099-12-31T23:59:59Z',
  ...more,
  text,
});

/** Made up, and written to look it; the form of a real key is not documented. They open nothing but this stand-in. */
export const WELLOWS_KEYS = {
  user: key('wellows-practice-user-000000000000000001'),
  limited: key('wellows-practice-limited-000000000000002', { userId: 124, reaches: [301, 302, 303] }),
  project: key('wellows-practice-project-000000000000003', { project: 302 }),
  expired: key('wellows-practice-expired-000000000000004', { state: 'expired', expiry: '2025-12-31T23:59:59Z' }),
  revoked: key('wellows-practice-revoked-000000000000005', { state: 'revoked' }),
} as const satisfies Readonly<Record<string, WellowsKey>>;

export const WELLOWS_CONNECTIONS: readonly PracticeConnection[] = [
  {
    id: 'practice-wellows-user',
    label: 'Practice · user level',
    key: WELLOWS_KEYS.user.text,
    summary: 'All 12 projects.',
  },
  {
    id: 'practice-wellows-limited',
    label: 'Practice · user level, 3 projects',
    key: WELLOWS_KEYS.limited.text,
    summary: 'The first 3 of 12 projects.',
  },
  {
    id: 'practice-wellows-project',
    label: 'Practice · project level',
    key: WELLOWS_KEYS.project.text,
    summary: 'The project Harbor alone; no project header needed.',
  },
  {
    id: 'practice-wellows-expired',
    label: 'Practice · expired key',
    key: WELLOWS_KEYS.expired.text,
    summary: 'Nothing: the key has expired.',
  },
];

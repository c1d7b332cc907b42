import type { PracticeConnection } from '../types.ts';
import { BIG_PROJECT_ID, FIRST_PROJECT_ID } from './seedProjects.ts';

export type Access = 'none' | 'read' | 'write';
export type Product = 'platform' | 'uptime';
export type OrganizationName = 'first' | 'second';

export interface PhareKey {
  readonly text: string;
  /** What incident updates made with this key are signed with. */
  readonly label: string;
  readonly organization: OrganizationName;
  /** The one project of a project-scoped key. */
  readonly project: number | undefined;
  readonly platform: Access;
  readonly uptime: Access;
}

const organizationKey = (
  text: string,
  label: string,
  platform: Access,
  uptime: Access,
  organization: OrganizationName = 'first',
): PhareKey => ({ text, label, organization, project: undefined, platform, uptime });

const projectKey = (text: string, label: string, project: number, access: Access): PhareKey => ({
  text,
  label,
  organization: 'first',
  project,
  platform: access,
  uptime: access,
});

/** Made up, and written to look it. They open nothing but this stand-in. */
export const PHARE_KEYS = {
  owner: organizationKey('pha_org_practice_owner_0000000000000001', 'Owner', 'write', 'write'),
  readOnly: organizationKey('pha_org_practice_readonly_0000000000002', 'Read only', 'read', 'read'),
  uptimeOnly: organizationKey('pha_org_practice_uptime_000000000000003', 'Uptime only', 'none', 'write'),
  platformOnly: organizationKey('pha_org_practice_platform_0000000000004', 'Platform only', 'write', 'none'),
  project: projectKey('pha_prj_practice_project_00000000000005', 'One project', FIRST_PROJECT_ID, 'write'),
  projectReadOnly: projectKey(
    'pha_prj_practice_readonly_0000000000006',
    'One project, read only',
    BIG_PROJECT_ID,
    'read',
  ),
  secondOwner: organizationKey('pha_org_practice_second_000000000000007', 'Second owner', 'write', 'write', 'second'),
} as const satisfies Readonly<Record<string, PhareKey>>;

export const PHARE_CONNECTIONS: readonly PracticeConnection[] = [
  {
    id: 'practice-phare-owner',
    label: 'Practice · owner',
    key: PHARE_KEYS.owner.text,
    summary: 'All 30 projects; may read and change everything.',
  },
  {
    id: 'practice-phare-read-only',
    label: 'Practice · read only',
    key: PHARE_KEYS.readOnly.text,
    summary: 'All 30 projects; may read everything and change nothing.',
  },
  {
    id: 'practice-phare-project',
    label: 'Practice · one project',
    key: PHARE_KEYS.project.text,
    summary: 'The project luminous-guiding-tower alone; may read and change it.',
  },
  {
    id: 'practice-phare-uptime',
    label: 'Practice · uptime only',
    key: PHARE_KEYS.uptimeOnly.text,
    summary: 'All 30 projects, uptime only; may not list projects or users.',
  },
  {
    id: 'practice-phare-second',
    label: 'Practice · second organization',
    key: PHARE_KEYS.secondOwner.text,
    summary: 'Another organization with 2 projects and a budget of its own.',
  },
];

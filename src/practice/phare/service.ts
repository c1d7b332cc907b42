import { FixedWindowBudget } from '../shared/budget.ts';
import { KeyRing } from '../shared/keyRing.ts';
import { Router } from '../shared/router.ts';
import { type RunningService, runService } from '../shared/service.ts';
import { Variants } from '../shared/variants.ts';
import type { PracticeOptions } from '../types.ts';
import type { Operation } from './call.ts';
import { answerPhare } from './gate.ts';
import { type OrganizationName, PHARE_CONNECTIONS, PHARE_KEYS, type PhareKey } from './keys.ts';
import { alertRuleOperations } from './operations/alertRules.ts';
import { incidentOperations } from './operations/incidents.ts';
import { maintenanceWindowOperations } from './operations/maintenanceWindows.ts';
import { monitorOperations } from './operations/monitors.ts';
import { platformOperations } from './operations/platform.ts';
import { reportOperations } from './operations/reports.ts';
import { statusPageOperations } from './operations/statusPages.ts';
import type { Organization } from './organization.ts';
import { seedOrganization } from './seed.ts';
import { PHARE_VARIANTS } from './variants.ts';

const CALLS_PER_MINUTE = 100;
const MINUTE = 60_000;

/** The 48 documented operations. */
export const PHARE_OPERATIONS: readonly Operation[] = [
  ...platformOperations,
  ...alertRuleOperations,
  ...monitorOperations,
  ...incidentOperations,
  ...maintenanceWindowOperations,
  ...reportOperations,
  ...statusPageOperations,
];

/** Starts the stand-in of Phare. @throws the system's error when the port cannot be had. */
export async function startPhare(options: PracticeOptions): Promise<RunningService> {
  const now = options.now ?? (() => Date.now());
  const newOrganization = (name: OrganizationName) =>
    seedOrganization(name, new FixedWindowBudget(options.callsPerMinute ?? CALLS_PER_MINUTE, MINUTE, now));
  const newOrganizations = (): Record<OrganizationName, Organization> => ({
    first: newOrganization('first'),
    second: newOrganization('second'),
  });
  let organizations = newOrganizations();

  const ring = new KeyRing<PhareKey>(Object.values(PHARE_KEYS));
  const variants = new Variants(PHARE_VARIANTS);
  const operations = new Router<Operation>();
  for (const operation of PHARE_OPERATIONS) operations.add(operation.method, operation.path, operation);
  const state = {
    keys: ring,
    variants,
    operations,
    now,
    organization: (name: OrganizationName) => organizations[name],
  };
  return runService({
    service: 'phare',
    port: options.port ?? 0,
    connections: PHARE_CONNECTIONS,
    keys: PHARE_KEYS,
    ring,
    variants,
    answer: (request) => answerPhare(state, request),
    refill: () => Object.values(organizations).forEach((organization) => organization.budget.refill()),
    reset: () => {
      organizations = newOrganizations();
    },
  });
}

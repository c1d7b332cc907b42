import { FixedWindowBudget } from '../shared/budget.ts';
import { FaultPlan } from '../shared/faults.ts';
import { KeyRing } from '../shared/keyRing.ts';
import { RequestRecord } from '../shared/record.ts';
import { Router } from '../shared/router.ts';
import { startServer } from '../shared/server.ts';
import { Variants } from '../shared/variants.ts';
import type { PracticeOptions, PracticeService } from '../types.ts';
import type { Operation } from './call.ts';
import { answerPhare } from './gate.ts';
import { type OrganizationName, PHARE_CONNECTIONS, PHARE_KEYS } from './keys.ts';
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

export interface RunningService {
  readonly service: PracticeService;
  stop(): Promise<void>;
}

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

  const record = new RequestRecord();
  const faults = new FaultPlan();
  const keys = new KeyRing(Object.values(PHARE_KEYS));
  const variants = new Variants(PHARE_VARIANTS);
  const operations = new Router<Operation>();
  for (const operation of PHARE_OPERATIONS) operations.add(operation.method, operation.path, operation);
  const state = { keys, variants, operations, now, organization: (name: OrganizationName) => organizations[name] };

  const server = await startServer({
    port: options.port ?? 0,
    record,
    faults,
    answer: (request) => answerPhare(state, request),
  });
  return {
    service: {
      service: 'phare',
      baseUrl: server.baseUrl,
      connections: PHARE_CONNECTIONS,
      control: {
        get requests() {
          return record.entries;
        },
        keys: Object.fromEntries(Object.entries(PHARE_KEYS).map(([name, key]) => [name, key.text])),
        forget: () => record.forget(),
        plant: (fault) => faults.plant(fault),
        revoke: (key) => keys.revoke(key),
        restore: () => keys.restore(),
        variant: (name, value) => variants.set(name, value),
        refill: () => Object.values(organizations).forEach((organization) => organization.budget.refill()),
        reset: () => {
          organizations = newOrganizations();
          record.forget();
          faults.clear();
          keys.restore();
          variants.reset();
        },
      },
    },
    stop: () => server.stop(),
  };
}

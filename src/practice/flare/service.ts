import { FixedWindowBudget } from '../shared/budget.ts';
import { KeyRing } from '../shared/keyRing.ts';
import { Router } from '../shared/router.ts';
import { type RunningService, runService } from '../shared/service.ts';
import { Variants } from '../shared/variants.ts';
import type { PracticeOptions } from '../types.ts';
import type { Operation } from './call.ts';
import { answerFlare } from './gate.ts';
import { FLARE_CONNECTIONS, FLARE_KEYS, type FlareKey, type OrganizationName } from './keys.ts';
import { alertOperations } from './operations/alerts.ts';
import { eventOperations } from './operations/events.ts';
import { identifierOperations } from './operations/identifiers.ts';
import { peopleOperations } from './operations/people.ts';
import { policyOperations } from './operations/policies.ts';
import { reportOperations } from './operations/reports.ts';
import { takeoverOperations } from './operations/takeover.ts';
import type { Organization } from './organization.ts';
import { seedOrganization } from './seed.ts';
import { TokenDesk } from './tokens.ts';
import { FLARE_VARIANTS } from './variants.ts';

const SECOND = 1000;
const BASIC_PER_SECOND = 4;
const SEARCH_PER_SECOND = 1;
const GLOBAL_SEARCHES = 500;

/**
 * The operations that need a token; `POST /tokens/generate` is the gate's own. Paths with fixed words come before those
 * whose parameter would fit the word.
 */
export const FLARE_OPERATIONS: readonly Operation[] = [
  ...alertOperations,
  ...eventOperations,
  ...identifierOperations,
  ...policyOperations,
  ...peopleOperations,
  ...reportOperations,
  ...takeoverOperations,
];

/** Starts the stand-in of Flare. @throws the system's error when the port cannot be had. */
export async function startFlare(options: PracticeOptions): Promise<RunningService> {
  const now = options.now ?? (() => Date.now());
  const { basicPerSecond, searchPerSecond, globalSearches } = options.flare ?? {};
  const newOrganization = (name: OrganizationName) => {
    const budgets = {
      basic: new FixedWindowBudget(basicPerSecond ?? BASIC_PER_SECOND, SECOND, now),
      search: new FixedWindowBudget(searchPerSecond ?? SEARCH_PER_SECOND, SECOND, now),
    };
    return seedOrganization(name, budgets, globalSearches ?? GLOBAL_SEARCHES);
  };
  const newOrganizations = (): Record<OrganizationName, Organization> => ({
    first: newOrganization('first'),
    second: newOrganization('second'),
  });
  let organizations = newOrganizations();
  const tokens = new TokenDesk(now);
  const ring = new KeyRing<FlareKey>(Object.values(FLARE_KEYS));
  const variants = new Variants(FLARE_VARIANTS);
  const operations = new Router<Operation>();
  for (const operation of FLARE_OPERATIONS) operations.add(operation.method, operation.path, operation);
  const organization = (name: OrganizationName) => organizations[name];
  const state = { keys: ring, variants, operations, tokens, organization, now };
  return runService({
    service: 'flare',
    port: 0,
    connections: FLARE_CONNECTIONS,
    keys: FLARE_KEYS,
    ring,
    variants,
    answer: (request) => answerFlare(state, request),
    refill: () => {
      for (const { budgets } of Object.values(organizations)) {
        budgets.basic.refill();
        budgets.search.refill();
      }
    },
    reset: () => {
      organizations = newOrganizations();
      tokens.clear();
    },
  });
}

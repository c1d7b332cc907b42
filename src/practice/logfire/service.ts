import { FixedWindowBudget } from '../shared/budget.ts';
import { KeyRing } from '../shared/keyRing.ts';
import { Router } from '../shared/router.ts';
import { type RunningService, runService } from '../shared/service.ts';
import { Variants } from '../shared/variants.ts';
import type { PracticeOptions } from '../types.ts';
import type { Account } from './account.ts';
import type { Operation } from './call.ts';
import { answerLogfire } from './gate.ts';
import { EU_KEYS, LOGFIRE_CONNECTIONS, type LogfireKey, type Region, US_KEYS } from './keys.ts';
import { directoryOperations } from './operations/directory.ts';
import { experimentalOperations } from './operations/experimental.ts';
import { organizationOperations } from './operations/organization.ts';
import { projectOperations } from './operations/projects.ts';
import { settingOperations } from './operations/settings.ts';
import { usageOperations } from './operations/usage.ts';
import { variableOperations } from './operations/variables.ts';
import { seedAccount } from './seed.ts';
import { LOGFIRE_VARIANTS } from './variants.ts';

/** Ours: the documents give no number. Far above what a person does, so that it is met on purpose only. */
const CALLS_PER_MINUTE = 600;
const MINUTE = 60_000;

/** The documented operations, and what clients' sources show beside them. */
export const LOGFIRE_OPERATIONS: readonly Operation[] = [
  ...projectOperations,
  ...variableOperations,
  ...organizationOperations,
  ...settingOperations,
  ...experimentalOperations,
  ...usageOperations,
  ...directoryOperations,
];

/**
 * Starts both regions of Logfire: two servers that share nothing.
 * @throws the system's error when a port cannot be had.
 */
export async function startLogfire(options: PracticeOptions): Promise<readonly RunningService[]> {
  const us = await startRegion('us', US_KEYS, options);
  const eu = await startRegion('eu', EU_KEYS, options).catch(async (error: unknown) => {
    await us.stop();
    throw error;
  });
  const baseUrls = { us: us.service.baseUrl, eu: eu.service.baseUrl };
  return [us, eu].map((running) => ({ ...running, service: { ...running.service, baseUrls } }));
}

async function startRegion(
  region: Region,
  keys: Readonly<Record<string, LogfireKey>>,
  options: PracticeOptions,
): Promise<RunningService> {
  const now = options.now ?? (() => Date.now());
  const newAccount = (number: number) =>
    seedAccount(
      region,
      number,
      new FixedWindowBudget(options.logfire?.callsPerMinute ?? CALLS_PER_MINUTE, MINUTE, now),
    );
  const accounts = new Map<number, Account>();
  // Seeded when first asked for: most sessions never look at every organization.
  const account = (number: number): Account => {
    const known = accounts.get(number) ?? newAccount(number);
    accounts.set(number, known);
    return known;
  };
  const ring = new KeyRing<LogfireKey>(Object.values(keys));
  const variants = new Variants(LOGFIRE_VARIANTS);
  const operations = new Router<Operation>();
  for (const operation of LOGFIRE_OPERATIONS) operations.add(operation.method, operation.path, operation);
  const state = { keys: ring, variants, operations, account, now };
  return runService({
    service: 'logfire',
    region,
    port: 0,
    connections: LOGFIRE_CONNECTIONS[region],
    keys,
    ring,
    variants,
    answer: (request) => answerLogfire(state, request),
    refill: () => accounts.forEach((each) => each.budget.refill()),
    reset: () => accounts.clear(),
  });
}

import assert from 'node:assert/strict';
import type { FaultCase, HealthyCase, PastedCase, Situation } from './faultCase.ts';
import { type Verdict, judge } from './judge.ts';
import { type Found, explain, run } from './run.ts';

export interface Measured {
  /** Of a fault: without probes, with probes, and where there was an answer, pasted. */
  readonly verdicts: readonly Verdict[];
  readonly probes: number;
}

/** Plants a fault and judges what all three ways of asking say. */
export async function measureFault(fault: FaultCase): Promise<Measured> {
  const found = await run(fault);
  assertPlanted(fault, found);
  const { offline = 'first', probed = 'first', pasted = 'first' } = fault;
  const status = found.exchange.response?.status;
  const unprobed = { ...fault, cause: fault.causeUnprobed ?? fault.cause };
  return {
    verdicts: [
      judge(unprobed, 'offline', offline, found.offline, status),
      judge(fault, 'probed', probed, found.probed, status),
      ...(found.pasted ? [judge(unprobed, 'pasted', pasted, found.pasted, status)] : []),
    ],
    probes: found.probes,
  };
}

/** The same for an answer that is fine. */
export async function measureHealthy(healthy: HealthyCase): Promise<Measured> {
  const found = await run(healthy);
  assertPlanted(healthy, found);
  const planted = { ...healthy, cause: null };
  return {
    verdicts: [
      judge(planted, 'offline', 'first', found.offline),
      judge(planted, 'probed', 'first', found.probed),
      ...(found.pasted ? [judge(planted, 'pasted', 'first', found.pasted)] : []),
    ],
    probes: found.probes,
  };
}

export async function measurePasted(planted: PastedCase): Promise<Measured> {
  return { verdicts: [judge(planted, 'pasted', planted.pasted, await explain(planted), planted.status)], probes: 0 };
}

/** A case whose fault did not come about would measure nothing. */
function assertPlanted({ arrives, faults, service, name }: Situation, { exchange }: Found): void {
  const reply = faults?.[0]?.reply;
  const planned = arrives ?? (typeof reply === 'object' ? reply.status : undefined);
  assert.ok(planned !== undefined, `${service}, ${name}: nothing says what is to arrive`);
  const came = typeof planned === 'number' ? exchange.response?.status : exchange.failure?.kind;
  assert.equal(came, planned, `${service}, ${name}: the planted answer did not arrive`);
}

import assert from 'node:assert/strict';
import type { CauseId, Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import { serviceIds } from '../support/faultModel.ts';
import { faultCases, healthyCases, pastedCases } from './cases/all.ts';
import type { Expected, FaultCase, Situation } from './support/faultCase.ts';
import { judge } from './support/judge.ts';

const entry = (cause: CauseId, certainty: Diagnosis['certainty']): Diagnosis => ({
  cause,
  certainty,
  title: 'T',
  explanation: 'E',
  evidence: [],
  actions: [],
});

/** All that makes up a situation, functions by their text. */
function fingerprint({ name, ...situation }: Situation | FaultCase): string {
  // What a function closes over is told by the name alone.
  const isClosed = situation.before !== undefined || situation.server !== undefined;
  return JSON.stringify({ ...situation, ...(isClosed && { name }) }, (_key, value: unknown) =>
    typeof value === 'function' ? String(value) : value,
  );
}

/** What the engine can see without a probe; undefined for a case in which something happened before. */
function visible(fault: FaultCase): string | undefined {
  const { service, key, draft, selected, region, faults, before, address, server, failure } = fault;
  const reply = faults?.[0]?.reply;
  if (before || server || address || failure || typeof reply === 'function') return undefined;
  return JSON.stringify({ service, key, draft, selected, region, reply });
}

describe('The table of planted faults', () => {
  it('is large: faults, healthy answers, pasted answers', () => {
    assert.ok(faultCases.length >= 900, `${faultCases.length} faults`);
    assert.ok(healthyCases.length >= 130, `${healthyCases.length} healthy answers`);
    assert.ok(pastedCases.length >= 50, `${pastedCases.length} pasted answers`);
  });

  it('plants every cause where it can occur, in at least three ways', () => {
    const everywhere: readonly CauseId[] = [
      'key-missing',
      'key-malformed',
      'key-wrong-service',
      'key-invalid',
      'key-expired',
      'project-missing',
      'project-unknown',
      'permission-read-only',
      'role-insufficient',
      'rate-limited',
      'blocked-before-service',
      'proxy-refused',
      'wrong-address',
      'clock-skew',
      'service-down',
      'network',
      'cors',
      'not-found',
      'invalid-request',
      'unknown',
    ];
    const somewhere: readonly (readonly [CauseId, readonly string[]])[] = [
      ['key-wrong-kind', ['phare', 'logfire', 'flare', 'wellows', 'quayside']],
      ['token-expired', ['flare', 'beacon']],
      ['region-mismatch', ['logfire', 'flare', 'quayside']],
      ['project-outside-key', ['phare', 'logfire', 'wellows', 'quayside']],
      ['project-conflict', ['phare', 'logfire', 'wellows', 'quayside']],
      ['needs-broader-key', ['phare', 'logfire', 'wellows', 'quayside']],
      ['permission-none', ['phare', 'logfire', 'quayside']],
      ['permission-missing', ['phare', 'logfire', 'flare', 'wellows', 'quayside']],
      ['redirect-dropped-key', ['phare', 'logfire', 'wellows', 'quayside']],
    ];
    const wanted = [...everywhere.map((cause) => [cause, serviceIds] as const), ...somewhere];
    const few = wanted.flatMap(([cause, services]) =>
      services.flatMap((service) => {
        const number = faultCases.filter(
          (fault) => fault.service === service && (fault.causeUnprobed === cause || fault.cause === cause),
        ).length;
        return number < 3 ? [`${cause} at ${service}: ${number}`] : [];
      }),
    );
    assert.deepEqual(few, []);
  });

  it('counts nothing twice', () => {
    const all = [...faultCases, ...healthyCases].map(fingerprint);
    const twice = all.filter((one, index) => all.indexOf(one) !== index);
    assert.deepEqual(twice, []);
    const names = faultCases.map(({ service, cause, name }) => `${service} ${cause} ${name}`);
    assert.deepEqual(
      names.filter((one, index) => names.indexOf(one) !== index),
      [],
    );
  });

  it('demands no two causes first of what looks the same', () => {
    const demanded = new Map<string, FaultCase>();
    const contradictions: string[] = [];
    for (const fault of faultCases) {
      const seen = visible(fault);
      if (seen === undefined || (fault.offline ?? 'first') !== 'first') continue;
      const other = demanded.get(seen);
      const cause = fault.causeUnprobed ?? fault.cause;
      if (other && (other.causeUnprobed ?? other.cause) !== cause)
        contradictions.push(`${fault.service}: ${other.cause} and ${cause}: ${fault.name}`);
      demanded.set(seen, fault);
    }
    assert.deepEqual(contradictions, []);
  });

  it('has no case that cannot fail', () => {
    const wrongCause = (cause: CauseId): CauseId => (cause === 'cors' ? 'key-missing' : 'cors');
    const tame = faultCases.filter((fault) =>
      [fault.offline, fault.probed, fault.pasted].some((expected = 'first') => {
        const judged = (found: readonly Diagnosis[]) => judge(fault, 'offline', expected, found).holds;
        return judged([entry(wrongCause(fault.cause), 'proved')]) || (expected !== 'open' && judged([]));
      }),
    );
    assert.deepEqual(
      tame.map(({ name }) => name),
      [],
    );
    assert.ok(
      healthyCases.every(
        (healthy) => !judge({ ...healthy, cause: null }, 'offline', 'first', [entry('unknown', 'possible')]).holds,
      ),
    );
  });

  it('asks for the true cause first in most cases, in each way of asking', () => {
    const shareOf = (pick: (fault: FaultCase) => Expected) =>
      faultCases.filter((fault) => pick(fault) === 'first').length / faultCases.length;
    assert.ok(shareOf(({ offline = 'first' }) => offline) > 0.7);
    assert.ok(shareOf(({ probed = 'first' }) => probed) > 0.8);
    assert.ok(shareOf(({ pasted = 'first' }) => pasted) > 0.5);
  });

  it('is passed by no engine that always says the same', () => {
    for (const cause of new Set(faultCases.map((fault) => fault.cause))) {
      const right = faultCases.filter((fault) => fault.cause === cause).length / faultCases.length;
      assert.ok(right < 0.15, `${cause}: ${right}`);
    }
  });
});

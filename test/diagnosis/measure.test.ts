import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { faultCases } from './cases/all.ts';
import { documentOf } from './support/document.ts';
import { type Verdict, describe as inWords, modes } from './support/judge.ts';
import { faultsOfWording } from './support/wording.ts';
import { type Results, fine, isDecidable, isRanked, measureAll, percent, refusals, share } from './support/results.ts';

/** Names what does not hold, so that a failure tells where to look. */
const failing = (verdicts: readonly Verdict[]): string => verdicts.slice(0, 20).map(inWords).join('\n');

function assertNone(verdicts: readonly Verdict[]): void {
  assert.ok(verdicts.length === 0, `${verdicts.length} times\n${failing(verdicts)}`);
}

describe('The diagnosis of planted faults', function () {
  // Half a minute alone; the machine may be busy.
  this.timeout(280_000);
  let results: Results;
  before(async () => {
    results = await measureAll();
  });

  for (const mode of modes) {
    describe(mode, () => {
      const own = () => refusals(results).filter((verdict) => verdict.mode === mode);

      it('has the right cause first in 97 of 100 cases in which it can be known', () => {
        const misses = own().filter((verdict) => isDecidable(verdict) && !verdict.isFirst);
        const right = share(own().filter(isDecidable), ({ isFirst }) => isFirst);
        assert.ok(right.hits / right.of >= 0.97, `${percent(right)}\n${failing(misses)}`);
      });

      it('has the right cause among the first three', () => {
        const misses = own().filter(
          ({ expected, isWithinThree, holds }) =>
            !(typeof expected === 'object' && 'anyOf' in expected ? holds : isWithinThree),
        );
        assertNone(misses.filter(isRanked));
      });

      it('puts nothing first that the facts speak against', () => {
        const misses = own().filter((verdict) => !isDecidable(verdict) && !verdict.holds);
        assertNone(misses);
      });

      it('tells of the answer in the evidence of what it puts first', () => {
        assertNone(own().filter(({ isEvident }) => !isEvident));
      });

      it('calls nothing proved that is wrong', () => {
        assertNone(own().filter(({ wronglyProved }) => wronglyProved.length > 0));
      });

      it('finds nothing in an answer that is fine', () => {
        assertNone(fine(results).filter((verdict) => verdict.mode === mode && !verdict.isFirst));
      });
    });
  }

  it('takes three probes at most, and one on average', () => {
    const numbers = results.faults.map(({ probes }) => probes);
    assert.ok(Math.max(...numbers) <= 3, `${Math.max(...numbers)} probes`);
    const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    assert.ok(mean <= 1, `${mean} probes on average`);
    assert.ok(mean > 0, 'no probe was sent at all');
  });

  it('calls proved what is known for certain', () => {
    const certain = results.faults.filter((_, index) => faultCases[index]?.isProvable);
    assert.ok(certain.length > 60, `${certain.length} cases`);
    assertNone(
      certain.flatMap(({ verdicts }) => verdicts.slice(0, 2).filter(({ found }) => found[0]?.certainty !== 'proved')),
    );
  });

  it('calls nothing proved that the facts alone cannot tell', () => {
    const unknowable = results.faults
      .flatMap(({ verdicts }) => verdicts.slice(0, 1))
      .filter((verdict) => !isDecidable(verdict));
    assert.ok(unknowable.length > 100, `${unknowable.length} cases`);
    assertNone(unknowable.filter(({ found }) => found.some(({ certainty }) => certainty === 'proved')));
  });

  it('never proves one cause without probes and another with them', () => {
    const provedIn = (verdict: Verdict | undefined) =>
      verdict?.found.find(({ certainty }) => certainty === 'proved')?.cause;
    const turned = results.faults.flatMap(({ verdicts: [offline, probed] }) => {
      const [before, after] = [provedIn(offline), provedIn(probed)];
      return before !== undefined && before !== after && probed ? [probed] : [];
    });
    assertNone(turned);
  });

  it('takes no probe after a 429', () => {
    const limited = results.faults.filter((_, index) => {
      const reply = faultCases[index]?.faults?.[0]?.reply;
      return typeof reply === 'object' && reply.status === 429;
    });
    assert.ok(limited.length > 10, `${limited.length} cases`);
    assertNone(limited.filter(({ probes }) => probes > 0).flatMap(({ verdicts }) => verdicts.slice(1, 2)));
  });

  it('says nothing of the keys that is not so', () => {
    // These keys begin as the documents say that they do, and Wellows documents no beginning.
    const own = results.faults
      .filter((_, index) => faultCases[index]?.key === undefined)
      .flatMap(({ verdicts }) => verdicts);
    const saying = (verdict: Verdict, text: RegExp) =>
      verdict.found.some(({ evidence }) => evidence.some((line) => text.test(line)));
    assertNone(own.filter((verdict) => saying(verdict, /not begin as/u) && verdict.service !== 'wellows'));
    assertNone(own.filter((verdict) => saying(verdict, /prefix says/u) && verdict.service === 'wellows'));
  });

  it('says it in sentences that are whole, right and said once', () => {
    // A failure's own message names hosts, such as those that the cases make up.
    const said = refusals(results).filter(({ found }) => found[0]?.cause !== 'cors');
    const faults = said.flatMap(({ service, found }) =>
      found.flatMap(faultsOfWording).map((text) => `${service}: ${text}`),
    );
    assert.deepEqual([...new Set(faults)].slice(0, 20), []);
  });

  it('offers something to do about what it puts first', () => {
    const known = results.faults.flatMap(({ verdicts }) => verdicts.slice(0, 2));
    assertNone(known.filter(({ found: [first] }) => first !== undefined && first.actions.length === 0));
  });

  it('takes no probe for an answer that is fine', () => {
    assert.deepEqual(
      results.healthy.filter(({ probes }) => probes > 0),
      [],
    );
  });

  it('is documented as measured (npm run diagnosis:report)', async () => {
    const file = fileURLToPath(new URL('../../docs/diagnosis.md', import.meta.url));
    assert.equal(await readFile(file, 'utf8'), await documentOf(results, file));
  });
});

import assert from 'node:assert/strict';
import type { Exchange } from '../../src/client/exchange.ts';
import type { RequestDraft } from '../../src/client/draft.ts';
import type { CauseId, Certainty, Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import { type Desk, openDesk } from './desk.ts';
import { type PracticePhare, startPracticePhare } from './practice.ts';

/** One line of the table by which the quality of diagnoses is measured. */
export interface PlantedCase {
  readonly name: string;
  /** The right cause; null for an answer that is fine. */
  readonly cause: CauseId | null;
  readonly certainty?: Certainty;
  /** The name of a practice key, or the text of another one; the owner's unless told otherwise. */
  readonly key?: string;
  /** `GET /uptime/monitors` in the project of the first id unless told otherwise. */
  readonly draft?: Partial<RequestDraft>;
  readonly variants?: Readonly<Record<string, string>>;
  /** What happened before with this key. */
  readonly before?: (desk: Desk, phare: PracticePhare) => Promise<unknown>;
  /** The cause that probes find, where it is narrower than what the answer alone tells. */
  readonly probed?: CauseId;
  /** The stand-in was made to answer this key once, so a probe would find that it does not know it. */
  readonly offlineOnly?: boolean;
  /** The answer in place of the stand-in's own; an object is sent as JSON. */
  readonly answer?: Answer;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | object;
}

export const firstProject = '1001';

/** Lines of the table that have something in common. */
export function cases<C extends Partial<PlantedCase>>(
  common: C,
  entries: readonly (Omit<PlantedCase, keyof C> & Partial<PlantedCase>)[],
): readonly (PlantedCase & C)[] {
  return entries.map((entry) => ({ ...common, ...entry }) as PlantedCase & C);
}

/** Defines one test for each planted case, all on one stand-in. */
export function testPlanted(cases: readonly PlantedCase[]): void {
  let phare: PracticePhare;
  before(async () => {
    phare = await startPracticePhare();
  });
  after(() => phare.stop());
  beforeEach(() => phare.control.reset());
  for (const planted of cases) {
    it(`${planted.cause ?? 'nothing'}: ${planted.name}`, async () => {
      check(await run(planted, phare), planted);
    });
  }
}

async function run(planted: PlantedCase, phare: PracticePhare): Promise<readonly Diagnosis[]> {
  const { desk, exchange } = await refused(planted, phare);
  const found = desk.diagnose(exchange);
  assert.ok(!JSON.stringify(found).includes(keyOf(planted, phare)), 'a diagnosis holds the key');
  return found;
}

async function refused(planted: PlantedCase, phare: PracticePhare): Promise<{ desk: Desk; exchange: Exchange }> {
  const { control, service } = phare;
  for (const [name, value] of Object.entries(planted.variants ?? {})) control.variant(name, value);
  const desk = await openDesk(service.baseUrl, { key: keyOf(planted, phare) });
  await planted.before?.(desk, phare);
  if (planted.answer) plantAnswer(phare, planted.answer);
  return { desk, exchange: await desk.send(planted.draft ?? { project: firstProject }) };
}

/**
 * The same table with probes: the right cause stays first, nothing is wrongly proved, and probes are few reads that
 * change nothing. Answers that were planted stand for any request, so probes could not tell anything; they are left out.
 */
export function testProbed(cases: readonly PlantedCase[]): void {
  let phare: PracticePhare;
  let probes = 0;
  let diagnoses = 0;
  before(async () => {
    phare = await startPracticePhare();
  });
  after(() => phare.stop());
  beforeEach(() => phare.control.reset());
  for (const planted of cases.filter(({ answer, offlineOnly }) => answer === undefined && !offlineOnly)) {
    it(`${planted.cause ?? 'nothing'}, probed: ${planted.name}`, async () => {
      const { desk, exchange } = await refused(planted, phare);
      phare.control.forget();
      const found = await desk.bearings.diagnosis.diagnose(exchange);
      const sent = phare.control.requests;
      check(found, { cause: planted.probed ?? planted.cause });
      assert.ok(sent.length <= 3, `${String(sent.length)} probes`);
      assert.ok(sent.every(({ method }) => method === 'GET'));
      assert.ok(!JSON.stringify(found).includes(keyOf(planted, phare)), 'a diagnosis holds the key');
      phare.control.forget();
      assert.deepEqual(await desk.bearings.diagnosis.diagnose(exchange, { probe: false }), desk.diagnose(exchange));
      assert.deepEqual(phare.control.requests, []);
      probes += sent.length;
      diagnoses += 1;
    });
  }
  it('takes one probe on average at most', () => {
    assert.ok(diagnoses > 0 && probes <= diagnoses, `${String(probes)} probes for ${String(diagnoses)} diagnoses`);
  });
}

export function plantAnswer({ control }: PracticePhare, { status, headers = {}, body = '' }: Answer): void {
  const isText = typeof body === 'string';
  control.plant({
    action: {
      kind: 'answer',
      status,
      headers: isText ? headers : { 'content-type': 'application/json', ...headers },
      body: isText ? body : JSON.stringify(body),
    },
  });
}

function keyOf({ key = 'owner' }: PlantedCase, { control }: PracticePhare): string {
  return control.keys[key] ?? key;
}

export function check(
  found: readonly Diagnosis[],
  { cause, certainty }: Pick<PlantedCase, 'cause' | 'certainty'>,
): void {
  const [first] = found;
  const told = found.map((entry) => `${entry.cause} (${entry.certainty})`).join(', ');
  assert.equal(first?.cause ?? null, cause, `found: ${told || 'nothing'}`);
  for (const entry of found) {
    if (entry.certainty === 'proved') assert.equal(entry.cause, cause, `wrongly proved: ${told}`);
    assert.ok(entry.title !== '' && entry.explanation !== '' && entry.evidence.length > 0);
  }
  if (certainty) assert.equal(first?.certainty, certainty, `found: ${told}`);
}

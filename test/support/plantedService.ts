import assert from 'node:assert/strict';
import type { RequestDraft } from '../../src/client/draft.ts';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import { type Desk, openDesk } from './desk.ts';
import { ManualClock } from './manualClock.ts';
import { type Patience, patience } from './patience.ts';
import { type Answer, type PlantedCase, check } from './plantedFault.ts';
import { type Spoken, type SpokenServices, startServices } from './practiceServices.ts';

/** What a planted case of any service has to do with: a desk on the stand-in, and the clock of both. */
export interface Scene {
  readonly desk: Desk;
  readonly standIn: Spoken;
  readonly clock: ManualClock;
  /** Sends and waits for the budget. */
  send(draft?: Partial<RequestDraft>): Promise<unknown>;
}

/** One line of the table for a service that is not Phare. */
export interface ServiceCase extends Pick<PlantedCase, 'name' | 'cause' | 'certainty' | 'variants'> {
  /** The name of a practice key, or the text of another one. */
  readonly key?: string;
  readonly draft?: Partial<RequestDraft>;
  readonly before?: (scene: Scene) => Promise<unknown>;
  readonly answer?: Answer & { readonly at?: string | RegExp };
}

export interface ServiceTable {
  readonly service: 'logfire' | 'flare' | 'wellows';
  readonly region?: string;
  readonly key: string;
  readonly draft: Partial<RequestDraft>;
  readonly cases: readonly ServiceCase[];
}

/** Defines one test for each case, all on one stand-in. */
export function testService({ cases, ...table }: ServiceTable): void {
  const clock = new ManualClock(Date.UTC(2026, 9, 4, 12));
  let spoken: SpokenServices;
  let waits: Patience;
  const standIn = () => {
    const found = spoken.services.find(({ service }) => service.region === table.region);
    if (!found) throw new Error(`Practice ${table.service} has no region ${table.region}.`);
    return found;
  };
  before(async () => {
    waits = patience(clock);
    spoken = await startServices({ services: [table.service], now: () => clock.now() });
  });
  after(() => spoken.stop());
  beforeEach(async () => {
    for (const { control } of spoken.services) control.reset();
    await clock.advance(60_000);
  });

  async function run(planted: ServiceCase): Promise<readonly Diagnosis[]> {
    const { control, service } = standIn();
    const name = planted.key ?? table.key;
    const key = control.keys[name] ?? name;
    for (const [switched, value] of Object.entries(planted.variants ?? {})) control.variant(switched, value);
    const desk = await openDesk(service.baseUrl, { service: table.service, key, clock, transport: waits.transport });
    const send = (draft: Partial<RequestDraft> = table.draft) => waits.until(desk.send(draft));
    await waits.until(Promise.resolve(planted.before?.({ desk, standIn: standIn(), clock, send })));
    if (planted.answer) plant(planted.answer);
    const found = desk.diagnose(await send(planted.draft));
    assert.ok(!JSON.stringify(found).includes(key), 'a diagnosis holds the key');
    return found;
  }

  function plant({ at, status, headers = {}, body = '' }: NonNullable<ServiceCase['answer']>): void {
    const isText = typeof body === 'string';
    standIn().control.plant({
      ...(at !== undefined && { path: at }),
      action: {
        kind: 'answer',
        status,
        headers: isText ? headers : { 'content-type': 'application/json', ...headers },
        body: isText ? body : JSON.stringify(body),
      },
    });
  }

  for (const planted of cases) {
    it(`${planted.cause ?? 'nothing'}: ${planted.name}`, async () => {
      check(await run(planted), planted);
    });
  }
}

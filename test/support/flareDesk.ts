import { type Desk, type DeskOptions, openDesk } from './desk.ts';
import { ManualClock } from './manualClock.ts';
import { type Patience, patience } from './patience.ts';
import { type Spoken, startServices } from './practiceServices.ts';

export const tenants = { bank: '4101', retail: '4102', closed: '4103' } as const;
export const identifiers = '/firework/v4/identifiers/';
export const exchangePath = '/tokens/generate';

/** The stand-in of Flare and the client on one clock. */
export interface PracticeFlare {
  readonly flare: Spoken;
  readonly clock: ManualClock;
  readonly patience: Patience;
  open(options?: Partial<DeskOptions>): Promise<Desk>;
  /** How many exchanges of the key the stand-in saw. */
  exchanges(): number;
  stop(): Promise<void>;
}

export async function startPracticeFlare(options: { readonly perSecond?: number } = {}): Promise<PracticeFlare> {
  const clock = new ManualClock(Date.UTC(2026, 9, 4, 12));
  const basicPerSecond = options.perSecond ?? 100_000;
  const { services, stop } = await startServices({
    services: ['flare'],
    now: () => clock.now(),
    flare: { basicPerSecond },
  });
  const [flare] = services;
  if (!flare) throw new Error('Practice mode has no Flare.');
  const waits = patience(clock);
  return {
    flare,
    clock,
    patience: waits,
    stop,
    open: (changes = {}) =>
      openDesk(flare.service.baseUrl, {
        service: 'flare',
        key: flare.key('owner'),
        clock,
        transport: waits.transport,
        ...changes,
      }),
    exchanges: () => flare.control.requests.filter(({ path }) => path === exchangePath).length,
  };
}

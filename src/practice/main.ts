import { startFlare } from './flare/service.ts';
import { startLogfire } from './logfire/service.ts';
import { startPhare } from './phare/service.ts';
import { refusalsOf } from './refusals/refusals.ts';
import type { RunningService } from './shared/service.ts';
import type { Practice, PracticeOptions, PracticeServiceName } from './types.ts';
import { startWellows } from './wellows/service.ts';

const STARTERS: Readonly<
  Record<PracticeServiceName, (options: PracticeOptions) => Promise<readonly RunningService[]>>
> = {
  phare: async (options) => [await startPhare(options)],
  logfire: startLogfire,
  flare: async (options) => [await startFlare(options)],
  wellows: async (options) => [await startWellows(options)],
};

/**
 * Starts the practice stand-ins on 127.0.0.1: all of them, or those that the options name. Logfire is two services, one
 * for each region.
 * @throws the system's error (`EADDRINUSE` and the like) when a port cannot be had; nothing is left running then.
 */
export async function startPractice(options: PracticeOptions = {}): Promise<Practice> {
  const names = options.services ?? (Object.keys(STARTERS) as readonly PracticeServiceName[]);
  const running: RunningService[] = [];
  const stop = async () => {
    await Promise.all(running.map((service) => service.stop()));
  };
  try {
    for (const name of names) running.push(...(await STARTERS[name](options)));
  } catch (error) {
    await stop();
    throw error;
  }
  const services = running.map(({ service }) => service);
  return { services, ...refusalsOf(services), stop };
}

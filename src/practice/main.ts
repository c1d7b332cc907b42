import { startPhare } from './phare/service.ts';
import type { Practice, PracticeOptions } from './types.ts';

/**
 * Starts the practice stand-ins on 127.0.0.1.
 * @throws the system's error (`EADDRINUSE` and the like) when a port cannot be had; nothing is left running then.
 */
export async function startPractice(options: PracticeOptions = {}): Promise<Practice> {
  const phare = await startPhare(options);
  return {
    services: [phare.service],
    stop: () => phare.stop(),
  };
}

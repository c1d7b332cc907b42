import type { Target } from '../target.ts';
import type { CommandParts } from './parts.ts';

export async function practiseRefusal(parts: CommandParts, target: Target, argument: unknown): Promise<void> {
  void [parts, target, argument];
  await parts.practice.start();
}

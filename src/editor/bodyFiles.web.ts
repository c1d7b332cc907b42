import type { BodyStore } from '../client/bodyStore.ts';

/** A browser gives an extension no file that it could write bit by bit: long bodies are cut in memory. */
export function bodyFilesIn(): (BodyStore & { sweep(): Promise<void> }) | undefined {
  return undefined;
}

/**
 * Does a step again until what it waits for has come, each time with more patience: a busy machine may need long.
 * @param step gets the milliseconds it may wait
 */
export async function untilDone(step: (timeout: number) => Promise<void>): Promise<void> {
  for (const timeout of [2000, 4000, 8000, 16_000]) {
    try {
      return await step(timeout);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'TimeoutError') throw error;
    }
  }
  await step(32_000);
}

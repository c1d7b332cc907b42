/**
 * Tells the seconds that are left, at once and then each second, until none are or the signal ends it.
 * @param until milliseconds since 1970; read anew each time, because a wait may grow.
 */
export function countDown(until: () => number, signal: AbortSignal, tell: (seconds: number) => void): Promise<void> {
  return new Promise((resolve) => {
    const tick = () => {
      const seconds = Math.ceil((until() - Date.now()) / 1000);
      if (seconds > 0 && !signal.aborted) {
        tell(seconds);
        return;
      }
      clearInterval(timer);
      signal.removeEventListener('abort', tick);
      resolve();
    };
    const timer = setInterval(tick, 1000);
    signal.addEventListener('abort', tick);
    tick();
  });
}

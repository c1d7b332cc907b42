import { sentenceFor } from './problem.ts';
import { endAll, interrupted } from './processes.ts';

/**
 * Runs a command line tool's main function and ends all it started; an error becomes its sentence on stderr and exit
 * code 1. After Ctrl-C what is being ended fails in passing: that is not told, and the signal's handler exits.
 * @param main the whole of the tool; its result is the exit code
 */
export async function runTool(main: () => Promise<number>): Promise<void> {
  let code = 1;
  try {
    code = await main();
  } catch (error) {
    if (!interrupted()) console.error(sentenceFor(error));
  }
  if (interrupted()) return;
  await endAll();
  process.exit(code);
}

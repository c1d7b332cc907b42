/**
 * `npm run diagnosis:report`: measures the whole table and rewrites docs/diagnosis.md.
 * With words behind it (`-- key-expired flare`), it writes nothing and prints the misses among the cases that have one of
 * the words as their cause, their service or in their name; `-- all` prints all misses.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { faultCases, healthyCases, pastedCases } from './cases/all.ts';
import { documentOf } from './support/document.ts';
import { describe } from './support/judge.ts';
import { type Measured, measureFault, measureHealthy, measurePasted } from './support/measure.ts';
import { measureAll } from './support/results.ts';

const words = process.argv.slice(2);
if (words.length > 0) await printMisses();
else {
  const file = fileURLToPath(new URL('../../docs/diagnosis.md', import.meta.url));
  await writeFile(file, await documentOf(await measureAll(), file));
  console.log(`Written: ${file}`);
}
// A socket that a server of the table holds must not keep the finished run open.
process.exit();

async function printMisses(): Promise<void> {
  const isWanted = ({ cause, service, name }: { cause?: string | null; service: string; name: string }): boolean =>
    words.some((word) => word === 'all' || word === cause || word === service || name.includes(word));
  const measures = [
    ...faultCases.filter(isWanted).map((fault) => [fault, () => measureFault(fault)] as const),
    ...healthyCases.filter(isWanted).map((healthy) => [healthy, () => measureHealthy(healthy)] as const),
    ...pastedCases.filter(isWanted).map((pasted) => [pasted, () => measurePasted(pasted)] as const),
  ];
  let held = 0;
  let missed = 0;
  let probes = 0;
  for (const [{ service, name }, measure] of measures) {
    const measured = await measure().catch((error: unknown): Measured => {
      console.log(`- ${service}: ${name}: ${error instanceof Error ? error.message : String(error)}`);
      return { verdicts: [], probes: 0 };
    });
    const misses = measured.verdicts.filter(({ holds }) => !holds);
    for (const miss of misses) console.log(`- ${describe(miss)}`);
    if (measured.probes > 3) console.log(`- ${service}: ${name}: ${measured.probes} probes`);
    held += measured.verdicts.length - misses.length;
    missed += misses.length;
    probes += measured.probes;
  }
  console.log(`${held} verdicts hold, ${missed} do not; ${probes} probes for ${measures.length} cases`);
}

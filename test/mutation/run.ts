/**
 * `npm run mutate`: makes many small mistakes in the rules of the diagnosis, one at a time, and tells which of them no
 * test notices. Each mutant first meets the table of test/diagnosis, over the facts that its cases lead to; those that
 * survive meet the tests of test/unit/diagnosis, as long as the time lasts: first what every rule says word for word.
 *
 * `--rule keyInvalid` chooses rules by a part of the file's name; `--minutes 5` bounds the second part (10 unless told
 * otherwise, 0 for none). The exit code is 1 when a rule has no test that notices any mistake in it.
 */
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { root, runCommand } from '../config/process.ts';
import { hookModules, withMutation } from './mutatedModules.ts';
import { type Mutant, mutantsOf } from './mutators.ts';

const { values } = parseArgs({ options: { rule: { type: 'string', multiple: true }, minutes: { type: 'string' } } });
const minutes = Number(values.minutes ?? 10);
const PARALLEL = 2;
/** What every rule says, word for word, takes a moment; all tests of the diagnosis together take many seconds. */
const proseTests = globSync('test/unit/diagnosis/prose.test.ts', { cwd: root });
const unitTests = globSync('test/unit/diagnosis/**/*.test.ts', { cwd: root });

interface Fate {
  readonly file: string;
  readonly mutant: Mutant;
  readonly killedBy: 'table' | 'prose' | 'unit' | undefined;
  /** Whether the time lasted for the unit tests. */
  readonly isSettled: boolean;
}

hookModules();
const { judge } = await import('../diagnosis/support/judge.ts');
const { measureAll, refusals, fine } = await import('../diagnosis/support/results.ts');
const { factsOf } = await import('./recorder.ts');
const results = await measureAll();
const { faultCases } = await import('../diagnosis/cases/all.ts');

/** What the table demands of facts: only what holds without a mutation can be broken by one. */
const demands = [...refusals(results), ...fine(results)].flatMap((verdict) => {
  const facts = factsOf(verdict.found);
  return facts && verdict.holds ? [{ facts, verdict }] : [];
});
const causes = new Set<string>(faultCases.map(({ cause }) => cause));
const all = [...refusals(results), ...fine(results)].filter(({ holds }) => holds);
console.log(`${demands.length} demands of the table, ${all.length - demands.length} cannot be asked again`);

const files = globSync('src/diagnosis/rules/**/*.ts', { cwd: root })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => (values.rule ?? ['']).some((part) => file.includes(part)))
  .sort();
if (files.length === 0) throw new Error(`No rule is called ${(values.rule ?? []).join(' or ')}.`);
const fates: Fate[] = [];
for (const file of files) {
  const text = readFileSync(path.join(root, file), 'utf8');
  for (const mutant of mutantsOf(text, causes)) {
    const killed = await breaksTable(file, mutated(text, mutant));
    fates.push({ file, mutant, killedBy: killed ? 'table' : undefined, isSettled: killed });
  }
}
await askUnitTests();
report();
process.exit(unguarded().length > 0 ? 1 : 0);

function mutated(text: string, { start, end, replacement }: Mutant): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

async function breaksTable(file: string, text: string): Promise<boolean> {
  try {
    const diagnose = await withMutation(file, text);
    return demands.some(({ facts, verdict }) => {
      const found = diagnose(facts);
      return (
        !judge(verdict, verdict.mode, verdict.expected, found, verdict.status).holds ||
        found.some(({ evidence }) => evidence.length === 0)
      );
    });
  } catch {
    return true;
  }
}

/** The survivors meet the unit tests, each in a process of its own: all of them the quick ones first. */
async function askUnitTests(): Promise<void> {
  if (minutes === 0) return;
  const end = Date.now() + minutes * 60_000;
  const [first] = files;
  const untouched = path.join(root, first ?? '');
  for (const [killer, tests] of [
    ['prose', proseTests],
    ['unit', unitTests],
  ] as const) {
    if (await fail(tests, untouched, untouched)) {
      console.log(`Some of ${tests.join(', ')} fail without any mutant, so they were not asked.`);
      continue;
    }
    await ask(tests, killer, end);
  }
}

async function ask(tests: readonly string[], killer: 'prose' | 'unit', end: number): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bearings-mutants-'));
  const survivors = fates.map((fate, index) => ({ fate, index })).filter(({ fate }) => fate.killedBy === undefined);
  // One of each rule in turn, so that a short time tells something of all of them.
  const turn = new Map<string, number>();
  const open = survivors
    .map((item) => {
      const own = turn.get(item.fate.file) ?? 0;
      turn.set(item.fate.file, own + 1);
      return { ...item, own };
    })
    .sort((one, other) => one.own - other.own);
  const next = async (worker: number): Promise<void> => {
    for (let item = open.shift(); item !== undefined && Date.now() < end; item = open.shift()) {
      const { fate, index } = item;
      const mutantText = path.join(folder, `${worker}.ts`);
      writeFileSync(mutantText, mutated(readFileSync(path.join(root, fate.file), 'utf8'), fate.mutant));
      const killed = await fail(tests, path.join(root, fate.file), mutantText);
      fates[index] = { ...fate, killedBy: killed ? killer : undefined, isSettled: killed || killer === 'unit' };
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, (_, worker) => next(worker)));
  rmSync(folder, { recursive: true, force: true });
}

async function fail(tests: readonly string[], file: string, mutantText: string): Promise<boolean> {
  // Read when the command starts, which is before anything else runs.
  process.env['MUTATED_FILE'] = file;
  process.env['MUTANT_TEXT'] = mutantText;
  const preload = pathToFileURL(path.join(root, 'test/mutation/preload.ts')).href;
  const mocha = path.join(root, 'node_modules/mocha/bin/mocha.js');
  const { code } = await runCommand(
    process.execPath,
    ['--import', preload, mocha, '--bail', '--timeout=20000', ...tests],
    2 * 60_000,
  );
  return code !== 0;
}

function unguarded(): readonly string[] {
  return files.filter((file) => {
    const own = fates.filter((fate) => fate.file === file);
    return own.length > 0 && own.every(({ killedBy, isSettled }) => killedBy === undefined && isSettled);
  });
}

function report(): void {
  for (const file of files) {
    const own = fates.filter((fate) => fate.file === file);
    const by = (killer: Fate['killedBy']) => own.filter(({ killedBy }) => killedBy === killer).length;
    console.log(
      `\n${file}: ${own.length} mutants, ${by('table')} noticed by the table, ${by('prose')} by what the rules say, ${by('unit')} by other unit tests, ${by(undefined)} by none`,
    );
    for (const { mutant, killedBy, isSettled } of own) {
      if (killedBy === undefined)
        console.log(`  line ${mutant.line}: ${mutant.what}${isSettled ? '' : ' (unit tests not asked)'}`);
    }
  }
  const alive = fates.filter(({ killedBy }) => killedBy === undefined).length;
  console.log(`\n${fates.length} mutants, ${fates.length - alive} noticed, ${alive} by no test that was asked`);
  for (const file of unguarded()) console.log(`No test guards ${file}`);
}

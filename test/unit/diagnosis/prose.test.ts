import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import type { Diagnosis } from '../../../src/diagnosis/diagnosis.ts';
import { RANKING } from '../../../src/diagnosis/ranking.ts';
import { unknown } from '../../../src/diagnosis/rules/unknown.ts';
import { proseCases } from './proseCases.ts';
import { type ProseCase, factsOf } from './proseSituations.ts';

const folder = new URL('prose/', import.meta.url);
const rules = new Map([...RANKING.map(({ rule }) => rule), unknown].map((rule) => [rule.name, rule]));

/** What a rule says of a situation, as the panel shows it. */
function prose({ variant, ...planted }: ProseCase, rule: string): string {
  const found = rules.get(rule)?.(factsOf(planted));
  assert.ok(found, `${rule} finds nothing: ${variant}`);
  return written(variant, found);
}

function written(variant: string, { cause, certainty, title, explanation, evidence, actions }: Diagnosis): string {
  const lines = [`## ${variant}`, `**${title}** (${cause}, ${certainty})`, explanation];
  const offered = actions.length === 0 ? [] : [`Offers: ${actions.map((action) => action.title).join(', ')}`];
  return [...lines, evidence.map((line) => `- ${line}`).join('\n'), ...offered].join('\n\n');
}

describe('What is said of each cause', () => {
  it('is written down for every rule', () => {
    assert.deepEqual(Object.keys(proseCases).toSorted(), [...rules.keys()].toSorted());
    assert.deepEqual(readdirSync(folder).toSorted(), [...rules.keys()].map((name) => `${name}.md`).toSorted());
  });

  for (const [rule, cases] of Object.entries(proseCases)) {
    it(`by ${rule} is what prose/${rule}.md says`, () => {
      const expected = readFileSync(new URL(`${rule}.md`, folder), 'utf8').trim();
      assert.equal([`# ${rule}`, ...cases.map((planted) => prose(planted, rule))].join('\n\n'), expected);
    });
  }
});

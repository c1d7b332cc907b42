/** Given to `node --import`: loads the text of one file in place of another, so that tests meet a mutant. */
import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { pathToFileURL } from 'node:url';

const { MUTATED_FILE: mutated, MUTANT_TEXT: text } = process.env;
if (mutated === undefined || text === undefined) throw new Error('MUTATED_FILE and MUTANT_TEXT name two files.');
const url = pathToFileURL(mutated).href;
registerHooks({
  load(asked, context, next) {
    if (asked !== url) return next(asked, context);
    return { format: 'module', shortCircuit: true, source: stripTypeScriptTypes(readFileSync(text, 'utf8')) };
  },
});

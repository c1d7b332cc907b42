import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../config/process.ts';
import { placeholdersOf, pseudoTranslation } from '../support/pseudoTranslation.ts';
import { manifestTexts } from '../support/manifest.ts';

describe('texts to translate', () => {
  let texts: Readonly<Record<string, string>>;

  before(async () => {
    texts = JSON.parse(await readFile(path.join(root, 'l10n/bundle.l10n.json'), 'utf8')) as Record<string, string>;
  });

  it('come from the editor’s side and from the page', () => {
    for (const text of ['Switch project', "The key's own {0}", '{0}; {1} cause: {2}']) assert.equal(texts[text], text);
    assert.ok(Object.keys(texts).length > 500);
  });

  it('number their values from {0} on, without a gap', () => {
    const gaps = Object.keys(texts).filter((text) => {
      const numbers = [...new Set(placeholdersOf(text))].sort();
      return numbers.some((placeholder, index) => placeholder !== `{${index}}`);
    });
    assert.deepEqual(gaps, []);
  });

  it('are sentences in one piece: none begins or ends with a space, which would be glued to another', () => {
    const glued = [...Object.keys(texts), ...Object.values(manifestTexts)].filter((text) => text !== text.trim());
    assert.deepEqual(glued, []);
  });

  it('keep values, icons and links in a translation', () => {
    for (const [english, translated] of Object.entries(pseudoTranslation(texts))) {
      assert.notEqual(translated, english);
      assert.deepEqual(placeholdersOf(translated), placeholdersOf(english));
      assert.deepEqual(translated.match(/\$\([\w~-]+\)/gu), english.match(/\$\([\w~-]+\)/gu), english);
    }
    const welcome = manifestTexts['welcome.explorer.connect'] ?? '';
    const [translated = ''] = Object.values(pseudoTranslation({ [welcome]: welcome }));
    assert.ok(translated.includes('](command:bearings.addConnection)'), translated);
  });
});

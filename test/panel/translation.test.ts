import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../config/process.ts';
import { pseudoTranslation } from '../support/pseudoTranslation.ts';
import { overflow } from './support/looks.ts';
import { usePanels } from './support/panelPage.ts';
import { refused, snapshot } from './support/samples.ts';

describe('the page in another language', () => {
  const open = usePanels();
  let translated: Readonly<Record<string, string>>;

  before(async () => {
    const texts = await readFile(path.join(root, 'l10n/bundle.l10n.json'), 'utf8');
    translated = pseudoTranslation(JSON.parse(texts) as Record<string, string>);
  });

  it('names its controls by the texts that it was sent', async () => {
    const { page } = await open({ state: snapshot(), texts: translated });
    await page.getByRole('button', { name: '⟦Sénd⟧', exact: true }).waitFor();
    await page.getByRole('combobox', { name: '⟦Ópérátíón⟧', exact: true }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Send', exact: true }).count(), 0);
  });

  it('puts values into a translated text, and leaves no value out', async () => {
    const { page } = await open({ state: snapshot(), answer: refused, texts: translated });
    await page.getByRole('region', { name: '⟦Díágnósís⟧', exact: true }).waitFor();
    assert.doesNotMatch(await page.locator('bearings-request-panel').innerText(), /\{\d\}/u);
  });

  it('stays within a narrow window though the texts are longer', async () => {
    const { page } = await open({ state: snapshot(), answer: refused, texts: translated, width: 320 });
    await page.getByRole('region', { name: '⟦Díágnósís⟧', exact: true }).waitFor();
    assert.equal(await overflow(page), undefined);
  });

  it('speaks English where a language lacks a text', async () => {
    const { page } = await open({ state: snapshot(), texts: { Method: 'Methode' } });
    await page.getByRole('combobox', { name: 'Methode', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Send', exact: true }).waitFor();
  });
});

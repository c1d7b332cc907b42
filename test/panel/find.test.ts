import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { jsonAnswer, monitors } from './support/bodies.ts';
import { usePanels } from './support/panelPage.ts';
import { snapshot } from './support/samples.ts';

const bar = (page: Page) => page.getByRole('search', { name: 'Find in the body' });
const count = (page: Page, words: string) => bar(page).getByText(words, { exact: true }).waitFor();
const coloured = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [...(CSS.highlights.get('bearings-current-match') ?? [])].map((range) => (range as Range).toString()).join(),
  );

/** Text of what is marked as the match in view. */
const current = (page: Page) => page.locator('.current .value').first();

describe('finding in a body', () => {
  const open = usePanels();

  it('opens with Ctrl+F in the body, counts, goes around both ways, and ends with Escape', async () => {
    const { page } = await open({ state: snapshot(), answer: jsonAnswer(monitors(130)) });
    await page.getByRole('treeitem').first().focus();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('MONITOR 12');
    // 12, and 120 to 129.
    await count(page, '1 of 11');
    assert.equal(await current(page).innerText(), '"monitor 12"');
    assert.equal(await coloured(page), 'monitor 12');
    await page.keyboard.press('Shift+Enter');
    await count(page, '11 of 11');
    assert.equal(await current(page).innerText(), '"monitor 129"');
    await page.keyboard.press('F3');
    await count(page, '1 of 11');
    await bar(page).getByRole('button', { name: 'Next match' }).click();
    await count(page, '2 of 11');
    await bar(page).getByRole('textbox').fill('nowhere');
    await count(page, 'No matches');
    await page.keyboard.press('Escape');
    await bar(page).waitFor({ state: 'detached' });
    assert.equal(await page.evaluate('document.activeElement.closest("bearings-body") !== null'), true);
    assert.equal(await coloured(page), '');
  });

  it('opens what is around a match, far down a list too, and offers what stands before it', async () => {
    const { page } = await open({ state: snapshot(), answer: jsonAnswer(monitors(4900)) });
    await page.getByRole('button', { name: 'Find in the body' }).click();
    await page.keyboard.type('monitor 4242');
    await count(page, '1 of 1');
    const match = page.getByRole('treeitem', { name: /monitor 4242/ }).last();
    await match.waitFor();
    const [box, height] = [await match.boundingBox(), page.viewportSize()?.height ?? 0];
    assert.ok(box !== null && box.y > 0 && box.y < height);
    assert.ok((await page.getByRole('treeitem').count()) < 250);
    await page.getByRole('treeitem', { name: '100 before these' }).click();
    await page.getByRole('treeitem', { name: /^4100:/ }).waitFor();
  });

  it('finds in the cells of the table', async () => {
    const { page } = await open({ state: snapshot(), answer: jsonAnswer(monitors(250)) });
    await page.getByRole('button', { name: 'Table' }).click();
    await page.getByRole('gridcell').first().focus();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('monitor 24');
    await count(page, '1 of 11');
    assert.equal(await current(page).innerText(), 'monitor 24');
    await page.keyboard.press('Enter');
    assert.equal(await current(page).innerText(), 'monitor 240');
    assert.equal(await coloured(page), 'monitor 24');
  });

  it('finds in the source, and again in another view', async () => {
    const { page } = await open({ state: snapshot(), answer: jsonAnswer(monitors(900)) });
    await page.getByRole('button', { name: 'Source' }).click();
    await page.getByRole('group', { name: 'Text of the body' }).focus();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('"monitor 89');
    await count(page, '1 of 11');
    assert.equal(await coloured(page), '"monitor 89');
    await page.keyboard.press('Shift+Enter');
    const top = await page.evaluate(
      () =>
        [...(CSS.highlights.get('bearings-current-match') ?? [])].map(
          (range) => (range as Range).getBoundingClientRect().top,
        )[0],
    );
    assert.ok(top !== undefined && top > 0 && top < 700);
    await page.getByRole('button', { name: 'Tree' }).click();
    await count(page, 'No matches');
    await bar(page).getByRole('textbox').fill('monitor 89');
    await count(page, '1 of 11');
  });

  it('takes what is typed as it is, not as a pattern', async () => {
    const { page } = await open({ state: snapshot(), answer: jsonAnswer('{"a":"x.y","b":"xzy","c":"[("}') });
    await page.getByRole('button', { name: 'Find in the body' }).click();
    await page.keyboard.type('x.y');
    await count(page, '1 of 1');
    await bar(page).getByRole('textbox').fill('[(');
    await count(page, '1 of 1');
  });
});

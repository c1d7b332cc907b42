import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { jsonAnswer, monitors } from './support/bodies.ts';
import { usePanels } from './support/panelPage.ts';
import { snapshot } from './support/samples.ts';

/** Ten times what it takes, so that a busy machine fails nothing, and a page that freezes does. In milliseconds. */
const LONGEST_TASK = 2500;

async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(globalThis, { longest: 0 });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        Object.assign(globalThis, { longest: Math.max(duration, Number(Reflect.get(globalThis, 'longest'))) });
      }
    }).observe({ entryTypes: ['longtask'] });
  });
}

describe('a body of a megabyte', () => {
  const open = usePanels();

  it('is read as tree, as table and as source without standing still, to its last record', async () => {
    const { page, host } = await open({ state: snapshot() });
    await watchTasks(page);
    const text = monitors(7500);
    assert.ok(text.length > 950_000);
    await host.show(jsonAnswer(text));
    await page.getByRole('treeitem', { name: 'data: 7,500 items' }).click();
    await page.getByRole('treeitem', { name: '100 more of 7,500' }).waitFor();
    await page.getByRole('button', { name: 'Table' }).click();
    await page.getByRole('button', { name: '100 more of 7,500' }).waitFor();
    await page.getByRole('button', { name: 'Find in the body' }).click();
    await page.keyboard.type('monitor 7499');
    await page.getByText('1 of 1', { exact: true }).waitFor();
    await page.getByRole('gridcell', { name: 'monitor 7499' }).waitFor();
    await page.getByRole('button', { name: '100 before these' }).click();
    await page.getByRole('gridcell', { name: 'monitor 7300' }).waitFor();
    assert.equal(await page.getByRole('grid').getByRole('row').count(), 201);
    await page.getByRole('button', { name: 'Source' }).click();
    const source = page.getByRole('group', { name: 'Text of the body' });
    assert.match((await source.textContent()) ?? '', /"total": 7500\n\}$/);
    assert.ok(Number(await page.evaluate('longest')) < LONGEST_TASK);
  });

  it('may be half a million numbers in one line', async () => {
    const { page, host } = await open({ state: snapshot() });
    await watchTasks(page);
    await host.show(jsonAnswer(`[${'1,'.repeat(499_999)}1]`));
    await page.getByRole('treeitem', { name: '100 more of 500,000' }).waitFor();
    await page.getByRole('button', { name: 'Source' }).click();
    await page.getByRole('checkbox', { name: 'As received' }).check();
    assert.ok(Number(await page.evaluate('longest')) < LONGEST_TASK);
  });

  it('may be objects within objects, a hundred thousand deep, also in the source', async () => {
    const { page, host } = await open({ state: snapshot() });
    await watchTasks(page);
    const text = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    await host.show(jsonAnswer(text));
    await page.getByRole('treeitem').first().waitFor();
    await page.getByRole('button', { name: 'Source' }).click();
    const source = page.getByRole('group', { name: 'Text of the body' });
    assert.equal(((await source.textContent()) ?? '').replaceAll(/\s/g, ''), text);
    assert.ok(Number(await page.evaluate('longest')) < LONGEST_TASK);
  });

  it('stays text in the tree and in the table, whatever its keys and values hold', async () => {
    const markup = '</script><img src=x onerror="hacked=1"><b>bold</b>';
    const { page } = await open({ state: snapshot(), answer: jsonAnswer(JSON.stringify([{ [markup]: markup }])) });
    const tree = page.getByRole('tree');
    await tree.getByText(markup).first().waitFor();
    await page.getByRole('button', { name: 'Table' }).click();
    assert.equal(await page.getByRole('gridcell').locator('.value').textContent(), markup);
    await page.getByText('Columns (1 of 1)').click();
    assert.equal(await page.locator('main :is(img, script, b)').count(), 0);
    assert.equal(await page.evaluate('typeof hacked'), 'undefined');
  });
});

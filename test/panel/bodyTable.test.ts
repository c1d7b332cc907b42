import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { jsonAnswer, monitors } from './support/bodies.ts';
import { usePanels } from './support/panelPage.ts';
import { listMonitors, snapshot } from './support/samples.ts';

const table = (page: Page) => page.getByRole('grid', { name: 'Body as a table' });
const columns = (page: Page): Promise<string[]> => table(page).getByRole('columnheader').allInnerTexts();

async function showTable(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Table' }).click();
  await table(page).waitFor();
}

describe('the table of a body', () => {
  const open = usePanels();

  it('shows a list of like objects with exact numbers, also under the one list field', async () => {
    for (const text of [
      monitors(3),
      '[{"id":12345678901234567890,"name":"a"},{"id":1.10,"extra":[1,2],"name":null}]',
    ]) {
      const { page } = await open({ state: snapshot(), answer: jsonAnswer(text) });
      await showTable(page);
      const cells = await table(page).getByRole('gridcell').allInnerTexts();
      const [first] = cells.map((cell) => cell.trim());
      assert.equal(first, text === monitors(3) ? '900719925474090000' : '12345678901234567890');
    }
  });

  it('is not offered where there is no list of objects, or more than one', async () => {
    for (const text of ['[1,2]', '{"a":1}', '{"a":[{"x":1}],"b":[{"x":1}]}', '[]', '[{"x":1},2]']) {
      const { page } = await open({ state: snapshot(), answer: jsonAnswer(text) });
      await page.getByRole('button', { name: 'Source' }).waitFor();
      assert.equal(await page.getByRole('button', { name: 'Table' }).count(), 0, text);
    }
  });

  it('shows chosen columns, and remembers them for the operation after a reload', async () => {
    const { page, host } = await open({ state: snapshot(), answer: jsonAnswer(monitors(3)) });
    await showTable(page);
    assert.deepEqual(await columns(page), ['id', 'name', 'created_at', 'ratio', 'paused']);
    await page.getByText('Columns (5 of 6)').click();
    await page.getByRole('checkbox', { name: 'tags' }).check();
    await page.getByRole('checkbox', { name: 'name' }).uncheck();
    const chosen = ['id', 'created_at', 'ratio', 'tags', 'paused'];
    assert.deepEqual(await columns(page), chosen);
    assert.match(await table(page).getByRole('row').nth(1).innerText(), /2 items/);
    await page.reload();
    await host.next('ready');
    await table(page).waitFor();
    assert.deepEqual(await columns(page), chosen);
    // Composing another request changes nothing of this answer.
    await host.send(
      snapshot({ answer: host.answer?.id, draft: { ...listMonitors, path: '/users' }, draftRevision: 2 }),
    );
    await page.getByText('answer to GET /uptime/monitors').waitFor();
    assert.deepEqual(await columns(page), chosen);
    // Another operation has its own columns.
    await host.show(jsonAnswer(monitors(3), { id: 'exchange-2', asked: { ...listMonitors, path: '/users' } }));
    await page.getByText('Columns (5 of 6)').waitFor();
    assert.deepEqual(await columns(page), ['id', 'name', 'created_at', 'ratio', 'paused']);
  });

  it('keeps one column at least', async () => {
    const { page } = await open({ state: snapshot(), answer: jsonAnswer('[{"only":1}]') });
    await showTable(page);
    await page.getByText('Columns (1 of 1)').click();
    assert.equal(await page.getByRole('checkbox', { name: 'only' }).isDisabled(), true);
  });

  it('is a grid for the keyboard, with one stop for Tab, and copies cells', async () => {
    const { page, host } = await open({ state: snapshot(), answer: jsonAnswer(monitors(3)) });
    await showTable(page);
    await table(page).getByRole('gridcell').first().focus();
    const focused = (): Promise<string> => page.evaluate('document.activeElement.querySelector(".value").textContent');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(), 'monitor 1');
    await page.keyboard.press('Control+c');
    assert.deepEqual(await host.next('copyText'), { type: 'copyText', text: 'monitor 1', what: 'the value' });
    await page.keyboard.press('Control+Shift+C');
    assert.equal((await host.next('copyText')).text, 'data[1].name');
    await page.keyboard.press('End');
    assert.equal(await focused(), 'false');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Home');
    assert.equal(await focused(), '900719925474090002');
    await page.keyboard.press('Control+Home');
    assert.equal(await focused(), '900719925474090000');
    assert.equal(await table(page).locator('[tabindex="0"]').count(), 1);
    const cell = table(page).getByRole('gridcell', { name: 'monitor 2' });
    await cell.hover();
    await cell.getByTitle('Copy value').click();
    assert.equal((await host.next('copyText')).text, 'monitor 2');
  });

  it('shows a hundred rows, then more, and says how many there are', async () => {
    const { page } = await open({ state: snapshot(), answer: jsonAnswer(monitors(250)) });
    await showTable(page);
    assert.equal(await table(page).getAttribute('aria-rowcount'), '251');
    assert.equal(await table(page).getByRole('row').count(), 101);
    await page.getByRole('button', { name: '100 more of 250' }).click();
    await page.getByRole('button', { name: '50 more of 250' }).waitFor();
    assert.equal(await table(page).getByRole('row').count(), 201);
    assert.equal(
      await page.evaluate('document.activeElement.querySelector(".value").textContent'),
      '900719925474090100',
    );
  });

  it('shows both values of a key that stands twice in a row', async () => {
    const { page } = await open({ state: snapshot(), answer: jsonAnswer('[{"id":1,"id":2}]') });
    await showTable(page);
    assert.match(await table(page).getByRole('gridcell').innerText(), /1\s+2/);
  });

  it('sorts by a click on the head of a column, by exact numbers, and back to the order of the list', async () => {
    const text = '[{"id":12345678901234567891,"n":"b10"},{"id":12345678901234567890,"n":"b9"},{"n":null},{"id":-2e1}]';
    const { page, host } = await open({ state: snapshot(), answer: jsonAnswer(text) });
    await showTable(page);
    const ids = async (): Promise<string[]> =>
      (await table(page).locator('td:first-child').allInnerTexts()).map((cell) => cell.trim());
    const asReceived = ['12345678901234567891', '12345678901234567890', '', '-2e1'];
    assert.deepEqual(await ids(), asReceived);
    const head = table(page).getByRole('columnheader', { name: 'id' });
    await head.getByRole('button').click();
    assert.equal(await head.getAttribute('aria-sort'), 'ascending');
    assert.deepEqual(await ids(), ['-2e1', '12345678901234567890', '12345678901234567891', '']);
    // What is copied is of the row that is seen.
    await table(page).getByRole('gridcell').first().focus();
    await page.keyboard.press('Control+Shift+C');
    assert.equal((await host.next('copyText')).text, '[3].id');
    await page.reload();
    await host.next('ready');
    await table(page).waitFor();
    assert.deepEqual(await ids(), ['-2e1', '12345678901234567890', '12345678901234567891', '']);
    await head.getByRole('button').click();
    assert.equal(await head.getAttribute('aria-sort'), 'descending');
    assert.deepEqual(await ids(), ['12345678901234567891', '12345678901234567890', '-2e1', '']);
    await head.getByRole('button').click();
    assert.equal(await head.getAttribute('aria-sort'), 'none');
    assert.deepEqual(await ids(), asReceived);
  });

  it('sorts by keyboard, from the row of heads above the first', async () => {
    const { page } = await open({ state: snapshot(), answer: jsonAnswer(monitors(3)) });
    await showTable(page);
    await table(page).getByRole('gridcell').first().focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    const head = table(page).getByRole('columnheader', { name: 'name' });
    assert.equal(await head.getByRole('button').evaluate((element) => element === document.activeElement), true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    assert.equal(await head.getAttribute('aria-sort'), 'descending');
    assert.equal(await table(page).locator('[tabindex="0"]').count(), 1);
    await page.keyboard.press('ArrowDown');
    assert.equal(await page.evaluate('document.activeElement.querySelector(".value").textContent'), 'monitor 2');
  });

  it('finds in the order in which the rows stand', async () => {
    const { page } = await open({ state: snapshot(), answer: jsonAnswer(monitors(250)) });
    await showTable(page);
    const head = table(page).getByRole('columnheader', { name: 'name' }).getByRole('button');
    await head.click();
    await head.click();
    await page.getByRole('button', { name: 'Find in the body' }).click();
    await page.keyboard.type('monitor 24');
    const current = table(page).locator('td.current');
    await current.getByText('monitor 249').waitFor();
    await page.keyboard.press('Enter');
    await current.getByText('monitor 248').waitFor();
  });
});

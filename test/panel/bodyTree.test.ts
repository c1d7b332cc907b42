import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { jsonAnswer, monitors } from './support/bodies.ts';
import { usePanels } from './support/panelPage.ts';
import { snapshot } from './support/samples.ts';

/** The rows of the tree as they are read: each with its level and whether it is open. */
function rows(page: Page): Promise<string[]> {
  return page.getByRole('treeitem').evaluateAll((items) =>
    items.map((item) => {
      const shown = [...item.childNodes].filter(
        (node) => node instanceof Text || (node instanceof Element && node.ariaHidden !== 'true'),
      );
      const text = shown.map((node) => node.textContent).join('');
      return `${item.ariaLevel} ${text.replaceAll(/\s+/g, ' ').trim()}`;
    }),
  );
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.querySelector('.key, .link-words')?.textContent ?? '');

describe('the tree of a body', () => {
  const open = usePanels();

  it('shows every number as it was sent, and a key that stands twice twice', async () => {
    const text =
      '{"id": 12345678901234567890, "price": 1.10, "id": 1E400, "none": null, "yes": true, "list": [], "name": "Zoë \\u00e9"}';
    const { page } = await open({ state: snapshot(), answer: jsonAnswer(text) });
    assert.deepEqual(await rows(page), [
      '1 id: 12345678901234567890',
      '1 price: 1.10',
      '1 id: 1E400',
      '1 none: null',
      '1 yes: true',
      '1 list: []',
      '1 name: "Zoë é"',
    ]);
  });

  it('folds what there is no room for, says how much it is, and gives a glimpse of it', async () => {
    const { page } = await open({ state: snapshot(), answer: jsonAnswer(monitors(130)) });
    assert.deepEqual(await rows(page), ['1 data: 130 items', '1 total: 130']);
    await page.getByRole('treeitem', { name: /^data/ }).click();
    const shown = await rows(page);
    assert.equal(shown.length, 103);
    assert.equal(
      shown[1],
      '2 0: 6 fields id: 900719925474090000, name: monitor 0, created_at: 2026-03-01T10:00:00Z, ratio: 1.10',
    );
    assert.equal(shown[101], '2 30 more of 130');
    await page.getByRole('treeitem', { name: '30 more of 130' }).click();
    assert.equal((await rows(page)).length, 132);
    assert.equal(await focused(page), '100');
  });

  it('is a tree for the keyboard: arrows open, close and move, Home and End go to the ends', async () => {
    const { page } = await open({ state: snapshot(), answer: jsonAnswer(monitors(130)) });
    const tree = page.getByRole('tree', { name: 'Body as a tree' });
    const data = tree.getByRole('treeitem', { name: /^data/ });
    await data.focus();
    assert.equal(await data.getAttribute('aria-expanded'), 'false');
    await page.keyboard.press('ArrowRight');
    assert.equal(await data.getAttribute('aria-expanded'), 'true');
    assert.equal(await focused(page), 'data');
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(page), '0');
    const first = tree.getByRole('treeitem', { name: /^0:/ });
    assert.deepEqual(
      [
        await first.getAttribute('aria-level'),
        await first.getAttribute('aria-posinset'),
        await first.getAttribute('aria-setsize'),
      ],
      ['2', '1', '130'],
    );
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(page), 'id');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await focused(page), '0');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await first.getAttribute('aria-expanded'), 'false');
    await page.keyboard.press('End');
    assert.equal(await focused(page), 'total');
    await page.keyboard.press('ArrowUp');
    assert.equal(await focused(page), '30 more of 130');
    await page.keyboard.press('Enter');
    assert.equal(await focused(page), '100');
    await page.keyboard.press('Home');
    assert.equal(await focused(page), 'data');
    // One stop for the Tab key, whatever is open.
    assert.equal(await tree.locator('[role="treeitem"][tabindex="0"]').count(), 1);
  });

  it('copies a value and a path by keys and by buttons', async () => {
    const text = '{"data": [{"a b": "x\\ny", "id": 1.0}]}';
    const { page, host } = await open({ state: snapshot(), answer: jsonAnswer(text) });
    const copied = async (): Promise<unknown> => {
      const message = await host.next('copyText');
      return [message.text, message.what];
    };
    await page.getByRole('treeitem', { name: 'a b' }).focus();
    await page.keyboard.press('Control+c');
    assert.deepEqual(await copied(), ['x\ny', 'the value']);
    await page.keyboard.press('Control+Shift+C');
    assert.deepEqual(await copied(), ['data[0]["a b"]', 'the path']);
    await page.keyboard.press('ArrowDown');
    const bar = page.getByRole('group', { name: 'Chosen value' });
    assert.match(await bar.innerText(), /^data\[0\]\.id/);
    await bar.getByRole('button', { name: 'Copy value' }).click();
    assert.deepEqual(await copied(), ['1.0', 'the value']);
    await bar.getByRole('button', { name: 'Copy path' }).click();
    assert.deepEqual(await copied(), ['data[0].id', 'the path']);
    await page.getByRole('treeitem', { name: /^0:/ }).hover();
    await page.getByTitle('Copy value').filter({ visible: true }).click();
    assert.deepEqual(await copied(), ['{"a b": "x\\ny", "id": 1.0}', 'the value']);
  });

  it('tells dates in the person’s own time, and takes no other number for one', async () => {
    const text =
      '{"created_at":"2026-03-01T10:00:00Z","expires":1763712000,"updatedAt":1763712000000,"id":1763712000,"day":"2026-03-01","expires_in":3600}';
    const { page } = await open({ state: snapshot(), answer: jsonAnswer(text) });
    const local = await page.evaluate(() => {
      const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
      return [format.format(Date.UTC(2026, 2, 1, 10)), format.format(1_763_712_000_000)];
    });
    assert.deepEqual(await page.locator('.tree .date').allTextContents(), [local[0], local[1], local[1]]);
    assert.match(await page.getByRole('treeitem', { name: /^id/ }).innerText(), /^\s*id: 1763712000\s*$/);
  });

  it('cuts a long text until the rest is asked for', async () => {
    const { page } = await open({ state: snapshot(), answer: jsonAnswer(JSON.stringify({ text: 'x'.repeat(1200) })) });
    const row = page.getByRole('treeitem', { name: /^text/ });
    assert.equal((await row.locator('.value').innerText()).length, 300);
    await row.focus();
    await page.keyboard.press('Enter');
    assert.equal(await row.locator('.value').innerText(), `"${'x'.repeat(1200)}"`);
    assert.equal(await row.getByText(/Show all/).count(), 0);
  });

  it('shows characters that hide or turn text, in keys and values, and copies them as they are', async () => {
    const text = '{"a\u202Eb": "1\u0000", "half": "\\ud800", "zero": "x\u200By", "nul": "\\u0000"}'.replace(
      '\u0000',
      '\\u0000',
    );
    const { page, host } = await open({ state: snapshot(), answer: jsonAnswer(text) });
    const odd = page.locator('.tree .odd');
    assert.deepEqual(await odd.evaluateAll((marks) => marks.map((mark) => (mark as HTMLElement).dataset['code'])), [
      'U+202E',
      'U+200B',
    ]);
    const shown = await rows(page);
    assert.equal(shown[1], String.raw`1 half: "\ud800"`);
    assert.equal(shown[3], String.raw`1 nul: "\u0000"`);
    await page.getByRole('treeitem', { name: /^zero/ }).focus();
    await page.keyboard.press('Control+c');
    assert.equal((await host.next('copyText')).text, 'x\u200By');
  });

  it('opens level after level of a body that is nested 100,000 deep', async () => {
    const depth = 100_000;
    const { page } = await open({ state: snapshot(), answer: jsonAnswer('['.repeat(depth) + ']'.repeat(depth)) });
    const before = await page.getByRole('treeitem').count();
    await page.getByRole('treeitem').last().focus();
    for (let level = 0; level < 5; level += 1) {
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
    }
    assert.equal(await page.getByRole('treeitem').count(), before + 5);
    assert.match(await page.getByRole('group', { name: 'Chosen value' }).innerText(), /^(\[0\]){60,70}\s/);
  });

  it('shows what there is of JSON that was cut off, and says that there is more', async () => {
    const answer = jsonAnswer('{"data": [{"id": 1}, {"id": 2, "na');
    const { page } = await open({
      state: snapshot(),
      answer: { ...answer, body: { ...answer.body, isShortened: true, note: 'Cut off at 1 MB.' } },
    });
    await page.getByText('Cut off at 1 MB.').waitFor();
    await page.getByText('Only the beginning is shown.').waitFor();
    assert.match((await rows(page)).at(-1) ?? '', /id: 2/);
  });
});

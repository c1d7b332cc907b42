import assert from 'node:assert/strict';
import { jsonAnswer } from './support/bodies.ts';
import { usePanels } from './support/panelPage.ts';
import { bodyOf, refused, snapshot } from './support/samples.ts';

describe('the source of a body', () => {
  const open = usePanels();

  it('has a line for each value with the digits as they were sent, and as received on request', async () => {
    const text = '{"id":12345678901234567890,"price":1.10,"id":[1E5,{}],"a":"\\u00e9\\/"}';
    const { page } = await open({ state: snapshot(), answer: jsonAnswer(text) });
    await page.getByRole('button', { name: 'Source' }).click();
    const source = page.getByRole('group', { name: 'Text of the body' });
    assert.equal(
      await source.textContent(),
      '{\n  "id": 12345678901234567890,\n  "price": 1.10,\n  "id": [\n    1E5,\n    {}\n  ],\n  "a": "\\u00e9\\/"\n}',
    );
    await page.getByRole('checkbox', { name: 'As received' }).check();
    assert.equal(await source.textContent(), text);
  });

  it('shows all that came of JSON that breaks off', async () => {
    const { page } = await open({ state: snapshot(), answer: jsonAnswer('{"a": [1, {"b": "cut o') });
    await page.getByRole('button', { name: 'Source' }).click();
    assert.equal(
      await page.getByRole('group', { name: 'Text of the body' }).textContent(),
      '{\n  "a": [\n    1,\n    {"b": "cut o',
    );
  });

  for (const [name, text] of [
    ['a megabyte in one line', 'x'.repeat(1_000_000)],
    ['a megabyte in lines', 'a line of a log, as there are many\n'.repeat(28_500)],
    ['a text of NUL bytes, lone surrogates and bidi controls', '\u0000a\ud800\u202e'.repeat(2000)],
    ['markup', '</script><script>hacked=1</script>'.repeat(200)],
  ] as const) {
    it(`shows ${name} whole, without standing still`, async () => {
      const { page, host } = await open({ state: snapshot() });
      await page.evaluate(() => {
        Object.assign(globalThis, { longest: 0 });
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) {
            Object.assign(globalThis, { longest: Math.max(duration, Number(Reflect.get(globalThis, 'longest'))) });
          }
        }).observe({ entryTypes: ['longtask'] });
      });
      await host.show({ ...refused, diagnoses: [], body: bodyOf(text) });
      const source = page.getByRole('group', { name: 'Text of the body' });
      await source.waitFor();
      assert.equal(await source.textContent(), text);
      // Twenty times what it takes, so that a busy machine fails nothing, and a page that freezes does.
      assert.ok(Number(await page.evaluate('longest')) < 2500);
    });
  }

  it('copies exactly what is selected, across the pieces that it is drawn in', async () => {
    const text = 'line\u202e of a text\n'.repeat(1000);
    const { page } = await open({ state: snapshot(), answer: { ...refused, diagnoses: [], body: bodyOf(text) } });
    const source = page.getByRole('group', { name: 'Text of the body' });
    assert.ok((await source.locator('> div').count()) > 5);
    const copied = await source.evaluate((element) => {
      getSelection()?.selectAllChildren(element);
      const clipboardData = new DataTransfer();
      element.firstElementChild?.dispatchEvent(
        new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }),
      );
      return clipboardData.getData('text/plain');
    });
    assert.equal(copied, text);
  });
});

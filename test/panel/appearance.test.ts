import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { overflow, problemsFound } from './support/looks.ts';
import { usePanels } from './support/panelPage.ts';
import { bodyOf, destination, listMonitors, operations, refused, snapshot } from './support/samples.ts';
import { themeNames } from './support/themes.ts';

const root = path.join(import.meta.dirname, '../..');
const pictures = path.join(root, 'test-results/panel');

describe('how the panel looks', () => {
  const open = usePanels();
  before(() => mkdir(pictures, { recursive: true }));

  for (const theme of themeNames) {
    it(`gives axe nothing to complain about in the ${theme} theme`, async function () {
      this.timeout(30_000);
      const missing = { ...destination, project: 'no project chosen', projectMissing: true };
      const { page, host } = await open({ state: snapshot(), answer: refused, theme });
      await page.screenshot({ path: path.join(pictures, `${theme}-refused.png`), fullPage: true });
      assert.deepEqual(await problemsFound(page), []);

      await page.getByRole('combobox', { name: 'Operation' }).fill('mon');
      await page.screenshot({ path: path.join(pictures, `${theme}-picker.png`) });
      assert.deepEqual(await problemsFound(page), []);

      await page.getByRole('combobox', { name: 'Operation' }).fill('create');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Insert fields' }).waitFor();
      await page.getByRole('tab', { name: 'Sent' }).click();
      await host.send(
        snapshot({
          destination: missing,
          answer: refused.id,
          progress: 'Phare allows the next call in 12 s',
          problem: 'Choose a project first: this path needs one.',
        }),
      );
      await page.screenshot({ path: path.join(pictures, `${theme}-write.png`), fullPage: true });
      assert.deepEqual(await problemsFound(page), []);

      await host.send(snapshot({ draft: { ...listMonitors, path: '/users' }, draftRevision: 2 }));
      await page.getByRole('button', { name: 'Add query parameter' }).click();
      await page.screenshot({ path: path.join(pictures, `${theme}-parameters.png`), fullPage: true });
      assert.deepEqual(await problemsFound(page), []);
    });
  }

  it('fits into 320 pixels, which is also 200 % zoom of a narrow column, with nothing to scroll sideways', async () => {
    const long = 'a'.repeat(300);
    const answer = {
      ...refused,
      requestId: long,
      stamp: `sent with project ${long}`,
      body: bodyOf(long),
      headers: [{ name: long, value: long }],
      sent: { ...refused.sent, url: `https://api.phare.io/${long}` },
    };
    const state = snapshot({
      problem: long,
      destination: { ...destination, project: long },
      operations: operations.map((operation) => ({ ...operation, title: `${operation.title} ${long}` })),
    });
    const { page, host } = await open({ state, answer, width: 320, height: 700 });
    for (const tab of ['Headers (1)', 'Sent (2)', 'Timing', 'Body']) {
      await page.getByRole('region', { name: 'Response' }).getByRole('tab', { name: tab }).click();
      assert.equal(await overflow(page), undefined);
    }
    await page.getByRole('combobox', { name: 'Operation' }).click();
    assert.equal(await overflow(page), undefined);
    await page.getByRole('combobox', { name: 'Operation' }).fill('create');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Text', exact: true }).click();
    await page.getByText('Documented fields').click();
    assert.equal(await overflow(page), undefined);
    await host.send(snapshot({ answer: refused.id, progress: 'Phare allows the next call in 12 s', draftRevision: 2 }));
    assert.equal(await overflow(page), undefined);
    await page.screenshot({ path: path.join(pictures, 'narrow.png'), fullPage: true });
  });

  it('keeps still for people who asked for less motion', async () => {
    const { page } = await open({ state: snapshot({ progress: 'Sending…' }), reducedMotion: true });
    await page.locator('.divider.busy').waitFor();
    assert.equal(await page.evaluate('document.getAnimations().length'), 0);
  });
});

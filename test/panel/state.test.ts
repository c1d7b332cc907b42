import assert from 'node:assert/strict';
import { jsonAnswer, monitors } from './support/bodies.ts';
import { usePanels } from './support/panelPage.ts';
import { refused, snapshot } from './support/samples.ts';
import { until } from './support/until.ts';

describe('what comes back after a reload', () => {
  const open = usePanels();

  it('is what was open in the tree, and how far the page was scrolled', async () => {
    const { page, host } = await open({ state: snapshot(), answer: jsonAnswer(monitors(130)) });
    await page.getByRole('treeitem', { name: /^data/ }).click();
    await page.getByRole('treeitem', { name: '30 more of 130' }).click();
    await page.getByRole('treeitem', { name: /^2:/ }).click();
    await page.evaluate('scrollTo(0, 1234)');
    await until(page, () => (sessionStorage.getItem('state') ?? '').includes('"scroll":1234'));
    const count = await page.getByRole('treeitem').count();
    await page.reload();
    await host.next('ready');
    await page.getByRole('treeitem', { name: 'name: "monitor 2"' }).waitFor();
    assert.equal(await page.getByRole('treeitem').count(), count);
    await until(page, () => scrollY === 1234);
  });

  it('is the view of bodies, also for the next answer, whose tree opens as it fits', async () => {
    const { page, host } = await open({ state: snapshot(), answer: jsonAnswer('{"a":{"b":1}}') });
    await page.getByRole('treeitem', { name: /^a/ }).click();
    assert.equal(await page.getByRole('treeitem').count(), 1);
    await host.show(jsonAnswer('{"a":{"b":2}}', { id: 'exchange-2' }));
    await page.getByRole('treeitem', { name: 'b: 2' }).waitFor();
    await page.getByRole('button', { name: 'Source' }).click();
    await page.getByRole('checkbox', { name: 'As received' }).check();
    await page.reload();
    await host.next('ready');
    assert.equal(await page.getByRole('group', { name: 'Text of the body' }).textContent(), '{"a":{"b":2}}');
    await host.show(jsonAnswer('{"c":1}', { id: 'exchange-3' }));
    await page.getByText('{"c":1}').waitFor();
  });

  it('is the tree as it was when the same answer comes again with more causes', async () => {
    const answer = { ...jsonAnswer(monitors(130)), diagnoses: [] };
    const { page, host } = await open({ state: snapshot(), answer });
    await page.getByRole('treeitem', { name: /^data/ }).click();
    const count = await page.getByRole('treeitem').count();
    await host.show({ ...answer, diagnoses: refused.diagnoses });
    await page.getByRole('region', { name: 'Diagnosis' }).waitFor();
    assert.equal(await page.getByRole('treeitem').count(), count);
  });

  it('is each open tab, and the request as text', async () => {
    const { page, host } = await open({ state: snapshot(), answer: refused });
    await page.getByRole('tab', { name: 'As text' }).click();
    await page.getByRole('tab', { name: 'Timing' }).click();
    await page.reload();
    await host.next('ready');
    await page.getByRole('table', { name: 'Where the time went' }).waitFor();
    assert.equal(await page.getByRole('tab', { name: 'As text' }).getAttribute('aria-selected'), 'true');
    assert.equal(await page.getByRole('textbox', { name: 'Request as text' }).inputValue(), 'GET /uptime/monitors\n');
  });

  it('does not hold what an earlier answer had open', async () => {
    const { page, host } = await open({ state: snapshot(), answer: jsonAnswer(monitors(130)) });
    await page.getByRole('treeitem', { name: /^data/ }).click();
    await host.show(jsonAnswer(monitors(131), { id: 'exchange-2' }));
    await page.getByRole('treeitem', { name: 'data: 131 items' }).waitFor();
    assert.equal(await page.getByRole('treeitem').count(), 2);
  });
});

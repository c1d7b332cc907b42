import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { jsonAnswer, monitors } from './support/bodies.ts';
import { type StubHost, usePanels } from './support/panelPage.ts';
import { bodyOf, listMonitors, refused, snapshot } from './support/samples.ts';
import { until } from './support/until.ts';

const createMonitor = { ...listMonitors, method: 'POST' };

async function pressSend(page: Page, host: StubHost): Promise<void> {
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await host.next('send');
}

describe('sending', () => {
  const open = usePanels();

  it('brings the answer into view that came below a long form', async () => {
    const { page, host } = await open({ state: snapshot({ draft: createMonitor }), height: 420 });
    await pressSend(page, host);
    assert.equal(await page.evaluate('scrollY'), 0);
    await host.show(jsonAnswer(monitors(40), { id: 'exchange-2' }));
    await until(page, () => {
      const { top = -1 } = document.querySelector('.status')?.getBoundingClientRect() ?? {};
      return top >= 0 && top < innerHeight / 2;
    });
    await page.getByRole('heading', { name: '200 OK' }).waitFor();
  });

  it('leaves the page where it is when the answer is in sight, or the person went on typing', async () => {
    const { page, host } = await open({ state: snapshot(), height: 900 });
    await pressSend(page, host);
    await host.show(jsonAnswer(monitors(90), { id: 'exchange-2' }));
    await page.setViewportSize({ width: 900, height: 420 });
    await host.send(snapshot({ draft: createMonitor, draftRevision: 2, answer: 'exchange-2' }));
    await pressSend(page, host);
    await page.getByRole('textbox', { name: 'Body', exact: true }).fill('{}');
    await host.show(jsonAnswer(monitors(90), { id: 'exchange-3' }));
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    assert.equal(await page.evaluate('scrollY'), 0);
  });

  it('names the request of an answer that is not that of the request composed now', async () => {
    const { page, host } = await open({ state: snapshot(), answer: refused });
    const stamp = page.locator('.stamp');
    assert.equal(await stamp.getByText('answer to').count(), 0);
    await page.getByRole('combobox', { name: 'Operation' }).fill('create mon');
    await page.keyboard.press('Enter');
    await stamp.getByText('answer to GET /uptime/monitors', { exact: true }).waitFor();
    const filled = { method: 'GET', path: '/uptime/monitors/{monitorId}', pathValues: { monitorId: '7' } };
    await host.show({ ...refused, id: 'exchange-2', asked: filled });
    await stamp.getByText('answer to GET /uptime/monitors/7', { exact: true }).waitFor();
  });

  it('says of a request that was not sent neither a time nor what went out', async () => {
    const sent = { method: '', url: '', headers: [], body: '' };
    const notSent = { status: 'Not sent', durationMs: 0, size: '', stamp: '', sent, headers: [], hops: [], timing: [] };
    const { page } = await open({
      state: snapshot(),
      answer: { ...refused, ...notSent, body: bodyOf('', 'none') },
    });
    const region = page.getByRole('region', { name: 'Response' });
    await region.getByText('No response came back.').waitFor();
    assert.doesNotMatch(await region.locator('.facts').innerText(), / ms/);
    await region.getByRole('tab', { name: 'Sent', exact: true }).click();
    await region.getByText('Nothing was sent.').first().waitFor();
    assert.equal(
      (await page.getByRole('status', { name: 'Result' }).innerText()).trim(),
      'Not sent; likely cause: This key may not read monitors.',
    );
  });

  it('sends on Enter in the path, and reads a query that was typed there', async () => {
    const { page, host } = await open({
      state: snapshot({ draft: { ...listMonitors, query: [{ name: 'page', value: '1' }] } }),
    });
    const path = page.getByRole('textbox', { name: 'Path', exact: true });
    await path.fill('/users?role=admin&email=a%40b&email=c+d&page=2');
    await path.press('Enter');
    const query = [
      { name: 'role', value: 'admin' },
      { name: 'email', value: 'a@b' },
      { name: 'email', value: 'c d' },
      { name: 'page', value: '2' },
    ];
    assert.deepEqual((await host.next('send')).draft, { ...listMonitors, path: '/users', query });
    assert.equal(await path.inputValue(), '/users');
    assert.equal(await page.getByRole('combobox', { name: 'role' }).inputValue(), 'admin');
  });

  it('takes a pasted address below that of the connection as its path, and no other address', async () => {
    const { page } = await open({ state: snapshot() });
    const path = page.getByRole('textbox', { name: 'Path', exact: true });
    const read = async (typed: string): Promise<string> => {
      await path.fill(typed);
      await path.blur();
      return path.inputValue();
    };
    assert.equal(await read('https://api.phare.io/uptime/monitors/7'), '/uptime/monitors/7');
    assert.equal(
      await page.getByRole('combobox', { name: 'Operation' }).inputValue(),
      'GET /uptime/monitors/{monitorId} — Get a monitor',
    );
    assert.equal(await read(' https://api.phare.io?page=3'), '/');
    assert.equal(await page.getByLabel('Value of query parameter 1').inputValue(), '3');
    assert.equal(await read('https://api.phare.io.example/users'), 'https://api.phare.io.example/users');
  });

  it('marks a body that the chosen method does not carry', async () => {
    const { page } = await open({ state: snapshot({ draft: { ...createMonitor, body: '{}' } }) });
    await page.getByLabel('Method').selectOption('GET');
    const tab = page.getByRole('tablist', { name: 'Parts of the request' }).getByRole('tab', { name: /^Body/ });
    await tab.getByRole('img', { name: 'a GET request carries no body' }).waitFor();
    await page.getByLabel('Method').selectOption('PUT');
    assert.equal(await tab.getByRole('img').count(), 0);
  });

  it('has the focus where it was when a list or a dialog of VS Code gives it back', async () => {
    const { page, host } = await open({ state: snapshot() });
    // As the browser does it: the element loses the focus with the page, and the page alone gets it back.
    const leaveAndReturn = () =>
      page.evaluate(() => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        dispatchEvent(new FocusEvent('focus'));
      });
    const copyAs = page.getByRole('button', { name: 'Copy as…' });
    await copyAs.click();
    await leaveAndReturn();
    assert.equal(await copyAs.evaluate((element) => element === document.activeElement), true);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await host.send(snapshot({ progress: 'Sending…' }));
    await page.getByRole('button', { name: 'Cancel' }).waitFor();
    await leaveAndReturn();
    assert.equal(await page.evaluate('document.activeElement.textContent.trim()'), 'Cancel');
  });

  it('shows that Send was pressed until the extension answers, and keeps the focus there', async () => {
    const { page, host } = await open({ state: snapshot({ draft: createMonitor }) });
    const send = page.getByRole('button', { name: 'Send', exact: true });
    await pressSend(page, host);
    assert.equal(await send.isEnabled(), false);
    assert.equal(await send.evaluate((element) => element === document.activeElement), true);
    // The person said no to the write: nothing is different, and it can be sent again.
    await host.send(snapshot({ draft: createMonitor }));
    assert.equal(await send.isEnabled(), true);
    await pressSend(page, host);
  });
});

import assert from 'node:assert/strict';
import { usePanels } from './support/panelPage.ts';
import { listMonitors, snapshot } from './support/samples.ts';

describe('the request as text', () => {
  const open = usePanels();

  it('shows the whole request and changes all of it', async () => {
    const draft = {
      ...listMonitors,
      path: '/uptime/monitors/{monitorId}',
      pathValues: { monitorId: '42' },
      query: [{ name: 'page', value: '2' }],
      headers: [{ name: 'Accept', value: 'text/csv' }],
    };
    const { page, host } = await open({ state: snapshot({ draft }) });
    await page.getByRole('tab', { name: 'As text' }).click();
    const text = page.getByRole('textbox', { name: 'Request as text' });
    assert.equal(await text.inputValue(), 'GET /uptime/monitors/42?page=2\nAccept: text/csv\n');
    await text.fill('POST /uptime/monitors?page=3\nX-Trace: 1\n\n{"a": 1.0}');
    await page.keyboard.press('Control+Enter');
    assert.deepEqual((await host.next('send')).draft, {
      method: 'POST',
      path: '/uptime/monitors',
      pathValues: {},
      query: [{ name: 'page', value: '3' }],
      headers: [{ name: 'X-Trace', value: '1' }],
      body: '{"a": 1.0}',
    });
    assert.match(await page.getByRole('combobox', { name: 'Operation' }).inputValue(), /Create a monitor/);
    // What is changed elsewhere stands in the text.
    await page.getByRole('combobox', { name: 'Method' }).selectOption('PUT');
    assert.match(await text.inputValue(), /^PUT \/uptime\/monitors\?page=3/);
    assert.equal(await page.getByRole('tab', { name: 'As text' }).getAttribute('aria-selected'), 'true');
  });

  it('keeps what is being typed, says in which line it is wrong, and sends nothing else meanwhile', async () => {
    const { page, host } = await open({ state: snapshot() });
    await page.getByRole('tab', { name: 'As text' }).click();
    const text = page.getByRole('textbox', { name: 'Request as text' });
    await text.fill('GET /uptime/monitors\nAccept');
    await page.getByText('Line 2: a header is written as Name: value').waitFor();
    assert.equal(await text.getAttribute('aria-invalid'), 'true');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    assert.equal(await text.evaluate((element) => element === document.activeElement), true);
    await text.pressSequentially(': a');
    await page.getByText('Line 2:').waitFor({ state: 'detached' });
    assert.equal(await text.inputValue(), 'GET /uptime/monitors\nAccept: a');
    await page.keyboard.press('Control+Enter');
    assert.deepEqual((await host.next('send')).draft.headers, [{ name: 'Accept', value: 'a' }]);
    assert.equal(host.messages.filter(({ type }) => type === 'send').length, 1);
  });
});

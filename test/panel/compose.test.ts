import assert from 'node:assert/strict';
import type { PanelOperation, PanelParameter } from '../../src/editor/panel/protocol.ts';
import { usePanels } from './support/panelPage.ts';
import { listMonitors, snapshot } from './support/samples.ts';
import { until } from './support/until.ts';

const parameter: PanelParameter = {
  name: '',
  type: '',
  required: false,
  repeatable: false,
  values: [],
  summary: '',
};

describe('composing a request', () => {
  const open = usePanels();

  it('takes an operation, its path parameter and Send by keyboard alone', async () => {
    const { page, host } = await open({ state: snapshot() });
    // A new panel begins where the request does.
    await until(page, () => document.activeElement?.ariaLabel === 'Operation');
    await page.keyboard.type('delete mon');
    await page.getByRole('option', { name: /DELETE \/uptime\/monitors\/\{monitorId\} — Delete a monitor/ }).waitFor();
    await page.keyboard.press('Enter');
    assert.equal(await page.getByRole('listbox').isVisible(), false);
    const field = page.getByRole('textbox', { name: 'monitorId' });
    await field.waitFor();
    await page.getByText('changes data', { exact: true }).waitFor();
    while (!(await field.evaluate((element) => element === document.activeElement))) await page.keyboard.press('Tab');
    await page.keyboard.type('42');
    const send = page.getByRole('button', { name: 'Send', exact: true });
    while (!(await send.evaluate((element) => element === document.activeElement))) {
      await page.keyboard.press('Shift+Tab');
    }
    await page.keyboard.press('Enter');
    assert.deepEqual(await host.next('send'), {
      type: 'send',
      draft: {
        method: 'DELETE',
        path: '/uptime/monitors/{monitorId}',
        pathValues: { monitorId: '42' },
        query: [],
        headers: [],
        body: '',
      },
    });
  });

  it('moves through the operations with the arrow keys, and Escape leaves everything as it was', async () => {
    const { page, host } = await open({ state: snapshot() });
    const box = page.getByRole('combobox', { name: 'Operation' });
    assert.equal(await box.inputValue(), 'GET /uptime/monitors — List monitors');
    await box.focus();
    await page.keyboard.press('ArrowDown');
    const active = (): Promise<string | null> =>
      page.locator('[role="option"][aria-selected="true"]').getAttribute('id');
    assert.equal(await active(), 'operation-2');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    assert.equal(await active(), 'operation-4');
    assert.equal(await box.getAttribute('aria-activedescendant'), 'operation-4');
    await page.keyboard.press('ArrowUp');
    assert.equal(await active(), 'operation-3');
    await page.keyboard.press('Escape');
    assert.equal(await box.getAttribute('aria-expanded'), 'false');
    assert.equal(await box.inputValue(), 'GET /uptime/monitors — List monitors');
    await page.keyboard.press('Control+Enter');
    assert.deepEqual((await host.next('send')).draft, listMonitors);
  });

  it('finds operations by method, path, title and group, and says when there is none', async () => {
    const { page } = await open({ state: snapshot() });
    const box = page.getByRole('combobox', { name: 'Operation' });
    const found = async (query: string): Promise<string[]> => {
      await box.fill(query);
      return page.locator('[role="option"] .title').allTextContents();
    };
    assert.deepEqual(await found('post'), ['Create a monitor']);
    assert.deepEqual(await found('get list mon'), ['List monitors']);
    // What has all words in its title comes before what has them elsewhere, such as in its method.
    assert.equal((await found('get monitor'))[0], 'Get a monitor');
    assert.deepEqual(await found('/users'), ['List users']);
    assert.deepEqual(await found('projects'), ['List projects']);
    assert.deepEqual(await found('nothing like it'), []);
    await page.getByText('No operation matches. Type any method and path below.').waitFor();
  });

  it('sends on Ctrl+Enter in any field, once until the extension answers', async () => {
    const { page, host } = await open({ state: snapshot() });
    await page.getByRole('textbox', { name: 'per_page' }).fill('50');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Control+Enter');
    assert.deepEqual((await host.next('send')).draft, { ...listMonitors, query: [{ name: 'per_page', value: '50' }] });
    await host.send(snapshot({ progress: 'Sending…' }));
    await page.keyboard.press('Control+Enter');
    await host.send(snapshot());
    await page.keyboard.press('Control+Enter');
    await host.next('send');
    assert.equal(host.messages.filter(({ type }) => type === 'send').length, 2);
  });

  it('shows what is going on and Cancel in place of Send, without losing the focus', async () => {
    const { page, host } = await open({ state: snapshot() });
    const send = page.getByRole('button', { name: 'Send', exact: true });
    await send.focus();
    await page.keyboard.press('Enter');
    await host.next('send');
    await host.send(snapshot({ progress: 'Phare allows the next call in 12 s' }));
    const cancel = page.getByRole('button', { name: 'Cancel' });
    assert.equal(await cancel.evaluate((element) => element === document.activeElement), true);
    assert.equal(await send.count(), 0);
    await page.getByText('Phare allows the next call in 12 s').waitFor();
    await page.keyboard.press('Enter');
    await host.next('cancel');
    await host.send(snapshot());
    assert.equal(await send.evaluate((element) => element === document.activeElement), true);
  });

  it('opens the body by itself and inserts its required fields', async () => {
    const { page, host } = await open({ state: snapshot() });
    assert.equal(await page.getByRole('textbox', { name: 'Body' }).count(), 0);
    await page.getByRole('combobox', { name: 'Operation' }).fill('create');
    await page.keyboard.press('Enter');
    const body = page.getByRole('textbox', { name: 'Body' });
    await body.waitFor();
    await page.getByRole('button', { name: 'Insert fields' }).click();
    assert.deepEqual(JSON.parse(await body.inputValue()), {
      name: '',
      protocol: 'http',
      interval: 0,
      request: { url: '', follow_redirects: false },
      regions: [],
    });
    assert.equal(await body.evaluate((element) => element === document.activeElement), true);
    assert.equal(await page.getByRole('button', { name: 'Insert fields' }).count(), 0);
    await body.fill('{"name":"x"}');
    await page.keyboard.press('Control+Enter');
    assert.equal((await host.next('send')).draft.body, '{"name":"x"}');
  });

  it('opens the body for a method that has one, on any path', async () => {
    const { page } = await open({ state: snapshot() });
    await page.getByRole('textbox', { name: 'Path' }).fill('/anything');
    await page.getByRole('combobox', { name: 'Method' }).selectOption('PATCH');
    await page.getByRole('textbox', { name: 'Body' }).waitFor();
    await page.getByText('changes data', { exact: true }).waitFor();
  });

  it('offers allowed values, and keeps free parameters apart from documented ones while they are typed', async () => {
    const { page, host } = await open({ state: snapshot({ draft: { ...listMonitors, path: '/users' } }) });
    await page.getByRole('combobox', { name: 'role' }).selectOption('admin');
    await page.getByRole('button', { name: 'Add query parameter' }).click();
    const name = page.getByRole('textbox', { name: 'Name of query parameter 1' });
    await page.waitForFunction('document.activeElement.ariaLabel === "Name of query parameter 1"');
    await page.keyboard.type('page');
    assert.equal(await name.inputValue(), 'page');
    await page.keyboard.press('Tab');
    await page.keyboard.type('3');
    await page.getByRole('textbox', { name: 'Path' }).focus();
    await name.waitFor({ state: 'detached' });
    assert.equal(await page.getByRole('textbox', { name: 'page', exact: true }).inputValue(), '3');
    await page.getByRole('textbox', { name: 'email' }).fill('a@example.com');
    await page.keyboard.press('Control+Enter');
    assert.deepEqual((await host.next('send')).draft.query, [
      { name: 'role', value: 'admin' },
      { name: 'page', value: '3' },
      { name: 'email', value: 'a@example.com' },
    ]);
  });

  it('marks a value of a parameter that is not among the documented ones, and keeps it', async () => {
    const draft = { ...listMonitors, path: '/users', query: [{ name: 'role', value: 'owner' }] };
    const { page } = await open({ state: snapshot({ draft }) });
    const role = page.getByRole('combobox', { name: 'role' });
    assert.equal(await role.inputValue(), 'owner');
    const words = (await role.locator('option').allInnerTexts()).map((text) => text.trim());
    assert.deepEqual(words, ['not set', 'admin', 'member', 'owner (not documented)']);
  });

  it('adds and removes headers, and leaves rows without a name out', async () => {
    const { page, host } = await open({ state: snapshot() });
    await page.getByRole('tab', { name: 'Headers' }).click();
    for (const [place, name, value] of [
      [1, 'Accept', 'text/csv'],
      [2, '', 'never sent'],
      [3, 'X-Trace', '1'],
    ] as const) {
      await page.getByRole('button', { name: 'Add header' }).click();
      await page.getByRole('combobox', { name: `Name of header ${place}` }).fill(name);
      await page.getByRole('textbox', { name: `Value of header ${place}` }).fill(value);
    }
    await page.getByRole('button', { name: 'Remove header 1' }).click();
    await page.getByRole('button', { name: 'Copy as…' }).click();
    assert.deepEqual((await host.next('copyAs')).draft.headers, [{ name: 'X-Trace', value: '1' }]);
  });

  it('reports what is typed, and asks to switch the project', async () => {
    const { page, host } = await open({ state: snapshot() });
    await page.getByRole('textbox', { name: 'Path' }).fill('/uptime/monitors/7');
    assert.equal((await host.next('edit')).draft.path, '/uptime/monitors/7');
    // The path fills an operation's placeholder, so the operation is known.
    assert.match(await page.getByRole('combobox', { name: 'Operation' }).inputValue(), /Get a monitor/);
    await page.getByRole('button', { name: 'Switch project' }).click();
    await host.next('switchProject');
  });

  it('asks neither for the project in a path, nor before the body, where the chosen project fills it', async () => {
    const project = { ...parameter, name: 'project_id', summary: 'Left empty: the chosen project' };
    const create = {
      ...snapshot().operations.find(({ method }) => method === 'POST'),
      key: 'POST /projects/{project_id}/tokens',
      path: '/projects/{project_id}/tokens',
      title: 'Create a token',
      pathParameters: [project],
    } as PanelOperation;
    const { page } = await open({ state: snapshot({ operations: [...snapshot().operations, create] }) });
    await page.getByRole('combobox', { name: 'Operation' }).fill('create a token');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Body', exact: true, selected: true }).waitFor();
    await page.getByRole('tab', { name: /^Parameters/ }).click();
    const box = page.getByRole('textbox', { name: 'project_id' });
    assert.equal(await box.getAttribute('aria-required'), 'false');
    assert.equal(await page.getByText('required', { exact: true }).filter({ visible: true }).count(), 0);
  });
});

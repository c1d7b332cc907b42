import assert from 'node:assert/strict';
import { usePanels } from './support/panelPage.ts';
import { destination, listMonitors, operations, snapshot } from './support/samples.ts';

describe('around a request', () => {
  const open = usePanels();

  it('saves, copies, sends elsewhere and opens the history, with the draft as it is', async () => {
    const { page, host } = await open({ state: snapshot() });
    await page.getByRole('textbox', { name: 'per_page' }).fill('5');
    const draft = { ...listMonitors, query: [{ name: 'per_page', value: '5' }] };
    const tools = page.getByRole('group', { name: 'Actions on the request' });
    for (const [name, type] of [
      ['Save request…', 'saveRequest'],
      ['Copy as…', 'copyAs'],
      ['Other projects…', 'sendElsewhere'],
    ] as const) {
      await tools.getByRole('button', { name }).click();
      assert.deepEqual(await host.next(type), { type, draft });
    }
    await tools.getByRole('button', { name: 'History…' }).click();
    await host.next('openHistory');
    // The extension knows the draft before it is asked to do something with it.
    assert.equal(
      host.messages.findIndex(({ type }) => type === 'edit') <
        host.messages.findIndex(({ type }) => type === 'saveRequest'),
      true,
    );
  });

  it('opens the documentation of the operation, where there is one', async () => {
    const { page, host } = await open({ state: snapshot() });
    const button = page.getByRole('button', { name: 'Open documentation' });
    await button.click();
    assert.equal((await host.next('openDocumentation')).operation, 'GET /uptime/monitors');
    await host.send(
      snapshot({ operations: operations.map((operation) => ({ ...operation, hasDocumentation: false })) }),
    );
    await button.waitFor({ state: 'detached' });
    await host.send(snapshot());
    await button.waitFor();
    await page.getByRole('textbox', { name: 'Path' }).fill('/unknown');
    await button.waitFor({ state: 'detached' });
  });

  it('warns of headers that contradict where the request goes: at the row and on the tab', async () => {
    const warning = 'Names 77 in place of luminous-guiding-tower, and is sent as typed.';
    const headers = [
      { name: 'Accept', value: '*/*' },
      { name: 'X-Phare-Project-Id', value: '77' },
    ];
    const { page, host } = await open({
      state: snapshot({
        draft: { ...listMonitors, headers },
        destination: { ...destination, headerWarnings: [{ name: 'x-phare-project-id', text: warning }] },
      }),
    });
    await page.getByRole('tab', { name: 'Headers (2) with a warning' }).click();
    assert.match(await page.getByRole('group', { name: 'Header 2' }).innerText(), /in place of/);
    assert.doesNotMatch(await page.getByRole('group', { name: 'Header 1' }).innerText(), /in place of/);
    const name = page.getByRole('combobox', { name: 'Name of header 2' });
    const described = await name.evaluate(
      (input) => document.getElementById(input.getAttribute('aria-describedby') ?? '')?.innerText,
    );
    assert.equal(described?.trim(), warning);
    await host.send(snapshot());
    await page.getByRole('tab', { name: 'Headers (2)', exact: true }).waitFor();
  });

  it('offers names of headers', async () => {
    const { page } = await open({ state: snapshot() });
    await page.getByRole('tab', { name: 'Headers' }).click();
    await page.getByRole('button', { name: 'Add header' }).click();
    const offered = await page
      .getByRole('combobox', { name: 'Name of header 1' })
      .evaluate((input) => [...((input as HTMLInputElement).list?.options ?? [])].map(({ value }) => value));
    assert.ok(offered.includes('Idempotency-Key'));
  });

  it('shows a protected project by a word and a lock, and what changed since the answer', async () => {
    const { page, host } = await open({ state: snapshot({ destination: { ...destination, isProtected: true } }) });
    const where = page.getByRole('group', { name: 'Destination' });
    assert.match(await where.innerText(), /luminous-guiding-tower\s+protected/);
    assert.equal(await where.locator('.codicon-lock').count(), 1);
    const changed = 'Since this answer: the project is now quiet-harbor.';
    await host.send(snapshot({ destination: { ...destination, changed } }));
    assert.equal((await where.getByRole('status').innerText()).trim(), changed);
    assert.equal(await where.locator('.codicon-lock').count(), 0);
  });

  it('cancels a running request with Escape, and only then', async () => {
    const { page, host } = await open({ state: snapshot() });
    await page.getByRole('textbox', { name: 'Path' }).focus();
    await page.keyboard.press('Escape');
    await host.send(snapshot({ progress: 'Sending…' }));
    // The first Escape closes the list of operations, the second cancels.
    await page.getByRole('combobox', { name: 'Operation' }).click();
    await page.keyboard.press('Escape');
    assert.equal(host.messages.filter(({ type }) => type === 'cancel').length, 0);
    await page.keyboard.press('Escape');
    await host.next('cancel');
    assert.equal(host.messages.filter(({ type }) => type === 'cancel').length, 1);
  });

  it('finds operations in spite of a mistyped letter and in any order of words', async () => {
    const { page } = await open({ state: snapshot() });
    const box = page.getByRole('combobox', { name: 'Operation' });
    for (const [query, found] of [
      ['montior create', ['Create a monitor']],
      ['delte', ['Delete a monitor']],
      ['usres', ['List users']],
      ['monitors list', ['List monitors']],
      ['projcts', ['List projects']],
      ['lstusr', ['List users']],
    ] as const) {
      await box.fill(query);
      assert.deepEqual(await page.locator('[role="option"] .title').allTextContents(), found, query);
    }
  });

  it('shows 251 operations at once, and finds among them while typing', async () => {
    const [first] = operations;
    assert.ok(first !== undefined);
    const many = Array.from({ length: 251 }, (_, place) => ({
      ...first,
      key: `GET /things/${place}`,
      path: `/things/${place}`,
      title: `Get thing ${place}`,
      group: `Group ${place % 9}`,
    }));
    const { page } = await open({ state: snapshot({ operations: many }) });
    const box = page.getByRole('combobox', { name: 'Operation' });
    await box.click();
    assert.equal(await page.locator('[role="option"]').count(), 251);
    await box.fill('thing 250');
    assert.equal(await page.locator('[role="option"]').first().locator('.title').textContent(), 'Get thing 250');
  });
});

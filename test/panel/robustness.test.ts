import assert from 'node:assert/strict';
import { usePanels } from './support/panelPage.ts';
import { bodyOf, listMonitors, operations, refused, snapshot } from './support/samples.ts';

describe('what reaches the page from outside', () => {
  const open = usePanels();

  it('stays text, whatever markup it holds', async () => {
    const markup =
      '<img src=x onerror="hacked=1"><script>hacked=1</script></script></pre><svg onload=hacked=1><b>bold</b>';
    const [first] = refused.diagnoses;
    assert.ok(first !== undefined);
    const answer = {
      ...refused,
      status: `403 ${markup}`,
      requestId: markup,
      stamp: markup,
      body: bodyOf(markup),
      notes: [markup],
      headers: [{ name: markup, value: markup }],
      sent: { method: markup, url: `javascript:${markup}`, headers: [{ name: markup, value: markup }], body: markup },
      hops: [{ method: markup, url: markup, status: 302, carried: markup }],
      diagnoses: [{ ...first, title: markup, explanation: markup, evidence: [markup], actions: [markup] }],
    };
    const [operation] = operations;
    assert.ok(operation !== undefined);
    const { page } = await open({
      answer,
      state: snapshot({
        problem: markup,
        progress: markup,
        operations: [{ ...operation, title: markup, group: markup }],
        draft: { ...listMonitors, path: '/{"><b>}', body: `</textarea>${markup}` },
      }),
    });
    await page.getByRole('combobox', { name: 'Operation' }).click();
    await page.getByRole('region', { name: 'Response' }).waitFor();
    assert.equal(await page.getByRole('group', { name: 'Text of the body' }).textContent(), markup);
    assert.ok((await page.getByRole('region', { name: 'Diagnosis' }).innerText()).includes(markup));
    assert.equal(await page.locator('main :is(img, script, svg, b, a)').count(), 0);
    assert.equal(await page.evaluate('typeof hacked'), 'undefined');
  });

  it('is taken when it is large, or holds odd characters', async () => {
    const body = `${'x'.repeat(1_000_000)}\u0000\ud800 end`;
    const { page } = await open({
      state: snapshot(),
      answer: { ...refused, body: bodyOf(body, 'text', { isShortened: true }) },
    });
    await page.getByText('Only the beginning is shown.').waitFor();
    assert.equal(await page.getByRole('group', { name: 'Text of the body' }).textContent(), body);
  });

  it('is ignored when it is not a message that the page knows', async () => {
    const { page, host } = await open({ state: snapshot() });
    const state = snapshot({ progress: 'never shown', draftRevision: 9 });
    for (const data of [
      null,
      'state',
      42,
      [],
      {},
      { type: 'other', state },
      { type: 'state' },
      { type: 'state', state: null },
      { type: 'state', state: { ...state, draftRevision: '9' } },
      { type: 'state', state: { ...state, progress: null } },
      { type: 'state', state: { ...state, operations: [{ key: 1 }] } },
      { type: 'state', state: { ...state, draft: { ...listMonitors, query: [{ name: 'a' }] } } },
      { type: 'answer', answer: { ...refused, tone: 'loud' } },
      { type: 'answer', answer: { ...refused, diagnoses: 'none' } },
      { type: 'answer', answer: { ...refused, body: 'text' } },
      { type: 'texts', texts: { Send: 1 } },
      { type: 'state', state: { ...state, destination: { host: 'x' } } },
    ]) {
      await host.sendRaw(data);
    }
    await page.getByRole('button', { name: 'Send', exact: true }).waitFor();
    assert.equal(await page.getByText('never shown').count(), 0);
  });
});

describe('the draft', () => {
  const open = usePanels();

  it('comes back after a reload with the open tabs, although the extension knows an older one', async () => {
    const { page, host } = await open({ state: snapshot(), answer: refused });
    await page.getByRole('combobox', { name: 'Method' }).selectOption('POST');
    await page.getByRole('textbox', { name: 'Body' }).fill('{"typed": true}');
    await page.getByRole('tab', { name: 'Sent' }).click();
    await page.reload();
    await host.next('ready');
    await page.getByRole('region', { name: 'Diagnosis' }).waitFor();
    assert.equal(await page.getByRole('combobox', { name: 'Method' }).inputValue(), 'POST');
    assert.equal(await page.getByRole('textbox', { name: 'Body' }).inputValue(), '{"typed": true}');
    assert.equal(await page.getByRole('tab', { name: 'Sent' }).getAttribute('aria-selected'), 'true');
  });

  it('is kept without what may be a key as soon as one is known to stand in it, and comes back from the extension', async () => {
    const key = 'kept-by-bearings-alone';
    const draft = {
      ...listMonitors,
      path: `/a/${key}/{id}/{note}`,
      pathValues: { id: key, note: 'short' },
      headers: [{ name: 'X-Note', value: key }],
      body: `{"note": "${key}"}`,
    };
    const { page, host } = await open({ state: snapshot({ draft, holdsKey: true }) });
    await page.getByRole('group', { name: 'Destination' }).waitFor();
    const saved = await page.evaluate<string>(`sessionStorage.getItem('state')`);
    assert.ok(!saved.includes(key), saved);
    assert.ok(saved.includes('/a/{key}/{id}/{note}') && saved.includes('short'), saved);
    await page.reload();
    await host.next('ready');
    await page.getByRole('group', { name: 'Destination' }).waitFor();
    assert.equal(await page.getByRole('textbox', { name: 'Path' }).inputValue(), draft.path);
  });

  it('is started anew when what was saved is not understood', async () => {
    const { page, host } = await open({ state: snapshot() });
    await page.evaluate(`sessionStorage.setItem('state', '{"draft":{"method":7}}')`);
    await page.reload();
    await host.next('ready');
    await page.getByRole('group', { name: 'Destination' }).waitFor();
    assert.equal(await page.getByRole('textbox', { name: 'Path' }).inputValue(), '/uptime/monitors');
  });

  it('is replaced by one of a new revision, and left alone by one already shown', async () => {
    const { page, host } = await open({ state: snapshot() });
    const field = page.getByRole('textbox', { name: 'Path' });
    await field.fill('/typed/by/hand');
    await host.send(snapshot({ progress: 'Sending…' }));
    await page.getByText('Sending…').waitFor();
    assert.equal(await field.inputValue(), '/typed/by/hand');
    await host.send(snapshot({ draft: { ...listMonitors, path: '/projects' }, draftRevision: 2 }));
    await page.getByRole('button', { name: 'Send', exact: true }).waitFor();
    assert.equal(await field.inputValue(), '/projects');
    assert.match(await page.getByRole('combobox', { name: 'Operation' }).inputValue(), /List projects/);
  });
});

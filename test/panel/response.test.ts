import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { usePanels } from './support/panelPage.ts';
import { bodyOf, destination, refused, snapshot } from './support/samples.ts';

/** Notes each text that the live region gets. */
async function watchAnnouncements(page: Page): Promise<() => Promise<unknown>> {
  await page.getByRole('status', { name: 'Result' }).evaluate((region) => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    new MutationObserver(() => heard.push(region.textContent.trim())).observe(region, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  return () => page.evaluate('heard');
}

describe('the response', () => {
  const open = usePanels();

  it('says quietly that nothing was sent yet', async () => {
    const { page } = await open({ state: snapshot() });
    const region = page.getByRole('region', { name: 'Response' });
    assert.match(await region.innerText(), /^Nothing sent yet\./);
    assert.equal(await page.getByRole('region', { name: 'Diagnosis' }).count(), 0);
  });

  it('shows a refusal with its facts, its causes and their actions', async () => {
    const { page, host } = await open({ state: snapshot(), answer: refused });
    const region = page.getByRole('region', { name: 'Response' });
    const text = await region.innerText();
    for (const part of ['403 Forbidden', '214 ms', '61 B', 'request id 7f3c', refused.stamp, ...refused.notes]) {
      assert.ok(text.includes(part), part);
    }
    const diagnosis = page.getByRole('region', { name: 'Diagnosis' });
    await diagnosis.getByRole('heading', { name: 'Why' }).waitFor();
    const [first, second] = refused.diagnoses;
    for (const part of [first?.title, first?.explanation, 'likely', ...(first?.evidence ?? []), 'Also possible']) {
      assert.ok((await diagnosis.innerText()).includes(part ?? '?'), part);
    }
    assert.equal(await diagnosis.getByText(second?.explanation ?? '?').isVisible(), false);
    await diagnosis.getByRole('button', { name: 'Replace key…' }).click();
    assert.deepEqual(await host.next('act'), { type: 'act', answer: 'exchange-1', diagnosis: 0, action: 1 });
    await diagnosis.getByText(second?.title ?? '?').click();
    await diagnosis.getByRole('button', { name: 'Switch to a listed project' }).click();
    assert.deepEqual(await host.next('act'), { type: 'act', answer: 'exchange-1', diagnosis: 1, action: 0 });
  });

  it('has the body, the headers and the request as sent in tabs that the arrow keys open', async () => {
    const { page, host } = await open({ state: snapshot(), answer: refused });
    const region = page.getByRole('region', { name: 'Response' });
    await region.getByRole('button', { name: 'Source' }).click();
    assert.equal(await region.getByRole('group', { name: 'Text of the body' }).textContent(), refused.body.text);
    await region.getByRole('button', { name: 'Open in editor' }).click();
    assert.deepEqual(await host.next('openBody'), { type: 'openBody', answer: 'exchange-1' });
    await region.getByRole('tab', { name: 'Body' }).focus();
    await page.keyboard.press('ArrowRight');
    const headers = region.getByRole('tabpanel', { name: 'Headers (3)' });
    assert.match(await headers.innerText(), /x-ratelimit-remaining\s+86/);
    await page.keyboard.press('ArrowRight');
    const sent = region.getByRole('tabpanel', { name: 'Sent (2)' });
    assert.match(await sent.innerText(), /GET https:\/\/api\.phare\.io\/uptime\/monitors\?page=1&per_page=50/);
    assert.match(await sent.innerText(), /Bearer …4f2a/);
    assert.match(await sent.innerText(), /308 GET https:\/\/api\.phare\.io\/uptime\/monitors\/\s+with key and project/);
  });

  it('shows why there is no answer, and why Send was refused', async () => {
    const answer = {
      ...refused,
      status: 'Timed out',
      failure: 'api.phare.io did not answer within 30 seconds.',
      durationMs: 30_000,
      size: '',
      requestId: '',
      headers: [],
      body: bodyOf('', 'none'),
      diagnoses: [],
    };
    const { page } = await open({ state: snapshot({ problem: 'The body is not valid JSON.' }), answer });
    const text = await page.getByRole('region', { name: 'Response' }).innerText();
    assert.match(text, /Timed out/);
    assert.match(text, /30 s/);
    assert.match(text, /did not answer within 30 seconds/);
    assert.match(text, /No response came back/);
    assert.equal(await page.getByRole('button', { name: 'Open in editor' }).count(), 0);
    assert.equal((await page.getByRole('alert').innerText()).trim(), 'The body is not valid JSON.');
  });

  it('is announced in one sentence, once, and again only for another exchange', async () => {
    const { page, host } = await open({ state: snapshot() });
    const heard = await watchAnnouncements(page);
    await host.show(refused);
    await host.send(snapshot({ answer: refused.id, progress: 'Sending…' }));
    await page.getByText('Sending…').waitFor();
    const sentence = '403 Forbidden in 214 milliseconds; likely cause: This key may not read monitors.';
    assert.deepEqual(await heard(), [sentence]);
    await host.show({ ...refused, id: 'exchange-2' });
    assert.deepEqual(await heard(), [sentence, sentence]);
    await page.reload();
    await page.getByRole('heading', { name: '403 Forbidden' }).waitFor();
    assert.equal((await page.getByRole('status', { name: 'Result' }).innerText()).trim(), '');
  });

  it('says in words where the request goes, and when a project is missing', async () => {
    const { page, host } = await open({ state: snapshot() });
    const where = page.getByRole('group', { name: 'Destination' });
    assert.match(
      await where.innerText(),
      /Goes to Phare · staging \/ luminous-guiding-tower\s+header X-Phare-Project-Id\s+api\.phare\.io · key …4f2a · about 87 of 100 calls left this minute/,
    );
    await host.send(
      snapshot({ destination: { ...destination, project: 'no project chosen', projectMissing: true, scope: '' } }),
    );
    assert.match(await where.innerText(), /This path needs a project, and none is chosen\./);
    await host.send(snapshot({ destination: undefined }));
    assert.match(await where.innerText(), /No connection is chosen/);
  });
});

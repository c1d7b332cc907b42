import assert from 'node:assert/strict';
import { usePanels } from './support/panelPage.ts';
import { listMonitors, refused, snapshot } from './support/samples.ts';

describe('the parts of an answer', () => {
  const open = usePanels();

  it('says what the status means, and copies the request id', async () => {
    const { page, host } = await open({ state: snapshot(), answer: refused });
    await page.getByText(refused.meaning, { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Copy the request id' }).click();
    assert.deepEqual(await host.next('copyText'), { type: 'copyText', text: '7f3c', what: 'the request id' });
  });

  it('copies a report of the diagnosis', async () => {
    const { page, host } = await open({
      state: snapshot(),
      answer: { ...refused, diagnoses: refused.diagnoses.map((diagnosis) => ({ ...diagnosis, actions: [] })) },
    });
    await page.getByRole('region', { name: 'Diagnosis' }).getByRole('button', { name: 'Copy report' }).click();
    assert.deepEqual(await host.next('copyReport'), { type: 'copyReport', answer: 'exchange-1' });
  });

  it('offers to send again after an action, with the draft as it is now, and tells what helped', async () => {
    const { page, host } = await open({
      state: snapshot({ offer: 'The key was replaced. Send again to see whether it helped.' }),
      answer: refused,
    });
    const offer = page.getByRole('group', { name: 'Offer' });
    assert.match(await offer.innerText(), /The key was replaced/);
    await page.getByRole('textbox', { name: 'per_page' }).fill('7');
    await offer.getByRole('button', { name: 'Try again' }).click();
    assert.deepEqual((await host.next('send')).draft, { ...listMonitors, query: [{ name: 'per_page', value: '7' }] });
    await host.show(
      { ...refused, id: 'exchange-2', diagnoses: [], helped: 'Replacing the key helped.' },
      { offer: undefined },
    );
    await offer.waitFor({ state: 'detached' });
    await page.getByRole('region', { name: 'Response' }).getByText('Replacing the key helped.').waitFor();
    assert.equal(
      (await page.getByRole('status', { name: 'Result' }).innerText()).trim(),
      '403 Forbidden in 214 milliseconds. Replacing the key helped.',
    );
  });

  it('shows a secret that comes once by its ending, copies it once, and then says that it is gone', async () => {
    const secret = { field: 'data.token', ending: '9f2c', gone: '' };
    const { page, host } = await open({ state: snapshot(), answer: { ...refused, onceSecrets: [secret] } });
    const region = page.getByRole('region', { name: 'Secrets shown once' });
    assert.match(await region.innerText(), /data\.token\s*ends in 9f2c/);
    await region.getByRole('button', { name: 'Save as connection…' }).click();
    assert.deepEqual(await host.next('saveSecret'), { type: 'saveSecret', answer: 'exchange-1', secret: 0 });
    await region.getByRole('button', { name: 'Copy once' }).click();
    assert.deepEqual(await host.next('copySecret'), { type: 'copySecret', answer: 'exchange-1', secret: 0 });
    await host.show({ ...refused, onceSecrets: [{ ...secret, gone: 'copied' }] });
    await region.getByText('Gone from here: copied.').waitFor();
    assert.equal(await region.getByRole('button').count(), 0);
  });

  it('tells where the time went in figures', async () => {
    const timing = [
      { name: 'waiting for the budget', milliseconds: 12_000 },
      { name: 'until the first byte', milliseconds: 190.4 },
    ];
    const { page } = await open({ state: snapshot(), answer: { ...refused, durationMs: 12_190, timing } });
    await page.getByRole('tab', { name: 'Timing' }).click();
    const table = page.getByRole('table', { name: 'Where the time went' });
    assert.deepEqual(
      (await table.getByRole('row').allInnerTexts()).slice(1).map((row) => row.replaceAll(/\s+/g, ' ')),
      ['waiting for the budget 12 s', 'until the first byte 190 ms', 'In all 12 s'],
    );
  });

  it('lists redirects with what they carried, and the body as it was sent', async () => {
    const answer = {
      ...refused,
      sent: { ...refused.sent, method: 'POST', body: '{"name":"x"}' },
      hops: [
        ...refused.hops,
        { method: 'GET', url: 'https://other.example.com/', status: 302, carried: 'without key: another origin' },
      ],
    };
    const { page } = await open({ state: snapshot(), answer });
    await page.getByRole('tab', { name: /^Sent/ }).click();
    const hops = await page.getByRole('tabpanel', { name: /^Sent/ }).getByRole('listitem').allInnerTexts();
    assert.deepEqual(
      hops.map((hop) => hop.replaceAll(/\s+/g, ' ').trim()),
      [
        '308 GET https://api.phare.io/uptime/monitors/ with key and project',
        '302 GET https://other.example.com/ without key: another origin',
      ],
    );
    assert.equal(await page.getByRole('group', { name: 'Body as sent' }).textContent(), '{"name":"x"}');
  });

  it('speaks the person’s language where the extension knows it', async () => {
    const texts = { Send: 'Senden', 'Goes to': 'Geht an', Body: 'Rumpf', '{0} in {1}': '{0} nach {1}', Tree: 'Baum' };
    const { page } = await open({ state: snapshot(), answer: { ...refused, diagnoses: [] }, texts });
    await page.getByRole('button', { name: 'Senden' }).waitFor();
    await page.getByRole('group', { name: 'Destination' }).getByText('Geht an').waitFor();
    await page.getByRole('tab', { name: 'Rumpf' }).first().waitFor();
    await page.getByRole('button', { name: 'Baum' }).waitFor();
    assert.match(await page.getByRole('status', { name: 'Result' }).innerText(), /403 Forbidden nach 214/);
  });
});

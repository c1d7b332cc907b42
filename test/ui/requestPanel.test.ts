import assert from 'node:assert/strict';
import { type PracticePhare, startPracticePhare } from '../support/practice.ts';
import { click } from './support/click.ts';
import { RequestPanel } from './support/requestPanel.ts';
import { addConnection } from './support/steps.ts';
import { type Desk, openDesk } from './support/window.ts';
import { untilDone } from './support/untilDone.ts';
import type { Workbench } from './support/workbench.ts';

describe('The request panel', () => {
  let desk: Desk;
  let phare: PracticePhare;
  let workbench: Workbench;
  let panel: RequestPanel;

  before(async () => {
    phare = await startPracticePhare();
    desk = await openDesk('panel');
    ({ workbench } = desk);
    await workbench.openViewContainer('Bearings');
    await addConnection(workbench, phare, { label: 'panel' });
    panel = await RequestPanel.open(workbench);
  });
  after(async () => {
    await desk.close();
    await phare.stop();
  });
  beforeEach(() => phare.control.reset());

  it('sends without a project, says why that was refused, and mends it by one action', async () => {
    await panel.choose('list monitors', '/uptime/monitors');
    await panel.destination.getByText('This path needs a project, and none is chosen.').waitFor();
    await panel.send();
    await panel.status('401 Unauthorized').waitFor();
    await panel.diagnosis.getByText('The request named no project.').waitFor();
    await panel.diagnosis.getByRole('listitem').first().waitFor();
    assert.equal(phare.control.requests[0]?.headers['x-phare-project-id'], undefined);

    await panel.diagnosis.getByRole('button', { name: 'Choose a project' }).click();
    await workbench.quickInput.titled('Switch project');
    await workbench.quickInput.type('quiet');
    await workbench.quickInput.pick(/quiet-harbor/);
    await panel.destination.getByText('quiet-harbor', { exact: true }).waitFor();
    await panel.status('401 Unauthorized').waitFor();

    await panel.send();
    await panel.status('200 OK').waitFor();
    await panel.diagnosis.waitFor({ state: 'detached' });
    await panel.response.getByText('by header X-Phare-Project-Id').waitFor();
    const sent = phare.control.requests.at(-1);
    assert.equal(sent?.headers['x-phare-project-id'], '1002');
    assert.equal(sent.headers['authorization'], `Bearer ${phare.control.keys['owner'] ?? ''}`);
  });

  it('shows the request as it was sent, with the key masked', async () => {
    await panel.send();
    await panel.status('200 OK').waitFor();
    await panel.frame.getByRole('tab', { name: /^Sent/ }).click();
    await panel.frame.getByRole('cell', { name: /…0001/ }).waitFor();
    const text = await panel.frame.locator('body').innerText();
    assert.ok(!text.includes(phare.control.keys['owner'] ?? ''), 'the key stands in the panel');
  });

  it('has the focus where it was after a list that was closed', async () => {
    const button = panel.button('Copy as…');
    await button.focus();
    await button.press('Enter');
    await workbench.quickInput.shown();
    await workbench.quickInput.cancel();
    // Pressed again: the key reaches the button only if it has the focus.
    await untilDone(async (timeout) => {
      await workbench.page.keyboard.press('Enter');
      await workbench.quickInput.box.waitFor({ timeout });
    });
    await workbench.quickInput.cancel();
  });

  it('opens the body in an editor', async () => {
    await panel.frame.getByRole('tab', { name: 'Body' }).last().click();
    // A click on an answer that is just being replaced by the next one opens nothing.
    await untilDone(async (timeout) => {
      await panel.button('Open in editor').click();
      await workbench.editorTab(/GET uptime monitors\.json/).waitFor({ timeout });
    });
    assert.match(await workbench.editorText(), /"data": \[/);
    panel = new RequestPanel(await workbench.webview('GET /uptime/monitors'));
    await panel.status('200 OK').waitFor();
  });

  it('asks before a request that changes data, and sends nothing when that is cancelled', async () => {
    await panel.choose('pause a monitor', '/uptime/monitors/{monitorId}/pause');
    await panel.frame.getByText('changes data').first().waitFor();
    const monitor = await firstMonitor(phare);
    phare.control.forget();
    await panel.frame.getByLabel('monitorId').fill(monitor);
    await panel.send();
    await workbench.dialog(`POST /uptime/monitors/${monitor}/pause may change data. Send it?`).waitFor();
    await workbench.dialog('Phare · panel / quiet-harbor').waitFor();
    await workbench.answerDialog('Cancel');
    await panel.sendButton.waitFor();
    assert.deepEqual(phare.control.requests, []);

    phare.control.plant({ method: 'POST', action: { kind: 'answer', status: 202 } });
    await panel.send();
    await workbench.dialog(/may change data/).waitFor();
    await workbench.answerDialog('Send');
    await panel.status('202 Accepted').waitFor();
    assert.deepEqual(calls(phare), [`POST /uptime/monitors/${monitor}/pause`]);
  });

  it('asks before a DELETE, and sends it once even when the connection breaks off', async () => {
    await panel.choose('delete a monitor', '/uptime/monitors/{monitorId}');
    const fault = phare.control.plant({ method: 'DELETE', action: { kind: 'reset' } });
    await panel.send();
    await workbench.dialog(/^DELETE |DELETE .* may change data/).waitFor();
    await workbench.answerDialog('Send');
    await panel.status('Connection broke off').waitFor();
    assert.equal(fault.hits, 1);
  });

  it('ends a request that never answers when that is cancelled', async () => {
    await panel.choose('list monitors', '/uptime/monitors');
    phare.control.plant({ action: { kind: 'never' } });
    await panel.send();
    await panel.progress.getByText('Sending…').waitFor();
    await panel.button('Cancel').click();
    await panel.status('Cancelled').waitFor();
    await panel.sendButton.waitFor();
  });

  it('waits as long as the service asks for after a 429, says how long, and sends then by itself', async () => {
    phare.control.plant({
      times: 1,
      action: {
        kind: 'answer',
        status: 429,
        headers: { 'retry-after': '2' },
        body: '{"message":"Too Many Attempts."}',
      },
    });
    await panel.send();
    await panel.status('429 Too Many Requests').waitFor();
    await panel.diagnosis.getByText('Too many calls were made.').waitFor();
    const refusedAt = Date.now();
    await panel.send();
    await panel.progress.getByText(/Phare allows the next call in [123] s/).waitFor();
    assert.equal(phare.control.requests.length, 1);
    await panel.status('200 OK').waitFor();
    assert.equal(phare.control.requests.length, 2);
    assert.ok(Date.now() - refusedAt >= 2000, 'it did not wait as long as the service asked for');
  });

  it('lets a wait for the budget be cancelled, that of Test Key too, and sends nothing then', async () => {
    phare.control.plant({
      times: 1,
      action: { kind: 'answer', status: 429, headers: { 'retry-after': '600' }, body: '' },
    });
    await panel.send();
    await panel.status('429 Too Many Requests').waitFor();
    await panel.send();
    await panel.progress.getByText(/Phare allows the next call in \d+ s/).waitFor();
    // A switch changes nothing for the request that waits, and the panel goes on saying where that goes.
    await workbench.runCommand('Bearings: Switch Project…');
    await workbench.quickInput.pick(/luminous-guiding-tower/);
    await panel.destination.getByText('The request under way goes to quiet-harbor.').waitFor();
    await click(panel.button('Cancel'));
    await panel.status('Cancelled').waitFor();
    await panel.destination.getByText('The request under way').waitFor({ state: 'detached' });
    await workbench.runCommand('Bearings: Test Key');
    const progress = workbench.notification(/about the key….*Phare allows the next call in \d+ s/);
    await progress.waitFor();
    await progress.hover();
    await click(progress.getByRole('button', { name: 'Cancel' }));
    await progress.waitFor({ state: 'detached' });
    assert.equal(phare.control.requests.length, 1);
  });
});

async function firstMonitor(phare: PracticePhare): Promise<string> {
  const { value } = await phare.send('GET', '/uptime/monitors', { projectId: 1002 });
  const [monitor] = value['data'] as readonly { readonly id: number }[];
  return String(monitor?.id);
}

function calls({ control }: PracticePhare): readonly string[] {
  return control.requests.map(({ method, path }) => `${method} ${path}`);
}

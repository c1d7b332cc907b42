import assert from 'node:assert/strict';
import { type PracticePhare, startPracticePhare } from '../support/practice.ts';
import { click } from './support/click.ts';
import { RequestPanel } from './support/requestPanel.ts';
import { takePicture } from './support/pictures.ts';
import { addConnection } from './support/steps.ts';
import { untilDone } from './support/untilDone.ts';
import { type Desk, openDesk } from './support/window.ts';
import type { Workbench } from './support/workbench.ts';

const LIST = 'GET /uptime/monitors';

describe('What was sent', () => {
  let desk: Desk;
  let phare: PracticePhare;
  let workbench: Workbench;
  let panel: RequestPanel;

  before(async () => {
    phare = await startPracticePhare();
    desk = await openDesk('keeping');
    ({ workbench } = desk);
    await workbench.openViewContainer('Bearings');
    await addConnection(workbench, phare, { label: 'keeping' });
    await switchTo(workbench, 'quiet-harbor');
  });
  after(async () => {
    await desk.close();
    await phare.stop();
  });
  beforeEach(() => phare.control.reset());

  it('is nothing at first, and the history says so', async () => {
    await workbench.runCommand('Bearings: Open History…');
    await workbench.notification('Nothing was sent from a request panel in this workspace yet.').waitFor();
    await workbench.clearNotifications();
  });

  it('stands in the history with its method, path, status, project, time and connection', async () => {
    panel = await RequestPanel.open(workbench);
    await panel.choose('list monitors', '/uptime/monitors');
    await panel.send();
    await panel.status('200 OK').waitFor();
    await panel.choose('delete a monitor', '/uptime/monitors/{monitorId}');
    await panel.frame.getByLabel('monitorId').fill('404404');
    await panel.send();
    await workbench.answerDialog('Send');
    await panel.status('404 Not Found').waitFor();

    await openHistory(workbench);
    const [latest, first, ...others] = await workbench.quickInput.items();
    assert.deepEqual(others, []);
    assert.equal(latest?.label, 'DELETE /uptime/monitors/404404');
    assert.match(latest.description, /^404 Not Found · .* · quiet-harbor$/);
    assert.match(latest.name, /Phare · keeping/);
    assert.equal(first?.label, LIST);
    assert.match(first.description, /^200 OK · [\d.]+ kB · \d+ ms · quiet-harbor$/);
    await workbench.quickInput.root.getByText('Today').waitFor();
    await takePicture(workbench, 'keeping-history');
  });

  it('is found by what is typed', async () => {
    await workbench.quickInput.type('404');
    await workbench.quickInput.item(/DELETE/).waitFor();
    assert.equal((await workbench.quickInput.items()).length, 1);
    await workbench.quickInput.type('harbor');
    await workbench.quickInput.item(LIST).waitFor();
    await workbench.quickInput.cancel();
  });

  it('opens again with its request, its project and its answer, and nothing is sent', async () => {
    await switchTo(workbench, 'luminous-guiding-tower');
    await closeEditors(workbench);
    phare.control.forget();
    await openHistory(workbench);
    await workbench.quickInput.pick(LIST);
    panel = new RequestPanel(await workbench.webview(LIST));
    await panel.status('200 OK').waitFor();
    await panel.destination.getByText('quiet-harbor').first().waitFor();
    await panel.frame.getByText(/This answer is from the history: it was given on /).waitFor();
    await takePicture(workbench, 'keeping-opened-again');
    assert.equal(phare.control.requests.length, 0);

    await panel.send();
    await panel.frame.getByText(/This answer is from the history/).waitFor({ state: 'detached' });
    assert.equal(phare.control.requests.at(-1)?.headers['x-phare-project-id'], '1002');
  });

  it('is compared with another answer to the same operation in the diff editor', async () => {
    await openHistory(workbench);
    await pressItemButton(workbench, LIST, 'Compare with…');
    await workbench.quickInput.titled(`Compare ${LIST}`);
    await workbench.quickInput.root.getByText('Answers to the same operation').waitFor();
    await workbench.quickInput.root.getByText('Other answers').waitFor();
    await workbench.quickInput.pick(LIST);
    await workbench.editorTab(/GET \/uptime\/monitors: quiet-harbor .* ↔ quiet-harbor/).waitFor();
    const sides = workbench.page.locator('.part.editor .monaco-diff-editor .view-lines');
    await sides.nth(1).getByText('200 OK').waitFor();
    await sides.nth(0).getByText('project: quiet-harbor').waitFor();
    await takePicture(workbench, 'keeping-comparison');
  });

  it('is compared from the panel that shows it', async () => {
    panel = new RequestPanel(await workbench.webview(LIST));
    await panel.status('200 OK').waitFor();
    await panel.button('Compare…').click();
    await workbench.quickInput.titled(`Compare ${LIST}`);
    await workbench.quickInput.pick(/^DELETE/);
    await workbench
      .editorTab(/↔/)
      .and(workbench.page.getByRole('tab', { selected: true }))
      .waitFor();
    await workbench.page.locator('.part.editor .monaco-diff-editor').getByText('404 Not Found').first().waitFor();
  });

  it('is copied in the format that is picked, which comes first the next time', async () => {
    panel = new RequestPanel(await workbench.webview(LIST));
    await panel.button('Copy as').click();
    await workbench.quickInput.pick('Python requests');
    await workbench.page.getByText('Copied, with $PHARE_API_KEY in place of the key').first().waitFor();
    const copied = await workbench.page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^import os/);
    assert.ok(copied.includes('/uptime/monitors') && copied.includes('1002'), copied);
    assert.ok(!copied.includes(phare.control.keys['owner'] ?? ''));
    await panel.button('Copy as').click();
    const [first] = await workbench.quickInput.items();
    assert.equal(first?.label, 'Python requests');
    assert.match(first.description, /used last/);
    await workbench.quickInput.cancel();
  });

  it('need not be sent to be copied: the command asks for the operation', async () => {
    await workbench.runCommand('Bearings: Copy as…');
    await workbench.quickInput.type('List monitors');
    await workbench.quickInput.pick('List monitors');
    await workbench.quickInput.pick('JavaScript fetch');
    const copied = await workbench.page.evaluate(async () => {
      for (;;) {
        const text = await navigator.clipboard.readText();
        if (text.includes('fetch(')) return text;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    });
    assert.ok(copied.includes('process.env.PHARE_API_KEY') && copied.includes('/uptime/monitors'), copied);
  });

  it('is deleted one by one, and by a double click no more than one', async () => {
    await openHistory(workbench);
    const before = await workbench.quickInput.items();
    const item = workbench.quickInput.item(/DELETE/);
    const deleted = item.getByText('deleted', { exact: true });
    await untilDone(async (timeout) => {
      await item.hover({ timeout });
      // A row shows its buttons while the pointer is on it, and is drawn anew for that.
      if (!(await deleted.isVisible())) await item.getByRole('button', { name: /^Delete/ }).dblclick({ timeout });
      await deleted.waitFor({ timeout });
    });
    // Its row stays where it is, and nothing comes of choosing it.
    await item.click();
    assert.equal((await workbench.quickInput.items()).length, before.length);
    await workbench.quickInput.cancel();
    await openHistory(workbench);
    await workbench.quickInput.item(LIST).waitFor();
    const after = await workbench.quickInput.items();
    assert.ok(after.every(({ label }) => label === LIST));
    assert.equal(after.length, before.length - 1);
    await workbench.quickInput.cancel();
  });

  it('says so when the key does not reach its project any more', async () => {
    await workbench.runCommand('Bearings: Replace Key…');
    await workbench.quickInput.titled('Replace key of Phare · keeping');
    await workbench.quickInput.type(phare.control.keys['secondOwner'] ?? '');
    await workbench.quickInput.accept();
    await workbench.listedNotification(/The key of Phare · keeping was replaced/);
    await closeEditors(workbench);
    const tree = workbench.tree('Bearings');
    await tree.expand('Phare · keeping');
    await workbench.page.locator('.part.sidebar').getByText('Organization').first().waitFor();
    await openHistory(workbench);
    await workbench.quickInput.pick(LIST);
    panel = new RequestPanel(await workbench.webview(LIST));
    await panel.frame.getByText(/Its project quiet-harbor is not among those that the key reaches any more/).waitFor();
  });

  it('outlasts a reload, and the removal of its connection, and says what is gone', async () => {
    await desk.reload();
    await workbench.openViewContainer('Bearings');
    await workbench.tree('Bearings').row('Phare · keeping').waitFor();
    await workbench.runCommand('Bearings: Remove Connection…');
    await workbench.answerDialog('Remove');
    await workbench.welcome().waitFor();
    await closeEditors(workbench);
    await openHistory(workbench);
    await workbench.quickInput.pick(LIST);
    panel = new RequestPanel(await workbench.webview(LIST));
    await panel.status('200 OK').waitFor();
    await panel.frame.getByText(/Its connection Phare · keeping was removed/).waitFor();
    await panel.frame.getByText('The connection of this request was removed.').waitFor();
    await takePicture(workbench, 'keeping-connection-removed');
  });

  it('is gone when the history is cleared, which is asked about', async () => {
    await workbench.runCommand('Bearings: Clear History…');
    await workbench.dialog('Clear the history of this workspace?').waitFor();
    await workbench.answerDialog('Cancel');
    await workbench.runCommand('Bearings: Clear History…');
    await workbench.answerDialog('Clear History');
    await workbench.page.getByText('The history is cleared').first().waitFor();
    await workbench.runCommand('Bearings: Open History…');
    await workbench.notification('Nothing was sent from a request panel').waitFor();
  });
});

async function openHistory(workbench: Workbench): Promise<void> {
  const title = workbench.quickInput.root.locator('.quick-input-title').getByText('History');
  // VS Code gives the focus back to a panel a moment after a list was closed, which closes the next one.
  await untilDone(async (timeout) => {
    if (!(await title.isVisible())) await workbench.runCommand('Bearings: Open History…');
    await title.waitFor({ timeout });
  });
  await workbench.quickInput.items();
}

/** A row shows its buttons while the pointer is on it. */
async function pressItemButton(workbench: Workbench, label: string | RegExp, name: string): Promise<void> {
  const item = workbench.quickInput.item(label);
  await item.hover();
  await click(item.getByRole('button', { name }));
}

async function switchTo(workbench: Workbench, project: string): Promise<void> {
  await click(workbench.statusBarItem(/^Bearings:/));
  await workbench.quickInput.titled('Switch project');
  await workbench.quickInput.type(project);
  await workbench.quickInput.pick(project);
  await workbench.statusBarItem(new RegExp(`^Bearings:.*${project}`)).waitFor();
}

async function closeEditors(workbench: Workbench): Promise<void> {
  await workbench.runCommand('View: Close All Editors');
  await workbench.page.locator('.part.editor .tabs-container').getByRole('tab').first().waitFor({ state: 'detached' });
}

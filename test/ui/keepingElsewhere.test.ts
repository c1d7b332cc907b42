import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { type PracticePhare, startPracticePhare } from '../support/practice.ts';
import { click } from './support/click.ts';
import { takePicture } from './support/pictures.ts';
import { RequestPanel } from './support/requestPanel.ts';
import { addConnection } from './support/steps.ts';
import { type Desk, openDesk } from './support/window.ts';
import type { Workbench } from './support/workbench.ts';

const HARBOR = '1002';

describe('The same request on other projects', () => {
  let desk: Desk;
  let phare: PracticePhare;
  let workbench: Workbench;
  let panel: RequestPanel;

  before(async () => {
    phare = await startPracticePhare();
    desk = await openDesk('elsewhere');
    ({ workbench } = desk);
    await workbench.openViewContainer('Bearings');
    await addConnection(workbench, phare, { label: 'elsewhere' });
    await addConnection(workbench, phare, { label: 'reader', key: 'readOnly' });
    await workbench.clearNotifications();
    await makeHarborActive(workbench);
    panel = await RequestPanel.open(workbench);
    await panel.choose('list monitors', '/uptime/monitors');
  });
  after(async () => {
    await desk.close();
    await phare.stop();
  });
  beforeEach(() => phare.control.reset());

  const projects = () => phare.control.requests.map(({ headers }) => headers['x-phare-project-id']);
  const choose = async (...labels: readonly string[]) => {
    await panel.button(/^Other projects/).click();
    await workbench.quickInput.titled(/to other projects$/);
    for (const label of labels) await click(row(workbench, label));
  };

  it('is sent to the ones that are checked, and two answers stand beside each other', async () => {
    await panel.send();
    await panel.status('200 OK').waitFor();
    phare.control.forget();
    await choose('luminous-guiding-tower');
    assert.equal(await row(workbench, 'quiet-harbor').count(), 0, 'the project of the answer is offered again');
    await takePicture(workbench, 'keeping-elsewhere');
    await workbench.quickInput.accept();
    await workbench.editorTab(/quiet-harbor .* ↔ luminous-guiding-tower/).waitFor();
    const sides = workbench.page.locator('.part.editor .monaco-diff-editor .view-lines');
    await sides.nth(1).getByText('project: luminous-guiding-tower').waitFor();
    assert.deepEqual(projects(), ['1001']);
    await workbench.statusBarItem(/^Bearings:.*quiet-harbor/).waitFor();
    await takePicture(workbench, 'keeping-side-by-side');
  });

  it('lists more than two answers with status, size and time, to open or to compare', async () => {
    panel = await back(workbench);
    await choose('luminous-guiding-tower', 'eu-payments');
    await workbench.quickInput.accept();
    await workbench.quickInput.titled('3 answers');
    const items = await workbench.quickInput.items();
    assert.deepEqual(
      items.map(({ label }) => label),
      ['quiet-harbor', 'luminous-guiding-tower', 'eu-payments'],
    );
    for (const { description } of items) assert.match(description, /^200 OK · [\d.]+ k?B · \d+ ms$/);
    await takePicture(workbench, 'keeping-answers');
    await workbench.quickInput.pick('eu-payments');
    await workbench.editorTab(/quiet-harbor .* ↔ eu-payments/).waitFor();
    const item = workbench.quickInput.item('luminous-guiding-tower');
    await item.hover();
    await click(item.getByRole('button', { name: 'Open in a panel' }));
    await workbench.quickInput.cancel();
    const opened = new RequestPanel(await workbench.webview('GET /uptime/monitors'));
    await opened.status('200 OK').waitFor();
  });

  it('asks about a write for each project, and sends to those that were agreed to', async () => {
    await closeEditors(workbench);
    panel = await RequestPanel.open(workbench);
    await panel.choose('pause a monitor', '/uptime/monitors/{monitorId}/pause');
    await panel.frame.getByLabel('monitorId').fill('110024');
    phare.control.plant({ method: 'POST', action: { kind: 'answer', status: 202 } });
    await choose('luminous-guiding-tower', 'eu-payments');
    await click(row(workbench, 'quiet-harbor'));
    await workbench.quickInput.accept();
    await workbench.dialog('/ luminous-guiding-tower').waitFor();
    await workbench.answerDialog('Cancel');
    await workbench.dialog('/ eu-payments').waitFor();
    await workbench.answerDialog('Send');
    const opened = new RequestPanel(await workbench.webview('POST /uptime/monitors/{monitorId}/pause'));
    await opened.status('202 Accepted').waitFor();
    assert.equal(phare.control.requests.length, 1);
    assert.notEqual(projects()[0], HARBOR);
  });

  it('wants the name of a protected project typed', async () => {
    const tree = workbench.tree('Bearings');
    await tree.expand('Phare · elsewhere');
    await tree.menu('luminous-guiding-tower', 'Protect Project…');
    await closeEditors(workbench);
    panel = await RequestPanel.open(workbench);
    await panel.choose('pause a monitor', '/uptime/monitors/{monitorId}/pause');
    await panel.frame.getByLabel('monitorId').fill('110000');
    phare.control.plant({ method: 'POST', action: { kind: 'answer', status: 202 } });
    for (const name of ['quiet-harbor', 'luminous-guiding-tower']) {
      await choose('luminous-guiding-tower');
      await click(row(workbench, 'quiet-harbor'));
      await workbench.quickInput.accept();
      await workbench.quickInput.says(/luminous-guiding-tower is protected\./);
      await workbench.quickInput.type(name);
      await workbench.quickInput.accept();
      if (name === 'quiet-harbor') await workbench.quickInput.cancel();
    }
    const opened = new RequestPanel(await workbench.webview('POST /uptime/monitors/{monitorId}/pause'));
    await opened.status('202 Accepted').waitFor();
    assert.deepEqual(projects(), ['1001']);
  });

  it('keeps what is checked while more is loaded, and is not sent to nowhere', async () => {
    await addConnection(workbench, phare, { label: 'late' });
    phare.control.forget(); // what the check of its key asked
    const gate = Promise.withResolvers<void>();
    phare.control.plant({ path: '/projects', until: gate.promise, action: { kind: 'pass' } });
    const { quickInput } = workbench;
    await choose('eu-payments');
    await quickInput.root.getByText('1 Selected').waitFor();
    gate.resolve();
    await click(quickInput.button('Load more'));
    await quickInput.button('Load more').waitFor({ state: 'detached' });
    await quickInput.root.getByText('1 Selected').waitFor();
    await quickInput.type('eu-payments');
    await quickInput.root.getByText('Phare · late').first().waitFor();
    await quickInput.root.getByText('1 Selected').waitFor();
    await click(row(workbench, 'eu-payments'));
    await quickInput.root.getByText('0 Selected').waitFor();
    await quickInput.accept();
    await quickInput.titled(/: check at least one$/);
    await quickInput.cancel();
    assert.ok(!phare.control.requests.some(({ path }) => path === '/uptime/monitors'));
    await makeHarborActive(workbench);
  });

  it('is ended by Cancel, and what was not sent then is not sent', async () => {
    await closeEditors(workbench);
    panel = await RequestPanel.open(workbench);
    await panel.choose('list monitors', '/uptime/monitors');
    phare.control.plant({ action: { kind: 'never' } });
    await choose('luminous-guiding-tower', 'eu-payments');
    await workbench.quickInput.accept();
    const progress = workbench.notification(/quiet-harbor \(1 of 3\)|luminous-guiding-tower \(1 of 3\)/);
    await progress.waitFor();
    await takePicture(workbench, 'keeping-elsewhere-progress');
    await progress.hover();
    await click(progress.getByRole('button', { name: 'Cancel' }));
    await progress.waitFor({ state: 'detached' });
    assert.equal(phare.control.requests.length, 1);
  });

  it('says how long the service makes it wait', async () => {
    phare.control.plant({
      times: 1,
      action: { kind: 'answer', status: 429, headers: { 'retry-after': '60' }, body: '' },
    });
    await panel.send();
    await panel.status('429 Too Many Requests').waitFor();
    await choose('luminous-guiding-tower');
    await workbench.quickInput.accept();
    const progress = workbench.notification(/luminous-guiding-tower \(1 of 1\): Phare allows the next call in \d+ s/);
    await progress.waitFor();
    await progress.hover();
    await click(progress.getByRole('button', { name: 'Cancel' }));
    await progress.waitFor({ state: 'detached' });
    assert.equal(phare.control.requests.length, 1);
  });
});

async function makeHarborActive(workbench: Workbench): Promise<void> {
  const { quickInput } = workbench;
  await click(workbench.statusBarItem(/^Bearings:/));
  await quickInput.titled('Switch project');
  await quickInput.type('1002');
  await click(quickInput.root.locator('.monaco-list-row').filter({ hasText: 'id 1002 · Phare · elsewhere' }).first());
  await workbench.statusBarItem('Bearings: Phare / quiet-harbor').waitFor();
}

/** The row of the first connection: the other one's reaches projects of the same names. */
function row(workbench: Workbench, label: string): Locator {
  return workbench.quickInput.item(label).filter({ hasText: 'elsewhere' });
}

async function back(workbench: Workbench): Promise<RequestPanel> {
  const panel = new RequestPanel(await workbench.webview('GET /uptime/monitors'));
  await panel.destination.waitFor();
  return panel;
}

async function closeEditors(workbench: Workbench): Promise<void> {
  await workbench.runCommand('View: Close All Editors');
  await workbench.page.locator('.part.editor .tabs-container').getByRole('tab').first().waitFor({ state: 'detached' });
}

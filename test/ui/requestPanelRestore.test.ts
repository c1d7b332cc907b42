import assert from 'node:assert/strict';
import { type PracticePhare, startPracticePhare } from '../support/practice.ts';
import { click } from './support/click.ts';
import { takePicture } from './support/pictures.ts';
import { RequestPanel } from './support/requestPanel.ts';
import { addConnection, openTree } from './support/steps.ts';
import { stored } from './support/storage.ts';
import { type Desk, openDesk } from './support/window.ts';
import type { Workbench } from './support/workbench.ts';

describe('Several request panels, and a reload', () => {
  let desk: Desk;
  let phare: PracticePhare;
  let workbench: Workbench;

  before(async () => {
    phare = await startPracticePhare();
    desk = await openDesk('restore');
    ({ workbench } = desk);
    await workbench.openViewContainer('Bearings');
    await addConnection(workbench, phare, { label: 'kept' });
  });
  after(async () => {
    await desk.close();
    await phare.stop();
  });
  beforeEach(() => phare.control.reset());

  it('each have a request of their own under way, and one is cancelled without the other', async () => {
    const first = await openPanel(workbench);
    await first.choose('list projects', '/projects');
    phare.control.plant({ times: 1, path: '/projects', action: { kind: 'never' } });
    await first.send();
    await first.progress.getByText('Sending…').waitFor();

    const second = await openPanel(workbench);
    await second.choose('list monitors', '/uptime/monitors');
    await second.send();
    await second.status('401 Unauthorized').waitFor();

    const again = await openedAs(workbench, 'GET /projects');
    await again.progress.getByText('Sending…').waitFor();
    await again.button('Cancel').click();
    await again.status('Cancelled').waitFor();
  });

  it('are there again after a reload, with what was typed, the project they were opened for, and the answer', async () => {
    const tree = await openTree(workbench, 'Phare · kept');
    await tree.expand('Phare · kept');
    await tree.menu('quiet-harbor', 'Send Request…');
    const panel = await openedAs(workbench, 'GET /');
    await panel.choose('list monitors', '/uptime/monitors');
    await panel.frame.getByLabel('per_page').fill('7');
    await panel.header(1, 'X-Note', 'typed by hand');
    await panel.header(2, 'X-Secret', 'kept-out-of-storage');
    await panel.header(3, 'X-Other', phare.control.keys['owner'] ?? '');
    // The extension has read the keys by then, and told the page that one of them stands there.
    await panel.send();
    await panel.status('200 OK').waitFor();
    await panel.header(4, 'X-Last', 'typed last');
    // VS Code for the web writes what is to be kept a moment later.
    await stored(workbench, 'typed last');
    phare.control.forget();

    await desk.reload();
    await openTree(workbench, 'Phare · kept');
    const restored = await openedAs(workbench, 'GET /uptime/monitors');
    await restored.destination.getByText('quiet-harbor').waitFor();
    await restored.destination.getByText('(not the active one)').waitFor();
    await restored.status('200 OK').waitFor();
    await restored.frame
      .getByRole('tab', { name: /^Headers/ })
      .first()
      .click();
    assert.equal(await restored.frame.getByLabel('Value of header 1').inputValue(), 'typed by hand');
    assert.equal(await restored.frame.getByLabel('Value of header 2').inputValue(), '', 'a secret was written to disk');
    assert.equal(await restored.frame.getByLabel('Value of header 3').inputValue(), '', 'a key was written to disk');
    await takePicture(workbench, 'panel-restored');
    assert.equal(phare.control.requests.length, 0, 'a reload sent something');

    phare.control.plant({ times: 1, path: '/uptime/monitors', action: { kind: 'answer', status: 202, body: '{}' } });
    await restored.send();
    await restored.status('202 Accepted').waitFor();
    const sent = phare.control.requests.at(-1);
    assert.equal(sent?.headers['x-phare-project-id'], '1002');
    assert.match(sent?.path ?? '', /per_page=7/);
  });
});

async function openPanel(workbench: Workbench): Promise<RequestPanel> {
  await workbench.runCommand('Bearings: Send Request…');
  return openedAs(workbench, 'GET /');
}

/** The panel whose tab has that title; the first one where there are several: VS Code opens a tab beside the active one. */
async function openedAs(workbench: Workbench, title: string): Promise<RequestPanel> {
  const tab = workbench.page
    .locator('.part.editor .tabs-container .tab')
    .filter({ has: workbench.page.getByText(title, { exact: true }) })
    .first();
  await click(tab);
  await workbench.page.locator('.part.editor .tabs-container .tab.active').getByText(title, { exact: true }).waitFor();
  const panel = new RequestPanel(await workbench.webview());
  await panel.destination.waitFor();
  return panel;
}

import assert from 'node:assert/strict';
import { type PracticePhare, startPracticePhare } from '../support/practice.ts';
import { takePicture } from './support/pictures.ts';
import { RequestPanel } from './support/requestPanel.ts';
import { addConnection, openTree } from './support/steps.ts';
import type { Tree } from './support/tree.ts';
import { type Desk, openDesk } from './support/window.ts';
import type { Workbench } from './support/workbench.ts';

describe('A protected project', () => {
  let desk: Desk;
  let phare: PracticePhare;
  let workbench: Workbench;
  let tree: Tree;
  let panel: RequestPanel;

  before(async () => {
    phare = await startPracticePhare();
    desk = await openDesk('protected');
    ({ workbench } = desk);
    await workbench.openViewContainer('Bearings');
    await addConnection(workbench, phare, { label: 'guarded' });
    tree = await openTree(workbench, 'Phare · guarded');
    await tree.expand('Phare · guarded');
    await tree.makeActive('quiet-harbor');
  });
  after(async () => {
    await desk.close();
    await phare.stop();
  });

  it('says so in the tree, in the status bar, in the picker and where the request goes', async () => {
    await tree.menu('quiet-harbor', 'Protect Project…');
    const item = workbench.statusBarItem('Bearings: Phare / quiet-harbor, protected: writes want its name typed');
    await item.waitFor();
    await tree.row('quiet-harbor').locator('.codicon-lock').waitFor();
    assert.match(await tree.description('quiet-harbor'), /^active · protected/);
    await item.locator('.codicon-lock').waitFor();
    await workbench.page.locator('.statusbar-item.warning-kind').filter({ hasText: 'quiet-harbor' }).waitFor();

    await workbench.runCommand('Bearings: Switch Project…');
    await workbench.quickInput.titled('Switch project');
    await workbench.quickInput.type('quiet');
    const [first] = await workbench.quickInput.items();
    assert.match(first?.description ?? '', /protected/);
    await workbench.quickInput.cancel();
    panel = await RequestPanel.open(workbench);
    await panel.choose('create a monitor', '/uptime/monitors');
    await panel.destination.getByText('protected', { exact: true }).waitFor();
    await takePicture(workbench, 'panel-protected');
  });

  it('lets a read go without a question', async () => {
    await panel.choose('list monitors', '/uptime/monitors');
    await panel.send();
    await panel.status('200 OK').waitFor();
  });

  it('lets a write go only when its name is typed in full, and sends nothing otherwise', async () => {
    phare.control.forget();
    phare.control.plant({ method: 'POST', action: { kind: 'answer', status: 202 } });
    await panel.choose('pause a monitor', '/uptime/monitors/{monitorId}/pause');
    await panel.frame.getByLabel('monitorId').fill('77');
    await panel.send();
    const { quickInput } = workbench;
    await quickInput.titled('POST /uptime/monitors/77/pause may change data');
    await quickInput.says(/quiet-harbor is protected\..* Phare · guarded \/ quiet-harbor with key …0001/);
    await quickInput.type('quiet-harbour');
    await quickInput.accept();
    await quickInput.says(/Type quiet-harbor to send it/);
    await takePicture(workbench, 'panel-type-name');
    await quickInput.cancel();
    await panel.sendButton.waitFor();
    assert.equal(phare.control.requests.length, 0);

    await panel.send();
    await quickInput.titled('POST /uptime/monitors/77/pause may change data');
    await quickInput.type('quiet-harbor');
    await quickInput.accept();
    await panel.status('202 Accepted').waitFor();
    assert.equal(phare.control.requests.length, 1);
    assert.equal(phare.control.requests[0]?.headers['x-phare-project-id'], '1002');
  });

  it('is guarded also where a header typed by hand names it, and none of the others is', async () => {
    await tree.makeActive('luminous-guiding-tower');
    await workbench.statusBarItem('Bearings: Phare / luminous-guiding-tower').waitFor();
    await panel.send();
    await workbench.dialog('POST /uptime/monitors/77/pause may change data. Send it?').waitFor();
    await workbench.answerDialog('Cancel');
    await panel.header(1, 'X-Phare-Project-Id', '1002');
    await panel.send();
    await workbench.quickInput.says(/quiet-harbor is protected\./);
    await workbench.quickInput.cancel();
  });

  it('is protected no more when a person agrees to that', async () => {
    await tree.menu('quiet-harbor', 'Unprotect Project…');
    await workbench.dialog('Unprotect quiet-harbor?').waitFor();
    await workbench.answerDialog('Unprotect');
    await tree.row('quiet-harbor').locator('.codicon-lock').waitFor({ state: 'detached' });
    await panel.send();
    await workbench.dialog('POST /uptime/monitors/77/pause may change data. Send it?').waitFor();
    await workbench.answerDialog('Cancel');
  });
});

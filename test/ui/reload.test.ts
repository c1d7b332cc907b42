import assert from 'node:assert/strict';
import { type PracticePhare, startPracticePhare } from '../support/practice.ts';
import { RequestPanel } from './support/requestPanel.ts';
import { addConnection, openTree } from './support/steps.ts';
import { stored } from './support/storage.ts';
import { type Desk, openDesk } from './support/window.ts';
import type { Workbench } from './support/workbench.ts';

describe('Reloading, and several windows', () => {
  let desk: Desk;
  let phare: PracticePhare;
  let workbench: Workbench;

  before(async () => {
    phare = await startPracticePhare();
    desk = await openDesk('reload');
    ({ workbench } = desk);
    await workbench.openViewContainer('Bearings');
    await addConnection(workbench, phare, { label: 'first' });
  });
  after(async () => {
    await desk.close();
    await phare.stop();
  });

  const sends = async (window: Workbench) => {
    const panel = await RequestPanel.open(window);
    await panel.choose('list monitors', '/uptime/monitors');
    await panel.send();
    return panel;
  };

  it('keep the connection, its key and the chosen project', async () => {
    const tree = await openTree(workbench, 'Phare · first');
    await tree.expand('Phare · first');
    await tree.makeActive('quiet-harbor');
    await workbench.statusBarItem('Bearings: Phare / quiet-harbor').waitFor();
    // VS Code for the web writes what is to be kept a moment later.
    await stored(workbench, 'quiet-harbor');
    await desk.reload();
    await openTree(workbench, 'Phare · first');
    await workbench.statusBarItem('Bearings: Phare / quiet-harbor').waitFor();
    const panel = await sends(workbench);
    await panel.status('200 OK').waitFor();
    const sent = phare.control.requests.at(-1);
    assert.equal(sent?.headers['authorization'], `Bearer ${phare.control.keys['owner'] ?? ''}`);
    assert.equal(sent?.headers['x-phare-project-id'], '1002');
  });

  describe('with another window open', () => {
    let other: Workbench;

    before(async () => {
      other = await desk.newWindow('other');
      await openTree(other, 'Phare · first');
    });

    it('show there what was added, when that window gets the focus', async () => {
      await addConnection(workbench, phare, { key: 'secondOwner', label: 'second' });
      await stored(workbench, '"label":"second"');
      await returnUntil(other, () => other.tree('Bearings').row('Phare · second').isVisible());
    });

    // VS Code for the web reads its secrets once a page: a key that another page stored is there after a reload.
    it('have the key there after a reload, and say what is missing before', async () => {
      await other.tree('Bearings').expand('Phare · second');
      await other.tree('Bearings').row('There is no key to send.').waitFor();
      await desk.reload(other.page);
      const tree = await openTree(other, 'Phare · second');
      await tree.expand('Phare · second');
      await tree.row('sheltered-harbor').waitFor();
    });

    it('take away there what was removed, when that window gets the focus', async () => {
      await workbench.tree('Bearings').menu('Phare · second', 'Remove Connection…');
      await workbench.answerDialog('Remove');
      const gone = { state: 'detached' } as const;
      await workbench.tree('Bearings').row('Phare · second').waitFor(gone);
      await returnUntil(other, async () => !(await other.tree('Bearings').row('Phare · second').isVisible()));
      await other.tree('Bearings').row('Phare · first').waitFor();
    });
  });
});

/** Comes back to a window again and again: the browser tells its other windows of a change a moment after it was made. */
async function returnUntil(window: Workbench, condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await window.leaveAndReturn();
}

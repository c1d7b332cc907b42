import assert from 'node:assert/strict';
import { type PracticePhare, startPracticePhare } from '../support/practice.ts';
import { click } from './support/click.ts';
import { RequestPanel } from './support/requestPanel.ts';
import { addConnection } from './support/steps.ts';
import { type Desk, openDesk } from './support/window.ts';
import type { QuickInput } from './support/quickInput.ts';
import type { Tree } from './support/tree.ts';
import type { Workbench } from './support/workbench.ts';

const UNKNOWN_KEY = 'pha_org_practice_unknown_00000000000000';

describe('A connection and its key', () => {
  let desk: Desk;
  let phare: PracticePhare;
  let workbench: Workbench;
  let quickInput: QuickInput;
  let tree: Tree;

  before(async () => {
    phare = await startPracticePhare();
    desk = await openDesk('keys');
    ({ workbench } = desk);
    ({ quickInput } = workbench);
    await workbench.openViewContainer('Bearings');
    tree = workbench.tree('Bearings');
    await addConnection(workbench, phare, { key: 'readOnly', label: 'keys' });
  });
  after(async () => {
    await desk.close();
    await phare.stop();
  });
  beforeEach(() => phare.control.forget());

  const keyOfLastCall = () => phare.control.requests.at(-1)?.headers['authorization'];
  const send = async () => {
    const panel = await RequestPanel.open(workbench);
    await panel.choose('get /projects list', '/projects');
    await panel.send();
    return panel;
  };

  it('are tested with reads alone, and each line of the report says how it is known', async () => {
    await tree.inlineAction('Phare · keys', 'Test Key');
    await workbench.editorTab(/^Key report keys/).waitFor();
    await workbench.page.getByRole('button', { name: /^Copy Report/ }).waitFor();
    const report = await workbench.editorText();
    assert.match(report, /^Phare · keys: the key works\.$/m);
    assert.match(report, /kind +all projects of the organization \(declared by its prefix, 30 projects listed\)/);
    assert.match(report, /platform +read ✓ \(observed\) · write \? \(unknown\)/);
    assert.match(report, /uptime +read ✓ \(observed\) · write \? \(unknown\)/);
    assert.match(report, /spent +2 calls, about \d+ of 100 calls left this minute \(estimate\)/);
    assert.match(report, /Phare answered 200 to GET \/projects/);
    assert.ok(!report.includes(phare.control.keys['readOnly'] ?? ''), 'the key stands in the report');
    assert.deepEqual(
      phare.control.requests.map(({ method, path }) => `${method} ${path.split('?')[0] ?? ''}`),
      ['GET /projects', 'GET /uptime/monitors'],
    );
  });

  it('are tested anew after the key was revoked, with an action that mends it', async () => {
    phare.control.revoke(phare.control.keys['readOnly'] ?? '');
    await workbench.runCommand('Bearings: Test Key');
    const refused = 'Phare · keys: the key is refused. Phare does not accept this key.';
    await click(workbench.notification(refused).getByRole('button', { name: 'Replace key…' }));
    await quickInput.titled('Replace key of Phare · keys');
    await quickInput.cancel();
    phare.control.restore();
  });

  it('get another label', async () => {
    await tree.menu('Phare · keys', 'Rename Connection…');
    await quickInput.titled('Rename connection');
    assert.equal(await quickInput.box.inputValue(), 'keys');
    await quickInput.type('');
    await quickInput.accept();
    await quickInput.says('A connection needs a label. Type at least one character.');
    await quickInput.type('l'.repeat(81));
    await quickInput.says('The label has 81 characters; at most 80 fit in a row.');
    await quickInput.type('renamed');
    await quickInput.accept();
    await tree.row('Phare · renamed').waitFor();
    await tree.row('Phare · keys').waitFor({ state: 'detached' });
  });

  it('keep the old key when the new one is refused and not saved', async () => {
    await tree.menu('Phare · renamed', 'Replace Key…');
    await quickInput.titled('Replace key of Phare · renamed');
    assert.ok(await quickInput.isPassword());
    assert.match(await quickInput.message(), /The present one \(key …0002\) stays until this one is stored\./);
    await quickInput.type(UNKNOWN_KEY);
    await quickInput.accept();
    await quickInput.titled('Phare does not accept this key');
    await quickInput.cancel();
    assert.match(await tree.description('Phare · renamed'), /^key …0002/);
    const panel = await send();
    await panel.status('200 OK').waitFor();
    assert.equal(keyOfLastCall(), `Bearer ${phare.control.keys['readOnly'] ?? ''}`);
  });

  it('take a new key that works', async () => {
    await workbench.runCommand('Bearings: Replace Key…');
    await quickInput.titled('Replace key of Phare · renamed');
    await quickInput.type(phare.control.keys['owner'] ?? '');
    await quickInput.says(/Phare organization key, reaches all projects/);
    await quickInput.accept();
    await workbench.listedNotification('The key of Phare · renamed was replaced. It is now key …0001.');
    await tree.row('Phare · renamed').getByText('key …0001').waitFor();
    const panel = await send();
    await panel.status('200 OK').waitFor();
    assert.equal(keyOfLastCall(), `Bearer ${phare.control.keys['owner'] ?? ''}`);
  });

  it('go to another address only where the key works there', async () => {
    const gone = await startPracticePhare();
    await gone.stop();
    const other = await startPracticePhare();
    try {
      const title = 'Change address of Phare · renamed';
      await tree.menu('Phare · renamed', 'Change Address…');
      await quickInput.titled(title);
      assert.equal(await quickInput.box.inputValue(), phare.service.baseUrl);
      await quickInput.type('http://api.phare.io');
      await quickInput.says(/Plain http would send the key readable/);
      await quickInput.type(gone.service.baseUrl);
      await quickInput.says(`Requests and the key go to ${gone.service.baseUrl}.`);
      await quickInput.accept();
      await quickInput.titled('Nothing answers at this address.');
      await quickInput.pick('Type another address');
      await quickInput.titled(title);
      await quickInput.type(other.service.baseUrl);
      await quickInput.accept();
      const { baseUrl } = other.service;
      await workbench.listedNotification(
        `Phare · renamed now goes to ${baseUrl}, where its key works. It went to ${phare.service.baseUrl} before.`,
      );
      assert.deepEqual(phare.control.requests, []);
      const panel = await send();
      await panel.status('200 OK').waitFor();
      assert.equal(
        other.control.requests.at(-1)?.headers['authorization'],
        `Bearer ${phare.control.keys['owner'] ?? ''}`,
      );
      assert.deepEqual(phare.control.requests, []);
    } finally {
      await other.stop();
    }
  });

  it('are removed only when the person agrees', async () => {
    await tree.menu('Phare · renamed', 'Remove Connection…');
    await workbench.dialog('Remove Phare · renamed?').waitFor();
    await workbench.dialog('At Phare the key stays valid until it is revoked there.').waitFor();
    await workbench.answerDialog('Cancel');
    await tree.row('Phare · renamed').waitFor();
    await tree.menu('Phare · renamed', 'Remove Connection…');
    await workbench.answerDialog('Remove');
    await workbench.welcome().getByText('Add Connection').waitFor();
    await workbench.statusBarItem(/^Bearings:/).waitFor({ state: 'detached' });
  });
});

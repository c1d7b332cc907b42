import assert from 'node:assert/strict';
import { type PracticePhare, startPracticePhare } from '../support/practice.ts';
import { click } from './support/click.ts';
import { RequestPanel } from './support/requestPanel.ts';
import { addConnection, openTree } from './support/steps.ts';
import { stored } from './support/storage.ts';
import { type Desk, openDesk } from './support/window.ts';
import type { QuickInput } from './support/quickInput.ts';
import type { Workbench } from './support/workbench.ts';

describe('The status bar and the project picker', () => {
  let desk: Desk;
  let phare: PracticePhare;
  let workbench: Workbench;
  let quickInput: QuickInput;

  before(async () => {
    phare = await startPracticePhare();
    desk = await openDesk('projects', { viewport: { width: 1280, height: 1400 } });
    ({ workbench } = desk);
    ({ quickInput } = workbench);
    await workbench.openViewContainer('Bearings');
    await workbench.welcome().waitFor();
  });
  after(async () => {
    await desk.close();
    await phare.stop();
  });

  const scopeSent = () => phare.control.requests.at(-1)?.headers['x-phare-project-id'];

  it('show nothing before there is a connection', async () => {
    assert.equal(await workbench.statusBarItem(/^Bearings:/).count(), 0);
    await workbench.openPalette('Bearings: ');
    await quickInput.item('Bearings: Add Connection…').waitFor();
    assert.equal(await quickInput.item('Bearings: Switch Project…').count(), 0);
    await quickInput.cancel();
  });

  it('say where requests go, and that no project is chosen yet', async () => {
    await addConnection(workbench, phare, { label: 'all' });
    await workbench.statusBarItem('Bearings: Phare / no project chosen').waitFor();
  });

  it('list all projects of a connection, filtered while typing', async () => {
    await click(workbench.statusBarItem(/^Bearings:/));
    await quickInput.item(/luminous-guiding-tower/).waitFor();
    await quickInput.item(/windy-western-quay/).waitFor();
    assert.ok((await quickInput.items()).every(({ description }) => /^id \d+$/.test(description)));
    await quickInput.type('1003');
    await quickInput.item(/eu-payments/).waitFor();
    await quickInput.item(/quiet-harbor/).waitFor({ state: 'hidden' });
    await quickInput.accept();
    await workbench.statusBarItem('Bearings: Phare / eu-payments').waitFor();
    await quickInput.hidden();
  });

  it('show names of projects as text', async () => {
    await click(workbench.statusBarItem(/^Bearings:/));
    await quickInput.item(/markdown-name/).waitFor();
    assert.equal(await quickInput.root.locator('.codicon-alert, img, b').count(), 0);
    await quickInput.cancel();
  });

  it('offer what is there when a list takes long, and never move a row that can be chosen', async () => {
    // VS Code for the web writes what is to be kept a moment later.
    await stored(workbench, 'eu-payments');
    // Before a panel was open: VS Code gives the focus to one that it restores, which closes a list.
    await desk.reload();
    const gate = Promise.withResolvers<void>();
    phare.control.plant({ path: '/projects', until: gate.promise, action: { kind: 'pass' } });
    const tree = await openTree(workbench, 'Phare · all');
    await tree.expand('Phare · all');
    await workbench.runCommand('Bearings: Switch Project…');
    const late = quickInput.item(/The projects are still being loaded/).first();
    await late.waitFor();
    const before = await quickInput.items();
    assert.match(before[0]?.label ?? '', /^eu-payments$/, 'the one used last is not offered');

    gate.resolve();
    await tree.row('eu-payments').waitFor();
    assert.deepEqual(await quickInput.items(), before);
    await click(late);
    await quickInput.item(/windy-western-quay/).waitFor();
    await quickInput.cancel();
  });

  it('switch the tree, the status bar and where the next request goes, but not an answer that is there', async () => {
    const tree = workbench.tree('Bearings');
    await tree.expand('Phare · all');
    await tree.row('eu-payments').getByText('active').waitFor();
    const panel = await RequestPanel.open(workbench);
    await panel.choose('list monitors', '/uptime/monitors');
    await panel.send();
    await panel.status('200 OK').waitFor();
    assert.equal(scopeSent(), '1003');
    const stamp = panel.response.locator('.stamp');
    const before = await stamp.textContent();
    const body = await panel.frame.locator('bearings-body').innerText();

    phare.control.forget();
    await panel.button('Switch project').click();
    await quickInput.pick(/quiet-harbor/);
    await panel.destination.getByText('quiet-harbor', { exact: true }).waitFor();
    await tree.row('quiet-harbor').getByText('active').waitFor();
    await workbench.statusBarItem('Bearings: Phare / quiet-harbor').waitFor();
    assert.equal(await stamp.textContent(), before);
    assert.equal(await panel.frame.locator('bearings-body').innerText(), body);
    assert.deepEqual(phare.control.requests, []);

    await panel.send();
    await stamp.getByText('1002').waitFor();
    assert.equal(scopeSent(), '1002');
  });

  it('send no project for paths that take none', async () => {
    const panel = new RequestPanel(await workbench.webview());
    await panel.choose('get /projects list', '/projects');
    await panel.destination.getByText('no project needed').waitFor();
    await panel.send();
    await panel.response.getByText('sent without a project').waitFor();
    assert.equal(scopeSent(), undefined);
  });

  it('lead back to no project', async () => {
    await click(workbench.statusBarItem(/^Bearings:/));
    await quickInput.type('No project');
    await quickInput.pick(/No project/);
    await workbench.statusBarItem('Bearings: Phare / no project chosen').waitFor();
  });

  it('say of a key that is bound to one project that it cannot be switched, and send no scope with it', async () => {
    await addConnection(workbench, phare, { key: 'project', label: 'bound' });
    await workbench.runCommand('Bearings: Switch Project…');
    await quickInput.type('Phare · bound');
    await quickInput.root.getByText('This key is bound to one project.').first().waitFor();
    await quickInput.accept();
    await workbench.statusBarItem('Bearings: Phare / luminous-guiding-tower').waitFor();
    const tree = workbench.tree('Bearings');
    await tree.expand('Phare · bound');
    await tree.root.getByText('the key is bound to this project').waitFor();

    const panel = await RequestPanel.open(workbench);
    await panel.destination.getByText('Phare · bound').waitFor();
    await panel.choose('list monitors', '/uptime/monitors');
    phare.control.forget();
    await panel.send();
    await panel.status('200 OK').waitFor();
    const sent = phare.control.requests.at(-1);
    assert.equal(sent?.headers['authorization'], `Bearer ${phare.control.keys['project'] ?? ''}`);
    assert.deepEqual(
      Object.keys(sent?.headers ?? {}).filter((name) => name.startsWith('x-phare')),
      [],
    );
  });

  it('show the projects of all connections, the ones used last first', async () => {
    await click(workbench.statusBarItem(/^Bearings:/));
    await quickInput
      .item(/luminous-guiding-tower/)
      .first()
      .waitFor();
    const [first] = await quickInput.items();
    assert.match(first?.label ?? '', /^(quiet-harbor|eu-payments)$/);
    assert.match(first?.description ?? '', /^Phare · all/);
    await quickInput.type('Add connection');
    await quickInput.pick(/Add connection…/);
    await quickInput.titled(/\(1\/4\)/);
    await quickInput.cancel();
  });
});

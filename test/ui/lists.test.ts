import assert from 'node:assert/strict';
import { type PracticePhare, startPracticePhare } from '../support/practice.ts';
import { RequestPanel } from './support/requestPanel.ts';
import { addConnection } from './support/steps.ts';
import { type Desk, openDesk } from './support/window.ts';
import type { QuickInput } from './support/quickInput.ts';
import type { Tree } from './support/tree.ts';
import type { Workbench } from './support/workbench.ts';

const CONNECTION = 'Phare · lists';
const PROJECT = 'boundless-signal-field';
const MONITORS = 1200;

describe('Long lists, projects that are not listed, and answers from elsewhere', () => {
  let desk: Desk;
  let phare: PracticePhare;
  let workbench: Workbench;
  let quickInput: QuickInput;
  let tree: Tree;

  before(async () => {
    // The budget that Phare documents: a list that is loaded to its end must stay within it.
    phare = await startPracticePhare({ callsPerMinute: 100 });
    desk = await openDesk('lists', { viewport: { width: 1280, height: 1100 } });
    ({ workbench } = desk);
    ({ quickInput } = workbench);
    await workbench.openViewContainer('Bearings');
    tree = workbench.tree('Bearings');
    await addConnection(workbench, phare, { label: 'lists' });
    await tree.expand(CONNECTION);
  });
  after(async () => {
    await desk.close();
    await phare.stop();
  });

  const monitors = () => tree.childOf(tree.row(PROJECT), 'Monitors');
  const requests = () => phare.control.requests.filter(({ path }) => path.startsWith('/uptime/monitors'));

  it('load to their end when asked to, with progress, within the budget', async () => {
    await tree.expand(PROJECT);
    await tree.expand(await monitors());
    await (await monitors()).getByText('50+').waitFor();
    phare.control.forget();
    const progress = workbench.page.getByText(/\d+ entries so far/).first();
    const [, told] = await Promise.all([
      tree.menu(await monitors(), 'Load All'),
      progress.waitFor().then(() => progress.textContent()),
    ]);
    assert.match(told ?? '', /^\D*\d+ entries so far/);
    await (await monitors()).getByText(String(MONITORS), { exact: true }).waitFor();
    assert.equal(await tree.row('Load more…').count(), 0);
    assert.equal(requests().length, MONITORS / 50 - 1);
    assert.ok(phare.control.requests.every(({ status }) => status === 200));
  });

  it('show the entries that have a text, without a call, until the filter is taken away', async () => {
    phare.control.forget();
    await tree.inlineAction(await monitors(), 'Filter…');
    await quickInput.titled('Filter entries');
    await quickInput.type('checkout paris');
    await quickInput.accept();
    await (await monitors()).getByText(/^\d+ of 1200 · filter “checkout paris”$/).waitFor();
    const shown = (await tree.labels()).filter((label) => / (?:Paris|London|Tokyo) \d+$/.test(label));
    assert.ok(shown.length > 0 && shown.every((label) => label.startsWith('Checkout Paris ')), shown.join(', '));

    await tree.inlineAction(await monitors(), 'Filter…');
    await quickInput.titled('Filter entries');
    assert.equal(await quickInput.box.inputValue(), 'checkout paris');
    await quickInput.type('no such monitor');
    await quickInput.accept();
    await tree.root.getByText('no monitors with “no such monitor”').waitFor();

    await tree.inlineAction(await monitors(), 'Filter…');
    await quickInput.titled('Filter entries');
    await quickInput.type('');
    await quickInput.accept();
    await tree.row('Homepage Paris 1').waitFor();
    assert.equal(await tree.description(await monitors()), String(MONITORS));
    assert.deepEqual(phare.control.requests, []);
    await tree.collapse(PROJECT);
  });

  it('keep a panel on the project of the row that it was opened from', async () => {
    await tree.menu('eu-payments', 'Make Active Project');
    await workbench.statusBarItem('Bearings: Phare / eu-payments').waitFor();
    await tree.expand('quiet-harbor');
    await tree.menu(await tree.childOf(tree.row('quiet-harbor'), 'Monitors'), 'Send Request…');
    const panel = new RequestPanel(await workbench.webview('GET /uptime/monitors'));
    await panel.destination.getByText('quiet-harbor').first().waitFor();
    await panel.send();
    await panel.status('200 OK').waitFor();
    assert.equal(requests().at(-1)?.headers['x-phare-project-id'], '1002');
    await workbench.statusBarItem('Bearings: Phare / eu-payments').waitFor();
    await tree.collapse('quiet-harbor');
  });

  it('let a project be named by its id where the key may not list projects', async () => {
    await addConnection(workbench, phare, { key: 'uptimeOnly', label: 'unlisted' });
    await workbench.runCommand('Bearings: Switch Project…');
    await quickInput.type('by its id');
    await quickInput.pick(/Name a project by its id…/);
    await quickInput.titled('Name a project');
    await quickInput.accept();
    await quickInput.says('Type the id of a project.');
    phare.control.forget();
    await quickInput.type('1002');
    await quickInput.accept();
    // Another key listed it by its name.
    await workbench.statusBarItem('Bearings: Phare / quiet-harbor').waitFor();
    assert.deepEqual(phare.control.requests, []);
    const panel = await RequestPanel.open(workbench);
    await panel.choose('list monitors', '/uptime/monitors');
    await panel.send();
    await panel.status('200 OK').waitFor();
    assert.equal(requests().at(-1)?.headers['x-phare-project-id'], '1002');
    assert.equal(requests().at(-1)?.headers['authorization'], `Bearer ${phare.control.keys['uptimeOnly'] ?? ''}`);
  });

  it('explain an answer that was copied from a terminal, and send nothing', async () => {
    const copied = [
      'HTTP/1.1 403 Forbidden',
      'content-type: application/json',
      '',
      '{"message":"The uptime:write permission is required."}',
    ].join('\n');
    phare.control.forget();
    await workbench.page.evaluate((text) => navigator.clipboard.writeText(text), copied);
    await workbench.runCommand('Bearings: Explain a Response…');
    await quickInput.titled(/Explain a response \(1\/2\)/);
    await quickInput.pick(/The text in the clipboard/);
    await quickInput.titled(/Explain a response \(2\/2\)/);
    await quickInput.pick('Phare');
    await workbench.editorTab('Explanation Phare 403').waitFor();
    const text = await workbench.editorText();
    assert.match(text, /^Phare answered 403 Forbidden$/m);
    assert.match(text, /uptime:write/);
    assert.match(text, /\((?:proved|likely)\)/);
    assert.match(text, /Known from the pasted text alone/);
    assert.deepEqual(phare.control.requests, []);
  });
});

describe('Practice mode', () => {
  let desk: Desk;
  let workbench: Workbench;
  before(async () => {
    desk = await openDesk('practice');
    ({ workbench } = desk);
    await workbench.openViewContainer('Bearings');
    await workbench.welcome().getByRole('button', { name: 'Start Practice Mode' }).waitFor();
  });
  after(() => desk.close());

  it('is started from the command palette, with connections to all services, and stopped from there', async () => {
    await workbench.runCommand('Bearings: Start Practice Mode');
    const tree = workbench.tree('Bearings');
    for (const service of ['Phare', 'Logfire', 'Flare', 'Wellows']) {
      await tree.row(new RegExp(`^${service} · Practice`)).waitFor();
    }
    await tree.expand('Wellows · Practice · user level');
    await tree.row('Harbor').waitFor();
    await workbench.runCommand('Bearings: Stop Practice Mode');
    await workbench.welcome().getByText('Start Practice Mode').waitFor();
    await workbench.statusBarItem(/^Bearings:/).waitFor({ state: 'detached' });
  });
});

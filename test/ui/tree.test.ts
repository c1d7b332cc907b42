import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { type PracticePhare, startPracticePhare } from '../support/practice.ts';
import { click } from './support/click.ts';
import { addConnection } from './support/steps.ts';
import { type Desk, openDesk } from './support/window.ts';
import type { Tree } from './support/tree.ts';
import type { Workbench } from './support/workbench.ts';

const CONNECTION = 'Phare · tree';

describe('The tree', () => {
  let desk: Desk;
  let phare: PracticePhare;
  let workbench: Workbench;
  let tree: Tree;

  before(async () => {
    phare = await startPracticePhare();
    // VS Code keeps only the rows in sight in the page: tall enough for two pages of a list and all projects.
    desk = await openDesk('tree', { viewport: { width: 1100, height: 3400 } });
    ({ workbench } = desk);
    await workbench.openViewContainer('Bearings');
    tree = workbench.tree('Bearings');
  });
  after(async () => {
    await desk.close();
    await phare.stop();
  });

  /** What the stand-in received since the last look, as `GET /path`. */
  const calls = (): readonly string[] => {
    const received = phare.control.requests.map(({ method, path }) => `${method} ${path.split('?')[0] ?? ''}`);
    phare.control.forget();
    return received;
  };
  const openCollection = async (project: string, title: string): Promise<Locator> => {
    await tree.expand(project);
    const row = await tree.childOf(tree.row(project), title);
    await tree.expand(row);
    return row;
  };
  const rowsBelow = (row: Locator, label: string | RegExp): Promise<number> => countBelow(tree, row, label);

  it('welcomes, says what a connection is, and offers to add one', async () => {
    await workbench.welcome().getByText('A connection is one key to one service.').waitFor();
    await click(workbench.welcome().getByRole('button', { name: 'Add Connection' }));
    await workbench.quickInput.titled(/\(1\/4\)/);
    await workbench.quickInput.cancel();
  });

  it('asks nothing when a connection appears, and once when it is opened', async () => {
    await addConnection(workbench, phare, { label: 'tree' });
    await tree.row(CONNECTION).waitFor();
    await tree.row(CONNECTION).hover();
    calls();
    await tree.expand(CONNECTION);
    await tree.row('luminous-guiding-tower').waitFor();
    await tree.row('fresh-blank-page').waitFor();
    await tree.row('Operations').waitFor();
    assert.deepEqual(calls(), ['GET /projects']);
    assert.match(await tree.description(CONNECTION), /^key …0001 · 30 projects$/);
  });

  it('asks nothing when a project is opened, and once for each page of a collection', async () => {
    await tree.expand('boundless-signal-field');
    const monitors = await tree.childOf(tree.row('boundless-signal-field'), 'Monitors');
    await monitors.waitFor();
    assert.deepEqual(calls(), []);
    await tree.expand(monitors);
    await tree.row('Load more…').waitFor();
    assert.deepEqual(calls(), ['GET /uptime/monitors']);
    assert.equal(await tree.description(monitors), '50+');
    await tree.click('Load more…');
    await monitors.getByText('100+').waitFor();
    assert.deepEqual(calls(), ['GET /uptime/monitors']);
    assert.equal(await rowsBelow(monitors, 'Load more…'), 1);
  });

  it('keeps what it loaded when rows are closed and opened again', async () => {
    const monitors = await tree.childOf(tree.row('boundless-signal-field'), 'Monitors');
    await tree.collapse(monitors);
    await tree.expand(monitors);
    await tree.row('Load more…').waitFor();
    await tree.collapse('boundless-signal-field');
    await tree.expand('boundless-signal-field');
    await tree.row('Load more…').waitFor();
    assert.deepEqual(calls(), []);
  });

  it('asks again for one collection when that is refreshed', async () => {
    const monitors = await tree.childOf(tree.row('boundless-signal-field'), 'Monitors');
    await tree.inlineAction(monitors, 'Refresh');
    await monitors.getByText('50+').waitFor();
    assert.deepEqual(calls(), ['GET /uptime/monitors']);
    await tree.collapse('boundless-signal-field');
  });

  it('says which project is active, and asks nothing for a switch', async () => {
    await tree.makeActive('quiet-harbor');
    await tree.row('quiet-harbor').getByText('active').waitFor();
    await workbench.statusBarItem('Bearings: Phare / quiet-harbor').waitFor();
    await tree.makeActive('eu-payments');
    await tree.row('eu-payments').getByText('active').waitFor();
    assert.doesNotMatch(await tree.description('quiet-harbor'), /active/);
    assert.deepEqual(calls(), []);
  });

  it('says so where a collection is empty', async () => {
    const monitors = await openCollection('fresh-blank-page', 'Monitors');
    await tree.root.getByText('no monitors').waitFor();
    assert.equal(await tree.description(monitors), '0');
    await tree.collapse('fresh-blank-page');
  });

  it('shows names and titles of a service as text, whatever they look like', async () => {
    assert.match(await tree.description('markdown-name'), /\*\*bold\*\* \[link\]\(\/\/x\.test\)/);
    assert.match(await tree.description('html-name'), /<b>Tag<\/b> & "quotes"/);
    assert.match(await tree.description('icon-name'), /\$\(alert\) \$\{codicon\}/);
    assert.match(await tree.description('unicode-name'), /Überwachung 東京 🚨/);
    await openCollection('luminous-guiding-tower', 'Incidents');
    const markup = tree.row(/<img src=x onerror=alert\(1\)> \*\*not bold\*\* \[click\]\(command:x\)/);
    await markup.waitFor();
    assert.equal(await tree.root.locator('img, b, a[href*="command:"]').count(), 0);
    await tree.collapse('luminous-guiding-tower');
  });

  it('shows a refused list as a row, from which the request panel explains it', async () => {
    phare.control.revoke(phare.control.keys['owner'] ?? '');
    calls();
    const monitors = await openCollection('us-payments', 'Monitors');
    const refusal = tree.row('Phare does not accept this key.');
    await refusal.waitFor();
    assert.equal(await tree.description(refusal), '401');
    assert.deepEqual(calls(), ['GET /uptime/monitors']);
    await workbench.statusBarItem(/^Bearings: .*does not accept this key/).waitFor();
    assert.equal(await workbench.notifications().filter({ hasText: 'does not accept' }).count(), 0);

    await tree.inlineAction(refusal, 'Explain Refusal');
    const panel = await workbench.webview();
    await panel.getByRole('region', { name: 'Diagnosis' }).getByText('Phare does not accept this key.').waitFor();
    await panel.getByRole('heading', { name: '401 Unauthorized' }).waitFor();
    assert.deepEqual(calls(), []);

    await tree.inlineAction(refusal, 'Replace Key…');
    await workbench.quickInput.titled(`Replace key of ${CONNECTION}`);
    await workbench.quickInput.cancel();

    phare.control.restore();
    await tree.inlineAction(monitors, 'Refresh');
    await monitors.getByText('21').waitFor();
    await refusal.waitFor({ state: 'detached' });
    await workbench.statusBarItem('Bearings: Phare / eu-payments').waitFor();
  });

  it('shows that one list is refused while others of the same key are not', async () => {
    await addConnection(workbench, phare, { key: 'uptimeOnly', label: 'uptime only' });
    await tree.collapse(CONNECTION);
    await tree.expand('Phare · uptime only');
    const refusal = tree.row('This key has no access to platform.');
    await refusal.waitFor();
    await tree.expand('Operations');
    await tree.row('Monitors').waitFor();
    await tree.menu(refusal, 'Explain Refusal');
    const panel = await workbench.webview('GET /projects');
    await panel.getByRole('region', { name: 'Diagnosis' }).waitFor();
  });

  it('opens an entry as text in a read-only editor, without a call', async () => {
    await tree.collapse('Phare · uptime only');
    await tree.expand(CONNECTION);
    const monitors = await openCollection('quiet-harbor', 'Monitors');
    await monitors.getByText('3').waitFor();
    calls();
    const entry = tree.root.locator('[aria-level="4"]').first();
    const label = (await entry.locator('.label-name').textContent()) ?? '';
    await tree.click(entry);
    await workbench.editorTab(`${label}.json`).waitFor();
    assert.match(await workbench.editorText(), /"project_id": 1002/);
    assert.deepEqual(calls(), []);
  });
});

/** How many rows of that label lie below another one, as far as they are in sight. */
async function countBelow(tree: Tree, parent: Locator, label: string | RegExp): Promise<number> {
  const from = Number(await parent.getAttribute('data-index'));
  const rows = await tree.root
    .getByRole('treeitem')
    .filter({ has: tree.label(label) })
    .all();
  const places = await Promise.all(rows.map(async (row) => Number(await row.getAttribute('data-index'))));
  return places.filter((place) => place > from).length;
}

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { type PracticePhare, startPracticePhare } from '../support/practice.ts';
import { click } from './support/click.ts';
import { takePicture } from './support/pictures.ts';
import { RequestPanel } from './support/requestPanel.ts';
import { addConnection } from './support/steps.ts';
import { untilDone } from './support/untilDone.ts';
import { type Desk, folderOf, openDesk } from './support/window.ts';
import type { Workbench } from './support/workbench.ts';

const NAME = 'keeping-files';
const LENS = 'Open in Bearings';

/** As people have them who use REST Client. */
const others = (baseUrl: string) => `@host = ${baseUrl}

### List monitors
# @name list
GET {{host}}/uptime/monitors?per_page=2
Authorization: Bearer {{$dotenv PHARE_API_KEY}}
X-Phare-Project-Id: 1002

### One monitor
GET {{host}}/uptime/monitors/110024

### Not for everybody
POST {{host}}/uptime/monitors
Content-Type: application/json

< ./monitor.json

### Scripted
# @no-redirect
{{
  exports.page = 1;
}}
GET {{host}}/uptime/monitors?page={{page}}
X-Phare-Project-Id: 1002
Cookie: a=b
`;

describe('Saved requests', () => {
  let desk: Desk;
  let phare: PracticePhare;
  let workbench: Workbench;
  let panel: RequestPanel;

  before(async () => {
    phare = await startPracticePhare();
    desk = await openDesk(NAME);
    ({ workbench } = desk);
    await writeFile(join(folderOf(NAME), 'others.http'), others(phare.service.baseUrl));
    await workbench.openViewContainer('Bearings');
    await addConnection(workbench, phare, { label: 'saved' });
  });
  after(async () => {
    await desk.close();
    await phare.stop();
  });
  beforeEach(() => phare.control.forget());

  it('of others can be opened above each request, and nothing is sent by that', async () => {
    await openFile(workbench, 'others.http');
    const lenses = workbench.page.locator('.part.editor .codelens-decoration').getByText(LENS);
    await lenses.nth(2).waitFor();
    assert.equal(await lenses.count(), 3, 'a request that cannot be read is offered');
    await takePicture(workbench, 'keeping-file');
    await openByLens(workbench, lenses.first());
    panel = new RequestPanel(await workbench.webview('GET /uptime/monitors'));
    await panel.destination.getByText('Phare · saved').waitFor();
    await panel.destination.getByText('1002').first().waitFor();
    assert.equal(await panel.frame.getByLabel('per_page').inputValue(), '2');
    assert.equal(phare.control.requests.length, 0);
    await panel.send();
    await panel.status('200 OK').waitFor();
    const sent = phare.control.requests.at(-1);
    assert.equal(sent?.headers['x-phare-project-id'], '1002');
    assert.equal(sent.headers['authorization'], `Bearer ${phare.control.keys['owner'] ?? ''}`);
    assert.match(sent.path, /^\/uptime\/monitors/);
  });

  it('can be opened from the menu of the editor, the one at the cursor', async () => {
    await openFile(workbench, 'others.http:10');
    await workbench.page
      .locator('.part.editor .view-line')
      .filter({ hasText: '110024' })
      .click({ button: 'right', position: { x: 40, y: 8 } });
    await chooseFromMenu(workbench, 'Open Request in Bearings');
    panel = new RequestPanel(await workbench.webview('GET /uptime/monitors/{monitorId}'));
    await panel.destination.waitFor();
    assert.equal(await panel.frame.getByLabel('monitorId').inputValue(), '110024');
  });

  it('say with the line what cannot be opened', async () => {
    await openFile(workbench, 'others.http:16');
    await workbench.runCommand('Bearings: Open Request in Bearings');
    await workbench.notification(/Line 16: The body is taken from a file/).waitFor();
    await workbench.clearNotifications();
  });

  it('say in the panel what was left out of them, until they are sent', async () => {
    await closeEditors(workbench);
    await openFile(workbench, 'others.http');
    await openByLens(workbench, workbench.page.locator('.part.editor .codelens-decoration').getByText(LENS).nth(2));
    panel = new RequestPanel(await workbench.webview('GET /uptime/monitors'));
    await panel.frame.getByText('Line 19: Bearings does not know @no-redirect and goes on without it.').waitFor();
    await panel.frame.getByText('Line 20: A script begins here, which Bearings does not run.').waitFor();
    await panel.frame.getByText('The header Cookie was left out').waitFor();
    await panel.frame.getByText('The file has no value for {{page}}. Type one before you send.').waitFor();
    await takePicture(workbench, 'keeping-file-told');
    await panel.frame.getByLabel('page', { exact: true }).fill('1');
    await panel.send();
    await panel.status('200 OK').waitFor();
    assert.equal(await panel.frame.getByText('Line 19:').count(), 0);
  });

  it('can be opened from the menu of the file, one that is picked', async () => {
    await closeEditors(workbench);
    await workbench.openViewContainer('Explorer');
    await workbench.page
      .locator('.explorer-folders-view .monaco-list-row')
      .filter({ hasText: 'others.http' })
      .click({ button: 'right' });
    await chooseFromMenu(workbench, 'Open Request in Bearings');
    await workbench.quickInput.item('list').waitFor();
    assert.deepEqual(
      (await workbench.quickInput.items()).map(({ label }) => label),
      ['list', 'One monitor', 'Scripted'],
    );
    await workbench.quickInput.pick('One monitor');
    panel = new RequestPanel(await workbench.webview('GET /uptime/monitors/{monitorId}'));
    await panel.destination.waitFor();
  });

  it('are made of what is composed in a panel, under a name, in a new file that is shown', async () => {
    await workbench.openViewContainer('Bearings');
    await panel.choose('list monitors', '/uptime/monitors');
    await panel.frame.getByLabel('per_page').fill('7');
    await panel.button(/^Save request/).click();
    await workbench.quickInput.says(/Its name in the file/);
    await workbench.quickInput.type('Seven monitors');
    await workbench.quickInput.accept();
    await workbench.quickInput.pick(/New file…/);
    // Once it has read the folder, which takes back what was typed before.
    await workbench.quickInput.item('others.http').waitFor();
    await workbench.quickInput.type(join(folderOf(NAME), 'mine.http'));
    await untilDone(async (timeout) => {
      if (await workbench.quickInput.box.isVisible()) await workbench.quickInput.accept();
      await workbench.editorTab('mine.http').waitFor({ timeout });
    });
    const text = await readFile(join(folderOf(NAME), 'mine.http'), 'utf8');
    assert.match(text, /### Seven monitors/);
    assert.match(text, /\/uptime\/monitors\?per_page=7/);
    assert.match(text, /\{\{\$processEnv PHARE_API_KEY\}\}/);
    assert.ok(!text.includes(phare.control.keys['owner'] ?? ''), 'the key stands in the file');
    assert.match(await workbench.editorText(), /### Seven monitors/);
    await workbench.page.locator('.part.editor .codelens-decoration').getByText(LENS).first().waitFor();
    await takePicture(workbench, 'keeping-saved');
  });

  it('come after those of the file that was used last', async () => {
    panel = new RequestPanel(await workbench.webview('GET /uptime/monitors'));
    await panel.frame.getByLabel('per_page').fill('8');
    await panel.button(/^Save request/).click();
    await workbench.quickInput.says(/Its name in the file/);
    await workbench.quickInput.type('Eight monitors');
    await workbench.quickInput.accept();
    await workbench.quickInput.item('mine.http').waitFor();
    const [first] = await workbench.quickInput.items();
    assert.deepEqual([first?.label, first?.description], ['mine.http', 'used last']);
    await workbench.quickInput.accept();
    await workbench.editorTab('mine.http').waitFor();
    const file = join(folderOf(NAME), 'mine.http');
    await workbench.page.locator('.part.editor .view-line').getByText('### Eight monitors').waitFor();
    const text = await readFile(file, 'utf8');
    assert.match(text, /### Seven monitors[^]*### Eight monitors/);
    assert.equal(text.match(/^@phareUrl/gmu)?.length, 1);
  });

  it('open again as they were composed', async () => {
    await closeEditors(workbench);
    await openFile(workbench, 'mine.http');
    const lenses = workbench.page.locator('.part.editor .codelens-decoration').getByText(LENS);
    await lenses.nth(1).waitFor();
    await openByLens(workbench, lenses.nth(1));
    panel = new RequestPanel(await workbench.webview('GET /uptime/monitors'));
    await panel.frame.getByRole('tab', { name: /^Parameters \(1\)/ }).waitFor();
    assert.equal(await panel.frame.getByLabel('per_page').inputValue(), '8');
    await panel.frame.getByRole('tab', { name: /^Headers \(0\)/ }).waitFor();
  });

  it('are refused with the reason where the request could not be sent either', async () => {
    await panel.choose('delete a monitor', '/uptime/monitors/{monitorId}');
    await panel.button(/^Save request/).click();
    await panel.frame.getByText(/cannot be saved\. The path still has \{monitorId\} in it/).waitFor();
  });
});

/** Presses "Open in Bearings"; VS Code takes no notice of it while it still finds out what the line above a request does. */
async function openByLens(workbench: Workbench, lens: Locator): Promise<void> {
  const tab = workbench.editorTab(/^GET /);
  await untilDone(async (timeout) => {
    if (!(await tab.isVisible())) await click(lens, { timeout });
    await tab.waitFor({ timeout });
  });
}

async function openFile(workbench: Workbench, file: string): Promise<void> {
  const text = workbench.page
    .locator('.part.editor .view-line')
    .getByText(/^@(?:host|phareUrl)/)
    .first();
  const [name = file] = file.split(':');
  await untilDone(async (timeout) => {
    await workbench.runCommand('Go to File...');
    await workbench.quickInput.type(file);
    await workbench.quickInput.pick(name);
    await text.waitFor({ timeout });
  });
}

async function chooseFromMenu(workbench: Workbench, entry: string): Promise<void> {
  const item = workbench.page.locator('.context-view').getByRole('menuitem', { name: entry });
  await item.hover();
  await item.press('Enter');
  await item.waitFor({ state: 'hidden' });
}

async function closeEditors(workbench: Workbench): Promise<void> {
  await workbench.runCommand('View: Close All Editors');
  await workbench.page.locator('.part.editor .tabs-container').getByRole('tab').first().waitFor({ state: 'detached' });
}

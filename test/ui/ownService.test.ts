import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDefinition } from '../../src/services/readDefinition.ts';
import { atelierKeys, startAtelier } from '../support/fifthServices.ts';
import type { LoopbackServer } from '../support/server.ts';
import { RequestPanel } from './support/requestPanel.ts';
import { repository } from '../../tools/vscode/builds.ts';
import { untilDone } from './support/untilDone.ts';
import { type Desk, folderOf, openDesk, userSettingsFile } from './support/window.ts';
import type { QuickInput } from './support/quickInput.ts';
import type { Workbench } from './support/workbench.ts';

const NAME = 'own-service';
const BUILT_IN = ['Phare', 'Logfire', 'Flare', 'Wellows'];

describe('A service of a person’s own', () => {
  let desk: Desk;
  let server: LoopbackServer;
  let workbench: Workbench;
  let quickInput: QuickInput;
  let definition: string;
  let settingsBefore: string;

  before(async () => {
    server = await startAtelier();
    definition = await readFile(new URL('../support/definitions/atelier.json', import.meta.url), 'utf8');
    const ofWorkspace = { ...(JSON.parse(definition) as object), id: 'workspace', name: 'Of the workspace' };
    desk = await openDesk(NAME, { settings: { 'bearings.services': [ofWorkspace] } });
    settingsBefore = await readFile(userSettingsFile, 'utf8');
    ({ workbench } = desk);
    ({ quickInput } = workbench);
    await workbench.openViewContainer('Bearings');
    await workbench.welcome().waitFor();
  });
  after(async () => {
    await desk.close();
    // The person's settings lie on the server, which the other tests use too.
    await writeFile(userSettingsFile, settingsBefore);
    await server[Symbol.asyncDispose]();
  });

  const offered = async () => {
    await workbench.runCommand('Bearings: Add Connection…');
    await quickInput.titled(/\(1\/4\)/);
    const labels = (await quickInput.items()).map(({ label }) => label);
    await quickInput.cancel();
    return labels;
  };
  const addFrom = async (text: string) => {
    const file = join(folderOf(NAME), 'atelier.json');
    await writeFile(file, text);
    await workbench.runCommand('Bearings: Add Service from File…');
    await quickInput.titled('Add service from file');
    // It begins in the folder that is open.
    await quickInput.item('atelier.json').waitFor();
    // While it reads the folder it drops what is chosen.
    await untilDone(async (timeout) => {
      if (await quickInput.item('atelier.json').isVisible()) await quickInput.pick('atelier.json');
      await quickInput.root.waitFor({ state: 'hidden', timeout });
    });
  };

  it('is described in the README by an example that is right', async () => {
    const [, example = ''] = /```json\n(.*?)```/s.exec(await readFile(join(repository, 'README.md'), 'utf8')) ?? [];
    const read = readDefinition(example);
    assert.ok(read.ok, JSON.stringify(read));
  });

  it('is not taken from a workspace', async () => {
    assert.deepEqual(await offered(), BUILT_IN);
  });

  const wrong = [
    {
      what: 'no JSON',
      from: '"id": "atelier",',
      to: '"id": "atelier"',
      says: /^atelier\.json, line 3, column 3: This is not JSON: comma expected\. Nothing was added\.$/,
    },
    {
      what: 'a wrong field',
      from: '"https://api.atelier.example/v1"',
      to: '"api.atelier.example"',
      says: /^atelier\.json, line 7, column 64: regions\.0\.baseUrl: /,
    },
  ];
  for (const { what, from, to, says } of wrong) {
    it(`is not added from a file with ${what}, whose place is told`, async () => {
      await addFrom(definition.replace(from, to));
      const told = await workbench.listedNotification('Nothing was added.');
      const message = (await told.locator('.notification-list-item-message').textContent()) ?? '';
      assert.match(message, says);
      assert.deepEqual(await offered(), BUILT_IN);
      assert.ok(!(await readFile(userSettingsFile, 'utf8')).includes('bearings.services'));
      await workbench.clearNotifications();
    });
  }

  it('is added from a right file once the person agrees to the hosts', async () => {
    await addFrom(definition);
    await workbench.dialog('Add the service Atelier?').waitFor();
    await workbench.dialog('Its keys and requests go to api.atelier.example.').waitFor();
    await workbench.answerDialog('Cancel');
    assert.deepEqual(await offered(), BUILT_IN);
    await addFrom(definition);
    await workbench.dialog('Add the service Atelier?').waitFor();
    await workbench.answerDialog('Add');
    await workbench.listedNotification('Atelier was added, with 5 operations. Add a connection to use it.');
    assert.deepEqual(await offered(), [...BUILT_IN, 'Atelier']);
  });

  it('works like one on board: key told, projects in its own word, scope on requests', async () => {
    await workbench.runCommand('Bearings: Add Connection…');
    await quickInput.pick('Atelier');
    await quickInput.titled(/\(2\/4\)/);
    await quickInput.type(atelierKeys.owner);
    await quickInput.says(/Atelier organization key, reaches all workspaces/);
    await quickInput.accept();
    await quickInput.titled(/\(3\/4\)/);
    await quickInput.type('own');
    await quickInput.accept();
    await quickInput.titled(/\(4\/4\)/);
    await quickInput.type(`${server.baseUrl}/v1`);
    await quickInput.accept();
    const tree = workbench.tree('Bearings');
    await tree.expand('Atelier · own');
    await tree.makeActive('green');
    await workbench.statusBarItem('Bearings: Atelier / green').waitFor();
    await sends();
    assert.equal(server.requests.at(-1)?.header('x-workspace-id'), 'w-green');
    assert.equal(server.requests.at(-1)?.header('authorization'), `Bearer ${atelierKeys.owner}`);
  });

  it('keeps its last right form when the settings are edited wrongly by hand', async () => {
    await workbench.clearNotifications();
    const settings = JSON.parse(await readFile(userSettingsFile, 'utf8')) as Record<string, unknown>;
    const [stored] = settings['bearings.services'] as readonly object[];
    const broken = { ...settings, 'bearings.services': [{ ...stored, regions: 'everywhere' }] };
    await workbench.runCommand('Preferences: Open User Settings (JSON)');
    await desk.page.locator('.view-lines').filter({ hasText: 'bearings.services' }).waitFor();
    await desk.page.keyboard.press('ControlOrMeta+a');
    await desk.page.keyboard.insertText(JSON.stringify(broken));
    await desk.page.keyboard.press('ControlOrMeta+s');
    while (!(await readFile(userSettingsFile, 'utf8')).includes('everywhere'));
    await desk.page.keyboard.press('Escape');
    await workbench.listedNotification(
      /A service in your settings is not right, so its last right form stays: .*regions/,
    );
    assert.deepEqual(await offered(), [...BUILT_IN, 'Atelier']);
    const before = server.requests.length;
    await sends();
    assert.ok(server.requests.length > before);
  });

  async function sends(): Promise<void> {
    const panel = await RequestPanel.open(workbench);
    await panel.choose('list drawings', '/drawings');
    await panel.send();
    await panel.status('200 OK').waitFor();
  }
});

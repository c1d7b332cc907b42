import { click } from './support/click.ts';
import { takePicture } from './support/pictures.ts';
import { RequestPanel } from './support/requestPanel.ts';
import { openTree } from './support/steps.ts';
import { type Desk, openDesk } from './support/window.ts';
import type { Workbench } from './support/workbench.ts';

const CONNECTION = 'Phare · Practice · owner';

/** What a person copied from a log. */
const PASTED = [
  "curl -v https://api.phare.io/uptime/monitors -H 'Authorization: Bearer pha_org_practice_owner_0000000000000001'",
  '> GET /uptime/monitors HTTP/2',
  '> Host: api.phare.io',
  '> authorization: Bearer pha_org_practice_owner_0000000000000001',
  '>',
  '< HTTP/2 401',
  '< content-type: application/json',
  '< x-request-id: 7f3c',
  '<',
  '{"message":"Unauthorized"}',
].join('\n');

describe('Pictures of what is kept and explained', () => {
  let desk: Desk;
  let workbench: Workbench;
  let panel: RequestPanel;

  before(async () => {
    desk = await openDesk('pictures-keeping', {
      settings: { 'bearings.practice.enabled': true, 'editor.minimap.enabled': false },
    });
    ({ workbench } = desk);
    const tree = await openTree(workbench, CONNECTION);
    await tree.expand(CONNECTION);
    await tree.makeActive('quiet-harbor');
    await workbench.statusBarItem('Bearings: Phare / quiet-harbor').waitFor();
    await tree.collapse(CONNECTION);
    await workbench.clearNotifications();
  });
  after(() => desk.close());

  it('are taken of the history', async () => {
    panel = await RequestPanel.open(workbench);
    for (const [search, path, text] of [
      ['list projects', '/projects', 'slug: luminous-guiding-tower'],
      ['list incidents', '/uptime/incidents', 'impact'],
      ['list monitors', '/uptime/monitors', 'paused: '],
    ] as const) {
      await panel.choose(search, path);
      await panel.send();
      // Not the answer before, which has the same status: one with text of its own.
      await panel.status('200 OK').waitFor();
      await panel.response.getByRole('tree').getByText(text).first().waitFor();
    }
    await workbench.runCommand('Bearings: Open History…');
    await workbench.quickInput.titled('History');
    await workbench.quickInput.item(/GET \/projects/).waitFor();
    await takePicture(workbench, 'history-dark');
    await workbench.quickInput.cancel();
  });

  it('are taken of two projects’ answers beside each other', async () => {
    await panel.button(/^Other projects/).click();
    await workbench.quickInput.titled(/to other projects$/);
    await click(workbench.quickInput.item('luminous-guiding-tower').first());
    await workbench.page.locator('.quick-input-count').getByText('1 Selected').waitFor();
    await workbench.quickInput.accept();
    await workbench.editorTab(/quiet-harbor .* ↔ luminous-guiding-tower/).waitFor();
    const sides = workbench.page.locator('.part.editor .monaco-diff-editor .view-lines');
    await sides.nth(1).getByText('project: luminous-guiding-tower').waitFor();
    await takePicture(workbench, 'comparison-dark');
  });

  it('are taken of an answer that was pasted', async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.page.evaluate((text) => navigator.clipboard.writeText(text), PASTED);
    await workbench.runCommand('Bearings: Explain a Response…');
    await workbench.quickInput.pick(/The text in the clipboard/);
    await workbench.editorTab(/^Explanation Phare 401/).waitFor();
    await workbench.editorText();
    await takePicture(workbench, 'explanation-dark');
  });
});

import { click } from './support/click.ts';
import { inEachTheme, takePicture, widenSideBar } from './support/pictures.ts';
import { RequestPanel } from './support/requestPanel.ts';
import { openKeyStep, openTree } from './support/steps.ts';
import { type Desk, openDesk } from './support/window.ts';

const CONNECTION = 'Phare · Practice · owner';
/** Begins as a key does, and is no key of any service. */
const TYPED_KEY = 'pha_org_practice_owner_0000000000000001';

describe('Pictures of the screens', () => {
  let desk: Desk;
  afterEach(() => desk.close());

  it('are taken of the empty view', async () => {
    desk = await openDesk('welcome');
    const { workbench } = desk;
    await workbench.openViewContainer('Bearings');
    await workbench.welcome().getByRole('button', { name: 'Add Connection' }).waitFor();
    await inEachTheme(workbench, (theme) => takePicture(workbench, `welcome-${theme}`));
  });

  it('are taken of tree, panel, picker, key step and key report', async function () {
    this.timeout(180_000);
    desk = await openDesk('pictures', {
      settings: { 'bearings.practice.enabled': true, 'editor.minimap.enabled': false },
      viewport: { width: 1280, height: 920 },
    });
    const { workbench } = desk;
    const { quickInput } = workbench;
    const tree = await openTree(workbench, CONNECTION);
    await widenSideBar(workbench, 92);

    await tree.inlineAction(CONNECTION, 'Test Key');
    await workbench.editorTab(/^Key report/).dblclick(); // kept open, and not in italics
    await workbench.clearNotifications();

    await tree.expand(CONNECTION);
    await tree.expand('luminous-guiding-tower');
    const monitors = await tree.childOf(tree.row('luminous-guiding-tower'), 'Monitors');
    await tree.menu(CONNECTION, 'Send Request…');
    const panel = new RequestPanel(await workbench.webview('GET /'));
    await panel.choose('list monitors', '/uptime/monitors');
    await panel.send();
    await panel.diagnosis.waitFor();
    await tree.expand(monitors);
    await monitors.getByText('24').waitFor();
    await inEachTheme(workbench, async (name) => {
      await workbench.webview('GET /uptime/monitors');
      await takePicture(workbench, `panel-${name}`);

      await click(workbench.statusBarItem(/^Bearings:/));
      await quickInput.item(/quiet-harbor/).waitFor();
      await quickInput.type('har');
      // Of the connection whose projects come last.
      await quickInput.item(/sheltered-harbor/).waitFor();
      await takePicture(workbench, `picker-${name}`);
      await quickInput.cancel();

      await openKeyStep(workbench);
      await quickInput.type(TYPED_KEY);
      await quickInput.says(/Phare organization key/);
      await takePicture(workbench, `add-connection-${name}`);
      await quickInput.cancel();

      await click(workbench.editorTab(/^Key report/));
      await workbench.editorText();
      await takePicture(workbench, `key-report-${name}`);
    });
  });
});

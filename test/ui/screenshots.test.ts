import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from '../../tools/vscode/builds.ts';
import { withPalette } from './support/png.ts';
import { RequestPanel } from './support/requestPanel.ts';
import { openKeyStep, openTree } from './support/steps.ts';
import { type Desk, openDesk, RESULTS } from './support/window.ts';
import type { ColorTheme, Workbench } from './support/workbench.ts';

/** The README's pictures are only written when that is asked for: they differ a little each time. */
const FOLDER =
  process.env['BEARINGS_SCREENSHOTS'] === '1' ? join(repository, 'media', 'screenshots') : join(RESULTS, 'screenshots');
const LARGEST_BYTES = 150_000;

const THEMES: readonly { readonly theme: ColorTheme; readonly name: string }[] = [
  { theme: 'Light Modern', name: 'light' },
  { theme: 'Dark High Contrast', name: 'high-contrast' },
  { theme: 'Light High Contrast', name: 'high-contrast-light' },
  // Last, because the theme stays for what comes after.
  { theme: 'Dark Modern', name: 'dark' },
];
const CONNECTION = 'Phare · Practice · owner';
/** Begins as a key does, and is no key of any service. */
const TYPED_KEY = 'pha_org_practice_owner_0000000000000001';

async function take(workbench: Workbench, screen: string, theme: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const file = join(FOLDER, `${screen}-${theme}.png`);
  await workbench.screenshot(file);
  const picture = withPalette(await readFile(file));
  await writeFile(file, picture);
  assert.ok(
    picture.length > 5000 && picture.length <= LARGEST_BYTES,
    `${screen}-${theme}.png has ${picture.length} bytes`,
  );
}

describe('Pictures of the screens', () => {
  let desk: Desk;
  afterEach(() => desk.close());

  it('are taken of the empty view', async () => {
    desk = await openDesk('welcome');
    const { workbench } = desk;
    await workbench.openViewContainer('Bearings');
    await workbench.welcome().getByRole('button', { name: 'Add Connection' }).waitFor();
    for (const { theme, name } of THEMES) {
      await workbench.colorTheme(theme);
      await take(workbench, 'welcome', name);
    }
  });

  it('are taken of tree, panel, picker, key step and key report', async function () {
    this.timeout(180_000);
    desk = await openDesk('pictures', { settings: { 'bearings.practice.enabled': true } });
    const { workbench } = desk;
    const { quickInput } = workbench;
    const tree = await openTree(workbench, CONNECTION);
    await desk.page.mouse.move(348, 400);
    await desk.page.mouse.down();
    await desk.page.mouse.move(440, 400);
    await desk.page.mouse.up();

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
    for (const { theme, name } of THEMES) {
      await workbench.colorTheme(theme);
      await workbench.webview('GET /uptime/monitors');
      await take(workbench, 'panel', name);

      await workbench.statusBarItem(/^Bearings:/).click();
      await quickInput.item(/quiet-harbor/).waitFor();
      await quickInput.type('har');
      await take(workbench, 'picker', name);
      await quickInput.cancel();

      await openKeyStep(workbench);
      await quickInput.type(TYPED_KEY);
      await quickInput.says(/Phare organization key/);
      await take(workbench, 'add-connection', name);
      await quickInput.cancel();

      await workbench.editorTab(/^Key report/).click();
      await workbench.editorText();
      await take(workbench, 'key-report', name);
    }
  });
});

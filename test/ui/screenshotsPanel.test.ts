import { inEachTheme, takePicture, widenSideBar } from './support/pictures.ts';
import { RequestPanel } from './support/requestPanel.ts';
import { openTree } from './support/steps.ts';
import { type Desk, openDesk } from './support/window.ts';
import type { Workbench } from './support/workbench.ts';

const CONNECTION = 'Phare · Practice · owner';
const LIST = 'GET /uptime/monitors';

describe('Pictures of the request panel', () => {
  let desk: Desk;
  let workbench: Workbench;
  let panel: RequestPanel;

  before(async () => {
    desk = await openDesk('pictures-panel', {
      settings: { 'bearings.practice.enabled': true },
      viewport: { width: 1280, height: 900 },
    });
    ({ workbench } = desk);
    const tree = await openTree(workbench, CONNECTION);
    await widenSideBar(workbench, 60);
    await tree.expand(CONNECTION);
    await tree.makeActive('luminous-guiding-tower');
    await tree.expand('luminous-guiding-tower');
    await tree.expand(await tree.childOf(tree.row('luminous-guiding-tower'), 'Monitors'));
    await workbench.statusBarItem('Bearings: Phare / luminous-guiding-tower').waitFor();
    await workbench.clearNotifications();
  });
  after(() => desk.close());

  it('are taken of an answer as a tree', async () => {
    panel = await RequestPanel.open(workbench);
    await panel.choose('list monitors', '/uptime/monitors');
    await panel.send();
    await panel.status('200 OK').waitFor();
    await panel.response.getByRole('tree').waitFor();
    await inEachTheme(workbench, async (theme) => {
      await workbench.webview(LIST);
      await takePicture(workbench, `answer-tree-${theme}`);
    });
  });

  it('are taken of an answer as a table, while something is searched in it', async () => {
    await panel.button('Table').click();
    await panel.response.getByRole('grid').waitFor();
    await panel.button('Find in the body').click();
    await panel.response.getByRole('search').getByPlaceholder('Find').fill('paris');
    await panel.response.getByRole('search').getByText('1 of 9').waitFor();
    await takePicture(workbench, 'answer-table-dark');
  });

  it('are taken of where the time went', async () => {
    await panel.frame.getByRole('tab', { name: 'Timing' }).click();
    await panel.response.getByRole('rowheader', { name: 'In all' }).waitFor();
    await takePicture(workbench, 'answer-timing-dark');
  });

  it('are taken of a write that is composed in a form', async () => {
    await workbench.runCommand('View: Close All Editors');
    panel = await RequestPanel.open(workbench);
    await panel.choose('create a monitor', '/uptime/monitors');
    const { frame } = panel;
    await frame.getByLabel('name', { exact: true }).fill('Checkout');
    await frame.getByLabel('protocol', { exact: true }).selectOption('http');
    await frame.getByLabel('request', { exact: true }).fill('{"method":"GET","url":"https://shop.example.com/health"}');
    await frame.getByLabel('interval', { exact: true }).selectOption('60');
    await frame.getByLabel('regions', { exact: true }).selectOption('list');
    await panel.button('Add item to regions').click();
    await panel.button('Add item to regions').click();
    await frame.getByLabel('regions[0]', { exact: true }).selectOption('eu-fra-cdg');
    await panel.destination.getByText('luminous-guiding-tower').waitFor();
    await workbench.editorTab('POST /uptime/monitors').waitFor();
    await takePicture(workbench, 'compose-dark');
  });
});

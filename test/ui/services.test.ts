import assert from 'node:assert/strict';
import { type Fields, type Spoken, type SpokenServices, entries, startServices } from '../support/practiceServices.ts';
import { type ServicePlan, plans } from './support/servicePlans.ts';
import { Keyboard } from './support/keyboard.ts';
import { takePicture, widenSideBar } from './support/pictures.ts';
import { RequestPanel } from './support/requestPanel.ts';
import { type Desk, openDesk } from './support/window.ts';
import type { Workbench } from './support/workbench.ts';

type Counts = Map<string, { readonly calls: number; readonly exchanges: number }>;
const EXCHANGE = 'POST /tokens/generate';
/** By service, the calls that each step spent: printed at the end. */
const spent = new Map<string, Counts>();

for (const plan of plans) describe(`${plan.name}, by keyboard alone`, () => testService(plan));

after(() => {
  for (const [service, counts] of spent) {
    const steps = [...counts].map(
      ([step, { calls, exchanges }]) => `${step} ${calls}${exchanges > 0 ? ` + ${exchanges} key exchange` : ''}`,
    );
    console.log(`      calls of ${service}: ${steps.join(', ')}`);
  }
});

function testService(plan: ServicePlan): void {
  const counts: Counts = new Map();
  const title = `${plan.name} · keyboard`;
  let practice: SpokenServices;
  let standIn: Spoken;
  let desk: Desk;
  let workbench: Workbench;
  let keyboard: Keyboard;

  before(async () => {
    practice = await startServices({
      services: [plan.service],
      callsPerMinute: 100_000,
      flare: { basicPerSecond: 1000 },
    });
    const [first] = practice.services;
    if (!first) throw new Error(`Practice mode has no ${plan.name}.`);
    standIn = first;
    desk = await openDesk(`services-${plan.service}`, { viewport: { width: 1280, height: 900 } });
    ({ workbench } = desk);
    keyboard = new Keyboard(workbench);
    await workbench.openViewContainer('Bearings');
    await workbench.welcome().waitFor();
  });
  after(async () => {
    spent.set(plan.name, counts);
    await desk.close();
    await practice.stop();
  });

  /** What arrived since the last look: the paths without queries, and exchanges of the key counted apart. */
  function arrived(step: string): readonly string[] {
    const all = standIn.control.requests.map(({ method, path }) => `${method} ${path.split('?')[0] ?? ''}`);
    standIn.control.forget();
    const calls = all.filter((call) => call !== EXCHANGE);
    counts.set(step, { calls: calls.length, exchanges: all.length - calls.length });
    return calls;
  }
  const exchanges = (step: string) => counts.get(step)?.exchanges;
  const row = (label: string) => workbench.tree('Bearings').row(label);

  it('is added, with its key told while it is typed', async () => {
    const { quickInput } = workbench;
    await keyboard.run('Bearings: Add Connection…');
    await keyboard.answer(/\(1\/4\)/, plan.name);
    await quickInput.titled(/\(2\/[45]\)/);
    await quickInput.typeByKeyboard(standIn.key(plan.key));
    await quickInput.says(plan.told);
    await keyboard.press('Enter');
    if (plan.region !== undefined) await keyboard.answer(/\(3\/5\)/, plan.region);
    await keyboard.answer(/\((?:3\/4|4\/5)\)/, 'keyboard');
    await quickInput.titled(/\((?:4\/4|5\/5)\)/);
    await quickInput.typeByKeyboard(standIn.service.baseUrl);
    await quickInput.says(`Requests and the key go to ${standIn.service.baseUrl}`);
    await keyboard.press('Enter');
    await row(title).waitFor();
    await workbench.statusBarItem(`Bearings: ${plan.name} / no ${plan.term} chosen`).waitFor();
    const calls = arrived('add');
    assert.ok(calls.length <= 3, calls.join(', '));
    assert.ok(!(await desk.page.content()).includes(standIn.key(plan.key)), 'the key stands in the page');
  });

  it('opens with one call, and its projects with none', async () => {
    await keyboard.open(title);
    await row(plan.first.label).waitFor();
    assert.deepEqual(arrived('open connection'), [`GET ${plan.projects}`]);
    assert.ok((exchanges('open connection') ?? 0) <= (plan.service === 'flare' ? 1 : 0));
    if (plan.collection) {
      await keyboard.open(plan.first.label);
      await row(plan.collection.title).waitFor();
    } else {
      assert.equal(await row(plan.first.label).getAttribute('aria-expanded'), null, 'there is nothing to open');
    }
    assert.deepEqual(arrived('open project'), []);
  });

  if (plan.collection) {
    const { collection } = plan;
    it('shows the rows of a collection, with one call for each page and none for rows that were closed', async () => {
      await keyboard.open(collection.title);
      await row(collection.row).waitFor();
      const [call, ...more] = arrived('open collection');
      assert.match(call ?? '', collection.call);
      assert.deepEqual(more, []);
      assert.ok((exchanges('open collection') ?? 0) <= (plan.service === 'flare' ? 1 : 0));
      if (collection.pages) {
        await keyboard.goTo('Load more…');
        await keyboard.press('Enter');
        await row(collection.title).getByText(collection.pages).waitFor();
        assert.equal(arrived('next page').length, 1);
        assert.equal(exchanges('next page'), 0);
      }
      await keyboard.goTo(collection.title);
      await keyboard.close();
      await keyboard.open(collection.title);
      await row(collection.row).waitFor();
      assert.deepEqual(arrived('open again'), []);
      await keyboard.goTo(collection.title);
      await keyboard.close();
    });
  }

  it(`switches the ${plan.term} by the picker, without a call`, async () => {
    await keyboard.run('Bearings: Switch Project…');
    await keyboard.pick('Switch project', plan.second.id ?? plan.second.label, plan.second.pattern);
    await workbench.statusBarItem(`Bearings: ${plan.name} / ${plan.second.label}`).waitFor();
    await row(plan.second.label).getByText('active').waitFor();
    assert.deepEqual(arrived('switch'), []);
    assert.ok((exchanges('switch') ?? 0) <= (plan.service === 'flare' ? 1 : 0));
  });

  it(`sends to the ${plan.term} that was chosen`, async () => {
    const id = await idOf(standIn, plan);
    standIn.control.forget();
    await keyboard.run('Bearings: Send Request…');
    const panel = new RequestPanel(await workbench.webview());
    await panel.destination.waitFor();
    await keyboard.compose(panel, plan.send);
    await panel.destination.getByText(plan.second.label).first().waitFor();
    await keyboard.press('Control+Enter');
    await panel.status('200 OK').waitFor();
    plan.proof(standIn, id);
    const [call, ...more] = arrived('send');
    assert.ok(call?.startsWith('GET '), call);
    assert.deepEqual(more, []);
    assert.ok((exchanges('send') ?? 0) <= (plan.service === 'flare' ? 1 : 0));
  });

  it('looks as it should', async () => {
    await workbench.clearNotifications();
    await widenSideBar(workbench, 90);
    if (plan.collection) {
      await keyboard.open(plan.collection.title);
      await row(plan.collection.row).waitFor();
    }
    await takePicture(workbench, `services-${plan.service}`);
  });

  it('tests the key, and tells how each line is known', async () => {
    standIn.control.forget();
    await keyboard.run('Bearings: Test Key');
    await workbench.editorTab(/^Key report/).waitFor();
    const report = await workbench.editorText();
    assert.match(report, new RegExp(`^${title}: the key works\\.$`, 'm'));
    for (const line of plan.report) assert.match(report, line);
    const calls = arrived('test key');
    assert.ok(calls.length <= 4, calls.join(', '));
    assert.ok(!report.includes(standIn.key(plan.key)));
    const told = Number(/spent +(\d+) calls?/.exec(report)?.[1]);
    assert.equal(told, calls.length + (exchanges('test key') ?? 0), report);
  });
}

/** The id of the second project, asked of the stand-in where it is not the same every time. */
async function idOf(standIn: Spoken, { second, projects, key }: ServicePlan): Promise<string> {
  if (second.id !== undefined) return second.id;
  const headers = { authorization: `Bearer ${standIn.key(key)}` };
  const { value } = await standIn.send('GET', projects, { headers });
  const found = entries(value).find((project: Fields) => project['project_name'] === second.label);
  return String(found?.['id']);
}

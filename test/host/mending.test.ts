import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands, requestPanelType, settings } from '../../src/manifest.ts';
import { type Connected, connected } from './support/connect.ts';
import { messagesDuring, until } from './support/harness.ts';

const run = (command: string, ...all: unknown[]): Promise<unknown> =>
  Promise.resolve(vscode.commands.executeCommand(command, ...all));
const monitors = '/uptime/monitors';

function panelTitles(): string[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(requestPanelType))
    .map(({ label }) => label);
}

/** Does something in a quick pick again and again until a command is over. */
async function inQuickPick(command: string, work: Promise<unknown>): Promise<unknown> {
  let isOver = false;
  const over = work.finally(() => (isOver = true));
  over.catch(() => undefined);
  await until(async () => {
    if (!isOver) await vscode.commands.executeCommand(command);
    return isOver;
  });
  return over;
}
const closing = (work: Promise<unknown>) => inQuickPick('workbench.action.closeQuickOpen', work);
const accepting = (work: Promise<unknown>) => inQuickPick('workbench.action.acceptSelectedQuickOpenItem', work);

describe('commands that mend a refusal', () => {
  let desk: Connected;
  before(async () => {
    desk = await connected();
  });
  beforeEach(() => desk.phare.control.reset());
  afterEach(() => run('workbench.action.closeAllEditors'));
  after(async () => {
    await run(commands.stopPractice);
    await desk.end();
  });

  const send = (
    connection: string,
    draft: Partial<{ method: string; path: string; project: string | null; body: string }>,
  ) => desk.bearings.requests.send({ connection, method: 'GET', path: monitors, ...draft });
  const calls = () => desk.phare.control.requests.map(({ method, path }) => `${method} ${path}`);
  const refused = async (connection = desk.connection.id) => {
    const { id, response } = await send(connection, { project: null });
    assert.equal(response?.status, 401);
    desk.phare.control.forget();
    return id;
  };

  it('useOwnProject names no project any more, for a key that is bound to one alone', async () => {
    const { bearings, connection } = desk;
    const bound = await desk.add('project');
    await bearings.projects.select(bound.id, '1002');
    assert.equal(await run(commands.useOwnProject, { connection: bound.id }), undefined);
    assert.equal(bearings.projects.selected(bound.id), undefined);
    const told = await messagesDuring(() => run(commands.useOwnProject, { connection: bound.id }));
    assert.match(told.join('\n'), /unless a header typed by hand names another/u);
    await bearings.projects.select(connection.id, '1002');
    const messages = await messagesDuring(() => run(commands.useOwnProject, { connection: connection.id }));
    assert.match(messages.join('\n'), /not known to be bound to one project/u);
    assert.equal(bearings.projects.selected(connection.id)?.id, '1002');
    await bearings.projects.select(connection.id, undefined);
  });

  it('switchRegion changes where a connection goes, and sends nothing', async () => {
    const { bearings } = desk;
    await run(commands.startPractice);
    const id = 'practice-logfire-us-owner';
    const find = () => bearings.connections.list().find((connection) => connection.id === id);
    const before = find();
    assert.ok(before);
    await bearings.projects.select(id, '00000002-0101-4000-8000-000000000001');
    const messages = await messagesDuring(() => run(commands.switchRegion, { connection: id, region: 'eu' }));
    // Regions share no projects.
    assert.equal(bearings.projects.selected(id), undefined);
    const moved = find();
    assert.deepEqual([moved?.region, moved?.label, moved?.keyEnding], ['eu', before.label, before.keyEnding]);
    assert.notEqual(moved?.baseUrl, before.baseUrl);
    assert.match(messages.join('\n'), /now goes to EU/u);
    const wrong = await messagesDuring(() => run(commands.switchRegion, { connection: id, region: 'moon' }));
    assert.match(wrong.join('\n'), /no region "moon"/u);
    const single = await messagesDuring(() =>
      run(commands.switchRegion, { connection: desk.connection.id, region: 'eu' }),
    );
    assert.match(single.join('\n'), /one region only/u);
    await messagesDuring(() => run(commands.switchRegion, { connection: id, region: 'us' }));
    assert.equal(find()?.baseUrl, before.baseUrl);
  });

  it('changeAddress asks for the address even when it is called with one, and changes nothing when that is closed', async () => {
    const { bearings, connection } = desk;
    const before = bearings.connections.list();
    desk.phare.control.forget();
    await closing(run(commands.changeAddress, { connection: connection.id, baseUrl: 'https://example.com' }));
    assert.deepEqual(bearings.connections.list(), before);
    assert.deepEqual(calls(), []);
    await run(commands.startPractice);
    const messages = await messagesDuring(() =>
      run(commands.changeAddress, { connection: 'practice-logfire-us-owner' }),
    );
    assert.match(messages.join('\n'), /stand-in on this machine/u);
  });

  it('renewToken lets the next request ask for a token anew', async () => {
    const { bearings } = desk;
    await run(commands.startPractice);
    const draft = { connection: 'practice-flare-owner', method: 'GET', path: '/firework/v2/me/profile', project: null };
    const spent = async () => (await bearings.requests.send(draft)).callsSpent;
    assert.deepEqual([await spent(), await spent()], [2, 1]);
    assert.equal(await run(commands.renewToken, { connection: draft.connection }), undefined);
    assert.equal(await spent(), 2);
    const messages = await messagesDuring(() => run(commands.renewToken, { connection: desk.connection.id }));
    assert.match(messages.join('\n'), /takes the key itself/u);
  });

  it('sendLater waits and sends a read again, in the panel that shows it', async () => {
    const exchange = await refused();
    await run(commands.explainRefusal, { exchange });
    await until(() => panelTitles().includes(`GET ${monitors}`));
    assert.equal(await run(commands.sendLater, { exchange, seconds: 0.2 }), undefined);
    assert.deepEqual(calls(), [`GET ${monitors}`]);
    const messages = await messagesDuring(() =>
      run(commands.sendLater, { exchange: 'no-such-exchange', seconds: 600 }),
    );
    assert.match(messages.join('\n'), /closed/u);
  });

  it('sendLater sends once for two clicks, and nothing where the person sent it again meanwhile', async () => {
    const exchange = await refused();
    await run(commands.explainRefusal, { exchange });
    await until(() => panelTitles().includes(`GET ${monitors}`));
    const target = { exchange, seconds: 0.2 };
    await Promise.all([run(commands.sendLater, target), run(commands.sendLater, target)]);
    assert.deepEqual(calls(), [`GET ${monitors}`]);
    const second = await refused();
    await run(commands.explainRefusal, { exchange: second });
    await until(() => panelTitles().includes(`GET ${monitors}`));
    const messages = await messagesDuring(async () => {
      const waiting = run(commands.sendLater, { exchange: second, seconds: 0.5 });
      await run(commands.sendAgain, { exchange: second });
      await waiting;
    });
    assert.deepEqual(messages, []);
    assert.deepEqual(calls(), [`GET ${monitors}`]);
  });

  it('sendLater asks before a write is sent again', async () => {
    const { id } = await send(desk.connection.id, { method: 'POST', project: '1001', body: '{}' });
    desk.phare.control.forget();
    await run(commands.explainRefusal, { exchange: id });
    await until(() => panelTitles().includes(`POST ${monitors}`));
    const messages = await messagesDuring(() => run(commands.sendLater, { exchange: id, seconds: 0 }));
    assert.equal(messages.length, 1);
    assert.deepEqual(calls(), []);
  });

  it('findWorkingKey asks first, then tries the other keys on the same read', async () => {
    const other = await desk.add('readOnly', 'Another');
    const exchange = await refused();
    const questions = await messagesDuring(() => run(commands.findWorkingKey, { exchange }));
    assert.equal(questions.length, 1);
    assert.match(questions[0] ?? '', /Try \d other keys? of Phare here/u);
    assert.deepEqual(calls(), []);
    await messagesDuring(() => closing(run(commands.findWorkingKey, { exchange })), 'Try Keys');
    assert.ok(calls().length > 0);
    assert.deepEqual([...new Set(calls())], [`GET ${monitors}`]);
    const sent = desk.phare.control.requests.map(({ headers }) => headers['authorization']?.slice(-4));
    assert.ok(sent.includes(other.keyEnding) && !sent.includes(desk.connection.keyEnding));
  });

  it('findWorkingKey opens the request with the key that was chosen', async () => {
    const exchange = await refused();
    desk.phare.control.forget();
    await messagesDuring(() => accepting(run(commands.findWorkingKey, { exchange })), 'Try Keys');
    await until(() => panelTitles().includes(`GET ${monitors}`));
  });

  it('probe sends nothing where the person turned probing off', async () => {
    const exchange = await refused();
    await run(commands.explainRefusal, { exchange });
    await until(() => panelTitles().includes(`GET ${monitors}`));
    const turn = (value: string | undefined) =>
      vscode.workspace.getConfiguration().update(settings.probing, value, vscode.ConfigurationTarget.Global);
    await turn('never');
    try {
      const messages = await messagesDuring(() => run(commands.probe, { exchange }));
      assert.match(messages.join('\n'), /turned off/u);
      assert.deepEqual(calls(), []);
    } finally {
      await turn(undefined);
    }
    await run(commands.probe, { exchange });
    assert.ok(calls().length > 0 && calls().length <= 3);
  });

  it('copyReport copies what happened without a key, of an exchange and of the report in the editor', async () => {
    const exchange = await refused();
    assert.equal(await run(commands.copyReport, { exchange }), undefined);
    const report = await vscode.env.clipboard.readText();
    assert.ok(report.startsWith(`# Phare: 401 Unauthorized for \`GET ${monitors}\``), report);
    assert.match(report, /## Why\n1\. \*\*/u);
    await messagesDuring(() => run(commands.testKey, { connection: desk.connection.id }));
    await run(commands.copyReport);
    const test = await vscode.env.clipboard.readText();
    assert.ok(test.startsWith('# Phare: test of a key, valid'), test);
    for (const text of [report, test]) {
      assert.ok(text.includes(`…${desk.connection.keyEnding}`), text);
      assert.ok(!text.includes(desk.key) && !text.includes(desk.connection.label), text);
    }
    await run('workbench.action.closeAllEditors');
    const messages = await messagesDuring(() => run(commands.copyReport));
    assert.match(messages.join('\n'), /no report/u);
  });

  it('offers the actions of each cause in the key report', async () => {
    const { id } = await desk.add('owner', 'Refused');
    await desk.bearings.connections.replaceKey(id, 'pha_org_practice_unknown_00000000000001');
    await messagesDuring(() => run(commands.testKey, { connection: id }));
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      20,
    );
    const replace = lenses.find(({ command }) => command?.command === commands.replaceKey);
    assert.deepEqual(replace?.command?.arguments, [{ connection: id }]);
    const line = document.lineAt(replace?.range.start.line ?? 0).text;
    assert.match(line, /does not accept this key\. \((?:proved|likely)\)/u);
  });

  it('explainResponse explains the clipboard, and shows no key of it', async () => {
    const key = 'pha_org_practice_clipboard_000000000001';
    const text = [
      `$ curl -i 'https://api.phare.io${monitors}' -H 'Authorization: Bearer ${key}'`,
      'HTTP/2 401',
      'content-type: application/json',
      '',
      '{"message":"Unauthorized"}',
    ].join('\n');
    await vscode.env.clipboard.writeText(text);
    await accepting(run(commands.explainResponse));
    const shown = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(shown, /^Phare answered 401 Unauthorized\n/u);
    assert.match(shown, /The request named no project\./u);
    assert.match(shown, /organization key/u);
    assert.ok(!shown.includes(key) && !shown.includes('clipboard'), shown);
    await run(commands.copyReport);
    const report = await vscode.env.clipboard.readText();
    assert.match(report, /nothing was sent/u);
    assert.ok(!report.includes(key), report);
    assert.deepEqual(calls(), []);
  });

  it('replaceKey gives a connection of practice mode another practice key', async () => {
    const { bearings } = desk;
    await run(commands.practiseRefusal, { service: 'phare', cause: 'key-invalid' });
    await until(() => panelTitles().includes(`GET ${monitors}`));
    const practised = () => bearings.connections.list().find(({ id }) => id.startsWith('practice-refusal-'));
    const before = practised();
    assert.ok(before);
    const first = await send(before.id, { project: '1001' });
    assert.equal(first.response?.status, 401);
    const messages = await messagesDuring(() => accepting(run(commands.replaceKey, { connection: before.id })));
    assert.match(messages.join('\n'), /was replaced/u);
    const again = await send(before.id, { project: '1001' });
    assert.equal(again.response?.status, 200);
    assert.deepEqual([practised()?.id, practised()?.label], [before.id, before.label]);
    await run(commands.stopPractice);
  });

  it('practiseRefusal opens a request that is one Send away from its refusal', async () => {
    const { bearings } = desk;
    const practised = () => bearings.connections.list().filter(({ id }) => id.startsWith('practice-refusal-'));
    assert.equal(await run(commands.practiseRefusal, { service: 'phare', cause: 'permission-none' }), undefined);
    await until(() => panelTitles().includes(`GET ${monitors}`));
    const [connection, ...others] = practised();
    assert.ok(connection);
    assert.equal(others.length, 0);
    const exchange = await send(connection.id, { project: '1001' });
    assert.equal(exchange.scope.projectName, 'luminous-guiding-tower');
    const [diagnosis] = await bearings.diagnosis.diagnose(exchange, { probe: false });
    assert.equal(diagnosis?.cause, 'permission-none');
    await run(commands.practiseRefusal, { service: 'wellows', cause: 'key-invalid' });
    assert.deepEqual(
      practised().map(({ service }) => service),
      ['wellows'],
    );
    const messages = await messagesDuring(() => run(commands.practiseRefusal, { service: 'phare', cause: 'cors' }));
    assert.match(messages.join('\n'), /browser/u);
    await run(commands.stopPractice);
    assert.deepEqual(practised(), []);
  });
});

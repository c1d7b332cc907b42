import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { commands, requestPanelType } from '../../src/manifest.ts';
import { startServer } from '../support/server.ts';
import { type Connected, connected, removeAll } from './support/connect.ts';
import { messagesDuring, until } from './support/harness.ts';

const run = (command: string, ...all: unknown[]): Promise<unknown> =>
  Promise.resolve(vscode.commands.executeCommand(command, ...all));

/** The labels of the open request panels. */
function panelTitles(): string[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(requestPanelType))
    .map(({ label }) => label);
}

/** Waits for a command, closing whatever it asks on the way. */
async function closingQuestions(work: Promise<unknown>): Promise<unknown> {
  let isOver = false;
  const over = work.finally(() => (isOver = true));
  over.catch(() => undefined);
  await until(async () => {
    if (!isOver) await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    return isOver;
  });
  return over;
}

describe('commands called with arguments', () => {
  let desk: Connected;
  before(async () => {
    desk = await connected();
  });
  beforeEach(() => desk.phare.control.reset());
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
  after(() => desk.end());

  it('switchProject points the connection at the project, and sends nothing', async () => {
    const { bearings, connection, phare } = desk;
    await bearings.projects.list(connection.id);
    phare.control.forget();
    assert.equal(await run(commands.switchProject, { connection: connection.id, project: '1002' }), undefined);
    assert.equal(bearings.projects.selected(connection.id)?.slug, 'quiet-harbor');
    assert.deepEqual(phare.control.requests, []);
  });

  it('openRequest opens a panel with that title, and sends nothing', async () => {
    const { connection, phare } = desk;
    const target = { connection: connection.id, method: 'get', path: '/uptime/monitors' };
    assert.equal(await run(commands.openRequest, target), undefined);
    await until(() => panelTitles().includes('GET /uptime/monitors'));
    assert.deepEqual(panelTitles(), ['GET /uptime/monitors']);
    assert.deepEqual(phare.control.requests, []);
  });

  it('explainRefusal opens the refused request, without sending it again', async () => {
    const { bearings, connection, phare } = desk;
    const draft = { connection: connection.id, method: 'GET', path: '/uptime/monitors', project: null };
    const { id } = await bearings.requests.send(draft);
    phare.control.forget();
    assert.equal(await run(commands.explainRefusal, { exchange: id }), undefined);
    await until(() => panelTitles().includes('GET /uptime/monitors'));
    // Asked for once more, the panel that shows it comes to the front. Another one is opened to wait for.
    await run(commands.explainRefusal, { exchange: id });
    await run(commands.openRequest, { connection: connection.id, method: 'GET', path: '/projects' });
    await until(() => panelTitles().includes('GET /projects'));
    assert.deepEqual(panelTitles().sort(), ['GET /projects', 'GET /uptime/monitors']);
    assert.deepEqual(phare.control.requests, []);
  });

  it('explainRefusal and sendAgain say so when the answer is not there any more', async () => {
    for (const command of [commands.explainRefusal, commands.sendAgain]) {
      const messages = await messagesDuring(() => run(command, { exchange: 'no-such-exchange' }));
      assert.equal(messages.length, 1, command);
      assert.match(messages[0] ?? '', /not kept|closed/u);
    }
    assert.deepEqual(panelTitles(), []);
  });

  it('refresh asks again only for what is looked at next', async () => {
    const { bearings, connection, phare } = desk;
    await bearings.projects.list(connection.id);
    phare.control.forget();
    await bearings.projects.list(connection.id);
    assert.equal(phare.control.requests.length, 0, 'a loaded list is asked for twice');
    assert.equal(await run(commands.refresh, { connection: connection.id }), undefined);
    await bearings.projects.list(connection.id);
    assert.equal(phare.control.requests[0]?.path.split('?')[0], '/projects');
  });

  it('testKey opens a report that shows no more than the end of the key', async () => {
    const { connection, key } = desk;
    const messages = await messagesDuring(async () => {
      assert.equal(await run(commands.testKey, { connection: connection.id }), undefined);
    });
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.ok(text.includes(`…${connection.keyEnding}`), text);
    assert.ok(![text, ...messages].join('\n').includes(key));
    assert.equal(messages.length, 1);
  });

  it('removeConnection asks first, and removes only when the person agrees', async () => {
    const { bearings, context } = desk;
    const { id } = await desk.add('readOnly');
    const exists = () => bearings.connections.list().some((connection) => connection.id === id);
    const questions = await messagesDuring(() => run(commands.removeConnection, { connection: id }));
    assert.equal(questions.length, 1);
    assert.ok(exists(), 'it is gone although nobody agreed');
    await messagesDuring(async () => {
      assert.equal(await run(commands.removeConnection, { connection: id }), undefined);
    }, 'Remove');
    assert.ok(!exists());
    assert.equal(await context.secrets.get(`bearings.key.${id}`), undefined);
  });

  it('show a label as text, whatever is in it', async () => {
    const { id } = await desk.add('readOnly', '[Sign in](command:workbench.action.quit) <b>');
    const messages = await messagesDuring(async () => {
      await run(commands.testKey, { connection: id });
      await run(commands.removeConnection, { connection: id });
    }, 'Remove');
    assert.equal(messages.length, 2);
    for (const message of messages) {
      assert.ok(message.includes('Sign in'), message);
      assert.ok(!message.includes(']('), message);
    }
  });

  it('copyId copies the id of a row', async () => {
    await run(commands.copyId, { row: { id: '4711', label: 'Monitor', value: {} } });
    assert.equal(await vscode.env.clipboard.readText(), '4711');
  });
});

describe('Copy as cURL', () => {
  let desk: Connected;
  before(async () => {
    desk = await connected();
    await desk.bearings.projects.list(desk.connection.id);
    await desk.bearings.projects.select(desk.connection.id, '1002');
  });
  after(() => desk.end());

  const copied = async (path: string, method = 'GET'): Promise<string> => {
    const target = { connection: desk.connection.id, method, path };
    assert.equal(await run(commands.copyAsCurl, target), undefined);
    return vscode.env.clipboard.readText();
  };

  it('has the variable and the scope, and never the key', async () => {
    const text = await copied('/uptime/monitors');
    assert.ok(text.includes('$PHARE_API_KEY'), text);
    assert.ok(text.includes('X-Phare-Project-Id: 1002'), text);
    assert.ok(!text.includes(desk.key));
    assert.ok(!(await copied('/projects')).includes('X-Phare-Project'));
  });

  it('is not made of a request that a key is typed into', async () => {
    await vscode.env.clipboard.writeText('what was there');
    assert.equal(await copied(`/uptime/monitors?key=${desk.key}`), 'what was there');
  });

  it('sends in a shell what Bearings itself sends', async () => {
    const { bearings, connection, key, phare } = desk;
    for (const path of ['/uptime/monitors?per_page=5', "/uptime/monitors?search=it's%20$HOME%20`id`"]) {
      phare.control.reset();
      await bearings.requests.send({ connection: connection.id, method: 'GET', path });
      const text = await copied(path);
      // A curl of the test's own takes the words apart as any program gets them from the shell.
      const script = `curl() { for word in "$@"; do printf '%s\\0' "$word"; done; }\n${text}`;
      const { stdout } = await promisify(execFile)('/bin/sh', ['-c', script], { env: { PHARE_API_KEY: key } });
      const words = stdout.split('\0').slice(0, -1);
      const [own] = phare.control.requests;
      const url = words.find((word) => word.startsWith('http'));
      assert.equal(url, `${connection.baseUrl}${own?.path ?? ''}`);
      assert.ok(words.includes(`Authorization: ${own?.headers['authorization'] ?? 'missing'}`), text);
      assert.ok(words.includes(`X-Phare-Project-Id: ${own?.headers['x-phare-project-id'] ?? 'missing'}`), text);
    }
  });

  it('runs as it is, where curl is installed', async () => {
    const server = await startServer();
    try {
      const other = await desk.bearings.connections.add({
        service: 'phare',
        key: desk.key,
        baseUrl: server.baseUrl,
      });
      await run(commands.copyAsCurl, { connection: other.id, method: 'GET', path: '/projects?per_page=5' });
      const text = await vscode.env.clipboard.readText();
      const env = { ...process.env, PHARE_API_KEY: desk.key };
      const script = `command -v curl >/dev/null || { echo no curl; exit 0; }\n${text}`;
      const { stdout } = await promisify(execFile)('/bin/sh', ['-c', script], { env });
      if (stdout.trim() === 'no curl') return;
      const [request] = server.requests;
      assert.equal(request?.url, '/projects?per_page=5');
      assert.equal(request.header('authorization'), `Bearer ${desk.key}`);
      assert.equal(stdout, '{}');
    } finally {
      await server[Symbol.asyncDispose]();
    }
  });
});

describe('commands called with nonsense', () => {
  let desk: Connected;
  before(async () => {
    desk = await connected();
    // With two to choose from, a command without a usable argument asks and does not act on the only one.
    await desk.add('readOnly');
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
  after(async () => {
    await run(commands.stopPractice);
    await removeAll(desk.bearings);
    await desk.end();
  });

  const nonsense: readonly unknown[] = [
    undefined,
    null,
    42,
    'text',
    [],
    { connection: 42 },
    { connection: 'no-such-connection', project: 'no-such-project', method: '\u0000', path: '::', exchange: '' },
    { service: 'no-such-service', rowId: 'c/nowhere/more', row: { id: {}, label: [] } },
  ];
  for (const command of Object.values(commands)) {
    it(`${command} neither throws nor returns anything`, async () => {
      const stored = desk.bearings.connections.list().filter(({ id }) => !id.startsWith('practice-'));
      for (const argument of nonsense) {
        await messagesDuring(async () => {
          assert.equal(await closingQuestions(run(command, argument, argument)), undefined);
        });
      }
      assert.deepEqual(
        desk.bearings.connections.list().filter(({ id }) => !id.startsWith('practice-')),
        stored,
      );
      assert.deepEqual(
        desk.phare.control.requests.filter(({ method }) => method !== 'GET'),
        [],
      );
    });
  }
});

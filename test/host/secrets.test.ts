import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { commands } from '../../src/manifest.ts';
import type { Connection } from '../../src/connections/connection.ts';
import { type LoopbackServer, bytes, json, startServer } from '../support/server.ts';
import { type Activated, activated, logLines, whileSecretsRefuse } from './support/harness.ts';
import { dataFolder } from './support/recorded.ts';

const KEY = 'pha_org_practice_secret_never_written_down';
const OTHER_KEY = 'pha_org_practice_another_never_written';
const secretName = ({ id }: Pick<Connection, 'id'>): string => `bearings.key.${id}`;

/** The files below a folder in which a text stands. */
async function filesWith(text: string, folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    // VS Code may have removed one meanwhile.
    const content = await readFile(file).catch(() => Buffer.alloc(0));
    if (content.includes(text) || content.includes(text, 0, 'utf16le')) found.push(file);
  }
  return found;
}

/** All that the extension keeps in the two stores that are not secret. */
function keptInClear({ context }: Activated): string {
  return [context.globalState, context.workspaceState]
    .flatMap((store) => store.keys().map((name) => `${name}=${JSON.stringify(store.get(name))}`))
    .join('\n');
}

describe('keys', () => {
  let desk: Activated;
  let server: LoopbackServer;
  let connection: Connection;
  before(async () => {
    desk = await activated();
  });
  beforeEach(async () => {
    server = await startServer();
    connection = await desk.bearings.connections.add({
      service: 'phare',
      key: KEY,
      label: 'Secrets',
      baseUrl: server.baseUrl,
    });
  });
  afterEach(async () => {
    for (const { id } of desk.bearings.connections.list()) await desk.bearings.connections.remove(id);
    await server[Symbol.asyncDispose]();
  });

  const send = (path_ = '/projects') =>
    desk.bearings.requests.send({ connection: connection.id, method: 'GET', path: path_ });

  it('are kept in secret storage and in no other store', async () => {
    assert.equal(await desk.context.secrets.get(secretName(connection)), KEY);
    const kept = keptInClear(desk);
    assert.ok(kept.includes(connection.id), 'the connection itself is not where this test looks');
    assert.ok(!kept.includes(KEY), kept);
    assert.ok(!JSON.stringify(vscode.workspace.getConfiguration('bearings')).includes(KEY));
  });

  it('stand in no file after requests whose answers repeat them', async () => {
    server.answer((response, request) => {
      const echo = { sent: request.rawHeaders, key: KEY, [KEY]: `Bearer ${KEY}` };
      json(echo, request.url.includes('refused') ? 401 : 200, { 'x-echo': KEY, 'set-cookie': `key=${KEY}` })(
        response,
        request,
      );
    });
    for (const path_ of ['/projects', '/refused', '/refused?a=b']) {
      const exchange = await send(path_);
      assert.ok(!JSON.stringify(exchange).includes(KEY), path_);
      assert.ok(!JSON.stringify(await desk.bearings.diagnosis.diagnose(exchange)).includes(KEY), path_);
    }
    assert.ok(!JSON.stringify(await desk.bearings.keys.check(connection.id)).includes(KEY));
    await vscode.commands.executeCommand(commands.testKey, { connection: connection.id });
    for (const document of vscode.workspace.textDocuments) assert.ok(!document.getText().includes(KEY));
    assert.ok(server.requests.every((request) => request.header('authorization') === `Bearer ${KEY}`));
    // A text that is known to be there shows that this looks in the right place.
    assert.notDeepEqual(await filesWith('workbench.startupEditor', dataFolder()), []);
    assert.deepEqual(await filesWith(KEY, dataFolder()), []);
  });

  it('stand in no line of the log, which has one for each request', async () => {
    const before_ = logLines.length;
    server.answer(bytes(KEY, { location: `/elsewhere?key=${KEY}` }, 302));
    const exchange = await send('/projects');
    await send(`/projects?key=${KEY}`);
    const own = logLines.slice(before_);
    assert.equal(own.length, 2);
    assert.ok(own[0]?.includes(`GET ${server.baseUrl}/`), own[0]);
    assert.ok(!own.join('\n').includes(KEY), own.join('\n'));
    assert.ok(!JSON.stringify(exchange).includes(KEY));
  });

  it('and what a person typed as a secret into a query are not in the log', async () => {
    const before_ = logLines.length;
    await send('/projects?page=2&api_key=practice0typed1secret');
    const own = logLines.slice(before_).join('\n');
    assert.match(own, /GET http\S+\/projects\?page=2&api_key=…cret /u);
    assert.ok(!own.includes('practice0typed1'), own);
  });

  it('are gone from secret storage when their connection is removed', async () => {
    await desk.bearings.connections.remove(connection.id);
    assert.equal(await desk.context.secrets.get(secretName(connection)), undefined);
    assert.ok(!keptInClear(desk).includes(connection.id));
  });

  it('are taken over when another window replaces them', async () => {
    await send();
    await desk.context.secrets.store(secretName(connection), OTHER_KEY);
    await send();
    const sent = server.requests.map((request) => request.header('authorization'));
    assert.deepEqual(sent, [`Bearer ${KEY}`, `Bearer ${OTHER_KEY}`]);
  });

  it('follow a connection that another window added or removed', async () => {
    const { bearings, context } = desk;
    const added: Connection = { ...connection, id: 'of-another-window', label: 'Of another window' };
    await context.globalState.update('bearings.connections', [connection, added]);
    await context.secrets.store(secretName(added), OTHER_KEY);
    assert.deepEqual(
      bearings.connections.list().map(({ id }) => id),
      [connection.id, added.id],
    );
    const exchange = await bearings.requests.send({ connection: added.id, method: 'GET', path: '/projects' });
    assert.equal(exchange.response?.status, 200);
    assert.equal(server.requests.at(-1)?.header('authorization'), `Bearer ${OTHER_KEY}`);
    await context.globalState.update('bearings.connections', [connection]);
    await context.secrets.delete(secretName(added));
    await assert.rejects(bearings.requests.send({ connection: added.id, method: 'GET', path: '/projects' }));
  });

  it('leave nothing half-saved when secret storage refuses them', async () => {
    const { bearings, context } = desk;
    const stored = bearings.connections.list();
    await whileSecretsRefuse('the keyring is locked', async () => {
      const input = { service: 'phare', key: OTHER_KEY, baseUrl: server.baseUrl };
      await assert.rejects(bearings.connections.add(input), /keyring is locked/u);
      await assert.rejects(bearings.connections.replaceKey(connection.id, OTHER_KEY), /keyring is locked/u);
    });
    assert.deepEqual(bearings.connections.list(), stored);
    assert.equal(await context.secrets.get(secretName(connection)), KEY);
  });

  it('are told of as missing, and nothing is sent, when secret storage has lost them', async () => {
    await desk.context.secrets.delete(secretName(connection));
    const exchange = await send();
    assert.equal(exchange.failure?.kind, 'not-sent');
    const [diagnosis] = await desk.bearings.diagnosis.diagnose(exchange);
    assert.equal(diagnosis?.cause, 'key-missing');
    assert.equal(server.requests.length, 0);
  });
});

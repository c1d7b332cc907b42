import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { RequestDraft } from '../../src/client/draft.ts';
import type { Exchange } from '../../src/client/exchange.ts';
import { KEPT_BODY, type KeptDraft } from '../../src/client/history.ts';
import { HistoryFolder } from '../../src/editor/keeping/historyFolder.ts';
import { type HistoryParts, keepInHistory } from '../../src/editor/keeping/keepSent.ts';
import { requestDraft } from '../../src/editor/panel/draft.ts';
import { commands, settings } from '../../src/manifest.ts';
import { builtInServices } from '../../src/services/registry.ts';
import { connect } from '../support/compose.ts';
import { type LoopbackServer, json, startServer } from '../support/server.ts';
import { activated, messagesDuring } from './support/harness.ts';

const KEY = 'pha_org_practice_history_stored_key';
const draft: KeptDraft = {
  method: 'GET',
  path: '/uptime/monitors',
  pathValues: {},
  query: [{ name: 'page', value: '1' }],
  headers: [],
  body: '',
};

describe('the history on disk', () => {
  let root: string;
  let storage: vscode.Uri;
  let folder: HistoryFolder;
  let server: LoopbackServer;
  let desk: Awaited<ReturnType<typeof connect>>;
  let parts: HistoryParts;
  const failures: string[] = [];
  before(activated);
  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'bearings-history-'));
    storage = vscode.Uri.file(path.join(root, 'storage'));
    folder = new HistoryFolder(storage);
    server = await startServer();
    desk = await connect(server.baseUrl, { key: KEY, limits: { maximumBodyBytes: 5_000_000 } });
    failures.length = 0;
    const log = { error: (what: string) => void failures.push(what) };
    parts = { connections: desk.connections, services: builtInServices(), storage, log };
  });
  afterEach(async () => {
    await setting(undefined);
    await server[Symbol.asyncDispose]();
    await rm(root, { recursive: true, force: true });
  });

  const setting = (maximum: number | undefined) =>
    vscode.workspace.getConfiguration().update(settings.historyEntries, maximum, vscode.ConfigurationTarget.Global);
  const historyPath = () => path.join(storage.fsPath, 'history');
  const files = async (): Promise<string[]> => {
    const names = await readdir(historyPath()).catch(() => []);
    return names.toSorted((one, other) => (one < other ? -1 : 1));
  };
  async function sendAndKeep(changes: Partial<KeptDraft> = {}): Promise<Exchange> {
    const composed = { ...draft, ...changes };
    const request: RequestDraft = requestDraft(desk.connection.id, composed);
    const exchange = await desk.client.send(request);
    await keepInHistory(parts, composed, undefined, exchange);
    return exchange;
  }
  const kept = async () => (await folder.list()).map(({ path: sent }) => sent);

  it('gives back what was sent and what was answered, the latest first', async () => {
    server.answer(json({ data: [{ id: 1 }] }));
    const first = await sendAndKeep({ path: '/first' });
    const second = await sendAndKeep({ path: '/second/{id}', pathValues: { id: '7' } });
    const [latest, oldest, ...others] = await folder.list();
    assert.deepEqual(others, []);
    assert.equal(latest?.path, '/second/7');
    assert.equal(latest.status, 200);
    assert.equal(oldest?.id, first.id);
    const entry = await folder.entry(latest.name);
    assert.deepEqual(entry?.exchange, JSON.parse(JSON.stringify(second)));
    assert.deepEqual(entry?.draft, { ...draft, path: '/second/{id}', pathValues: { id: '7' } });
    assert.equal(entry.connection, desk.connection.id);
    assert.deepEqual(failures, []);
  });

  it('has no typed secret in any file, wherever it was typed', async () => {
    const plants = Array.from({ length: 12 }, (_, index) => `planted-secret-${index}-of-the-person`);
    const [path_, value, query, queryInPath, header, ownHeader, cookie, json_, nested, listed, typedKey, echoed] =
      plants;
    server.answer((response, request) => {
      const text = `${request.url} ${JSON.stringify(request.rawHeaders)} ${request.body}`;
      json({ text, again: btoa(text) }, 200, { 'x-echo': encodeURIComponent(text).slice(0, 4000) })(response, request);
    });
    await sendAndKeep({
      method: 'POST',
      path: `/logins/{token}/pha_org_${path_}?api_key=${queryInPath}`,
      pathValues: { token: value ?? '' },
      query: [
        { name: 'access_token', value: query ?? '' },
        { name: 'note', value: `pha_prj_${typedKey}` },
        { name: 'echo', value: `Bearer ${echoed}` },
      ],
      headers: [
        { name: 'Authorization', value: `Bearer ${header}` },
        { name: 'X-My-Secret', value: ownHeader ?? '' },
        { name: 'X-Cookie-Jar', value: cookie ?? '' },
      ],
      body: JSON.stringify({
        password: json_,
        credentials: [{ value: nested }, listed],
        plain: 'to be found',
        own: KEY,
      }),
    });
    const texts = await Promise.all((await files()).map((file) => readFile(path.join(historyPath(), file), 'utf8')));
    assert.equal(texts.length, 2);
    const all = texts.join('\n');
    assert.ok(all.includes('to be found'), 'the body is not where this test looks');
    for (const plant of [...plants, 'planted-secret', KEY, 'history_stored']) assert.ok(!all.includes(plant), plant);
    const [listedEntry] = await folder.list();
    const entry = await folder.entry(listedEntry?.name ?? '');
    assert.match(entry?.omitted.join(' ') ?? '', /masked/u);
  });

  it('keeps as many entries as the setting says, and lets the oldest go', async () => {
    await setting(3);
    for (const number of [1, 2, 3, 4, 5]) await sendAndKeep({ path: `/number/${number}` });
    assert.deepEqual(await kept(), ['/number/5', '/number/4', '/number/3']);
    assert.equal((await files()).length, 6);
  });

  it('keeps nothing when the setting is 0, and leaves what is there', async () => {
    await sendAndKeep({ path: '/before' });
    await setting(0);
    await sendAndKeep({ path: '/after' });
    assert.deepEqual(await kept(), ['/before']);
  });

  it('keeps within its size, whatever the number, and always the latest', async () => {
    server.answer(json({ text: 'x'.repeat(20_000) }));
    const small = new HistoryFolder(storage, 50_000);
    const entries: string[] = [];
    for (const number of [1, 2, 3]) {
      await sendAndKeep({ path: `/number/${number}` });
      const [latest] = await folder.list();
      const entry = latest && (await folder.entry(latest.name));
      assert.ok(entry);
      await small.add(entry, 100);
      entries.push(latest.path);
    }
    assert.deepEqual(entries, ['/number/1', '/number/2', '/number/3']);
    assert.deepEqual(await kept(), ['/number/3', '/number/2']);
    const [latest] = await folder.list();
    const entry = latest && (await folder.entry(latest.name));
    assert.ok(entry);
    await new HistoryFolder(storage, 10).add(entry, 100);
    assert.deepEqual(await kept(), ['/number/3']);
  });

  it('keeps the first megabyte of a large body, and says so', async () => {
    server.answer(json({ text: 'y'.repeat(KEPT_BODY) }));
    const exchange = await sendAndKeep();
    const [listed] = await folder.list();
    const entry = await folder.entry(listed?.name ?? '');
    assert.equal(entry?.exchange.response?.bodyText, exchange.response?.bodyText.slice(0, KEPT_BODY));
    assert.equal(entry?.exchange.response?.truncated, true);
    assert.equal(listed?.sizeBytes, exchange.response?.sizeBytes);
    assert.match(entry.omitted.join(' '), /first megabyte/u);
  });

  it('loses only the entry whose file is broken or half written', async () => {
    for (const number of [1, 2, 3, 4]) await sendAndKeep({ path: `/number/${number}` });
    const [four, three, two, one] = await folder.list();
    await truncate(path.join(historyPath(), `${three?.name}.summary`), 20);
    await truncate(path.join(historyPath(), `${two?.name}.entry`), 20);
    await writeFile(path.join(historyPath(), `${one?.name}x.summary`), '\0\0');
    await writeFile(path.join(historyPath(), 'what-is-this.txt'), 'not an entry');
    assert.deepEqual(await kept(), ['/number/4', '/number/2', '/number/1']);
    assert.equal(await folder.entry(two?.name ?? ''), undefined);
    assert.equal((await folder.entry(one?.name ?? ''))?.draft.path, '/number/1');
    assert.equal((await folder.entry(four?.name ?? ''))?.draft.path, '/number/4');
    await sendAndKeep({ path: '/number/5' });
    assert.deepEqual(await kept(), ['/number/5', '/number/4', '/number/2', '/number/1']);
    assert.deepEqual(failures, []);
  });

  it('clears away what an unfinished write left, and not what another window is writing now', async () => {
    await mkdir(historyPath(), { recursive: true });
    const now = new Date().toISOString().replaceAll(/[^\dTZ]/gu, '');
    const old = ['20200101T000000000Z-a-3.entry.unfinished', '20200101T000000000Z-b-3.entry'];
    const fresh = [`${now}-c-3.entry.unfinished`, `${now}-d-3.entry`];
    for (const file of [...old, ...fresh]) await writeFile(path.join(historyPath(), file), 'abc');
    await sendAndKeep();
    const left = await files();
    assert.deepEqual(
      left.filter((file) => old.includes(file)),
      [],
    );
    assert.deepEqual(
      left.filter((file) => fresh.includes(file)),
      fresh,
    );
  });

  it('holds the entries of several windows that write at once', async () => {
    const exchange = await desk.client.send(requestDraft(desk.connection.id, draft));
    const windows = [1, 2, 3, 4].map(() => ({ ...parts }));
    await Promise.all(
      windows.flatMap((window, at) =>
        [1, 2, 3, 4, 5].map((number) =>
          keepInHistory(window, { ...draft, path: `/${at}/${number}` }, undefined, {
            ...exchange,
            id: `${at}${number}`,
          }),
        ),
      ),
    );
    assert.equal((await kept()).length, 20);
    assert.deepEqual(failures, []);
  });

  it('forgets one entry, and can be told to twice', async () => {
    await sendAndKeep({ path: '/stays' });
    await sendAndKeep({ path: '/goes' });
    const [latest] = await folder.list();
    await folder.delete(latest?.name ?? '');
    await new HistoryFolder(storage).delete(latest?.name ?? '');
    assert.deepEqual(await kept(), ['/stays']);
    assert.equal((await files()).length, 2);
  });

  it('does not keep what never went out', async () => {
    const exchange = await sendAndKeep({ path: 'no slash' });
    assert.equal(exchange.failure?.kind, 'not-sent');
    assert.deepEqual(await files(), []);
  });

  it('tells the log, and nobody else, when the disk refuses', async () => {
    await writeFile(path.join(root, 'storage'), 'a file where the folder should be');
    await sendAndKeep();
    assert.equal(failures.length, 1);
  });

  it('keeps nothing when a stored key cannot be read, because it could not be masked', async () => {
    const exchange = await desk.client.send(requestDraft(desk.connection.id, draft));
    desk.vault.reject('get');
    await keepInHistory(parts, draft, undefined, exchange);
    assert.deepEqual(await files(), []);
    assert.equal(failures.length, 1);
  });
});

describe('clearing the history', () => {
  let folder: HistoryFolder;
  before(async () => {
    const { context } = await activated();
    folder = new HistoryFolder(context.storageUri ?? context.globalStorageUri);
    const server = await startServer();
    const { client, connection, connections } = await connect(server.baseUrl);
    const exchange = await client.send({ connection: connection.id, method: 'GET', path: '/projects' });
    const storage = context.storageUri ?? context.globalStorageUri;
    const log = { error: (what: string, error: unknown) => assert.fail(`${what}: ${String(error)}`) };
    await keepInHistory({ connections, services: builtInServices(), storage, log }, draft, undefined, exchange);
    await server[Symbol.asyncDispose]();
  });

  it('asks first, and leaves all as it is where the person does not agree', async () => {
    const [question] = await messagesDuring(async () => vscode.commands.executeCommand(commands.clearHistory));
    assert.match(question ?? '', /Clear the history of this workspace\?/u);
    assert.equal((await folder.list()).length, 1);
  });

  it('deletes every entry, and says when there is nothing to open', async () => {
    await messagesDuring(async () => vscode.commands.executeCommand(commands.clearHistory), 'Clear History');
    assert.deepEqual(await folder.list(), []);
    const [told] = await messagesDuring(async () => vscode.commands.executeCommand(commands.openHistory));
    assert.match(told ?? '', /Nothing was sent from a request panel/u);
  });
});

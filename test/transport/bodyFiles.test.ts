import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BodyFiles } from '../../src/editor/bodyFiles.ts';
import { connect, ownerKey } from '../support/compose.ts';
import { bytes, startServer } from '../support/server.ts';

const encode = (text: string) => new TextEncoder().encode(text);

describe('files of bodies', () => {
  let folder: string;
  let bodies: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'bearings-bodies-'));
    bodies = path.join(folder, 'storage', 'bodies');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const exists = (file: string) =>
    stat(file).then(
      () => true,
      () => false,
    );

  /** A file of an earlier body. */
  async function old(name: string, hours: number, size = 1): Promise<string> {
    await mkdir(bodies, { recursive: true });
    const file = path.join(bodies, name);
    await writeFile(file, Buffer.alloc(size));
    const at = new Date(Date.now() - hours * 3_600_000);
    await utimes(file, at, at);
    return file;
  }

  it('hold what was written, in order, for this user alone', async () => {
    const writer = await new BodyFiles(bodies).create('.json');
    for (const part of ['{"a":', '1', '}']) await writer.write(encode(part));
    await writer.close();
    const file = fileURLToPath(writer.uri);
    assert.equal(path.dirname(file), bodies);
    assert.equal(path.extname(file), '.json');
    assert.equal(await readFile(file, 'utf8'), '{"a":1}');
    if (process.platform !== 'win32') assert.equal((await stat(file)).mode & 0o777, 0o600);
  });

  it('are named as they are called, each a file of its own', async () => {
    const files = new BodyFiles(bodies);
    const title = 'GET uptime monitors 2026-11-21 10.14.33';
    const [first, second] = [await files.create('.json', title), await files.create('.json', title)];
    await Promise.all([first.close(), second.close()]);
    const third = await new BodyFiles(bodies).create('.json', title);
    await third.write(encode('3'));
    await third.close();
    assert.deepEqual((await readdir(bodies)).toSorted(), [`${title} (2).json`, `${title} (3).json`, `${title}.json`]);
    assert.equal(await readFile(fileURLToPath(third.uri), 'utf8'), '3');
    await third.discard();
    assert.equal(await exists(fileURLToPath(first.uri)), true);
  });

  it('are gone when they are discarded', async () => {
    const writer = await new BodyFiles(bodies).create('.txt');
    await writer.write(encode('a'));
    await writer.discard();
    assert.deepEqual(await readdir(bodies), []);
    await writer.discard();
  });

  it('touch nothing on disk before the first one', async () => {
    const files = new BodyFiles(bodies);
    await files.sweep();
    assert.equal(await exists(bodies), false);
  });

  it('go after a day, and the oldest first where there is too much', async () => {
    const yesterday = await old('yesterday.json', 25);
    const today = await old('today.json', 23);
    const files = new BodyFiles(bodies, { keptBytes: 250 });
    await files.sweep();
    assert.deepEqual([await exists(yesterday), await exists(today)], [false, true]);
    const [oldest, middle, youngest] = [await old('1', 3, 100), await old('2', 2, 100), await old('3', 1, 100)];
    await files.sweep();
    const left = await Promise.all([today, oldest, middle, youngest].map(exists));
    assert.deepEqual(left, [false, false, true, true]);
  });

  it('are not swept while they are written', async () => {
    const files = new BodyFiles(bodies, { keptBytes: 1 });
    const writer = await files.create('.txt');
    await writer.write(encode('abc'));
    await files.sweep();
    assert.equal(await exists(fileURLToPath(writer.uri)), true);
    await writer.close();
  });

  it('take a whole answer, masked', async () => {
    await using server = await startServer(bytes(`["${ownerKey}","${'é'.repeat(2_000_000)}"]`));
    const { client, connection } = await connect(server.baseUrl, { limits: { maximumFileBytes: 100_000_000 } });
    const exchange = await client.send(
      { connection: connection.id, method: 'GET', path: '/projects' },
      { bodyStore: new BodyFiles(bodies) },
    );
    const file = exchange.response?.file;
    assert.ok(file?.complete);
    const written = await readFile(fileURLToPath(file.uri), 'utf8');
    assert.equal(written, `["…wner","${'é'.repeat(2_000_000)}"]`);
    assert.equal(Buffer.byteLength(written), file.sizeBytes);
  });

  it('are not begun where there can be none', async () => {
    await writeFile(path.join(folder, 'storage'), 'a file in the way');
    await assert.rejects(new BodyFiles(bodies).create('.txt'));
  });
});

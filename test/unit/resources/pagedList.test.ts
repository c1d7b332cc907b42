import assert from 'node:assert/strict';
import type { Exchange } from '../../../src/client/exchange.ts';
import type { Page } from '../../../src/resources/page.ts';
import { PagedList } from '../../../src/resources/pagedList.ts';
import { settled } from '../../support/manualClock.ts';

const exchange: Exchange = {
  id: 'one',
  connection: 'one',
  service: 'phare',
  scope: { by: 'none' },
  request: { method: 'GET', url: 'https://api.phare.io/', headers: {} },
  startedAt: new Date(0).toISOString(),
  durationMs: 0,
  hops: [],
  callsSpent: 1,
  notes: [],
};
const page = (items: readonly string[], next?: string): Page<string> => ({
  items,
  exchange,
  refused: false,
  ...(next !== undefined && { next }),
});
const refused: Page<string> = { items: [], exchange, refused: true };

/** A list whose pages a test gives out by hand, one promise for each that was asked for. */
function byHand() {
  const asked: { cursor: string | undefined; give: (page: Page<string>) => void; fail: (error: Error) => void }[] = [];
  let changes = 0;
  const list = new PagedList<string>(
    (cursor) =>
      new Promise((give, fail) => {
        asked.push({ cursor, give, fail });
      }),
    () => {
      changes += 1;
    },
  );
  return {
    list,
    asked,
    changes: () => changes,
    async answer(index: number, answer: Page<string>) {
      asked[index]?.give(answer);
      await settled();
    },
  };
}

describe('A list by pages', () => {
  it('opened twice at once asks once, and both see it loaded', async () => {
    const { list, asked, answer, changes } = byHand();
    const both = Promise.all([list.open(), list.open()]);
    await answer(0, page(['a'], 'two'));
    await both;
    assert.equal(asked.length, 1);
    assert.deepEqual([list.entries, list.hasMore, list.isLoaded, changes()], [['a'], true, true, 1]);
    await list.open();
    assert.equal(asked.length, 1);
  });

  it('asked for more twice at once asks once', async () => {
    const { list, asked, answer } = byHand();
    void list.open();
    await answer(0, page(['a'], 'two'));
    void list.more();
    void list.more();
    await answer(1, page(['b']));
    assert.deepEqual(
      asked.map(({ cursor }) => cursor),
      [undefined, 'two'],
    );
    assert.deepEqual(list.entries, ['a', 'b']);
    await list.more();
    assert.equal(asked.length, 2);
  });

  it('an entry that moved between two pages is kept once, where it has an identity', async () => {
    const pages = [page(['a', 'b'], 'two'), page(['b', 'c'])];
    const list = new PagedList<string>(
      async () => pages.shift() ?? refused,
      () => undefined,
      (entry) => entry,
    );
    await list.open();
    await list.more();
    assert.deepEqual(list.entries, ['a', 'b', 'c']);
  });

  it('a refused second page keeps the first, and is asked for once more', async () => {
    const { list, asked, answer } = byHand();
    void list.open();
    await answer(0, page(['a'], 'two'));
    void list.more();
    await answer(1, refused);
    assert.deepEqual([list.entries, list.hasMore], [['a'], true]);
    assert.equal(list.refusal, exchange);
    void list.more();
    await answer(2, page(['b']));
    assert.deepEqual(
      asked.map(({ cursor }) => cursor),
      [undefined, 'two', 'two'],
    );
    assert.deepEqual([list.entries, list.refusal], [['a', 'b'], undefined]);
  });

  it('a refused first page is not asked for again by opening, only by asking for more', async () => {
    const { list, asked, answer } = byHand();
    void list.open();
    await answer(0, refused);
    await list.open();
    assert.equal(asked.length, 1);
    void list.more();
    await answer(1, page(['a']));
    assert.deepEqual([list.entries, list.refusal], [['a'], undefined]);
  });

  it('reset while a page is under way drops that page, and the next look asks anew', async () => {
    const { list, asked, answer, changes } = byHand();
    const first = list.open();
    list.reset();
    const second = list.open();
    assert.equal(asked.length, 2);
    await answer(0, page(['old']));
    await first;
    assert.deepEqual([list.entries, list.isLoaded, changes()], [[], false, 1]);
    // The first one ending must not let a third be sent while the second is under way.
    void list.open();
    assert.equal(asked.length, 2);
    await answer(1, page(['new']));
    await second;
    assert.deepEqual([list.entries, changes()], [['new'], 2]);
  });

  it('replaced while a page is under way drops that page', async () => {
    const { list, answer } = byHand();
    void list.open();
    await answer(0, page(['a'], 'two'));
    void list.more();
    list.replace(page(['x']));
    await answer(1, page(['b']));
    assert.deepEqual([list.entries, list.hasMore], [['x'], false]);
  });

  it('replaced by a refusal keeps its entries and tells of the refusal', async () => {
    const { list, answer } = byHand();
    void list.open();
    await answer(0, page(['a'], 'two'));
    list.replace(refused);
    assert.deepEqual([list.entries, list.hasMore, list.refusal], [['a'], true, exchange]);
  });

  it('a load that rejects leaves the list as it was and can be tried again', async () => {
    const { list, asked, answer } = byHand();
    const failing = list.open();
    asked[0]?.fail(new Error('no such connection'));
    await assert.rejects(failing, /no such connection/u);
    assert.equal(list.isLoaded, false);
    void list.open();
    await answer(1, page(['a']));
    assert.deepEqual(list.entries, ['a']);
  });
});

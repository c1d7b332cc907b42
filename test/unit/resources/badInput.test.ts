import assert from 'node:assert/strict';
import { type Desk, openDesk } from '../../support/desk.ts';
import { type PracticeFlare, identifiers, startPracticeFlare, tenants } from '../../support/flareDesk.ts';
import { type LoopbackServer, bytes, json, startServer } from '../../support/server.ts';

const alerts = '/api/v1/projects/{project_id}/alerts/';
const project = '00000002-0101-4000-8000-000000000001';

describe('Lists that nobody promised', () => {
  let server: LoopbackServer;
  before(async () => {
    server = await startServer();
  });
  after(() => server[Symbol.asyncDispose]());

  const open = (service = 'logfire', maximumBodyBytes = 100_000_000): Promise<Desk> =>
    openDesk(server.baseUrl, { service, key: 'pylf_v1_us_practice0001', maximumBodyBytes });
  const rowsOf = async (body: string) => {
    server.answer(bytes(body, { 'content-type': 'application/json' }));
    const desk = await open();
    const list = desk.resources.of({ connection: desk.connection.id, project, collection: alerts });
    await list.open();
    assert.equal(list.refusal, undefined);
    return list.entries;
  };

  it('keep ids of every kind as text, duplicates as they are, and rows without any', async () => {
    const rows = await rowsOf(
      '[{"id":1},{"id":"1"},{"id":0},{"id":-7},{"id":true},{"id":"a/b"},{"id":null},{"id":{"of":1}},{},7,"x",null,[1,2],{"id":9007199254740993},{"id":1.5}]',
    );
    assert.deepEqual(
      rows.map(({ id }) => id),
      ['1', '1', '0', '-7', 'true', 'a/b', '', '', '', '', '', '', '', '9007199254740993', '1.5'],
    );
    assert.ok(
      rows.every(({ label }) => label !== ''),
      'every row has something to read',
    );
  });

  it('keep projects of every kind of id, each once, and leave out what has none', async () => {
    server.answer(
      bytes(
        '[{"id":7,"project_name":"A"},{"id":"7","project_name":"B"},{"id":12345678901234567890},{"id":null},5,{"project_name":"C"}]',
      ),
    );
    const desk = await open();
    assert.deepEqual(await desk.projects.all(desk.connection.id), [
      { id: '7', name: 'A' },
      { id: '12345678901234567890', name: '12345678901234567890' },
    ]);
  });

  it('read texts as texts: one line, nothing that turns or hides, nothing interpreted, nothing lost', async () => {
    const names = [
      'مشروع المراقبة',
      '\u202egnp.exe\u202c harmless',
      'a\u0000b\u001b[31mc\r\nd\te',
      '<img src=x onerror=alert(1)>',
      '[link](command:workbench.action.quit) **bold** `code`',
      '$(trash) $(sync~spin) ${env:HOME} %s {0}',
      'zero\u200bwidth\ufeff',
      'x'.repeat(5000),
      '\ud800 alone',
      '   ',
    ];
    const rows = await rowsOf(JSON.stringify(names.map((name, id) => ({ id, name, active: true }))));
    for (const [index, { label, value, description }] of rows.entries()) {
      for (const text of [label, description]) {
        assert.doesNotMatch(text, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        assert.ok([...text].length <= 200 && text.isWellFormed());
      }
      assert.deepEqual((value as { name: string }).name, names[index], 'what came is kept as it came');
    }
    assert.equal(rows[3]?.label, names[3]);
    assert.equal(rows[4]?.label, names[4]);
    assert.equal(rows[5]?.label, names[5]);
    assert.match(rows[9]?.label ?? '', /\S/u);
  });

  it('may have 100,000 rows in one answer', async () => {
    const rows = await rowsOf(
      JSON.stringify(Array.from({ length: 100_000 }, (_, id) => ({ id, name: `Alert ${id}` }))),
    );
    assert.equal(rows.length, 100_000);
    assert.equal(rows.at(-1)?.label, 'Alert 99999');
  }).timeout(20_000);

  it('may have 100,000 projects in one answer, of which each is found by its id', async () => {
    server.answer(json(Array.from({ length: 100_000 }, (_, id) => ({ id, project_name: `p-${id}` }))));
    const desk = await open();
    assert.equal((await desk.projects.all(desk.connection.id)).length, 100_000);
    assert.equal(desk.projects.known(desk.connection.id, '99999')?.name, 'p-99999');
    assert.equal(server.requests.at(-1)?.method, 'GET');
    server.answer(json([]));
    await desk.send({ path: alerts, project: '99999' });
  }).timeout(20_000);

  it('that are longer than the limit are refused as a whole, and the exchange says so', async () => {
    server.answer(json(Array.from({ length: 1000 }, (_, id) => ({ id }))));
    const desk = await open('logfire', 1000);
    const list = desk.resources.of({ connection: desk.connection.id, project, collection: alerts });
    await list.open();
    assert.deepEqual(list.entries, []);
    assert.match(list.refusal?.notes.join() ?? '', /longer than the limit/u);
  });

  for (const [name, body] of [
    ['an object in place of the array', '{"data":[]}'],
    ['null', 'null'],
    ['a text', '"none"'],
    ['half of it', '[{"id":1},'],
    ['nothing', ''],
  ] as const) {
    it(`that change their shape meanwhile leave what was there, and say so: ${name}`, async () => {
      server.answer(json([{ id: 1, name: 'Kept' }]));
      const desk = await open();
      await desk.projects.all(desk.connection.id);
      const list = desk.projects.of(desk.connection.id);
      server.answer(bytes(body, { 'content-type': 'application/json' }));
      const page = await desk.projects.refresh(desk.connection.id, {});
      assert.ok(page.refused);
      assert.deepEqual(
        list.entries.map(({ id }) => id),
        ['1'],
      );
      assert.ok(list.refusal);
    });
  }

  it('that name an error inside a 200 are refused, for a service that does so', async () => {
    server.answer(json({ success: false, message: 'Insufficient permissions', code: 403, data: [{ id: 1 }] }));
    const desk = await openDesk(server.baseUrl, { service: 'wellows', key: 'wellows-practice-0001' });
    const page = await desk.bearings.resources.list(desk.connection.id, '/projects');
    assert.deepEqual(page.items, []);
    assert.equal(page.exchange.response?.errorInside?.status, 403);
  });
});

describe('What changes meanwhile', () => {
  let practice: PracticeFlare;
  before(async () => {
    practice = await startPracticeFlare();
  });
  after(() => practice.stop());
  beforeEach(() => practice.flare.control.reset());

  for (const [what, happen, cause] of [
    ['the key is revoked', () => practice.flare.control.revoke(practice.flare.key('owner')), 'key-invalid'],
    [
      'the service fails',
      () => practice.flare.control.plant({ path: identifiers, action: { kind: 'answer', status: 500 } }),
      'service-down',
    ],
    [
      'the cursor is known no more',
      () =>
        practice.flare.control.plant({
          path: identifiers,
          times: 1,
          action: {
            kind: 'answer',
            status: 422,
            body: '{"detail":[{"loc":["query","from"],"msg":"Invalid cursor","type":"value_error"}]}',
          },
        }),
      'invalid-request',
    ],
  ] as const) {
    it(`${what}: the rows stay, the refusal is explained, and the page can be asked for again`, async () => {
      const desk = await practice.open();
      const list = desk.resources.of({
        connection: desk.connection.id,
        project: tenants.bank,
        collection: identifiers,
      });
      await practice.patience.until(list.open());
      happen();
      await practice.patience.until(list.more());
      assert.equal(list.entries.length, 20);
      assert.ok(list.refusal);
      assert.equal(desk.diagnose(list.refusal)[0]?.cause, cause);
      practice.flare.control.reset();
      await practice.patience.until(list.more());
      assert.equal(list.refusal, undefined);
      assert.equal(list.entries.length, 40);
    });
  }
});

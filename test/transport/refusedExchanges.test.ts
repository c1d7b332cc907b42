import assert from 'node:assert/strict';
import { type PracticeFlare, exchangePath, identifiers, startPracticeFlare, tenants } from '../support/flareDesk.ts';

describe('A token', () => {
  let practice: PracticeFlare;
  before(async () => {
    practice = await startPracticeFlare();
  });
  after(() => practice.stop());
  beforeEach(() => practice.flare.control.reset());
  const open = async () => ({ desk: await practice.open() });
  const requests = () => practice.flare.control.requests;

  it('is not had where the exchange is refused: that is the answer, and the request stays unsent', async () => {
    const { desk } = await open();
    practice.flare.control.revoke(practice.flare.key('owner'));
    const exchange = await desk.send({ path: identifiers, project: tenants.bank });
    assert.deepEqual(
      requests().map(({ path, status }) => [path, status]),
      [[exchangePath, 401]],
    );
    assert.equal(exchange.response?.status, 401);
    assert.match(exchange.response.bodyText, /invalid api key/u);
    assert.equal(exchange.request.url, `${practice.flare.service.baseUrl}${exchangePath}`);
    assert.equal(exchange.callsSpent, 1);
    assert.match(exchange.notes.join(), /not exchanged for a token, so the request itself was not sent/u);
    practice.flare.control.restore();
    assert.equal((await desk.send({ path: identifiers, project: tenants.bank })).response?.status, 200);
  });

  for (const [name, action] of [
    ['no token in it', { kind: 'answer', status: 200, body: '{"refresh_token_exp":1}' }],
    ['a token that no header can carry', { kind: 'answer', status: 200, body: '{"token":"a\\nb: c"}' }],
    ['no JSON', { kind: 'answer', status: 200, body: '<html>Sign in</html>' }],
    ['a redirect', { kind: 'redirect', to: 'http://127.0.0.1:9/tokens', status: 307 }],
    ['half an answer', { kind: 'cut-off', body: '{"token":"half' }],
    ['a connection that ends', { kind: 'reset' }],
  ] as const) {
    it(`is not had from an exchange with ${name}, which is not asked again by itself`, async () => {
      const { desk } = await open();
      practice.flare.control.plant({ path: exchangePath, action });
      const exchange = await desk.send({ path: identifiers, project: tenants.bank });
      assert.equal(requests().length, 1);
      assert.equal(exchange.callsSpent, 1);
      assert.ok(exchange.failure || exchange.notes.some((note) => note.includes('not exchanged')));
    });
  }
});

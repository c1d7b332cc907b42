import assert from 'node:assert/strict';
import { entries, field, type Spoken, type SpokenServices, startServices } from '../../support/practiceServices.ts';

const START = Date.UTC(2026, 9, 2);
const MINUTE = 60_000;

describe('the practice Flare: tokens and limits', () => {
  let running: SpokenServices;
  let flare: Spoken;
  let now = START;
  before(async () => {
    running = await startServices({ services: ['flare'], now: () => now, flare: { globalSearches: 2 } });
    const [service] = running.services;
    assert.ok(service);
    flare = service;
  });
  beforeEach(() => {
    now = START;
    flare.control.reset();
  });
  after(() => running.stop());

  const exchange = (key: string, body?: unknown) =>
    flare.send('POST', '/tokens/generate', { headers: { authorization: flare.key(key) }, body });
  const tokenFor = async (key: string, tenant?: number) => {
    const answer = await exchange(key, tenant === undefined ? undefined : { tenant_id: tenant });
    assert.equal(answer.status, 200, answer.text);
    return String(field(answer.value, 'token'));
  };
  const get = (path: string, token: string) =>
    flare.send('GET', path, { headers: { authorization: `Bearer ${token}` } });
  const code = (value: unknown) => field(field(value, 'error'), 'code');

  it('exchanges a bare key for a token, and sets a cookie that nobody should keep', async () => {
    const answer = await exchange('owner', { tenant_id: 4102 });
    assert.equal(answer.status, 200);
    assert.deepEqual(Object.keys(answer.value ?? {}).sort(), ['refresh_token_exp', 'token']);
    assert.equal(typeof field(answer.value, 'refresh_token_exp'), 'number');
    assert.match(answer.headers.get('set-cookie') ?? '', /^refresh_token_cookie=practice-/);
    assert.equal(field((await get('/tokens/test', String(field(answer.value, 'token')))).value, 'tenant_id'), 4102);
  });

  it('records the cookies it is sent, and does not let them stand for a token', async () => {
    const headers = { cookie: 'refresh_token_cookie=practice-refresh-000001' };
    assert.equal((await flare.send('GET', '/tokens/test', { headers })).status, 401);
    assert.equal(flare.control.requests.at(-1)?.headers['cookie'], headers.cookie);
  });

  it('takes no body, an empty object and null as the default tenant', async () => {
    for (const body of [undefined, {}, { tenant_id: null }]) {
      const answer = await exchange('owner', body);
      const test = await get('/tokens/test', String(field(answer.value, 'token')));
      assert.equal(field(test.value, 'tenant_id'), 4101);
      flare.control.refill();
    }
  });

  it('wants the key bare at the exchange, and the token with Bearer everywhere else', async () => {
    const headers = { authorization: `Bearer ${flare.key('owner')}` };
    assert.equal((await flare.send('POST', '/tokens/generate', { headers })).status, 401);
    assert.equal((await flare.send('GET', '/tokens/test', { headers })).status, 401);
    const token = await tokenFor('owner');
    assert.equal((await flare.send('GET', '/tokens/test', { headers: { authorization: token } })).status, 401);
    assert.equal((await get('/tokens/test', token)).status, 200);
  });

  it('says who a token belongs to', async () => {
    assert.deepEqual((await get('/tokens/test', await tokenFor('analyst'))).value, {
      api_key_id: 1200,
      organization_id: 1,
      scopes: ['authenticated', 'apikey', 'firework'],
      tenant_id: 4102,
      user_email: 'user-12@practice.example',
      user_id: 12,
    });
  });

  it('lets a token live for one hour by its own clock', async () => {
    const token = await tokenFor('owner');
    now += 60 * MINUTE - 1;
    assert.equal((await get('/tokens/test', token)).status, 200);
    now += 1;
    const refused = await get('/tokens/test', token);
    assert.equal(refused.status, 401);
    assert.deepEqual(refused.value, { error: { code: 'TOKEN_EXPIRED', message: 'token expired' } });
  });

  it('keeps older tokens of other tenants valid: another tenant is another token', async () => {
    const bank = await tokenFor('owner', 4101);
    const retail = await tokenFor('owner', 4102);
    assert.notEqual(bank, retail);
    const names = async (token: string) =>
      entries((await get('/firework/v4/identifiers/', token)).value, 'items').length;
    assert.deepEqual([await names(bank), await names(retail)], [20, 12]);
  });

  for (const [variant, value, act, status] of [
    ['bad-key', '403', () => flare.send('POST', '/tokens/generate', { headers: { authorization: 'fw_wrong' } }), 403],
    ['bad-token', '403', () => get('/tokens/test', 'wrong'), 403],
    ['unknown-tenant', '403', () => exchange('owner', { tenant_id: 9 }), 403],
    ['unknown-tenant', '404', () => exchange('owner', { tenant_id: 9 }), 404],
    ['unknown-tenant', '400', () => exchange('analyst', { tenant_id: 4101 }), 400],
    ['disabled-tenant', '403', () => exchange('owner', { tenant_id: 4103 }), 403],
    ['disabled-tenant', '200', () => exchange('owner', { tenant_id: 4103 }), 200],
    ['malformed-tenant', '422', () => exchange('owner', { tenant_id: 'bank' }), 422],
    ['malformed-tenant', '400', () => exchange('owner', { tenant_id: 'bank' }), 400],
  ] as const) {
    it(`with ${variant} ${value} answers ${status}`, async () => {
      flare.control.variant(variant, value);
      assert.equal((await act()).status, status);
    });
  }

  it('may answer an expired token with 403, in the words for a bad one', async () => {
    const token = await tokenFor('owner');
    now += 60 * MINUTE;
    flare.control.variant('expired-token', '403');
    flare.control.variant('expired-token-text', 'as-bad-token');
    const refused = await get('/tokens/test', token);
    assert.deepEqual([refused.status, code(refused.value)], [403, 'INVALID_TOKEN']);
  });

  it('refuses the tokens of a revoked key, unless they outlive it', async () => {
    const token = await tokenFor('owner');
    flare.control.revoke(flare.key('owner'));
    assert.equal((await exchange('owner')).status, 401);
    assert.equal((await get('/tokens/test', token)).status, 401);
    flare.control.variant('token-after-revocation', 'lives');
    assert.equal((await get('/tokens/test', token)).status, 200);
  });

  it('may refuse with a message alone, or with nothing', async () => {
    flare.control.variant('refusal-body', 'message');
    assert.deepEqual((await get('/tokens/test', 'wrong')).value, { message: 'invalid token' });
    flare.control.variant('refusal-body', 'empty');
    assert.equal((await get('/tokens/test', 'wrong')).text, '');
  });

  it('allows 4 basic calls a second to an organization, the exchange included, and says no wait', async () => {
    const token = await tokenFor('owner');
    for (let call = 0; call < 3; call += 1) assert.equal((await get('/tokens/test', token)).status, 200);
    const refused = await exchange('analyst');
    assert.equal(refused.status, 429);
    assert.deepEqual(refused.value, { error: { code: 'RATELIMIT_REACHED', message: 'ratelimit reached' } });
    assert.equal(refused.headers.get('retry-after'), null);
    assert.equal((await exchange('secondOwner')).status, 200);
    now += 1000;
    assert.equal((await get('/tokens/test', token)).status, 200);
  });

  it('counts searches apart: 1 a second, with the quota that is left', async () => {
    const token = await tokenFor('owner');
    const search = () =>
      flare.send('POST', '/firework/v4/events/global/_search', {
        headers: { authorization: `Bearer ${token}` },
        body: { query: { type: 'keyword', keyword: 'practice' } },
      });
    const first = await search();
    assert.deepEqual([first.status, first.headers.get('x-flare-global-searches-remaining')], [200, '1']);
    assert.equal((await search()).status, 429);
    assert.equal((await get('/tokens/test', token)).status, 200);
    now += 1000;
    const last = await search();
    assert.equal(last.headers.get('x-flare-global-searches-remaining'), '0');
    assert.equal(last.headers.get('x-flare-global-searches-batch-reached'), 'true');
    now += 1000;
    const spent = await search();
    assert.deepEqual([spent.status, code(spent.value)], [403, 'GLOBAL_SEARCH_QUOTA_REACHED']);
  });
});

import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { Secret } from '../../../src/base/secret.ts';
import { type NextHop, authorize, authorizeExchange } from '../../../src/client/authorize.ts';
import { type ExchangeAuth, type KeyAuth, keyCredential } from '../../../src/client/credential.ts';
import { applyScope } from '../../../src/client/scope.ts';
import { luminous, ownerKey } from '../../support/compose.ts';
import { type SampleRequest, phareWith, sampleConnection, sampleSpec } from '../../support/samples.ts';

const key = new Secret(ownerKey);

function authorized(request: SampleRequest = {}, hop?: NextHop) {
  const scoped = applyScope(sampleSpec({ selected: luminous, ...request }));
  assert.ok(scoped.ok);
  return authorize(scoped.value, keyCredential(scoped.value.spec.definition.auth as KeyAuth, key), hop);
}

const hop = (href: string, changes: Partial<NextHop> = {}): NextHop => ({
  url: new URL(href),
  method: 'GET',
  trusted: true,
  ...changes,
});

describe('authorize', () => {
  it('puts the key where the service wants it', () => {
    assert.equal(authorized().headers.get('authorization'), `Bearer ${ownerKey}`);
    const definition = phareWith({ auth: { type: 'header', header: 'X-API-Key' } });
    const request = authorized({ definition });
    assert.equal(request.headers.get('x-api-key'), ownerKey);
    assert.equal(request.headers.get('authorization'), null);
  });

  it('lets a typed header win over the key', () => {
    const { headers } = authorized({ draft: { headers: { Authorization: 'Bearer typed' } } });
    assert.equal(headers.get('authorization'), 'Bearer typed');
  });

  it('tells no secret where a description puts before it what no header can hold', () => {
    const scoped = applyScope(sampleSpec());
    assert.ok(scoped.ok);
    const bad = 'Token\n';
    const told = (error: unknown) => {
      assert.match(String(error), /X-Key cannot hold/u);
      assert.ok(!inspect(error, { depth: 9, showHidden: true }).includes(ownerKey));
      return true;
    };
    assert.throws(() => authorize(scoped.value, { header: 'X-Key', prefix: bad, secret: key }), told);
    const exchange: ExchangeAuth = {
      type: 'exchange',
      method: 'POST',
      path: '/tokens',
      key: { header: 'X-Key', prefix: bad },
      token: 'token',
      carrier: { header: 'X-Token' },
      lifetimeSeconds: 60,
      renewAfterSeconds: 50,
    };
    assert.throws(() => authorizeExchange(sampleConnection(), exchange, { by: 'none' }, undefined, key), told);
  });

  it('asks for JSON and says that the body is JSON, where nothing else was typed', () => {
    const post = { method: 'POST', path: '/projects', body: '{}' };
    assert.equal(authorized().headers.get('accept'), 'application/json');
    assert.equal(authorized().headers.get('content-type'), null);
    assert.equal(authorized({ draft: post }).headers.get('content-type'), 'application/json');
    const typed = authorized({ draft: { ...post, headers: { 'Content-Type': 'text/csv', Accept: '*/*' } } });
    assert.equal(typed.headers.get('content-type'), 'text/csv');
    assert.equal(typed.headers.get('accept'), '*/*');
  });

  it('keeps everything on a hop within the origin', () => {
    const { headers } = authorized({ draft: { headers: { 'X-Own': 'a' } } }, hop('https://api.phare.io/v2'));
    assert.equal(headers.get('authorization'), `Bearer ${ownerKey}`);
    assert.equal(headers.get('x-phare-project-id'), '7');
    assert.equal(headers.get('x-own'), 'a');
  });

  const strangers: readonly (readonly [string, NextHop])[] = [
    ['another host', hop('https://evil.example/')],
    ['another port', hop('https://api.phare.io:8443/')],
    ['plain http', hop('http://api.phare.io/')],
    ['a host below', hop('https://x.api.phare.io/')],
    ['the way back from another origin', hop('https://api.phare.io/users', { trusted: false })],
  ];
  for (const [name, next] of strangers) {
    it(`sends a bare request to ${name}`, () => {
      const draft = { method: 'POST', path: '/users', body: '{"a":1}', headers: { 'X-Own': 'a', Accept: 'text/csv' } };
      const request = authorized({ draft }, { ...next, method: 'POST' });
      assert.deepEqual([...request.headers], [['accept', 'application/json']]);
      assert.equal(request.body, undefined);
    });
  }

  it('drops the body where a redirect makes GET of POST', () => {
    const draft = { method: 'POST', path: '/users', body: '{}' };
    assert.equal(authorized({ draft }, hop('https://api.phare.io/users')).body, undefined);
    assert.equal(authorized({ draft }, hop('https://api.phare.io/users', { method: 'POST' })).body, '{}');
  });
});

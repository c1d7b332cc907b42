import assert from 'node:assert/strict';
import type { NextHop } from '../../../src/client/authorize.ts';
import { MAXIMUM_REDIRECTS, nextHop } from '../../../src/client/redirect.ts';

const from = (changes: Partial<NextHop> = {}): NextHop => ({
  url: new URL('https://api.phare.io/projects?page=1'),
  method: 'GET',
  trusted: true,
  ...changes,
});

function follow(status: number, location: string | undefined, hop = from(), reads = true, hops = 0) {
  const headers = new Headers(location === undefined ? {} : { location });
  return nextHop({ status, headers }, hop, reads, hops);
}

function followed(...parameters: Parameters<typeof follow>) {
  const next = follow(...parameters);
  assert.ok(next?.ok, 'expected to be followed');
  const { url, method, trusted } = next.value;
  return { url: url.href, method, trusted };
}

describe('nextHop', () => {
  it('sees a redirect only where there is one', () => {
    assert.equal(follow(200, 'https://evil.example/'), undefined);
    assert.equal(follow(302, undefined), undefined);
    for (const status of [300, 304, 305, 306, 401]) assert.equal(follow(status, '/'), undefined);
  });

  const targets: readonly (readonly [string, string, boolean])[] = [
    ['/users', 'https://api.phare.io/users', true],
    ['?page=2', 'https://api.phare.io/projects?page=2', true],
    ['https://api.phare.io:443/users', 'https://api.phare.io/users', true],
    ['https://owner:word@api.phare.io/users', 'https://api.phare.io/users', true],
    ['//other.example/users', 'https://other.example/users', false],
    ['https://api.phare.io:8443/', 'https://api.phare.io:8443/', false],
    ['https://www.api.phare.io/', 'https://www.api.phare.io/', false],
    ['https://api.phare.io.evil.example/', 'https://api.phare.io.evil.example/', false],
    ['https://api.phare.io@evil.example/', 'https://evil.example/', false],
  ];
  for (const [location, url, trusted] of targets) {
    it(`follows ${location} to ${trusted ? 'its own' : 'another'} origin`, () => {
      assert.deepEqual(followed(302, location), { url, method: 'GET', trusted });
    });
  }

  it('never trusts the way back', () => {
    const away = from({ url: new URL('https://other.example/'), trusted: false });
    assert.equal(followed(302, 'https://api.phare.io/projects', away).trusted, false);
    assert.equal(followed(302, '/further', away).trusted, false);
  });

  const refused: readonly (readonly [string, RegExp])[] = [
    ['http://other.example/', /http:\/\/other\.example was not followed: it is not https/u],
    ['http://api.phare.io/', /not https/u],
    ['ftp://other.example/', /not https/u],
    ['javascript:alert(1)', /javascript: was not followed/u],
    ['data:text/html,hello', /data: was not followed/u],
    ['file:///etc/passwd', /not https/u],
    ['https://', /no address/u],
    ['http://127.0.0.1:8080/', /to this machine was not followed/u],
    ['https://localhost/', /to this machine was not followed/u],
  ];
  for (const [location, expected] of refused) {
    it(`does not follow ${location}`, () => {
      const next = follow(302, location);
      assert.ok(next && !next.ok);
      assert.match(next.error, expected);
    });
  }

  it('goes from one loopback port to another', () => {
    const local = from({ url: new URL('http://127.0.0.1:4000/') });
    assert.equal(followed(302, 'http://localhost:4001/', local).trusted, false);
  });

  it('follows no redirect of a write, and none after the fifth', () => {
    for (const status of [301, 302, 303, 307, 308]) {
      const write = follow(status, '/', from({ method: 'POST' }), false);
      assert.ok(write && !write.ok && /sent only once/u.test(write.error));
    }
    assert.ok(follow(302, '/', from(), true, MAXIMUM_REDIRECTS - 1)?.ok);
    const sixth = follow(302, '/', from(), true, MAXIMUM_REDIRECTS);
    assert.ok(sixth && !sixth.ok && /more than 5 times/u.test(sixth.error));
  });

  it('changes the method as RFC 9110 has it', () => {
    const method = (status: number, own: string) => followed(status, '/', from({ method: own })).method;
    assert.deepEqual(
      [301, 302, 303, 307, 308].map((status) => method(status, 'POST')),
      ['GET', 'GET', 'GET', 'POST', 'POST'],
    );
    assert.deepEqual(
      [301, 302, 303, 307, 308].map((status) => method(status, 'HEAD')),
      Array(5).fill('HEAD'),
    );
    assert.equal(method(302, 'PUT'), 'PUT');
    assert.equal(method(303, 'PUT'), 'GET');
  });
});

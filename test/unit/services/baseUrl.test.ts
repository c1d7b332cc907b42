import assert from 'node:assert/strict';
import { checkBaseUrl, isLoopback } from '../../../src/services/baseUrl.ts';

const own = 'https://api.phare.io';

describe('checkBaseUrl', () => {
  const accepted: readonly (readonly [string, string])[] = [
    ['https://staging.phare.io', 'https://staging.phare.io'],
    ['https://staging.phare.io/', 'https://staging.phare.io'],
    ['  https://staging.phare.io:8443 ', 'https://staging.phare.io:8443'],
    ['HTTPS://Staging.Phare.IO', 'https://staging.phare.io'],
    ['https://api.phare.io:443', 'https://api.phare.io'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
    ['http://127.8.9.10', 'http://127.8.9.10'],
    ['http://127.1:3000', 'http://127.0.0.1:3000'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ];
  for (const [given, expected] of accepted) {
    it(`accepts ${given}`, () => {
      assert.deepEqual(checkBaseUrl(given, own), { ok: true, value: expected });
    });
  }

  const refused: readonly (readonly [string, RegExp])[] = [
    ['', /not a URL/u],
    ['api.phare.io', /not a URL/u],
    ['https://', /not a URL/u],
    ['/projects', /not a URL/u],
    ['https://api.phare.io/projects', /path \/projects/u],
    ['https://api.phare.io/v1/', /path \/v1\//u],
    ['https://api.phare.io?per_page=1', /query or fragment/u],
    ['https://api.phare.io/?', /query or fragment/u],
    ['https://api.phare.io/#top', /query or fragment/u],
    ['https://owner:secret@api.phare.io', /user name or password/u],
    ['https://owner@api.phare.io', /user name or password/u],
    ['ftp://api.phare.io', /begins with ftp:/u],
    ['file:///etc/passwd', /begins with file:/u],
    ['javascript:alert(1)', /begins with javascript:/u],
    ['localhost:8080', /begins with localhost:/u],
    ['http://api.phare.io', /Plain http/u],
    ['http://localhost.evil.com', /Plain http/u],
    ['http://127.0.0.1.evil.com', /Plain http/u],
    ['http://127-0-0-1.evil.com', /Plain http/u],
    ['http://evil-localhost', /Plain http/u],
    ['http://evillocalhost', /Plain http/u],
    ['http://0.0.0.0:80', /Plain http/u],
    ['http://128.0.0.1', /Plain http/u],
    ['http://192.168.0.1', /Plain http/u],
    ['http://[::2]', /Plain http/u],
    ['http://[fe80::1]', /Plain http/u],
    ['http://localhost:80@evil.com', /user name or password/u],
  ];
  for (const [given, expected] of refused) {
    it(`refuses ${given || 'nothing'}`, () => {
      const checked = checkBaseUrl(given, own);
      assert.ok(!checked.ok);
      assert.match(checked.error, expected);
    });
  }

  it('takes a path where the service itself has one', () => {
    const checked = checkBaseUrl('https://staging.flareapp.io/api/', 'https://flareapp.io/api');
    assert.deepEqual(checked, { ok: true, value: 'https://staging.flareapp.io/api' });
  });

  it('repeats neither credentials, nor a key pasted in place of an address, nor a long text', () => {
    const texts = [
      'https://owner:hunter22@api.phare.io',
      'pha_org_4f2aPractice0wner',
      'https://api.phare.io/?key=hunter22',
    ];
    for (const text of texts) {
      const checked = checkBaseUrl(text, own);
      assert.ok(!checked.ok);
      assert.doesNotMatch(checked.error, /hunter22|4f2aPractice/u);
    }
    const long = checkBaseUrl(`https://api.phare.io/${'a'.repeat(10_000)}`, own);
    assert.ok(!long.ok && long.error.length < 400);
  });
});

describe('isLoopback', () => {
  it('knows this machine by all its names', () => {
    for (const host of ['localhost', '127.0.0.1', '127.255.255.254', '[::1]', '0x7f.1', '2130706433']) {
      assert.ok(isLoopback(new URL(`http://${host}/`)), host);
    }
  });

  it('does not take another machine for it', () => {
    for (const host of [
      'localhost.evil.com',
      '127.0.0.1.nip.io',
      'example.com',
      '10.0.0.1',
      '[::ffff:10.0.0.1]',
      '0.0.0.0',
    ]) {
      assert.ok(!isLoopback(new URL(`http://${host}/`)), host);
    }
  });
});

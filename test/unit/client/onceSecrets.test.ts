import assert from 'node:assert/strict';
import { Secret } from '../../../src/base/secret.ts';
import { OnceSecrets, maskFields, told } from '../../../src/client/onceSecrets.ts';

const secret = 'pylf_v1_us_practice_once_4f2a';

function masked(body: string, ...fields: string[]) {
  const { text, found } = maskFields(body, fields);
  return { text, found: found.map((one) => [one.field, one.secret.reveal()]) };
}

describe('maskFields', () => {
  it('masks the field alone, in its place, with the rest as it was', () => {
    assert.deepEqual(masked(`{ "id": 1.10,\n"token" : "${secret}", "note": "token" }`, 'token'), {
      text: '{ "id": 1.10,\n"token" : "…4f2a", "note": "token" }',
      found: [['token', secret]],
    });
  });

  it('follows paths, through lists too, and names each place', () => {
    const body = JSON.stringify({ items: [{ token: secret }, { token: `${secret}b` }], token: 'data' });
    const { text, found } = masked(body, 'items.token');
    assert.deepEqual(JSON.parse(text), { items: [{ token: '…4f2a' }, { token: '…f2ab' }], token: 'data' });
    assert.deepEqual(found, [
      ['items.0.token', secret],
      ['items.1.token', `${secret}b`],
    ]);
  });

  it('gives the value itself where JSON writes it in another way', () => {
    assert.deepEqual(masked('{"\\u0074oken":"a\\/b\\u0041_practice"}', 'token'), {
      text: '{"token":"…tice"}'.replace('token', '\\u0074oken'),
      found: [['token', 'a/bA_practice']],
    });
  });

  it('shows nothing of what is too short', () => {
    assert.equal(masked('{"token":"abcd"}', 'token').text, '{"token":"…"}');
  });

  it('finds nothing where there is none', () => {
    for (const body of ['', 'text', '[]', '{"token":null}', '{"token":""}', '{"token":{"a":"b"}}', '{"tokens":"a"}']) {
      assert.deepEqual(masked(body, 'token'), { text: body, found: [] });
    }
    assert.deepEqual(masked(`{"token":"${secret}"}`), { text: `{"token":"${secret}"}`, found: [] });
  });

  it('masks by the name alone what is no whole JSON', () => {
    assert.deepEqual(masked(`{"a":[{"token": "${secret}"`, 'b.token'), {
      text: '{"a":[{"token": "…4f2a"',
      found: [['token', secret]],
    });
    assert.equal(masked(`{"token":"a\\"${secret}", `, 'token').text, '{"token":"…4f2a", ');
  });

  it('masks what was cut off, and tells nobody of half a secret', () => {
    for (const cut of [`${secret.slice(0, 20)}`, `${secret}\\`, `${secret}\\"`]) {
      assert.deepEqual(masked(`{"token":"${cut}`, 'token'), { text: '{"token":"…"', found: [] });
    }
  });

  it('masks what is nested too deeply to be read', () => {
    const deep = `${'['.repeat(100_000)}{"token":"${secret}"}${']'.repeat(100_000)}`;
    const { text } = masked(deep, 'token');
    assert.ok(!text.includes(secret));
    assert.ok(text.includes('"…4f2a"'));
  });
});

describe('OnceSecrets', () => {
  it('holds the last twenty exchanges, until it is disposed of', () => {
    const held = new OnceSecrets();
    for (let number = 0; number < 21; number += 1) {
      held.hold(`e${number}`, [{ field: 'token', secret: new Secret(`${secret}${number}`) }]);
    }
    assert.equal(held.get('e0', 'token'), undefined);
    assert.equal(held.get('e1', 'token')?.reveal(), `${secret}1`);
    assert.equal(held.get('e20', 'other'), undefined);
    held.dispose();
    assert.equal(held.get('e20', 'token'), undefined);
  });

  it('counts only exchanges that brought some', () => {
    const held = new OnceSecrets();
    held.hold('first', [{ field: 'token', secret: new Secret(secret) }]);
    for (let number = 0; number < 50; number += 1) held.hold(`e${number}`, []);
    assert.equal(held.get('first', 'token')?.reveal(), secret);
  });

  it('tells the endings alone', () => {
    assert.deepEqual(told([{ field: 'token', secret: new Secret(secret) }]), [{ field: 'token', ending: '4f2a' }]);
  });
});

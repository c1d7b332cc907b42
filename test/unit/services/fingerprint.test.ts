import assert from 'node:assert/strict';
import {
  type KeyProblem,
  cleanKey,
  describeProblem,
  fingerprint,
  secretKind,
} from '../../../src/services/fingerprint.ts';
import { builtInServices } from '../../../src/services/registry.ts';
import { phare } from '../../support/samples.ts';

const key = 'pha_org_4f2aPractice0wner';

describe('cleanKey', () => {
  /** What people copy, and what was noticed. All of it comes out as the key. */
  const mended: readonly (readonly [string, string, readonly KeyProblem[]])[] = [
    ['the key alone', key, []],
    ['spaces', `  ${key} `, ['surrounding-whitespace']],
    ['a line break at the end', `${key}\n`, ['surrounding-whitespace']],
    ['line breaks and tabs', `\r\n\t${key}\r\n`, ['surrounding-whitespace']],
    ['no-break spaces', `\u00a0${key}\u00a0`, ['surrounding-whitespace']],
    ['a byte order mark', `\ufeff${key}`, ['surrounding-whitespace']],
    ['double quotes', `"${key}"`, ['quotes']],
    ['single quotes', `'${key}'`, ['quotes']],
    ['back ticks', `\`${key}\``, ['quotes']],
    ['typographic double quotes', `“${key}”`, ['quotes']],
    ['German quotes', `„${key}“`, ['quotes']],
    ['typographic single quotes', `‘${key}’`, ['quotes']],
    ['guillemets', `«${key}»`, ['quotes']],
    ['guillemets the other way', `»${key}«`, ['quotes']],
    ['quotes in quotes', `"'${key}'"`, ['quotes']],
    ['only the opening quote', `"${key}`, ['quotes']],
    ['only the closing quote', `${key}'`, ['quotes']],
    ['a quoted JSON value with its comma', `"${key}",`, ['quotes']],
    ['a code line with its semicolon', `'${key}';`, ['quotes']],
    ['Bearer', `Bearer ${key}`, ['bearer-prefix']],
    ['bearer in small letters, two spaces', `bearer  ${key}`, ['bearer-prefix']],
    ['Token', `Token ${key}`, ['bearer-prefix']],
    ['a header line', `Authorization: Bearer ${key}`, ['header-line', 'bearer-prefix']],
    ['a header line in small letters without space', `authorization:Bearer ${key}`, ['header-line', 'bearer-prefix']],
    ['a header line without Bearer', `Authorization: ${key}`, ['header-line']],
    ['X-API-Key', `X-API-Key: ${key}`, ['header-line']],
    ['Api-Key', `Api-Key: ${key}`, ['header-line']],
    ['-H with double quotes', `-H "Authorization: Bearer ${key}"`, ['header-line', 'bearer-prefix', 'quotes']],
    ['-H with single quotes', `-H 'X-API-Key: ${key}'`, ['header-line', 'quotes']],
    ['-H without a space', `-H"X-API-Key: ${key}"`, ['header-line', 'quotes']],
    ['--header', `--header "Authorization: Bearer ${key}"`, ['header-line', 'bearer-prefix', 'quotes']],
    ['--header=', `--header="X-API-Key: ${key}"`, ['header-line', 'quotes']],
    ['a curl line that goes on', `-H "X-API-Key: ${key}" \\`, ['header-line', 'quotes']],
    ['a quoted header line', `"Authorization: Bearer ${key}"`, ['header-line', 'bearer-prefix', 'quotes']],
    ['a JSON header', `"Authorization": "Bearer ${key}",`, ['header-line', 'bearer-prefix', 'quotes']],
    ['export', `export PHARE_API_KEY=${key}`, ['header-line']],
    ['export with quotes', `export PHARE_API_KEY="${key}"`, ['header-line', 'quotes']],
    ['a line of .env', `PHARE_API_KEY=${key}\n`, ['surrounding-whitespace', 'header-line']],
    ['a line of .env with spaces', `PHARE_API_KEY = '${key}'`, ['header-line', 'quotes']],
    ['set', `set PHARE_API_KEY=${key}`, ['header-line']],
    ['PowerShell', `$env:PHARE_API_KEY = "${key}"`, ['header-line', 'quotes']],
    ['YAML', `PHARE_API_KEY: ${key}`, ['header-line']],
  ];
  for (const [name, text, problems] of mended) {
    it(`takes off ${name}`, () => {
      const cleaned = cleanKey(text);
      assert.equal(cleaned.key, key);
      assert.deepEqual([...cleaned.problems].sort(), [...problems].sort());
      assert.deepEqual(cleaned.faults, []);
    });
  }

  const refused: readonly (readonly [string, string, KeyProblem])[] = [
    ['nothing', '', 'empty'],
    ['white space', ' \n\t', 'empty'],
    ['quotes around nothing', '""', 'empty'],
    ['Bearer alone', 'Bearer ', 'too-short'],
    ['a line break inside', 'pha_org_4f2a\nPractice0wner', 'inner-whitespace'],
    ['a carriage return inside', 'pha_org_4f2a\r\nPractice0wner', 'inner-whitespace'],
    ['a space inside', 'pha_org_4f2a Practice0wner', 'inner-whitespace'],
    ['a NUL inside', 'pha_org_4f2a\0Practice0wner', 'inner-whitespace'],
    ['two keys', `${key}\n${key}`, 'inner-whitespace'],
    ['a whole curl command', `curl -H "Authorization: Bearer ${key}" https://api.phare.io/`, 'inner-whitespace'],
    ['a Cyrillic letter', 'pha_org_4f2aPrаctice0wner', 'non-ascii'],
    ['a zero-width space inside', 'pha_org_4f2a\u200bPractice0wner', 'non-ascii'],
    ['an emoji', 'pha_org_🔑Practice0wner', 'non-ascii'],
    ['angle brackets', '<your-api-key>', 'placeholder'],
    ['a shell variable', '$PHARE_API_KEY', 'placeholder'],
    ['a braced shell variable', '"${PHARE_API_KEY}"', 'placeholder'],
    ['a Windows variable', '%PHARE_API_KEY%', 'placeholder'],
    ['what reads it in JavaScript', 'process.env.PHARE_API_KEY', 'placeholder'],
    ['what reads it in a bundle', 'import.meta.env.PHARE_API_KEY', 'placeholder'],
    ['what reads it in Python', 'os.environ["PHARE_API_KEY"]', 'placeholder'],
    ['what reads it in PowerShell', '$env:PHARE_API_KEY', 'placeholder'],
    ['a template', '{{phare_api_key}}', 'placeholder'],
    ['a value that was never set', 'undefined', 'placeholder'],
    ['words', 'YOUR_API_KEY', 'placeholder'],
    ['more words', 'your-phare-token-here', 'placeholder'],
    ['a masked key', 'pha_org_****************', 'placeholder'],
    ['a key of x', 'pha_org_xxxxxxxxxxxxxxxx', 'placeholder'],
    ['a key cut by dots', 'pha_org_4f2a...wner', 'placeholder'],
    ['a key cut by an ellipsis', 'pha_org_4f2a…wner', 'placeholder'],
    ['a masked key of bullets', '••••••••wner', 'placeholder'],
    ['a fragment', 'pha_or', 'too-short'],
  ];
  for (const [name, text, fault] of refused) {
    it(`refuses ${name}`, () => {
      const { faults, problems } = cleanKey(text);
      assert.ok(faults.includes(fault), `expected ${fault}, got ${faults.join(', ') || 'nothing'}`);
      assert.ok(problems.includes(fault));
    });
  }

  it('keeps what only resembles something pasted', () => {
    for (const text of [
      'xoxb-1234567890',
      'bearer_1234567890',
      'AbCdEfGh12345678==',
      'AbCdEfGhKEY==',
      'tokenized-99887766',
    ]) {
      assert.deepEqual(cleanKey(text), { key: text, problems: [], faults: [] });
    }
  });

  it('tells every problem in words', () => {
    const words = cleanKey('Authorization: Bearer "a b" ').problems.map(describeProblem);
    assert.ok(words.length >= 4);
    assert.ok(words.every((text) => /^[a-z].*[a-z)]$/u.test(text)));
  });
});

describe('fingerprint', () => {
  it('tells the kinds of Phare keys', () => {
    assert.deepEqual(fingerprint(key, [phare]), { service: 'phare', keyKind: 'all-projects', problems: [] });
    assert.equal(fingerprint('pha_prj_4f2aPractice0wner', [phare]).keyKind, 'one-project');
    assert.equal(fingerprint('pha_4f2aPractice0wner', [phare]).keyKind, 'one-project');
  });

  it('recognises a key inside what was pasted with it', () => {
    const found = fingerprint(`-H 'Authorization: Bearer ${key}'`, [phare]);
    assert.equal(found.service, 'phare');
    assert.ok(found.problems.includes('header-line'));
  });

  it('says that a prefix alone is too short, once', () => {
    for (const prefix of ['pha_org_', 'pha_prj_', 'pha_']) {
      const found = fingerprint(prefix, [phare]);
      assert.equal(found.service, 'phare');
      assert.deepEqual(found.problems, ['too-short']);
    }
  });

  it('does not take the keys of other services for its own', () => {
    for (const other of [
      'pylf_v1_us_abcdefghijklmnop',
      'ghp_abcdefghijklmnopqrst',
      'sk-proj-abcdefghijkl',
      'xpha_org_abcdefgh',
    ]) {
      assert.deepEqual(fingerprint(other, [phare]), { keyKind: 'unknown', problems: [] });
    }
  });

  it('is case-sensitive, as keys are', () => {
    assert.equal(fingerprint(key.toUpperCase(), [phare]).service, undefined);
  });

  it('holds nothing of the key', () => {
    assert.ok(!JSON.stringify(fingerprint(`Bearer ${key}`, [phare])).includes('4f2a'));
  });
});

describe('Another secret than a key', () => {
  const flare = builtInServices().get('flare');
  const keys = { ...flare.keys, others: [{ pattern: '^flt_', summary: 'session token' }] };
  const definition = { ...flare, keys };

  it('is told by the definition, and a well-known other service by how its keys begin', () => {
    assert.deepEqual(secretKind('flt_practice_0001', definition), { looksLike: 'other', kind: 'session token' });
    assert.deepEqual(secretKind('ghp_practice', definition), { looksLike: 'foreign', kind: 'GitHub' });
  });

  it("is neither a key of the service's own, nor a text like no key at all", () => {
    assert.equal(secretKind('fw_practice_0001', definition), undefined);
    assert.equal(secretKind('practice-words-only', definition), undefined);
  });
});

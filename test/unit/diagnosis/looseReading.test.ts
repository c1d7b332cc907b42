import assert from 'node:assert/strict';
import fc from 'fast-check';
import { concepts } from '../../../src/diagnosis/concepts.ts';
import { blamesKeyAlone, readTopics } from '../../../src/diagnosis/reading.ts';
import type { Topic } from '../../../src/diagnosis/topicTable.ts';
import { fold } from '../../../src/diagnosis/wordPatterns.ts';
import { builtInServices } from '../../../src/services/registry.ts';

const phare = builtInServices().get('phare');
const topicsOf = (text: string, status?: number) => readTopics([text], phare, status);

describe('Words that make no known sentence', () => {
  const meant: readonly (readonly [string, Topic])[] = [
    ['Key needs renewal', 'key-expired'],
    ['Nyckeln har gått ut', 'key-expired'],
    ['Calls are limited to 100 per minute', 'rate-limited'],
    ['請求太快', 'rate-limited'],
    ['Your key may look, changing is for others only', 'read-only'],
    ['Brak uprawnień do zapisu', 'read-only'],
    ['This needs an administrator', 'role-insufficient'],
    ['관리자만 가능합니다', 'role-insufficient'],
    ['Your rank is too low', 'role-insufficient'],
    ['The key and the project differ', 'project-outside-key'],
    ['Nothing known about this project: it is gone', 'project-unknown'],
    ['Kies een project, zonder kan het niet: geen project', 'project-missing'],
    ['You are calling the wrong region', 'region-mismatch'],
    ['Wrong class: this sort of key does not work', 'key-wrong-kind'],
  ];
  for (const [text, topic] of meant) {
    it(`are taken together: ${text}`, () => assert.ok(topicsOf(text).has(topic), [...topicsOf(text)].join(', ')));
  }

  it('are told by the codes of any case', () => {
    for (const code of ['RESOURCE_EXHAUSTED', 'ResourceExhausted', 'resource-exhausted']) {
      assert.ok(topicsOf(code).has('rate-limited'), code);
    }
  });

  it('count for nothing where the sentence is understood', () => {
    assert.deepEqual([...topicsOf('No project was given; only one is needed')].sort(), ['project', 'project-missing']);
  });

  it('are of the fields, and not of the caller, where the content is rejected', () => {
    assert.ok(topicsOf('The owner of changes has to be changed, not created', 403).has('read-only'));
    assert.ok(!topicsOf('The owner of changes has to be changed, not created', 422).has('read-only'));
  });

  it('tell nothing of a service that fails', () => {
    assert.ok(!topicsOf('Renewal of the lease is overdue', 500).has('key-expired'));
  });

  it('leave what a sentence offers as alternatives', () => {
    const topics = topicsOf('The key is invalid or expired');
    assert.ok(topics.has('key-invalid') && topics.has('key-expired'));
  });
});

describe('A text about the key alone', () => {
  for (const text of [
    'Invalid API key',
    'The API key you provided is not valid.',
    'unknown token',
    'INVALID_API_KEY',
  ]) {
    it(`is wholly read: ${text}`, () => assert.ok(blamesKeyAlone(text)));
  }
  for (const text of ['Invalid key for this month', 'OAuth tokens are not accepted', 'Key unknown since Tuesday']) {
    it(`is not: ${text}`, () => assert.ok(!blamesKeyAlone(text)));
  }
});

describe('Reading', () => {
  const names = Object.values(concepts).flatMap((stems) => stems.replaceAll(/[*.]/gu, '').split(/\s+/u));

  it('never throws, and reads a text and its repetition alike', () => {
    const word = fc.oneof(fc.constantFrom(...names), fc.string({ unit: 'grapheme', maxLength: 8 }));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const text = words.join(' ');
        assert.deepEqual([...readTopics([text, text], phare)].sort(), [...topicsOf(text)].sort());
      }),
    );
  });

  it('knows no word that is written in two alphabets', () => {
    assert.deepEqual(
      names.filter((name) => /[a-z]/u.test(name) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(name)),
      [],
    );
  });

  it('goes no further than the first 800 characters, however long a text is', () => {
    const texts = ['キー', 'key ', 'no ', 'a-b:', 'the key is not '].map((text) => text.repeat(20_000));
    for (const text of texts) assert.deepEqual([...topicsOf(text)], [...topicsOf(text.slice(0, 800))]);
  });

  it('folds the names that codes have into words', () => {
    assert.equal(fold('APIKeyNotFound'), 'api key not found');
    assert.equal(fold('OAuth JWTs IDs'), 'oauth jwts ids');
  });
});

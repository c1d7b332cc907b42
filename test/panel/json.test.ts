import assert from 'node:assert/strict';
import fc from 'fast-check';
import { kinds } from '../../media/requestPanel/json/document.ts';
import { removeValue, setValue } from '../../media/requestPanel/json/edit.ts';
import { prettyJson } from '../../media/requestPanel/json/pretty.ts';
import { scanJson } from '../../media/requestPanel/json/scan.ts';

/** JSON in one line and in many. */
const texts = fc
  .tuple(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 1, '\t'))
  .map(([value, space]) => JSON.stringify(value, null, space));

describe('reading JSON as it was sent', () => {
  it('takes what JSON.parse takes, and reads the same values', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const document = scanJson(text);
        assert.equal(document.problem, undefined);
        for (let node = 0; node < document.count; node += 1) {
          const value: unknown = JSON.parse(document.raw(node));
          if (document.isContainer(node)) assert.equal(document.size(node), Object.keys(value as object).length);
          else assert.equal(document.value(node), typeof value === 'string' ? value : document.raw(node));
        }
        assert.deepEqual(JSON.parse(prettyJson(document)), JSON.parse(text));
      }),
    );
  });

  it('stops where a text is no JSON, and loses nothing of it', () => {
    for (const text of [
      '',
      '{',
      '[1,',
      '{"a"',
      '{"a":',
      '[1 2]',
      '{"a":1}}',
      'nul',
      '[01]',
      '{a:1}',
      '"open',
      '[1]x',
    ]) {
      const document = scanJson(text);
      assert.notEqual(document.problem, undefined, text);
      assert.equal(prettyJson(document).replaceAll(/\s/g, ''), text.replaceAll(/\s/g, ''), text);
    }
    fc.assert(
      fc.property(texts, fc.nat(), (text, at) => {
        const cut = text.slice(0, at % text.length);
        const plain = (words: string): string => words.replaceAll(/\s|,$/g, '');
        assert.equal(plain(prettyJson(scanJson(cut))), plain(cut));
      }),
    );
  });

  it('finds its way by keys and places', () => {
    const document = scanJson('{"a":[{"b c":1,"é":2,"":3}],"a":null}');
    const paths = Array.from({ length: document.count }, (_, node) => document.path(node));
    assert.deepEqual(paths, ['', 'a', 'a[0]', 'a[0]["b c"]', 'a[0].é', 'a[0][""]', 'a']);
    assert.equal(document.kind(6), kinds.null);
    assert.deepEqual(document.members(0, 'a'), [1, 6]);
  });
});

describe('changing a value in a JSON text', () => {
  it('changes that value alone', () => {
    const object = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue({ maxDepth: 2 }), {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(object, fc.constantFrom('a', 'b', 'z'), fc.jsonValue({ maxDepth: 1 }), (before, key, value) => {
        const text = setValue(JSON.stringify(before, null, 2), [key], JSON.stringify(value));
        assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify({ ...before, [key]: value })));
        assert.deepEqual(
          JSON.parse(removeValue(text, [key])),
          JSON.parse(JSON.stringify({ ...before, [key]: undefined })),
        );
      }),
    );
  });

  it('makes the objects on the way, and takes them away with their last value', () => {
    const made = setValue('', ['settings', 'ai', 'on'], 'true');
    assert.deepEqual(JSON.parse(made), { settings: { ai: { on: true } } });
    assert.deepEqual(JSON.parse(removeValue(made, ['settings', 'ai', 'on'])), {});
    assert.equal(setValue('{"a": null}', ['a', 'b'], '1'), '{"a": { "b": 1 }}');
  });

  it('changes the last of two values with one key, which is the one that counts', () => {
    assert.equal(setValue('{"a":1,"a":2}', ['a'], '3'), '{"a":1,"a":3}');
  });

  it('writes a new value as the one before it is written', () => {
    assert.equal(setValue('{\n\t"a": 1\n}', ['b'], '2'), '{\n\t"a": 1,\n\t"b": 2\n}');
    assert.equal(setValue('{"a":1}', ['b'], '2'), '{"a":1, "b": 2}');
    assert.equal(setValue('{"a":[1]}', ['a', 1], '2'), '{"a":[1, 2]}');
  });
});

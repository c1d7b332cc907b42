import assert from 'node:assert/strict';
import { checkBody } from '../../../src/editor/panel/bodyCheck.ts';
import type { Parameter } from '../../../src/services/operationSchema.ts';

const fields: readonly Parameter[] = [
  { name: 'name', type: 'text', required: true },
  { name: 'kind', values: ['http', 'tcp', 3] },
  { name: 'interval', type: 'integer', minimum: 30, maximum: 3600 },
  { name: 'tags', type: 'list' },
  { name: 'from', type: 'date-time' },
  { name: 'settings.merge', type: 'boolean', required: true },
];

/** Each problem as the text that it stands at, the field and the reason. */
function problems(text: string, documented = fields): string[] {
  return checkBody(text, documented).map(
    ({ offset, length, field, kind, reason }) => `${text.slice(offset, offset + length)} ${kind} ${field} ${reason.is}`,
  );
}

describe('The check of a body', () => {
  it('finds nothing wrong with a body that has what is documented', () => {
    const body = {
      name: 'a',
      kind: 3,
      interval: 30,
      tags: [],
      from: '2026-11-21T08:00:00Z',
      settings: { merge: true },
    };
    assert.deepEqual(problems(JSON.stringify(body)), []);
    assert.deepEqual(problems('{"name":null}'), [], 'null may be how a field is emptied');
  });

  it('asks for what is required, within an object only where the object is there', () => {
    assert.deepEqual(problems('{}'), ['{ warning name missing']);
    assert.deepEqual(problems('{"name":"a","settings":{}}'), ['{ warning settings.merge missing']);
  });

  it('marks values of another type, not allowed ones, and those out of bounds', () => {
    assert.deepEqual(problems('{"name":1}'), ['1 warning name wrong-type']);
    assert.deepEqual(problems('{"name":"a","kind":"udp"}'), ['"udp" warning kind not-allowed']);
    assert.deepEqual(problems('{"name":"a","kind":"3"}'), ['"3" warning kind not-allowed']);
    assert.deepEqual(problems('{"name":"a","interval":2.5}'), ['2.5 warning interval wrong-type']);
    assert.deepEqual(problems('{"name":"a","interval":29}'), ['29 warning interval out-of-bounds']);
    assert.deepEqual(problems('{"name":"a","tags":{}}'), ['{} warning tags wrong-type']);
    assert.deepEqual(problems('{"name":"a","from":"soon"}'), ['"soon" warning from wrong-type']);
    assert.deepEqual(problems('[1]'), ['[1] warning  wrong-type']);
  });

  it('hints at fields that are not documented, also within an object', () => {
    assert.deepEqual(problems('{"name":"a","nmae":1}'), ['"nmae" hint nmae unknown']);
    assert.deepEqual(problems('{"name":"a","settings":{"merge":true,"x":1}}'), ['"x" hint settings.x unknown']);
  });

  it('says nothing of text that is no JSON, and of operations without documented fields', () => {
    assert.deepEqual(problems('{"name":'), []);
    assert.deepEqual(problems(''), []);
    assert.deepEqual(problems('{"anything":1}', []), []);
  });
});

import assert from 'node:assert/strict';
import { fileEnding } from '../../../src/editor/panel/fileEnding.ts';

describe("The ending of a body's file", () => {
  const cases: readonly (readonly [string, string | undefined, string])[] = [
    ['application/pdf', undefined, 'pdf'],
    ['Application/ZIP; a=b', undefined, 'zip'],
    ['image/png', undefined, 'png'],
    ['application/octet-stream', undefined, 'bin'],
    ['constructor', undefined, 'bin'],
    ['', undefined, 'bin'],
    ['application/json', '{"a":1}', 'json'],
    ['text/html', ' [1]', 'json'],
    ['application/x-ndjson', '{"a":1}\n{"a":2}', 'ndjson'],
    ['application/json', 'Not Found', 'txt'],
    ['image/png', 'not a picture', 'txt'],
    ['image/svg+xml', '<svg/>', 'svg'],
    ['text/csv; charset=utf-8', 'a,b', 'csv'],
    ['text/html', '<p>', 'html'],
    ['', 'plain', 'txt'],
  ];
  for (const [contentType, text, ending] of cases) {
    it(`is .${ending} for ${contentType || 'no type'} with ${text === undefined ? 'bytes' : JSON.stringify(text)}`, () => {
      assert.equal(fileEnding(contentType, text), ending);
    });
  }
});

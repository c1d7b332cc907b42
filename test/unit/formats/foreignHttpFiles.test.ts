import assert from 'node:assert/strict';
import { readHttpFile } from '../../../src/formats/readHttpFile.ts';

describe('A .http file that was written for another program', () => {
  const foreign: readonly (readonly [string, string, string | undefined, RegExp])[] = [
    ['a script before it', '### x\n{{\n  exports.a = 1;\n}}\nPOST /a\n\n{"b":1}', '{"b":1}', /^2: A script begins/u],
    ['a script of JetBrains before it', '< {%\n  set("a")\n%}\nPOST /a\n\n{"b":1}', '{"b":1}', /^1: A script begins/u],
    ['a script behind it', 'POST /a\n\n{"b":1}\n\n> {%\n  client.test("x")\n%}\n', '{"b":1}', /^5: A script begins/u],
    ['a script in its body', 'POST /a\n\n{"b":1}\n{{\n  test();\n}}\n', '{"b":1}', /^4: A script begins/u],
    ['a script without an end', 'POST /a\n\n{"b":1}\n{{\n  test();\n', '{"b":1}', /^4: A script begins/u],
    [
      'what is told before it',
      '# @no-redirect\nPOST /a\n\n{"b":1}',
      '{"b":1}',
      /^1: Bearings does not know @no-redirect/u,
    ],
    [
      'a comment in its body',
      'POST /a\n\n# c\n{\n// d\n"b":1}\n# e\n',
      '{\n"b":1}',
      /^3: A comment in the body is left out\.$/u,
    ],
    ['GraphQL', 'POST /a\n\nquery A($n: Int!) {\n  b\n}', 'query A($n: Int!) {\n  b\n}', /^3: This is GraphQL/u],
    ['GraphQL by a header', 'POST /a\nX-Request-Type: GraphQL\n\n{ b }', '{ b }', /^4: This is GraphQL/u],
    ['a kept answer', 'POST /a\n\n{"b":1}\n\n<> 2026.200.json\n', '{"b":1}', /^5: This line is for another program/u],
  ];
  for (const [what, text, body, told] of foreign) {
    it(`tells ${what} with the request that it belongs to, and reads that all the same`, () => {
      const { requests, problems } = readHttpFile(text);
      assert.equal(requests.length, 1);
      assert.equal(requests[0]?.body, body);
      assert.equal(problems.length, 1, JSON.stringify(problems));
      assert.match(problems.map(({ line, message }) => `${line}: ${message}`).join(), told);
      assert.equal(problems[0]?.request, requests[0]?.line);
    });
  }

  it('names the kind of request that Bearings does not send', () => {
    const { requests, problems } = readHttpFile(
      'GRAPHQL https://x.example/g\n\nquery { a }\n###\ncurl https://x.example\n',
    );
    assert.deepEqual(requests, []);
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['Bearings does not send GRAPHQL requests.', 'This is a cURL command. Write it as a request: GET https://….'],
    );
  });

  it('joins the lines of a form as REST Client does', () => {
    const [form, text] = ['application/x-www-form-urlencoded', 'text/plain'].map(
      (type) => readHttpFile(`POST /a\nContent-Type: ${type}\n\na=1\n&b=2\nc`).requests[0]?.body,
    );
    assert.equal(form, 'a=1&b=2\nc');
    assert.equal(text, 'a=1\n&b=2\nc');
  });
});

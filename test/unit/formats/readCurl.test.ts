import assert from 'node:assert/strict';
import type { HttpFileRequest } from '../../../src/formats/httpFileRequest.ts';
import { readCurl } from '../../../src/formats/readCurl.ts';

function read(text: string): HttpFileRequest {
  const result = readCurl(text);
  assert.ok(result.ok, result.ok ? '' : result.error);
  return result.value;
}

function headers({ headers }: HttpFileRequest): Record<string, string> {
  return Object.fromEntries(headers.map(({ name, value }) => [name, value]));
}

function refusal(text: string): string {
  const result = readCurl(text);
  assert.ok(!result.ok, JSON.stringify(result));
  return result.error;
}

describe('readCurl', () => {
  it('reads what people copy from documentation', () => {
    const request = read(
      `$ curl -sS https://api.phare.io/uptime/monitors?page=2 \\\n  -H 'Authorization: Bearer $PHARE_API_KEY' \\\n  --header "X-Phare-Project-Id: 7" | jq .`,
    );
    assert.equal(request.method, 'GET');
    assert.equal(request.url, 'https://api.phare.io/uptime/monitors?page=2');
    assert.deepEqual(headers(request), { Authorization: 'Bearer $PHARE_API_KEY', 'X-Phare-Project-Id': '7' });
    assert.equal(request.body, undefined);
    assert.deepEqual([request.line, request.endLine], [1, 3]);
  });

  const bodies: readonly (readonly [string, string, string | undefined, string | undefined])[] = [
    ['-d a=1 -d b=2', 'POST', 'a=1&b=2', 'application/x-www-form-urlencoded'],
    [`--json '{"a":1}'`, 'POST', '{"a":1}', 'application/json'],
    [`-XPUT -d '{}' -H content-type:text/x`, 'PUT', '{}', undefined],
    ['--data-raw @here', 'POST', '@here', 'application/x-www-form-urlencoded'],
    [`--data-urlencode 'q=a b&c!'`, 'POST', 'q=a%20b%26c%21', 'application/x-www-form-urlencoded'],
    ['-I', 'HEAD', undefined, undefined],
    ['-sSLX delete', 'DELETE', undefined, undefined],
    [`-d ''`, 'POST', '', 'application/x-www-form-urlencoded'],
  ];
  for (const [options, method, body, type] of bodies) {
    it(`takes method and body of ${options}`, () => {
      const request = read(`curl ${options} https://x.example/a`);
      assert.deepEqual([request.method, request.body, headers(request)['Content-Type']], [method, body, type]);
      assert.equal(request.url, 'https://x.example/a');
    });
  }

  it('puts data into the query with -G', () => {
    const request = read(`curl -G 'https://x.example/a?b=1' --data-urlencode 'q=ü' -d c=2`);
    assert.deepEqual(
      [request.method, request.url, request.body],
      ['GET', 'https://x.example/a?b=1&q=%C3%BC&c=2', undefined],
    );
  });

  it('turns other options into the headers that they are', () => {
    const request = read(
      `curl --url x.example -u me:pass -A agent -b 'a=1' -H 'X-Empty;' -H 'Accept:' -e https://y.example`,
    );
    assert.equal(request.url, 'http://x.example');
    assert.deepEqual(headers(request), {
      Authorization: 'Basic bWU6cGFzcw==',
      'User-Agent': 'agent',
      Cookie: 'a=1',
      'X-Empty': '',
      Referer: 'https://y.example',
    });
  });

  it('reads the quoting of bash', () => {
    const request = read(
      `curl 'https://x.example' --data-raw $'it\\'s \\u00e4\\n\\x21' -H "X: a\\"b\\\\c $HOME 'd'" -H X\\ Y:z`,
    );
    assert.equal(request.body, `it's ä\n!`);
    assert.deepEqual(headers(request), {
      X: `a"b\\c $HOME 'd'`,
      'X Y': 'z',
      'Content-Type': 'application/x-www-form-urlencoded',
    });
  });

  it('reads what browsers copy for cmd', () => {
    const request = read(
      `curl ^"https://x.example/a?b=1^&c=%^20d^" ^\r\n  -H ^"X: a^\\^"b^" ^\r\n  --data-raw ^"^{^\\^"a^\\^":^\\^"^%^PATH^%^\\^"^}^"`,
    );
    assert.equal(request.url, 'https://x.example/a?b=1&c=%20d');
    assert.equal(headers(request)['X'], 'a"b');
    assert.equal(request.body, '{"a":"%PATH%"}');
    assert.deepEqual([request.line, request.endLine], [1, 3]);
  });

  it('reads the quoting of PowerShell, with quotes escaped for the program or not', () => {
    for (const body of [`'{"a":"it''s"}'`, `'"{\\"a\\":\\"it''s\\"}"'`]) {
      const request = read(
        `curl.exe -X POST 'https://x.example' \`\r\n  -H "Authorization: Bearer $Env:A_KEY" \`\r\n  --data-raw ${body}`,
      );
      assert.equal(request.body, `{"a":"it's"}`);
      assert.equal(headers(request)['Authorization'], 'Bearer $Env:A_KEY');
    }
  });

  it('reads the last command, after one that gets a token, and a body that printf hands on', () => {
    const request = read(
      `FLARE_TOKEN=$(curl -sS -X POST 'https://x.example/tokens' \\\n  -H "Authorization: $FLARE_API_KEY" | sed -n 's/a/b/p')\nprintf %s 'long' | curl 'https://x.example/b' --data-binary @- 2>/dev/null`,
    );
    assert.deepEqual([request.url, request.body], ['https://x.example/b', 'long']);
  });

  const refusals: readonly (readonly [string, RegExp])[] = [
    ['wget https://x.example', /begins with curl/u],
    ['curl', /no address/u],
    ['curl https://a.example https://b.example', /several addresses/u],
    ['curl -F a=@b https://a.example', /form with parts/u],
    ['curl -d @body.json https://a.example', /in the file "body\.json"/u],
    ['cat b | curl -d @- https://a.example', /another command/u],
    ['curl --data-urlencode a@b https://a.example', /in a file/u],
    ['curl -H @headers https://a.example', /in a file/u],
    ['curl -b jar https://a.example', /in a file/u],
    ['curl -K config', /in a file/u],
    ['curl --future 1 https://a.example', /does not know the option "--future"/u],
    ['curl -T x https://a.example', /uploads a file/u],
    ['curl https://a.example --next https://b.example', /several/u],
    ['curl https://a.example -H', /no value/u],
  ];
  for (const [text, reason] of refusals) {
    it(`says why it cannot read: ${text}`, () => {
      assert.match(refusal(text), reason);
    });
  }

  it('repeats at most the beginning of a word, which may hold a secret', () => {
    assert.ok(refusal(`curl https://a.example ${'x'.repeat(300)}`).length < 200);
  });
});

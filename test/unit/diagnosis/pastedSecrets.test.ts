import assert from 'node:assert/strict';
import { type PastedAnswer, explainPasted } from '../../../src/diagnosis/pastedAnswer.ts';
import { readPastedText } from '../../../src/diagnosis/pastedText.ts';
import { exchangeReport } from '../../../src/diagnosis/report.ts';
import { builtInServices } from '../../../src/services/registry.ts';

const services = builtInServices();
/** Like no service's keys: only what stands beside it tells that it is one. Words and a number; it opens nothing. */
const SECRET = 'practice0odd1KEY2of3no4service';
const HIDDEN = SECRET.slice(0, -4);

/** Everything of an explanation that is shown or copied. */
function shownOf(text: string, service = 'phare'): string {
  const { status = 401, headers, body, request } = readPastedText(text);
  const answer: PastedAnswer = { service, status, headers, body, ...(request !== undefined && { request }) };
  const { exchange, diagnoses, request: read } = explainPasted(answer, services, text);
  const report = exchangeReport(exchange, {
    definition: services.get(service),
    connection: undefined,
    services: services.list(),
    versions: ['Bearings'],
    diagnoses,
  });
  return JSON.stringify([exchange, diagnoses, { ...read, secrets: [] }]) + report;
}

describe('A key that looks like no service’s keys', () => {
  const answer = 'HTTP/1.1 401 Unauthorized\ncontent-type: application/json\n\n';
  const echoed = `${answer}{"message":"Not accepted: ${SECRET}"}`;
  const texts: Readonly<Record<string, string>> = {
    'after a header’s name in curl -v': `> GET /uptime/monitors HTTP/2\n> Host: api.phare.io\n> X-API-Key: ${SECRET}\n>\n< HTTP/2 401\n<\n{"message":"Not accepted: ${SECRET}"}`,
    'in the query of a command': `curl -i 'https://api.phare.io/projects?api_key=${SECRET}'\n${echoed}`,
    'in the body of a command': `curl -i https://api.phare.io/projects -d '{"apiKey":"${SECRET}"}'\n${echoed}`,
    'as a user of curl': `curl -i -u ${SECRET}: https://api.phare.io/projects\n${echoed}`,
    'as a password of curl': `curl -i --user me:${SECRET} https://api.phare.io/projects\n${echoed}`,
    'in Basic': `GET /projects HTTP/1.1\nHost: api.phare.io\nAuthorization: Basic ${btoa(`me:${SECRET}`)}\n\n${echoed}`,
    'in a cookie': `curl -i -b 'session=${SECRET}; a=b' https://api.phare.io/projects\n${echoed}`,
    'in the user part of an address': `GET https://${SECRET}@api.phare.io/projects\n${echoed}`,
    'in the value of a header that nobody knows': `GET /projects HTTP/1.1\nHost: api.phare.io\nX-Custom: ${SECRET}\n\n${echoed}`,
    'set in a variable before': `export PHARE_API_KEY="${SECRET}"\n+ curl -H 'Authorization: Bearer ***' https://api.phare.io/projects\n${echoed}`,
    'in YAML': `env:\n  PHARE_TOKEN: ${SECRET}\nGET https://api.phare.io/projects\n${echoed}`,
    'in a program’s error': `AxiosError: Request failed with status code 401\n  url: 'https://api.phare.io/projects', headers: { Authorization: 'Bearer ${SECRET}' }, data: { message: 'Not accepted: ${SECRET}' }`,
    'in PowerShell': `Invoke-RestMethod https://api.phare.io/projects -Headers @{Authorization="Bearer ${SECRET}"}\n{"message":"Not accepted: ${SECRET}"} 401 Unauthorized`,
    'in the address of Python’s error': `401 Client Error: Unauthorized for url: https://api.phare.io/projects?token=${SECRET}`,
    'in a call of fetch': `fetch("https://api.phare.io/projects", {"headers": {"authorization": "Bearer ${SECRET}"}});\n401 Unauthorized\n{"message":"Not accepted: ${SECRET}"}`,
    'in an HTTP archive': JSON.stringify({
      request: { method: 'GET', url: 'https://api.phare.io/projects', headers: [{ name: 'X-Api-Key', value: SECRET }] },
      response: { status: 401, headers: [], content: { text: `{"message":"Not accepted: ${SECRET}"}` } },
    }),
    'in JSON within JSON': `401 Unauthorized ${JSON.stringify({ sent: JSON.stringify({ password: SECRET }), message: SECRET })}`,
    'in Python': `requests.get("https://api.phare.io/projects", headers={"Authorization": f"Bearer ${SECRET}"})\n${echoed}`,
    'as a pair in Python': `requests.get("https://api.phare.io/projects", auth=("me", "${SECRET}"))\n${echoed}`,
    'in a list of values': `{"headers":{"Authorization":["Bearer ${SECRET}"]},"url":"https://api.phare.io/projects"}\n${echoed}`,
    'in XML': `<Header name="Authorization">Bearer ${SECRET}</Header> https://api.phare.io/projects\n${echoed}`,
    'in a table': `| Authorization | Bearer ${SECRET} | https://api.phare.io/projects\n${echoed}`,
    'beside nothing that names it': `deploy ${SECRET} to https://api.phare.io/projects\n${echoed}`,
    'in prose': `${answer}{"message":"Invalid API key: ${SECRET}"}`,
    'in the address of a redirect': `GET https://api.phare.io/projects\nHTTP/1.1 302 Found\nLocation: https://a.example/?access_token=${SECRET}\n`,
    'in a cookie that was set': `GET https://api.phare.io/projects\nHTTP/1.1 401 Unauthorized\nSet-Cookie: session=${SECRET}; Path=/\n\n{"message":"Not accepted"}`,
    'named as a key in the answer': `GET https://api.phare.io/projects\n${answer}{"message":"Not accepted","key":"${SECRET}"}`,
  };
  for (const [where, text] of Object.entries(texts)) {
    it(`is masked ${where}`, () => {
      for (const service of ['phare', 'wellows', 'flare', 'logfire']) {
        const shown = shownOf(text, service);
        assert.ok(!shown.includes(HIDDEN), `${service}: ${shown}`);
      }
    });
  }
});

describe('What is no key in a pasted text', () => {
  it('stays readable: words of a refusal, ids, addresses, placeholders', () => {
    const shown = shownOf(
      [
        'GET /uptime/monitors?page_token=abcdef123456789 HTTP/1.1',
        'Host: api.phare.io',
        'Authorization: Bearer $PHARE_API_KEY',
        'X-Phare-Project-Id: 10011002',
        'X-Request-Id: 0f8fad5b-d9cb-469f-a165-70867728950e',
        'User-Agent: curl/8.5.0-DEV-20240131',
        '',
        'HTTP/1.1 401 Unauthorized',
        'x-request-id: req_011CSHoEeqs5C35K2UUqR7Fy',
        'www-authenticate: Bearer realm="phare", error="invalid_token"',
        '',
        '{"message":"The token expired","error":{"token":"invalid_token","password":["required"]},"token_type":"bearer"}',
      ].join('\n'),
    );
    for (const kept of ['page_token=abcdef123456789', '10011002', 'req_011CSHoEeqs5C35K2UUqR7Fy', 'The token expired'])
      assert.ok(shown.includes(kept), `${kept} in ${shown}`);
    for (const kept of ['0f8fad5b-d9cb-469f-a165-70867728950e', 'curl/8.5.0-DEV-20240131', 'invalid_token'])
      assert.ok(shown.includes(kept), `${kept} in ${shown}`);
  });
});

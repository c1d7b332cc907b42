import assert from 'node:assert/strict';
import type { CauseId } from '../../../src/diagnosis/diagnosis.ts';
import { type PastedAnswer, explainPasted } from '../../../src/diagnosis/pastedAnswer.ts';
import { certainService, servicesIn } from '../../../src/diagnosis/pastedService.ts';
import { readPastedText } from '../../../src/diagnosis/pastedText.ts';
import { builtInServices } from '../../../src/services/registry.ts';

const services = builtInServices();
const owner = 'pha_org_practice_owner_0000000000000001';
const project = 'pha_prj_practice_project_00000000000005';
const euKey = 'pylf_v1_eu_practiceowner00000000000000000001';
const flareKey = 'fw_practiceowner000000000000000001';
const monitors = 'https://api.phare.io/uptime/monitors';
const unauthorized = '{"message":"Unauthorized"}';
const forbidden = '{"message":"Forbidden"}';

const curl = (key: string, url = monitors, more = '') =>
  `curl -i '${url}' \\\n  -H 'Authorization: Bearer ${key}' ${more}`;
const raw = (key: string, ...more: string[]) =>
  ['GET /uptime/monitors HTTP/1.1', 'Host: api.phare.io', `Authorization: Bearer ${key}`, ...more].join('\n');

describe('Explaining with the request that was pasted', () => {
  const cases: readonly (readonly [string, PastedAnswer, CauseId])[] = [
    [
      'a curl command without a project',
      { service: 'phare', status: 401, body: unauthorized, request: curl(owner) },
      'project-missing',
    ],
    [
      'a request with its headers and without a project',
      { service: 'phare', status: 403, body: forbidden, request: raw(owner) },
      'project-missing',
    ],
    [
      'a project key with a header that names a project',
      { service: 'phare', status: 403, body: forbidden, request: raw(project, 'X-Phare-Project-Id: 1001') },
      'project-outside-key',
    ],
    [
      'a key of another service',
      { service: 'phare', status: 401, body: unauthorized, request: curl(flareKey) },
      'key-wrong-service',
    ],
    [
      'a key of another region',
      {
        service: 'logfire',
        status: 401,
        body: '{"detail":"Invalid token"}',
        request: curl(euKey, 'https://api-us.pydantic.dev/api/v1/projects/'),
      },
      'region-mismatch',
    ],
    [
      'two headers for the project',
      {
        service: 'phare',
        status: 422,
        body: '{"message":"Only one of id and slug may be given."}',
        request: raw(owner, 'X-Phare-Project-Id: 1', 'X-Phare-Project-Slug: two'),
      },
      'project-conflict',
    ],
    [
      'no key at all',
      {
        service: 'phare',
        status: 401,
        body: unauthorized,
        request: 'GET /uptime/monitors HTTP/1.1\nHost: api.phare.io\nX-Phare-Project-Id: 1001',
      },
      'key-missing',
    ],
  ];
  for (const [name, pasted, cause] of cases) {
    it(`${cause}: ${name}`, () => {
      const explanation = explainPasted(pasted, services);
      const told = explanation.diagnoses.map((each) => `${each.cause} (${each.certainty})`).join(', ');
      assert.equal(explanation.diagnoses[0]?.cause, cause, told);
      for (const secret of [owner, project, euKey, flareKey]) {
        const { secrets: _, ...request } = explanation.request;
        assert.ok(!JSON.stringify({ ...explanation, request }).includes(secret), `${secret} is shown`);
      }
      for (const { command, arguments: all = [] } of explanation.diagnoses.flatMap(({ actions }) => actions)) {
        assert.doesNotMatch(JSON.stringify(all), /"(?:connection|exchange)"/u, command);
      }
    });
  }

  it('takes a variable or a mask in the place of a key for no key of its own', () => {
    for (const text of ['$PHARE_API_KEY', '${PHARE_API_KEY}', '<your-key>', '***', 'pha_org_••••••••']) {
      const request = curl(text).replaceAll("'", '"');
      const { diagnoses } = explainPasted({ service: 'phare', status: 401, body: unauthorized, request }, services);
      const causes = diagnoses.slice(0, 3).map(({ cause }) => cause);
      assert.ok(
        causes.includes('project-missing') && !causes.includes('key-malformed'),
        `${text}: ${causes.join(', ')}`,
      );
      assert.ok(diagnoses.every(({ certainty }) => certainty !== 'proved'));
      const lines = diagnoses.flatMap(({ evidence }) => evidence).join('\n');
      assert.doesNotMatch(lines, /does not begin/u, text);
    }
  });

  it('masks keys wherever they stand: in headers, address and body of both sides', () => {
    const request = `curl '${monitors}?key=${owner}' -H 'Authorization: Bearer ${owner}' -H 'X-Other: ${euKey}' -d 'a=${flareKey}'`;
    const explanation = explainPasted(
      {
        service: 'phare',
        status: 401,
        headers: { 'x-echo': owner, server: euKey },
        body: JSON.stringify({ message: `${owner} is not ${flareKey}`, [owner]: 1 }),
        request,
      },
      services,
    );
    const { secrets: _, ...rest } = explanation.request;
    const shown = JSON.stringify([explanation.exchange, explanation.diagnoses, rest]);
    for (const secret of [owner, euKey, flareKey]) assert.ok(!shown.includes(secret.slice(0, 20)), shown);
  });

  it('takes any text without throwing', () => {
    for (const request of ['curl', 'curl -F a=b', '\u0000', 'GET', ':::', `curl "${'a'.repeat(5000)}`, 'Host: x\n\n']) {
      explainPasted({ service: 'flare', status: 401, request }, services);
    }
  });
});

describe('Reading pasted text', () => {
  it('takes the output of curl -v apart', () => {
    const text = [
      '* Connected to api.phare.io (203.0.113.1) port 443',
      '> GET /uptime/monitors HTTP/2',
      '> Host: api.phare.io',
      `> Authorization: Bearer ${owner}`,
      '> ',
      '< HTTP/2 401 ',
      '< content-type: application/json',
      '< ',
      unauthorized,
      '* Connection #0 to host api.phare.io left intact',
    ].join('\n');
    const read = readPastedText(text);
    assert.equal(read.status, 401);
    assert.deepEqual(read.headers, { 'content-type': 'application/json' });
    assert.equal(read.body, unauthorized);
    assert.match(read.request ?? '', /^GET \/uptime\/monitors\nHost: api\.phare\.io\nAuthorization: Bearer/u);
  });

  it('takes a command and what it printed apart', () => {
    const read = readPastedText(`$ ${curl(owner)}\nHTTP/2 401\ncontent-type: application/json\n\n${unauthorized}`);
    assert.deepEqual([read.status, read.body], [401, unauthorized]);
    assert.equal(read.request?.trim(), curl(owner).trim());
  });

  it('finds no status in a command alone, and asks for it', () => {
    for (const command of [curl(owner), curl(owner, `${monitors}/404`, '--max-time 500')]) {
      assert.equal(readPastedText(command).status, undefined, command);
    }
  });

  for (const [text, status] of [
    ['403 Forbidden', 403],
    ['requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://api.phare.io/projects', 401],
    ['urllib.error.HTTPError: HTTP Error 404: Not Found', 404],
    ['AxiosError: Request failed with status code 429', 429],
    ['{"status":422,"message":"no"}', 422],
    ['the deployment took 404 seconds', undefined],
  ] as const) {
    it(`reads ${status ?? 'no status'} in: ${text}`, () => {
      assert.equal(readPastedText(text).status, status);
    });
  }

  it('keeps several challenges of one name', () => {
    const { headers } = readPastedText(
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic\nWWW-Authenticate: Bearer\n',
    );
    assert.equal(headers['www-authenticate'], 'Basic, Bearer');
  });
});

describe('Recognising the service of a text', () => {
  const certain = (text: string) => certainService(servicesIn(text, services.list()))?.id;

  it('is sure where its host or a header of its own stands there', () => {
    assert.equal(certain(`GET ${monitors}`), 'phare');
    assert.equal(certain('host: api-eu.pydantic.dev'), 'logfire');
    assert.equal(certain('X-PHARE-PROJECT-ID: 1'), 'phare');
    assert.equal(certain('https://api.flare.io/tokens/generate'), 'flare');
    assert.equal(certain('GET https://integrations.wellows.com/api/v1/validate'), 'wellows');
  });

  it('asks where a key may be another service’s, or two hosts stand there', () => {
    assert.equal(certain(`Bearer ${owner}`), undefined);
    assert.equal(certain('Phare said no'), undefined);
    assert.equal(certain('X-API-Key: a'), undefined);
    assert.equal(certain(`${monitors} https://api.flare.io/`), undefined);
    assert.equal(servicesIn(`Bearer ${owner}`, services.list())[0]?.definition.id, 'phare');
  });
});

describe('Taking apart what a browser or a CI log shows', () => {
  const read = (text: string) => {
    const { status, body, request } = readPastedText(text);
    return { status, body, request };
  };

  it('reads a call that was copied as fetch, beside what came back', () => {
    const call = `await fetch("${monitors}", {
      "headers": { "authorization": "Bearer ${owner}", "x-phare-project-id": "1001", },
      "body": "{\\"name\\":\\"a\\"}",
      "method": "POST"
    });`;
    assert.deepEqual(read(`${call}\n403 Forbidden\n${forbidden}`), {
      status: 403,
      body: forbidden,
      request: `POST ${monitors}\nauthorization: Bearer ${owner}\nx-phare-project-id: 1001\n\n{"name":"a"}`,
    });
  });

  it('reads a call as people write it, and one without options', () => {
    assert.equal(
      read(`fetch('${monitors}', { method: 'put', headers: { 'X-Phare-Project-Id': '1001' } })`).request,
      `PUT ${monitors}\nX-Phare-Project-Id: 1001`,
    );
    assert.equal(read(`fetch('${monitors}').then(show)\n401 Unauthorized`).request, `GET ${monitors}`);
  });

  it('reads the refused entry of an HTTP archive', () => {
    const entry = (status: number, text: string) => ({
      request: {
        method: 'GET',
        url: monitors,
        headers: [
          { name: ':authority', value: 'api.phare.io' },
          { name: 'X-Phare-Project-Id', value: String(status) },
        ],
      },
      response: { status, headers: [{ name: 'X-Request-Id', value: 'req-1' }], content: { text } },
    });
    const har = JSON.stringify({ log: { entries: [entry(403, forbidden), entry(200, '[]')] } });
    assert.deepEqual(readPastedText(har), {
      status: 403,
      headers: { 'x-request-id': 'req-1' },
      body: forbidden,
      request: `GET ${monitors}\nX-Phare-Project-Id: 403`,
    });
    const encoded = entry(401, '');
    const binary = { ...encoded.response, content: { text: btoa(unauthorized), encoding: 'base64' } };
    assert.equal(read(JSON.stringify({ ...encoded, response: binary })).body, unauthorized);
  });

  it('reads lines that a CI log begins with the time and a terminal colours', () => {
    const lines = [
      '> GET /uptime/monitors HTTP/2',
      '> Host: api.phare.io',
      '> X-Phare-Project-Id: 1001',
      '>',
      '< HTTP/2 403',
      '< content-type: application/json',
      '<',
      forbidden,
    ];
    const log = lines.map((line) => `2026-11-20T10:11:12.1234567Z \u001B[36m${line}\u001B[0m`).join('\n');
    assert.deepEqual(read(log), {
      status: 403,
      body: forbidden,
      request: 'GET /uptime/monitors\nHost: api.phare.io\nX-Phare-Project-Id: 1001',
    });
  });

  it('takes the JSON of a line for the body, whatever else stands in brackets', () => {
    const line = `[error] {job} GET ${monitors} -> 401 ${unauthorized} (attempt [2])`;
    assert.deepEqual(read(line), { status: 401, body: unauthorized, request: `GET ${monitors}` });
  });
});

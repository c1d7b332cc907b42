import assert from 'node:assert/strict';
import type { CauseId } from '../../../src/diagnosis/diagnosis.ts';
import type { PastedAnswer } from '../../../src/diagnosis/pastedAnswer.ts';
import { type Desk, openDesk } from '../../support/desk.ts';

const uuid = '00000002-0101-4000-8000-000000000001';
const alerts = `https://api-us.pydantic.dev/api/v1/projects/${uuid}/alerts/`;
const pasted = (
  service: string,
  status: number,
  body: object | string,
  request: string,
  cause: CauseId | null,
): readonly [PastedAnswer, CauseId | null] => [
  { service, status, body: typeof body === 'string' ? body : JSON.stringify(body), request },
  cause,
];

const cases = [
  pasted('logfire', 404, { detail: 'Project not found' }, `GET ${alerts}`, 'project-unknown'),
  pasted('logfire', 401, { detail: 'Invalid token' }, `GET ${alerts}`, 'key-invalid'),
  pasted(
    'logfire',
    403,
    { detail: 'This token is missing the required scope: project:write_alert.' },
    `POST ${alerts}`,
    'permission-missing',
  ),
  pasted(
    'logfire',
    422,
    { detail: [{ loc: ['path', 'project_id'], msg: 'Input should be a valid UUID', type: 'uuid_parsing' }] },
    'GET /api/v1/projects/x/alerts/',
    'project-unknown',
  ),
  pasted(
    'logfire',
    422,
    { detail: [{ loc: ['body', 'name'], msg: 'Field required', type: 'missing' }] },
    `POST ${alerts}`,
    'invalid-request',
  ),
  pasted('logfire', 429, { detail: 'Rate limit exceeded' }, `GET ${alerts}`, 'rate-limited'),
  pasted('logfire', 200, [], `GET ${alerts}`, null),
  pasted(
    'flare',
    401,
    { error: { code: 'INVALID_API_KEY', message: 'invalid api key' } },
    'POST /tokens/generate',
    'key-invalid',
  ),
  pasted('flare', 403, '', 'POST https://api.flare.io/tokens/generate', 'key-invalid'),
  pasted(
    'flare',
    429,
    { error: { code: 'RATELIMIT_REACHED', message: 'ratelimit reached' } },
    'GET /firework/v4/identifiers/',
    'rate-limited',
  ),
  pasted('flare', 404, { code: 'NOT_FOUND', message: 'not found' }, 'GET /firework/v2/assets/groups/9', 'not-found'),
  pasted('flare', 200, { token: 'practice-token-0001' }, 'POST /tokens/generate', null),
  pasted(
    'wellows',
    200,
    { success: false, code: 401, message: 'Invalid API key' },
    'GET https://integrations.wellows.com/api/v1/validate',
    'key-invalid',
  ),
  pasted(
    'wellows',
    400,
    { success: false, message: 'The X-Project-ID header is required.' },
    'GET /summary',
    'project-missing',
  ),
  pasted('wellows', 200, { success: true, code: 200, data: { valid: true } }, 'GET /validate', null),
];

describe('Pasted answers of the other services', () => {
  let desk: Desk;
  before(async () => {
    desk = await openDesk('http://127.0.0.1:9', { key: 'pha_org_practice0001' });
  });
  for (const [answer, cause] of cases) {
    it(`${answer.service} ${answer.status} to ${answer.request}: ${cause ?? 'nothing'}`, () => {
      const found = desk.bearings.diagnosis.explain(answer);
      assert.equal(
        found[0]?.cause ?? null,
        cause,
        JSON.stringify(found.map((entry) => [entry.cause, entry.certainty])),
      );
    });
  }

  it('do not take a placeholder of the documents for a project', () => {
    const template = { service: 'logfire', status: 404, body: '{"detail":"Project not found"}' };
    for (const id of ['{project_id}', '%7Bproject_id%7D']) {
      const found = desk.bearings.diagnosis.explain({ ...template, request: `GET /api/v1/projects/${id}/alerts/` });
      assert.equal(found[0]?.cause, 'project-missing');
    }
  });
});

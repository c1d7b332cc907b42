import assert from 'node:assert/strict';
import type { CauseId } from '../../src/diagnosis/diagnosis.ts';
import type { ServiceId } from '../support/faultModel.ts';
import { everywhere, writes } from '../support/faultServer.ts';
import { models } from '../support/faultServices.ts';
import { run } from './support/run.ts';

interface Offer {
  readonly text: string;
  readonly status: number;
  /** Of each, one has to be among the first three: which sort of permission lacks is not said. */
  readonly named: readonly (readonly CauseId[])[];
  readonly request: 'read' | 'write' | 'read without a project';
}

const permission: readonly CauseId[] = ['permission-none', 'permission-missing', 'permission-read-only'];
const offers: readonly Offer[] = [
  {
    text: 'Invalid API key or missing project',
    status: 401,
    named: [['key-invalid'], ['project-missing']],
    request: 'read without a project',
  },
  {
    text: 'Missing project or invalid key',
    status: 400,
    named: [['key-invalid'], ['project-missing']],
    request: 'read without a project',
  },
  {
    text: 'Unauthenticated or insufficient permissions',
    status: 401,
    named: [['key-invalid', 'key-missing'], permission],
    request: 'read',
  },
  {
    text: 'Unauthenticated or insufficient permissions',
    status: 403,
    named: [['key-invalid', 'key-missing'], permission],
    request: 'write',
  },
  { text: 'Not found or you do not have access', status: 404, named: [['not-found'], permission], request: 'read' },
  { text: 'Not found or you do not have access', status: 404, named: [['not-found'], permission], request: 'write' },
  { text: 'Missing or invalid API key', status: 401, named: [['key-missing'], ['key-invalid']], request: 'read' },
  {
    text: 'API key missing, malformed or revoked',
    status: 401,
    named: [['key-missing'], ['key-malformed'], ['key-invalid']],
    request: 'read',
  },
  { text: 'Key expired or revoked', status: 401, named: [['key-expired'], ['key-invalid']], request: 'read' },
  {
    text: 'API key is invalid, expired or belongs to another region',
    status: 401,
    named: [['key-invalid'], ['key-expired'], ['region-mismatch']],
    request: 'read',
  },
  {
    text: 'The key lacks the permission or the project does not exist',
    status: 403,
    named: [permission, ['project-unknown']],
    request: 'read',
  },
  {
    text: 'Rate limit exceeded or key disabled',
    status: 403,
    named: [['rate-limited'], ['key-invalid']],
    request: 'read',
  },
];
const drafts = { read: {}, 'read without a project': { project: null }, write: undefined } as const;

describe('A refusal that offers several causes', () => {
  for (const service of ['phare', 'quayside', 'logfire'] satisfies readonly ServiceId[]) {
    for (const { text, status, named, request } of offers) {
      // Where the project stands in the path, none goes out without it.
      if (service === 'logfire' && request === 'read without a project') continue;
      it(`has them all among the first three, and proves none: ${service}, ${status} "${text}" to a ${request}`, async () => {
        const model = models[service];
        const said = text.replaceAll('project', service === 'quayside' ? 'dock' : 'project');
        const hits = request === 'write' ? writes : everywhere;
        const {
          offline,
          probed,
          pasted = [],
        } = await run({
          service,
          name: text,
          draft: drafts[request] ?? model.write,
          faults: [{ hits, reply: model.refuse(status, said) }],
        });
        for (const found of [offline, pasted]) {
          const three = found.slice(0, 3).map(({ cause }) => cause);
          const words = found.map(({ cause, certainty }) => `${cause} ${certainty}`).join(', ');
          for (const causes of named)
            assert.ok(
              three.some((cause) => causes.includes(cause)),
              words,
            );
        }
        const proved = [...offline, ...probed, ...pasted].filter(({ certainty }) => certainty === 'proved');
        assert.deepEqual(proved, []);
      });
    }
  }
});

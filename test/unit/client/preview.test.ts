import assert from 'node:assert/strict';
import type { RequestDraft } from '../../../src/client/draft.ts';
import { previewRequest } from '../../../src/client/preview.ts';
import type { Connection, Project } from '../../../src/connections/connection.ts';
import { builtInServices } from '../../../src/services/registry.ts';
import { luminous } from '../../support/compose.ts';
import { sampleConnection } from '../../support/samples.ts';

interface Known {
  readonly service?: string;
  readonly connection?: Partial<Connection>;
  readonly selected?: Project;
  readonly bound?: Project;
}

function preview(draft: Partial<RequestDraft>, { service = 'phare', connection, selected, bound }: Known = {}) {
  return previewRequest(
    { connection: 'one', method: 'POST', path: '/uptime/monitors', ...draft },
    {
      connection: sampleConnection({ service, ...connection }),
      definition: builtInServices().get(service),
      selected,
      bound,
    },
  );
}

describe('The preview of a request', () => {
  it('names the project that is selected, or that the draft names in its place', () => {
    assert.deepEqual(preview({}, { selected: luminous })?.named, ['7']);
    assert.deepEqual(preview({ project: '8' }, { selected: luminous })?.named, ['8']);
    assert.deepEqual(preview({ project: null }, { selected: luminous })?.named, []);
  });

  it('names the project of a header typed by hand, and both where two headers contradict each other', () => {
    const typed = preview({ headers: { 'x-phare-project-id': '9' } }, { selected: luminous });
    assert.deepEqual(typed?.named, ['9']);
    const both = preview({ headers: { 'X-Phare-Project-Id': '9', 'X-Phare-Project-Slug': 'quiet-harbor' } });
    assert.deepEqual(both?.named, ['9', 'quiet-harbor']);
  });

  it('names a project that stands in the path, documented or not', () => {
    assert.deepEqual(preview({ path: '/projects/9' })?.named, ['9']);
    assert.deepEqual(preview({ method: 'DELETE', path: '/projects/quiet%2Dharbor/undocumented' })?.named, [
      'quiet-harbor',
    ]);
    const logfire = preview({ path: '/api/v1/projects/abc/undocumented/' }, { service: 'logfire' });
    assert.deepEqual(logfire?.named, ['abc']);
    const filled = preview(
      { path: '/api/v1/projects/{project_id}/undocumented/' },
      { service: 'logfire', selected: luminous },
    );
    assert.deepEqual(filled?.named, ['7']);
  });

  it('names the one project of a project-bound key', () => {
    const connection = { keyKind: 'one-project' } as const;
    assert.deepEqual(preview({}, { connection, bound: luminous })?.named, ['7']);
    assert.equal(preview({}, { connection, bound: luminous })?.isUnnamed, false);
  });

  it('tells when it is not known which project is reached', () => {
    assert.equal(preview({}, { connection: { keyKind: 'one-project' } })?.isUnnamed, true);
    assert.equal(preview({ path: '/events' }, { service: 'flare' })?.isUnnamed, true);
    assert.equal(preview({}, { selected: luminous })?.isUnnamed, false);
    assert.equal(preview({ path: '/projects' })?.isUnnamed, false);
  });

  it('tells reads from writes by the operation, and what the client leaves out', () => {
    assert.equal(preview({ method: 'GET' })?.reads, true);
    assert.equal(preview({})?.reads, false);
    const made = preview({ headers: { host: 'elsewhere', 'x-note': 'a' } });
    assert.deepEqual([made?.isSent('Host'), made?.isSent('X-Note')], [false, true]);
  });

  it('is none for what would not be sent', () => {
    assert.equal(preview({ path: '/uptime/monitors/{monitorId}' }), undefined);
    assert.equal(preview({ path: 'https://elsewhere.example/' }), undefined);
    assert.equal(preview({ method: 'GET', body: 'x' }), undefined);
  });
});

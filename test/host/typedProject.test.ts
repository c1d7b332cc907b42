import assert from 'node:assert/strict';
import type { PanelDraft } from '../../src/editor/panel/protocol.ts';
import { withoutTypedProject } from '../../src/editor/panel/typedProject.ts';
import { builtInServices } from '../../src/services/registry.ts';

const EMPTY: PanelDraft = { method: 'GET', path: '/', pathValues: {}, query: [], headers: [], body: '' };

describe('what names a project by hand', () => {
  const services = builtInServices();
  const note = { name: 'X-Note', value: 'stays' };

  it('is taken out of the headers, however they are written, and no other header is', () => {
    const named = ['x-phare-project-id', ' X-Phare-Project-Slug '].map((name) => ({ name, value: '7' }));
    const draft = { ...EMPTY, path: '/uptime/monitors', headers: [...named, note] };
    const without = withoutTypedProject(draft, services.get('phare'));
    assert.deepEqual(without?.draft, { ...draft, headers: [note] });
    assert.equal(without.taken, 'the header x-phare-project-id and the header X-Phare-Project-Slug');
  });

  it('is taken out of the path, whether typed into it or as the value of its place', () => {
    const typed = { ...EMPTY, path: '/api/v1/projects/7/alerts/9/', headers: [note] };
    const path = '/api/v1/projects/{project_id}/alerts/{alert_id}/';
    const filled = { ...EMPTY, path, pathValues: { project_id: '7', alert_id: '9' } };
    const [inPath, inPlace] = [typed, filled].map((draft) => withoutTypedProject(draft, services.get('logfire')));
    assert.deepEqual(inPath?.draft, { ...typed, path: '/api/v1/projects/{project_id}/alerts/9/' });
    assert.deepEqual(inPlace?.draft, { ...filled, pathValues: { alert_id: '9' } });
    assert.deepEqual([inPath.taken, inPlace.taken], Array(2).fill('the project_id in its path'));
  });

  it('is nothing where the chosen project fills its place, and with a service that names none in a request', () => {
    const draft = { ...EMPTY, path: '/api/v1/projects/{project_id}/alerts/', headers: [note] };
    assert.equal(withoutTypedProject(draft, services.get('logfire')), undefined);
    assert.equal(
      withoutTypedProject({ ...EMPTY, path: '/tokens/test', headers: [note] }, services.get('flare')),
      undefined,
    );
  });
});

/** The same examiner's findings on what a key reaches and may do, and on what a request names. */
import { everywhere, inArea, withoutProject, writes } from '../../support/faultServer.ts';
import type { ServiceModel } from '../../support/faultModel.ts';
import { type FaultCase, type Scene, said, spread } from '../support/faultCase.ts';
import { worded } from '../support/usual.ts';

const worked = async ({ send }: Scene) => send();

/** The key lists one project, and what is asked for is about all. */
const lonely = spread(
  'needs-broader-key',
  ['logfire'],
  [
    { status: 403 },
    { status: 401 },
    { status: 404, text: 'No members here for you' },
    { status: 403, text: 'Access denied' },
    { status: 404 },
  ],
  ({ narrowKey = '', broad, ...model }, wording) => ({
    name: 'of a key that lists one project',
    key: narrowKey,
    before: async ({ desk, connection }) => desk.bearings.projects.list(connection),
    draft: { project: null, ...broad },
    offline: ['permission-none', 'key-invalid', 'wrong-address', 'not-found'],
    probed: ['permission-none', 'wrong-address', 'not-found'],
    pasted: 'open',
    faults: [{ hits: inArea('member'), reply: said(model as ServiceModel, wording) }],
  }),
);

/** A refusal without a word of a read that names no project, where the service has several. */
const unnamed = spread(
  'project-missing',
  ['wellows', 'quayside', 'phare'],
  [{ status: 400 }, { status: 422 }],
  (model, wording) => ({
    name: 'nothing is blamed',
    draft: { project: null },
    offline: ['invalid-request'],
    pasted: 'open',
    faults: [{ hits: withoutProject, reply: said(model, wording) }],
  }),
);

/** Reading was refused on the path where changing is refused now. */
const readRefused = spread(
  'permission-none',
  ['wellows'],
  [
    { status: 403, text: 'Insufficient permissions' },
    { status: 403, text: 'You have no permission for this' },
  ],
  (model, wording) => ({
    name: 'a change where reading was refused before',
    before: worked,
    draft: model.write,
    pasted: 'open',
    faults: [{ hits: inArea(model.area), reply: said(model, wording) }],
  }),
);

/** A change is hidden where the same list is read. */
const hidden = spread(
  'permission-read-only',
  ['phare', 'logfire', 'quayside'],
  [{ status: 404 }],
  (model, wording) => ({
    name: 'a change to a list that is read',
    before: worked,
    draft: model.write,
    offline: ['not-found'],
    probed: ['not-found'],
    pasted: 'open',
    faults: [{ hits: writes, reply: said(model, wording) }],
  }),
);

const ofOtherProject = worded(
  'project-outside-key',
  [
    { status: 403, text: 'Denne nøgle hører til et andet projekt' },
    { status: 403, text: 'Tento klíč patří k jinému projektu' },
    { status: 403, text: 'De sleutel hoort bij een ander project' },
    { status: 403, text: 'Questa chiave appartiene a un altro progetto' },
    { status: 403, text: 'Nyckeln tillhör ett annat projekt' },
  ],
  { pasted: 'open' },
  1,
);
const twoNames = spread(
  'project-conflict',
  ['phare', 'quayside'],
  [
    { status: 400, text: 'Project in the path and in the header disagree' },
    { status: 400, text: 'The project of the query differs from that of the header' },
    { status: 409, text: 'Project parameter and project header do not match' },
  ],
  (model, wording) => ({
    pasted: 'open',
    faults: [{ hits: everywhere, reply: said(model, wording) }],
  }),
);

export const outsideReachCases: readonly FaultCase[] = [
  ...lonely,
  ...unnamed,
  ...readRefused,
  ...hidden,
  ...ofOtherProject,
  ...twoNames,
];

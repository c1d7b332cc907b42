import { json } from '../../shared/answer.ts';
import { pick } from '../../shared/dates.ts';
import { integer, isObject, listOf, optional, required, shape, text, yesOrNo } from '../../shared/fields.ts';
import { idOf, notFound, type Operation, repeated } from '../call.ts';
import { paged } from '../pages.ts';
import { type ResourceKind, resourceOperations, verifyIds } from './crud.ts';

const ADJECTIVES = ['golden', 'silent', 'brave', 'misty', 'nimble', 'proud', 'velvet'];
const MIDDLES = ['rising', 'drifting', 'shining', 'resting', 'roaming'];
const NOUNS = ['lantern', 'summit', 'orchard', 'beacon', 'canyon', 'falcon', 'harvest', 'lagoon'];

const root: Operation = {
  method: 'GET',
  path: '/',
  product: undefined,
  scoped: false,
  run: () =>
    json(200, {
      title: 'Phare API (practice)',
      version: '1.0',
      support: 'support@practice.example',
      website: 'https://phare.io',
      documentation: 'https://docs.phare.io',
    }),
};

const projects: ResourceKind = {
  path: '/projects',
  parameter: 'projectId',
  product: 'platform',
  scoped: false,
  rules: {
    name: required(text(25)),
    members: required(listOf(integer())),
    settings: optional(
      shape({
        use_incident_ai: optional(yesOrNo),
        use_incident_merging: optional(yesOrNo),
        incident_merging_time_window: optional(integer()),
      }),
    ),
  },
  table: (call) => call.organization.projects,
  owners: () => [null],
  // A project key that may read here at all sees its own project only.
  guard: (call) => {
    const own = call.key?.project;
    return own !== undefined && 'projectId' in call.parameters && idOf(call, 'projectId') !== own
      ? notFound()
      : undefined;
  },
  filter: (call) => (project) => call.key?.project === undefined || project.id === call.key.project,
  verify: (call, values, report) => verifyIds(values, 'members', call.organization.users, [null], report),
  make: (call, values) => ({
    // Slugs are Phare's own choice. Counting keeps them unique and the same in every run.
    slug: slugNumber(
      call.organization.projects.list(null).reduce((most, project) => Math.max(most, project.id), 0) + 1,
    ),
    ...values,
    settings: {
      use_incident_ai: false,
      use_incident_merging: false,
      incident_merging_time_window: 5,
      ...(isObject(values['settings']) ? values['settings'] : {}),
    },
  }),
  change: (_call, values, current) => {
    const old = isObject(current['settings']) ? current['settings'] : {};
    return isObject(values['settings']) ? { ...values, settings: { ...old, ...values['settings'] } } : values;
  },
  remove: (call, project) => call.organization.removeProject(project.id),
};

function slugNumber(number: number): string {
  return `${pick(ADJECTIVES, number)}-${pick(MIDDLES, number)}-${pick(NOUNS, number)}-${number}`;
}

const users: readonly Operation[] = [
  {
    method: 'GET',
    path: '/users',
    product: 'platform',
    scoped: true,
    run: (call) => {
      const emails = repeated(call, 'email');
      const everyone = call.organization.users.list(null);
      return paged(
        call,
        everyone.filter((user) => emails.length === 0 || emails.includes(String(user['email']))),
      );
    },
  },
  {
    method: 'GET',
    path: '/users/{userId}',
    product: 'platform',
    scoped: true,
    run: (call) => {
      const user = call.organization.users.get(idOf(call, 'userId') ?? 0, null);
      return user === undefined ? notFound() : json(200, user);
    },
  },
];

const integrations: readonly Operation[] = [
  {
    method: 'GET',
    path: '/apps/{app}/integrations',
    product: 'platform',
    scoped: true,
    run: (call) => {
      const table = call.organization.integrations.get(call.parameters['app'] ?? '');
      if (table === undefined) return notFound();
      const names = repeated(call, 'name');
      return paged(
        call,
        table.list(null).filter((entry) => names.length === 0 || names.includes(String(entry['name']))),
      );
    },
  },
  {
    method: 'GET',
    path: '/apps/{app}/integrations/{integrationId}',
    product: 'platform',
    scoped: true,
    run: (call) => {
      const table = call.organization.integrations.get(call.parameters['app'] ?? '');
      const integration = table?.get(idOf(call, 'integrationId') ?? 0, null);
      return integration === undefined ? notFound() : json(200, integration);
    },
  },
];

export const platformOperations: readonly Operation[] = [
  root,
  ...resourceOperations(projects),
  ...users,
  ...integrations,
];

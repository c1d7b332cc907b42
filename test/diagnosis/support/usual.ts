/** The usual way in which a cause comes about, for wordings that need nothing special. */
import type { CauseId } from '../../../src/diagnosis/diagnosis.ts';
import {
  type Fault,
  everywhere,
  inArea,
  inProject,
  withToken,
  withoutProject,
  writes,
  writesIn,
} from '../../support/faultServer.ts';
import { type ServiceId, type ServiceModel, serviceIds } from '../../support/faultModel.ts';
import { type Expectations, type FaultCase, type Scene, type Wording, said, spread } from './faultCase.ts';

const withAreas: readonly ServiceId[] = ['phare', 'logfire', 'quayside'];
const withHeader: readonly ServiceId[] = ['phare', 'wellows', 'quayside'];
/** Causes that cannot be told apart where the service only says no. */
export const someRight = {
  anyOf: ['permission-none', 'permission-missing', 'permission-read-only', 'role-insufficient'],
} as const;
const nobody = '990017';
const nobodyUuid = '6f1c2d3e-0000-4000-8000-00000000dead';
const unknownProjectOf = ({ id }: ServiceModel): string => (id === 'logfire' ? nobodyUuid : nobody);
const scopeHeaders: Readonly<Record<string, string>> = {
  phare: 'X-Phare-Project-Id',
  wellows: 'X-Project-ID',
  quayside: 'X-Quay-Dock',
};

interface Usual extends Expectations {
  readonly services: readonly ServiceId[];
  readonly hits: (model: ServiceModel) => Fault['hits'];
  readonly more?: (model: ServiceModel) => Partial<FaultCase>;
}

const at = (hits: Fault['hits'], services = serviceIds, expected: Expectations = {}): Usual => ({
  services,
  hits: () => hits,
  ...expected,
});

const usual: Readonly<Partial<Record<CauseId, Usual>>> = {
  'key-invalid': at(everywhere),
  'key-expired': at(everywhere),
  'key-wrong-kind': at(everywhere, ['phare', 'logfire', 'wellows', 'quayside']),
  'service-down': at(everywhere),
  'blocked-before-service': at(everywhere),
  'proxy-refused': at(everywhere),
  'wrong-address': at(everywhere, ['phare', 'logfire', 'flare', 'quayside']),
  'region-mismatch': at(everywhere, ['logfire', 'flare', 'quayside']),
  'clock-skew': at(everywhere, serviceIds, { pasted: ['key-invalid', 'key-expired', 'token-expired'] }),
  'rate-limited': at(withToken),
  'token-expired': at(withToken, ['flare'], { pasted: ['key-expired'] }),
  'role-insufficient': { ...at(writes), more: ({ write }) => ({ draft: write }) },
  'invalid-request': {
    ...at(writes, serviceIds, { pasted: { anyOf: ['project-missing'] } }),
    more: ({ write }) => ({ draft: write }),
  },
  'permission-none': {
    services: withAreas,
    hits: ({ area }) => inArea(area),
    offline: someRight,
    pasted: someRight,
  },
  'permission-read-only': {
    services: withAreas,
    hits: ({ area }) => writesIn(area),
    more: ({ write }) => ({ draft: write }),
  },
  'project-missing': { ...at(withoutProject, withHeader), more: () => ({ draft: { project: null } }) },
  'project-unknown': {
    services: ['phare', 'logfire', 'wellows', 'quayside'],
    hits: (model) => inProject(unknownProjectOf(model)),
    more: (model) => ({ draft: { project: unknownProjectOf(model) } }),
  },
  'project-outside-key': {
    services: withHeader,
    hits: ({ projects }) => inProject(projects[1]),
    more: ({ id, narrowKey = '', projects }) => ({
      key: narrowKey,
      ...(id === 'wellows' && { before: async ({ desk, connection }: Scene) => desk.bearings.keys.check(connection) }),
      draft: { project: null, headers: { [scopeHeaders[id] ?? '']: projects[1] } },
    }),
  },
  'needs-broader-key': {
    services: ['phare', 'quayside'],
    hits:
      () =>
      ({ kind, area }) =>
        kind === 'write' || area === 'members',
    more: ({ narrowKey = '', broad }) => ({
      key: narrowKey,
      before: async ({ desk, connection }: Scene) => desk.bearings.projects.list(connection),
      draft: { project: null, ...broad },
    }),
  },
  'not-found': {
    services: ['logfire', 'flare', 'quayside'],
    hits: ({ neighbour }) => {
      const part = neighbour.path.split('/').findLast((name) => /[a-z]{3}/u.test(name)) ?? '';
      return ({ request }) => request.url.includes(`${part}/`) && /\d\/?$/u.test(request.url);
    },
    pasted: { anyOf: ['project-unknown', 'project-missing', 'invalid-request', 'wrong-address'] },
    more: ({ neighbour }) => ({ before: async ({ send }: Scene) => send(), draft: neighbour }),
  },
};

/**
 * Plants wordings of a cause as it usually comes about; a wording's own expectations go before the usual ones.
 * @param times how many services meet each wording.
 */
export function worded(
  cause: CauseId,
  wordings: readonly Wording[],
  expected: Expectations = {},
  times = 2,
): readonly FaultCase[] {
  const how = usual[cause];
  if (!how) throw new Error(`There is no usual way to ${cause}.`);
  const { services, hits, more = () => ({}), ...expectations } = how;
  return spread(
    cause,
    services,
    wordings,
    (model, wording) => {
      const { offline, probed, pasted } = wording;
      return {
        ...expectations,
        ...expected,
        ...(offline && { offline }),
        ...(probed && { probed }),
        ...(pasted && { pasted }),
        ...more(model),
        faults: [{ hits: hits(model), reply: said(model, wording) }],
      };
    },
    times,
  );
}

/** The texts of a list, one a line or several between dots, each said with the same status by one service. */
export function onceEach(
  cause: CauseId,
  status: number,
  texts: string,
  expected: Expectations = {},
): readonly FaultCase[] {
  const wordings = texts
    .split(/\n| · /u)
    .flatMap((text) => (text.trim() === '' ? [] : [{ status, text: text.trim() }]));
  return worded(cause, wordings, expected, 1);
}

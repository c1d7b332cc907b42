import type { Exchange, ScopeStamp } from '../../../src/client/exchange.ts';
import type { SentCredential } from '../../../src/client/sentCredential.ts';
import type { Connection } from '../../../src/connections/connection.ts';
import { type Facts, type Surroundings, collectFacts } from '../../../src/diagnosis/facts.ts';
import type { Observation } from '../../../src/diagnosis/history.ts';
import type { Probe } from '../../../src/diagnosis/probeResult.ts';
import { builtInServices } from '../../../src/services/registry.ts';
import { sampleConnection } from '../../support/samples.ts';

/** A situation in which a rule speaks. */
export interface ProseCase {
  readonly variant: string;
  readonly service?: string;
  readonly method?: string;
  readonly path?: string;
  readonly status?: number;
  readonly body?: string | object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly scope?: ScopeStamp;
  readonly connection?: Partial<Connection>;
  readonly exchange?: Partial<Exchange>;
  readonly surroundings?: Partial<Surroundings>;
}

const services = builtInServices();

/** The facts of a situation: a request to Phare's list of monitors by a key for all projects, unless told otherwise. */
export function factsOf(planted: Omit<ProseCase, 'variant'>): Facts {
  const { service = 'phare', status, body, headers = {}, connection, exchange, surroundings } = planted;
  const definition = services.get(service);
  const own = sampleConnection({ service, baseUrl: definition.regions[0]?.baseUrl ?? '', ...connection });
  const bodyText = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  const whole: Exchange = {
    id: 'one',
    connection: own.id,
    service,
    scope: planted.scope ?? { by: 'none' },
    request: {
      method: planted.method ?? 'GET',
      url: `${own.baseUrl}${planted.path ?? '/uptime/monitors'}`,
      headers: {},
    },
    ...(status !== undefined && {
      response: { status, headers, bodyText, sizeBytes: bodyText.length, truncated: false },
    }),
    startedAt: '2026-10-04T12:00:00.000Z',
    durationMs: 1,
    hops: [],
    callsSpent: 1,
    notes: [],
    ...exchange,
  };
  return collectFacts(whole, { definition, connection: own, ...surroundings });
}

export const said = (status: number, message: string) => ({ status, body: { message } });
export const named: ScopeStamp = { by: 'header', header: 'X-Phare-Project-Id', project: '1001' };
export const bound = { keyKind: 'one-project' } as const;
export const sent = (changes: Partial<SentCredential>): Partial<Exchange> => ({
  credential: { by: 'connection', as: 'key', problems: [], ...changes },
});
export const probe = (kind: Probe['kind'], status: number, operation: string): Probe => ({
  kind,
  status,
  operation,
  succeeded: status === 200,
  lacks: undefined,
  says: new Set(),
});
export const seen = (changes: Partial<Observation>): Observation => ({
  exchange: 'before',
  at: '2026-10-04T11:50:00.000Z',
  method: 'GET',
  operation: 'GET /uptime/monitors',
  path: '/uptime/monitors',
  status: 200,
  succeeded: true,
  project: '1001',
  lacks: undefined,
  ...changes,
});
export const page = (status: number, title: string) => ({
  status,
  headers: { 'content-type': 'text/html', server: 'edge/1.0' },
  body: `<html><head><title>${title}</title></head><body>${title}</body></html>`,
});
export const write = { method: 'POST', path: '/uptime/monitors', scope: named };
export const flare = {
  service: 'flare',
  path: '/firework/v4/identifiers/',
  scope: { by: 'token', project: '4101' },
} as const;
export const failed = (
  kind: 'dns' | 'tls' | 'timeout' | 'refused' | 'reset' | 'other' | 'cors' | 'proxy',
  message: string,
) => ({
  exchange: { failure: { kind, message } },
});
export const network = {
  proxy: 'http://proxy.example:8080',
  proxySupport: 'override',
  checksCertificates: true,
  systemCertificates: false,
};
export const notSent = (reason: NonNullable<Exchange['failure']>['reason'] & string, message: string) => ({
  exchange: { failure: { kind: 'not-sent', message, reason } as const },
});
export const luminous = { id: '1001', name: 'Luminous Tower' };

const unnamedPermission = {
  variant: 'No permission is named',
  method: 'POST',
  ...said(403, 'Permission denied'),
  scope: named,
};

/** Of what may lack where a change is refused: by rule. */
export const changesRefused: Readonly<Record<string, readonly ProseCase[]>> = {
  rolePerhapsInsufficient: [
    { variant: 'In words that are not known', method: 'POST', ...said(403, 'Qapaq tukukun'), scope: named },
  ],
  perhapsReadOnly: [unnamedPermission],
  perhapsNoAccess: [unnamedPermission],
};

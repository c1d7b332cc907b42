/** Requests that are unusual and answered well: undocumented paths, scopes typed by hand, redirects within the service. */
import { type Reply, at } from '../../support/faultServer.ts';
import { serviceIds } from '../../support/faultModel.ts';
import { models } from '../../support/faultServices.ts';
import { redirect } from '../../support/server.ts';
import type { HealthyCase } from '../support/faultCase.ts';
import { some } from './healthy.ts';

const html = { 'content-type': 'text/html; charset=utf-8' };
const page = (title: string, body: string): Reply => ({
  status: 200,
  headers: html,
  body: `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`,
});
/** A path of which nothing is documented may be a page, whatever gates and refusals it speaks of. */
const pages: readonly (readonly [string, Reply])[] = [
  ['a page of the documents', page('Webhooks', '<h1>Webhooks</h1><p>Send events to your own address.</p>')],
  ['a page on keys', page('Authentication', '<h1>Sign in and API keys</h1><p>401 Unauthorized: invalid API key.</p>')],
  ['a changelog', page('Changelog', '<h1>Changelog</h1><p>The captcha of the sign-in page is gone.</p>')],
  ['a status page', page('Status', '<h1>Scheduled maintenance</h1><p>Next window: Sunday. Back soon.</p>')],
  ['a report on a firewall', page('Firewall rules', '<p>12 requests were blocked by a rule. Access denied: 12.</p>')],
  [
    'a page behind Cloudflare',
    { ...page('Reports', '<p>Ray ID: 8f2a</p>'), headers: { ...html, server: 'cloudflare' } },
  ],
  ['a page with a form', page('Search', '<form action="/search"><input name="q"></form><p>Search reports.</p>')],
  ['a page with a script', page('Chart', '<script src="/chart.js"></script><p>Calls per day, by network.</p>')],
  [
    'a report that scripts draw',
    page(
      'Report',
      '<h1>Calls per day</h1><div id="app"></div><p>Drawn from 1,204 calls of this week, by hour and by station.</p><script src="/report.js"></script>',
    ),
  ],
  [
    'a page that tells of documents',
    page(
      'Invoice 7',
      '<h1>Invoice 7</h1><p>See the documentation and the API reference for how calls are counted.</p>',
    ),
  ],
  ['a part of a page', { status: 200, headers: html, body: '<div class="badge">up 99.9 %</div>' }],
];

/** A path of which nothing is documented: its answer may have any shape. */
const unknownBodies: readonly (readonly [string, Reply])[] = [
  ['CSV', { status: 200, headers: { 'content-type': 'text/csv' }, body: 'id,status\n1,401\n2,forbidden\n' }],
  [
    'a picture',
    { status: 200, headers: { 'content-type': 'image/png' }, body: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]) },
  ],
  ['a list at the top', { status: 200, body: [{ error: 'none' }] }],
  ['one number', { status: 200, headers: { 'content-type': 'application/json' }, body: '42' }],
  ['null', { status: 200, headers: { 'content-type': 'application/json' }, body: 'null' }],
  [
    'lines of JSON',
    { status: 200, headers: { 'content-type': 'application/x-ndjson' }, body: '{"a":1}\n{"error":"x"}\n' },
  ],
  ['events', { status: 200, headers: { 'content-type': 'text/event-stream' }, body: 'data: {"error":null}\n\n' }],
  ['a description of the API', { status: 200, body: { openapi: '3.1.0', info: { title: 'API' }, paths: {} } }],
];
const undocumented = [...unknownBodies, ...pages].flatMap(([name, reply], index) =>
  some(
    serviceIds
      .filter((service) => service !== 'wellows' || !name.startsWith('a list'))
      .map((service): HealthyCase => ({
        service,
        name: `a path that is not documented: ${name}`,
        draft: { path: '/v9/export' },
        arrives: reply.status,
        faults: [{ hits: at('/v9/export'), reply }],
      })),
    index,
  ),
);

const scoped: readonly HealthyCase[] = [
  ...(
    [
      ['phare', 'X-Phare-Project-Id', '312'],
      ['phare', 'X-Phare-Project-Slug', 'outer-reef'],
      ['wellows', 'X-Project-ID', '62'],
      ['quayside', 'X-Quay-Dock', 'D-8'],
    ] as const
  ).map(([service, header, value]): HealthyCase => ({
    service,
    name: `${header} typed by hand, against the selection`,
    selected: models[service].projects[0],
    draft: { project: models[service].projects[0], headers: { [header]: value } },
    arrives: 200,
  })),
  {
    service: 'logfire',
    name: 'a path filled by hand, against the selection',
    draft: { path: `/api/v1/projects/${models.logfire.projects[1]}/alerts/`, project: models.logfire.projects[0] },
    arrives: 200,
  },
  ...(['phare', 'wellows', 'quayside'] as const).map((service): HealthyCase => ({
    service,
    name: 'a key of one project, no project named',
    key: models[service].narrowKey ?? '',
    draft: { project: null },
    arrives: 200,
  })),
  { service: 'flare', name: 'no tenant: the default one', draft: { project: null }, arrives: 200 },
  ...serviceIds.map((service): HealthyCase => ({
    service,
    name: 'the key check, no project',
    draft: {
      path: {
        phare: '/projects',
        logfire: '/api/v1/projects/',
        flare: '/tokens/test',
        wellows: '/validate',
        quayside: '/whoami',
      }[service],
      project: null,
    },
    arrives: 200,
  })),
];

/** The same origin, by another path: the key may go there. */
const redirected: readonly HealthyCase[] = serviceIds.map((service) => {
  const path =
    models[service].read.path
      .split('/')
      .filter((part) => part !== '')
      .at(-1) ?? '';
  let isFirst = true;
  return {
    service,
    name: 'a redirect within the same origin',
    arrives: 200,
    faults: [
      {
        hits: ({ kind, request }) => kind === 'read' && isFirst && request.url.includes(path),
        reply: (response, request) => {
          isFirst = false;
          redirect(`${request.url}${request.url.includes('?') ? '&' : '?'}moved=1`, 307)(response, request);
        },
      },
    ],
  };
});

export const healthyRequests: readonly HealthyCase[] = [...undocumented, ...scoped, ...redirected];

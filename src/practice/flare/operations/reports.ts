import { type Answer, json } from '../../shared/answer.ts';
import { aList, aString, anObject, may, must, oneOf } from '../../shared/fastApi.ts';
import { practiceUuid } from '../../shared/rows.ts';
import type { Entity } from '../../shared/table.ts';
import { type Call, get, notFound, type Operation, post } from '../call.ts';
import { paged } from '../pages.ts';
import { ofTenant, removes, withEntity, withFields } from './resource.ts';

const LIST = '/firework/v2/reporting/reports';
const ONE = `${LIST}/{report_id}`;
const FIELDS = {
  title: must(aString(1)),
  author: must(aString(1)),
  elements: may(aList(anObject)),
  audience: may(aString()),
};

const onReport = (run: (call: Call, report: Entity) => Answer) => (call: Call) =>
  withEntity(call, 'reports', 'report_id', (report) => run(call, report));

const change = (call: Call, report: Entity, fields: Readonly<Record<string, unknown>>) =>
  json(200, { report: call.organization.reports.change(report, { ...fields, updated_at: call.now }) });

/** A file, not JSON: what a download answers must not be taken for text. */
const PDF: Answer = {
  status: 200,
  headers: { 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="report.pdf"' },
  body: '%PDF-1.4\n% practice\n%%EOF\n',
};

/** As v4 shows a report: without what it is made of. */
const summary = ({ elements: _elements, audience: _audience, ...report }: Readonly<Record<string, unknown>>) => report;

const REQUESTS = '/firework/v4/threat_flow/reports/requests';
const TIMES = ['all', 'last_24h', 'last_2d', 'last_7d', 'last_1m', 'last_3m', 'last_6m', 'range'];

export const reportOperations: readonly Operation[] = [
  get(LIST, (call) => json(200, { reports: ofTenant(call, 'reports') })),
  post(LIST, (call) =>
    withFields(call, FIELDS, (values) =>
      json(200, {
        report: call.organization.reports.insert(call.tenantId, () => ({
          elements: [],
          audience: null,
          ...values,
          tenant_id: call.tenantId,
          report_group_id: 1,
          report_type: 'v1',
          status: 'draft',
          created_at: call.now,
          updated_at: call.now,
          is_archived: false,
        })),
      }),
    ),
  ),
  get(
    ONE,
    onReport((_call, report) => json(200, { report })),
  ),
  {
    method: 'PATCH',
    path: ONE,
    run: onReport((call, report) => withFields(call, FIELDS, (values) => change(call, report, values), true)),
  },
  { method: 'DELETE', path: ONE, run: removes('reports', 'report_id') },
  post(
    `${ONE}/archive`,
    onReport((call, report) => change(call, report, { is_archived: true })),
  ),
  get(
    `${ONE}/download`,
    onReport(() => PDF),
  ),
  // In the v4 document, not in the navigation.
  get('/firework/v4/reports', (call) =>
    paged(call, ofTenant(call, 'reports').map(summary), { most: 100, standard: 20 }),
  ),
  get(
    '/firework/v4/reports/{report_id}',
    onReport((_call, report) => json(200, summary(report))),
  ),
  get(
    '/firework/v4/reports/{report_id}/download',
    onReport(() => PDF),
  ),
  get('/firework/v4/healthz/', () => json(200, 'ok')),
  post(REQUESTS, (call) =>
    withFields(call, { report_title: must(aString(1)), time_range_type: may(oneOf(...TIMES)) }, (values) => {
      const request = call.organization.reportRequests.insert(call.tenantId, (id) => ({
        request_id: practiceUuid(0x31, call.organization.id, id),
        title: values['report_title'],
      }));
      return json(200, { request_id: request['request_id'] });
    }),
  ),
  get(`${REQUESTS}/{request_info_id}`, (call) => {
    const id = call.parameters['request_info_id'];
    const found = ofTenant(call, 'reportRequests').some((entry) => entry['request_id'] === id);
    return found ? json(200, { status: 'processing', report: null }) : notFound(call);
  }),
];

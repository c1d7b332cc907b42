import { json, noContent } from '../../shared/answer.ts';
import { dateTime, integer, listOf, nullable, oneOf, optional, required, text } from '../../shared/fields.ts';
import { type Operation, repeated, unprocessable } from '../call.ts';
import { MONITORING_MODES } from '../vocabulary.ts';
import { actionOperation, type ResourceKind, resourceOperations, verifyIds } from './crud.ts';

function holdsOneOf(list: unknown, ids: readonly string[]): boolean {
  return ids.length === 0 || (Array.isArray(list) && list.some((id) => ids.includes(String(id))));
}

const maintenanceWindows: ResourceKind = {
  path: '/uptime/maintenance-windows',
  parameter: 'maintenanceWindowId',
  product: 'uptime',
  scoped: true,
  rules: {
    title: required(text()),
    description: nullable(text(5000)),
    monitoring_mode: required(oneOf(MONITORING_MODES)),
    starts_at: required(dateTime),
    ends_at: required(dateTime),
    monitors: optional(listOf(integer())),
    status_pages: optional(listOf(integer())),
  },
  table: (call) => call.organization.maintenanceWindows,
  owners: (call) => [call.projectId],
  filter: (call) => {
    const state = call.request.query.get('state');
    const monitorIds = repeated(call, 'monitor_id');
    const pageIds = repeated(call, 'status_page_id');
    return (window) =>
      (state === null || window['state'] === state) &&
      holdsOneOf(window['monitors'], monitorIds) &&
      holdsOneOf(window['status_pages'], pageIds);
  },
  verify: (call, values, report, current) => {
    const owners = [call.projectId];
    verifyIds(values, 'monitors', call.organization.monitors, owners, report);
    verifyIds(values, 'status_pages', call.organization.statusPages, owners, report);
    const starts = Date.parse(String(values['starts_at'] ?? current?.['starts_at']));
    const ends = Date.parse(String(values['ends_at'] ?? current?.['ends_at']));
    if (ends <= starts) report('ends_at', 'The ends at field must be a date after starts at.');
  },
  make: (call, values) => ({
    project_id: call.projectId,
    state: 'scheduled',
    description: null,
    monitors: [],
    status_pages: [],
    ...values,
  }),
};

export const maintenanceWindowOperations: readonly Operation[] = [
  ...resourceOperations(maintenanceWindows),
  actionOperation(maintenanceWindows, 'cancel', (call, window) => {
    if (window['state'] !== 'scheduled' && window['state'] !== 'in_progress') {
      return unprocessable({ state: [`A ${String(window['state'])} maintenance window cannot be cancelled.`] });
    }
    call.organization.maintenanceWindows.change(window, { state: 'cancelled', updated_at: call.now });
    return noContent();
  }),
  actionOperation(maintenanceWindows, 'complete', (call, window) => {
    if (window['state'] !== 'in_progress') {
      return unprocessable({ state: ['Only a maintenance window in progress can be completed.'] });
    }
    const fields = { state: 'completed', ends_at: call.now, updated_at: call.now };
    return json(200, call.organization.maintenanceWindows.change(window, fields));
  }),
];

import { noContent } from '../../shared/answer.ts';
import { dateTime, integer, listOf, nullable, oneOf, optional, required, text, yesOrNo } from '../../shared/fields.ts';
import { idOf, notFound, type Operation, repeated, unprocessable } from '../call.ts';
import { incidentPrefix } from '../seedUptime.ts';
import { IMPACTS, UPDATE_STATES } from '../vocabulary.ts';
import { actionOperation, type ResourceKind, resourceOperations, verifyIds } from './crud.ts';

const incidents: ResourceKind = {
  path: '/uptime/incidents',
  parameter: 'incidentId',
  product: 'uptime',
  scoped: true,
  rules: {
    title: required(text()),
    description: nullable(text(5000)),
    exclude_from_downtime: required(yesOrNo),
    incident_at: nullable(dateTime),
    recovery_at: nullable(dateTime),
    monitors: optional(listOf(integer())),
    impact: required(oneOf(IMPACTS)),
  },
  table: (call) => call.organization.incidents,
  owners: (call) => [call.projectId],
  filter: (call) => {
    const ids = repeated(call, 'monitor_id');
    return (incident) =>
      ids.length === 0 ||
      (Array.isArray(incident['monitors']) && incident['monitors'].some((id) => ids.includes(String(id))));
  },
  verify: (call, values, report) => verifyIds(values, 'monitors', call.organization.monitors, [call.projectId], report),
  make: (call, values) => {
    const project = call.organization.projects.get(call.projectId, null);
    const recovered = typeof values['recovery_at'] === 'string';
    return {
      project_id: call.projectId,
      type: 'manual',
      slug: `${project === undefined ? 'APP' : incidentPrefix(project)}-${call.organization.nextIncidentNumber()}`,
      state: recovered ? 'resolved' : 'unknown',
      status: recovered ? 'recovered' : 'ongoing',
      description: null,
      recovery_at: null,
      monitors: [],
      ...values,
      incident_at: values['incident_at'] ?? call.now,
    };
  },
  remove: (call, incident) => {
    call.organization.incidentUpdates.removeOwnedBy(incident.id);
    call.organization.incidents.remove(incident.id);
  },
};

const incidentUpdates: ResourceKind = {
  path: '/uptime/incidents/{incidentId}/updates',
  parameter: 'incidentUpdateId',
  product: 'uptime',
  scoped: true,
  rules: {
    state: required(oneOf(UPDATE_STATES)),
    content: required(text(10_000)),
    published_at: nullable(dateTime),
  },
  table: (call) => call.organization.incidentUpdates,
  owners: (call) => [idOf(call, 'incidentId') ?? 0],
  guard: (call) => {
    const incident = call.organization.incidents.get(idOf(call, 'incidentId') ?? 0, call.projectId);
    return incident === undefined ? notFound() : undefined;
  },
  make: (call, values) => {
    const incident = call.organization.incidents.get(idOf(call, 'incidentId') ?? 0, call.projectId);
    if (incident !== undefined) {
      call.organization.incidents.change(incident, { state: values['state'], updated_at: call.now });
    }
    return {
      ...values,
      published_at: values['published_at'] ?? call.now,
      creator: { id: 1, type: 'api_key', label: call.key?.label ?? '' },
    };
  },
};

export const incidentOperations: readonly Operation[] = [
  ...resourceOperations(incidents),
  actionOperation(incidents, 'recover', (call, incident) => {
    if (incident['status'] === 'recovered') {
      return unprocessable({ incident: ['The incident has already recovered.'] });
    }
    const recovery = { status: 'recovered', state: 'resolved', recovery_at: call.now, updated_at: call.now };
    call.organization.incidents.change(incident, recovery);
    return noContent();
  }),
  ...resourceOperations(incidentUpdates),
];

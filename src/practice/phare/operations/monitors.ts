import { type Answer, noContent } from '../../shared/answer.ts';
import {
  anyObject,
  type Check,
  integer,
  isObject,
  listOf,
  nullable,
  oneOf,
  optional,
  required,
  shape,
  text,
  webAddress,
  yesOrNo,
} from '../../shared/fields.ts';
import type { Entity } from '../../shared/table.ts';
import { type Call, type Operation, unprocessable } from '../call.ts';
import { INTERVALS, METHODS, REGIONS, TIMEOUTS } from '../vocabulary.ts';
import { actionOperation, type ResourceKind, resourceOperations } from './crud.ts';

const httpRequest = shape({
  method: required(oneOf(METHODS)),
  url: required(webAddress),
  tls_skip_verify: optional(yesOrNo),
  body: nullable(text(10_000)),
  follow_redirects: optional(yesOrNo),
  user_agent_secret: nullable(text()),
  headers: optional(listOf(shape({ name: required(text()), value: required(text()) }), 0, 10)),
});

const tcpRequest = shape({
  host: required(text()),
  // A string, as documented, though it holds a number.
  port: required(text(5)),
  connection: required(oneOf(['plain', 'tls'])),
  tls_skip_verify: optional(yesOrNo),
});

const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  status_code: ['in', 'not_in'],
  response_header: ['equals', 'not_equals'],
  response_body: ['contains', 'not_contains'],
};

const assertion: Check = (value, field, report) => {
  const operators = isObject(value) ? OPERATORS[String(value['type'])] : undefined;
  if (operators === undefined) report(`${field}.type`, `The selected ${field}.type is invalid.`);
  else if (isObject(value) && !operators.includes(String(value['operator']))) {
    report(`${field}.operator`, `The selected ${field}.operator is invalid.`);
  }
};

export const monitors: ResourceKind = {
  path: '/uptime/monitors',
  parameter: 'monitorId',
  product: 'uptime',
  scoped: true,
  rules: {
    name: required(text()),
    protocol: required(oneOf(['http', 'tcp'])),
    request: required(anyObject),
    interval: optional(oneOf(INTERVALS)),
    timeout: optional(oneOf(TIMEOUTS)),
    success_assertions: optional(listOf(assertion, 0, 20)),
    incident_confirmations: optional(integer(1, 5)),
    recovery_confirmations: optional(integer(1, 5)),
    region_threshold: optional(integer(1, 10)),
    regions: required(listOf(oneOf(REGIONS), 1, 6)),
  },
  table: (call) => call.organization.monitors,
  owners: (call) => [call.projectId],
  verify: (_call, values, report, current) => {
    const protocol = values['protocol'] ?? current?.['protocol'];
    if (!('request' in values)) {
      if (current !== undefined && protocol !== current['protocol'])
        report('request', 'The request field is required.');
      return;
    }
    if (protocol === 'http') httpRequest(values['request'], 'request', report);
    if (protocol === 'tcp') tcpRequest(values['request'], 'request', report);
  },
  make: (call, values) => ({
    project_id: call.projectId,
    status: 'fetching',
    paused: false,
    response_time: null,
    interval: 60,
    timeout: 7000,
    success_assertions: [],
    incident_confirmations: 1,
    recovery_confirmations: 1,
    region_threshold: 1,
    ...values,
    last_checked_at: null,
  }),
};

/** 422 is declared for pause and resume; that being paused or running already is its reason is inferred. */
function setPaused(call: Call, monitor: Entity, paused: boolean): Answer {
  if (monitor['paused'] === paused) {
    return unprocessable({ monitor: [paused ? 'The monitor is already paused.' : 'The monitor is not paused.'] });
  }
  const status = paused ? 'paused' : 'fetching';
  call.organization.monitors.change(monitor, { paused, status, updated_at: call.now });
  return noContent();
}

export const monitorOperations: readonly Operation[] = [
  ...resourceOperations(monitors),
  actionOperation(monitors, 'pause', (call, monitor) => setPaused(call, monitor, true)),
  actionOperation(monitors, 'resume', (call, monitor) => setPaused(call, monitor, false)),
];

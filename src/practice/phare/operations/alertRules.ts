import { json } from '../../shared/answer.ts';
import { anyObject, integer, nullable, oneOf, optional, required } from '../../shared/fields.ts';
import type { Operation } from '../call.ts';
import { EVENTS, RATE_LIMITS } from '../vocabulary.ts';
import { type ResourceKind, resourceOperations } from './crud.ts';

const alertRules: ResourceKind = {
  path: '/alert-rules',
  parameter: 'alertRuleId',
  product: 'platform',
  scoped: true,
  rules: {
    scope: optional(oneOf(['organization', 'project'])),
    event: required(oneOf(EVENTS)),
    integration_id: required(integer()),
    rate_limit: required(oneOf(RATE_LIMITS)),
    event_settings: nullable(anyObject),
    integration_settings: nullable(anyObject),
  },
  table: (call) => call.organization.alertRules,
  // The organization's rules apply in every project, so they are seen from each.
  owners: (call) => [call.projectId, null],
  verify: (call, values, report) => {
    const id = values['integration_id'];
    if (typeof id !== 'number') return;
    const tables = [...call.organization.integrations.values()];
    if (!tables.some((table) => table.get(id, null) !== undefined)) {
      report('integration_id', 'The selected integration id is invalid.');
    }
  },
  ownerFor: (call, values, current) => {
    if (values['scope'] === 'organization') return null;
    return values['scope'] === undefined && current?.['project_id'] === null ? null : call.projectId;
  },
  make: (call, values) => {
    const { scope, ...fields } = values;
    return {
      project_id: scope === 'organization' ? null : call.projectId,
      event_settings: {},
      integration_settings: {},
      ...fields,
    };
  },
  change: (call, values) => {
    const { scope, ...fields } = values;
    return scope === undefined ? fields : { ...fields, project_id: scope === 'organization' ? null : call.projectId };
  },
  keep: (call, rule) =>
    call.organization.alertRulesInUse.has(rule.id)
      ? json(409, { message: 'The alert rule is in use and cannot be deleted.' })
      : undefined,
};

export const alertRuleOperations: readonly Operation[] = resourceOperations(alertRules);

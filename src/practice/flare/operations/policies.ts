import { type Answer, json } from '../../shared/answer.ts';
import {
  aBoolean,
  aList,
  aString,
  anInteger,
  anObject,
  may,
  must,
  oneOf,
  unprocessable,
} from '../../shared/fastApi.ts';
import { isUuid, practiceUuid } from '../../shared/rows.ts';
import type { Entity } from '../../shared/table.ts';
import { type Call, get, notFound, numberOf, type Operation, post } from '../call.ts';
import { paged } from '../pages.ts';
import { ofTenant, withFields } from './resource.ts';

const LIST = '/firework/v4/matching-policies';
const ONE = `${LIST}/{policy_uuid}`;
const ASSIGNMENTS = `${ONE}/assignments`;
const PAGE = { most: 25 };
const KINDS = ['INCLUDED_KEYWORDS', 'EXCLUDED_KEYWORDS', 'LUCENE_QUERY', 'ASTP_COOKIES', 'ASTP_DOMAIN'];

/** As it is answered: by its UUID, the number is ours. */
const shown = ({ id: _id, ...policy }: Readonly<Record<string, unknown>>) => policy;

function withPolicy(call: Call, run: (policy: Entity) => Answer): Answer {
  const uuid = call.parameters['policy_uuid'];
  if (!isUuid(uuid)) {
    const msg = 'Input should be a valid UUID, invalid character found';
    return unprocessable({ loc: ['path', 'policy_uuid'], msg, type: 'uuid_parsing' });
  }
  const policy = ofTenant(call, 'policies').find((candidate) => candidate['uuid'] === uuid.toLowerCase());
  return policy === undefined ? notFound(call) : run(policy);
}

const assignment = ({ identifier_id, identifier_name, clean_past_events, assigned_at }: Entity) => ({
  identifier_id,
  identifier_name,
  clean_past_events,
  assigned_at,
});

const assignmentsOf = (call: Call, policy: Entity) =>
  ofTenant(call, 'assignments').filter((entry) => entry['policy_id'] === policy.id);

const IDS = { identifier_ids: must(aList(anInteger(1))), clean_past_events: may(aBoolean) };

function assign(call: Call, policy: Entity): Answer {
  return withFields(call, IDS, ({ identifier_ids: ids, clean_past_events: clean = false }) => {
    const { assignments, identifiers } = call.organization;
    const found = (ids as readonly number[]).map((id) => identifiers.get(id, call.tenantId));
    if (found.includes(undefined)) return notFound(call);
    for (const identifier of found) {
      assignments.insert(call.tenantId, () => ({
        policy_id: policy.id,
        identifier_id: identifier?.id,
        identifier_name: identifier?.['name'],
        clean_past_events: clean,
        assigned_at: call.now,
      }));
    }
    return json(200, {});
  });
}

function unassign(call: Call, policy: Entity): Answer {
  return withFields(call, IDS, ({ identifier_ids: ids }) => {
    for (const entry of assignmentsOf(call, policy)) {
      if ((ids as readonly unknown[]).includes(entry['identifier_id'])) call.organization.assignments.remove(entry.id);
    }
    return json(200, {});
  });
}

export const policyOperations: readonly Operation[] = [
  get(LIST, (call) => paged(call, ofTenant(call, 'policies').map(shown), PAGE)),
  get(`${LIST}/by_identifier_id/{identifier_id}`, (call) => {
    const id = numberOf(call, 'identifier_id');
    const policies = ofTenant(call, 'policies');
    const entries = ofTenant(call, 'assignments').filter((entry) => entry['identifier_id'] === id);
    return json(
      200,
      entries.map((entry) => ({
        matching_policy: shown(policies.find((policy) => policy.id === entry['policy_id']) ?? {}),
        assigned_at: entry['assigned_at'],
        clean_past_events: entry['clean_past_events'],
      })),
    );
  }),
  post(LIST, (call) =>
    withFields(call, { name: must(aString(1)), type: must(oneOf(...KINDS)), value: must(anObject) }, (values) =>
      json(
        200,
        shown(
          call.organization.policies.insert(call.tenantId, (id) => ({
            uuid: practiceUuid(0x30, call.organization.id, id),
            name: values['name'],
            policy_type: values['type'],
            value: values['value'],
            created_at: call.now,
            last_updated_at: call.now,
          })),
        ),
      ),
    ),
  ),
  get(ONE, (call) => withPolicy(call, (policy) => json(200, shown(policy)))),
  {
    method: 'PUT',
    path: ONE,
    run: (call) =>
      withPolicy(call, (policy) =>
        withFields(call, { name: must(aString(1)), value: must(anObject) }, (values) => {
          const changes = { ...values, last_updated_at: call.now };
          return json(200, shown(call.organization.policies.change(policy, changes)));
        }),
      ),
  },
  {
    method: 'DELETE',
    path: ONE,
    run: (call) =>
      withPolicy(call, (policy) => {
        call.organization.policies.remove(policy.id);
        return json(200, {});
      }),
  },
  get(ASSIGNMENTS, (call) =>
    withPolicy(call, (policy) => paged(call, assignmentsOf(call, policy).map(assignment), PAGE)),
  ),
  post(ASSIGNMENTS, (call) => withPolicy(call, (policy) => assign(call, policy))),
  { method: 'DELETE', path: ASSIGNMENTS, run: (call) => withPolicy(call, (policy) => unassign(call, policy)) },
];

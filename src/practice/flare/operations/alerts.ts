import { type Answer, json } from '../../shared/answer.ts';
import { aString, anInteger, anObject, may, must } from '../../shared/fastApi.ts';
import { isObject } from '../../shared/fields.ts';
import type { Entity } from '../../shared/table.ts';
import { type Call, get, notFound, type Operation, post } from '../call.ts';
import { paged } from '../pages.ts';
import { ofTenant, withEntity, withFields } from './resource.ts';

const FIELDS = {
  name: may(aString(1, 255)),
  type: must(aString(1)),
  frequency: must(anInteger(0)),
  start_at: must(aString(1)),
  params: must(anObject),
};

/** Alerts on an identifier or on a group: the same operations under two paths. */
function alertsOn(kind: 'identifier' | 'group'): readonly Operation[] {
  const [path, table, parameter] =
    kind === 'identifier'
      ? (['/firework/v2/assets/{asset_id}/alerts', 'identifiers', 'asset_id'] as const)
      : (['/firework/v2/assets/groups/{assets_group_id}/alerts', 'groups', 'assets_group_id'] as const);
  const one = `${path}/{alert_id}`;
  const watches = (alert: Entity, id: number) => {
    const target = alert['feed_definition'];
    return isObject(target) && target['type'] === kind && target['id'] === id;
  };
  const onTarget = (run: (call: Call, target: Entity) => Answer) => (call: Call) =>
    withEntity(call, table, parameter, (target) => run(call, target));
  const onAlert = (run: (call: Call, alert: Entity) => Answer) =>
    onTarget((call, target) =>
      withEntity(call, 'alerts', 'alert_id', (alert) =>
        watches(alert, target.id) ? run(call, alert) : notFound(call),
      ),
    );
  return [
    get(
      path,
      onTarget((call, target) =>
        json(200, { alerts: ofTenant(call, 'alerts').filter((alert) => watches(alert, target.id)) }),
      ),
    ),
    post(
      path,
      onTarget((call, target) =>
        withFields(call, FIELDS, (values) => {
          const alert = call.organization.alerts.insert(call.tenantId, () => ({
            name: 'Alert',
            ...values,
            feed_definition: { type: kind, id: target.id },
            tenant_id: call.tenantId,
            organization_id: call.organization.id,
            search_types: [],
            experimental_search_types: [],
            risks: [],
            alert_channel_id: null,
            alert_channel: null,
            created_at: call.now,
            updated_at: call.now,
          }));
          return json(200, { alert });
        }),
      ),
    ),
    {
      method: 'PUT',
      path: one,
      run: onAlert((call, alert) =>
        withFields(call, FIELDS, (values) => {
          const changes = { ...values, updated_at: call.now };
          return json(200, { alert: call.organization.alerts.change(alert, changes) });
        }),
      ),
    },
    {
      method: 'DELETE',
      path: one,
      run: onAlert((call, alert) => {
        call.organization.alerts.remove(alert.id);
        return json(200, {});
      }),
    },
  ];
}

/** Groups come first: their paths would fit the other pattern too. */
export const alertOperations: readonly Operation[] = [
  ...alertsOn('group'),
  ...alertsOn('identifier'),
  // In the v4 document, not in the navigation; Flare's own app for Splunk uses them.
  get('/firework/v4/alerts/', (call) => paged(call, ofTenant(call, 'alerts'), { most: 10 })),
  get('/firework/v4/alerts/channels', (call) => paged(call, ofTenant(call, 'channels'), { most: 10 })),
];

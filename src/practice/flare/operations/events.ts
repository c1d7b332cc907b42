import { type Answer, json } from '../../shared/answer.ts';
import { aList, aString, anObject, may, missing, must, oneOf, unprocessable } from '../../shared/fastApi.ts';
import { isObject } from '../../shared/fields.ts';
import type { Entity } from '../../shared/table.ts';
import { type Call, get, notFound, type Operation, post } from '../call.ts';
import { paged } from '../pages.ts';
import { SEVERITIES } from '../seed.ts';
import { ofTenant, withEntity, withFields } from './resource.ts';

/** An event feed gives at most 10 at a time. */
const FEED = { most: 10 };

const itemOf = (event: Entity) => (isObject(event['item']) ? event['item'] : {});
const partOf = (event: Entity, part: string) => {
  const value = itemOf(event)[part];
  return isObject(value) ? value : {};
};
const uidOf = (event: Entity) => partOf(event, 'metadata')['uid'];

/** The events a feed shows: filtered by severity and type, in the order asked for. */
function feed(call: Call, events: readonly Entity[]): Answer {
  const filters = isObject(call.body['filters']) ? call.body['filters'] : {};
  const allows = (name: 'severity' | 'type', event: Entity) => {
    const wanted = filters[name];
    const list = Array.isArray(wanted) ? wanted : [wanted ?? partOf(event, 'metadata')[name]];
    return list.includes(partOf(event, 'metadata')[name]);
  };
  const shown = events.filter((event) => allows('severity', event) && allows('type', event)).map(itemOf);
  return paged(call, call.body['order'] === 'asc' ? shown.toReversed() : shown, FEED);
}

const byIdentifier = (call: Call, parameter: string) =>
  withEntity(call, 'identifiers', parameter, (identifier) =>
    feed(
      call,
      ofTenant(call, 'events').filter((event) => event['identifier_id'] === identifier.id),
    ),
  );

const byGroup = (call: Call, parameter: string) =>
  withEntity(call, 'groups', parameter, (group) => {
    const members = ofTenant(call, 'identifiers').filter((identifier) => identifier['group_id'] === group.id);
    const ids = members.map(({ id }) => id);
    return feed(
      call,
      ofTenant(call, 'events').filter((event) => ids.includes(Number(event['identifier_id']))),
    );
  });

/** The event that `uid` names in the query, or 422 or 404. */
function withEvent(call: Call, run: (event: Entity) => Answer): Answer {
  const uid = call.request.query.get('uid');
  if (uid === null) return unprocessable(missing('query', 'uid'));
  const event = ofTenant(call, 'events').find((candidate) => uidOf(candidate) === uid);
  return event === undefined ? notFound(call) : run(event);
}

const detail = (event: Entity) => ({
  event_type: partOf(event, 'metadata')['type'],
  metadata: itemOf(event)['metadata'],
  data: { url: null, content: 'A practice event', description: null, posted_at: null },
});

const ACTIONS = ['remediate', 'unremediate', 'ignore', 'unignore'];

/** Marks events: each action sets or clears one moment. */
function act(call: Call): Answer {
  return withFields(call, { action: must(anObject), targets: must(aList(anObject)) }, ({ action, targets }) => {
    const type = isObject(action) ? action['type'] : undefined;
    const finding = oneOf(...ACTIONS)(type);
    if (finding !== undefined) return unprocessable({ loc: ['body', 'action', 'type'], ...finding });
    const uids = (targets as readonly unknown[]).map((target) => (isObject(target) ? target['uid'] : undefined));
    const field = String(type).endsWith('remediate') ? 'remediated_at' : 'ignored_at';
    const value = String(type).startsWith('un') ? null : call.now;
    for (const event of ofTenant(call, 'events')) {
      if (!uids.includes(uidOf(event))) continue;
      changeMetadata(call, event, { [field]: value });
    }
    return json(200, {});
  });
}

function changeMetadata(call: Call, event: Entity, fields: Readonly<Record<string, unknown>>): object {
  const metadata = { ...partOf(event, 'tenant_metadata'), ...fields };
  call.organization.events.change(event, { item: { ...itemOf(event), tenant_metadata: metadata } });
  return metadata;
}

const METADATA = { tags: may(aList(aString())), severity: may(oneOf(...SEVERITIES)), notes: may(aString()) };

const annotate = (call: Call) =>
  withEvent(call, (event) =>
    withFields(call, METADATA, (values) => {
      const { severity, notes, tags } = {
        severity: null,
        notes: null,
        tags: [],
        ...changeMetadata(call, event, values),
      };
      return json(200, { uid: uidOf(event), notes, tags, severity });
    }),
  );

/** Searches must say what they look for. What is found is the tenant's own: practice data has no world outside. */
const withQuery = (run: Operation['run']) => (call: Call) =>
  withFields(call, { query: must(anObject) }, () => run(call));

/** The older feeds and search: the same events, with paging by the query. */
const everything: Operation['run'] = (call) => paged(call, ofTenant(call, 'events').map(itemOf), FEED);

export const credentialsOf = (call: Call, most: number) =>
  paged(call, ofTenant(call, 'credentials'), { most, standard: 20 });

export const eventOperations: readonly Operation[] = [
  get('/firework/v2/activities/', (call) => withEvent(call, (event) => json(200, { activity: itemOf(event) }))),
  get('/firework/v4/events/', (call) => withEvent(call, (event) => json(200, detail(event)))),
  get('/firework/v4/events/_expand', (call) =>
    call.request.query.has('field')
      ? withEvent(call, () => paged(call, ofTenant(call, 'cookies'), { most: 100, standard: 20 }))
      : unprocessable(missing('query', 'field')),
  ),
  get('/firework/v2/activities/{index}/{source}/{id}/ai_assistance', (call) => {
    const uid = ['index', 'source', 'id'].map((name) => call.parameters[name]).join('/');
    const found = ofTenant(call, 'events').some((event) => uidOf(event) === uid);
    return found ? json(200, { ai_assistance: 'Practice mode asks no model.' }) : notFound(call);
  }),
  post('/firework/v4/events/actions', act),
  post('/firework/v4/credentials/actions', (call) =>
    withFields(call, { action: must(anObject), targets: must(aList(anObject)) }, () => json(200, {})),
  ),
  { method: 'PATCH', path: '/firework/v4/events/tenant/metadata', run: annotate },
  post('/firework/v4/events/tenant/_search', (call) => feed(call, ofTenant(call, 'events'))),
  post('/firework/v4/events/identifiers/{identifier_id}/_search', (call) => byIdentifier(call, 'identifier_id')),
  post('/firework/v4/events/identifier_groups/{identifier_group_id}/_search', (call) =>
    byGroup(call, 'identifier_group_id'),
  ),
  post(
    '/firework/v4/events/global/_search',
    withQuery((call) => feed(call, ofTenant(call, 'events'))),
    { search: true },
  ),
  post(
    '/firework/v4/credentials/global/_search',
    withQuery((call) => credentialsOf(call, 100)),
    { search: true },
  ),
  get('/firework/v2/me/feed/credentials', (call) => credentialsOf(call, 10_000)),
  get('/firework/v3/identifiers/{identifier_id}/feed/credentials', (call) =>
    withEntity(call, 'identifiers', 'identifier_id', () => credentialsOf(call, 10_000)),
  ),
  get('/firework/v2/search/', everything, { search: true }),
  post('/firework/v2/search/', everything, { search: true }),
  get('/firework/v2/me/feed', everything),
  get('/firework/v2/assets/groups/{assets_group_id}/feed', (call) => byGroup(call, 'assets_group_id')),
  get('/firework/v2/assets/{asset_id}/feed', (call) => byIdentifier(call, 'asset_id')),
];

/** A fourth set of words, to see what the rules make of wordings that nobody has mended them by. */
import type { FaultCase, Wording } from '../support/faultCase.ts';
import { someRight, worded } from '../support/usual.ts';

const html = { 'content-type': 'text/html' } as const;
const page = (title: string, body: string): string =>
  `<html><head><title>${title}</title></head><body>${body}</body></html>`;

const invalid: readonly Wording[] = [
  { status: 401, text: 'Access token not recognised' },
  { status: 403, text: 'This API key is not active.' },
  { status: 401, body: { error: { status: 401, message: 'No matching key for the given token' } } },
  { status: 401, text: "Sorry, that key doesn't work." },
  { status: 400, text: 'The supplied token failed validation.' },
  { status: 401, text: 'Credentials rejected by identity provider' },
  { status: 401, text: 'Chiave non riconosciuta' },
  { status: 401, text: 'Nøglen er ugyldig' },
];
const expired: readonly Wording[] = [
  { status: 401, text: 'Token lifetime exceeded' },
  { status: 403, text: 'This API key stopped working on 2026-10-30 because it reached its expiration.' },
  { status: 401, body: { message: 'Unauthorized', reason: 'EXPIRED' } },
  { status: 401, text: 'Clave vencida' },
];
const limited: readonly Wording[] = [
  { status: 403, text: 'Too frequent requests from this key' },
  { status: 503, text: 'Server busy: request queue for your key is full, back off', headers: { 'retry-after': '2' } },
  { status: 400, text: 'Max requests per second reached' },
  { status: 403, text: 'Monthly allowance consumed' },
  { status: 401, text: 'Quota exceeded for this key', headers: { 'x-quota-remaining': '0' } },
  { status: 403, text: 'Quota superata' },
];
const down: readonly Wording[] = [
  { status: 500, text: 'Oh no, an unhandled exception occurred' },
  { status: 503, text: 'Upgrade in progress' },
  { status: 502, text: 'Error communicating with upstream' },
  { status: 503, body: page('Be right back', '<h1>Planned downtime</h1>'), headers: html },
  { status: 504, body: '', headers: { via: '1.1 varnish' } },
];
const blocked: readonly Wording[] = [
  { status: 403, headers: html, body: page('Security check', 'Complete the CAPTCHA to continue') },
  {
    status: 200,
    headers: html,
    body: page(
      'Authentication required',
      '<form method="POST" action="/cgi-bin/login"><input type="password" name="pw"></form>',
    ),
  },
  { status: 200, headers: html, body: page('Guest network', 'To use the internet, accept our terms of use') },
  {
    status: 403,
    headers: { ...html, server: 'BigIP' },
    body: page('Request Rejected', 'The requested URL was rejected. Your support ID is: 88'),
  },
  { status: 403, body: { message: 'Access from your network location is restricted' } },
];
const permission: readonly Wording[] = [
  { status: 403, text: 'You may not view this.' },
  { status: 403, text: 'The key has no rights in this section.' },
  { status: 401, text: 'Access to this feature has not been enabled for your token' },
  { status: 403, text: 'Non autorizzato a leggere questa risorsa' },
];
const readOnly: readonly Wording[] = [
  { status: 403, text: 'Mutations are disabled for this key' },
  { status: 403, text: 'You have view-only access.' },
  { status: 403, text: 'Creating things is not possible with a reader key' },
  { status: 403, text: 'Nur-Lese-Schlüssel' },
];
const role: readonly Wording[] = [
  { status: 403, text: 'Restricted to account owners' },
  { status: 403, text: 'Only users with the editor role or above may do that' },
  { status: 403, text: 'Tu rol no permite esta acción' },
];
const contents: readonly Wording[] = [
  { status: 400, text: 'name: ensure this value has at least 3 characters' },
  { status: 422, body: { message: 'The given data was invalid.', errors: { url: ['The url format is invalid.'] } } },
  { status: 409, text: 'Already exists' },
  { status: 400, text: 'Body must be an object' },
];
const notThere: readonly Wording[] = [
  { status: 404, text: 'Nothing matches the given id' },
  { status: 404, text: 'Ikke fundet' },
  { status: 410, text: 'It was deleted' },
];
const elsewhere: readonly Wording[] = [
  { status: 200, headers: html, body: page('My blog', '<article>Hello</article>') },
  { status: 404, headers: html, body: page('Oops', '<p>This page does not exist on our shop.</p>') },
  { status: 200, headers: { 'content-type': 'application/json' }, body: { hello: 'world' } },
];
const regions: readonly Wording[] = [
  { status: 403, text: 'Key is registered in eu-west; you are calling us-east.' },
  { status: 401, text: 'This is a test-mode key; the live environment was called.' },
  { status: 404, text: 'Tenant is served from another data residency zone' },
];
const clocks: readonly Wording[] = [
  { status: 401, text: 'Timestamp outside of the accepted window', headers: { date: 'Sat, 21 Nov 2026 16:30:00 GMT' } },
  { status: 403, text: 'Your clock appears to be wrong', headers: { date: 'Sat, 21 Nov 2026 03:00:00 GMT' } },
];
const missing: readonly Wording[] = [
  { status: 400, text: 'No project given' },
  { status: 403, text: 'Please specify the project you want to access' },
  { status: 422, text: 'project: field required' },
  { status: 401, text: 'A project context is needed for this key' },
];
const unknownProject: readonly Wording[] = [
  { status: 404, text: "Couldn't find Project with 'id'=990017" },
  { status: 403, text: 'You have no membership in this project' },
  { status: 400, text: 'Project 990017 is unknown' },
];
const outside: readonly Wording[] = [
  { status: 403, text: 'The key is tied to a different project' },
  { status: 403, text: 'Cross-project access denied' },
];
const broader: readonly Wording[] = [
  { status: 403, text: 'Please use a key of the organization for this endpoint' },
  { status: 403, text: 'Project scoped credentials are insufficient' },
];

export const fourthCases: readonly FaultCase[] = [
  ...worded('key-invalid', invalid),
  ...worded('key-expired', expired),
  ...worded('rate-limited', limited),
  ...worded('service-down', down),
  ...worded('blocked-before-service', blocked),
  ...worded('wrong-address', elsewhere),
  ...worded('region-mismatch', regions),
  ...worded('clock-skew', clocks),
  ...worded('permission-none', permission, { offline: someRight, pasted: someRight }),
  ...worded('permission-read-only', readOnly),
  ...worded('role-insufficient', role),
  ...worded('invalid-request', contents),
  ...worded('not-found', notThere),
  ...worded('project-missing', missing),
  ...worded('project-unknown', unknownProject),
  ...worded('project-outside-key', outside),
  ...worded('needs-broader-key', broader),
];

import { json } from '../../shared/answer.ts';
import { aList, aString, anObject, may, must } from '../../shared/fastApi.ts';
import { type Call, get, notFound, type Operation, post } from '../call.ts';
import { paged } from '../pages.ts';
import { credentialsOf } from './events.ts';
import { ofTenant, withFields } from './resource.ts';

const SOURCES = [0, 1, 2].map((number) => ({
  id: `practice-source-${number}`,
  name: `Practice source ${number + 1}`,
  description_en: 'Made up',
  breached_at: null,
}));

const identities = (call: Call) => {
  const names = [...new Set(ofTenant(call, 'credentials').map((entry) => entry['identity_name']))];
  return names.map((name) => ({ name, passwords: [{ hash: 'not-a-password', source_id: SOURCES[0]?.id }] }));
};

/** `/leaksdb` is an old name of `/astp`. */
export const takeoverOperations: readonly Operation[] = [
  post('/astp/v2/credentials/_search', (call) =>
    withFields(call, { query: must(anObject) }, () => credentialsOf(call, 10_000)),
  ),
  post('/astp/urls/by_credential_hash', (call) =>
    withFields(call, { credential_hash: must(aString(1)) }, () =>
      paged(call, [{ url: 'https://login.practice.example' }], { most: 10_000 }),
    ),
  ),
  post('/astp/identities/by_accounts', (call) =>
    withFields(call, { accounts: may(aList(aString())) }, ({ accounts }) => {
      const wanted = Array.isArray(accounts) ? accounts : [];
      return json(
        200,
        identities(call).filter(({ name }) => wanted.includes(name)),
      );
    }),
  ),
  get('/astp/v2/sources', (call) => paged(call, SOURCES, { most: 10_000 })),
  get('/astp/sources/{source_id}', (call) => {
    const source = SOURCES.find(({ id }) => id === call.parameters['source_id']);
    return source === undefined ? notFound(call) : json(200, source);
  }),
  post('/astp/v2/cookies/_search', (call) => paged(call, ofTenant(call, 'cookies'), { most: 2000, standard: 20 })),
  // The first version of this list is a bare array.
  get('/leaksdb/credentials', (call) => json(200, ofTenant(call, 'credentials'))),
  get('/leaksdb/v2/credentials', (call) => credentialsOf(call, 10_000)),
  ...['by_domain/{domain}', 'by_keyword/{keyword}', 'by_password/{password}'].map((path) =>
    get(`/leaksdb/identities/${path}`, (call) => paged(call, identities(call), { most: 10_000, standard: 20 })),
  ),
];

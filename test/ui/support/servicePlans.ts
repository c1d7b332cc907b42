import assert from 'node:assert/strict';
import type { PracticeServiceName } from '../../../src/practice/types.ts';
import type { Spoken } from '../../support/practiceServices.ts';

/** What is done with one service, and what must be seen of it. */
export interface ServicePlan {
  readonly service: PracticeServiceName;
  readonly name: string;
  /** The name of a key of the stand-in. */
  readonly key: string;
  /** What is told while the key is typed. */
  readonly told: string | RegExp;
  /** The region to choose, where the key does not tell it. */
  readonly region?: string;
  readonly term: string;
  /** The path of the list of projects, as it arrives. */
  readonly projects: string;
  readonly first: { readonly label: string };
  /** The one to switch to. */
  readonly second: { readonly label: string; readonly pattern: RegExp; readonly id?: string };
  readonly collection?: {
    readonly title: string;
    readonly row: string;
    readonly call: RegExp;
    /** What the collection's row says after the second page, where there is one. */
    readonly pages?: string;
  };
  readonly send: { readonly search?: string; readonly path: string };
  /** Holds that what arrived names the project. */
  proof(standIn: Spoken, id: string): void;
  readonly report: readonly RegExp[];
}

const last = ({ control }: Spoken) => {
  const request = control.requests.at(-1);
  assert.ok(request, 'nothing arrived');
  return request;
};

export const plans: readonly ServicePlan[] = [
  {
    service: 'phare',
    name: 'Phare',
    key: 'owner',
    told: /Phare organization key, reaches all projects/,
    term: 'project',
    projects: '/projects',
    first: { label: 'luminous-guiding-tower' },
    second: { label: 'quiet-harbor', pattern: /quiet-harbor/, id: '1002' },
    collection: { title: 'Monitors', row: 'Homepage Paris 1', call: /^GET \/uptime\/monitors$/ },
    send: { search: 'list monitors', path: '/uptime/monitors' },
    proof(standIn, id) {
      assert.equal(last(standIn).headers['x-phare-project-id'], id);
      assert.equal(last(standIn).headers['authorization'], `Bearer ${standIn.key('owner')}`);
    },
    report: [/kind +all projects of the organization \(declared by its prefix, 30 projects listed\)/],
  },
  {
    service: 'logfire',
    name: 'Logfire',
    key: 'owner',
    told: /Logfire token, reach not told, region US/,
    term: 'project',
    projects: '/api/v1/projects/',
    first: { label: 'checkout-api' },
    second: { label: 'payments', pattern: /payments/ },
    collection: { title: 'Alerts', row: 'Too many errors', call: /^GET \/api\/v1\/projects\/[0-9a-f-]{36}\/alerts\/$/ },
    send: { search: 'list alerts', path: '/api/v1/projects/{project_id}/alerts/' },
    proof(standIn, id) {
      assert.equal(last(standIn).path.split('?')[0], `/api/v1/projects/${id}/alerts/`);
      assert.equal(last(standIn).headers['authorization'], `Bearer ${standIn.key('owner')}`);
    },
    report: [/kind +unknown \(its prefix tells nothing, 110 projects listed\)/, /region +us/],
  },
  {
    service: 'flare',
    name: 'Flare',
    key: 'owner',
    told: /Flare API key, reaches all tenants/,
    region: 'Flare',
    term: 'tenant',
    projects: '/firework/v2/me/tenants',
    first: { label: 'Practice Bank' },
    second: { label: 'Practice Retail <b>&amp;</b> **Co** مشروع', pattern: /Practice Retail/, id: '4102' },
    collection: {
      title: 'Identifiers',
      row: 'Identifier 1',
      call: /^GET \/firework\/v4\/identifiers\/$/,
      pages: '40+',
    },
    send: { search: 'list identifiers', path: '/firework/v4/identifiers/' },
    proof(standIn, id) {
      const [exchange] = standIn.control.requests;
      assert.equal(exchange?.path, '/tokens/generate');
      assert.equal(exchange.headers['authorization'], standIn.key('owner'));
      assert.deepEqual(JSON.parse(exchange.body), { tenant_id: Number(id) });
      assert.match(last(standIn).headers['authorization'] ?? '', /^Bearer (?!fw_)/);
      assert.equal(last(standIn).headers['cookie'], undefined);
    },
    report: [
      /kind +all tenants of the organization \(declared by its prefix, 3 tenants listed\)/,
      /organization +id \d+/,
    ],
  },
  {
    service: 'wellows',
    name: 'Wellows',
    key: 'user',
    told: 'Not recognised as a Wellows key; it will be checked.',
    term: 'project',
    projects: '/api/v1/projects',
    first: { label: 'Luminous Tower' },
    second: { label: 'Harbor', pattern: /Harbor/, id: '302' },
    send: { path: '/site-summary' },
    proof(standIn, id) {
      assert.equal(last(standIn).path, '/api/v1/site-summary');
      assert.equal(last(standIn).headers['x-project-id'], id);
      assert.equal(last(standIn).headers['x-api-key'], standIn.key('user'));
      assert.equal(last(standIn).headers['authorization'], undefined);
    },
    report: [/12 projects listed/, /expires +2099-12-31T23:59:59Z/],
  },
];

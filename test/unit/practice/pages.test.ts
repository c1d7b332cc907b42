import assert from 'node:assert/strict';
import { entriesOf, type PhareAnswer, type PracticePhare, startPracticePhare } from '../../support/practice.ts';

const BIG_PROJECT = 1004;
const MONITORS = '/uptime/monitors';

describe('the practice Phare: pages', () => {
  let phare: PracticePhare;
  before(async () => {
    phare = await startPracticePhare();
  });
  beforeEach(() => phare.control.reset());
  after(() => phare.stop());

  const links = (answer: PhareAnswer) => answer.value['links'] as Record<string, string | null>;
  const meta = (answer: PhareAnswer) => answer.value['meta'] as Record<string, unknown>;

  /** Follows the next links to the end. */
  async function allPages(path: string, projectId: number): Promise<PhareAnswer[]> {
    const pages: PhareAnswer[] = [];
    for (let next: string | undefined = path; next !== undefined;) {
      const page: PhareAnswer = await phare.send('GET', next, { projectId });
      assert.equal(page.status, 200);
      pages.push(page);
      next = links(page)['next']?.slice(phare.service.baseUrl.length);
    }
    return pages;
  }

  for (const [query, pages] of [
    ['', 60],
    ['?per_page=100', 12],
    ['?per_page=7', 172],
  ] as const) {
    it(`reaches all 1,200 monitors over the next links with "${query}"`, async () => {
      const all = await allPages(MONITORS + query, BIG_PROJECT);
      assert.equal(all.length, pages);
      const ids = all.flatMap((page) => entriesOf(page).map(({ id }) => id));
      assert.equal(ids.length, 1200);
      assert.equal(new Set(ids).size, 1200);
    });
  }

  it('describes a page as documented, with no total and no last page', async () => {
    const page = await phare.send('GET', `${MONITORS}?page=2&per_page=10`, { projectId: 1003 });
    const path = `${phare.service.baseUrl}${MONITORS}`;
    assert.deepEqual(meta(page), { current_page: 2, from: 11, to: 20, per_page: 10, path });
    assert.deepEqual(links(page), {
      first: `${path}?page=1&per_page=10`,
      last: null,
      prev: `${path}?page=1&per_page=10`,
      next: `${path}?page=3&per_page=10`,
    });
  });

  it('gives an empty page past the end and for an empty project', async () => {
    for (const [path, projectId] of [
      [`${MONITORS}?page=99`, 1003],
      [MONITORS, 1030],
    ] as const) {
      const page = await phare.send('GET', path, { projectId });
      assert.deepEqual(entriesOf(page), []);
      assert.equal(meta(page)['from'], null);
      assert.equal(meta(page)['to'], null);
      assert.equal(links(page)['next'], null);
    }
  });

  it('has no next link where the last page is full', async () => {
    const page = await phare.send('GET', `${MONITORS}?per_page=25`, { projectId: 1003 });
    assert.equal(entriesOf(page).length, 25);
    assert.equal(links(page)['next'], null);
  });

  for (const [query, field] of [
    ['per_page=0', 'per_page'],
    ['per_page=101', 'per_page'],
    ['per_page=many', 'per_page'],
    ['page=0', 'page'],
    ['page=-1', 'page'],
    ['page=1.5', 'page'],
  ] as const) {
    it(`refuses ${query} with 422, for a report as for a list`, async () => {
      for (const path of ['/projects', MONITORS, '/uptime/reports']) {
        const answer = await phare.send('GET', `${path}?${query}`, { projectId: 1002 });
        assert.equal(answer.status, 422);
        const errors = answer.value['errors'] as Record<string, string[]>;
        assert.deepEqual(Object.keys(errors), [field]);
        assert.equal(answer.value['message'], errors[field]?.[0]);
      }
    });
  }

  it('filters by repeated parameters in either spelling, and keeps them in the links', async () => {
    const incidents = '/uptime/incidents';
    const [monitor] = entriesOf(await phare.send('GET', MONITORS, { projectId: 1001 }));
    const all = await phare.send('GET', `${incidents}?per_page=100`, { projectId: 1001 });
    const filtered = await phare.send('GET', `${incidents}?monitor_id=${String(monitor?.['id'])}&per_page=5`, {
      projectId: 1001,
    });
    assert.equal(entriesOf(all).length, 24);
    for (const incident of entriesOf(filtered))
      assert.ok((incident['monitors'] as unknown[]).includes(monitor?.['id']));
    assert.match(links(filtered)['next'] ?? '', /monitor_id=\d+&per_page=5&page=2/);
    const none = await phare.send('GET', `${incidents}?monitor_id[]=1&monitor_id[]=2`, { projectId: 1001 });
    assert.deepEqual(entriesOf(none), []);
  });

  it('filters users by email, integrations by name, maintenance windows by state', async () => {
    const users = entriesOf(await phare.send('GET', '/users', { projectId: 1001 }));
    const emails = users.slice(0, 2).map(({ email }) => `email=${encodeURIComponent(String(email))}`);
    const found = await phare.send('GET', `/users?${emails.join('&')}`, { projectId: 1001 });
    assert.equal(entriesOf(found).length, 2);
    const named = await phare.send('GET', '/apps/email/integrations?name=Everyone', { projectId: 1001 });
    assert.equal(entriesOf(named).length, 1);
    const windows = await phare.send('GET', '/uptime/maintenance-windows?state=scheduled', { projectId: 1001 });
    assert.deepEqual(
      entriesOf(windows).map(({ state }) => state),
      ['scheduled'],
    );
  });
});

import assert from 'node:assert/strict';
import { openDesk } from '../../support/desk.ts';
import { type Answer, plantAnswer } from '../../support/plantedFault.ts';
import { type PracticePhare, startPracticePhare } from '../../support/practice.ts';

/** What is said of an address, with how sure, where the stand-in gives an answer of something else. */
describe('What answered is not the API', () => {
  let phare: PracticePhare;
  before(async () => {
    phare = await startPracticePhare();
  });
  after(() => phare.stop());
  beforeEach(() => phare.control.reset());

  async function certaintyOf(answer: Answer, path: string, key = 'owner', worked = false) {
    const desk = await openDesk(phare.service.baseUrl, { key: phare.control.keys[key] ?? '' });
    if (worked) await desk.send({ path: '/projects', project: null });
    plantAnswer(phare, answer);
    const found = desk.diagnose(await desk.send({ path, project: null }));
    return found.find(({ cause }) => cause === 'wrong-address');
  }

  for (const status of [301, 302, 303, 307, 308]) {
    it(`by a redirect that leads nowhere, ${status}`, async () => {
      const found = await certaintyOf({ status, headers: { location: 'http://[' } }, '/projects');
      assert.equal(found?.certainty, 'likely');
      assert.match(found.explanation, /redirects elsewhere/u);
    });
  }

  it('by a list that is always there, and is not', async () => {
    const found = await certaintyOf({ status: 404, body: { message: 'Nothing here' } }, '/projects');
    assert.equal(found?.certainty, 'likely');
  });

  it('less surely where the key worked before', async () => {
    const answer = { status: 404, body: { message: 'Nothing here' } };
    assert.equal((await certaintyOf(answer, '/projects', 'owner', true))?.certainty, 'possible');
  });

  const others: readonly (readonly [string, string, Answer, string?])[] = [
    ['a list of one project', '/uptime/monitors', { status: 404, body: { message: 'Nothing here' } }],
    ['an entry', '/projects/77', { status: 404, body: { message: 'Nothing here' } }],
    ['a key of one project', '/projects', { status: 404, body: { message: 'Nothing here' } }, 'project'],
    ['a key that is unknown', '/projects', { status: 404, body: { message: 'Unknown API key' } }],
    ['a permission', '/projects', { status: 404, body: { message: 'Missing permission' } }],
    ['a failure of the service', '/projects', { status: 500, body: { message: 'Down' } }],
    ['another path than those that are known', '/project', { status: 404, body: { message: 'Nothing here' } }],
  ];
  for (const [name, path, answer, key] of others) {
    it(`is not said of ${name}`, async () => assert.equal(await certaintyOf(answer, path, key), undefined));
  }

  it('by what a store of files says, whatever it calls a key', async () => {
    const body = '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>The key does not exist.</Message></Error>';
    const answer = { status: 404, headers: { 'content-type': 'application/xml' }, body };
    assert.equal((await certaintyOf(answer, '/uptime/monitors'))?.certainty, 'likely');
  });

  it('by a server that was not meant, unless it tells of a region', async () => {
    assert.equal((await certaintyOf({ status: 421, body: { message: 'Not here' } }, '/projects'))?.certainty, 'likely');
    const elsewhere = { status: 421, body: { message: 'This key belongs to another region' } };
    assert.equal(await certaintyOf(elsewhere, '/projects'), undefined);
  });
});

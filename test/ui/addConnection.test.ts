import assert from 'node:assert/strict';
import { type PracticePhare, startPracticePhare } from '../support/practice.ts';
import { freePort } from '../support/server.ts';
import { enterConnection, enterKey, openKeyStep } from './support/steps.ts';
import { type Desk, openDesk } from './support/window.ts';
import type { QuickInput } from './support/quickInput.ts';
import type { Workbench } from './support/workbench.ts';

const UNKNOWN_KEY = 'pha_org_practice_unknown_00000000000000';

describe('Adding a connection', () => {
  let desk: Desk;
  let phare: PracticePhare;
  let workbench: Workbench;
  let quickInput: QuickInput;

  before(async () => {
    phare = await startPracticePhare();
    desk = await openDesk('add', {
      settings: { 'bearings.request.timeoutSeconds': 1, 'bearings.request.maximumBodyMegabytes': 1 },
    });
    ({ workbench } = desk);
    ({ quickInput } = workbench);
    await workbench.openViewContainer('Bearings');
    await workbench.welcome().getByText('Add Connection').waitFor();
  });
  after(async () => {
    await desk.close();
    await phare.stop();
  });
  beforeEach(() => phare.control.reset());

  const ownerKey = () => phare.control.keys['owner'] ?? '';
  /** Nothing was saved as long as the view still welcomes. */
  const nothingSaved = () => workbench.welcome().getByText('Add Connection').waitFor();
  const leave = async () => {
    await quickInput.cancel();
    await nothingSaved();
  };

  describe('stores nothing', () => {
    it('when Escape is pressed, at whichever step', async () => {
      await workbench.runCommand('Bearings: Add Connection…');
      await quickInput.titled(/\(1\/4\)/);
      await leave();
      await openKeyStep(workbench);
      await quickInput.type(ownerKey());
      await leave();
      await enterKey(workbench, ownerKey());
      await quickInput.type('escaped');
      await leave();
      await enterKey(workbench, ownerKey());
      await quickInput.accept();
      await quickInput.titled(/\(4\/4\)/);
      await leave();
      assert.deepEqual(phare.control.requests, []);
    });

    const badKeys = [
      { what: 'white space inside', text: 'pha_org_practice owner', says: 'white space or a line break inside it' },
      { what: 'characters beyond ASCII', text: 'pha_org_prаctice_owner', says: 'characters that no key has' },
      { what: 'a placeholder', text: '<your key>', says: 'a placeholder in place of a real key' },
      { what: 'its prefix alone', text: 'pha_org_', says: 'too few characters to be a whole key' },
    ];
    for (const { what, text, says } of badKeys) {
      it(`for a key with ${what}`, async () => {
        await openKeyStep(workbench);
        await quickInput.type(text);
        await quickInput.says(says);
        await quickInput.accept();
        await quickInput.titled(/\(2\/4\)/);
        await leave();
      });
    }

    it('for a key of which nothing was typed', async () => {
      await openKeyStep(workbench);
      await quickInput.accept();
      await quickInput.says('This cannot be a key: it has nothing in it.');
      await leave();
    });

    it('for a label of 10,000 characters', async () => {
      await enterKey(workbench, ownerKey());
      await quickInput.type('l'.repeat(10_000));
      await quickInput.says('The label has 10000 characters; at most 80 fit in a row.');
      await quickInput.accept();
      await quickInput.titled(/\(3\/4\)/);
      await leave();
    });

    const badAddresses = [
      { text: 'https://api.phare.io/projects', says: 'The base URL has the path /projects' },
      { text: 'https://api.phare.io?page=2', says: 'The base URL has a query or fragment.' },
      { text: 'https://me:word@api.phare.io', says: 'The base URL has a user name or password in it' },
      { text: 'http://api.phare.io', says: 'Plain http would send the key readable to api.phare.io.' },
      { text: 'ftp://127.0.0.1', says: 'The base URL begins with ftp:' },
      { text: 'api.phare.io', says: 'The base URL is not a URL.' },
    ];
    it('for an address that cannot be used', async () => {
      await enterKey(workbench, ownerKey());
      await quickInput.accept();
      await quickInput.titled(/\(4\/4\)/);
      for (const { text, says } of badAddresses) {
        await quickInput.type(text);
        await quickInput.says(says);
        await quickInput.accept();
        await quickInput.titled(/\(4\/4\)/);
      }
      await leave();
    });
  });

  it('takes off what was pasted around a key, and says so', async () => {
    await openKeyStep(workbench);
    await quickInput.type(`"${ownerKey()}"`);
    await quickInput.says(/Phare organization key, reaches all projects.*Taken off: quotes around it\./);
    await quickInput.type(`Authorization: Bearer ${ownerKey()}`);
    await quickInput.says(/Taken off: .*the word "Bearer" before it/);
    await leave();
  });

  it('goes a step back, keeping what was typed', async () => {
    await enterKey(workbench, ownerKey());
    await quickInput.type('kept');
    await quickInput.accept();
    await quickInput.titled(/\(4\/4\)/);
    await quickInput.back();
    await quickInput.titled(/\(3\/4\)/);
    assert.equal(await quickInput.box.inputValue(), 'kept');
    await quickInput.back();
    await quickInput.titled(/\(2\/4\)/);
    assert.equal(await quickInput.box.inputValue(), ownerKey());
    await quickInput.back();
    await quickInput.titled(/\(1\/4\)/);
    await quickInput.pick('Phare');
    await quickInput.titled(/\(2\/4\)/);
    assert.equal(await quickInput.box.inputValue(), ownerKey());
    await leave();
  });

  describe('asks what to do, and saves nothing by itself,', () => {
    const add = (key: string, baseUrl = phare.service.baseUrl) =>
      enterConnection(workbench, { key, label: 'asked', baseUrl });

    it('when the key is refused, so that it can be typed again', async () => {
      await add(UNKNOWN_KEY);
      await quickInput.titled('Phare does not accept this key');
      assert.deepEqual(
        (await quickInput.items()).map(({ label }) => label),
        ['Type the key again', 'Check again', 'Save it all the same'],
      );
      // What is known of it, in lines that are not cut off.
      assert.match(await placeholder(quickInput), /^The key is mistyped, revoked, deleted, or of another account\.$/);
      await quickInput.root.getByText('Copy it again from the page where it was made.').waitFor();
      await quickInput.pick('Type the key again');
      await quickInput.titled(/\(2\/4\)/);
      assert.equal(await quickInput.box.inputValue(), UNKNOWN_KEY);
      await leave();
    });

    it('when nothing listens at the address', async () => {
      await add(ownerKey(), `http://127.0.0.1:${await freePort()}`);
      await quickInput.titled('Phare could not be reached');
      assert.match(await placeholder(quickInput), /Nothing answers at this address\./);
      await quickInput.item('Save without a check').waitFor();
      await leave();
    });

    const answers = [
      {
        what: 'HTML',
        body: '<!DOCTYPE html><title>Welcome</title><h1>Hello</h1>',
        type: 'text/html',
        says: /This address is not Phare's API\./,
      },
      { what: 'an empty body', body: '', type: 'application/json', says: /This address is not Phare's API\./ },
      { what: 'invalid JSON', body: '{"data": [', type: 'application/json', says: /./ },
    ];
    for (const { what, body, type, says } of answers) {
      it(`when the answer is ${what}`, async () => {
        phare.control.plant({ action: { kind: 'answer', status: 200, headers: { 'content-type': type }, body } });
        await add(ownerKey());
        await quickInput.titled('The key could not be checked');
        assert.match(await placeholder(quickInput), says);
        await leave();
      });
    }

    it('when the answer never comes', async () => {
      phare.control.plant({ action: { kind: 'never' } });
      await add(ownerKey());
      await quickInput.titled('Phare could not be reached');
      assert.match(await placeholder(quickInput), /The answer took too long\./);
      await leave();
    });

    it('when the answer never ends', async () => {
      phare.control.plant({ action: { kind: 'endless', chunk: 'a'.repeat(65_536) } });
      await add(ownerKey());
      await quickInput.titled('The key could not be checked');
      await leave();
    });
  });

  describe('saves', () => {
    it('is done by keyboard alone', async () => {
      const { keyboard } = desk.page;
      await keyboard.press('F1');
      await quickInput.typeByKeyboard('Bearings: Add Connection');
      await quickInput.item('Bearings: Add Connection…').waitFor();
      await keyboard.press('Enter');
      await quickInput.titled(/\(1\/4\)/);
      await quickInput.typeByKeyboard('Phare');
      await keyboard.press('Enter');
      await quickInput.titled(/\(2\/4\)/);
      await quickInput.typeByKeyboard(ownerKey());
      await quickInput.says(`Phare organization key, reaches all projects, ${ownerKey().length} characters.`);
      assert.ok(await quickInput.isPassword());
      await keyboard.press('Enter');
      await quickInput.titled(/\(3\/4\)/);
      await quickInput.typeByKeyboard('staging');
      await keyboard.press('Enter');
      await quickInput.titled(/\(4\/4\)/);
      await quickInput.typeByKeyboard(phare.service.baseUrl);
      await quickInput.says(`Requests and the key go to ${phare.service.baseUrl}`);
      await keyboard.press('Enter');
      await workbench.listedNotification('Phare · staging was added. Its key reaches 30 projects');
      await workbench.tree('Bearings').row('Phare · staging').waitFor();
      const [check] = phare.control.requests;
      assert.deepEqual([check?.method, check?.path.split('?')[0], check?.status], ['GET', '/projects', 200]);
      assert.equal(check?.headers['authorization'], `Bearer ${ownerKey()}`);
      assert.ok(!(await desk.page.content()).includes(ownerKey()), 'the key stands in the page');
    });

    it('keeps a refused key when the person says so, and says that it was not confirmed', async () => {
      await enterConnection(workbench, { key: UNKNOWN_KEY, label: 'kept anyway', baseUrl: phare.service.baseUrl });
      await quickInput.titled('Phare does not accept this key');
      await quickInput.pick('Save it all the same');
      await workbench.listedNotification('Phare · kept anyway was added. Its key was not confirmed yet.');
      await workbench.tree('Bearings').row('Phare · kept anyway').waitFor();
      await workbench.statusBarItem(/^Bearings: .*Phare does not accept this key\./).waitFor();
    });

    it('checks a refused key again when asked to, and saves it once it is accepted', async () => {
      phare.control.plant({
        action: { kind: 'answer', status: 401, body: '{"message":"Unauthenticated."}' },
        times: 1,
      });
      await enterConnection(workbench, { key: ownerKey(), label: 'second try', baseUrl: phare.service.baseUrl });
      await quickInput.titled('Phare does not accept this key');
      await quickInput.pick('Check again');
      await workbench.listedNotification('Phare · second try was added. Its key reaches 30 projects');
    });
  });
});

async function placeholder({ box }: QuickInput): Promise<string> {
  return (await box.getAttribute('placeholder')) ?? '';
}

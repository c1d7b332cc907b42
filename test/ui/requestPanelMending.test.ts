import assert from 'node:assert/strict';
import { type PracticePhare, startPracticePhare } from '../support/practice.ts';
import { click } from './support/click.ts';
import { takePicture } from './support/pictures.ts';
import { RequestPanel } from './support/requestPanel.ts';
import { addConnection } from './support/steps.ts';
import { type Desk, openDesk } from './support/window.ts';
import type { Workbench } from './support/workbench.ts';

describe('Composing and mending a request', () => {
  let desk: Desk;
  let phare: PracticePhare;
  let workbench: Workbench;
  let panel: RequestPanel;

  before(async () => {
    phare = await startPracticePhare();
    desk = await openDesk('mending');
    ({ workbench } = desk);
    await workbench.openViewContainer('Bearings');
    await addConnection(workbench, phare, { label: 'mending' });
    panel = await RequestPanel.open(workbench);
  });
  after(async () => {
    await desk.close();
    await phare.stop();
  });
  beforeEach(() => phare.control.reset());

  const choose = async (project: RegExp) => {
    await workbench.quickInput.titled('Switch project');
    await workbench.quickInput.pick(project);
  };

  it('offers the request again after an action of the diagnosis, and says that it helped', async () => {
    await panel.choose('list monitors', '/uptime/monitors');
    await panel.send();
    await panel.status('401 Unauthorized').waitFor();
    await panel.response.getByText('who is asking was not accepted').waitFor();
    await panel.diagnosis.getByRole('button', { name: 'Choose a project' }).click();
    await choose(/quiet-harbor/);
    const offer = panel.frame.getByRole('group', { name: 'Offer' });
    await offer.getByText('Send the request again to see whether “Choose a project” helped.').waitFor();
    await panel.destination.getByText('Since this answer: the project is now quiet-harbor.').waitFor();
    await takePicture(workbench, 'panel-offer');
    await click(offer.getByRole('button', { name: 'Try again' }));
    await panel.status('200 OK').waitFor();
    await panel.response.getByText('Switching the project helped: the request works now.').waitFor();
    await offer.waitFor({ state: 'detached' });
    await panel.destination.getByText('Since this answer').waitFor({ state: 'detached' });
  });

  it('offers nothing when the person changed nothing after all', async () => {
    await panel.choose('list monitors', '/uptime/monitors');
    phare.control.plant({
      path: '/uptime/monitors',
      action: { kind: 'answer', status: 401, body: '{"message":"Unauthorized"}' },
    });
    await panel.send();
    await panel.status('401 Unauthorized').waitFor();
    const action = panel.diagnosis.getByRole('button', { name: 'Replace key…' }).first();
    await action.click();
    await workbench.quickInput.shown();
    await workbench.quickInput.cancel();
    await panel.sendButton.waitFor();
    assert.equal(await panel.frame.getByRole('group', { name: 'Offer' }).count(), 0);
  });

  it('takes out of the request what names a project by hand, when another is chosen for it', async () => {
    await panel.header(1, 'X-Phare-Project-Id', '999999');
    await panel.header(2, 'X-Note', 'stays');
    await panel.send();
    await panel.diagnosis.getByRole('button', { name: 'Choose a project' }).first().waitFor();
    await panel.destination.getByText('(typed by hand)').waitFor();
    await click(panel.diagnosis.getByRole('button', { name: 'Choose a project' }).first());
    await choose(/quiet-harbor/);
    const offer = panel.frame.getByRole('group', { name: 'Offer' });
    await offer.getByText('Taken out of the request: the header X-Phare-Project-Id.').waitFor();
    await panel.destination.getByText('(typed by hand)').waitFor({ state: 'detached' });
    // Another request would tell nothing of it.
    await panel.path.fill('/projects');
    await offer.waitFor({ state: 'detached' });
    await panel.path.fill('/uptime/monitors');
    await click(offer.getByRole('button', { name: 'Try again' }));
    await panel.status('200 OK').waitFor();
    await panel.response.getByText('Switching the project helped: the request works now.').waitFor();
    assert.equal(phare.control.requests.at(-1)?.headers['x-note'], 'stays');
    assert.equal(phare.control.requests.at(-1)?.headers['x-phare-project-id'], '1002');
    await panel.header(1, '', '');
  });

  it('says whether waiting helped, which sends by itself', async () => {
    phare.control.plant({
      path: '/uptime/monitors',
      times: 1,
      action: {
        kind: 'answer',
        status: 429,
        headers: { 'retry-after': '1' },
        body: '{"message":"Too Many Attempts."}',
      },
    });
    await panel.send();
    await panel.status('429 Too Many Requests').waitFor();
    await panel.diagnosis.getByRole('button', { name: /^Wait \d+ s and send again$/ }).click();
    await panel.status('200 OK').waitFor();
    await panel.response.getByText(/^“Wait \d+ s and send again” helped: the request works now\.$/).waitFor();
    assert.equal(await panel.frame.getByRole('group', { name: 'Offer' }).count(), 0);
  });

  it('takes up again what was found out when the person ended it', async () => {
    const held = Promise.withResolvers<void>();
    phare.control.plant({
      path: '/uptime/monitors',
      action: { kind: 'answer', status: 403, body: '{"message":"Forbidden"}' },
    });
    await panel.send();
    await panel.status('403 Forbidden').waitFor();
    const findOut = panel.diagnosis.getByRole('button', { name: /^Find out/ });
    phare.control.plant({ until: held.promise, action: { kind: 'pass' } });
    await findOut.click();
    await panel.progress.getByText('Finding out: GET /').waitFor();
    await panel.frame.getByRole('button', { name: 'Cancel' }).click();
    await panel.sendButton.waitFor();
    held.resolve();
    phare.control.reset();
    await findOut.click();
    await panel.diagnosis
      .getByText(/^probe: this key got 200/)
      .first()
      .waitFor();
    await findOut.waitFor({ state: 'detached' });
  });

  it('warns of headers that contradict the scope, take the place of the key, or are never sent', async () => {
    await panel.header(1, 'X-Phare-Project-Id', '1001');
    await panel.frame.getByText('Names 1001 in place of quiet-harbor, and is sent as typed.').first().waitFor();
    await panel.destination.getByText('luminous-guiding-tower (typed by hand)').waitFor();
    await panel.header(2, 'Authorization', 'Bearer other');
    await panel.frame.getByText('Goes in place of key …0001.').first().waitFor();
    await panel.destination.getByText('a key typed by hand').waitFor();
    await panel.header(3, 'Cookie', 'a=b');
    await panel.frame.getByText('Is left out: it is never sent by hand.').first().waitFor();
    await takePicture(workbench, 'panel-header-warnings');
    await panel.header(1, 'X-Phare-Project-Id', '1002');
    await panel.frame.getByText('Names 1001').waitFor({ state: 'detached' });
    await panel.header(1, '', '');
    await panel.header(2, '', '');
    await panel.header(3, '', '');
  });

  it('edits the body in an editor, which marks what does not fit the operation, and keeps it when that is closed', async () => {
    await panel.choose('create a monitor', '/uptime/monitors');
    await panel.frame.getByRole('button', { name: 'Edit in editor' }).click();
    await workbench.editorTab(/POST uptime monitors\.json/).waitFor();
    const { page } = workbench;
    await page.keyboard.type('{"name": 7, "nmae": 1}');
    await page.locator('.squiggly-warning').first().waitFor();
    // What is typed there is the panel's body at once.
    await panel.frame.getByRole('button', { name: 'Text', exact: true }).click();
    const body = panel.frame.getByRole('textbox', { name: 'Body', exact: true });
    while ((await body.inputValue()) !== '{"name": 7, "nmae": 1}') await body.waitFor();
    await takePicture(workbench, 'panel-body-editor');
    const tab = workbench.editorTab(/POST uptime monitors\.json/);
    await page.locator('.part.editor .tab.dirty').waitFor({ state: 'detached' });
    await click(tab);
    await workbench.runCommand('View: Close Editor');
    await tab.waitFor({ state: 'detached' });
    assert.equal(await workbench.dialog().count(), 0);
    phare.control.plant({ method: 'POST', action: { kind: 'answer', status: 202 } });
    await panel.send();
    await workbench.answerDialog('Send');
    await panel.status('202 Accepted').waitFor();
    await panel.response.getByText('taken on, and maybe not done yet').waitFor();
    assert.deepEqual(phare.control.requests.at(-1)?.body, '{"name": 7, "nmae": 1}');
    await panel.frame.getByRole('tab', { name: /^Sent/ }).click();
    await panel.response.getByText('"nmae"').first().waitFor();
  });

  it('opens the documentation of the operation, which VS Code asks about', async () => {
    await panel.frame.getByRole('button', { name: 'Open documentation' }).click();
    await workbench.dialog(/docs\.phare\.io/).waitFor();
    await workbench.answerDialog('Cancel');
  });
});

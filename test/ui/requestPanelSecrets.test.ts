import assert from 'node:assert/strict';
import { type Spoken, type SpokenServices, startServices } from '../support/practiceServices.ts';
import { takePicture } from './support/pictures.ts';
import { RequestPanel } from './support/requestPanel.ts';
import { type Desk, openDesk } from './support/window.ts';
import type { Workbench } from './support/workbench.ts';

const SHOWN_ONCE = 'pylf_v1_us_practiceshownonce0000000000000042';

describe('A secret that the service shows once', () => {
  let desk: Desk;
  let practice: SpokenServices;
  let logfire: Spoken;
  let workbench: Workbench;
  let panel: RequestPanel;

  before(async () => {
    practice = await startServices({ services: ['logfire'] });
    const [first] = practice.services;
    assert.ok(first);
    logfire = first;
    desk = await openDesk('secrets');
    ({ workbench } = desk);
    const { quickInput } = workbench;
    await workbench.openViewContainer('Bearings');
    await workbench.runCommand('Bearings: Add Connection…');
    await quickInput.titled(/\(1\/4\)/);
    await quickInput.pick('Logfire');
    for (const [title, text] of [
      [/\(2\/[45]\)/, logfire.key('owner')],
      [/\(3\/4\)/, 'once'],
      [/\(4\/4\)/, logfire.service.baseUrl],
    ] as const) {
      await quickInput.titled(title);
      await quickInput.type(text);
      await quickInput.accept();
    }
    await workbench.notification('Logfire · once was added.').waitFor();
    panel = await RequestPanel.open(workbench);
  });
  after(async () => {
    await desk.close();
    await practice.stop();
  });

  it('is masked in the answer, and stands nowhere in the panel', async () => {
    const body = JSON.stringify({ id: '7', name: 'ci', token: SHOWN_ONCE });
    logfire.control.plant({ method: 'POST', action: { kind: 'answer', status: 201, body } });
    await panel.choose('create organization api key', '/api/v1/api-keys/');
    await panel.send();
    await workbench.answerDialog('Send');
    await panel.status('201 Created').waitFor();
    await panel.secrets.getByText('token').first().waitFor();
    await panel.secrets.getByText(/0042/).waitFor();
    await takePicture(workbench, 'panel-secret');
    assert.ok(!(await panel.frame.locator('html').innerHTML()).includes(SHOWN_ONCE));
  });

  it('is made a connection of without being typed, unless the person stops that', async () => {
    await panel.secrets.getByRole('button', { name: 'Save as connection…' }).click();
    await workbench.quickInput.titled(/Add connection \(3\/4\)/);
    await workbench.quickInput.cancel();
    await panel.secrets.getByRole('button', { name: 'Copy once' }).waitFor();
  });

  it('is copied once, and said to be gone then', async () => {
    await panel.secrets.getByRole('button', { name: 'Copy once' }).click();
    await workbench.page.getByText('Copied once, and forgotten here').first().waitFor();
    assert.equal(await workbench.page.evaluate(() => navigator.clipboard.readText()), SHOWN_ONCE);
    await panel.secrets.getByRole('button', { name: 'Copy once' }).waitFor({ state: 'detached' });
    await panel.secrets
      .getByText(/copied/i)
      .first()
      .waitFor();
  });
});

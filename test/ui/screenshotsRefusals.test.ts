import { takePicture, widenSideBar } from './support/pictures.ts';
import { RequestPanel } from './support/requestPanel.ts';
import { type Desk, openDesk } from './support/window.ts';
import type { Workbench } from './support/workbench.ts';

interface Refusal {
  readonly picture: string;
  readonly service: string;
  /** How "Practise a Refusal…" words it. */
  readonly summary: string;
  readonly status: string;
  /** The cause that must stand first. */
  readonly cause: RegExp;
}

const refusals: readonly Refusal[] = [
  {
    picture: 'refusal-project-dark',
    service: 'Phare',
    summary: 'A key for all projects is sent, and no project is named.',
    status: '401 Unauthorized',
    cause: /project/,
  },
  {
    picture: 'refusal-permission-dark',
    service: 'Phare',
    summary: 'The key has no access to uptime.',
    status: '403 Forbidden',
    cause: /uptime/,
  },
  {
    picture: 'refusal-expired-dark',
    service: 'Logfire',
    summary: 'The key’s time is over.',
    status: '401 Unauthorized',
    cause: /expired/,
  },
  {
    picture: 'refusal-region-dark',
    service: 'Logfire',
    summary: 'A key of the EU region is sent to the US one.',
    status: '401 Unauthorized',
    cause: /EU/,
  },
  {
    picture: 'refusal-rate-limit-dark',
    service: 'Wellows',
    summary: 'Too many calls were made; one wait is enough.',
    status: '429 Too Many Requests',
    cause: /calls|limit/,
  },
  {
    picture: 'refusal-firewall-dark',
    service: 'Flare',
    summary: 'A firewall answers in place of the service.',
    status: '403 Forbidden',
    cause: /Something before the service/,
  },
];

describe('Pictures of refusals', () => {
  let desk: Desk;
  let workbench: Workbench;

  before(async () => {
    desk = await openDesk('pictures-refusals', {
      settings: { 'bearings.practice.enabled': true },
      viewport: { width: 1280, height: 900 },
    });
    ({ workbench } = desk);
    await workbench.openViewContainer('Bearings');
    await workbench.tree('Bearings').row('Phare · Practice · owner').waitFor();
    await widenSideBar(workbench, 40);
  });
  after(() => desk.close());

  for (const { picture, service, summary, status, cause } of refusals) {
    it(`are taken of this: ${service}, ${summary}`, async () => {
      const { quickInput } = workbench;
      await workbench.runCommand('View: Close All Editors');
      await workbench.runCommand('Bearings: Practise a Refusal…');
      await quickInput.titled(/Practise a refusal/);
      await quickInput.pick(service);
      await quickInput.type(summary);
      await quickInput.pick(summary);
      const panel = new RequestPanel(await workbench.webview());
      await panel.destination.waitFor();
      await panel.send();
      await panel.status(status).waitFor();
      await panel.diagnosis.locator('.headline').getByText(cause).first().waitFor();
      await workbench.clearNotifications();
      await workbench.page.locator('.part.statusbar').getByText('Press Send').waitFor({ state: 'hidden' });
      await takePicture(workbench, picture);
    });
  }
});

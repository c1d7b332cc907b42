import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PracticePhare, startPracticePhare } from '../support/practice.ts';
import { takePicture } from './support/pictures.ts';
import { RequestPanel } from './support/requestPanel.ts';
import { addConnection } from './support/steps.ts';
import { type Desk, folderOf, openDesk } from './support/window.ts';
import { untilDone } from './support/untilDone.ts';
import type { Workbench } from './support/workbench.ts';

/** A picture of one point. */
const GIF = Uint8Array.from([
  ...Buffer.from('GIF89a'),
  1,
  0,
  1,
  0,
  0x80,
  0,
  0,
  255,
  255,
  255,
  0,
  0,
  0,
  0x2c,
  0,
  0,
  0,
  0,
  1,
  0,
  1,
  0,
  0,
  2,
  2,
  0x44,
  1,
  0,
  0x3b,
]);

describe('Reading an answer', () => {
  let desk: Desk;
  let phare: PracticePhare;
  let workbench: Workbench;
  let panel: RequestPanel;

  before(async () => {
    phare = await startPracticePhare();
    desk = await openDesk('reading');
    ({ workbench } = desk);
    await workbench.openViewContainer('Bearings');
    await addConnection(workbench, phare, { label: 'reading' });
    panel = await RequestPanel.open(workbench);
    await panel.choose('list projects', '/projects');
  });
  after(async () => {
    await desk.close();
    await phare.stop();
  });
  beforeEach(() => phare.control.reset());

  const answerWith = (body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}) =>
    phare.control.plant({ times: 1, path: '/projects', action: { kind: 'answer', status: 200, headers, body } });

  it('tells status and meaning, time by its parts, size and the request id', async () => {
    answerWith('{"data":[]}', { 'x-request-id': 'req-77' });
    await panel.send();
    await panel.status('200 OK').waitFor();
    await panel.response.getByText('the request worked').waitFor();
    await panel.response.getByText('request id req-77').waitFor();
    await panel.response.getByText('11 B').waitFor();
    await panel.frame.getByRole('tab', { name: 'Timing' }).click();
    await panel.response.getByRole('rowheader', { name: 'until the first byte' }).waitFor();
    await panel.response.getByRole('rowheader', { name: 'In all' }).waitFor();
  });

  it('lists each redirect with its status and what went along', async () => {
    phare.control.plant({ times: 1, path: '/projects', action: { kind: 'redirect', to: '/projects?page=1' } });
    await panel.send();
    await panel.status('200 OK').waitFor();
    await panel.frame.getByRole('tab', { name: /^Sent/ }).click();
    await panel.response.getByText('with the key', { exact: true }).waitFor();
    await panel.response.getByText('302').first().waitFor();
    await panel.frame.getByRole('tab', { name: 'Body' }).last().click();
  });

  it('shows a picture, whatever the content type says, and saves it byte for byte', async () => {
    answerWith(GIF, { 'content-type': 'application/json' });
    await panel.send();
    const picture = panel.response.getByRole('img').last();
    await picture.waitFor();
    await picture.evaluate((image: HTMLImageElement) => image.decode());
    await panel.frame.getByRole('button', { name: 'Save as…' }).click();
    const file = join(folderOf('reading'), 'picture.gif');
    // VS Code fills the box in when the dialog is there already.
    while (!(await workbench.quickInput.box.inputValue()).endsWith('.gif')) await workbench.quickInput.shown();
    await workbench.quickInput.type(file);
    await workbench.quickInput.accept();
    await workbench.page.getByText('The body is saved').first().waitFor();
    assert.deepEqual(new Uint8Array(await readFile(file)), GIF);
  });

  it('names binary data, and shows none of it as text', async () => {
    answerWith(Uint8Array.from([0, 1, 2, 3, 255, 254, 0, 9]));
    await panel.send();
    await panel.response.getByText('Binary data (application/octet-stream).').waitFor();
  });

  it('opens a body that is too long for memory from its file, whole and read-only', async () => {
    const line = `${'x'.repeat(99)}\n`;
    answerWith(line.repeat(30_000) + 'the last line');
    await panel.send();
    await panel.response.getByText('The body is 3.0 MB long and lies in a file.').waitFor();
    await takePicture(workbench, 'panel-long-body');
    await panel.frame.getByRole('button', { name: 'Open in editor' }).first().click();
    const { page } = workbench;
    await page
      .locator('.part.editor .tab.active')
      .getByText(/\.txt$/)
      .waitFor();
    await page.locator('.part.editor .editor-instance .view-lines').first().waitFor();
    await page.keyboard.press('Control+End');
    await page.locator('.view-line').getByText('the last line').waitFor();
    // VS Code makes an editor read-only a moment after it is shown.
    await untilDone(async (timeout) => {
      await page.keyboard.type('z');
      const told = page.getByText(/read-?only/i).first();
      await told.waitFor({ timeout });
    });
  });
});

import assert from 'node:assert/strict';
import { type Desk, openDesk } from './support/window.ts';
import type { Workbench } from './support/workbench.ts';

/** Looks like no service's keys. It opens nothing. */
const SECRET = 'practice0odd1KEY2of3no4service';

describe('Explain a Response', () => {
  let desk: Desk;
  let workbench: Workbench;

  before(async () => {
    desk = await openDesk('explaining');
    ({ workbench } = desk);
  });
  after(() => desk.close());

  const explain = async (text: string) => {
    await workbench.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await workbench.runCommand('Bearings: Explain a Response…');
    await workbench.quickInput.titled('Explain a response (1/2)');
    await workbench.quickInput.pick('The text in the clipboard');
  };

  it('goes back from each of its questions, and asks for what a command alone leaves open', async () => {
    const { quickInput } = workbench;
    await explain(`curl https://unknown.example/monitors -H 'X-API-Key: ${SECRET}'`);
    await quickInput.titled('Explain a response (2/3)');
    await quickInput.back();
    await quickInput.titled('Explain a response (1/2)');
    await quickInput.pick('The text in the clipboard');
    await quickInput.pick('Wellows');
    await quickInput.titled('Explain a response (3/3)');
    await quickInput.back();
    await quickInput.titled('Explain a response (2/3)');
    await quickInput.pick('Wellows');
    await quickInput.titled('Explain a response (3/3)');
    await quickInput.type('401 {"detail":"Invalid API key"}');
    await quickInput.accept();
    await workbench.editorTab('Explanation Wellows 401').waitFor();
    const text = await workbench.editorText();
    assert.match(text, /^Wellows does not accept this key\. \((?:likely|proved)\)$/m);
    assert.ok(!text.includes(SECRET));
  });

  it('reads what a browser copies, and its report is copied from the palette without the key', async () => {
    const { page } = workbench;
    await explain(
      `fetch("https://api.phare.io/uptime/monitors", {"headers": {"authorization": "Bearer ${SECRET}", "x-phare-project-id": "1001"}});\n` +
        `HTTP/1.1 403 Forbidden\nx-request-id: req-4711\n\n{"message":"The key ${SECRET} lacks uptime:read."}`,
    );
    await workbench.editorTab('Explanation Phare 403').waitFor();
    await page.locator('.part.editor .view-lines').getByText('1001').first().waitFor();
    assert.ok(!(await workbench.editorText()).includes('KEY2of3'));
    await workbench.runCommand('Bearings: Copy Report');
    await page.locator('.part.statusbar').getByText('Report copied').waitFor();
    const report = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(report, /req-4711/);
    assert.match(report, /x-phare-project-id: 1001/);
    assert.ok(!report.includes('KEY2of3'), report);
  });
});

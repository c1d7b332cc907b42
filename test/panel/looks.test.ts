import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { PanelAnswer, PanelState } from '../../src/editor/panel/protocol.ts';
import { jsonAnswer, monitors } from './support/bodies.ts';
import { overflow, problemsFound } from './support/looks.ts';
import { usePanels } from './support/panelPage.ts';
import { bodyOf, destination, listMonitors, refused, snapshot } from './support/samples.ts';
import { until } from './support/until.ts';
import { themeNames } from './support/themes.ts';

const pictures = path.join(import.meta.dirname, '../../test-results/panel');
const long = 'b'.repeat(120);

/** A state of the page that a person can come to: what it begins with, and how to get there. */
interface Look {
  readonly name: string;
  readonly state?: Partial<PanelState>;
  readonly answer?: PanelAnswer;
  readonly reach: (page: Page) => Promise<void>;
}

const looks: readonly Look[] = [
  {
    name: 'tree',
    state: {
      destination: { ...destination, isProtected: true, changed: `Since this answer: the project is now ${long}.` },
      offer: 'The key was replaced. Send again to see whether it helped.',
    },
    answer: jsonAnswer(monitors(3).replace('monitor 1"', `monitor 1 ${long}"`), { helped: 'The new key helped.' }),
    reach: async (page) => {
      await page.getByRole('button', { name: 'Find in the body' }).click();
      await page.keyboard.type('monitor 1');
      await page.getByText(/^1 of/).waitFor();
    },
  },
  {
    name: 'table',
    answer: jsonAnswer(monitors(4).replace('monitor 1"', `monitor 1 ${long}"`)),
    reach: async (page) => {
      await page.getByRole('button', { name: 'Table' }).click();
      await page.getByText('Columns (5 of 6)').click();
    },
  },
  {
    name: 'source',
    answer: jsonAnswer(monitors(3).replace('monitor 1"', `\u202emonitor 1 ${long}"`)),
    reach: (page) => page.getByRole('button', { name: 'Source' }).click(),
  },
  {
    name: 'form',
    state: {
      draft: {
        ...listMonitors,
        method: 'POST',
        body: `{"name":"${long}","interval":60.0,"regions":["eu",7,{"a":1}],"other":1}`,
      },
    },
    reach: async (page) => {
      await page.getByRole('tab', { name: 'Body' }).click();
      await page.getByRole('textbox', { name: 'interval' }).fill('6x');
    },
  },
  {
    name: 'headers',
    state: {
      draft: { ...listMonitors, headers: [{ name: 'X-Phare-Project-Id', value: long }] },
      destination: {
        ...destination,
        headerWarnings: [{ name: 'X-Phare-Project-Id', text: `Names ${long} in place of the chosen project.` }],
      },
    },
    reach: (page) => page.getByRole('tab', { name: /^Headers/ }).click(),
  },
  {
    name: 'text',
    reach: async (page) => {
      await page.getByRole('tab', { name: 'As text' }).click();
      await page.getByRole('textbox', { name: 'Request as text' }).fill(`GET /x\n${long}`);
    },
  },
  {
    name: 'sent',
    answer: {
      ...refused,
      sent: { ...refused.sent, body: long },
      onceSecrets: [
        { field: 'token', ending: '9f2c', gone: '' },
        { field: long, ending: '11aa', gone: 'copied' },
      ],
    },
    reach: (page) => page.getByRole('tab', { name: /^Sent/ }).click(),
  },
  { name: 'timing', answer: refused, reach: (page) => page.getByRole('tab', { name: 'Timing' }).click() },
  {
    name: 'binary',
    answer: { ...refused, body: bodyOf('', 'binary', { note: 'Only the first 50 MB were kept.' }) },
    reach: (page) => page.getByText('Save it to look at it.').waitFor(),
  },
];

describe('each state of the panel', () => {
  const open = usePanels();
  before(() => mkdir(pictures, { recursive: true }));

  for (const theme of themeNames) {
    it(`gives axe nothing to complain about in the ${theme} theme`, async function () {
      this.timeout(60_000);
      for (const { name, state, answer, reach } of looks) {
        const { page } = await open({ state: snapshot(state), ...(answer && { answer }), theme });
        await reach(page);
        assert.deepEqual(await problemsFound(page, theme === 'dark' ? 'all' : 'colours'), [], name);
        await page.screenshot({ path: path.join(pictures, `${theme}-${name}.png`) });
      }
    });
  }

  it('scrolls nothing sideways at 320 pixels, nor at 200 % zoom of a column of 640', async function () {
    this.timeout(60_000);
    for (const { name, state, answer, reach } of looks) {
      const { page } = await open({ state: snapshot(state), ...(answer && { answer }), width: 320, height: 640 });
      await reach(page);
      assert.equal(await overflow(page), undefined, name);
      await page.screenshot({ path: path.join(pictures, `narrow-${name}.png`) });
      // Zoom halves what there is of a window and doubles what a pixel is.
      await page.setViewportSize({ width: 640, height: 480 });
      await page.evaluate(() => Object.assign(document.documentElement.style, { zoom: '2' }));
      const inside = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.ok(inside <= 0, `${name} at 200 %`);
    }
  });

  it('shows in forced colours what is chosen: tab, view, and the row in view', async () => {
    const [tree] = looks;
    assert.ok(tree !== undefined);
    const { page } = await open({
      state: snapshot(tree.state),
      ...(tree.answer && { answer: tree.answer }),
      forcedColors: true,
    });
    await tree.reach(page);
    const style = (locator: Locator, property: string): Promise<string> =>
      locator.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
    const response = page.getByRole('region', { name: 'Response' });
    for (const [chosen, other, property] of [
      [
        response.getByRole('tab', { name: 'Body' }),
        response.getByRole('tab', { name: 'Timing' }),
        'border-bottom-color',
      ],
      [page.getByRole('button', { name: 'Tree' }), page.getByRole('button', { name: 'Table' }), 'background-color'],
      [page.locator('.tree-row.current'), page.getByRole('treeitem').first(), 'outline-style'],
    ] as const) {
      assert.notEqual(await style(chosen, property), await style(other, property), property);
    }
    await page.screenshot({ path: path.join(pictures, 'forced-tree.png') });
  });
});

describe('the focus', () => {
  const open = usePanels();

  it('goes from top to bottom, as the page is read', async () => {
    const { page } = await open({ state: snapshot(), answer: jsonAnswer(monitors(130)) });
    const seen: string[] = [];
    await until(page, () => document.activeElement !== document.body);
    for (;;) {
      const name = await page.evaluate(() => {
        const { activeElement: element } = document;
        if (element === null || element === document.body) return undefined;
        const label = element.id === '' ? null : document.querySelector(`label[for="${element.id}"]`);
        return (element.ariaLabel ?? label?.textContent ?? element.textContent).replaceAll(/\s+/g, ' ').trim();
      });
      if (name === undefined || seen.includes(`${name}!`)) break;
      seen.push(name);
      if (seen.length > 60) break;
      await page.keyboard.press('Tab');
    }
    assert.deepEqual(
      seen.map((name) => name.replace(/^data:.*/, 'data')),
      [
        'Operation',
        'Method',
        'Path',
        'SendCtrl+⏎',
        'Switch project',
        'Parameters (0)',
        'Open documentation',
        'Copy as…',
        'Save request…',
        'Other projects…',
        'History…',
        'page',
        'per_page',
        'Add query parameter',
        'Copy the request id',
        'Body',
        'Tree',
        'Table',
        'Source',
        'Find in the body',
        'Copy the body',
        'Open in editor',
        'Save as…',
        'Compare…',
        'data',
        'Copy value',
        'Copy path',
      ],
    );
  });
});

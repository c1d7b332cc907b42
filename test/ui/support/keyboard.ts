import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { RequestPanel } from './requestPanel.ts';
import { untilDone } from './untilDone.ts';
import type { Workbench } from './workbench.ts';

/** More rows or controls than any test has to pass. */
const MOST_STEPS = 150;

/** What a person does who uses no pointer at all: keys go to whatever has the focus, and nothing is clicked. */
export class Keyboard {
  readonly #workbench: Workbench;
  readonly #page: Page;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
    this.#page = workbench.page;
  }

  /** Runs a command by the command palette. */
  async run(title: string): Promise<void> {
    const { quickInput } = this.#workbench;
    await this.#workbench.openPalette(title);
    await quickInput.item(title).waitFor();
    await this.press('Enter');
  }

  press(key: string): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  /** Waits for a step of a dialog by its title, answers it, and goes on by Enter. */
  async answer(title: RegExp | string, text: string): Promise<void> {
    const { quickInput } = this.#workbench;
    await quickInput.titled(title);
    if (text !== '') await quickInput.typeByKeyboard(text);
    await this.press('Enter');
  }

  /** Filters a quick pick by a text and takes the entry of that label. */
  async pick(title: RegExp | string, text: string, label: RegExp): Promise<void> {
    const { quickInput } = this.#workbench;
    await quickInput.titled(title);
    await quickInput.item(label).waitFor();
    await quickInput.typeByKeyboard(text);
    await quickInput.root.locator('.monaco-list-row.focused').getByText(label).first().waitFor();
    await this.press('Enter');
  }

  /** Goes to a row of the tree by its label, downwards from the top. */
  async goTo(label: string): Promise<void> {
    const { root } = this.#workbench.tree('Bearings');
    const rowAt = (place: number) => root.locator(`.monaco-list-row.focused[data-index="${place}"]`);
    await this.run('Bearings: Focus on Bearings View');
    await this.#page.locator('.part.sidebar .monaco-list:focus-within').waitFor();
    // The command may give the focus once more after the palette gave it back: a key in between is lost.
    await untilDone(async (timeout) => {
      await this.press('Home');
      await rowAt(0).waitFor({ timeout });
    });
    for (let place = 0; place < MOST_STEPS; place += 1) {
      if ((await rowAt(place).locator('.label-name').textContent()) === label) return;
      await untilDone(async (timeout) => {
        if (await rowAt(place).isVisible()) await this.press('ArrowDown');
        await rowAt(place + 1).waitFor({ timeout });
      });
    }
    throw new Error(`There is no row ${label}.`);
  }

  /** Goes to a row of the tree and opens it. */
  async open(label: string): Promise<void> {
    await this.goTo(label);
    await this.#turn('ArrowRight', 'true');
  }

  /** Closes the row that has the focus. */
  async close(): Promise<void> {
    await this.#turn('ArrowLeft', 'false');
  }

  async #turn(key: string, expanded: 'true' | 'false'): Promise<void> {
    const { root } = this.#workbench.tree('Bearings');
    const row = root.locator('.monaco-list-row.focused');
    await untilDone(async (timeout) => {
      if ((await row.getAttribute('aria-expanded', { timeout })) !== expanded) await this.press(key);
      await root.locator(`.monaco-list-row.focused[aria-expanded="${expanded}"]`).waitFor({ timeout });
    });
  }

  /** Opens a request panel and fills in an operation, found by a search, or a path. */
  async compose(panel: RequestPanel, { search, path }: { search?: string; path: string }): Promise<void> {
    if (search === undefined) {
      await this.#tabTo(panel, 'Path');
      // Not Ctrl+A: VS Code takes that key out of a webview and gives it back while the next ones arrive.
      await this.press('End');
      await this.press('Shift+Home');
      await this.#page.keyboard.type(path);
    } else {
      await this.#tabTo(panel, 'Operation');
      await this.#page.keyboard.type(search);
      const list = panel.frame.getByRole('listbox', { name: 'Operations' });
      await list.getByRole('option', { selected: true }).waitFor();
      await this.press('Enter');
      await list.waitFor({ state: 'hidden' });
    }
    assert.equal(await panel.path.inputValue(), path);
  }

  /** Presses Tab until the control of that name has the focus. */
  async #tabTo({ frame }: RequestPanel, name: string): Promise<void> {
    const focused = frame.locator(`[aria-label="${name}"]:focus`);
    for (let step = 0; step < MOST_STEPS; step += 1) {
      if ((await focused.count()) > 0) return;
      await this.press('Tab');
    }
    throw new Error(`Tab leads to no control called ${name}.`);
  }
}

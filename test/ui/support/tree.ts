import type { Locator, Page } from 'playwright-core';
import { click } from './click.ts';
import { untilDone } from './untilDone.ts';

/** A tree view in the side bar, found by its accessible name. */
export class Tree {
  readonly root: Locator;
  readonly #page: Page;

  /** @param name the beginning of the tree's accessible name, such as "Bearings" */
  constructor(page: Page, name: string) {
    this.#page = page;
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    this.root = page.locator('.part.sidebar').getByRole('tree', { name: new RegExp(`^${escaped}`) });
  }

  /**
   * The first row whose label is exactly `label`. VS Code keeps only the rows in sight in the page.
   * @param label the row's label without its description, or a pattern for it
   */
  row(label: string | RegExp): Locator {
    return this.root
      .getByRole('treeitem')
      .filter({ has: this.label(label) })
      .first();
  }

  /** The label in a row, to filter rows by. */
  label(label: string | RegExp): Locator {
    const exact = typeof label === 'string' ? { exact: true } : {};
    return this.#page.locator('.label-name').getByText(label, exact);
  }

  /**
   * A row below another row, one level deeper and before the next row of the other's own level. Waits for it: children of
   * other rows bear the same labels.
   */
  async childOf(parent: Locator, label: string): Promise<Locator> {
    const level = Number(await parent.getAttribute('aria-level')) + 1;
    const candidates = this.root
      .locator(`[role="treeitem"][aria-level="${String(level)}"]`)
      .filter({ has: this.#page.locator('.label-name').getByText(label, { exact: true }) });
    for (const deadline = Date.now() + 20_000; ;) {
      await candidates.first().waitFor();
      const top = await indexOf(parent);
      const rows = await this.root.getByRole('treeitem').evaluateAll((elements) =>
        elements.map((element) => ({
          index: Number(element.getAttribute('data-index')),
          level: Number(element.getAttribute('aria-level')),
        })),
      );
      const end = Math.min(
        ...rows.filter((row) => row.index > top && row.level < level).map(({ index }) => index),
        Infinity,
      );
      const places = await candidates.evaluateAll((elements) =>
        elements.map((element) => Number(element.getAttribute('data-index'))),
      );
      const place = places.findIndex((index) => index > top && index < end);
      if (place >= 0) return candidates.nth(place);
      if (Date.now() > deadline) throw new Error(`No row "${label}" came up below its parent.`);
      // The next frame: VS Code draws rows when the window is next painted.
      await this.#page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
  }

  /** Opens a row and waits until it is open. Its children may still be loading: wait for a child row. */
  expand(label: string | RegExp | Locator): Promise<void> {
    return this.#turn(this.#locator(label), 'true');
  }

  /** Closes a row and waits until it is closed. */
  collapse(label: string | RegExp | Locator): Promise<void> {
    return this.#turn(this.#locator(label), 'false');
  }

  /** VS Code may draw the row anew between the pointer going down and up, and then takes no notice of the click. */
  async #turn(row: Locator, expanded: 'true' | 'false'): Promise<void> {
    await row.waitFor();
    await untilDone(async (timeout) => {
      if ((await row.getAttribute('aria-expanded')) === expanded) return;
      await click(row.locator('.monaco-tl-twistie'));
      await row.and(this.#page.locator(`[aria-expanded="${expanded}"]`)).waitFor({ timeout });
    });
  }

  async click(label: string | RegExp | Locator): Promise<void> {
    await click(this.#locator(label).locator('.monaco-tl-contents'));
  }

  /** Presses one of the row's inline actions, which show while the pointer is over the row. */
  async inlineAction(label: string | RegExp | Locator, action: string): Promise<void> {
    const row = this.#locator(label);
    await row.hover();
    await click(row.getByRole('button', { name: action, exact: true }));
  }

  /** Makes a project the active one; a click on a row that is just drawn anew is lost, so it is pressed until the row says so. */
  async makeActive(label: string | RegExp): Promise<void> {
    const active = this.row(label).getByText('active').first();
    await untilDone(async (timeout) => {
      if (!(await active.isVisible())) await this.inlineAction(label, 'Make Active Project');
      await active.waitFor({ timeout });
    });
  }

  /** Opens the row's context menu and chooses an entry. */
  async menu(label: string | RegExp | Locator, entry: string): Promise<void> {
    await this.#locator(label).locator('.monaco-tl-contents').click({ button: 'right' });
    // By keyboard: VS Code ignores a click that comes right after a menu opened.
    const item = this.#page.locator('.context-view').getByRole('menuitem', { name: entry });
    await item.hover();
    await item.press('Enter');
    await item.waitFor({ state: 'hidden' });
  }

  /** Labels of the rows in sight, from top to bottom. */
  async labels(): Promise<string[]> {
    const rows = await this.root.getByRole('treeitem').evaluateAll((elements) =>
      elements.map((element) => ({
        top: Number(element.getAttribute('data-index')),
        label: element.querySelector('.label-name')?.textContent ?? '',
      })),
    );
    return rows.sort((left, right) => left.top - right.top).map((row) => row.label);
  }

  /** What a row says beside its label, in the dim colour; '' when it says nothing. */
  async description(label: string | RegExp | Locator): Promise<string> {
    const found = this.#locator(label).locator('.label-description');
    return (await found.count()) === 0 ? '' : ((await found.textContent()) ?? '');
  }

  #locator(label: string | RegExp | Locator): Locator {
    return typeof label === 'string' || label instanceof RegExp ? this.row(label) : label;
  }
}

async function indexOf(row: Locator): Promise<number> {
  return Number(await row.getAttribute('data-index'));
}

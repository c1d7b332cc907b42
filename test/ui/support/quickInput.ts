import type { Locator, Page } from 'playwright-core';
import { click } from './click.ts';
import { untilDone } from './untilDone.ts';

/** VS Code's one quick input: quick pick or input box, whichever is open. */
export class QuickInput {
  readonly root: Locator;
  readonly box: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.root = page.locator('.quick-input-widget');
    this.box = this.root.locator('.quick-input-box input');
  }

  async shown(): Promise<void> {
    await this.box.waitFor();
  }

  async hidden(): Promise<void> {
    await this.root.waitFor({ state: 'hidden' });
  }

  /** The title line, such as "Add Connection (1/3)"; waits for a text where one is expected. */
  async titled(text: string | RegExp): Promise<void> {
    await this.root.locator('.quick-input-title').getByText(text).waitFor();
  }

  async title(): Promise<string> {
    return (await this.root.locator('.quick-input-title').textContent()) ?? '';
  }

  /** Replaces what is typed. */
  async type(text: string): Promise<void> {
    await this.box.fill(text);
  }

  /** Types key by key at the place of the focus, as a person does. */
  async typeByKeyboard(text: string): Promise<void> {
    await this.shown();
    await this.#page.keyboard.type(text);
  }

  async accept(): Promise<void> {
    await this.box.press('Enter');
  }

  async cancel(): Promise<void> {
    // The first Escape goes to a hover that lies over the input, where there is one.
    await untilDone(async (timeout) => {
      if (await this.box.isVisible()) await this.box.press('Escape');
      await this.root.waitFor({ state: 'hidden', timeout });
    });
  }

  /** Presses the Back button of the title bar. */
  async back(): Promise<void> {
    await click(this.root.getByRole('button', { name: /^Back/ }));
  }

  /** A button of the input by its tooltip. */
  button(name: string | RegExp): Locator {
    return this.root.getByRole('button', { name });
  }

  /** An entry by its label. */
  item(label: string | RegExp): Locator {
    const exact = typeof label === 'string' ? { exact: true } : {};
    const name = this.#page.locator('.quick-input-list-label, .monaco-icon-label .label-name').getByText(label, exact);
    return this.root.locator('.quick-input-list .monaco-list-row').filter({ has: name }).first();
  }

  /** Chooses the entry of that label. */
  async pick(label: string | RegExp): Promise<void> {
    await click(this.item(label));
  }

  /** The entries in sight: label, description and detail, as they are read out. Separators are left out. */
  async items(): Promise<{ label: string; description: string; detail: string; name: string }[]> {
    await this.root.locator('.quick-input-list .monaco-list-row').first().waitFor();
    return this.root.locator('.quick-input-list .monaco-list-row').evaluateAll((rows) =>
      rows
        .map((row) => ({
          // A codicon before the label leaves the space between them.
          label: (row.querySelector('.quick-input-list-rows .label-name')?.textContent ?? '').trim(),
          description: row.querySelector('.quick-input-list-rows .label-description')?.textContent ?? '',
          detail: row.querySelector('.quick-input-list-label-meta')?.textContent ?? '',
          name: row.getAttribute('aria-label') ?? '',
        }))
        .filter((item) => item.label !== ''),
    );
  }

  /** The line below the box: the prompt, or the validation message when there is one. */
  async message(): Promise<string> {
    return (await this.root.locator('.quick-input-message').textContent()) ?? '';
  }

  /** Waits until the line below the box says this. */
  async says(text: string | RegExp): Promise<void> {
    await this.root.locator('.quick-input-message').getByText(text).waitFor();
  }

  /** Whether the box hides what is typed. */
  async isPassword(): Promise<boolean> {
    return (await this.box.getAttribute('type')) === 'password';
  }
}

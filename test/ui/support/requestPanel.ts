import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import type { Workbench } from './workbench.ts';

/** The request panel of a window, by what a person sees of it. */
export class RequestPanel {
  readonly frame: FrameLocator;
  readonly path: Locator;
  readonly response: Locator;
  readonly diagnosis: Locator;
  readonly destination: Locator;
  readonly progress: Locator;
  readonly sendButton: Locator;
  /** What was shown once in the answer. */
  readonly secrets: Locator;

  constructor(frame: FrameLocator) {
    this.frame = frame;
    this.path = frame.getByRole('textbox', { name: 'Path', exact: true });
    this.response = frame.getByRole('region', { name: 'Response' });
    this.diagnosis = frame.getByRole('region', { name: 'Diagnosis' });
    this.destination = frame.getByRole('group', { name: 'Destination' });
    this.progress = frame.locator('#progress');
    this.secrets = frame.getByRole('region', { name: 'Secrets shown once' });
    this.sendButton = frame.getByRole('button', { name: 'Send', exact: true });
  }

  /** Opens a panel by the command palette, for the connection in use. */
  static async open(workbench: Workbench): Promise<RequestPanel> {
    await workbench.runCommand('Bearings: Send Request…');
    const panel = new RequestPanel(await workbench.webview());
    await panel.destination.waitFor();
    return panel;
  }

  /** Searches an operation and takes the one that Enter takes; its path must be this. */
  async choose(search: string, path: string): Promise<void> {
    const picker = this.frame.getByRole('combobox', { name: 'Operation' });
    await picker.click();
    await picker.fill(search);
    const list = this.frame.getByRole('listbox', { name: 'Operations' });
    await list.getByRole('option', { selected: true }).waitFor();
    await picker.press('Enter');
    await list.waitFor({ state: 'hidden' });
    assert.equal(await this.path.inputValue(), path);
  }

  async send(): Promise<void> {
    await this.sendButton.click();
  }

  /** Types a header into a row of their table, which is brought to the front. */
  async header(row: number, name: string, value: string): Promise<void> {
    await this.frame
      .getByRole('tab', { name: /^Headers/ })
      .first()
      .click();
    const box = this.frame.getByLabel(`Name of header ${row}`);
    if (!(await box.isVisible())) await this.button('Add header').click();
    await box.fill(name);
    await this.frame.getByLabel(`Value of header ${row}`).fill(value);
  }

  button(name: string | RegExp): Locator {
    return this.frame.getByRole('button', { name });
  }

  /** The heading of the answer, such as "401 Unauthorized". */
  status(text: string): Locator {
    return this.response.getByRole('heading', { name: text });
  }
}

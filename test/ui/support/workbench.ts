import type { FrameLocator, Locator, Page } from 'playwright-core';
import { click } from './click.ts';
import { QuickInput } from './quickInput.ts';
import { Tree } from './tree.ts';
import { untilDone } from './untilDone.ts';

/** The colour themes that both the oldest and the newest VS Code name alike. */
export type ColorTheme = 'Dark Modern' | 'Light Modern' | 'Dark High Contrast' | 'Light High Contrast';

/** The workbench bears the kind of its theme before it has one; only these tell that it wears the theme. */
const themeClass: Readonly<Record<ColorTheme, string>> = {
  'Dark Modern': 'vscode-theme-defaults-themes-dark_modern-json',
  'Light Modern': 'vscode-theme-defaults-themes-light_modern-json',
  'Dark High Contrast': 'vscode-theme-defaults-themes-hc_black-json',
  'Light High Contrast': 'vscode-theme-defaults-themes-hc_light-json',
};

/**
 * The VS Code workbench of a page, by what a person sees of it. Every method waits for what it needs (Playwright's
 * time limit applies); none waits for a time.
 */
export class Workbench {
  readonly page: Page;
  readonly quickInput: QuickInput;

  constructor(page: Page) {
    this.page = page;
    this.quickInput = new QuickInput(page);
  }

  /** Opens a view container by its title in the activity bar and waits until the side bar shows it. */
  async openViewContainer(title: string): Promise<void> {
    // While extensions still start, or with a badge, VS Code adds words to the tab's name.
    const tab = this.page.locator('.part.activitybar').getByRole('tab', { name: new RegExp(`^${title}`) });
    const label = this.page.locator('.part.sidebar .title-label').getByText(new RegExp(`^${title}`, 'i'));
    // A click on the tab of a view that is just being restored closes it again.
    await untilDone(async () => {
      if (!(await label.isVisible())) await click(tab);
      await label.waitFor({ timeout: 3000 });
    });
    await this.page.mouse.move(640, 400); // off the tab, so that its hover does not lie over the tree
  }

  tree(name: string): Tree {
    return new Tree(this.page, name);
  }

  /** A button in the title of the side bar's view. */
  async viewAction(name: string): Promise<void> {
    await click(this.page.locator('.part.sidebar > .title').getByRole('button', { name, exact: true }));
  }

  /** The welcome text of an empty view. */
  welcome(): Locator {
    return this.page.locator('.part.sidebar .welcome-view-content');
  }

  /** A status bar item by its accessible name. */
  statusBarItem(name: string | RegExp): Locator {
    return this.page.locator('.part.statusbar').getByRole('button', { name }).first();
  }

  /**
   * Runs a command by the command palette, typed as a person types it.
   * @param title category and title, such as "Bearings: Add Connection"
   */
  async runCommand(title: string): Promise<void> {
    const item = this.quickInput.item(title);
    // Opened before VS Code knows the extensions' commands, the palette does not learn them; and an editor that VS Code
    // restores after a reload takes the focus, which closes the palette: open it anew.
    await untilDone(async (timeout) => {
      await this.openPalette(title);
      await click(item, { timeout });
    });
  }

  /** Opens the command palette with a text typed into it; the entries can then be read. */
  async openPalette(text = ''): Promise<void> {
    await this.page.locator('.part.statusbar .statusbar-item').first().waitFor();
    // Just after a (re)load the workbench is in sight before it listens to keys: press until it answers.
    await untilDone(async (timeout) => {
      // An open palette keeps the commands it was opened with.
      if (await this.quickInput.box.isVisible()) await this.quickInput.cancel();
      await this.page.keyboard.press('F1');
      await this.quickInput.box.waitFor({ timeout });
    });
    await this.quickInput.type(`>${text}`);
  }

  /** The notification toasts in sight. */
  notifications(): Locator {
    return this.page.locator('.notifications-toasts .notification-toast');
  }

  /** A notification that says this; wait for it with `.waitFor()`. */
  notification(text: string | RegExp): Locator {
    return this.notifications().filter({ hasText: text }).first();
  }

  /** What the notifications in sight say. */
  async notificationTexts(): Promise<string[]> {
    return this.notifications().locator('.notification-list-item-message').allTextContents();
  }

  /** A notification in VS Code's list of them, opened for that: toasts are withheld when several come at once. */
  async listedNotification(text: string | RegExp): Promise<Locator> {
    await this.runCommand('Notifications: Show Notifications');
    const item = this.page.locator('.notifications-center .notification-list-item').filter({ hasText: text }).first();
    await item.waitFor();
    return item;
  }

  /** A modal dialog by a text in it. */
  dialog(text?: string | RegExp): Locator {
    const dialogs = this.page.locator('.monaco-dialog-box');
    return (text === undefined ? dialogs : dialogs.filter({ hasText: text })).first();
  }

  /** Presses a button of the modal dialog. */
  async answerDialog(button: string): Promise<void> {
    await click(this.dialog().getByRole('button', { name: button, exact: true }));
  }

  /** An editor's tab by its title. */
  editorTab(title: string | RegExp): Locator {
    return this.page.locator('.part.editor .tabs-container').getByRole('tab', { name: title }).first();
  }

  /** The text of the editor in sight, as far as it is in sight. */
  async editorText(): Promise<string> {
    const lines = this.page.locator('.part.editor .editor-instance .view-lines').first();
    await lines.waitFor();
    return ((await lines.innerText()) ?? '').replaceAll('\u00a0', ' ');
  }

  /**
   * The document inside a webview, through VS Code's two nested frames.
   * @param title the panel's title; needed when several webviews are open
   */
  async webview(title?: string): Promise<FrameLocator> {
    if (title !== undefined) {
      const tab = this.editorTab(title);
      await tab.waitFor();
      if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
    }
    // Webviews of editors in the background stay in the page, hidden.
    const outer = this.page.locator('iframe.webview.ready').filter({ visible: true }).first();
    await outer.waitFor();
    const inner = outer.contentFrame().locator('iframe#active-frame');
    await inner.waitFor();
    return inner.contentFrame();
  }

  /** Switches the colour theme by VS Code's own picker and waits until the workbench wears it. */
  async colorTheme(name: ColorTheme): Promise<void> {
    // A theme that is chosen before VS Code has put on its first one is taken off by that.
    await this.page.locator('.monaco-workbench[class*="vscode-theme-"]').waitFor();
    await this.runCommand('Preferences: Color Theme');
    await this.quickInput.type(name);
    await this.quickInput.pick(name);
    await this.quickInput.hidden();
    await this.page.locator(`.monaco-workbench.${themeClass[name]}`).waitFor();
  }

  /** Tells VS Code that the person went to another window and came back: headless pages all have the focus. */
  async leaveAndReturn(): Promise<void> {
    await this.page.evaluate(async () => {
      const later = () => new Promise((resolve) => setTimeout(resolve, 0));
      document.hasFocus = () => false;
      window.dispatchEvent(new FocusEvent('blur'));
      await later();
      await later();
      document.hasFocus = () => true;
      window.dispatchEvent(new FocusEvent('focus'));
    });
  }

  /** Closes all toasts, so that they do not cover what comes next. */
  async clearNotifications(): Promise<void> {
    await this.runCommand('Notifications: Clear All Notifications');
    await this.notifications().first().waitFor({ state: 'detached' });
  }

  /** Takes a picture of the whole window; the pointer is moved away first, so that no hover is on it. */
  async screenshot(file: string): Promise<void> {
    await this.page.mouse.move(640, 0);
    await this.page.locator('.monaco-hover').filter({ visible: true }).first().waitFor({ state: 'hidden' });
    await this.page.locator('.part.statusbar').getByText('Activating Extensions').waitFor({ state: 'hidden' });
    await this.page.locator('.part.activitybar .progress-badge').first().waitFor({ state: 'hidden' });
    await this.page.screenshot({ path: file });
  }
}

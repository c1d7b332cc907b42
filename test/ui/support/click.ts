import type { Locator } from 'playwright-core';

interface Watching extends Window {
  /** Whether the last click ended on the element on which it began; undefined before it ended. */
  clickLanded?: boolean | undefined;
  clickWatch?: AbortController;
}

/**
 * Clicks, again where what was under the pointer was drawn anew between the button's going down and up: VS Code takes no
 * notice of such a click, and a person would click again.
 * @throws Error when no click of five landed; what Playwright throws when it cannot click.
 */
export async function click(locator: Locator, options?: { readonly timeout: number }): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const element = await locator.elementHandle(options);
    const frame = await element?.ownerFrame();
    await frame?.evaluate(watchClick);
    await locator.click(options);
    // A frame that is gone was closed by the click.
    if (await frame?.evaluate(hasLanded).catch(() => true)) return;
  }
  throw new Error('What was to be clicked was drawn anew under the pointer each time.');
}

function watchClick(): void {
  const view: Watching = window;
  view.clickWatch?.abort();
  const watch = new AbortController();
  const options = { capture: true, signal: watch.signal };
  let pressed: EventTarget | null = null;
  view.clickWatch = watch;
  view.clickLanded = undefined;
  view.addEventListener('mousedown', ({ target }) => void (pressed = target), options);
  view.addEventListener('click', ({ target }) => void (view.clickLanded ??= target === pressed), options);
}

function hasLanded(): boolean {
  return (window as Watching).clickLanded === true;
}

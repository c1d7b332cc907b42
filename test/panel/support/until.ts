import type { Page } from 'playwright-core';

/** Waits for a condition in the page, whose Content-Security-Policy forbids what `waitForFunction` does. */
export async function until(page: Page, condition: () => boolean): Promise<void> {
  while (!(await page.evaluate(condition))) await page.evaluate(() => new Promise(requestAnimationFrame));
}

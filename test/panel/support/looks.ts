import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const root = path.join(import.meta.dirname, '../../..');

/** What axe finds wrong with the page as it stands: with all of it, or with its colours alone, which are what themes change. */
export async function problemsFound(page: Page, what: 'all' | 'colours' = 'all'): Promise<string[]> {
  // Evaluated through the debugger, which the page's Content-Security-Policy does not bind.
  await page.evaluate(await readFile(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'));
  const results = (await page.evaluate(
    what === 'all' ? 'axe.run(document)' : 'axe.run(document, { runOnly: ["color-contrast"] })',
  )) as AxeResults;
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** What is wider than the page; undefined when nothing scrolls sideways. */
export async function overflow(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const inside = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const wide = [...document.querySelectorAll('main *')]
      .filter((element) => !element.closest('.visually-hidden, input, textarea, thead'))
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
      .map((element) => `${element.tagName}.${element.className}`);
    return inside > 0 || wide.length > 0 ? { inside, wide } : undefined;
  });
}

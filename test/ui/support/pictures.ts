import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from '../../../tools/vscode/builds.ts';
import { withPalette } from './png.ts';
import { RESULTS } from './window.ts';
import type { ColorTheme, Workbench } from './workbench.ts';

/** The documents' pictures are only written when that is asked for: they differ a little each time. */
const FOLDER =
  process.env['BEARINGS_SCREENSHOTS'] === '1' ? join(repository, 'media', 'screenshots') : join(RESULTS, 'screenshots');
const LARGEST_BYTES = 150_000;

/** The themes that pictures are taken in, and how their files' names end. */
const THEMES: readonly { readonly theme: ColorTheme; readonly name: string }[] = [
  { theme: 'Light Modern', name: 'light' },
  { theme: 'Dark High Contrast', name: 'high-contrast' },
  { theme: 'Light High Contrast', name: 'high-contrast-light' },
  // Last, because the theme stays for what comes after.
  { theme: 'Dark Modern', name: 'dark' },
];

/** Does the same in each theme. */
export async function inEachTheme(workbench: Workbench, take: (theme: string) => Promise<void>): Promise<void> {
  for (const { theme, name } of THEMES) {
    await workbench.colorTheme(theme);
    await take(name);
  }
}

/** Takes a picture of the window, and holds that it is neither empty nor large. */
export async function takePicture(workbench: Workbench, name: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const file = join(FOLDER, `${name}.png`);
  await workbench.screenshot(file);
  const picture = withPalette(await readFile(file));
  await writeFile(file, picture);
  assert.ok(picture.length > 5000 && picture.length <= LARGEST_BYTES, `${name}.png has ${picture.length} bytes`);
}

/** Makes the side bar wider by some pixels, so that a picture shows whole rows. */
export async function widenSideBar({ page }: Workbench, pixels: number): Promise<void> {
  const edge = await page.locator('.part.sidebar').boundingBox();
  if (!edge) throw new Error('There is no side bar.');
  const border = edge.x + edge.width;
  await page.mouse.move(border, 400);
  await page.mouse.down();
  await page.mouse.move(border + pixels, 400);
  await page.mouse.up();
}

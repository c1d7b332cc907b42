import type { Workbench } from './workbench.ts';

/** Waits until the browser keeps a text in one of VS Code's databases. */
export async function stored({ page }: Workbench, text: string): Promise<void> {
  while (!(await page.evaluate(isStored, text)));
}

async function isStored(text: string): Promise<boolean> {
  for (const { name = '' } of await indexedDB.databases()) {
    if (!name.startsWith('vscode-web-state-db')) continue;
    const values = await new Promise<readonly unknown[]>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.addEventListener('error', () => reject(new Error(name)));
      opening.addEventListener('success', () => {
        const database = opening.result;
        const reading = database.transaction('ItemTable').objectStore('ItemTable').getAll();
        reading.addEventListener('success', () => {
          database.close();
          resolve(reading.result);
        });
      });
    });
    if (values.some((value) => String(value).includes(text))) return true;
  }
  return false;
}

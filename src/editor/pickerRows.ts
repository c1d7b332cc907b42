import type * as vscode from 'vscode';

/** Milliseconds: longer than a list takes on a usual line. One that waits for the budget is not waited for. */
const PATIENCE = 2000;

/**
 * Shows a picker and gives it its rows once, when the lists that they are made of have come or take too long.
 *
 * VS Code tells an extension the place of a chosen row, not the row: where rows move while a click is on its way, another
 * project is chosen, and boxes that were just checked are empty again. So rows never change while a person can choose.
 *
 * @param lists what is still being loaded; with none the rows are there at once.
 * @param rows sets the picker's items, and which of them are checked.
 */
export async function showRows<T extends vscode.QuickPickItem>(
  picker: vscode.QuickPick<T>,
  lists: readonly Promise<unknown>[],
  rows: () => void,
): Promise<void> {
  if (lists.length > 0) {
    picker.busy = true;
    picker.show();
    await settled(lists);
    picker.busy = false;
  }
  rows();
  picker.show();
}

function settled(lists: readonly Promise<unknown>[]): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE);
    void Promise.allSettled(lists).then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { BudgetLedger } from '../../src/editor/budgetLedger.ts';

describe('What the windows of one VS Code spent', () => {
  const storage = vscode.Uri.file(path.join(process.env['BEARINGS_HOST_DATA'] ?? '', 'ledger'));
  const spending = { sent: [1, 2], blockedUntil: 3 };
  const write = (text: string) =>
    vscode.workspace.fs.writeFile(vscode.Uri.joinPath(storage, 'budget', 'other.json'), new TextEncoder().encode(text));
  afterEach(() => vscode.workspace.fs.delete(storage, { recursive: true }));

  it('is told from one to the other, and not to itself', async () => {
    const [one, other] = [new BudgetLedger(storage, 'one'), new BudgetLedger(storage, 'other')];
    await one.publish('account', spending);
    assert.deepEqual(await other.others('account'), [spending]);
    assert.deepEqual(await other.others('another account'), []);
    assert.deepEqual(await one.others('account'), []);
  });

  it('stays known while the other window is just writing it anew, and not once its file is gone', async () => {
    const ledger = new BudgetLedger(storage, 'own');
    await write(JSON.stringify({ account: spending }));
    assert.deepEqual(await ledger.others('account'), [spending]);
    for (const halfWritten of ['', '{"account":{"sent":[1,', '{"account":7}']) {
      await write(halfWritten);
      assert.deepEqual(await ledger.others('account'), [spending]);
    }
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(storage, 'budget', 'other.json'));
    assert.deepEqual(await ledger.others('account'), []);
  });
});

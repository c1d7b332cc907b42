import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../src/manifest.ts';
import { activated } from './support/harness.ts';

const openJson = (row: { id: string; label: string; value: unknown }): Thenable<unknown> =>
  vscode.commands.executeCommand(commands.openJson, { row });

function shownEditor(): vscode.TextEditor {
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new Error('No editor is open.');
  return editor;
}

/** Edits the beginning of a text in the two ways there are, and returns what stands there then. */
async function typeInto(editor: vscode.TextEditor): Promise<string> {
  const start = new vscode.Position(0, 0);
  await editor.edit((edit) => edit.insert(start, 'x'));
  editor.selection = new vscode.Selection(start, start);
  await vscode.commands.executeCommand('type', { text: 'y' });
  return editor.document.getText();
}

describe('texts in editors', () => {
  before(activated);
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('show an entry as JSON that cannot be edited', async () => {
    const value = { id: 7, name: 'Überwachung 東京 🚨', nested: { list: [1, null, true] } };
    assert.equal(await openJson({ id: '7', label: 'Monitor 7', value }), undefined);
    const editor = shownEditor();
    assert.equal(editor.document.uri.scheme, 'bearings');
    assert.equal(editor.document.languageId, 'json');
    assert.equal(editor.document.isDirty, false);
    const text = editor.document.getText();
    assert.deepEqual(JSON.parse(text), value);
    assert.ok(text.includes('\n  '), 'it is not laid out in lines');
    assert.equal(await typeInto(editor), text);
    // The same is done to a text that can be edited: it must be able to change one.
    const untitled = await vscode.workspace.openTextDocument({ content: text, language: 'json' });
    assert.equal(await typeInto(await vscode.window.showTextDocument(untitled)), `yx${text}`);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('are titled with the entry, whatever its name', async () => {
    const names = ['../../etc/passwd', '<b>Tag</b>?query#fragment', '', '\u202Eevil', 'a'.repeat(5000)];
    for (const label of names) {
      await openJson({ id: '1', label, value: { label } });
      const { document } = shownEditor();
      assert.deepEqual(JSON.parse(document.getText()), { label });
      const { path } = document.uri;
      assert.match(path, /^\/\d+\/[^/]{1,90}$/u, label.slice(0, 40));
    }
  });

  it('stay apart when two entries have one name', async () => {
    await openJson({ id: '1', label: 'Harbor', value: 'first' });
    const first = shownEditor().document.uri;
    await openJson({ id: '2', label: 'Harbor', value: 'second' });
    assert.equal(shownEditor().document.getText(), '"second"');
    assert.equal((await vscode.workspace.openTextDocument(first)).getText(), '"first"');
  });

  it('say so when a text is not kept any more', async () => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('bearings:/0/gone.json'));
    assert.match(document.getText(), /not kept any more/u);
  });
});

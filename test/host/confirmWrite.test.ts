import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Protection } from '../../src/connections/protection.ts';
import { confirmWrite } from '../../src/editor/panel/confirmWrite.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { MemoryStore } from '../support/valueStore.ts';

const KEY = 'pha_org_practice_confirm_first_0001';
const OTHER = 'pha_org_practice_confirm_other_0002';

describe('asking before a write', () => {
  const { showWarningMessage } = vscode.window;
  afterEach(() => Object.assign(vscode.window, { showWarningMessage }));

  /** Agrees to each question, after something was done while the first one stood. */
  async function askedDuring(change: (desk: Desk) => Promise<unknown>): Promise<readonly string[]> {
    // Nothing listens there, and nothing is sent.
    const desk = await openDesk('http://127.0.0.1:9', { key: KEY });
    const protection = new Protection(new MemoryStore(), desk.connections.onDidRemove);
    const asked: string[] = [];
    const ask = async (_message: string, { detail }: vscode.MessageOptions, agree: string) => {
      asked.push(detail ?? '');
      if (asked.length === 1) await change(desk);
      return agree;
    };
    Object.assign(vscode.window, { showWarningMessage: ask });
    const draft = { connection: desk.connection.id, method: 'POST', path: '/uptime/monitors', project: '1001' };
    assert.equal(await confirmWrite({ ...desk, protection }, draft), true);
    protection.dispose();
    return asked;
  }

  it('asks once where nothing changes', async () => {
    const [question, ...others] = await askedDuring(async () => undefined);
    assert.match(question ?? '', /key …0001/u);
    assert.deepEqual(others, []);
  });

  it('asks again where the key was replaced while the question stood', async () => {
    const asked = await askedDuring(({ connections, connection }) => connections.replaceKey(connection.id, OTHER));
    assert.equal(asked.length, 2);
    assert.match(asked[1] ?? '', /key …0002/u);
  });
});

import type * as vscode from 'vscode';
import type { Disposable } from '../base/disposable.ts';
import { Emitter } from '../base/event.ts';
import type { KeyVault, ValueStore } from '../connections/ports.ts';

const KEY_PREFIX = 'bearings.key.';

/** Values in a Memento of VS Code: per person (`globalState`) or per workspace (`workspaceState`). */
export function mementoStore(memento: vscode.Memento): ValueStore {
  return { get: (name) => memento.get(name), update: (name, value) => memento.update(name, value) };
}

/** Keys in VS Code's secret storage, one secret a connection. */
export function secretVault(secrets: vscode.SecretStorage): KeyVault & Disposable {
  const changed = new Emitter<string>();
  const subscription = secrets.onDidChange(({ key }) => {
    if (key.startsWith(KEY_PREFIX)) changed.fire(key.slice(KEY_PREFIX.length));
  });
  return {
    get: async (id) => secrets.get(KEY_PREFIX + id),
    set: async (id, key) => secrets.store(KEY_PREFIX + id, key),
    delete: async (id) => secrets.delete(KEY_PREFIX + id),
    onDidChange: changed.event,
    dispose() {
      subscription.dispose();
      changed.dispose();
    },
  };
}

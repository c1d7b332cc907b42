import { Connections } from '../../src/connections/connections.ts';
import { type ConnectionInput } from '../../src/connections/connectionInput.ts';
import { type Services, builtInServices } from '../../src/services/registry.ts';
import { ownerKey } from './compose.ts';
import { MemoryVault } from './keyVault.ts';
import { MemoryStore } from './valueStore.ts';

/** Opens connections on stores in memory and records their events. On the same stores they are another window's. */
export function openConnections(parts: { services?: Services; store?: MemoryStore; vault?: MemoryVault } = {}) {
  const { services = builtInServices(), store = new MemoryStore(), vault = new MemoryVault() } = parts;
  const connections = new Connections(services, store, vault);
  const events: string[] = [];
  connections.onDidChange(() => events.push('changed'));
  connections.onDidChangeKey((id) => events.push(`key of ${id}`));
  return { services, store, vault, connections, events };
}

export const input = (changes: Partial<ConnectionInput> = {}): ConnectionInput => ({
  service: 'phare',
  key: ownerKey,
  ...changes,
});

import { startPracticePhare } from '../../support/practice.ts';
import type { PracticePhare } from '../../support/practice.ts';
import type { Connection } from '../../../src/connections/connection.ts';
import { type Activated, activated } from './harness.ts';

export interface Connected extends Activated {
  readonly phare: PracticePhare;
  readonly connection: Connection;
  readonly key: string;
  /** Adds another connection to the same stand-in, by the name of one of its keys. */
  add(key: string, label?: string): Promise<Connection>;
  /** Removes every stored connection and stops the stand-in. */
  end(): Promise<void>;
}

/** The stand-in of Phare running in the extension host, with a stored connection to it that has the owner's key. */
export async function connected(): Promise<Connected> {
  const { bearings, context } = await activated();
  const phare = await startPracticePhare({ services: ['phare'] });
  const keyNamed = (name: string): string => {
    const key = phare.control.keys[name];
    if (key === undefined) throw new Error(`The stand-in has no key "${name}".`);
    return key;
  };
  const add = (name: string, label = name): Promise<Connection> =>
    bearings.connections.add({ service: 'phare', key: keyNamed(name), label, baseUrl: phare.service.baseUrl });
  const connection = await add('owner', 'Owner');
  return {
    bearings,
    context,
    phare,
    connection,
    key: keyNamed('owner'),
    add,
    async end() {
      await removeAll(bearings);
      await phare.stop();
    },
  };
}

/** Removes every stored connection. */
export async function removeAll(bearings: Activated['bearings']): Promise<void> {
  for (const { id } of bearings.connections.list()) {
    if (!id.startsWith('practice-')) await bearings.connections.remove(id);
  }
}

import type { Exchange } from '../../client/exchange.ts';
import { HistoryFolder } from './historyFolder.ts';
import type { KeepingParts } from './parts.ts';

/** The exchange of that id, as the history keeps it. Undefined where it does not. Never fails. */
export async function findKept({ storage, log }: KeepingParts, id: string): Promise<Exchange | undefined> {
  try {
    return (await new HistoryFolder(storage).find(id))?.exchange;
  } catch (error) {
    log.error('The history could not be read', error);
    return undefined;
  }
}

import type { Exchange } from '../../client/exchange.ts';
import { type HistoryEntry, entryToKeep } from '../../client/history.ts';
import type { Project } from '../../connections/connection.ts';
import type { Log } from '../log.ts';
import type { PanelDraft } from '../panel/protocol.ts';
import { historyLimit } from '../settings.ts';
import { connectionTitle } from '../words.ts';
import { withProjectName } from './entryWords.ts';
import { HistoryFolder } from './historyFolder.ts';
import type { KeepingParts } from './parts.ts';

export interface HistoryParts extends Pick<KeepingParts, 'connections' | 'services' | 'storage'> {
  readonly log: Pick<Log, 'error'>;
}

/** What this window is writing now. */
const underWay = new Set<Promise<void>>();

/** Waits until all that was sent by now is in the history: a person may look there right after the answer came. */
export async function keptByNow(): Promise<void> {
  await Promise.allSettled(underWay);
}

/**
 * Keeps what a person sent in the history of the workspace. What never went out is not kept.
 * @param project the one that was chosen then, for its name. Never fails: what could not be kept stands in the log.
 */
export async function keepInHistory(
  parts: HistoryParts,
  draft: PanelDraft,
  project: Project | undefined,
  exchange: Exchange,
): Promise<void> {
  const maximum = historyLimit();
  if (maximum === 0 || exchange.callsSpent === 0) return;
  const written = write(parts, draft, project, exchange, maximum);
  underWay.add(written);
  await written;
  underWay.delete(written);
}

async function write(
  parts: HistoryParts,
  draft: PanelDraft,
  project: Project | undefined,
  exchange: Exchange,
  maximum: number,
): Promise<void> {
  const { connections, services, storage, log } = parts;
  try {
    const connection = connections.find(exchange.connection);
    const entry: Omit<HistoryEntry, 'omitted'> = {
      connection: exchange.connection,
      connectionTitle: connection
        ? connectionTitle(connection, connections.definitionOf(connection))
        : exchange.service,
      ...sentTo(exchange, project),
      draft,
      exchange: withProjectName(exchange, project),
    };
    const keys = await Promise.all(connections.list().map(({ id }) => connections.key(id)));
    const known = { keys: keys.filter((key) => key !== undefined), definitions: services.list() };
    await new HistoryFolder(storage).add(entryToKeep(entry, known), maximum);
  } catch (error) {
    log.error('A request could not be kept in the history', error);
  }
}

/** The stamp says which project it was; the chosen one knows more of it when it is the same. */
function sentTo({ scope }: Exchange, chosen: Project | undefined): { project?: Project } {
  if (scope.project === undefined) return {};
  if (chosen?.id === scope.project) return { project: chosen };
  return { project: { id: scope.project, name: scope.projectName ?? scope.project } };
}

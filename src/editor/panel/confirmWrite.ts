import type { RequestDraft } from '../../client/draft.ts';
import type { ServiceDefinition } from '../../services/definition.ts';
import { findOperation, isRead } from '../../services/operations.ts';
import { confirm } from '../messages.ts';
import type { PanelDestination } from './protocol.ts';

/** A request that may change something is sent only after the person agreed to where it goes. A read asks nothing. */
export async function confirmWrite(
  { method, path }: RequestDraft,
  definition: ServiceDefinition,
  destination: PanelDestination | undefined,
): Promise<boolean> {
  const plainPath = path.split('?')[0] ?? path;
  if (isRead(findOperation(definition, method, plainPath) ?? { method: method as 'GET' })) return true;
  return confirm(
    `${method} ${plainPath} may change data. Send it?`,
    `It goes to ${destination?.connection} / ${destination?.project} with ${destination?.key}, once, and is not repeated.`,
    'Send',
  );
}

import type { Exchange } from '../../client/exchange.ts';
import { InputError } from '../../connections/inputError.ts';
import { saveRequest } from '../httpFiles/saveRequest.ts';
import type { PanelContext } from '../panel/context.ts';
import type { FromPanel, PanelDraft } from '../panel/protocol.ts';
import { copyIn, pickFormat } from './copyAs.ts';
import { compareExchange } from './compare.ts';
import { openHistory } from './history.ts';
import { keepInHistory } from './keepSent.ts';
import type { KeepingParts } from './parts.ts';
import { sendElsewhere } from './sendElsewhere.ts';

/** The messages of a panel's page that are about keeping a request or its answer. */
export type KeepingMessage = Extract<
  FromPanel,
  { readonly type: 'saveRequest' | 'sendElsewhere' | 'copyAs' | 'openHistory' | 'compare' }
>;

/** Does what a panel's page asked for. Why it cannot be done is told in the panel. */
export async function handleKeeping(
  parts: KeepingParts,
  message: KeepingMessage,
  context: PanelContext,
): Promise<void> {
  context.tell(undefined);
  try {
    await handle(parts, message, context);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    context.tell(error.message);
  }
}

function handle(parts: KeepingParts, message: KeepingMessage, context: PanelContext): Promise<void> {
  switch (message.type) {
    case 'openHistory':
      return openHistory(parts);
    case 'compare':
      return compareShown(parts, message.answer, context.exchange);
    case 'copyAs':
      return copyPanelRequest(parts, message.draft, context);
    case 'sendElsewhere':
      return sendElsewhere(parts, message.draft, context);
    case 'saveRequest':
      return saveRequest(parts, message.draft, context);
  }
}

/** What the page asks for of an answer that the panel does not show any more is not done. */
async function compareShown(parts: KeepingParts, answer: string, exchange: Exchange | undefined): Promise<void> {
  if (exchange?.id === answer) await compareExchange(parts, exchange);
}

async function copyPanelRequest(parts: KeepingParts, draft: PanelDraft, context: PanelContext): Promise<void> {
  const format = await pickFormat(parts.memory);
  if (!format) return;
  const connection = parts.connections.get(context.connection);
  const definition = parts.connections.definitionOf(connection);
  await copyIn(parts, format.id, { draft: context.request(draft), connection, definition, project: context.project });
}

/** Keeps what a person sent from a panel in the history. Never fails: what could not be kept stands in the log. */
export async function keepSent(
  parts: KeepingParts,
  draft: PanelDraft,
  context: PanelContext,
  exchange: Exchange,
): Promise<void> {
  await keepInHistory(parts, draft, context.project, exchange);
}

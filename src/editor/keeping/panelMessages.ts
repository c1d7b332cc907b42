import type { Exchange } from '../../client/exchange.ts';
import type { PanelContext } from '../panel/context.ts';
import type { FromPanel, PanelDraft } from '../panel/protocol.ts';
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

/** Does what a panel's page asked for. Why something could not be done is told in the panel. */
export async function handleKeeping(
  parts: KeepingParts,
  message: KeepingMessage,
  context: PanelContext,
): Promise<void> {
  context.tell(undefined);
  switch (message.type) {
    case 'openHistory':
      return openHistory(parts);
    case 'compare':
      return context.exchange?.id === message.answer ? compareExchange(parts, context.exchange) : undefined;
    case 'sendElsewhere':
      return sendElsewhere(parts, message.draft, context);
    default:
      return undefined;
  }
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

import type { RequestDraft } from '../../client/draft.ts';
import type { Exchange } from '../../client/exchange.ts';
import type { Project } from '../../connections/connection.ts';
import type { PanelDraft } from './protocol.ts';

/** What the doings around a request panel, such as saving or comparing, may know of the panel they were asked from. */
export interface PanelContext {
  readonly connection: string;
  /** The project that Send would name: the one the panel was opened for, or else the selected one. */
  readonly project: Project | undefined;
  /** The exchange that the panel shows. */
  readonly exchange: Exchange | undefined;
  /** The draft that it was the answer to. */
  readonly sent: PanelDraft | undefined;
  /** The request that Send would make of a draft. */
  request(draft: PanelDraft): RequestDraft;
  /** Shows in the panel why something could not be done; undefined takes it away. */
  tell(problem: string | undefined): void;
}

import type * as vscode from 'vscode';
import type { Budget } from '../../client/budget.ts';
import type { Client } from '../../client/client.ts';
import type { Exchange } from '../../client/exchange.ts';
import type { Project } from '../../connections/connection.ts';
import type { Connections } from '../../connections/connections.ts';
import type { ValueStore } from '../../connections/ports.ts';
import type { Protection } from '../../connections/protection.ts';
import type { Selection } from '../../connections/selection.ts';
import type { LateDiagnosis } from '../../diagnosis/lateDiagnosis.ts';
import type { Projects } from '../../resources/projects.ts';
import type { Services } from '../../services/registry.ts';
import type { Documents } from '../documents.ts';
import type { Log } from '../log.ts';
import type { PanelDraft } from '../panel/protocol.ts';

/** What keeping asks of the request panels. */
export interface OpenPanels {
  /**
   * Opens a panel with a draft, pinned to a project, that shows an answer given earlier.
   * @param connection its id; the connection may be gone by now.
   */
  showKept(connection: string, draft: PanelDraft, project: Project | undefined, exchange: Exchange): Promise<void>;
  /** Opens a panel to compose a request. Sends nothing. */
  compose(connection: string, draft: Partial<PanelDraft>, project?: Project): Promise<void>;
  /** The exchanges that open panels show. */
  exchanges(): readonly Exchange[];
}

/** What saving, comparing, copying and the history are made from. */
export interface KeepingParts {
  readonly services: Services;
  readonly connections: Connections;
  readonly selection: Selection;
  readonly client: Client;
  readonly budget: Budget;
  readonly projects: Projects;
  readonly protection: Protection;
  readonly diagnosis: LateDiagnosis;
  readonly documents: Documents;
  readonly log: Log;
  readonly panels: () => OpenPanels;
  /** The extension's folder for this workspace; its own where no workspace is open. */
  readonly storage: vscode.Uri;
  /** Remembers this workspace's choices, such as the file that requests are saved to. */
  readonly memory: ValueStore;
}

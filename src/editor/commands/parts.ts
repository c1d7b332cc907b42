import type { Budget } from '../../client/budget.ts';
import type { Client } from '../../client/client.ts';
import type { Connections } from '../../connections/connections.ts';
import type { Selection } from '../../connections/selection.ts';
import type { Diagnoser } from '../../diagnosis/diagnoser.ts';
import type { KeyCheck } from '../../diagnosis/keyReport.ts';
import type { Projects } from '../../resources/projects.ts';
import type { Resources } from '../../resources/resources.ts';
import type { Services } from '../../services/registry.ts';
import type { Documents } from '../documents.ts';
import type { Log } from '../log.ts';
import type { OwnServices } from '../ownServices.ts';
import type { RequestPanels } from '../panel/requestPanels.ts';
import type { PracticeMode } from '../practiceMode.ts';
import type { Explorer } from '../tree/explorer.ts';

/** What commands are made from. */
export interface CommandParts {
  readonly services: Services;
  readonly connections: Connections;
  readonly selection: Selection;
  readonly client: Client;
  readonly budget: Budget;
  readonly projects: Projects;
  readonly resources: Resources;
  readonly keyCheck: KeyCheck;
  readonly diagnoser: Diagnoser;
  readonly documents: Documents;
  readonly log: Log;
  readonly ownServices: OwnServices;
  readonly panels: RequestPanels;
  readonly practice: PracticeMode;
  readonly explorer: Explorer;
}

import type { CoreParts } from '../../contract.ts';
import type { LateDiagnosis } from '../../diagnosis/lateDiagnosis.ts';
import type { Protection } from '../../connections/protection.ts';
import type { Documents } from '../documents.ts';
import type { KeepingParts } from '../keeping/parts.ts';
import type { Log } from '../log.ts';
import type { OwnServices } from '../ownServices.ts';
import type { RequestPanels } from '../panel/requestPanels.ts';
import type { PracticeMode } from '../practiceMode.ts';
import type { Explorer } from '../tree/explorer.ts';

/** What commands are made from. */
export interface CommandParts extends CoreParts {
  readonly diagnosis: LateDiagnosis;
  readonly protection: Protection;
  readonly documents: Documents;
  readonly keeping: KeepingParts;
  readonly log: Log;
  readonly ownServices: OwnServices;
  readonly panels: RequestPanels;
  readonly practice: PracticeMode;
  readonly explorer: Explorer;
}

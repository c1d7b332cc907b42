import type { Budget } from '../../client/budget.ts';
import type { Connections } from '../../connections/connections.ts';
import type { Protection } from '../../connections/protection.ts';
import type { Selection } from '../../connections/selection.ts';
import type { LateDiagnosis } from '../../diagnosis/lateDiagnosis.ts';
import type { Projects } from '../../resources/projects.ts';
import type { Resources } from '../../resources/resources.ts';

/** What rows are made from. */
export interface TreeParts {
  readonly connections: Connections;
  readonly selection: Selection;
  readonly projects: Projects;
  readonly protection: Protection;
  readonly resources: Resources;
  readonly diagnosis: LateDiagnosis;
  readonly budget: Budget;
  /** By row id, what the rows of a collection are filtered by. */
  readonly filters: ReadonlyMap<string, string>;
}

import type { FixedWindowBudget } from '../shared/budget.ts';
import { Table } from '../shared/table.ts';

export const APPS = ['sms', 'discord', 'email', 'ilert', 'ntfy', 'outgoing_webhook', 'pushover', 'slack', 'telegram'];

/** Everything one organization has. Its keys share the budget. */
export class Organization {
  readonly budget: FixedWindowBudget;
  readonly projects: Table;
  readonly users: Table;
  readonly integrations: ReadonlyMap<string, Table>;
  readonly alertRules: Table;
  readonly monitors: Table;
  readonly incidents: Table;
  /** The updates of an incident, owned by the incident's id. */
  readonly incidentUpdates: Table;
  readonly maintenanceWindows: Table;
  readonly statusPages: Table;
  /** Alert rules that may not be deleted. The documents give the status (409) and no reason; being in use is ours. */
  readonly alertRulesInUse = new Set<number>();
  #lastIncidentNumber = 100;

  constructor(firstProjectId: number, firstId: number, budget: FixedWindowBudget) {
    this.budget = budget;
    this.projects = new Table(firstProjectId);
    this.users = new Table(firstId + 1);
    this.integrations = new Map(APPS.map((app, index) => [app, new Table(firstId + 100 + index * 10)]));
    this.alertRules = new Table(firstId + 300);
    this.monitors = new Table(firstId + 10_000);
    this.incidents = new Table(firstId + 30_000);
    this.incidentUpdates = new Table(firstId + 40_000);
    this.maintenanceWindows = new Table(firstId + 50_000);
    this.statusPages = new Table(firstId + 60_000);
  }

  nextIncidentNumber(): number {
    return ++this.#lastIncidentNumber;
  }

  /** Deletes a project with all that is in it. */
  removeProject(id: number): void {
    for (const incident of this.incidents.list(id)) this.incidentUpdates.removeOwnedBy(incident.id);
    for (const table of [this.alertRules, this.monitors, this.incidents, this.maintenanceWindows, this.statusPages]) {
      table.removeOwnedBy(id);
    }
    this.projects.remove(id);
  }
}

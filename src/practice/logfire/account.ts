import type { FixedWindowBudget } from '../shared/budget.ts';
import { type Row, Rows } from '../shared/rows.ts';
import { ORGANIZATION_KIND } from './keys.ts';

/** Everything one organization of one region has. Its keys share the budget. */
export class Account {
  readonly budget: FixedWindowBudget;
  readonly region: string;
  readonly organizations: Rows;
  readonly projects: Rows;
  readonly members: Rows;
  readonly invitations: Rows;
  readonly apiKeys: Rows;
  readonly channels: Rows;
  readonly auditLogs: Rows;
  readonly providers: Rows;
  readonly schedules: Rows;
  readonly alerts: Rows;
  readonly dashboards: Rows;
  readonly writeTokens: Rows;
  readonly readTokens: Rows;
  readonly variables: Rows;
  readonly slos: Rows;
  readonly datasets: Rows;
  readonly frontendApplications: Rows;
  /** Owned by the frontend application's id. */
  readonly frontendTokens: Rows;
  groupMappings: readonly unknown[] = [];
  #secrets = 0;

  constructor(region: string, account: number, budget: FixedWindowBudget) {
    this.region = region;
    this.budget = budget;
    const rows = (kind: number) => new Rows(kind, account);
    this.organizations = rows(ORGANIZATION_KIND);
    this.projects = rows(2);
    this.members = rows(3);
    this.invitations = rows(4);
    this.apiKeys = rows(5);
    this.channels = rows(6);
    this.auditLogs = rows(7);
    this.providers = rows(8);
    this.schedules = rows(9);
    this.alerts = rows(10);
    this.dashboards = rows(11);
    this.writeTokens = rows(12);
    this.readTokens = rows(13);
    this.variables = rows(14);
    this.slos = rows(15);
    this.datasets = rows(16);
    this.frontendApplications = rows(17);
    this.frontendTokens = rows(18);
  }

  /** The organization the keys belong to. Others, of a self-hosted instance, are owned by the instance. */
  get organization(): Row {
    return this.organizations.list('own')[0] ?? { id: '' };
  }

  /** A new secret, answered once and plainly made up. */
  newSecret(kind: string): string {
    this.#secrets += 1;
    return `pylf_v1_${this.region}_practice${kind}${String(this.#secrets).padStart(12, '0')}`;
  }

  removeProject(project: Row): void {
    const { alerts, dashboards, writeTokens, readTokens, variables, slos, datasets } = this;
    for (const application of this.frontendApplications.list(project.id)) {
      this.frontendTokens.removeOwnedBy(application.id);
    }
    for (const rows of [alerts, dashboards, writeTokens, readTokens, variables, slos, datasets]) {
      rows.removeOwnedBy(project.id);
    }
    this.frontendApplications.removeOwnedBy(project.id);
    this.projects.remove(project);
  }
}

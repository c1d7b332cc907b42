import type { FixedWindowBudget } from '../shared/budget.ts';
import { Table } from '../shared/table.ts';

export interface Budgets {
  readonly basic: FixedWindowBudget;
  readonly search: FixedWindowBudget;
}

/** Everything one organization has. Its keys share the budgets; what a tenant has is owned by the tenant's id. */
export class Organization {
  readonly id: number;
  readonly budgets: Budgets;
  searchesLeft: number;
  readonly tenants: Table;
  readonly members: Table;
  readonly identifiers: Table;
  readonly groups: Table;
  readonly events: Table;
  /** Owned by the tenant too; `target` says what they watch. */
  readonly alerts: Table;
  readonly channels: Table;
  readonly policies: Table;
  readonly assignments: Table;
  readonly recommendations: Table;
  readonly reports: Table;
  readonly credentials: Table;
  readonly cookies: Table;
  readonly reportRequests: Table;

  constructor(id: number, firstTenantId: number, budgets: Budgets, searches: number) {
    this.id = id;
    this.budgets = budgets;
    this.searchesLeft = searches;
    const first = id * 100_000;
    this.tenants = new Table(firstTenantId);
    this.members = new Table(id * 10 + 1);
    this.identifiers = new Table(first + 1000);
    this.groups = new Table(first + 3000);
    this.events = new Table(first + 10_000);
    this.alerts = new Table(first + 4000);
    this.channels = new Table(first + 5000);
    this.policies = new Table(first + 6000);
    this.assignments = new Table(first + 7000);
    this.recommendations = new Table(first + 8000);
    this.reports = new Table(first + 9000);
    this.credentials = new Table(first + 30_000);
    this.cookies = new Table(first + 50_000);
    this.reportRequests = new Table(first + 9500);
  }
}

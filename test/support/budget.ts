import type { Clock } from '../../src/base/clock.ts';
import { Budget, type SharedLedger, type Spending } from '../../src/client/budget.ts';

/** What the windows of one VS Code tell each other, in memory. */
export class MemoryLedgers {
  readonly #pages = new Map<string, Map<string, Spending>>();

  /** The ledger of one window. */
  window(name: string): SharedLedger {
    this.#pages.set(name, new Map());
    return {
      others: async (account) =>
        [...this.#pages].flatMap(([window, page]) => (window === name ? [] : (page.get(account) ?? []))),
      publish: async (account, { sent, blockedUntil }) => {
        this.#pages.get(name)?.set(account, { sent: [...sent], blockedUntil });
      },
    };
  }
}

/** A budget of one window alone. Of no key the organization is known, unless the test tells it. */
export function budgetOf(
  clock: Clock,
  organizationOf: (connectionId: string) => string | undefined = () => undefined,
  ledger: SharedLedger = new MemoryLedgers().window('only'),
  behindOthersMs = 0,
): Budget {
  return new Budget({ clock, ledger, organizationOf, behindOthersMs });
}

import type { Disposable } from '../base/disposable.ts';
import { type Event, Emitter } from '../base/event.ts';
import { type Project, readProject } from './connection.ts';
import type { ValueStore } from './ports.ts';

const STORED_UNDER = 'bearings.protectedProjects';

/** Which projects of each connection a person protects: a write to one wants its name typed. Kept for all workspaces. */
export class Protection implements Disposable {
  readonly #store: ValueStore;
  readonly #subscription: Disposable;
  readonly #changed = new Emitter<void>();
  readonly onDidChange: Event<void> = this.#changed.event;
  /** Changes are made one after the other: two at once would each write without the other's change. */
  #last: Promise<unknown> = Promise.resolve();

  /** @param onDidRemove fires with the id of a connection that was removed, whose protection is forgotten then. */
  constructor(store: ValueStore, onDidRemove: Event<string>) {
    this.#store = store;
    this.#subscription = onDidRemove((id) => {
      this.#change(id, () => []).catch(() => undefined);
    });
  }

  of(connectionId: string): readonly Project[] {
    const stored = this.#stored()[connectionId];
    return Array.isArray(stored) ? stored.flatMap((entry) => readProject(entry) ?? []) : [];
  }

  /** The protected project that an id or a slug means; undefined where it means none. */
  find(connectionId: string, idOrSlug: string | undefined): Project | undefined {
    if (idOrSlug === undefined) return undefined;
    return this.of(connectionId).find(({ id, slug }) => id === idOrSlug || slug === idOrSlug);
  }

  protect(connectionId: string, project: Project): Promise<void> {
    return this.#change(connectionId, (projects) => [...without(projects, project.id), project]);
  }

  unprotect(connectionId: string, projectId: string): Promise<void> {
    return this.#change(connectionId, (projects) => without(projects, projectId));
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  #change(connectionId: string, change: (projects: readonly Project[]) => readonly Project[]): Promise<void> {
    const turn = this.#last.then(async () => {
      const { [connectionId]: _, ...others } = this.#stored();
      const projects = change(this.of(connectionId));
      await this.#store.update(STORED_UNDER, projects.length > 0 ? { ...others, [connectionId]: projects } : others);
      this.#changed.fire();
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #stored(): Readonly<Record<string, unknown>> {
    const stored = this.#store.get(STORED_UNDER);
    return typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  }
}

function without(projects: readonly Project[], projectId: string): readonly Project[] {
  return projects.filter(({ id }) => id !== projectId);
}

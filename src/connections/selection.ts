import { type Event, Emitter } from '../base/event.ts';
import type { Disposable } from '../base/disposable.ts';
import { type Project, readProject } from './connection.ts';
import type { ValueStore } from './ports.ts';

const PROJECTS = 'bearings.selectedProjects';
const ACTIVE = 'bearings.activeConnection';
const RECENT = 'bearings.recentProjects';
const RECENT_LIMIT = 5;

export interface RecentProject {
  readonly connection: string;
  readonly project: Project;
}

/** Which project each connection points at, and which connection was chosen last. Kept per workspace. */
export class Selection implements Disposable {
  readonly #store: ValueStore;
  readonly #changed = new Emitter<void>();
  readonly onDidChange: Event<void> = this.#changed.event;

  constructor(store: ValueStore) {
    this.#store = store;
  }

  project(connectionId: string): Project | undefined {
    return readProject(this.#projects()[connectionId]);
  }

  /** The connection chosen last in this workspace. */
  get activeConnection(): string | undefined {
    const id = this.#store.get(ACTIVE);
    return typeof id === 'string' ? id : undefined;
  }

  get recent(): readonly RecentProject[] {
    const stored = this.#store.get(RECENT);
    if (!Array.isArray(stored)) return [];
    return stored.flatMap((entry: { connection?: unknown; project?: unknown } | null) => {
      const project = readProject(entry?.project);
      return project && typeof entry?.connection === 'string' ? [{ connection: entry.connection, project }] : [];
    });
  }

  /** Points a connection at a project, or at none. Sends nothing. */
  async select(connectionId: string, project: Project | undefined): Promise<void> {
    const { [connectionId]: _, ...others } = this.#projects();
    await this.#store.update(PROJECTS, project ? { ...others, [connectionId]: project } : others);
    await this.#store.update(ACTIVE, connectionId);
    if (project) {
      const same = (entry: RecentProject) => entry.connection === connectionId && entry.project.id === project.id;
      const rest = this.recent.filter((entry) => !same(entry));
      await this.#store.update(RECENT, [{ connection: connectionId, project }, ...rest].slice(0, RECENT_LIMIT));
    }
    this.#changed.fire();
  }

  /** Chooses a connection and leaves its project as it is. */
  async activate(connectionId: string): Promise<void> {
    await this.#store.update(ACTIVE, connectionId);
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #projects(): Readonly<Record<string, unknown>> {
    const stored = this.#store.get(PROJECTS);
    return typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  }
}

import type { Connections } from '../connections/connections.ts';
import type { Projects } from './projects.ts';

/**
 * Which keys belong to one organization. Keys do not tell it, but keys that list the same project do: an id of a
 * project is of one organization alone.
 */
export class Organizations {
  readonly #connections: Connections;
  readonly #projects: Projects;
  /** By service, address and project id, a name for the organization. */
  readonly #byProject = new Map<string, string>();
  /** What a connection's key was known to belong to, for the time in which its list is asked for anew. */
  readonly #byKey = new Map<string, string>();

  constructor(connections: Connections, projects: Projects) {
    this.#connections = connections;
    this.#projects = projects;
  }

  /** A name that is the same for two connections of one organization; undefined until a list of projects told it. */
  of(connectionId: string): string | undefined {
    const connection = this.#connections.find(connectionId);
    if (!connection) return undefined;
    const place = `${connection.service} ${connection.baseUrl}`;
    const ids = this.#projects.of(connectionId).entries.map(({ id }) => `${place} ${id}`);
    const key = `${place} ${connectionId} ${connection.keyEnding}`;
    const name = ids.map((id) => this.#byProject.get(id)).find((known) => known !== undefined) ?? ids[0];
    if (name === undefined) return this.#byKey.get(key);
    for (const id of ids) this.#byProject.set(id, name);
    this.#byKey.set(key, name);
    return name;
  }
}

import type { Disposable } from '../base/disposable.ts';
import { type Event, Emitter } from '../base/event.ts';
import { singleLine } from '../base/text.ts';
import type { Client } from '../client/client.ts';
import type { SendOptions } from '../client/wire.ts';
import { asText, firstAt, valueAt } from '../client/json.ts';
import type { Project } from '../connections/connection.ts';
import type { Connections } from '../connections/connections.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import { type ListQuery, type Page, pageRequest, readPage } from './page.ts';
import { PagedList } from './pagedList.ts';

/** No organization seen has more; a list that never ends must not spend the whole budget. */
const MAXIMUM_PAGES = 20;

/** The projects that each connection's key reaches, loaded on demand and kept until refreshed. */
export class Projects implements Disposable {
  readonly #connections: Connections;
  readonly #client: Client;
  readonly #lists = new Map<string, PagedList<Project>>();
  readonly #bound = new Map<string, string>();
  readonly #changed = new Emitter<string>();
  readonly #subscription: Disposable;
  /** Fires with a connection's id when its list changed. */
  readonly onDidChange: Event<string> = this.#changed.event;

  constructor(connections: Connections, client: Client) {
    this.#connections = connections;
    this.#client = client;
    this.#subscription = connections.onDidChangeKey((id) => {
      this.#bound.delete(id);
      this.#lists.get(id)?.reset();
    });
  }

  of(connectionId: string): PagedList<Project> {
    const kept = this.#lists.get(connectionId);
    if (kept) return kept;
    const list = new PagedList(
      (cursor) => this.page(connectionId, cursor),
      () => this.#changed.fire(connectionId),
      ({ id }) => id,
    );
    this.#lists.set(connectionId, list);
    return list;
  }

  /** All projects; fewer where a page was refused. A page that was refused before is asked for once more. */
  async all(connectionId: string): Promise<readonly Project[]> {
    const list = this.of(connectionId);
    await (list.refusal ? list.more() : list.open());
    for (let page = 1; list.hasMore && !list.refusal && page < MAXIMUM_PAGES; page += 1) await list.more();
    return list.entries;
  }

  /** A project that was loaded before, by id or slug; sends nothing. */
  known(connectionId: string, idOrSlug: string): Project | undefined {
    const own = this.#lists.get(connectionId)?.entries ?? [];
    return own.find(({ id }) => id === idOrSlug) ?? own.find(({ slug }) => slug === idOrSlug);
  }

  /**
   * The same, or else what another key's list at the same address calls the project of that id: an id means the same
   * project to every key. Not by a slug, which may be another project's in another organization.
   */
  seen(connectionId: string, idOrSlug: string): Project | undefined {
    const lists = this.#besides(connectionId);
    return (
      this.known(connectionId, idOrSlug) ??
      lists.flatMap(({ entries }) => entries.find(({ id }) => id === idOrSlug) ?? [])[0]
    );
  }

  /** What other keys listed at the same address. */
  #besides(connectionId: string): readonly PagedList<Project>[] {
    const own = this.#connections.find(connectionId);
    const others = this.#connections
      .list()
      .filter(({ id, service, baseUrl }) => id !== own?.id && service === own?.service && baseUrl === own.baseUrl);
    return others.flatMap(({ id }) => this.#lists.get(id) ?? []);
  }

  /** A project by id or slug, with its name where it was seen before; sends nothing. */
  named(connectionId: string, idOrSlug: string): Project {
    return this.seen(connectionId, idOrSlug) ?? { id: idOrSlug, name: idOrSlug };
  }

  /** Keeps what the service told of the one project that a key is bound to. */
  learnBound(connectionId: string, idOrSlug: string): void {
    this.#bound.set(connectionId, idOrSlug);
    this.#changed.fire(connectionId);
  }

  /** The one project that a project-bound key reaches, once a list or the key check has told it. */
  bound(connectionId: string): Project | undefined {
    if (this.#connections.find(connectionId)?.keyKind !== 'one-project') return undefined;
    const told = this.#bound.get(connectionId);
    if (told !== undefined) return this.named(connectionId, told);
    const list = this.#lists.get(connectionId);
    return list?.entries.length === 1 && !list.hasMore ? list.entries[0] : undefined;
  }

  /** Asks for the first page anew and keeps it in place of what was loaded. */
  async refresh(connectionId: string, options: SendOptions): Promise<Page<Project>> {
    const page = await this.page(connectionId, undefined, options);
    if (page.exchange.failure?.kind !== 'aborted') this.of(connectionId).replace(page);
    return page;
  }

  /** One page of the list, asked of the service whatever is kept. */
  async page(
    connectionId: string,
    cursor: string | undefined,
    options: SendOptions = { background: true },
  ): Promise<Page<Project>> {
    const definition = this.#connections.definitionOf(this.#connections.get(connectionId));
    const { path, items, pages = definition.pages } = definition.projects;
    const list: ListQuery = { method: 'GET', path, items, pages, size: 'maximum' };
    const request = pageRequest(list, cursor);
    const exchange = await this.#client.send({ connection: connectionId, ...request, project: null }, options);
    const page = readPage(list, exchange, cursor);
    return { ...page, items: page.items.flatMap((item) => projectFrom(item, definition) ?? []) };
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}

function projectFrom(item: unknown, { projects }: ServiceDefinition): Project | undefined {
  const id = asText(firstAt(item, projects.id));
  if (id === undefined || id === '') return undefined;
  const slug = projects.slug === undefined ? undefined : asText(valueAt(item, projects.slug));
  const name = singleLine(asText(firstAt(item, projects.name)) ?? '');
  return { id, ...(slug && { slug }), name: name || singleLine(slug || id) };
}

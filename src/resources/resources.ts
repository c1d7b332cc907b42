import type { Disposable } from '../base/disposable.ts';
import { type Event, Emitter } from '../base/event.ts';
import type { Client } from '../client/client.ts';
import { InputError } from '../connections/inputError.ts';
import type { Connections } from '../connections/connections.ts';
import type { Selection } from '../connections/selection.ts';
import type { Collection } from '../services/definition.ts';
import { findOperation, isRead } from '../services/operations.ts';
import { type ListQuery, type Page, pageRequest, readPage } from './page.ts';
import { PagedList } from './pagedList.ts';
import { type ResourceRow, rowOf } from './row.ts';

export interface CollectionKey {
  readonly connection: string;
  /** A project's id or slug; undefined for the connection's selection. */
  readonly project: string | undefined;
  /** The path of the list operation. */
  readonly collection: string;
}

/** The collections of each connection and project, loaded on demand and kept until refreshed. */
export class Resources implements Disposable {
  readonly #connections: Connections;
  readonly #selection: Selection;
  readonly #client: Client;
  readonly #lists = new Map<string, { key: CollectionKey; list: PagedList<ResourceRow> }>();
  readonly #changed = new Emitter<CollectionKey>();
  readonly #subscription: Disposable;
  /** Fires with the key of a collection whose list changed. */
  readonly onDidChange: Event<CollectionKey> = this.#changed.event;

  constructor(connections: Connections, selection: Selection, client: Client) {
    this.#connections = connections;
    this.#selection = selection;
    this.#client = client;
    this.#subscription = connections.onDidChangeKey((id) => this.reset((key) => key.connection === id));
  }

  of(key: CollectionKey): PagedList<ResourceRow> {
    // Another selection is another list: what one project was refused or told must not stand for the next.
    const project = key.project ?? this.#selected(key.connection);
    const name = JSON.stringify([key.connection, project, key.collection]);
    const kept = this.#lists.get(name);
    if (kept) return kept.list;
    const list = new PagedList(
      (cursor) => this.page({ ...key, project }, cursor),
      () => this.#changed.fire(key),
    );
    this.#lists.set(name, { key, list });
    return list;
  }

  /** The selected project, for a key that names one. */
  #selected(connectionId: string): string | undefined {
    const isBound = this.#connections.find(connectionId)?.keyKind === 'one-project';
    return isBound ? undefined : this.#selection.project(connectionId)?.id;
  }

  /** Forgets the lists that a person wants to see anew, so that the next look asks again. */
  reset(matches: (key: CollectionKey) => boolean): void {
    for (const { key, list } of this.#lists.values()) if (matches(key)) list.reset();
  }

  /**
   * One page of a collection, asked of the service whatever is kept.
   * @throws InputError for a collection that the service does not have.
   */
  async page(key: CollectionKey, cursor: string | undefined): Promise<Page<ResourceRow>> {
    const definition = this.#connections.definitionOf(this.#connections.get(key.connection));
    const collection = this.collection(key.connection, key.collection);
    const { path, method = 'GET', items = definition.items, pages = definition.pages } = collection;
    const list: ListQuery = { method, path, items, pages, size: 'page' };
    const exchange = await this.#client.send(
      {
        connection: key.connection,
        ...pageRequest(list, cursor),
        ...(key.project !== undefined && { project: key.project }),
      },
      { background: true },
    );
    const page = readPage(list, exchange, cursor);
    return { ...page, items: page.items.map((item) => rowOf(item, collection)) };
  }

  /** What is known of a list: how its rows are made. A documented list without that gets plain rows. */
  collection(connectionId: string, path: string): Collection {
    const definition = this.#connections.definitionOf(this.#connections.get(connectionId));
    const collection = definition.collections.find((candidate) => candidate.path === path);
    if (collection) return collection;
    const operation = findOperation(definition, 'GET', path) ?? findOperation(definition, 'POST', path);
    if (!operation || !isRead(operation)) throw new InputError(`${definition.name} has no collection ${path}.`);
    const method = operation.method === 'POST' ? 'POST' : 'GET';
    return { path, method, title: operation.title, level: 'project', label: ['{name}', '{title}', '{label}'] };
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}

import { type Disposable, DisposableStore, toDisposable } from '../base/disposable.ts';
import { type Event, Emitter } from '../base/event.ts';
import { Secret } from '../base/secret.ts';
import type { KeyKind, ServiceDefinition } from '../services/definition.ts';
import type { Services } from '../services/registry.ts';
import { reasonOf } from '../base/text.ts';
import { type Connection, readConnections } from './connection.ts';
import { type ConnectionInput, usableKey, usableLabel } from './connectionInput.ts';
import { draftConnection } from './draft.ts';
import { InputError } from './inputError.ts';
import { keyTraits } from './keyTraits.ts';
import { atAddress, movedTo } from './region.ts';
import type { KeyVault, ValueStore } from './ports.ts';
import type { TemporaryConnection } from './temporary.ts';

const STORED_UNDER = 'bearings.connections';

/** The connections and their keys: the stored ones, and the temporary ones of practice mode. */
export class Connections implements Disposable {
  readonly services: Services;
  readonly #store: ValueStore;
  readonly #vault: KeyVault;
  readonly #newId: () => string;
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new Emitter<void>());
  readonly #didStore = this.#disposables.add(new Emitter<void>());
  readonly #keyChanged = this.#disposables.add(new Emitter<string>());
  readonly #removed = this.#disposables.add(new Emitter<string>());
  #temporary: readonly TemporaryConnection[] = [];
  readonly #candidates = new Map<string, TemporaryConnection>();
  /** Changes are made one after the other: two at once would each write the list without the other's change. */
  #last: Promise<unknown> = Promise.resolve();
  #announced = '';

  readonly onDidChange: Event<void> = this.#changed.event;
  /** Fires after this window stored a change of the list, for telling the others. */
  readonly onDidStore: Event<void> = this.#didStore.event;
  /** Fires with a connection's id when another key was stored for it, or the same one goes to another region. */
  readonly onDidChangeKey: Event<string> = this.#keyChanged.event;
  /** Fires with the id of a connection that a person removed in this window. */
  readonly onDidRemove: Event<string> = this.#removed.event;

  constructor(services: Services, store: ValueStore, vault: KeyVault, newId: () => string = () => crypto.randomUUID()) {
    this.services = services;
    this.#store = store;
    this.#vault = vault;
    this.#newId = newId;
    this.#announced = JSON.stringify(this.#stored());
    this.#disposables.add(services.onDidChange(() => this.#changed.fire()));
    this.#disposables.add(
      vault.onDidChange((id) => {
        // Another window tells of its changes by the secret that it wrote or deleted.
        this.reload();
        this.#keyChanged.fire(id);
      }),
    );
  }

  list(): readonly Connection[] {
    // A connection of a service that was removed is kept, but cannot be used until the service is back.
    return [...this.#stored(), ...this.#temporary.map(({ connection }) => connection)].filter(({ service }) =>
      this.services.find(service),
    );
  }

  find(id: string): Connection | undefined {
    return this.list().find((connection) => connection.id === id) ?? this.#candidates.get(id)?.connection;
  }

  /** @throws InputError when there is none. */
  get(id: string): Connection {
    const connection = this.find(id);
    if (!connection) throw new InputError('There is no such connection any more. Choose another one.');
    return connection;
  }

  definitionOf(connection: Connection): ServiceDefinition {
    return this.services.get(connection.service);
  }

  isTemporary(id: string): boolean {
    return this.#temporary.some(({ connection }) => connection.id === id);
  }

  /** The key, or undefined when none is stored. Rejects when the storage fails. */
  async key(id: string): Promise<Secret | undefined> {
    const temporary = this.#temporary.find(({ connection }) => connection.id === id) ?? this.#candidates.get(id);
    if (temporary) return temporary.key.reveal() === '' ? undefined : temporary.key;
    const text = await this.#vault.get(id);
    return text === undefined || text === '' ? undefined : new Secret(text);
  }

  /**
   * Checks what would be stored, without storing or sending anything.
   * @throws InputError with the first thing that is wrong.
   */
  draft(input: ConnectionInput): TemporaryConnection {
    return draftConnection(input, this.services, this.#newId());
  }

  /**
   * Lets requests be sent with a connection that is not stored, so that its key can be checked first.
   * Disposing of the result forgets it again, unless it was stored meanwhile.
   */
  tryOut(candidate: TemporaryConnection): Disposable {
    this.#candidates.set(candidate.connection.id, candidate);
    return toDisposable(() => this.#candidates.delete(candidate.connection.id));
  }

  /**
   * Stores a connection and its key; both or neither.
   * Rejects with InputError for input that cannot be used, with Error when a storage refuses.
   */
  async add(input: ConnectionInput): Promise<Connection> {
    return this.store(this.draft(input));
  }

  /** Keeps how far a key reaches, once the service has told it. */
  async learnKind(id: string, keyKind: KeyKind): Promise<void> {
    const candidate = this.#candidates.get(id);
    if (candidate) {
      this.#candidates.set(id, { ...candidate, connection: { ...candidate.connection, keyKind } });
      return;
    }
    if (this.get(id).keyKind === keyKind) return;
    await this.#change(id, (connection) => ({ ...connection, keyKind }), true);
  }

  /** Stores what `draft` made, with what was learnt of it meanwhile; both the connection and its key, or neither. */
  store(draft: TemporaryConnection): Promise<Connection> {
    const { connection, key } = this.#candidates.get(draft.connection.id) ?? draft;
    return this.#inTurn(async () => {
      await this.#storeKey(connection.id, key);
      try {
        await this.#write([...this.#stored(), connection]);
      } catch (error) {
        await this.#vault.delete(connection.id).catch(() => undefined);
        throw new Error(`The connection could not be stored, so its key was not kept either: ${reasonOf(error)}`);
      }
      return connection;
    });
  }

  /** @throws InputError for a label that cannot be used. */
  rename(id: string, label: string): Promise<Connection> {
    return this.#change(id, (connection) => ({ ...connection, label: usableLabel(label, this.services.list()) }));
  }

  /**
   * Points a connection at another region of its service; its id, label and key stay.
   * @throws InputError for a region that there is not, or whose address the connection does not know.
   */
  switchRegion(id: string, region: string): Promise<Connection> {
    return this.#move(id, (old) => movedTo(old, this.definitionOf(old), region), true);
  }

  /** The same for another address in its region. @throws InputError for one that cannot be used. */
  changeAddress(id: string, text: string): Promise<Connection> {
    return this.#move(id, (old) => atAddress(old, this.definitionOf(old), text));
  }

  /** What the key did elsewhere, and what it was exchanged for there, says nothing of it here. */
  async #move(id: string, change: (old: Connection) => Connection, evenTemporary = false): Promise<Connection> {
    const moved = await this.#change(id, change, evenTemporary);
    this.#keyChanged.fire(id);
    return moved;
  }

  /** Stores another key for a connection. The old one stays when anything fails. */
  async replaceKey(id: string, text: string): Promise<Connection> {
    const definition = this.definitionOf(this.get(id));
    const { key } = usableKey(text, definition);
    return this.#inTurn(async () => {
      // First of all: the connection may be gone by now, or be one of which nothing is stored.
      this.#storedConnection(id);
      const old = await this.key(id);
      await this.#storeKey(id, new Secret(key));
      try {
        const { keyService: _, keyRegion: __, ...kept } = this.#storedConnection(id);
        const replaced = { ...kept, ...keyTraits(key, definition, this.services.list()) };
        await this.#write(this.#stored().map((other) => (other.id === id ? replaced : other)));
        return replaced;
      } catch (error) {
        const restored = old ? this.#storeKey(id, old) : this.#vault.delete(id);
        await restored.catch(() => undefined);
        throw error;
      }
    });
  }

  /** Forgets a connection and its key. */
  remove(id: string): Promise<void> {
    return this.#inTurn(async () => {
      this.#storedConnection(id);
      // The key goes first: a connection left without key can be mended or removed again, a key left without
      // connection would stay in the storage with nobody knowing.
      await this.#vault.delete(id);
      await this.#write(this.#stored().filter((connection) => connection.id !== id));
      this.#removed.fire(id);
    });
  }

  /** Puts the connections of practice mode in the place of those there were. */
  setTemporary(temporary: readonly TemporaryConnection[]): void {
    this.#temporary = temporary;
    this.#changed.fire();
  }

  /** Adds a connection of practice mode, in the place of an earlier one where that is named. */
  addTemporary(entry: TemporaryConnection, replaced?: string): void {
    this.setTemporary([...this.#temporary.filter(({ connection }) => connection.id !== replaced), entry]);
  }

  /** Puts a connection of practice mode in the place of the one of its id, which has another key. */
  rekeyTemporary(entry: TemporaryConnection): void {
    const { id } = entry.connection;
    this.setTemporary(this.#temporary.map((other) => (other.connection.id === id ? entry : other)));
    this.#keyChanged.fire(id);
  }

  /** Announces what another window changed. Cheap: call it whenever that may have happened. */
  reload(): void {
    const now = JSON.stringify(this.#stored());
    if (now === this.#announced) return;
    this.#announced = now;
    this.#changed.fire();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #stored(): readonly Connection[] {
    return readConnections(this.#store.get(STORED_UNDER)).connections;
  }

  #storedConnection(id: string): Connection {
    if (this.isTemporary(id)) throw new InputError('This connection belongs to practice mode and cannot be changed.');
    const connection = this.#stored().find((other) => other.id === id);
    if (!connection) throw new InputError('There is no such connection any more. Choose another one.');
    return connection;
  }

  /** @param evenTemporary a change that practice mode's connections may have too; it lasts as long as they do. */
  #change(id: string, change: (connection: Connection) => Connection, evenTemporary = false): Promise<Connection> {
    return this.#inTurn(async () => {
      const temporary = evenTemporary && this.#temporary.find(({ connection }) => connection.id === id);
      if (temporary) {
        const changed = { ...temporary, connection: change(temporary.connection) };
        this.setTemporary(this.#temporary.map((entry) => (entry === temporary ? changed : entry)));
        return changed.connection;
      }
      const changed = change(this.#storedConnection(id));
      await this.#write(this.#stored().map((other) => (other.id === id ? changed : other)));
      return changed;
    });
  }

  async #storeKey(id: string, key: Secret): Promise<void> {
    try {
      await this.#vault.set(id, key.reveal());
    } catch (error) {
      throw new Error(`The key could not be put in VS Code's secret storage, so nothing was saved: ${reasonOf(error)}`);
    }
  }

  async #write(connections: readonly Connection[]): Promise<void> {
    const { unread } = readConnections(this.#store.get(STORED_UNDER));
    await this.#store.update(STORED_UNDER, [...connections, ...unread]);
    this.#announced = JSON.stringify(connections);
    this.#changed.fire();
    this.#didStore.fire();
  }

  #inTurn<T>(change: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(change, change);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

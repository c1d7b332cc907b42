import { type Event, Emitter } from '../base/event.ts';
import { definitions } from './builtIn.ts';
import { parseDefinition } from './checkDefinition.ts';
import type { ServiceDefinition } from './definition.ts';

/** The services that Bearings knows: those on board, and those that the person described. */
export class Services {
  readonly #builtIn: ReadonlyMap<string, () => ServiceDefinition>;
  #own: ReadonlyMap<string, ServiceDefinition> = new Map();
  readonly #changed = new Emitter<void>();
  readonly onDidChange: Event<void> = this.#changed.event;

  /** @param builtIn checked when first asked for, because checking them all would hold up the start. */
  constructor(builtIn: readonly { readonly id: string }[]) {
    this.#builtIn = new Map(builtIn.map((json) => [json.id, once(() => parseDefinition(json))]));
  }

  list(): readonly ServiceDefinition[] {
    return [...[...this.#builtIn.values()].map((read) => read()), ...this.#own.values()];
  }

  find(id: string): ServiceDefinition | undefined {
    return this.#builtIn.get(id)?.() ?? this.#own.get(id);
  }

  isBuiltIn(id: string): boolean {
    return this.#builtIn.has(id);
  }

  /** @throws Error that names the services there are. */
  get(id: string): ServiceDefinition {
    const definition = this.find(id);
    if (definition) return definition;
    const known = [...this.#builtIn.keys(), ...this.#own.keys()].join(', ');
    throw new Error(`There is no service "${id}". Known services: ${known}.`);
  }

  /** Puts the person's own services in the place of those there were. One with a built-in's id is left out. */
  setOwn(own: readonly ServiceDefinition[]): void {
    this.#own = new Map(own.filter(({ id }) => !this.isBuiltIn(id)).map((definition) => [definition.id, definition]));
    this.#changed.fire();
  }
}

/** The definitions that come with Bearings. */
export function builtInServices(): Services {
  return new Services(definitions);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

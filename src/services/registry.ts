import { definitions } from './builtIn.ts';
import { type ServiceDefinition, parseDefinition } from './definition.ts';

/** The services that Bearings knows. */
export class Services {
  readonly #definitions: ReadonlyMap<string, ServiceDefinition>;

  constructor(definitions: readonly ServiceDefinition[]) {
    this.#definitions = new Map(definitions.map((definition) => [definition.id, definition]));
  }

  list(): readonly ServiceDefinition[] {
    return [...this.#definitions.values()];
  }

  find(id: string): ServiceDefinition | undefined {
    return this.#definitions.get(id);
  }

  /** @throws Error that names the services there are. */
  get(id: string): ServiceDefinition {
    const definition = this.#definitions.get(id);
    if (definition) return definition;
    throw new Error(`There is no service "${id}". Known services: ${[...this.#definitions.keys()].join(', ')}.`);
  }
}

/** The definitions that come with Bearings. */
export function builtInServices(): Services {
  return new Services(definitions.map(parseDefinition));
}

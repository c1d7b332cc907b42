import { definitions } from './builtIn.ts';
import { type ServiceDefinition, parseDefinition } from './definition.ts';

/** The services that Bearings knows. */
export class Services {
  readonly #definitions = new Map<string, () => ServiceDefinition>();

  /**
   * @param unchecked definitions that are checked when first asked for, because a check takes milliseconds and most
   *   people use one service. Asking for one that is no definition throws an Error that says why.
   */
  constructor(definitions: readonly ServiceDefinition[], unchecked: readonly { readonly id: string }[] = []) {
    for (const definition of definitions) this.#definitions.set(definition.id, () => definition);
    for (const json of unchecked) {
      let checked: ServiceDefinition | undefined;
      this.#definitions.set(json.id, () => (checked ??= parseDefinition(json)));
    }
  }

  list(): readonly ServiceDefinition[] {
    return [...this.#definitions.values()].map((definition) => definition());
  }

  find(id: string): ServiceDefinition | undefined {
    return this.#definitions.get(id)?.();
  }

  /** @throws Error that names the services there are. */
  get(id: string): ServiceDefinition {
    const definition = this.find(id);
    if (definition) return definition;
    throw new Error(`There is no service "${id}". Known services: ${[...this.#definitions.keys()].join(', ')}.`);
  }
}

/** The definitions that come with Bearings. */
export function builtInServices(): Services {
  return new Services([], definitions);
}

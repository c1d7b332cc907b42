/** Named switches with a closed list of values each; the first value is the default. */
export class Variants<T extends Readonly<Record<string, readonly [string, ...string[]]>>> {
  readonly #choices: T;
  readonly #chosen = new Map<string, string>();

  constructor(choices: T) {
    this.#choices = choices;
  }

  get<N extends keyof T & string>(name: N): T[N][number] {
    // `set` lets in listed values only.
    return (this.#chosen.get(name) ?? this.#choices[name]?.[0]) as T[N][number];
  }

  /** @throws for a name or a value that is not listed. */
  set(name: string, value: string): void {
    const values = this.#choices[name];
    if (values === undefined) {
      throw new Error(`No variant is called "${name}". There are: ${Object.keys(this.#choices).join(', ')}.`);
    }
    if (!values.includes(value)) {
      throw new Error(`The variant "${name}" has no value "${value}". There are: ${values.join(', ')}.`);
    }
    this.#chosen.set(name, value);
  }

  reset(): void {
    this.#chosen.clear();
  }
}

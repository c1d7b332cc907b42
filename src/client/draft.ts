/** A request as a person or a program asks for it. */
export interface RequestDraft {
  /** A connection's id. */
  readonly connection: string;
  readonly method: string;
  /** Below the base URL, with its placeholders filled but for the project's own; may carry a query. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** A project's id or slug. Left out: the selected one. Null: none. */
  readonly project?: string | null;
}

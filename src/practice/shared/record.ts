/** One request as it arrived, and the status it was answered with. */
export interface RecordedRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Undefined while unanswered, and for ever when the connection was reset or left hanging. */
  readonly status: number | undefined;
}

const MOST_REQUESTS_KEPT = 2000;

/** The latest requests of one stand-in. It holds headers in clear: its own keys open nothing but practice data. */
export class RequestRecord {
  readonly #entries: { -readonly [field in keyof RecordedRequest]: RecordedRequest[field] }[] = [];

  get entries(): readonly RecordedRequest[] {
    return this.#entries.map((entry) => ({ ...entry }));
  }

  /** Adds a request; the returned function notes the status once there is one. */
  add(request: Omit<RecordedRequest, 'status'>): (status: number) => void {
    const entry = { ...request, status: undefined as number | undefined };
    this.#entries.push(entry);
    if (this.#entries.length > MOST_REQUESTS_KEPT) this.#entries.shift();
    return (status) => {
      entry.status = status;
    };
  }

  forget(): void {
    this.#entries.length = 0;
  }
}

import type { RequestDraft } from '../../client/draft.ts';
import { countDown } from '../countdown.ts';
import { confirmWrite } from './confirmWrite.ts';
import type { PanelParts, Sent } from './parts.ts';
import type { PanelDestination, PanelDraft } from './protocol.ts';

/** What one panel sends: one thing at a time, with its progress, and the answer to what was sent last. */
export class Requesting {
  readonly #parts: PanelParts;
  readonly #connection: string;
  /** Told of each change of what is shown. */
  readonly #changed: () => void;
  #sent: Sent | undefined;
  #underWay: AbortController | undefined;
  #progress: string | undefined;

  constructor(parts: PanelParts, connection: string, sent: Sent | undefined, changed: () => void) {
    this.#parts = parts;
    this.#connection = connection;
    this.#sent = sent;
    this.#changed = changed;
  }

  get sent(): Sent | undefined {
    return this.#sent;
  }

  /** In words; undefined when nothing is under way. */
  get progress(): string | undefined {
    return this.#progress;
  }

  cancel(): void {
    this.#underWay?.abort();
  }

  /**
   * Sends what was composed, after the person agreed where it may change something.
   * @param draft the request that it stands for, its project read when Send was pressed.
   * @returns whether it came to an exchange.
   */
  async send(composed: PanelDraft, draft: RequestDraft, destination: PanelDestination | undefined): Promise<boolean> {
    const { client, connections, diagnoser } = this.#parts;
    const definition = connections.definitionOf(connections.get(this.#connection));
    let isSent = false;
    await this.#busy(async (signal) => {
      if (!(await confirmWrite(draft, definition, destination))) return;
      this.#showProgress('Sending…');
      const onWait = (milliseconds: number) => this.#tellWait(milliseconds, signal);
      const exchange = await client.send(draft, { signal, onWait });
      this.#sent = { draft: composed, answered: { exchange, diagnoses: diagnoser.diagnose(exchange) } };
      isSent = true;
    });
    return isSent;
  }

  /** Sends the safe reads that tell the causes of the shown refusal apart, each shown as it goes. */
  async probe(): Promise<void> {
    const sent = this.#sent;
    if (!sent) return;
    await this.#busy(async (signal) => {
      const { exchange } = sent.answered;
      const told = (read: string) => this.#showProgress(`Finding out: ${read}`);
      const diagnoses = await this.#parts.diagnoser.investigate(exchange, { signal, told });
      this.#sent = { ...sent, answered: { exchange, diagnoses, isProbed: true } };
    });
  }

  /** What is asked for while something is under way is not done. */
  async #busy(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    if (this.#underWay) return;
    const abort = new AbortController();
    this.#underWay = abort;
    try {
      await work(abort.signal);
    } finally {
      this.#underWay = undefined;
      this.#progress = undefined;
      this.#changed();
    }
  }

  /** Says each second how long the budget still makes the request wait. */
  #tellWait(milliseconds: number, signal: AbortSignal): void {
    const until = Date.now() + milliseconds;
    const { name } = this.#parts.connections.definitionOf(this.#parts.connections.get(this.#connection));
    const tell = (seconds: number) => this.#showProgress(`${name} allows the next call in ${seconds} s`);
    void countDown(() => until, signal, tell).then(() => this.#showProgress('Sending…'));
  }

  /** Nothing is shown any more once the request is done. */
  #showProgress(progress: string): void {
    if (!this.#underWay) return;
    this.#progress = progress;
    this.#changed();
  }
}

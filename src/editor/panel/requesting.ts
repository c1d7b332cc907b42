import * as vscode from 'vscode';
import type { Exchange } from '../../client/exchange.ts';
import type { RequestDraft } from '../../client/draft.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { commands } from '../../manifest.ts';
import { findOperation, operationKey } from '../../services/operations.ts';
import { countDown } from '../countdown.ts';
import { probingMode } from '../settings.ts';
import { byteSize } from '../words.ts';
import { type Attempt, helpedWords } from './attempt.ts';
import { countedStore } from './bodyProgress.ts';
import { confirmWrite } from './confirmWrite.ts';
import { type Environment, environmentOf } from './environment.ts';
import type { Answered, OnePanelParts, Sent } from './parts.ts';
import type { PanelDraft } from './protocol.ts';

/** A request under way: what was composed, and what it goes out with whatever is chosen meanwhile. */
interface Going {
  readonly draft: PanelDraft;
  readonly environment: Environment | undefined;
}

/** What one panel sends: one thing at a time, with its progress, and the answer to what was sent last. */
export class Requesting {
  readonly #parts: OnePanelParts;
  readonly #connection: string;
  /** Told of each change of what is shown. */
  readonly #changed: () => void;
  #sent: Sent | undefined;
  #attempt: Attempt | undefined;
  #sendingAttempt: Attempt | undefined;
  #keyChanges = 0;
  #underWay: AbortController | undefined;
  #going: Going | undefined;
  #progress: string | undefined;

  constructor(parts: OnePanelParts, connection: string, sent: Sent | undefined, changed: () => void) {
    this.#parts = parts;
    this.#connection = connection;
    this.#sent = sent;
    this.#changed = changed;
  }

  get sent(): Sent | undefined {
    return this.#sent;
  }

  get going(): Going | undefined {
    return this.#going;
  }

  /** In words; undefined when nothing is under way. */
  get progress(): string | undefined {
    return this.#progress;
  }

  /** The action taken since the shown answer, for which the request is worth sending again. */
  get attempt(): Attempt | undefined {
    return this.#attempt;
  }

  /** Keeps an action that was taken, to tell after the next Send whether it helped. */
  try(attempt: Attempt | undefined): void {
    this.#attempt = attempt ?? this.#attempt;
    this.#changed();
  }

  /** Does what may send the request by itself, and tells by the answer whether that helped. */
  async trying(attempt: Attempt | undefined, work: () => Thenable<unknown>): Promise<void> {
    this.#sendingAttempt = attempt;
    try {
      await work();
    } finally {
      this.#sendingAttempt = undefined;
    }
  }

  keyWasReplaced(): void {
    this.#keyChanges += 1;
  }

  /** What a request would go out with now. */
  environment(draft: RequestDraft): Environment | undefined {
    return environmentOf(this.#parts, draft, this.#keyChanges);
  }

  /** The causes of the shown refusal, with an offer to find out where they are in doubt and reads could tell. */
  diagnoses({ exchange, diagnoses, isProbed }: Answered): readonly Diagnosis[] {
    const [first, ...others] = diagnoses;
    if (!first || isProbed || probingMode() === 'never' || !this.#parts.diagnoser.canProbe(exchange)) return diagnoses;
    const offer = {
      title: vscode.l10n.t('Find out (sends up to 3 reads)'),
      command: commands.probe,
      arguments: [{ exchange: exchange.id }],
    };
    return [{ ...first, actions: [...first.actions, offer] }, ...others];
  }

  /** @param gone why a secret that is shown once can be had no more; empty where it still can. */
  tookSecret(place: number, gone: string): void {
    const sent = this.#sent;
    if (!sent || gone === '') return;
    const { onceSecrets = [] } = sent.answered.exchange;
    this.#sent = {
      ...sent,
      gone: onceSecrets.map((_, index) => (index === place ? gone : (sent.gone?.[index] ?? ''))),
    };
    this.#changed();
  }

  cancel(): void {
    this.#underWay?.abort();
  }

  /**
   * Sends what was composed, after the person agreed where it may change something.
   * @param draft the request that it stands for.
   * @returns whether it came to an exchange.
   */
  async send(composed: PanelDraft, draft: RequestDraft): Promise<boolean> {
    let isSent = false;
    await this.#busy(async (signal) => {
      if (!(await confirmWrite(this.#parts, draft))) return;
      const environment = this.environment(draft);
      this.#going = { draft: composed, environment };
      this.#showProgress(vscode.l10n.t('Sending…'));
      const onWait = (milliseconds: number) => this.#tellWait(milliseconds, signal);
      const received = (bytes: number) => this.#showProgress(vscode.l10n.t('Receiving… {0} so far', byteSize(bytes)));
      const bodyStore = this.#parts.bodyStore && countedStore(this.#parts.bodyStore, this.#titleOf(composed), received);
      const onFirstPart = (exchange: Exchange) => {
        if (signal.aborted || this.#underWay?.signal !== signal) return;
        const answered = { exchange, diagnoses: [] };
        this.#sent = { draft: composed, answered, environment, isArriving: true };
        this.#changed();
      };
      const exchange = await this.#parts.client.send(draft, { signal, onWait, bodyStore, onFirstPart });
      const answered = { exchange, diagnoses: this.#parts.diagnoser.diagnose(exchange) };
      this.#going = undefined;
      this.#sent = { draft: composed, answered, environment, helped: this.#helped(composed, answered) };
      this.#attempt = undefined;
      isSent = true;
      if (probingMode() === 'always' && this.#parts.diagnoser.canProbe(exchange)) await this.#investigate(signal);
    });
    return isSent;
  }

  /** Sends the safe reads that tell the causes of the shown refusal apart, each shown as it goes. */
  async probe(): Promise<void> {
    await this.#busy((signal) => this.#investigate(signal));
  }

  async #investigate(signal: AbortSignal): Promise<void> {
    const sent = this.#sent;
    if (!sent || signal.aborted) return;
    const { exchange } = sent.answered;
    const told = (read: string) => this.#showProgress(vscode.l10n.t('Finding out: {0}', read));
    const diagnoses = await this.#parts.diagnoser.investigate(exchange, { signal, told });
    // Ended by the person, it may be gone on with.
    this.#sent = { ...sent, answered: { exchange, diagnoses, isProbed: !signal.aborted } };
  }

  /** What the body of an answer is called. A path that no operation has may hold anything, so it stays out of names. */
  #titleOf({ method, path }: PanelDraft): string {
    const { connections } = this.#parts;
    const definition = connections.definitionOf(connections.get(this.#connection));
    const operation = findOperation(definition, method, path);
    return operation ? operationKey(operation) : method;
  }

  #helped(composed: PanelDraft, answered: Answered): string {
    const attempt = this.#sendingAttempt ?? this.#attempt;
    if (!attempt) return '';
    const { connections } = this.#parts;
    const connection = connections.find(this.#connection);
    const one = connection ? connections.definitionOf(connection).projectTerm.one : 'project';
    return helpedWords(attempt, composed, answered, one);
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
      this.#going = undefined;
      this.#progress = undefined;
      this.#changed();
    }
  }

  /** Says each second how long the budget still makes the request wait. */
  #tellWait(milliseconds: number, signal: AbortSignal): void {
    const until = Date.now() + milliseconds;
    const { name } = this.#parts.connections.definitionOf(this.#parts.connections.get(this.#connection));
    const tell = (seconds: number) =>
      this.#showProgress(vscode.l10n.t('{0} allows the next call in {1} s', name, seconds));
    void countDown(() => until, signal, tell).then(() => this.#showProgress(vscode.l10n.t('Sending…')));
  }

  /** Nothing is shown any more once the request is done. */
  #showProgress(progress: string): void {
    if (!this.#underWay) return;
    this.#progress = progress;
    this.#changed();
  }
}

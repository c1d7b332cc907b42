import { type Disposable, DisposableStore } from '../base/disposable.ts';
import { Emitter } from '../base/event.ts';
import type { Exchange } from '../client/exchange.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { Diagnoser, DiagnoserParts } from './diagnoser.ts';
import type { KeyCheck } from './keyReport.ts';

export interface LoadedDiagnosis {
  readonly diagnoser: Diagnoser;
  readonly keyCheck: KeyCheck;
}

/**
 * The diagnosis of a window. Its rules and their many wordings are loaded with the first answer, because a window that is
 * just opened has nothing to explain.
 */
export class LateDiagnosis implements Disposable {
  readonly #parts: Omit<DiagnoserParts, 'history'>;
  readonly #disposables = new DisposableStore();
  readonly #exchanged = this.#disposables.add(new Emitter<Exchange>());
  readonly #changedKey = this.#disposables.add(new Emitter<string>());
  /** What happened until the rules were there, in its order. */
  readonly #missed: (() => void)[] = [];
  #isLoaded = false;
  #loading: Promise<LoadedDiagnosis> | undefined;

  constructor(parts: Omit<DiagnoserParts, 'history'>) {
    this.#parts = parts;
    this.#disposables.add(
      parts.client.onDidExchange((exchange) => {
        this.#pass(() => this.#exchanged.fire(exchange));
        void this.load();
      }),
    );
    this.#disposables.add(parts.connections.onDidChangeKey((id) => this.#pass(() => this.#changedKey.fire(id))));
  }

  /** Everything that was answered until now is known to what it gives. */
  load(): Promise<LoadedDiagnosis> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  /** The causes of an exchange's refusal, ranked; empty for an answer that is fine. Sends nothing. */
  async diagnose(exchange: Exchange): Promise<readonly Diagnosis[]> {
    return (await this.load()).diagnoser.diagnose(exchange);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #pass(tell: () => void): void {
    if (this.#isLoaded) tell();
    else this.#missed.push(tell);
  }

  async #load(): Promise<LoadedDiagnosis> {
    const { buildDiagnosis } = await import('./buildDiagnosis.ts');
    const { history, ...built } = buildDiagnosis(this.#parts, this.#exchanged.event, this.#changedKey.event);
    this.#disposables.add(history);
    this.#isLoaded = true;
    for (const tell of this.#missed.splice(0)) tell();
    return built;
  }
}

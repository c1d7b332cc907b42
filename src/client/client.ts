import type { Clock } from '../base/clock.ts';
import type { Disposable } from '../base/disposable.ts';
import { type Event, Emitter } from '../base/event.ts';
import type { Secret } from '../base/secret.ts';
import type { Connection, Project } from '../connections/connection.ts';
import type { Connections } from '../connections/connections.ts';
import type { Selection } from '../connections/selection.ts';
import { cleanKey, describeProblem } from '../services/fingerprint.ts';
import { type NextHop, authorize } from './authorize.ts';
import type { Budget } from './budget.ts';
import { type Credential, type KeyAuth, keyCredential, secretHeaders, tokenCredential } from './credential.ts';
import type { RequestDraft } from './draft.ts';
import type { Exchange, Failure } from './exchange.ts';
import { OnceSecrets } from './onceSecrets.ts';
import { notSent, prepare } from './prepare.ts';
import { Recorder } from './recorder.ts';
import { isInAddress, secretsIn, typedSecret } from './redact.ts';
import { nextHop } from './redirect.ts';
import { type ScopedRequest, applyScope } from './scope.ts';
import { type SentText, describeCredential, lacksScheme } from './sentCredential.ts';
import { type TokenUse, Tokens } from './tokens.ts';
import type { RawAnswer, Transport, TransportLimits } from './transport.ts';
import { type SendOptions, Wire, type WireUse } from './wire.ts';

export interface BackgroundWait {
  readonly connection: Connection;
  /** Until the service's budget lets the request go. */
  readonly milliseconds: number;
  readonly cancel: () => void;
}

export interface ClientParts {
  readonly connections: Connections;
  readonly selection: Selection;
  readonly budget: Budget;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly limits: () => TransportLimits;
  /** The project that a project-bound key is known to be bound to. */
  readonly boundProject: (connectionId: string) => Project | undefined;
  /** What is known of a project that a draft names by its id alone, for the answer's stamp. */
  readonly knownProject: (connectionId: string, id: string) => Project | undefined;
}

/** Sends every request of Bearings, from a draft to an exchange. The one way to the network. */
export class Client implements Disposable {
  readonly #parts: ClientParts;
  readonly #wire: Wire;
  readonly #tokens: Tokens;
  readonly #subscription: Disposable;
  readonly #onceSecrets = new OnceSecrets();
  readonly #exchanged = new Emitter<Exchange>();
  /** Fires after each exchange, those that were not sent included. */
  readonly onDidExchange: Event<Exchange> = this.#exchanged.event;
  readonly #waited = new Emitter<BackgroundWait>();
  /** Fires when a request that nobody waits for by itself has to wait for the budget. */
  readonly onDidWait: Event<BackgroundWait> = this.#waited.event;

  readonly #forgotTokens = new Emitter<string>();
  /** Fires with a connection's id when a person had its tokens forgotten. */
  readonly onDidForgetTokens: Event<string> = this.#forgotTokens.event;

  constructor(parts: ClientParts) {
    this.#parts = parts;
    this.#wire = new Wire(parts);
    this.#tokens = new Tokens(this.#wire, parts.clock);
    this.#subscription = parts.connections.onDidChangeKey((id) => this.#tokens.forgetConnection(id));
  }

  /**
   * Sends a draft. What the service or the network did is in the exchange.
   * @throws InputError for a connection that does not exist.
   */
  async send(draft: RequestDraft, options: SendOptions = {}): Promise<Exchange> {
    const { connections, selection, clock, knownProject } = this.#parts;
    const connection = connections.get(draft.connection);
    const record = new Recorder(connection, draft, clock.now());
    const named = typeof draft.project === 'string' ? knownProject(connection.id, draft.project) : undefined;
    const selected = named ?? selection.project(connection.id);
    const exchange = await this.#run(draft, connection, selected, record, this.#watched(connection, options));
    this.#onceSecrets.hold(exchange.id, record.onceSecrets);
    this.#exchanged.fire(exchange);
    return exchange;
  }

  /** A secret that an exchange's answer showed this once, by its field in `onceSecrets`; the last exchanges' are held. */
  onceSecret(exchangeId: string, field: string): Secret | undefined {
    return this.#onceSecrets.get(exchangeId, field);
  }

  /** Forgets such a secret, once the person has it. */
  forgetOnceSecret(exchangeId: string, field: string): void {
    this.#onceSecrets.forget(exchangeId, field);
  }

  /** Forgets the tokens that a connection's key was exchanged for; the next request asks for a new one. */
  renewToken(connectionId: string): void {
    this.#tokens.forgetConnection(connectionId);
    this.#forgotTokens.fire(connectionId);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#onceSecrets.dispose();
    this.#exchanged.dispose();
    this.#waited.dispose();
    this.#forgotTokens.dispose();
  }

  /** Lets a background request's wait be seen and ended. */
  #watched(connection: Connection, options: SendOptions): SendOptions {
    if (!options.background || options.onWait) return options;
    const abort = new AbortController();
    const signal = options.signal ? AbortSignal.any([options.signal, abort.signal]) : abort.signal;
    const onWait = (milliseconds: number) =>
      this.#waited.fire({ connection, milliseconds, cancel: () => abort.abort() });
    return { ...options, signal, onWait };
  }

  async #run(
    draft: RequestDraft,
    connection: Connection,
    selected: Project | undefined,
    record: Recorder,
    options: SendOptions,
  ): Promise<Exchange> {
    const { connections, boundProject } = this.#parts;
    const spec = prepare(draft, connection, connections.definitionOf(connection), selected);
    if (!spec.ok) return record.failed(spec.error);
    const request = applyScope(spec.value, { boundProject: boundProject(connection.id) });
    if (!request.ok) return record.failed(request.error);
    record.prepared(request.value);
    record.hide(secretsIn(spec.value.headers, secretHeaders(spec.value.definition.auth)));
    const key = await this.#usableKey(connection, request.value, record);
    if ('kind' in key) return record.failed(key);
    return this.#follow(request.value, key, record, options);
  }

  async #usableKey(connection: Connection, { url }: ScopedRequest, record: Recorder): Promise<Secret | Failure> {
    let key: Secret | undefined;
    try {
      key = await this.#parts.connections.key(connection.id);
    } catch {
      return notSent(
        'key-missing',
        "VS Code's secret storage did not give the key, so nothing was sent. Replace the key, or reload the window.",
      );
    }
    if (!key)
      return notSent(
        'key-missing',
        'No key is stored for this connection, so nothing was sent. If it was added in another window, reload this one.',
      );
    record.hide([key]);
    // What was pasted with a key is taken off before it is stored; another program may have stored it all the same.
    const { faults, problems } = cleanKey(key.reveal());
    const problem = faults[0] ?? problems[0];
    if (problem)
      return notSent('key-malformed', `The stored key has ${describeProblem(problem)}, so nothing was sent.`);
    if (isInAddress(url, key)) {
      return notSent(
        'key-in-url',
        'The address contains the key, and addresses end up in logs. Nothing was sent; Bearings adds the key itself.',
      );
    }
    return key;
  }

  async #follow(request: ScopedRequest, key: Secret, record: Recorder, options: SendOptions): Promise<Exchange> {
    const { spec } = request;
    const { connection, definition } = spec;
    const isStillRight = () => this.#isStillKey(connection, key);
    const use = { connection, definition, budgetClass: spec.operation?.budget, isStillRight, ...options };
    let hop: NextHop = { url: request.url, method: spec.method, trusted: true };
    let mayRetry = options.background === true && spec.reads;
    let mayRenew = spec.reads;
    for (;;) {
      const credential = await this.#credential(request, key, record, { ...options, isStillRight });
      if (!credential) return record.finished();
      const authorized = authorize(request, credential, hop);
      const overflow = record.overflow(authorized, options);
      const answer = await this.#wire.send(authorized, { ...use, isOwn: hop.trusted, overflow });
      if (!answer) return record.failed(options.signal?.aborted ? CANCELLED : OUTDATED);
      record.answered(authorized, answer);
      if (this.#isTokenOver(request, key, answer)) {
        this.#forgetToken(request, key);
        if (mayRenew) {
          mayRenew = false;
          continue;
        }
      }
      if (mayRetry && failedByChance(answer) && this.#wire.hasBudget(use)) {
        mayRetry = false;
        continue;
      }
      const next = answer.response && nextHop(answer.response, hop, spec.reads, record.hops.length);
      if (!next?.ok) {
        if (next) record.notes.push(next.error);
        return record.finished();
      }
      record.hop(authorized, credential, answer.response?.status ?? 0);
      if (hop.trusted && !next.value.trusted) {
        record.notes.push(`The redirect led to ${next.value.url.origin}, where neither key nor project was sent.`);
      }
      hop = next.value;
    }
  }

  /** While a request waited, a person may have removed its connection, given it another key, or pointed it elsewhere. */
  async #isStillKey({ id, baseUrl }: Connection, key: Secret): Promise<boolean> {
    const { connections } = this.#parts;
    const now = await connections.key(id).catch(() => undefined);
    return connections.find(id)?.baseUrl === baseUrl && now?.reveal() === key.reveal();
  }

  /** What goes with the request: the key, or the token that it is exchanged for. Undefined when there is none to send. */
  async #credential(
    request: ScopedRequest,
    key: Secret,
    record: Recorder,
    options: SendOptions & Pick<WireUse, 'isStillRight'>,
  ): Promise<Credential | undefined> {
    const use = tokenUse(request, key);
    if (!use) {
      const credential = keyCredential(request.spec.definition.auth as KeyAuth, key);
      this.#describe(request, credential.header, { secret: key, as: 'key' }, record);
      return credential;
    }
    const typed = typedSecret(request.spec.headers, use.auth.carrier.header);
    if (typed) {
      // It goes in the token's place: the key is not exchanged for a token that would not be sent.
      const credential = tokenCredential(use.auth, typed);
      this.#describe(request, credential.header, { secret: typed, as: 'token' }, record);
      return credential;
    }
    const kept = this.#tokens.kept(use);
    if (!kept) this.#describe(request, undefined, { secret: key, as: 'key' }, record);
    const exchange = kept ? undefined : await this.#tokens.exchange(use, options);
    const token = kept ?? exchange?.token;
    if (exchange) record.exchanged(exchange.request, exchange.answer, exchange.joined ? 0 : 1);
    if (!token) {
      if (exchange) record.notes.push('The key was not exchanged for a token, so the request itself was not sent.');
      else record.failed(options.signal?.aborted ? CANCELLED : OUTDATED);
      return undefined;
    }
    record.hide([token.secret]);
    const credential = tokenCredential(use.auth, token.secret);
    const { secret, obtainedAt } = token;
    this.#describe(request, credential.header, { secret, as: 'token', obtainedAt }, record);
    return credential;
  }

  /** Notes what can be told of the key or token that goes out next; one typed by hand goes in its place. */
  #describe(
    { spec: { definition, headers } }: ScopedRequest,
    header: string | undefined,
    own: Pick<SentText, 'secret' | 'as' | 'obtainedAt'>,
    record: Recorder,
  ): void {
    const typed = header === undefined ? undefined : typedSecret(headers, header);
    const sent: SentText = typed ? { secret: typed, as: own.as, by: 'hand' } : { ...own, by: 'connection' };
    const isToken = sent.secret !== own.secret || own.as === 'key' ? this.#tokens.gave(sent.secret) : false;
    const isBare = lacksScheme(headers, header, definition);
    const services = this.#parts.connections.services.list();
    record.carries(describeCredential({ ...sent, isToken, isBare }, definition, this.#parts.clock.now(), services));
  }

  /** Whether a 401 is explained by the token: by its age, or by what the answer says. */
  #isTokenOver(request: ScopedRequest, key: Secret, { response }: RawAnswer): boolean {
    const use = tokenUse(request, key);
    if (!use || response?.status !== 401 || request.spec.headers.has(use.auth.carrier.header)) return false;
    return (
      !this.#tokens.kept(use) || /token|expire/iu.test(new TextDecoder().decode(response.body.bytes.subarray(0, 4096)))
    );
  }

  #forgetToken(request: ScopedRequest, key: Secret): void {
    const use = tokenUse(request, key);
    if (use) this.#tokens.forget(use);
  }
}

const OUTDATED: Failure = {
  kind: 'aborted',
  message: 'The connection was removed or changed while the request waited for its turn, so nothing was sent.',
};
const CANCELLED: Failure = { kind: 'aborted', message: 'The request was cancelled before it was sent.' };

function tokenUse({ spec, scope }: ScopedRequest, key: Secret): TokenUse | undefined {
  const { connection, definition } = spec;
  const { auth } = definition;
  if (auth.type !== 'exchange') return undefined;
  return { connection, definition, auth, key, project: scope.by === 'token' ? scope.project : undefined };
}

/** A service that says when to come back is not asked again at once. */
function failedByChance({ failure, response }: RawAnswer): boolean {
  if (failure) return failure.kind === 'reset';
  return [502, 503, 504].includes(response?.status ?? 0) && response?.headers.has('retry-after') === false;
}

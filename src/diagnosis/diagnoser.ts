import { errorInside } from '../client/envelope.ts';
import type { Exchange, ScopeStamp } from '../client/exchange.ts';
import type { Connections } from '../connections/connections.ts';
import type { Selection } from '../connections/selection.ts';
import type { Projects } from '../resources/projects.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import { findOperation, placeholders, valueInPath } from '../services/operations.ts';
import type { Services } from '../services/registry.ts';
import { InputError } from '../connections/inputError.ts';
import { redactor } from '../client/redact.ts';
import { diagnose } from './diagnose.ts';
import type { Diagnosis } from './diagnosis.ts';
import { collectFacts, pathBelow } from './facts.ts';
import type { KeyHistory } from './history.ts';

/** An answer that was pasted from somewhere, such as a log. */
export interface PastedAnswer {
  readonly service: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The request's first line, such as `GET /uptime/monitors`, or its address. */
  readonly request?: string;
}

export interface DiagnoserParts {
  readonly services: Services;
  readonly connections: Connections;
  readonly selection: Selection;
  readonly projects: Projects;
  readonly history: KeyHistory;
}

/** Finds the causes of refusals, with all that the other parts know. Sends nothing. */
export class Diagnoser {
  readonly #parts: DiagnoserParts;

  constructor(parts: DiagnoserParts) {
    this.#parts = parts;
  }

  /** The causes of an exchange's refusal, ranked; empty for an answer that is fine. */
  diagnose(exchange: Exchange): readonly Diagnosis[] {
    const { services, connections, selection, projects, history } = this.#parts;
    const connection = connections.find(exchange.connection);
    const list = projects.of(exchange.connection);
    return diagnose(
      collectFacts(exchange, {
        definition: services.get(exchange.service),
        connection,
        boundProject: projects.bound(exchange.connection),
        knownProjects: list.isLoaded && !list.hasMore && !list.refusal ? list.entries : undefined,
        selected: selection.project(exchange.connection),
        history: history.of(exchange.connection),
      }),
    );
  }

  /**
   * The causes of a pasted answer.
   * @throws InputError for a service that is not known or a status that is none.
   */
  explain(pasted: PastedAnswer): readonly Diagnosis[] {
    const definition = this.#parts.services.find(pasted.service);
    if (!definition) throw new InputError(`There is no service "${pasted.service}".`);
    if (!Number.isInteger(pasted.status) || pasted.status < 100 || pasted.status > 599) {
      throw new InputError('The status is a number from 100 to 599.');
    }
    const [, method = 'GET', target = ''] = /^\s*(?:([A-Za-z]+)\s+)?(\S+)/u.exec(pasted.request ?? '') ?? [];
    const base = definition.regions[0]?.baseUrl ?? '';
    const url = target === '' || URL.canParse(target) ? target : `${base}/${target.replace(/^\/+/u, '')}`;
    const body = pasted.body ?? '';
    const headers = redactor([]).headers(usableHeaders(pasted.headers ?? {}));
    const inside = errorInside(body, definition);
    const exchange: Exchange = {
      id: 'pasted',
      connection: '',
      service: definition.id,
      scope: pastedScope(definition, method.toUpperCase(), pathBelow(base, url)),
      request: { method: method.toUpperCase(), url, headers: {} },
      response: {
        status: pasted.status,
        headers,
        bodyText: body,
        sizeBytes: body.length,
        truncated: false,
        ...(inside && { errorInside: inside }),
      },
      startedAt: new Date(0).toISOString(),
      durationMs: 0,
      hops: [],
      callsSpent: 0,
      notes: [],
    };
    return diagnose(collectFacts(exchange, { definition, connection: undefined }));
  }
}

/** The project that a pasted request named, where that stands in its path. */
function pastedScope(definition: ServiceDefinition, method: string, path: string | undefined): ScopeStamp {
  const { scope } = definition;
  const operation = path === undefined ? undefined : findOperation(definition, method, path);
  if (scope.by !== 'path' || path === undefined || !operation) return { by: 'none' };
  const project = valueInPath(operation.path, path, scope.parameter);
  return project === undefined || placeholders(project).length > 0 ? { by: 'none' } : { by: 'path', project };
}

/** The headers without those that no HTTP header can be, such as the `:status` that some tools print among them. */
function usableHeaders(pasted: Readonly<Record<string, string>>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(pasted)) {
    try {
      headers.append(name.trim(), value);
    } catch {
      continue;
    }
  }
  return headers;
}

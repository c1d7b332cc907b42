import { type Result, failure, success } from '../base/result.ts';
import { singleLine } from '../base/text.ts';
import type { RequestDraft } from '../client/draft.ts';
import { keysIn } from '../client/typedSecrets.ts';
import type { Connection, Project } from '../connections/connection.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import { METHODS, VARIABLE_LINE, lineProblem } from './httpFileSyntax.ts';
import { readHttpFile } from './readHttpFile.ts';
import { type RequestDescription, type TokenExchange, describeRequest } from './requestDescription.ts';
import { isJson } from '../client/json.ts';

/** A request to keep, with what decides where it goes. */
export interface RequestToSave {
  readonly name: string;
  readonly draft: RequestDraft;
  readonly connection: Connection;
  readonly definition: ServiceDefinition;
  readonly selected: Project | undefined;
}

/**
 * Writes requests so that REST Client, httpYac and Bearings can open them, behind those of a file where there are some.
 * Each key is a variable that is filled from the environment when the file runs. A service that exchanges its key for a
 * token has that exchange as a request of its own, to be run first: the two programs name a response differently, and
 * the file says which line to keep.
 * @param existing the text of the file so far, which stays as it is.
 * @returns the whole text; a failure for a request that could not be sent, or that would mean something else in a file.
 */
export function writeHttpFile(requests: readonly RequestToSave[], existing = ''): Result<string> {
  const file = new FileText(existing);
  for (const request of requests) {
    const problem = file.add(request);
    if (problem !== undefined) return failure(`The request cannot be saved. ${problem}`);
  }
  return success(file.text);
}

const HEADING =
  '# Saved by Bearings; REST Client and httpYac run it too, with the keys of their environment variables.';
const SIMPLE_VALUE = /^[\w.~%+:/[\]-]+$/u;

class FileText {
  text: string;
  /** Its lines end as those of Windows. */
  readonly #isWindows: boolean;
  /** Values by name, as they stand in the file. */
  readonly #variables = new Map<string, string>();
  /** The names of the requests that obtain tokens, by what these stand for. */
  readonly #exchanges = new Map<string, string>();
  #newVariables: string[] = [];

  constructor(existing: string) {
    this.text = withoutEmptyEnd(existing);
    this.#isWindows = existing.includes('\r\n');
    for (const line of existing.split(/\r?\n/u)) {
      const [, name, value = ''] = VARIABLE_LINE.exec(line) ?? [];
      if (name !== undefined) this.#variables.set(name, value);
    }
    for (const { name, hints } of readHttpFile(existing).requests) {
      if (name !== undefined && hints['token'] !== undefined) this.#exchanges.set(exchangeId(hints), name);
    }
  }

  /** Returns why a request cannot be written, if it cannot. */
  add({ name, draft, connection, definition, selected }: RequestToSave): string | undefined {
    const described = describeRequest(draft, connection, definition, selected);
    if (!described.ok) return described.error.message;
    const request = described.value;
    const problem = problemOf(request, definition, name);
    if (problem !== undefined) return problem;
    const body = request.body === undefined ? success(undefined) : portableBody(request.body);
    if (!body.ok) return body.error;

    this.#newVariables = [];
    const base = camelCase(definition.id);
    const address = this.#variable(`${base}Url`, connection.baseUrl);
    const { scope, exchange } = request;
    // A token stands for its project, and the exchange of each has a name of its own.
    const project = scope && scope.by !== 'token' ? this.#variable(`${base}Project`, scope.project) : undefined;
    const hints = { service: definition.id, ...(scope && { project: scope.project }) };
    const login = exchange && this.#exchange(exchange, base, address, connection, hints);
    const secret = login ? login.token : this.#variable(`${base}Key`, `{{$processEnv ${request.credential.variable}}}`);

    const url = scope?.by === 'path' ? scope.address.replaceAll('{project}', `{{${project}}}`) : request.url;
    const lines = [
      `### ${titleOf(name)}`,
      hintLine(hints),
      ...(login ? [`# @ref ${login.name}`] : []),
      `${request.method} {{${address}}}${url.slice(connection.baseUrl.length)}`,
      `${request.credential.header}: ${request.credential.prefix}{{${secret}}}`,
      ...request.headers.map((header) =>
        scope?.by === 'header' && header.name === scope.header
          ? `${header.name}: {{${project}}}`
          : `${header.name}: ${header.value}`.trimEnd(),
      ),
      ...(body.value === undefined ? [] : ['', body.value]),
    ];
    this.#append(login?.lines ?? [], lines);
    return undefined;
  }

  /** New variables stand in a part without a request, which makes them everybody's in httpYac. */
  #append(login: readonly string[], lines: readonly string[]): void {
    const isNew = this.text === '';
    const variables = this.#newVariables.length === 0 ? [] : [...(isNew ? [] : ['###']), ...this.#newVariables];
    const parts = [isNew ? [HEADING, ...variables] : variables, login, lines];
    const added = parts.filter((part) => part.length > 0).map((part) => part.join('\n'));
    const whole = [...(isNew ? [] : [withoutEmptyEnd(this.text)]), ...added].join('\n\n');
    this.text = this.#isWindows ? `${whole}\n`.replaceAll(/\r?\n/gu, '\r\n') : `${whole}\n`;
  }

  /** The name of a variable with that value: one of the file's where there is one, else a new one. */
  #variable(wanted: string, value: string): string {
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? wanted : `${wanted}${number}`;
      const known = this.#variables.get(name);
      if (known === value) return name;
      if (known === undefined) {
        this.#variables.set(name, value);
        this.#newVariables.push(`@${name} = ${value}`);
        return name;
      }
    }
  }

  #exchange(
    exchange: TokenExchange,
    base: string,
    address: string,
    connection: Connection,
    scopeHints: Readonly<Record<string, string>>,
  ): { name: string; token: string; lines: readonly string[] } {
    const hints = { ...scopeHints, token: address };
    const known = this.#exchanges.get(exchangeId(hints));
    const name = known ?? unusedName(`${base}Login`, new Set(this.#exchanges.values()));
    const token = name.replace('Login', 'Token');
    if (known !== undefined) return { name, token, lines: [] };
    this.#exchanges.set(exchangeId(hints), name);
    const key = this.#variable(`${base}Key`, `{{$processEnv ${exchange.credential.variable}}}`);
    this.#variable(token, `{{${name}.response.body.${exchange.tokenField}}}`);
    this.#newVariables.push(
      `# That line is for REST Client: run ${name} first. httpYac runs it by itself, and wants this line instead:`,
      `# @${token} := {{${name}.${exchange.tokenField}}}`,
    );
    const { credential } = exchange;
    const lines = [
      `### Token${scopeHints['project'] === undefined ? '' : ` for ${singleLine(scopeHints['project'], 80)}`}`,
      `# @name ${name}`,
      hintLine(hints),
      `${exchange.method} {{${address}}}${exchange.url.slice(connection.baseUrl.length)}`,
      `${credential.header}: ${credential.prefix}{{${key}}}`,
      ...exchange.headers.map((header) => `${header.name}: ${header.value}`),
      ...(exchange.body === undefined ? [] : ['', exchange.body]),
    ];
    return { name, token, lines };
  }
}

/**
 * A body as a file can hold it. Of JSON the white space around it and the kind of line ends may differ, and `{{` in its
 * texts is written with an escape; it means the same. Anything else is held as it is.
 * @returns a failure where the file would mean something else.
 */
export function portableBody(body: string): Result<string> {
  if (isJson(body)) {
    return success(
      body
        .trim()
        .replaceAll(/\r\n?/gu, '\n')
        .replaceAll(/\{(?=\{)/gu, '\\u007b'),
    );
  }
  if (body.includes('\r')) return failure('Its body has line ends of Windows, which a file does not keep.');
  const lines = body.split('\n');
  if (lines[0]?.trim() === '' || lines.at(-1)?.trim() === '') {
    return failure('Its body begins or ends with an empty line, which a file does not keep.');
  }
  for (const [index, line] of lines.entries()) {
    const problem = lineProblem(line);
    if (problem !== undefined) {
      return failure(`Line ${index + 1} of its body ${problem}, which a file cannot hold. JSON can always be saved.`);
    }
  }
  return success(body);
}

function problemOf(request: RequestDescription, definition: ServiceDefinition, name: string): string | undefined {
  const { method, headers, scope, credential, exchange } = request;
  if (!METHODS.some((known) => known === method)) return `REST Client does not know the method ${method}.`;
  const header = headers.find(({ name, value }) => !/^\w/u.test(name) || /\{\{/u.test(value));
  if (header) return `The header ${header.name} would mean something else in a file.`;
  if (!/^\w[^{}]*$/u.test(credential.header + credential.prefix)) {
    return `The header ${credential.header} would mean something else in a file.`;
  }
  if (scope && scope.by !== 'token' && !SIMPLE_VALUE.test(scope.project)) {
    return `The ${definition.projectTerm.one} has characters that a variable of a file cannot hold.`;
  }
  if (exchange?.body?.includes('{{')) return 'What obtains its token would mean something else in a file.';
  if (keysIn(JSON.stringify([name, request.url, headers, request.body]), [definition]).length > 0) {
    return 'It has a text in it that looks like a key, and keys do not belong in files. Take it out first.';
  }
  return undefined;
}

/** What Bearings needs to open it again: ids, never a key. */
function hintLine(hints: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(hints).map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`);
  return `# @bearings ${pairs.join(' ')}`;
}

function exchangeId(hints: Readonly<Record<string, string>>): string {
  return JSON.stringify([hints['service'], hints['project'], hints['token']]);
}

/** The text without the empty lines at its end. White space behind the last word may be a part of a body. */
function withoutEmptyEnd(text: string): string {
  const lines = text.split('\n');
  const kept = lines.slice(0, lines.findLastIndex((line) => line.trim() !== '') + 1);
  return kept.join('\n').replace(/\r$/u, '');
}

function unusedName(wanted: string, used: ReadonlySet<string>): string {
  let name = wanted;
  for (let number = 2; used.has(name); number += 1) name = `${wanted}${number}`;
  return name;
}

function camelCase(id: string): string {
  return id.replaceAll(/-+([a-z0-9]?)/gu, (_, letter: string) => letter.toUpperCase());
}

/** The name of a request as the line of a file. */
export function titleOf(name: string): string {
  return singleLine(name, 120) || 'Request';
}

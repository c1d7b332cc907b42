import { singleLine } from '../base/text.ts';
import type { Exchange } from '../client/exchange.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import { carriersOf } from './wordPatterns.ts';

/** A project as a request named it, and where. */
export interface NamedProject {
  /** `header X-Phare-Project-Id`, `path`, `query project_id`, `token`. */
  readonly place: string;
  readonly value: string;
}

/** Every place in which a request named a project. Pure. */
export function namedProjects({ request, scope }: Exchange, definition: ServiceDefinition): readonly NamedProject[] {
  const names = new Set(carrierNames(definition));
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    names.has(plain(name)) ? [{ place: `header ${name}`, value: singleLine(value, 60) }] : [],
  );
  const query = URL.canParse(request.url) ? [...new URL(request.url).searchParams] : [];
  const isByHeader = definition.scope.by === 'header';
  return [
    ...headers,
    ...(!isByHeader && scope.project !== undefined ? [{ place: scope.by, value: singleLine(scope.project, 60) }] : []),
    ...query.flatMap(([name, value]) =>
      names.has(plain(name)) ? [{ place: `query ${name}`, value: singleLine(value, 60) }] : [],
    ),
  ];
}

/** All names under which something may name the project, folded: `projectid`, `xprojectid`, `tenantid`, `projectslug`. */
export function carrierNames(definition: ServiceDefinition): readonly string[] {
  const one = plain(definition.projectTerm.one);
  const usual = ['', 'id', 'slug', 'uuid', 'key'].flatMap((ending) => [one + ending, `project${ending}`]);
  return [...carriersOf(definition).map(plain), ...usual, ...usual.map((name) => `x${name}`)];
}

/** The names of fields, folded, in which a key travels; in a content, only that of the service's own header does. */
export function keyFields({ auth }: ServiceDefinition, isContent: boolean): readonly string[] {
  const own = auth.type === 'header' ? auth.header : auth.type === 'exchange' ? auth.key.header : 'authorization';
  const names = [plain(own), plain(own).replace(/^x/u, ''), 'authorization'];
  return isContent ? names : [...names, 'xapikey', 'apikey'];
}

/** The field stands within another, as `webhook.api_key` does; the part of a request that it is in is none. */
export function isWithinValue(field: string): boolean {
  const parts = field.split('.');
  const first = parts.findIndex((part) => !PART_OF_REQUEST.test(part));
  return first >= 0 && parts.length - first > 1;
}

const PART_OF_REQUEST = /^(?:request|headers?|path|query|body|params?|cookies?|auth(?:entication|orization)?|meta)$/iu;

export function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/gu, '');
}

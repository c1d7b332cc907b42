/** The words of `wordings.ts` as patterns, and those of one service's projects and entries. */
import type { KeyKind, ServiceDefinition } from '../services/definition.ts';
import * as wordings from './wordings.ts';

/** Letters that are no letter with an accent. */
const PLAIN: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', ı: 'i' };

/** Small letters without accents; parts of names such as `projectId`, `PROJECT_ID` or `x-project-id` as words. */
export function fold(text: string): string {
  return text
    .replaceAll('OAuth', 'oauth')
    .replace(/([a-z\d])([A-Z])/gu, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z]{2})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[łøđßı]/gu, (letter) => PLAIN[letter] ?? letter)
    .replace(/[’‘`´]/gu, "'")
    .replace(/[-_\s]+/gu, ' ');
}

/** Patterns are folded like texts, so that both may be written with their accents. */
export function pattern(sources: readonly string[]): RegExp {
  const folded = sources.map((source) =>
    source
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/gu, '')
      .normalize('NFC'),
  );
  // Texts are in small letters already; without regard to case, this would take ten times as long.
  return new RegExp(folded.join('|'), 'gu');
}

export const compile = <K extends string>(table: Readonly<Record<K, readonly string[]>>) =>
  (Object.keys(table) as K[]).map((name) => ({ name, words: pattern(table[name]) }));

/** Made at the first refusal: most windows never see one. */
export const once = <T>(make: () => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

export interface ProjectWords {
  readonly project: RegExp;
  /** A project as the place in which something is. */
  readonly place: RegExp;
  readonly carriers: RegExp | undefined;
  readonly broadKey: RegExp;
  readonly narrowKey: RegExp;
  readonly thing: RegExp | undefined;
  /** The names of the service's regions, where it has several. */
  readonly regions: RegExp | undefined;
}
/** "The project id field": the place of a name is a part of it. */
const PART = '(?: (?:header|field|parameter|value|attribute))?';
/** "In this", "im", "dans ce": what stands before a place. */
const PLACES =
  '\\b(?:(?:in|within|inside|under)(?: (?:this|that|the|your))?|im|in diesem|dans (?:ce|le)|en (?:este|el)|neste|no(?= projeto)|in questo)';
const projectWordsOf = new WeakMap<ServiceDefinition, ProjectWords>();
const madeWords = new Map<string, ProjectWords>();

/** The words for a service's projects, for what carries one, and for the entries that it holds. */
export function projectWords(definition: ServiceDefinition): ProjectWords {
  const kept = projectWordsOf.get(definition);
  if (kept) return kept;
  const things = thingsOf(definition, fold(definition.projectTerm.one));
  // Making the patterns takes some milliseconds, and the same definition may have been read anew.
  const { patterns } = definition.keys;
  const regions = regionNames(definition);
  const name = JSON.stringify([definition.projectTerm, definition.scope, things, patterns, regions]);
  const words = madeWords.get(name) ?? makeWords(definition, things, regions);
  madeWords.set(name, words);
  projectWordsOf.set(definition, words);
  return words;
}

function makeWords(
  definition: ServiceDefinition,
  thingNames: readonly string[],
  regions: readonly string[],
): ProjectWords {
  const terms = [definition.projectTerm.one, definition.projectTerm.many].map((term) => escape(fold(term)));
  const english = fold(definition.projectTerm.one);
  const others = Object.entries(wordings.projectWords).flatMap(([term, words]) =>
    english.includes(term) || term === 'project' ? words : [],
  );
  const carriers = carriersOf(definition).map((name) => escape(fold(name)));
  const slugs = definition.scope.by === 'header' && definition.scope.slugHeader !== undefined ? ['\\bslugs?\\b'] : [];
  const named = [`\\b(?:${terms.join('|')})\\b(?: ?ids?\\b| ?slugs?\\b)?${PART}`, ...others, ...slugs];
  const broader = wordings.broader
    .split('|')
    .filter((word) => !new RegExp(`^(?:${word})$`, 'u').test(english))
    .join('|');
  const compound = (sources: readonly string[]) =>
    pattern(
      sources.map((source) =>
        source
          .replaceAll('BROADER', broader)
          .replaceAll('PROJECTS', `(?:${terms[1]}|projects)`)
          .replaceAll('PROJECT', `(?:${terms[0]}|project)`),
      ),
    );
  const things = thingNames.map((name) => `\\b${escape(name)}\\b`);
  return {
    project: pattern(named),
    place: new RegExp(
      `(?:${PLACES}) (?:\\w+ )?(?:${terms.join('|')}|proje[ck]?t\\w*|proyecto|projeto|progetto)\\b(?: (?:#? ?\\d+|'[^']*'))?`,
      'u',
    ),
    carriers: carriers.length > 0 ? pattern([`(?:${carriers.join('|')})${PART}`]) : undefined,
    broadKey: compound([...wordings.compounds.broadKey, ...keyNames(definition, 'all-projects')]),
    narrowKey: compound([...wordings.compounds.narrowKey, ...keyNames(definition, 'one-project')]),
    thing: things.length > 0 ? pattern(things) : undefined,
    regions: regions.length > 0 ? pattern(regions.map(regionPattern)) : undefined,
  };
}

/** The words by which a service tells its regions apart. */
function regionNames({ regions, name }: ServiceDefinition): readonly string[] {
  if (regions.length < 2) return [];
  const words = regions.flatMap((region) => fold(`${region.id} ${region.name}`).match(/[\p{L}\d]{2,}/gu) ?? []);
  const own = new Set(fold(name).split(' '));
  return [...new Set(words)].filter((word) => !own.has(word) && word !== 'default' && word !== 'beta');
}

/** "The EU", "US host"; a short name by itself may be any word, as in "contact us". */
function regionPattern(region: string): string {
  const place =
    '(?:region|host|cluster|data|side|server|endpoint|address|instance|site|api|deployment|cell|harbou?r|zone)s?';
  const name = escape(region);
  return region.length > 3 ? `\\b${name}\\b(?: ${place}\\b)?` : `\\b(?:the ${name}|${name} ${place})\\b(?! of\\b)`;
}

/** What a service calls its keys of one reach, as its definition tells. */
function keyNames({ keys }: ServiceDefinition, reach: KeyKind): readonly string[] {
  // A name of which there is no other tells nothing of a reach.
  if (new Set(keys.patterns.map(({ kind }) => kind)).size < 2) return [];
  return keys.patterns.flatMap(({ kind, summary }) =>
    kind === reach && summary !== undefined ? `\\b${escape(fold(summary))}s?\\b` : [],
  );
}

/** The names of what carries a project: headers, a placeholder, a field. A single word may be any word of a text. */
export function carriersOf({ scope }: ServiceDefinition): readonly string[] {
  const isTelling = (name: string) => /[_-]|[a-z][A-Z]/u.test(name);
  switch (scope.by) {
    case 'header':
      return [scope.header, scope.slugHeader ?? scope.header].flatMap((name) => [name, name.replace(/^x-/iu, '')]);
    case 'path':
      return isTelling(scope.parameter) ? [scope.parameter] : [];
    case 'token':
      return isTelling(scope.field) ? [scope.field] : [];
    case 'none':
      return [];
  }
}

/** What the service's lists hold, in words: `monitors`, `monitor`. */
function thingsOf({ collections, operations, projects }: ServiceDefinition, term: string): readonly string[] {
  const names = [...collections.map(({ path }) => path), ...operations.map(({ path }) => path)]
    .filter((path) => path !== projects.path)
    .flatMap((path) => path.split('/').findLast((part) => /^[a-z][a-z_-]{3,}$/iu.test(part)) ?? [])
    .map(fold)
    .filter((name) => !/token|key|project|permission|role|scope|tenant|workspace/u.test(name) && !name.includes(term));
  return [...new Set(names.flatMap((name) => [name, name.replace(/s$/u, '').replace(/ie$/u, 'y')]))].slice(0, 200);
}

/** Whether a text names what carries the project itself, such as its header. */
export function namesCarrier(text: string, definition: ServiceDefinition): boolean {
  const { carriers } = projectWords(definition);
  if (!carriers) return false;
  carriers.lastIndex = 0;
  return carriers.test(fold(text));
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}

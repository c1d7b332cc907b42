/** What the service's own words speak of. Words decide nothing alone: rules weigh them with the other facts. */
import type { Facts } from '../facts.ts';
import { carrierNames, isWithinValue, keyFields, plain } from '../namedProjects.ts';
import { probed } from '../probeResult.ts';
import { hasStatus, projectStanding } from '../rule.ts';
import { isOfValue } from '../contentReading.ts';
import { matches } from '../topicTable.ts';
import { fold, namesCarrier, once, pattern } from '../wordPatterns.ts';
import { timeWords } from '../wordings.ts';

const PLACE_OF_NAME = /\b(?:body|payload|query|path|url|headers?|parameters?|field|json)\b/u;

/**
 * A read is known to have named one project at most, so that there is no second one from which it could differ. What a
 * text says of its places is believed all the same.
 */
export function namesOneProject(facts: Facts): boolean {
  const isOne = facts.namedProjects.length < 2 && facts.scopeHeaders.length < 2 && facts.against === undefined;
  return facts.isRequestKnown && facts.reads && isOne && !PLACE_OF_NAME.test(fold(facts.message));
}

/** The project named in a part of a change differs from the one that its token is for. */
export function differsFromToken(facts: Facts): boolean {
  const isOfPart = PLACE_OF_NAME.test(fold(facts.message));
  return (
    !facts.reads && isOfToken(facts) && isOfPart && facts.says.has('token') && facts.says.has('project-outside-key')
  );
}

/** The request's content is blamed: fields that name neither the project nor the key, or words. */
export function blamesContent(facts: Facts): boolean {
  return contentFields(facts).length > 0 || facts.says.has('content');
}

/** The rejected fields that are of the request's content. */
export function contentFields(facts: Facts): Facts['rejectedFields'] {
  return facts.rejectedFields.filter((rejected) => !isOfProject(rejected, facts) && !isOfKey(rejected, facts));
}

/** The field that was rejected is the one in which the key travels, or would. */
export function keyField(facts: Facts): Facts['rejectedFields'][number] | undefined {
  return facts.rejectedFields.find((rejected) => isOfKey(rejected, facts));
}

/** The field that was rejected is the one that names the project. */
export function projectField(facts: Facts): Facts['rejectedFields'][number] | undefined {
  return facts.rejectedFields.find((rejected) => isOfProject(rejected, facts));
}

function isOfKey({ field, message, place }: Facts['rejectedFields'][number], facts: Facts): boolean {
  const { definition, operation, reads, status } = facts;
  if (operation?.body?.some(({ name }) => plain(name) === plain(field))) return false;
  // A header is a text always; what is to be of another type or is taken already is a value of the content.
  if (isOfValue(fold(message))) return false;
  // A key within a value of a change is of that value.
  if (!reads && isWithinValue(field)) return false;
  const name = plain(field.split('.').at(-1) ?? '');
  return keyFields(definition, !reads && status !== 401).includes(name) && place !== 'body';
}

function isOfProject({ field, place }: Facts['rejectedFields'][number], facts: Facts): boolean {
  const { operation, definition, isTokenExchange, takesProject } = facts;
  if (!takesProject && !isTokenExchange) return false;
  const name = field.split('.').at(-1) ?? '';
  const isDocumented = [...(operation?.body ?? []), ...(operation?.query ?? [])].some(
    (parameter) => plain(parameter.name) === plain(name),
  );
  if (isDocumented && place !== 'path' && place !== 'header' && !isTokenExchange) return false;
  // A service may call the field after its term, or "project" as everybody does, whatever its header is called.
  const usual = ['projectid', `${plain(definition.projectTerm.one)}id`];
  return [...carrierNames(definition), ...usual].includes(plain(name));
}

/** The key itself is blamed. */
export function blamesKey({ says }: Facts): boolean {
  return ['key-invalid', 'key-expired', 'key-missing', 'key-malformed', 'key-wrong-kind', 'token-expired'].some(
    (topic) => says.has(topic as 'key-invalid'),
  );
}

/** The request carried a token that the key had been exchanged for, and that exchange was accepted. */
export function isOfToken({ definition, isTokenExchange, isRequestKnown, credential }: Facts): boolean {
  if (definition.auth.type !== 'exchange' || isTokenExchange || credential?.by === 'hand') return false;
  return isRequestKnown;
}

/** A token that was typed by hand in place of the one that the key is exchanged for. */
export function isOfTypedToken({ definition, isTokenExchange, credential }: Facts): boolean {
  if (definition.auth.type !== 'exchange' || isTokenExchange || credential?.by !== 'hand') return false;
  return credential.as === 'token' && credential.looksLike !== 'key' && credential.problems.length === 0;
}

/**
 * What is said of the project or the key in a refused change tells what a value of its content has to be: the project
 * and the key that the request came with are good.
 */
export function isOfItsContent(facts: Facts): boolean {
  if (facts.reads || !hasStatus(facts, 400, 422)) return false;
  if (keyField(facts)) return probed(facts, 'key') === 'good';
  const isProjectGood = facts.scope.project !== undefined && (isOfToken(facts) || projectStanding(facts) === 'good');
  return isProjectGood && (isOfValue(fold(facts.message)) || projectField(facts) !== undefined);
}

/** What carries the project, a header, a part of the path or a field, is named itself: in the text, or as rejected. */
export function namesScopeCarrier(facts: Facts): boolean {
  return projectField(facts) !== undefined || namesCarrier(facts.message, facts.definition);
}

/** The text speaks of the project or of its header. */
export function namesProject(facts: Facts): boolean {
  return facts.says.has('project') || facts.says.has('project-unknown') || namesScopeCarrier(facts);
}

const time = once(() => pattern([timeWords]));

/** The text speaks of a time or of a clock. */
export function speaksOfTime({ message }: Facts): boolean {
  return matches(time(), fold(message)).length > 0;
}

/** The text says that this is not allowed, more than the name of the status 401 does. */
export function forbids({ says, message }: Facts): boolean {
  return says.has('denied') && !/un-?authori[sz]ed|autoris|autoriz|未授权|認証|авторизован/iu.test(message);
}

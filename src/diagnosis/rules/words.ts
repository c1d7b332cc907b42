/** What the service's own words speak of. Words decide nothing alone: rules weigh them with the other facts. */
import type { Scope } from '../../services/definition.ts';
import type { Facts } from '../facts.ts';

const CONTENT = /\b(?:json|body|payload|syntax|parse|query|parameters?|content[- ]type|characters)\b/iu;
const KEY =
  /(?:invalid|unknown|bad|wrong|incorrect|revoked|unrecogni[sz]ed|not valid).{0,20}(?:key|token|credential)|(?:key|token|credential).{0,30}(?:invalid|unknown|not (?:found|valid|recogni[sz]ed)|revoked|incorrect|does not exist)/iu;
const EXPIRED = /\bexpir(?:ed|ée?)(?![a-zé])/iu;
const NOT_THE_KEY = /subscription|trial|plan|licen[cs]e|invitation|certificate|domain/iu;

/** The request's content is blamed. */
export function blamesContent({ message, rejectedFields }: Facts): boolean {
  return rejectedFields.length > 0 || CONTENT.test(message);
}

/** The key itself is blamed. */
export function blamesKey(facts: Facts): boolean {
  return facts.named?.cause === 'key-invalid' || KEY.test(facts.message) || speaksOfExpiry(facts);
}

/** The request carried a token that the key had been exchanged for, and that exchange was accepted. */
export function isOfToken({ definition, isTokenExchange, isRequestKnown }: Facts): boolean {
  return definition.auth.type === 'exchange' && !isTokenExchange && isRequestKnown;
}

/** Something is over, and it can be the key. */
export function speaksOfExpiry({ message, named }: Facts): boolean {
  return named?.cause === 'key-expired' || (EXPIRED.test(message) && !NOT_THE_KEY.test(message));
}

/** What carries the project, a header, a part of the path or a field, is named itself: in the text, or as rejected. */
export function namesScopeCarrier({ definition, message, rejectedFields, named }: Facts): boolean {
  if (named?.cause === 'project-missing') return true;
  const texts = [message, ...rejectedFields.map(({ field }) => field)].map(plain);
  return carriers(definition.scope).some((name) => texts.some((text) => text.includes(plain(name))));
}

function carriers(scope: Scope): readonly string[] {
  switch (scope.by) {
    case 'header':
      return [scope.header, scope.slugHeader ?? scope.header].flatMap((name) => [name, name.replace(/^x-/iu, '')]);
    case 'path':
      // A single word may be any word of the text.
      return /[_-]|[a-z][A-Z]/u.test(scope.parameter) ? [scope.parameter] : [];
    case 'token':
      return /[_-]|[a-z][A-Z]/u.test(scope.field) ? [scope.field] : [];
    case 'none':
      return [];
  }
}

/** The text speaks of the project or of its header. */
export function namesProject(facts: Facts): boolean {
  const word = plain(facts.definition.projectTerm.one);
  return facts.named?.cause === 'project-unknown' || namesScopeCarrier(facts) || plain(facts.message).includes(word);
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/gu, '');
}

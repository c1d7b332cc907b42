/** What the service's own words speak of. Words decide nothing alone: rules weigh them with the other facts. */
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

/** Something is over, and it can be the key. */
export function speaksOfExpiry({ message, named }: Facts): boolean {
  return named?.cause === 'key-expired' || (EXPIRED.test(message) && !NOT_THE_KEY.test(message));
}

/** A header that names the project is named itself, in the text or as a rejected field. */
export function namesScopeHeader({ definition: { scope }, message, rejectedFields, named }: Facts): boolean {
  if (named?.cause === 'project-missing') return true;
  const headers = scope.by === 'header' ? [scope.header, scope.slugHeader ?? scope.header] : [];
  const texts = [message, ...rejectedFields.map(({ field }) => field)].map(plain);
  return headers
    .flatMap((header) => [header, header.replace(/^x-/iu, '')])
    .some((name) => texts.some((text) => text.includes(plain(name))));
}

/** The text speaks of the project or of its header. */
export function namesProject(facts: Facts): boolean {
  const word = plain(facts.definition.projectTerm.one);
  return facts.named?.cause === 'project-unknown' || namesScopeHeader(facts) || plain(facts.message).includes(word);
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/gu, '');
}

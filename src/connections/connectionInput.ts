import { sentenceList } from '../base/text.ts';
import { checkBaseUrl } from '../services/baseUrl.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import { cleanKey, describeProblem, isOnlyPrefix, recognise } from '../services/fingerprint.ts';
import { InputError } from './inputError.ts';

export const MAXIMUM_LABEL_LENGTH = 80;

export interface ConnectionInput {
  readonly service: string;
  readonly key: string;
  readonly label?: string;
  readonly region?: string;
  /** Replaces the address of the region. */
  readonly baseUrl?: string;
  /** Replaces the addresses of regions by their ids. */
  readonly baseUrls?: Readonly<Record<string, string>>;
}

export function usableKey(text: string, definition: ServiceDefinition) {
  const { key, faults } = cleanKey(text);
  const fingerprint = recognise(key, definition);
  const problems =
    faults.length === 0 && fingerprint && isOnlyPrefix(key, fingerprint) ? ['too-short' as const] : faults;
  if (problems.length === 0) return { key, fingerprint };
  const what = sentenceList(problems.map(describeProblem));
  throw new InputError(`This text cannot be a key: it has ${what}. Copy the whole key again from the service.`);
}

/** No word that is at least so long is a label by chance; a shorter one may begin like a key. */
const SHORTEST_KEY_IN_LABEL = 20;

/**
 * @param services whose keys a label must not be: it is shown, and kept where keys are not.
 * @param key the connection's own, where that is known.
 */
export function usableLabel(text: string, services: readonly ServiceDefinition[], key?: string): string {
  const label = text.trim();
  const isKey = (word: string) =>
    word === key ||
    (word.length >= SHORTEST_KEY_IN_LABEL && services.some((definition) => recognise(word, definition) !== undefined));
  if (label.split(/\s+/u).some(isKey)) {
    throw new InputError(
      'The label looks like a key, and labels are shown and not kept secret. Type a name of your own.',
    );
  }
  if (label === '') throw new InputError('A connection needs a label. Type at least one character.');
  if ([...label].length > MAXIMUM_LABEL_LENGTH) {
    throw new InputError(
      `The label has ${[...label].length} characters; at most ${MAXIMUM_LABEL_LENGTH} fit in a row. Shorten it.`,
    );
  }
  if (/\p{Cc}/u.test(label)) throw new InputError('The label has a line break or control character in it. Remove it.');
  return label;
}

export function regionFor(definition: ServiceDefinition, id: string | undefined) {
  const first = definition.regions[0];
  if (!first) throw new InputError(`${definition.name} has no address in its definition.`);
  if (id === undefined) return first;
  const region = definition.regions.find((candidate) => candidate.id === id);
  if (region) return region;
  const known = sentenceList(definition.regions.map((candidate) => candidate.id));
  throw new InputError(`${definition.name} has no region "${id}". Choose one of ${known}.`);
}

export function address(text: string, own: string): string {
  const checked = checkBaseUrl(text, own);
  if (!checked.ok) throw new InputError(checked.error);
  return checked.value;
}

import type { NotSentReason } from '../../client/exchange.ts';
import type { CauseId } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { type Rule, actions, diagnosis } from '../rule.ts';

const CAUSES: Readonly<Record<NotSentReason, { cause: CauseId; title: (facts: Facts) => string }>> = {
  'key-missing': { cause: 'key-missing', title: () => 'There is no key to send.' },
  'key-malformed': { cause: 'key-malformed', title: () => 'The stored text cannot be a key.' },
  'key-in-url': { cause: 'invalid-request', title: () => 'The key stands in the address.' },
  'project-missing': {
    cause: 'project-missing',
    title: ({ definition }) => `No ${definition.projectTerm.one} is chosen to fill the path.`,
  },
  'project-outside-key': {
    cause: 'project-outside-key',
    title: ({ definition }) => `The key is bound to another ${definition.projectTerm.one}.`,
  },
  'invalid-request': { cause: 'invalid-request', title: () => 'The request cannot be sent as it is.' },
};

/** Nothing was sent, and the client says why. */
export const notSent: Rule = (facts) => {
  const { failure } = facts;
  if (failure?.kind !== 'not-sent') return undefined;
  const { cause, title } = CAUSES[failure.reason ?? 'invalid-request'];
  const isKey = cause === 'key-missing' || cause === 'key-malformed';
  const isProject = cause === 'project-missing' || cause === 'project-outside-key';
  return diagnosis(cause, 'proved', {
    title: title(facts),
    explanation: failure.message,
    evidence: ['no request left this machine'],
    actions: [
      isKey ? actions.replaceKey(facts) : undefined,
      isKey ? actions.openKeyPage(facts) : undefined,
      isProject ? actions.chooseProject(facts) : undefined,
      cause === 'invalid-request' ? actions.openDocumentation(facts) : undefined,
      cause === 'invalid-request' ? actions.composeAnew(facts) : undefined,
    ],
  });
};

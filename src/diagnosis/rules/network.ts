import type { Failure } from '../../client/exchange.ts';
import type { CauseId } from '../diagnosis.ts';
import { type Rule, actions, diagnosis } from '../rule.ts';
import { isHostUnreached, networkLines } from './proxyRefused.ts';

interface Words {
  readonly cause: CauseId;
  readonly title: string;
  readonly advice: string;
  /** VS Code's proxy and certificate settings bear on it. */
  readonly isOfSettings: boolean;
}

const WORDS: Partial<Readonly<Record<Failure['kind'], Words>>> = {
  dns: {
    cause: 'network',
    title: 'The host name is not known here.',
    advice: "Check the address of the connection and this machine's network. Behind a proxy, the proxy has to be set.",
    isOfSettings: true,
  },
  refused: {
    cause: 'network',
    title: 'Nothing answers at this address.',
    advice: 'Check the address and port of the connection, and that the server runs.',
    isOfSettings: true,
  },
  tls: {
    cause: 'network',
    title: 'No secure connection could be made.',
    advice:
      'A company network may put its own certificate in between; VS Code then has to know the authority that issued it.',
    isOfSettings: true,
  },
  timeout: {
    cause: 'network',
    title: 'The answer took too long.',
    advice: 'Try again later, or raise the setting "bearings.request.timeoutSeconds".',
    isOfSettings: false,
  },
  reset: {
    cause: 'network',
    title: 'The connection broke off.',
    advice: 'Try again; when it breaks off each time, something on the way closes it.',
    isOfSettings: false,
  },
  other: {
    cause: 'network',
    title: 'The request did not get through.',
    advice: 'The log has what the network said.',
    isOfSettings: true,
  },
  cors: {
    cause: 'cors',
    title: 'The web version of VS Code may not call this host.',
    advice: 'Use Bearings in desktop VS Code or a remote window.',
    isOfSettings: false,
  },
};

/** What failed, as a line of evidence. */
const HOW: Partial<Readonly<Record<Failure['kind'], string>>> = {
  dns: 'the host name could not be looked up (dns)',
  refused: 'the connection was refused (refused)',
  tls: 'the secure connection failed (tls)',
  timeout: 'no whole answer came in time (timeout)',
  reset: 'the connection was closed too early (reset)',
  cors: 'the browser kept the answer back (cors)',
};

/** The proxy may refuse the host as well, in the same words. */
const BEHIND_PROXY: Words = {
  cause: 'network',
  title: 'The proxy did not reach the host.',
  advice: 'Check the address of the connection. The host may be down, or the proxy may not know its name.',
  isOfSettings: true,
};

/** The network or the browser stood in the way, so the service never answered. */
export const network: Rule = (facts) => {
  const isBehindProxy = isHostUnreached(facts.failure);
  const words = isBehindProxy ? BEHIND_PROXY : facts.failure && WORDS[facts.failure.kind];
  if (!facts.failure || !words) return undefined;
  const partly = facts.status === undefined ? undefined : `an answer with status ${facts.status} had begun`;
  return diagnosis(words.cause, isBehindProxy ? 'likely' : 'proved', {
    title: words.title,
    explanation: `${facts.failure.message} ${words.advice}`,
    evidence: [
      HOW[facts.failure.kind] ?? `the request failed with: ${facts.failure.kind}`,
      partly,
      ...(words.isOfSettings ? networkLines(facts) : []),
    ],
    actions: [
      words.cause === 'cors' ? undefined : actions.sendAgain(facts),
      words.isOfSettings ? actions.showProxySettings() : undefined,
      ['dns', 'refused'].includes(facts.failure.kind) ? actions.changeAddress(facts) : undefined,
      words.cause === 'cors' ? actions.openDocumentation(facts) : undefined,
      ['cors', 'other'].includes(facts.failure.kind) ? actions.showLog() : undefined,
    ],
  });
};

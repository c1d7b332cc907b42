import type { Failure } from '../../client/exchange.ts';
import type { CauseId, Diagnosis } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { type Rule, actions, answerLine, diagnosis } from '../rule.ts';

const WORDS: Partial<Readonly<Record<Failure['kind'], { cause: CauseId; title: string; advice: string }>>> = {
  dns: {
    cause: 'network',
    title: 'The host name is not known here.',
    advice: 'Check the address of the connection and this machine’s network.',
  },
  refused: {
    cause: 'network',
    title: 'Nothing answers at this address.',
    advice: 'Check the address and port of the connection, and that the server runs.',
  },
  tls: {
    cause: 'network',
    title: 'No secure connection could be made.',
    advice:
      'Check the certificate authority in VS Code’s proxy settings; a company network may put its own certificate in between.',
  },
  timeout: {
    cause: 'network',
    title: 'The answer took too long.',
    advice: 'Try again later, or raise the setting "bearings.request.timeoutSeconds".',
  },
  reset: {
    cause: 'network',
    title: 'The connection broke off.',
    advice: 'Try again; when it breaks off each time, something on the way closes it.',
  },
  other: { cause: 'network', title: 'The request did not get through.', advice: 'The log has what the network said.' },
  proxy: {
    cause: 'proxy-refused',
    title: 'The proxy did not let the request through.',
    advice: 'Check VS Code’s proxy settings ("http.proxy").',
  },
  cors: {
    cause: 'cors',
    title: 'The web version of VS Code may not call this host.',
    advice: 'Use Bearings in desktop VS Code or a remote window.',
  },
};

/** The network, the proxy or the browser stood in the way, so the service never answered. */
export const network: Rule = (facts) => {
  if (facts.status === 407 && !facts.failure) return proxyRefused(facts);
  const words = facts.failure && WORDS[facts.failure.kind];
  if (!facts.failure || !words) return undefined;
  const partly = facts.status === undefined ? undefined : `an answer with status ${facts.status} had begun`;
  return diagnosis(words.cause, 'proved', {
    title: words.title,
    explanation: `${facts.failure.message} ${words.advice}`,
    evidence: [`the request failed with: ${facts.failure.kind}`, partly],
    actions: [actions.sendAgain(facts, 'Send again')],
  });
};

/** Only a proxy answers 407 (RFC 9110, 15.5.8). */
function proxyRefused(facts: Facts): Diagnosis {
  return diagnosis('proxy-refused', 'proved', {
    title: 'The proxy did not let the request through.',
    explanation: `The proxy wants its own user name and password. Check VS Code’s proxy settings ("http.proxy").`,
    evidence: [answerLine(facts)],
    actions: [actions.sendAgain(facts, 'Send again')],
  });
}

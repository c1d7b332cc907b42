import type { Failure } from '../../client/exchange.ts';
import type { Facts } from '../facts.ts';
import { type Rule, actions, arrivedLine, diagnosis } from '../rule.ts';

/** The proxy wants its own credentials, or refuses the host. */
export const proxyRefused: Rule = (facts) => {
  const { status, failure, answerer, challenges, says } = facts;
  const isFailure = failure?.kind === 'proxy';
  // Only a proxy answers 407 (RFC 9110, 15.5.8), and only to a proxy does Proxy-Authenticate belong.
  const isCertain = (isFailure && !isHostUnreached(failure)) || (!failure && status === 407);
  const isSaid = !failure && ((says.has('proxy-refused') && !facts.succeeded) || answerer?.kind === 'proxy');
  // A company's web filter is often its proxy.
  const isFilter = !failure && answerer?.kind === 'firewall' && status === 403 && facts.body === 'html';
  if (!isCertain && !isSaid && !isFilter) return undefined;
  const wantsUser =
    status === 407 || /\b407\b/u.test(failure?.message ?? '') || facts.headers['proxy-authenticate'] !== undefined;
  return diagnosis('proxy-refused', isCertain ? 'proved' : isSaid ? 'likely' : 'possible', {
    title: 'The proxy did not let the request through.',
    // What the network says of it is a whole sentence already.
    explanation: `${isFailure ? failure.message : wantsUser ? 'The proxy wants its own user name and password.' : 'The proxy does not let requests to this host pass.'} Check VS Code's proxy settings ("http.proxy").`,
    evidence: [
      isFailure ? 'the request ended at the proxy' : arrivedLine(facts),
      answerer?.sign,
      challenges[0] && `the proxy asks for a sign-in by ${challenges[0].scheme}`,
      ...networkLines(facts),
    ],
    actions: [actions.showProxySettings(), actions.sendAgain(facts)],
  });
};

/** The proxy took the request and got no further: it answered to the wish for a tunnel as gateways do (RFC 9110, 15.6). */
export function isHostUnreached(failure: Failure | undefined): boolean {
  return failure?.kind === 'proxy' && /\(5\d\d\)/u.test(failure.message);
}

/** What VS Code's settings say of the way to the network; nothing where they are not known. */
export function networkLines({ network }: Facts): readonly (string | undefined)[] {
  if (!network) return [];
  const isOff = network.proxySupport === 'off';
  return [
    isOff
      ? 'VS Code\'s setting "http.proxySupport" is off, so no proxy is used'
      : network.proxy === undefined
        ? 'VS Code\'s setting "http.proxy" is empty, so the proxy of the system is used, where there is one'
        : `VS Code's setting "http.proxy" is ${network.proxy}`,
    network.checksCertificates ? undefined : 'VS Code\'s setting "http.proxyStrictSSL" is off',
    network.systemCertificates ? undefined : 'VS Code\'s setting "http.systemCertificates" is off',
  ];
}

import { type Rule, actions, arrivedLine, diagnosis } from '../rule.ts';
import { serverLine } from './wrongAddress.ts';

const WHAT: Partial<Readonly<Record<string, string>>> = {
  'bot-check':
    'A check against bots answered, so the request did not reach the service. It lets browsers pass, and programs not.',
  portal:
    'The network that this machine is in wants a sign-in of its own first. Open any web page in a browser to see it.',
  'sign-in':
    'A sign-in page answered, so the request did not reach the service. A company gateway or VPN may want a sign-in first, or the address is that of the web site.',
  firewall:
    'A gateway or firewall refused the request, so it did not reach the service. Check the network or VPN; the service may let only certain addresses in.',
};

/** A gateway, firewall, bot check, captive portal or sign-in page answered instead of the service. */
export const blockedBeforeService: Rule = (facts) => {
  const { answerer } = facts;
  const isSaid = facts.says.has('blocked-before-service') && !facts.failure;
  if (facts.failure || (!answerer && !isSaid)) return undefined;
  const explanation = isSaid ? WHAT['firewall'] : WHAT[answerer?.kind ?? ''];
  if (explanation === undefined) return undefined;
  // A gate that counts calls lets them through again later.
  const isOfCalls = facts.status === 429 && answerer?.kind === 'firewall';
  return diagnosis('blocked-before-service', isOfCalls ? 'possible' : 'likely', {
    title: 'Something before the service answered.',
    explanation,
    evidence: [arrivedLine(facts), answerer?.sign, serverLine(facts)],
    actions: [actions.sendAgain(facts), actions.showProxySettings()],
  });
};

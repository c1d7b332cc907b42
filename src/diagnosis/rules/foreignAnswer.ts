import { type Rule, actions, answerLine, diagnosis } from '../rule.ts';

const NAMES_A_GATE =
  /captcha|cloudflare|akamai|incapsula|imperva|firewall|access denied|are you (?:a )?human|bot (?:check|protection)|sign[ -]?in|log[ -]?in|single sign-on|captive portal|web filter|blocked by/iu;

/** Something else than the service's API answered: a page in place of data. */
export const foreignAnswer: Rule = (facts) => {
  if (facts.failure || facts.foreignOrigin !== undefined || facts.body !== 'html') return undefined;
  if (facts.status !== undefined && facts.status >= 500) return undefined;
  const isGate = NAMES_A_GATE.test(facts.pageText);
  const server = facts.headers['server'];
  return diagnosis(isGate ? 'blocked-before-service' : 'wrong-address', 'likely', {
    title: isGate ? 'Something before the service answered.' : `This address is not ${facts.definition.name}'s API.`,
    explanation: isGate
      ? 'A gateway, firewall or sign-in page answered with a web page, so the request did not reach the service. Check the network or VPN.'
      : 'A web page came back where the API answers with data. Check the base URL of the connection and the path.',
    evidence: [answerLine(facts), 'the answer is a web page (HTML)', server && `header Server: ${server.slice(0, 60)}`],
    actions: [actions.sendAgain(facts, 'Send again')],
  });
};

/** The answer came after a redirect to another origin, where the key rightly was not sent. */
export const redirectDroppedKey: Rule = (facts) => {
  if (facts.failure || facts.foreignOrigin === undefined) return undefined;
  return diagnosis('redirect-dropped-key', 'proved', {
    title: 'The request was redirected to another host.',
    explanation: `The answer is from ${facts.foreignOrigin}. The key goes to the connection's own address only, so it was not sent there. If that host is right, make a connection to it.`,
    evidence: [`the last redirect led to ${facts.foreignOrigin}`, answerLine(facts)],
  });
};

/** The service says that it is down or in maintenance. */
export const serviceDown: Rule = (facts) => {
  if (facts.failure || facts.foreignOrigin !== undefined || facts.status === undefined || facts.status < 500)
    return undefined;
  return diagnosis('service-down', 'likely', {
    title: `${facts.definition.name} has a fault or is down.`,
    explanation:
      'The service failed while it worked on the request; neither the key nor the project is the reason. Try again later.',
    evidence: [answerLine(facts)],
    actions: [actions.sendAgain(facts, 'Send again')],
  });
};

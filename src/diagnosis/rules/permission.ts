import type { Facts } from '../facts.ts';
import type { Observation } from '../history.ts';
import { type Rule, actions, answerLine, diagnosis, keyKindLine, observationLine } from '../rule.ts';

/**
 * The service names the permission that the key lacks. What the key did before in the same area tells whether it may
 * read there at all.
 */
export const permission: Rule = (facts) => {
  const permission = facts.named?.permission;
  if (facts.named?.cause !== 'permission-missing' || facts.succeeded) return undefined;
  const [area = '', level = ''] = (permission ?? '').split(':');
  const wantsWrite = /write|create|delete|manage/iu.test(level);
  const wantsRead = /^read/iu.test(level);
  const read = facts.history.find((seen) => seen.succeeded && isReadIn(area, seen, facts));
  const { title, cause } =
    wantsWrite && read
      ? { cause: 'permission-read-only' as const, title: `This key may read ${area}, but not change it.` }
      : wantsRead && facts.reads
        ? { cause: 'permission-none' as const, title: `This key may not read ${area}.` }
        : { cause: 'permission-missing' as const, title: `This key lacks the permission ${permission ?? 'for this'}.` };
  return diagnosis(cause, 'proved', {
    title,
    explanation: `The key is known to ${facts.definition.name}, but ${facts.request} needs ${permission ?? 'a permission'} and the key was made without it. Give the key that access on its page, or use another key.`,
    evidence: [
      answerLine(facts),
      observationLine(cause === 'permission-read-only' ? read : undefined),
      keyKindLine(facts),
    ],
    actions: [actions.openKeyPage(facts), actions.replaceKey(facts), actions.testKey(facts)],
  });
};

function isReadIn(area: string, seen: Observation, { definition }: Facts): boolean {
  const operation = definition.operations.find(({ method, path }) => `${method} ${path}` === seen.operation);
  return seen.method === 'GET' && operation?.area === area;
}

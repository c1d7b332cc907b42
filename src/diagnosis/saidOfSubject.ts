/** What is meant by saying something of a subject: the one table by which grammar becomes topics. */
import { namesWrongSort } from './keySorts.ts';
import { type Found, type Predicate, type Subject, type Topic, matches } from './topicTable.ts';
import { otherExpiry as otherExpiryWords } from './wordings.ts';
import { once, pattern } from './wordPatterns.ts';

const otherExpiry = once(() => pattern([otherExpiryWords]));

/** What a sort of key may not do, or what only a sort of key may, wherever it stands in the sentence. */
export function keyKindTopics(
  predicates: readonly Found<Predicate>[],
  subjects: readonly Found<Subject>[],
  sentence: string,
): readonly Topic[] {
  const has = (...wanted: readonly Predicate[]) => predicates.some(({ what }) => wanted.includes(what));
  // What a key of one project may not do with another is a matter of the project.
  const isOfOthers = subjects.some(
    ({ what, start }) => what === 'project' && /\b(?:other|another|different) $/u.test(sentence.slice(0, start)),
  );
  const isNarrow = !isOfOthers && subjects.some(({ what }) => what === 'narrowKey') && has('cannot', 'noAccess');
  const isBroad = subjects.some(({ what }) => what === 'broadKey') && has('only');
  if (namesWrongSort(sentence, subjects)) return ['key-wrong-kind'];
  return isNarrow || isBroad ? ['needs-broader-key'] : [];
}

/** The one table of what a predicate says of its subject. */
export function topicsOf(
  subject: Subject | undefined,
  predicate: Predicate,
  subjects: readonly Found<Subject>[],
  sentence: string,
): readonly Topic[] {
  const hasKey = subjects.some(({ what }) => ['key', 'token', 'broadKey', 'narrowKey'].includes(what));
  const isLacking = predicate === 'missing' || predicate === 'needs';
  if (subject !== undefined && OF_KEY_AND_PROJECT.has(subject) && ['bound', 'only', 'missing'].includes(predicate)) {
    const hasBoth = hasKey && subjects.some(({ what }) => what === 'project' || what === 'narrowKey');
    if (hasBoth && isOfManyProjects(sentence)) return ['project-missing'];
  }
  switch (subject) {
    case 'project':
      if (isLacking) return ['project-missing'];
      if (predicate === 'only') return hasKey ? ['project-outside-key'] : [];
      if (predicate === 'bound') return hasKey ? ['project-outside-key'] : ofPersons(sentence);
      if (predicate === 'conflict' && hasKey) return ofKeyAndProject(sentence);
      // Of several that are found one is to be named; of several that are named one is too many.
      if (predicate === 'conflict') return CHOOSE.test(sentence) ? ['project-missing'] : ['project-conflict'];
      if (predicate === 'noAccess' && /\bcross\b/u.test(sentence)) return ['project-outside-key'];
      if (predicate === 'noAccess' && hasKey && OF_ITS_OWN.test(sentence)) return ['project-outside-key'];
      if (predicate === 'invalid' && hasKey && /falsch|mauvais|equivocad|errad[oa]|sbagliat/u.test(sentence))
        return ['project-outside-key'];
      // "Wrong project for this key" says that another would be right.
      if (
        predicate === 'invalid' &&
        /\bwrong \w+ for (?:(?:this|that|the|your)\b|(?:api )?(?:key|token)\b)/u.test(sentence) &&
        hasKey
      )
        return ['project-outside-key'];
      // A header that was not found named nothing.
      if (predicate === 'unknown' && /\b(?:header|parameter|field)\b/u.test(sentence)) return ['project-missing'];
      return ['unknown', 'invalid', 'noAccess', 'malformed'].includes(predicate) ? ['project-unknown'] : [];
    case 'broadKey':
      if (isLacking || predicate === 'only') return ['needs-broader-key'];
      return keyTopics(predicate, sentence);
    case 'narrowKey':
      if (predicate === 'cannot' || predicate === 'noAccess') return ['needs-broader-key'];
      return isLacking ? ['project-missing'] : keyTopics(predicate, sentence);
    case 'key':
    case 'token':
    case 'credential': {
      const hasProject = subjects.some(({ what }) => what === 'project');
      if (hasProject && (predicate === 'bound' || predicate === 'only')) return ['project-outside-key'];
      if (hasProject && predicate === 'noAccess')
        return [OF_ITS_OWN.test(sentence) ? 'project-outside-key' : 'project-unknown'];
      if (isLacking) return ofLackingKey(subject, sentence);
      if (
        predicate === 'invalid' &&
        /\b(?:for|in|with) (?:this|that|the|another|project)\b/u.test(sentence) &&
        subjects.some(({ what }) => what === 'project')
      ) {
        return ['project-outside-key'];
      }
      return keyTopics(predicate, sentence);
    }
    case 'role':
      return isLacking || ['only', 'noAccess', 'cannot'].includes(predicate) ? ['role-insufficient'] : [];
    case 'thing':
      // "Must refer to an existing category" is said of a value.
      if (predicate === 'unknown' && /\b(?:must|has to|have to|needs? to|should)\b/u.test(sentence)) return [];
      return predicate === 'unknown' || (predicate === 'invalid' && GONE.test(sentence)) ? ['not-found'] : [];
    case 'permission':
    case 'region':
    case 'content':
      return [];
    case undefined:
      // A subscription that is over is no key.
      if (predicate === 'expired') return matches(otherExpiry(), sentence).length > 0 ? [] : ['key-expired'];
      if (predicate === 'noAccess') return ['denied'];
      return predicate === 'unknown' ? ['not-found'] : [];
  }
}

/** "Provide a valid key" is said to a wrong key as well; "authentication required" to both. */
function ofLackingKey(subject: Subject, sentence: string): readonly Topic[] {
  if (/\b(?:keys?|tokens?|credentials?) (?:with|that|which|having)\b/u.test(sentence)) return [];
  if (/\bvalid\b|gultig|valide|valid[oa]|有效|有効|действ/u.test(sentence)) return ['asked'];
  const isVague =
    subject === 'credential' &&
    !/\b(?:no|not|without|missing)\b|n't|fehl|manqu|falta|缺|ありません|отсутств/u.test(sentence);
  return [isVague ? 'asked' : 'key-missing'];
}

const OF_KEY_AND_PROJECT: ReadonlySet<Subject> = new Set(['project', 'key', 'token', 'credential', 'narrowKey']);

/**
 * "The key is not bound to a project" and "the token must be scoped to a project" are said of a key that reaches many;
 * "not bound to this project" is not.
 */
function isOfManyProjects(sentence: string): boolean {
  return UNBOUND.test(sentence) || TO_BE_BOUND.test(sentence);
}

const ANY = '(?:any|an?|one|some|exactly one)\\b';
const UNBOUND = new RegExp(
  `(?:\\bnot|n't|never) (?:\\w+ ly |yet )?(?:bound|tied|linked|limited|scoped|restricted|assigned|attached|confined|belong|specific) (?:to|with) ${ANY}|\\bunbound\\b`,
  'u',
);
const TO_BE_BOUND = new RegExp(
  `\\b(?:must|has to|have to|needs? to|should|shall) (?:be (?:bound|tied|linked|limited|scoped|restricted|assigned|addressed|used|accompanied|sent|narrowed) (?:to|with|for|in|by)|name|state|carry|specify) ${ANY}`,
  'u',
);

const CHOOSE = /\b(?:specify|choose|select|pick) (?!only)/u;
const GONE = /\b(?:deleted|removed|archived)\b/u;
/** What a key may not do beyond its project. */
const OF_ITS_OWN = /\boutside\b|\b(?:its|their) own\b|\b(?:other|another|different)\b/u;

/** A key that reaches several projects leaves open which is meant; a key whose project differs is of another. */
function ofKeyAndProject(sentence: string): readonly Topic[] {
  if (/\bambiguous\b|\b(?:several|multiple|many|more than one)\b/u.test(sentence)) return ['project-missing'];
  return /\bdiffers?\b|\bdifferent\b|mismatch|n[o']t match|disagree/u.test(sentence) ? ['project-outside-key'] : [];
}

/** Not belonging is said of persons as well as of keys. */
function ofPersons(sentence: string): readonly Topic[] {
  return /\b(?:you|user|caller|account|member)\b/u.test(sentence) ? ['project-unknown'] : [];
}

const TO_SOMETHING = /access to|zugriff auf|acces a|acceso a|acesso a|доступ.{0,3} к|へのアクセス|访问/u;

function keyTopics(predicate: Predicate, sentence: string): readonly Topic[] {
  switch (predicate) {
    case 'unknown':
    case 'invalid':
      return [/\boff limits\b/u.test(sentence) ? 'permission' : 'key-invalid'];
    case 'expired':
      return ['key-expired'];
    case 'malformed':
      return ['key-malformed'];
    case 'noAccess':
      // No access to something is a permission; a key that is not allowed at all may be any.
      return TO_SOMETHING.test(sentence) ? ['permission'] : ['denied'];
    case 'missing':
    case 'needs':
    case 'bound':
    case 'conflict':
    case 'cannot':
    case 'only':
      return [];
  }
}

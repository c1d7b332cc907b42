/** Which sort of key a sentence names, and whether it says that another sort was wanted. */
import type { Found, Subject } from './topicTable.ts';
import { once } from './wordPatterns.ts';

/**
 * What stands before "key" and tells no sort of it: small words, states, regions, and what tells how far a key reaches
 * or what it may do, which are causes of their own.
 */
const NO_SORT = `an? the this that these those your our its their his any no every each some all both other another such
  same own different wrong right correct proper real api access auth authentication authorization bearer valid invalid
  expired revoked unknown inactive active disabled deleted suspended locked archived retired previous leaked rotated
  compromised temporary new old current missing required provided supplied given sent used stored good bad single one two
  more most many multiple several only not full limited restricted scoped bound unbound free trial demo test live sandbox
  production staging eu us viewer reader member guest admin owner foreign primary duplicate object json sort partition
  with without of for by and or from to via using through where when if because have has had than as is are was were
  empty malformed incomplete truncated strong weak regular normal following above particular specific which whose`
  .trim()
  .split(/\s+/u)
  .join('|');
const SORT = String.raw`(?!(?:${NO_SORT})\b)[a-z]{3,} (?:api |access )?`;

const FORMS = [
  // "Heartbeat tokens are not API keys", "Licence keys cannot be used here": said of all of a sort.
  String.raw`\b${SORT}(?:keys|tokens|secrets) (?:(?:are|can|may|must|do|will|work) (?:not|only)|are (?:meant |intended |made )?for|cannot|aren't|can't|don't|won't)\b`,
  String.raw`\b(?:keys|tokens) (?:are not|aren't) (?:supported|accepted|allowed|usable) (?:by|for|on|at|with|in) (?:this|the) (?:api|endpoint|route|method|operation|service)\b`,
  String.raw`\ban? ${SORT}(?:key|token|secret) (?:is not|isn't) an? (?:valid )?(?:api |access )?(?:key|token)\b`,
  // "HEARTBEAT_TOKEN_NOT_ALLOWED", and nothing more.
  String.raw`^\W*${SORT}(?:key|token|secret)s? (?:is |are )?not (?:allowed|permitted|supported|usable)(?: here)?\W*$`,
  // "You sent a client token", "a browser key was supplied", "is a webhook secret".
  String.raw`\b(?:sent|used|provided|supplied|passed|presented|got|received|found|gave|is|was|looks like|seems to be) an? ${SORT}(?:key|token|secret)\b`,
  String.raw`\ban? ${SORT}(?:key|token|secret) (?:was|has been) (?:sent|used|provided|supplied|passed|presented|given|received|found)\b`,
];
const pattern = once(() => new RegExp(FORMS.join('|'), 'u'));

/** What tokens of a sort are for, or not for, when that is a place and nothing that is done there. */
const PLACED =
  /\b(?:read|write|query|view) (?:api |access )?(?:keys|tokens|secrets)\b.{0,40}\b(?:with|at|on|for|in|by) (?:the |this |our )?(?:[\w/]+ ){0,3}?(?:api|endpoints?|sdk|host|urls?|routes?)\b/u;

/** The sentence says of a sort of key that it is not the one. What tells of a key's reach is no sort. Pure. */
export function namesWrongSort(sentence: string, subjects: readonly Found<Subject>[]): boolean {
  return !subjects.some(({ what }) => what === 'narrowKey') && pattern().test(sentence);
}

/** "Read tokens can only be used with the query API" tells of a sort, and of nothing that may not be changed. Pure. */
export function isSortForPlace(sentence: string): boolean {
  return PLACED.test(sentence);
}

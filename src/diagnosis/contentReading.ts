/**
 * Tells sentences about what a request says, or about the entry that it asks for, from those about who asks. The same
 * words stand in both: a role, a limit or a key may be an entry, and a token the value of a field.
 */
import type { Topic } from './topicTable.ts';
import { type ProjectWords, once } from './wordPatterns.ts';

/** What is there already, is still needed or is the last of its kind is an entry, whatever it is called. */
const STATE =
  /\b(?:still|currently|being) (?:in use|used|assigned|referenced|attached)\b|\bis in use\b|\bthe (?:last|only|sole) (?:\w+ )?(?:owner|admin\w*|member|user)\b|\balready (?:exists?|taken|in use|been (?:taken|assigned|registered)|registered|defined|assigned|used by)\b|\bduplicate\b|\b(?:must|has to|should) be unique\b|\bnot unique\b|existiert bereits|bereits (?:vergeben|vorhanden)|(?:bereits|schon) .{0,20}gibt|existe deja|deja (?:utilise|pris)|ya existe|ja existe|esiste gia|gia esist|bestaat al|juz istnieje|(?:既|すで)に(?:存在|使用)|已经?(?:存在|被使用)|уже (?:существует|занят|использу)|이미 (?:존재|사용)/u;

/** What a value has to be, by its type, its time or the choices there are. */
const FORMS = {
  must: String.raw`\b(?:must|should|has to|have to|needs? to) (?:be an existing|exist|refer to|reference|point to)\b|\b(?:must|should|has to|have to|needs? to) (?:not |only )?be (?:an? |the )?(?:valid )?(?:string|text|number|numeric|integer|int|float|decimal|bool(?:ean)?|array|list|object|date|datetime|time ?stamp|uuid|url|e ?mail|in the (?:future|past)|one of|either|before|after|between|greater|less|more than|larger|smaller|in iso|iso ?8601|positive|negative|non ?negative|within|different|true|false|lower ?case|upper ?case)\b`,
  choice: String.raw`\b(?:not (?:an? )?(?:valid |allowed |accepted |supported |known )?|invalid |unknown |unsupported |unexpected )(?:choice|option|enum\w*|member of)\b|\b(?:valid|allowed|possible) (?:choices|options|values) (?:are|for)\b|\bselected \w+(?: \w+)? is (?:invalid|not valid)\b|\bnot one of\b|\btoo (?:far )?in the (?:future|past)\b|\b(?:invalid|unexpected|unknown) token .{1,40} (?:in|at|near) (?:the )?(?:filter|query|expression|sort|search|position|line|column|formula|template)\b|\bread ?only (?!(?:api )?(?:keys?|tokens?|access|permissions?|credentials?|mode|scopes?|roles?|users?|accounts?|plans?|rights?|connections?)\b)[a-z]{4,}|\bfields? (?:\w+ ){1,3}(?:is|are) (?:required|missing|invalid|empty)|\b(?:key|token|secret|role|scope)s? fields? (?:is|are|must|may|can)\b`,
  type: String.raw`\bis not an? (?:valid )?(?:string|number|integer|bool(?:ean)?|array|list|object|date|datetime|uuid|url)\b|\b(?:expects?|expected) (?:an? )?(?:string|number|integer|bool(?:ean)?|array|list|object|date)\b|\b(?:string|number|integer|bool(?:ean)?|array|object|date) (?:type )?expected\b`,
  // The place or the right of an entry, not of who asks: "Unknown region", "The role is not supported".
  name: String.raw`\b(?:unknown|invalid|unsupported) (?:\w+ )?(?:regions?|roles?|scopes?|permissions?|time ?zones?|plans?)(?: '.*| \S+)?$|\b(?:regions?|roles?|scopes?|permissions?|time ?zones?|plans?) (?:\S+ )?(?:is|are) (?:invalid|unknown|(?:not|n't) (?:valid|supported|available|known|recogni[sz]ed|an? ))`,
  other: String.raw`muss (?:in der (?:zukunft|vergangenheit)|eine? (?:zeichenkette|zahl|ganzzahl|text|datum|liste|gultige[rsn]? \w+))|doit etre (?:dans le (?:futur|passe)|une? (?:chaine|nombre|entier|date|tableau|booleen|texte))|debe (?:ser|estar en) (?:el futuro|una? (?:cadena|numero|fecha|entero|booleano|texto|lista))|deve (?:ser|estar no) (?:futuro|uma? (?:texto|numero|data|cadeia|inteiro|lista))|deve essere (?:nel futuro|una? (?:stringa|numero|data|intero))`,
} as const;
const formWords = once(() => new RegExp(Object.values(FORMS).join('|'), 'u'));

/** The name of a part of the content, which may be that of a header or a secret. */
const PART_OF_CONTENT =
  /\b(?:field|parameter|property|attribute|column|option) ['`]?[\w ]{1,40}?['`]? (?:must|may|can|should|has|is|are|was|does) ?(?:not|n't)?\b/u;

const NAME_OF_HEADER =
  /\b(?:header|field|parameter|property|attribute|column|variable) names? .{1,40}\b(?:not|n't|reserved|invalid|forbidden)\b/u;

/** "No user with that role", "No rate limit rule with this id": an entry is looked for by what it has. */
const ENTRY_BY_PROPERTY =
  /\b(?:no|no such|no matching|(?:could not|couldn't|cannot|can't|unable to|failed to) (?:find|locate)(?: an?| any)?) (?:[\w']+ ){1,5}?(?:with|by|having|under|matching|matches|has|for) (?:this|that|the|such an?|the (?:given|requested|specified|provided)) (?:id|identifier|uuid|name|slug|e ?mail|address|title|label|number|code|role|type|kind|status|date|url|path|version|reference|tag)s?\b|\b(?:nobody|no one) has (?:this|that|the given|such an?) |\bkein(?:e[nrs]?)? \w+ mit (?:dies|de[rm])\w* (?:id|kennung|namen?|nummer)\b|\baucune? \w+ (?:avec|portant) c?(?:et|ette|e|l') ?(?:id|identifiant|nom|numero)\b|\b(?:ningun|nenhum)\w* \w+ co[nm] (?:es[tse]\w*|el|o) (?:id|nombre|nome|numero)\b|\b(?:no|no such) (?:[\w']+ ){1,5}?(?:called|named|with (?:id|name|number)) \S/u;

/** What may be an entry, though a refusal that speaks of it is mostly about who asks. */
const ENTRY =
  /\b(?:roles?|owners?|admin(?:istrator)?s?|managers?|members?|permissions?|scopes?|limits?|quotas?|rates?|plans?|subscriptions?|invitations?|maintenance|windows?|schedules?|clocks?|time ?zones?|users?|rolle|wartung\w*|role|limite|rol)\b/u;

const IS_UNKNOWN =
  /\b(?:not found|(?:does|do|did)(?: not|n't) exist|no longer exists?|(?:could|can)(?: ?not|n't) (?:be )?(?:find|found|located|locate)|was (?:deleted|removed)|unknown|no such|non ?existent)\b|nicht gefunden|existiert nicht|introuvable|n'existe pas|no (?:se )?encontr|no existe|nao (?:foi )?encontrad|nao existe|non trovat|見つかりません|存在しません|未找到|不存在|не найден|не существует/u;

/** "No monitor 404": what is left of "No monitor 404 in project 7". */
const NO_ENTRY =
  /^\W*(?:there (?:is|are|was) |we have )?no (?:such )?(?!permissions?\b|rights?\b|scopes?\b|roles?\b|projects?\b)[a-z]+(?: [a-z]+)?(?: #?[\w-]*\d[\w-]*| '[^']*')?\W*$/u;

/** The one who asks, or what shows who that is. */
const CALLER =
  /\b(?:you(?! (?:asked|requested|specified|named|gave|are looking))|yours?|caller|authori[sz]ation|authentication|bearer|signature|clock|request time ?stamp|time ?stamp is too|credentials?|access|allowed|permitted)\b|\b(?:provided|supplied|presented|given|this|that|the) (?:api |access )?(?:key|token)\b(?! (?:field|parameter|value|name|id))/u;
const KEY = /\b(?:keys?|apikeys?|tokens?|secrets?|credentials?|sessions?)\b/u;

/** What is over, and no key. */
const OTHER_OVER =
  /\b(?:invitation|invite|link|download|export|offer|coupon)s?\b.{0,40}\b(?:expired|over|ended)\b|\bexpired (?:invitation|invite|link|download|export|offer|coupon)\b/u;

/** Statuses by which a service speaks of the content; a success may carry an error inside. */
const OF_CONTENT: ReadonlySet<number> = new Set([200, 400, 409, 412, 422]);
const OF_ENTRY: ReadonlySet<number> = new Set([404, 410]);

/**
 * What a sentence says of the content or of an entry; undefined for one that may be about who asks. Pure.
 * @param sentence folded.
 * @param status of the refusal; words decide nothing alone.
 */
export function contentTopics(
  sentence: string,
  status: number | undefined,
  words: ProjectWords,
): readonly Topic[] | undefined {
  const isOfContent = status !== undefined && OF_CONTENT.has(status);
  const isOfEntry = status !== undefined && OF_ENTRY.has(status);
  if (!isOfContent && !isOfEntry) return undefined;
  // "No entry with this id in this project": the project is where it was looked for.
  if (isOfEntry && isWithinProject(sentence, words)) return ['not-found', 'entry'];
  if (isOfContent && NAME_OF_HEADER.test(sentence)) return ['content'];
  // A project that is unknown or wrongly written is a cause of its own.
  if (sentence.search(words.project) >= 0 || (words.carriers && sentence.search(words.carriers) >= 0)) return undefined;
  if (isOfContent && (isOfValue(sentence) || PART_OF_CONTENT.test(sentence))) return ['content'];
  const isNamed =
    ENTRY_BY_PROPERTY.test(sentence) ||
    (ENTRY.test(sentence) && IS_UNKNOWN.test(sentence) && !CALLER.test(sentence) && !KEY.test(sentence));
  if (!isNamed && !OTHER_OVER.test(sentence)) return undefined;
  return isOfEntry ? ['not-found', 'entry'] : status === 200 ? ['not-found'] : ['content'];
}

/** What is not there, looked for in a project that is. */
function isWithinProject(sentence: string, words: ProjectWords): boolean {
  const rest = sentence.replace(words.place, ' ');
  if (rest === sentence || rest.search(words.project) >= 0) return false;
  return (
    ENTRY_BY_PROPERTY.test(rest) ||
    (NO_ENTRY.test(rest) && !CALLER.test(rest) && !KEY.test(rest)) ||
    (IS_UNKNOWN.test(rest) && !CALLER.test(rest) && !KEY.test(rest))
  );
}

/** Whether a text tells what a value has to be, or that there is one already, and not of the key of who asks. Pure. */
export function isOfValue(sentence: string): boolean {
  return STATE.test(sentence) || (formWords().test(sentence.trimEnd()) && !CALLER.test(sentence));
}

import type { Certainty } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { mayBeElsewhere } from './regionMismatch.ts';
import { probeLine, probed } from '../probeResult.ts';
import { blamesKeyAlone } from '../reading.ts';
import {
  type Rule,
  actions,
  answerLine,
  diagnosis,
  isRefusal,
  keyKindLine,
  keyStanding,
  namesEntry,
  namesOther,
  observationLine,
  projectStanding,
  scopeLine,
} from '../rule.ts';
import { overSince } from './keyExpired.ts';
import { blamesContent, contentFields, forbids, isOfToken } from './words.ts';

/** The key is well-formed, but the service does not know it, or knows it no more. */
export const keyInvalid: Rule = (facts) => {
  if (!isRefusal(facts) || facts.named?.permission) return undefined;
  // The key is good for another read at this moment, or in another region, so it is not the key.
  if (probed(facts, 'key') === 'good' || probed(facts, 'area') === 'good' || probed(facts, 'region') === 'good')
    return undefined;
  const certainty = certaintyOf(facts);
  if (!certainty) return undefined;
  const { standing, seen } = keyStanding(facts);
  return diagnosis('key-invalid', certainty, {
    title: `${facts.definition.name} does not accept this key.`,
    explanation:
      standing === 'good'
        ? 'The key worked before in this window, so it was probably revoked or replaced since. Replace it with a valid one.'
        : 'The key is mistyped, revoked, deleted, or of another account. Copy it again from the page where it was made.',
    evidence: [answerLine(facts), scopeLine(facts), keyKindLine(facts), observationLine(seen), probeLine(facts, 'key')],
    actions: [
      actions.replaceKey(facts),
      actions.openKeyPage(facts),
      actions.findWorkingKey(facts),
      actions.testKey(facts),
    ],
  });
};

function certaintyOf(facts: Facts): Certainty | undefined {
  const { says, status } = facts;
  const isSaid = says.has('key-invalid');
  const isRefused = probed(facts, 'key') === 'refused';
  const isOther = namesOther(facts, 'key-invalid', 'project-unknown', 'project-missing', 'permission');
  // Where the key may be from another region, a refusal here proves nothing.
  const isElsewhere = mayBeElsewhere(facts);
  const isPlain = isRefused && status === 401 && !isOther && !isOfToken(facts) && hasSameRefusal(facts);
  if (isPlain && !isElsewhere && isUnderstood(facts) && overSince(facts) === undefined) return 'proved';
  if (isSaid)
    return isOfToken(facts) || namesOther(facts, 'key-invalid', 'key-missing', 'project-unknown', 'project-missing')
      ? 'possible'
      : 'likely';
  if (isOther || contentFields(facts).length > 0) return undefined;
  if (isRefused) return status === 401 || status === 403 ? 'likely' : 'possible';
  if (status === 401) return ofSilent401(facts);
  if (facts.isTokenExchange && status === 403 && facts.scope.project === undefined) return 'likely';
  if (status === 403) return ofSilent403(facts);
  if (blamesContent(facts) || (status === 404 && (namesEntry(facts) || says.has('entry')))) return undefined;
  return facts.isTokenExchange || keyStanding(facts).standing === 'refused' ? 'possible' : undefined;
}

/** Words that nobody here can read may say something narrower, such as that the key's time is over. */
function isUnderstood({ message, says, rejectedFields }: Facts): boolean {
  return (
    (message === '' && rejectedFields.length === 0) ||
    (says.has('key-invalid') && blamesKeyAlone(message)) ||
    /^(?:un-?auth\w*|forbidden|access denied|denied)[.!]?$/iu.test(message)
  );
}

/** The key check was refused as the request was, with nothing that says otherwise. */
function hasSameRefusal({ probes }: Facts): boolean {
  const probe = probes.find(({ kind }) => kind === 'key');
  return probe?.status === 401;
}

function ofSilent403(facts: Facts): Certainty | undefined {
  const { standing } = keyStanding(facts);
  if (standing === 'good') return undefined;
  return standing === 'refused' ? 'likely' : 'possible';
}

function ofSilent401(facts: Facts): Certainty {
  if (isOfToken(facts)) return 'possible';
  const { standing } = keyStanding(facts);
  if (forbids(facts) && standing === 'good' && !facts.reads) return 'possible';
  // Another project than the selected one was typed by hand, which is the plainer reason.
  if (facts.against !== undefined && standing !== 'refused') return 'possible';
  if (standing === 'refused' || !facts.isRequestKnown || isStrange(facts, standing)) return 'likely';
  if (!facts.takesProject) return 'likely';
  if (facts.keyKind === 'one-project')
    return facts.scope.by === 'none' || facts.definition.scope.by === 'path' ? 'likely' : 'possible';
  if (facts.scope.by === 'none') return 'possible';
  return standing === 'good' && projectStanding(facts) !== 'good' ? 'possible' : 'likely';
}

/** A text that does not look like one of the service's keys and never worked. */
function isStrange({ keyKind, credential, definition }: Facts, standing: string): boolean {
  return keyKind === 'unknown' && credential !== undefined && standing === 'new' && definition.keys.patterns.length > 0;
}

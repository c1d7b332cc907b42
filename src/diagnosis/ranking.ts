import type { Rule } from './rule.ts';
import { blockedBeforeService } from './rules/blockedBeforeService.ts';
import { clockSkew } from './rules/clockSkew.ts';
import { invalidRequest } from './rules/invalidRequest.ts';
import { keyExpired } from './rules/keyExpired.ts';
import { keyInvalid } from './rules/keyInvalid.ts';
import { keyMalformed } from './rules/keyMalformed.ts';
import { keyMissing } from './rules/keyMissing.ts';
import { keyPerhapsExpired } from './rules/keyPerhapsExpired.ts';
import { keyWrongKind } from './rules/keyWrongKind.ts';
import { keyWrongService } from './rules/keyWrongService.ts';
import { needsBroaderKey } from './rules/needsBroaderKey.ts';
import { network } from './rules/network.ts';
import { notFound } from './rules/notFound.ts';
import { notSent } from './rules/notSent.ts';
import { permission } from './rules/permission.ts';
import { perhapsNoAccess, perhapsReadOnly } from './rules/permissionPerhaps.ts';
import { projectConflict } from './rules/projectConflict.ts';
import { projectMissing } from './rules/projectMissing.ts';
import { projectOutsideKey } from './rules/projectOutsideKey.ts';
import { projectUnknown } from './rules/projectUnknown.ts';
import { proxyRefused } from './rules/proxyRefused.ts';
import { rateLimited } from './rules/rateLimited.ts';
import { redirectDroppedKey } from './rules/redirectDroppedKey.ts';
import { regionMismatch } from './rules/regionMismatch.ts';
import { roleInsufficient } from './rules/roleInsufficient.ts';
import { rolePerhapsInsufficient } from './rules/rolePerhapsInsufficient.ts';
import { serviceDown } from './rules/serviceDown.ts';
import { tokenExpired } from './rules/tokenExpired.ts';
import { wrongAddress } from './rules/wrongAddress.ts';

/**
 * The rules, in the order in which their causes stand when they are equally sure: what explains more of the facts, and
 * what has to be mended first, comes first.
 */
export const RANKING: readonly { readonly rule: Rule; readonly why: string }[] = [
  { rule: notSent, why: 'nothing went out, so nothing else can have gone wrong' },
  { rule: network, why: 'no answer came, so nothing can be said of what it would have been' },
  { rule: proxyRefused, why: 'the proxy stands before everything else on the way' },
  { rule: redirectDroppedKey, why: 'another host answered, and it never saw the key' },
  {
    rule: blockedBeforeService,
    why: 'the service did not see the request, so what came back says nothing of key or project',
  },
  { rule: rateLimited, why: 'a service that counts too many calls looks at nothing else' },
  { rule: serviceDown, why: 'a service that is down looks at nothing either' },
  { rule: wrongAddress, why: 'another API answered, to which this key and project mean nothing' },
  { rule: keyWrongService, why: "the key's own text is stronger than any guess at why a key is refused" },
  { rule: keyWrongKind, why: 'a secret of another sort is refused however good it is' },
  { rule: keyMalformed, why: 'a text that cannot be a key can be neither unknown nor expired' },
  { rule: keyMissing, why: 'where no key arrives, nothing can be said of the key' },
  { rule: regionMismatch, why: 'in another region a good key is unknown, and so is its project' },
  { rule: clockSkew, why: 'with a clock that is off, a good credential looks expired' },
  { rule: tokenExpired, why: 'a token is refused before the key behind it is looked at' },
  { rule: keyExpired, why: 'an expired key is narrower than one that is not accepted' },
  { rule: projectConflict, why: 'two projects in one request can look like a wrong one or none' },
  { rule: roleInsufficient, why: "a text that names a role names the person, whatever the key's permissions" },
  { rule: needsBroaderKey, why: 'no permission makes a key of one project one for all' },
  { rule: projectOutsideKey, why: 'for a bound key, this is what an unknown project is' },
  { rule: permission, why: 'a text on permissions is narrower than the statuses by which a project is guessed at' },
  { rule: perhapsReadOnly, why: 'the same where the permission is not named' },
  { rule: perhapsNoAccess, why: 'a key that may read here is more usual than one that may not' },
  { rule: projectMissing, why: 'a project that is not named can be neither unknown nor misplaced' },
  { rule: projectUnknown, why: 'a project is changed more easily than a key' },
  { rule: keyInvalid, why: 'the most usual meaning of a 401 that says nothing, after what is narrower' },
  { rule: keyPerhapsExpired, why: 'narrower than a key that is not accepted, but nothing readable speaks for it' },
  { rule: rolePerhapsInsufficient, why: 'the same for what lacks beside a permission' },
  { rule: invalidRequest, why: 'the content is looked at after the caller' },
  { rule: notFound, why: 'an entry is looked for last' },
];

/**
 * The data that comes with Bearings: definitions, and the words by which APIs refuse. They are built into a file of their
 * own beside the extension's, because they are data and grow with each service and language.
 */
import flare from './definitions/flare.json' with { type: 'json' };
import logfire from './definitions/logfire.json' with { type: 'json' };
import phare from './definitions/phare.json' with { type: 'json' };
import wellows from './definitions/wellows.json' with { type: 'json' };
import { gateHeaders, gateWords, pageWords } from './gateSigns.ts';
import {
  advice,
  compounds,
  elsewhere,
  foreignKeys,
  otherExpiry,
  predicates,
  projectWords,
  subjects,
  wholes,
} from './wordings.ts';

/** Not checked yet: `builtInServices` does that. */
export const definitions: readonly { readonly id: string }[] = [phare, logfire, flare, wellows];

/** General wordings, whichever the service. */
export const wordings = {
  advice,
  compounds,
  elsewhere,
  foreignKeys,
  gateHeaders,
  gateWords,
  otherExpiry,
  pageWords,
  predicates,
  projectWords,
  subjects,
  wholes,
} as const;

/**
 * The definitions that come with Bearings. They are built into a file of their own beside the extension's, because they are
 * data and grow with each service.
 */
import flare from './definitions/flare.json' with { type: 'json' };
import logfire from './definitions/logfire.json' with { type: 'json' };
import phare from './definitions/phare.json' with { type: 'json' };
import wellows from './definitions/wellows.json' with { type: 'json' };

/** Not checked yet: `builtInServices` does that. */
export const definitions: readonly { readonly id: string }[] = [phare, logfire, flare, wellows];

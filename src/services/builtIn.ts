/**
 * The definitions that come with Bearings. They are built into a file of their own beside the extension's, because
 * they are data and grow with each service.
 */
import phare from './definitions/phare.json' with { type: 'json' };

/** Not checked yet: `Services` does that. */
export const definitions: readonly { readonly id: string }[] = [phare];

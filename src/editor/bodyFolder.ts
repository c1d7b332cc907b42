/** The folder for bodies below the extension's storage. */
export const BODIES = 'bodies';

/** Input that cannot be used. Its message says what is wrong and how to mend it, and can be shown as it is. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

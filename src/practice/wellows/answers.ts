import { type Answer, json } from '../shared/answer.ts';
import type { Variants } from '../shared/variants.ts';
import type { WELLOWS_VARIANTS } from './variants.ts';

export type WellowsVariants = Variants<typeof WELLOWS_VARIANTS>;

/** An answer in the documented envelope. */
export function success(data: unknown, message: string, metaData: Readonly<Record<string, unknown>> = {}): Answer {
  return json(200, { success: true, message, code: 200, data, errors: {}, meta_data: metaData });
}

/** A refusal. Only status and message of 401 and 403 are documented; the rest is a variant. */
export function refused(
  variants: WellowsVariants,
  code: number,
  message: string,
  errors: Readonly<Record<string, readonly string[]>> = {},
): Answer {
  const status = variants.get('error-status') === '200' ? 200 : code;
  switch (variants.get('error-body')) {
    case 'empty':
      return { status, headers: {}, body: '' };
    case 'message':
      return json(status, { message });
    default:
      return json(status, { success: false, message, code, data: null, errors, meta_data: {} });
  }
}

export const invalidKey = (variants: WellowsVariants) => refused(variants, 401, 'Invalid API key');
export const insufficient = (variants: WellowsVariants) => refused(variants, 403, 'Insufficient permissions');

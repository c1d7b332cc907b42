import type { ServiceDefinition } from '../services/definition.ts';
import { asText, parseJson, valueAt } from './json.ts';

/** A refusal that came inside an answer whose own status says success. */
export interface ErrorInside {
  /** The HTTP status that the error stands for, where its code is one. */
  readonly status?: number;
}

/** Looks for a refusal inside a body, by the flag that the service's definition names. */
export function errorInside(bodyText: string, { errors }: ServiceDefinition): ErrorInside | undefined {
  if (errors.successFlag === undefined) return undefined;
  const body = parseJson(bodyText);
  if (valueAt(body, errors.successFlag) !== false) return undefined;
  const code = Number(asText(errors.code === undefined ? undefined : valueAt(body, errors.code)));
  return Number.isInteger(code) && code >= 400 && code <= 599 ? { status: code } : {};
}

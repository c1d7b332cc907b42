/** Notes what is wrong with a field, in the words a service would use. */
export type Report = (field: string, message: string) => void;
export type Check = (value: unknown, field: string, report: Report) => void;

export interface Rule {
  readonly check: Check;
  readonly required: boolean;
  readonly nullable: boolean;
}
export type Rules = Readonly<Record<string, Rule>>;
export type Values = Record<string, unknown>;

const words = (field: string) => field.replaceAll('_', ' ');

export const required = (check: Check): Rule => ({ check, required: true, nullable: false });
export const optional = (check: Check): Rule => ({ check, required: false, nullable: false });
export const nullable = (check: Check): Rule => ({ check, required: false, nullable: true });

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The known fields of a body. With `partial` (an update) required fields may be left out, never emptied. Fields of the
 * body that no rule names are dropped, so that nothing undocumented is ever answered.
 */
export function readFields(
  body: Readonly<Record<string, unknown>>,
  rules: Rules,
  partial: boolean,
  report: Report,
  prefix = '',
): Values {
  const values: Values = {};
  for (const [name, rule] of Object.entries(rules)) {
    const field = prefix + name;
    const value = body[name];
    const missing = value === undefined || (value === null && !rule.nullable) || (value === '' && rule.required);
    if (missing) {
      if (rule.required && !(partial && value === undefined)) report(field, `The ${words(field)} field is required.`);
      continue;
    }
    if (value !== null) rule.check(value, field, report);
    values[name] = value;
  }
  return values;
}

export const text =
  (longest = 255): Check =>
  (value, field, report) => {
    if (typeof value !== 'string') report(field, `The ${words(field)} field must be a string.`);
    else if ([...value].length > longest) {
      report(field, `The ${words(field)} field must not be greater than ${longest} characters.`);
    }
  };

export const yesOrNo: Check = (value, field, report) => {
  if (typeof value !== 'boolean') report(field, `The ${words(field)} field must be true or false.`);
};

export const integer =
  (least = 1, most = Number.MAX_SAFE_INTEGER): Check =>
  (value, field, report) => {
    if (!Number.isSafeInteger(value)) report(field, `The ${words(field)} field must be an integer.`);
    else if ((value as number) < least || (value as number) > most) {
      report(field, `The ${words(field)} field must be between ${least} and ${most}.`);
    }
  };

export const oneOf =
  (values: readonly unknown[]): Check =>
  (value, field, report) => {
    if (!values.includes(value)) report(field, `The selected ${words(field)} is invalid.`);
  };

export const dateTime: Check = (value, field, report) => {
  const plausible = typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) && !Number.isNaN(Date.parse(value));
  if (!plausible) report(field, `The ${words(field)} field must be a valid date.`);
};

export const webAddress: Check = (value, field, report) => {
  if (typeof value !== 'string' || !/^https?:\/\//.test(value) || !URL.canParse(value)) {
    report(field, `The ${words(field)} field must be a valid URL.`);
  }
};

export const listOf =
  (check: Check, least = 0, most = 1000): Check =>
  (value, field, report) => {
    if (!Array.isArray(value)) report(field, `The ${words(field)} field must be an array.`);
    else if (value.length < least || value.length > most) {
      report(field, `The ${words(field)} field must have between ${least} and ${most} items.`);
    } else value.forEach((item, index) => check(item, `${field}.${index}`, report));
  };

/** An object with these fields. */
export const shape =
  (rules: Rules): Check =>
  (value, field, report) => {
    if (!isObject(value)) report(field, `The ${words(field)} field must be an object.`);
    else readFields(value, rules, false, report, `${field}.`);
  };

/** An object whose fields no document lists. */
export const anyObject: Check = (value, field, report) => {
  if (!isObject(value) && !Array.isArray(value)) report(field, `The ${words(field)} field must be an object.`);
};

import { Secret } from '../base/secret.ts';

/** Names under which secrets travel. A harmless header masked by mistake costs less than a secret shown. */
const SECRET_HEADER = /authorization|api-?key|secret|password|(?:^|-)token|credential/iu;
const COOKIE_HEADER = /cookie/iu;

/** Takes secrets out of everything that is kept or shown of a request. */
export interface Redactor {
  text(text: string): string;
  headers(headers: Headers): Record<string, string>;
}

/** @param secrets what went out with the request; each is masked wherever it turns up, in the answer's body too. */
export function redactor(secrets: readonly Secret[]): Redactor {
  const forms = secrets.flatMap((secret) => formsOf(secret).map((form) => [form, secret.mask] as const));
  forms.sort(([one], [other]) => other.length - one.length);
  const text = (input: string) => forms.reduce((result, [form, mask]) => result.replaceAll(form, mask), input);
  return {
    text,
    headers(headers) {
      return Object.fromEntries([...headers].map(([name, value]) => [name, text(maskHeader(name, value))]));
    },
  };
}

/** The ways in which a secret may stand in text: as it is, as a part of a URL, as Base64. */
function formsOf(secret: Secret): string[] {
  const plain = secret.reveal();
  if (plain.length < 4) return [];
  const base64 = btoa(plain).replace(/=+$/u, '');
  return [...new Set([plain, encodeURIComponent(plain), base64])];
}

function maskHeader(name: string, value: string): string {
  if (COOKIE_HEADER.test(name)) return '…';
  if (!SECRET_HEADER.test(name)) return value;
  const [, scheme = '', credentials = value] = /^([A-Za-z][\w-]*)\s+(.+)$/u.exec(value) ?? [];
  return `${scheme}${scheme && ' '}${new Secret(credentials).mask}`;
}

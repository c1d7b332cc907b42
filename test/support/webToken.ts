/** A web token as such services give for a key: three parts, the first two JSON. */
export function webToken(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.practicesignature`;
}

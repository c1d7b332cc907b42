import { type KeyObject, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

/** DER (X.690): a tag, a length, a content. */
function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  if (content.length < 128) return Buffer.concat([Buffer.from([tag, content.length]), content]);
  const length = content.length < 256 ? [0x81, content.length] : [0x82, content.length >> 8, content.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}
const sequence = (...contents: readonly Buffer[]): Buffer => der(0x30, ...contents);
/** ecdsa-with-SHA256, 1.2.840.10045.4.3.2. */
const algorithm = sequence(der(0x06, Buffer.from([0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02])));
/** One common name, 2.5.4.3. */
const nameOf = (name: string): Buffer =>
  sequence(der(0x31, sequence(der(0x06, Buffer.from([0x55, 0x04, 0x03])), der(0x0c, Buffer.from(name, 'utf8')))));
/** UTCTime: `YYMMDDHHMMSSZ`. */
const time = (at: Date): Buffer =>
  der(
    0x17,
    Buffer.from(
      `${at
        .toISOString()
        .replaceAll(/[-:T]|\.\d+/gu, '')
        .slice(2)}`,
      'ascii',
    ),
  );

/**
 * Makes a certificate (RFC 5280) that nobody vouches for, with a key that lives as long as the test: none is kept in the
 * repository.
 * @param validFrom so that a certificate whose time is over can be made.
 */
export function selfSigned(
  name: string,
  validFrom = new Date(Date.now() - 86_400_000),
  validTo = new Date(Date.now() + 86_400_000),
): { readonly certificate: string; readonly key: KeyObject } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const serial = der(0x02, Buffer.from([0x01, ...randomBytes(8)]));
  const toSign = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    serial,
    algorithm,
    nameOf(name),
    sequence(time(validFrom), time(validTo)),
    nameOf(name),
    publicKey.export({ format: 'der', type: 'spki' }),
  );
  const signature = createSign('sha256').update(toSign).sign(privateKey);
  const bytes = sequence(toSign, algorithm, der(0x03, Buffer.from([0]), signature));
  const lines = bytes.toString('base64').match(/.{1,64}/gu) ?? [];
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey,
  };
}

import os from 'node:os';
import { root } from '../config/process.ts';

/** What must never be published, each with the pattern that finds it. */
const patterns: readonly (readonly [string, RegExp])[] = [
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['an access key of a cloud', /\b(AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['a token of a code host', /\b(gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{40,}|glpat-[\w-]{20,})/],
  ['a token of a package registry', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['a token of a chat', /\bxox[abprs]-\d{10,}-\d{10,}-[A-Za-z0-9]{20,}/],
  ['a web token', /\beyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}\./],
  // Made-up keys of tests are words or one repeated letter; real ones mix letters and digits.
  [
    'a service key',
    /\b(pha_(org|prj)_|pylf_v\d+_[a-z]+_|fw_|sk-)(?=[A-Za-z0-9]*\d)(?=[A-Za-z0-9]*[A-Za-z])(?![a-z]*\d*\b)[A-Za-z0-9]{24,}/,
  ],
  ['a path of one machine', /(?<![\w.:/-])\/(home|Users)\/(?!\.{3}|<|\$|name\b|me\b|user\b)[\w.-]+|[A-Z]:\\Users\\\w/],
  ['a path of one machine', /(?<![\w.:/-])\/root\/[\w.-]+/],
  ['the host of a package registry', /\bregistry\.[a-z0-9-]+\.[a-z]{2,}|\/\/(artifactory|nexus|verdaccio)\./],
];

/** Names of the machine at hand that would betray where something was built, when they are telling ones. */
function ownNames(): readonly (readonly [string, string])[] {
  const registry = process.env['npm_config_registry'];
  const host = registry === undefined ? '' : new URL(registry).hostname;
  const names = [
    ['the host of a package registry', host],
    ['the home folder', os.homedir()],
    ['the folder of this clone', root],
    ['the name of the machine', os.hostname()],
  ] as const;
  // A short or common name occurs in ordinary text.
  return names.filter(([, name]) => name.length >= 8 && !/^(localhost|127\.|::1)/.test(name));
}

/** Tells what in `text` must not be published, without repeating it in full. */
export function leaksIn(text: string): string[] {
  const found = patterns.flatMap(([what, pattern]) => {
    const match = pattern.exec(text);
    return match === null ? [] : [`${what}: ${match[0].slice(0, 12)}… in line ${lineOf(text, match.index)}`];
  });
  for (const [what, name] of ownNames()) {
    const index = text.search(new RegExp(`(?<![\\w.-])${literal(name)}(?![\\w.-])`));
    if (index >= 0) found.push(`${what} in line ${lineOf(text, index)}`);
  }
  return found;
}

const literal = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

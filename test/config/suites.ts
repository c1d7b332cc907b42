/** How a suite ended. The host runner reports the same shape for each VS Code version. */
export interface SuiteResult {
  readonly suite: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface Suite {
  readonly name: string;
  /** `check` runs the tools, `mocha` a folder's `*.test.ts` in a process of its own, `host` a real VS Code. */
  readonly kind: 'check' | 'mocha' | 'host';
  /** The folder below test/ that the suite covers, with everything in it. */
  readonly folder?: string;
  /** Fewer tests than this fail the run: a glob that finds nothing must not look like success. */
  readonly minimum: number;
  /** Milliseconds one test may take. */
  readonly testTimeout?: number;
  /** Milliseconds the whole suite may take until it is ended and counted as failed. */
  readonly suiteTimeout: number;
  /** Whether the suite needs dist/ and dist/bearings.vsix. */
  readonly packed: boolean;
}

const MINUTE = 60_000;

/** Every suite, in the order in which they run: the quick ones first. */
export const suites: readonly Suite[] = [
  { name: 'check', kind: 'check', minimum: 5, suiteTimeout: 5 * MINUTE, packed: false },
  { name: 'unit', kind: 'mocha', folder: 'unit', minimum: 2300, suiteTimeout: 3 * MINUTE, packed: false },
  { name: 'property', kind: 'mocha', folder: 'property', minimum: 33, suiteTimeout: 5 * MINUTE, packed: false },
  { name: 'transport', kind: 'mocha', folder: 'transport', minimum: 240, suiteTimeout: 5 * MINUTE, packed: false },
  { name: 'diagnosis', kind: 'mocha', folder: 'diagnosis', minimum: 33, suiteTimeout: 5 * MINUTE, packed: false },
  {
    name: 'panel',
    kind: 'mocha',
    folder: 'panel',
    minimum: 118,
    testTimeout: MINUTE,
    suiteTimeout: 5 * MINUTE,
    packed: false,
  },
  { name: 'package', kind: 'mocha', folder: 'package', minimum: 40, suiteTimeout: 3 * MINUTE, packed: true },
  { name: 'host', kind: 'host', folder: 'host', minimum: 250, suiteTimeout: 20 * MINUTE, packed: true },
  {
    name: 'ui',
    kind: 'mocha',
    folder: 'ui',
    minimum: 145,
    testTimeout: 2 * MINUTE,
    suiteTimeout: 20 * MINUTE,
    packed: true,
  },
];

/** Folders below test/ that hold no tests. */
export const foldersWithoutTests: readonly string[] = ['bench', 'config', 'mutation', 'support'];

/** The oldest supported VS Code and the newest that can be had. */
export const hostVersions: readonly string[] = ['1.104.0', '1.139.1'];

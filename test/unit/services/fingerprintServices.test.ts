import assert from 'node:assert/strict';
import { type KeyFingerprint, fingerprint } from '../../../src/services/fingerprint.ts';
import { builtInServices } from '../../../src/services/registry.ts';
import { type SpokenServices, startServices } from '../../support/practiceServices.ts';

const definitions = builtInServices().list();
const organization = '0a1b2c3d-0000-4000-8000-00000000abcd';

/** Plainly made up, in the forms that the services' documents and SDKs show. */
const forms: readonly (readonly [name: string, text: string, found: KeyFingerprint])[] = [
  ['Phare organization', 'pha_org_practice0001', { service: 'phare', keyKind: 'all-projects', problems: [] }],
  ['Phare project', 'pha_prj_practice0001', { service: 'phare', keyKind: 'one-project', problems: [] }],
  ['Phare, any other', 'pha_practice00000001', { service: 'phare', keyKind: 'one-project', problems: [] }],
  ['Logfire US', 'pylf_v1_us_practice0001', { service: 'logfire', keyKind: 'unknown', region: 'us', problems: [] }],
  ['Logfire EU', 'pylf_v1_eu_practice0001', { service: 'logfire', keyKind: 'unknown', region: 'eu', problems: [] }],
  [
    'Logfire with its organization',
    `pylf_v2_eu_${organization}_practice0001`,
    { service: 'logfire', keyKind: 'unknown', region: 'eu', organization, problems: [] },
  ],
  [
    'Logfire of a later version',
    'pylf_v12_us_practice01',
    { service: 'logfire', keyKind: 'unknown', region: 'us', problems: [] },
  ],
  [
    'Logfire of a region that is not known',
    'pylf_v1_moon_practice1',
    { service: 'logfire', keyKind: 'unknown', problems: [] },
  ],
  ['Flare', 'fw_practice0000001', { service: 'flare', keyKind: 'all-projects', problems: [] }],
  ['of no form that is known, as those of Wellows', 'wellows-practice-0001', { keyKind: 'unknown', problems: [] }],
  [
    'Logfire in a header line with quotes',
    '-H "Authorization: Bearer pylf_v1_us_practice0001"',
    { service: 'logfire', keyKind: 'unknown', region: 'us', problems: ['header-line', 'bearer-prefix', 'quotes'] },
  ],
  ['Wellows in its header', 'X-API-Key: wellows-practice-0001', { keyKind: 'unknown', problems: ['header-line'] }],
  ['Logfire cut off', 'pylf_v1_us_', { service: 'logfire', keyKind: 'unknown', region: 'us', problems: ['too-short'] }],
  [
    'Logfire cut off before its region',
    'pylf_v1_',
    { service: 'logfire', keyKind: 'unknown', problems: ['too-short'] },
  ],
  ['Flare masked', 'fw_********', { service: 'flare', keyKind: 'all-projects', problems: ['placeholder'] }],
];

describe('fingerprint over all services', () => {
  for (const [name, text, found] of forms) {
    it(`tells offline: ${name}`, () => {
      const told = fingerprint(text, definitions);
      assert.deepEqual(
        { ...told, problems: told.problems.toSorted() },
        { ...found, problems: found.problems.toSorted() },
      );
    });
  }

  it('takes no key for that of another service, in whatever order the services are asked', () => {
    for (const [name, text, { service }] of forms) {
      for (const order of [definitions, definitions.toReversed()])
        assert.equal(fingerprint(text, order).service, service, name);
    }
  });

  describe('of the keys of the stand-ins', () => {
    let spoken: SpokenServices;
    before(async () => {
      spoken = await startServices({});
    });
    after(() => spoken.stop());

    it('is right for every one', () => {
      let seen = 0;
      for (const { service, control } of spoken.services) {
        for (const [name, text] of Object.entries(control.keys)) {
          const told = fingerprint(text, definitions);
          assert.equal(told.service, service.service === 'wellows' ? undefined : service.service, name);
          assert.equal(told.region, service.region, name);
          assert.equal(told.organization !== undefined, text.startsWith('pylf_v2_'), name);
          seen += 1;
        }
      }
      assert.ok(seen > 20, `${seen} keys`);
    });
  });
});

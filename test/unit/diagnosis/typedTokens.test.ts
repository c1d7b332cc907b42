import assert from 'node:assert/strict';
import { identifiers, startPracticeFlare, tenants } from '../../support/flareDesk.ts';

describe('A token typed by hand', () => {
  it('is said to tell its own tenant, not the one that is selected', async () => {
    const { open, stop } = await startPracticeFlare();
    try {
      const desk = await open();
      const headers = { Authorization: 'Bearer practice-token-of-nobody' };
      const exchange = await desk.send({ path: identifiers, project: tenants.bank, headers });
      const evidence = desk.diagnose(exchange).flatMap((cause) => cause.evidence);
      assert.equal(exchange.response?.status, 401);
      assert.ok(evidence.includes('the token typed by hand says which tenant it is for'), evidence.join('\n'));
      assert.doesNotMatch(evidence.join('\n'), /default|named the tenant/u);
    } finally {
      await stop();
    }
  });
});

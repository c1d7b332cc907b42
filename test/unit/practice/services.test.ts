import assert from 'node:assert/strict';
import { startPractice } from '../../../src/practice/main.ts';
import { startServices } from '../../support/practiceServices.ts';

describe('the practice services together', () => {
  it('start all at once, Logfire once for each region, on loopback addresses of their own', async () => {
    const practice = await startPractice();
    try {
      const names = practice.services.map(({ service, region }) => [service, region].join(' ').trim());
      assert.deepEqual(names, ['phare', 'logfire us', 'logfire eu', 'flare', 'wellows']);
      const urls = practice.services.map(({ baseUrl }) => new URL(baseUrl));
      assert.equal(new Set(urls.map(({ port }) => port)).size, 5);
      for (const { hostname, protocol } of urls) assert.deepEqual([hostname, protocol], ['127.0.0.1', 'http:']);
      const [, us, eu, , wellows] = practice.services;
      const both = { us: us?.baseUrl, eu: eu?.baseUrl };
      assert.deepEqual(us?.baseUrls, both);
      assert.deepEqual(eu?.baseUrls, both);
      assert.match(wellows?.baseUrl ?? '', /\/api\/v1$/);
    } finally {
      await practice.stop();
    }
  });

  it('start only those that are named', async () => {
    const practice = await startPractice({ services: ['wellows', 'flare'] });
    try {
      assert.deepEqual(
        practice.services.map(({ service }) => service),
        ['wellows', 'flare'],
      );
    } finally {
      await practice.stop();
    }
  });

  it('offer connections with ids of their own, labels that say practice, and keys that the service knows', async () => {
    const practice = await startPractice();
    try {
      const all = practice.services.flatMap((service) =>
        service.connections.map((connection) => ({ service, connection })),
      );
      assert.equal(new Set(all.map(({ connection }) => connection.id)).size, all.length);
      for (const { service, connection } of all) {
        assert.ok(connection.id.startsWith(`practice-${service.service}-`), connection.id);
        assert.ok(connection.label.startsWith('Practice · '), connection.label);
        assert.ok(Object.values(service.control.keys).includes(connection.key), connection.id);
        assert.equal(connection.region, service.region, connection.id);
      }
    } finally {
      await practice.stop();
    }
  });

  it('leave nothing running when one of them cannot start', async () => {
    const first = await startPractice({ services: ['flare'] });
    const taken = Number(new URL(first.services[0]?.baseUrl ?? '').port);
    try {
      await assert.rejects(startPractice({ port: taken }), { code: 'EADDRINUSE' });
    } finally {
      await first.stop();
    }
    await first.stop();
  });

  it('record, fault, revoke and restore in the same way everywhere', async () => {
    const spoken = await startServices({ services: ['wellows'] });
    try {
      const [wellows] = spoken.services;
      assert.ok(wellows);
      const headers = { 'x-api-key': wellows.key('user') };
      const handle = wellows.control.plant({ path: '/api/v1/validate', times: 1, action: { kind: 'reset' } });
      await assert.rejects(wellows.send('GET', '/validate', { headers }));
      assert.equal(handle.hits, 1);
      wellows.control.revoke(wellows.key('user'));
      assert.equal((await wellows.send('GET', '/validate', { headers })).status, 401);
      wellows.control.restore();
      assert.equal((await wellows.send('GET', '/validate', { headers })).status, 200);
      assert.deepEqual(
        wellows.control.requests.map(({ status }) => status),
        [undefined, 401, 200],
      );
      assert.throws(() => wellows.control.variant('projects-shape', 'cube'), /no value "cube"/);
      assert.throws(() => wellows.control.variant('shape', 'array'), /No variant is called "shape"/);
    } finally {
      await spoken.stop();
    }
  });
});

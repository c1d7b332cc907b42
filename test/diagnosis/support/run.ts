import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Transport } from '../../../src/client/transport.ts';
import type { Exchange } from '../../../src/client/exchange.ts';
import type { Diagnosis } from '../../../src/diagnosis/diagnosis.ts';
import { readDefinition } from '../../../src/services/readDefinition.ts';
import { type Services, builtInServices } from '../../../src/services/registry.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { startFaulty } from '../../support/faultServer.ts';
import { models } from '../../support/faultServices.ts';
import { ManualClock } from '../../support/manualClock.ts';
import { patience } from '../../support/patience.ts';
import type { PastedCase, Scene, Situation } from './faultCase.ts';
import { beaconModel } from './beaconModel.ts';

/** What the three modes said of one situation. */
export interface Found {
  readonly exchange: Exchange;
  readonly offline: readonly Diagnosis[];
  readonly probed: readonly Diagnosis[];
  /** Undefined where no answer came that could be pasted. */
  readonly pasted: readonly Diagnosis[] | undefined;
  /** Requests that went out for the diagnosis, exchanges of the key left out. */
  readonly probes: number;
}

function measuredServices(): Services {
  const services = builtInServices();
  const own = ['quayside', 'beacon'].map((name) => {
    const file = new URL(`../../support/definitions/${name}.json`, import.meta.url);
    const read = readDefinition(readFileSync(file, 'utf8'));
    if (!read.ok) throw new Error(`${name}: ${read.error.map(({ message }) => message).join('; ')}`);
    return read.value;
  });
  services.setOwn(own);
  return services;
}

/** The path that stands before every path of a service. */
const basePaths: Readonly<Record<string, string>> = { wellows: '/api/v1', quayside: '/rest' };

/** Plants a situation on real servers, sends the request through the real client, and asks for its causes. */
export async function run(situation: Situation): Promise<Found> {
  await using stack = new AsyncDisposableStack();
  const clock = new ManualClock(Date.UTC(2026, 10, 21, 12));
  const model = situation.service === 'beacon' ? beaconModel : models[situation.service];
  const start = async (faults: Situation['faults'] = []) =>
    stack.use(await startFaulty(model, faults, () => clock.now()));
  const basePath = basePaths[situation.service] ?? '';
  const server = await start(situation.faults);
  const special = situation.server ? stack.use(await situation.server()) : undefined;
  const address = situation.address ?? special?.address ?? `${server.baseUrl}${basePath}`;
  const region = situation.region ?? model.regions[0] ?? '';
  const baseUrls: Record<string, string> = { [region]: address };
  for (const [id, faults] of Object.entries(situation.otherRegions ?? {})) {
    baseUrls[id] = `${(await start(faults)).baseUrl}${basePath}`;
  }

  const waits = patience(clock);
  const sent: string[] = [];
  const origins = new Set<string>();
  const transport: Transport = async (request, ...rest) => {
    const { failure } = situation;
    sent.push(`${request.method} ${request.url.pathname}`);
    origins.add(request.url.origin);
    return failure ? { failure, durationMs: 1 } : waits.transport(request, ...rest);
  };
  const desk = await openDesk(address, {
    service: situation.service,
    services: measuredServices(),
    key: model.key,
    region,
    clock,
    transport,
    ...(situation.timeoutMs !== undefined && { timeoutMs: situation.timeoutMs }),
  });
  const key = situation.key ?? model.key;
  const connection = await desk.connections.add({
    service: situation.service,
    key,
    region,
    baseUrl: address,
    baseUrls,
  });
  // A project that is selected need not be named.
  const { project, ...unnamed } = model.read;
  const usual = situation.selected === undefined && project !== undefined ? { ...unnamed, project } : unnamed;
  const send: Scene['send'] = (draft = {}) =>
    waits.until(desk.bearings.requests.send({ ...usual, ...draft, connection: connection.id }));
  const scene: Scene = { desk, connection: connection.id, server, clock, send };
  if (situation.selected !== undefined) await desk.bearings.projects.select(connection.id, situation.selected);
  await waits.until(Promise.resolve(situation.before?.(scene)));
  const exchange = await send(situation.draft);
  const { diagnosis } = desk.bearings;
  sent.length = 0;
  const offline = await diagnosis.diagnose(exchange, { probe: false });
  assert.equal(sent.length, 0, 'without probes nothing is sent');
  const probed = await waits.until(diagnosis.diagnose(exchange));
  const exchangePath = model.exchangePath === undefined ? undefined : `POST ${model.exchangePath}`;
  const probes = sent.filter((request) => request !== exchangePath);
  assert.ok(
    probes.every((request) => /^(?:GET|HEAD) /u.test(request) || request.endsWith('_search')),
    `a probe may change something: ${probes.join(', ')}`,
  );
  const own = new Set(Object.values(baseUrls).map((url) => new URL(url).origin));
  const strange = [...origins].filter(
    (origin) => !own.has(origin) && !exchange.hops.some(({ url }) => own.has(new URL(url).origin)),
  );
  assert.deepEqual(strange, [], 'a request went to an origin that is not the service');
  const pasted = pastedForm(desk, exchange, basePath);
  for (const list of [offline, probed, pasted ?? []]) checkTexts(list, key);
  return { exchange, offline, probed, pasted, probes: probes.length };
}

/** The causes of the same answer as a log shows it: the status, the headers, the body and the first line of the request. */
function pastedForm(desk: Desk, exchange: Exchange, basePath: string): readonly Diagnosis[] | undefined {
  const { response, failure, request, service, hops } = exchange;
  if (!response || failure) return undefined;
  const url = new URL(request.url);
  const target = hops.length > 0 ? url.href : url.pathname.slice(basePath.length) + url.search;
  const explainWith = (headers: Readonly<Record<string, string>>) =>
    desk.bearings.diagnosis.explain({
      service,
      status: response.status,
      headers,
      body: response.bodyText,
      request: `${request.method} ${target}`,
    });
  const found = explainWith(response.headers);
  const shouted = Object.entries(response.headers).map(([name, value]) => [name.toUpperCase(), value] as const);
  const turned = explainWith(Object.fromEntries(shouted.reverse()));
  const causesOf = (list: readonly Diagnosis[]) => list.map(({ cause, certainty }) => `${cause} ${certainty}`);
  assert.deepEqual(causesOf(turned), causesOf(found), 'the order or the case of headers changes the causes');
  return found;
}

function checkTexts(list: readonly Diagnosis[], key: string): void {
  assert.ok(!JSON.stringify(list).includes(key), 'a diagnosis holds the key');
  for (const { cause, title, explanation, evidence } of list) {
    assert.ok(title !== '' && explanation !== '', `${cause} has no words`);
    assert.ok(evidence.length > 0, `${cause} has no evidence`);
  }
}

let explaining: Desk | undefined;

/** Explains an answer that is known from a paste only. */
export async function explain(pasted: PastedCase): Promise<readonly Diagnosis[]> {
  explaining ??= await openDesk('http://127.0.0.1:9', {
    service: 'phare',
    services: measuredServices(),
    key: models.phare.key,
  });
  const { service, status, headers, body, request } = pasted;
  const found = explaining.bearings.diagnosis.explain({
    service,
    status,
    ...(headers && { headers }),
    ...(body !== undefined && { body }),
    ...(request !== undefined && { request }),
  });
  checkTexts(found, 'nothing of a key');
  return found;
}

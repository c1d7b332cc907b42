import type { ServiceDefinition } from '../services/definition.ts';

/** What is known before anything is asked: a key that a service has just shown, and where that was. */
export interface GivenKey {
  readonly service: ServiceDefinition;
  readonly key: string;
  readonly region?: string | undefined;
  readonly baseUrl: string;
}

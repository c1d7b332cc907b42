/** Where the recorder of run.ts tells what it was asked. */
export const RECORDED = '/recorded';

export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
}

/** The base URL of the recorder: a server that has run since before VS Code started and outlasts a reload. */
export function recorderUrl(): string {
  return variable('BEARINGS_HOST_RECORDER');
}

/** Every request that the recorder got so far, in order. */
export async function recordedRequests(): Promise<readonly RecordedRequest[]> {
  const response = await fetch(recorderUrl() + RECORDED);
  return (await response.json()) as readonly RecordedRequest[];
}

/** The folder with all that this VS Code keeps on disk. */
export function dataFolder(): string {
  return variable('BEARINGS_HOST_DATA');
}

function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: host suites are started by test/host/support/run.ts.`);
  return value;
}

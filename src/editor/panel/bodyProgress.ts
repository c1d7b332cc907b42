import type { BodyStore } from '../../client/bodyStore.ts';
import { fileNameOf } from '../documents.ts';

/** Between two tellings, in milliseconds: each one draws the panel anew. */
const PAUSE = 200;

/**
 * The same store for the body of one request, which tells how many bytes of it were taken.
 * @param title what the body is called, such as `GET /uptime/monitors`; the time of its beginning is added.
 */
export function countedStore(store: BodyStore, title: string, told: (bytes: number) => void): BodyStore {
  return {
    async create(extension) {
      const writer = await store.create(extension, `${fileNameOf(title)} ${fileTime(new Date())}`);
      let taken = 0;
      let toldAt = 0;
      return {
        uri: writer.uri,
        async write(bytes) {
          await writer.write(bytes);
          taken += bytes.length;
          if (Date.now() - toldAt < PAUSE) return;
          toldAt = Date.now();
          told(taken);
        },
        close: () => writer.close(),
        discard: () => writer.discard(),
      };
    },
  };
}

/** `2026-11-21 10.14.33` on this machine's clock: the names of files stand in their order. */
function fileTime(moment: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [moment.getFullYear(), two(moment.getMonth() + 1), two(moment.getDate())].join('-');
  return `${day} ${[moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(two).join('.')}`;
}

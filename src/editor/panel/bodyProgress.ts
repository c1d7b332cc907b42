import type { BodyStore } from '../../client/bodyStore.ts';

/** Between two tellings, in milliseconds: each one draws the panel anew. */
const PAUSE = 200;

/** The same store, which tells how many bytes of a body it has taken. */
export function countedStore(store: BodyStore, told: (bytes: number) => void): BodyStore {
  return {
    async create(extension) {
      const writer = await store.create(extension);
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

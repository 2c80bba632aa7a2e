import type { Layout } from '#shared/rooms/layout.ts';
import type { BakedRoom } from './bakedRoom.ts';

/** Rooms that were baked, for whoever comes back to one or draws it into another canvas. */
const baked = new WeakMap<Layout, BakedRoom>();

/** Bakes a room off the main thread; on it, where workers fail. Aborting stops the work. */
export const requestBake = async (layout: Layout, signal: AbortSignal): Promise<BakedRoom> => {
  const known = baked.get(layout);
  if (known) return known;
  const room = await bakeAnew(layout, signal);
  baked.set(layout, room);
  return room;
};

const bakeAnew = (layout: Layout, signal: AbortSignal): Promise<BakedRoom> =>
  new Promise((resolve, reject) => {
    const here = (): void => {
      import('./bake.ts').then(({ bakeRoom }) => resolve(bakeRoom(layout, () => performance.now())), reject);
    };
    if (typeof Worker === 'undefined') {
      here();
      return;
    }
    const worker = new Worker(new URL('./bake.worker.ts', import.meta.url), { type: 'module' });
    signal.addEventListener('abort', () => worker.terminate());
    worker.addEventListener('message', ({ data }: MessageEvent<BakedRoom>) => {
      resolve(data);
      worker.terminate();
    });
    worker.addEventListener('error', () => {
      worker.terminate();
      if (!signal.aborted) here();
    });
    worker.postMessage(layout);
  });

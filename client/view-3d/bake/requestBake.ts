import type { Layout } from '#shared/rooms/layout.ts';
import type { BakedRoom } from './bakedRoom.ts';

/** Bakes a room off the main thread; on it, where workers fail. Aborting stops the work. */
export const requestBake = (layout: Layout, signal: AbortSignal): Promise<BakedRoom> =>
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

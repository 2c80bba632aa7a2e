import type { Layout } from '#shared/rooms/layout.ts';
import { bakeRoom } from './bake.ts';
import { buffersOf } from './bakedRoom.ts';

/** What a worker's global scope offers here; the DOM's types describe a window's instead. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<Layout>) => void) | null;
  postMessage(message: unknown, transfer: Transferable[]): void;
}
const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data }) => {
  const room = bakeRoom(data, () => performance.now());
  scope.postMessage(room, buffersOf(room));
};

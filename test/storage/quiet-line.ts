/** A TCP line to a server that a test can silence: connections stay open and nothing passes, as when a network goes. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface QuietLine {
  readonly port: number;
  /** From now on nothing passes, on old connections and on new ones. */
  silence(): void;
  /** New connections pass again; what was silenced stays so. */
  mend(): void;
  /** Cuts the line when the bytes of a client match; before or after they were handed on. */
  cutAt(pattern: string, when: 'before' | 'after'): void;
  close(): Promise<void>;
}

export const quietLine = async (port: number): Promise<QuietLine> => {
  const sockets = new Set<Socket>();
  let silent = false;
  let cut: { readonly pattern: string; readonly when: 'before' | 'after' } | undefined;
  const server = createServer((near) => {
    sockets.add(near);
    near.on('error', () => undefined);
    if (silent) return;
    const far = connect(port, '127.0.0.1');
    sockets.add(far);
    far.on('error', () => near.destroy());
    far.on('close', () => near.destroy());
    near.on('close', () => far.destroy());
    far.on('data', (bytes) => void (near.destroyed || near.write(bytes)));
    near.on('data', (bytes) => {
      if (cut && bytes.includes(cut.pattern)) {
        const { when } = cut;
        cut = undefined;
        if (when === 'before') return void far.destroy();
        // The answer proves that it took effect; then nobody gets it.
        far.removeAllListeners('data').once('data', () => far.destroy());
      }
      far.write(bytes);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    silence: () => {
      silent = true;
      for (const socket of sockets) socket.pause();
    },
    mend: () => void (silent = false),
    cutAt: (pattern, when) => void (cut = { pattern, when }),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};

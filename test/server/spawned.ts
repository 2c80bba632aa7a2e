/** The server as a process of its own, with ways to its door; and starts that fail. */
import { once } from 'node:events';
import { launch, newFolder, serverProcess, type Environment } from '#test/support/server-process.ts';
import { doorOf } from './opened.ts';

export { newFolder };

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts it and waits until it has ended by itself. */
export const startAndFail = async (settings: Environment, words: readonly string[] = []): Promise<Ended> => {
  const child = launch(settings, [], words);
  let [out, err] = ['', ''];
  child.stdout?.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (err += text.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
};

/** A server that can be ended in any way and started again on the same port and data. */
export const spawnHearth = async (folder = newFolder()) => {
  const hearth = await serverProcess(folder);
  return { ...hearth, door: doorOf(hearth.url, hearth.linkOf('Guests') ?? '') };
};

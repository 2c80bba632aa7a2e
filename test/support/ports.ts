import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

const FIRST = 15_000;
const LAST = 30_000;

/** Where the system takes the ports of outgoing connections from; Linux says so, elsewhere they begin at 32,768 or above. */
const firstEphemeral = (): number => {
  try {
    return Number.parseInt(readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8'), 10);
  } catch {
    return LAST;
  }
};

const isFree = async (port: number): Promise<boolean> => {
  const probe = createServer().listen(port, '127.0.0.1');
  try {
    await once(probe, 'listening');
  } catch {
    return false;
  }
  probe.close();
  await once(probe, 'close');
  return true;
};

/**
 * A port that nothing listens on, below those that the system gives to outgoing connections: one of those could be taken
 * by anybody's request before a server listens on it, and again while it is down between two starts.
 */
export const freePort = async (): Promise<number> => {
  const end = Math.min(LAST, firstEphemeral());
  // A machine whose outgoing ports begin low leaves few below them: any above 1,023 will do.
  const begin = end > FIRST ? FIRST : 1_024;
  for (let tries = 0; tries < 200; tries++) {
    const port = begin + Math.floor(Math.random() * Math.max(1, end - begin));
    if (await isFree(port)) return port;
  }
  throw new Error(`No port between ${begin} and ${end} is free. End some of the programs that listen there.`);
};

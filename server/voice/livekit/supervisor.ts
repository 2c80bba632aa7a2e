/** Runs a LiveKit server beside us: signalled on loopback, with a secret that lives as long as this process, and again whenever it dies. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { log } from '../../host/log.ts';
import { configOf, type Reach } from './config.ts';

/** The version that all of this was measured with. */
export const LIVEKIT_VERSION = 'v1.13.5';
/** Where `npm run livekit` puts it. */
export const livekitFolder = (environment: NodeJS.ProcessEnv = process.env): string => join(environment['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'hearth/livekit', LIVEKIT_VERSION);

const isRunnable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** A LiveKit server on this machine: on the PATH, else where `npm run livekit` puts it; `undefined` where there is none. */
export const findLivekit = (environment: NodeJS.ProcessEnv = process.env): string | undefined =>
  [...(environment['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'livekit-server')), join(livekitFolder(environment), 'server')].find(isRunnable);

const freePorts = async (wanted: number): Promise<{ port: number; udpPort: number }> => {
  const tcp = createServer().listen(0, '127.0.0.1');
  const udp = createSocket('udp4').bind(wanted, '127.0.0.1');
  await Promise.all([once(tcp, 'listening'), once(udp, 'listening')]);
  const ports = { port: (tcp.address() as AddressInfo).port, udpPort: udp.address().port };
  await Promise.all([new Promise((resolve) => tcp.close(resolve)), new Promise<void>((resolve) => udp.close(resolve))]);
  return ports;
};

/**
 * The server, and a watch over our end of its standard input: when we die in whatever way, it goes with us. Says its own
 * process id first.
 */
const SCRIPT = 'exec 3<&0; "$0" </dev/null & server=$!; echo $server; (cat <&3 >/dev/null; kill -9 $server) & watch=$!; wait $server; code=$?; kill $watch; exit $code';

/** It answers within this (ms), or is given up. */
const TO_START = 10_000;
/** A pause (ms) before the next start, which grows while starts fail. */
const [SHORTEST, LONGEST] = [100, 10_000];

export interface Livekit {
  readonly url: string;
  readonly key: string;
  readonly secret: string;
  /** The process that runs now. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

/** How it is run: whom it calls, whom it serves, and on which UDP port (0: any that is free). */
export interface LivekitWishes {
  readonly hook: string;
  readonly reach: Reach;
  readonly voicePort: number;
}

/** Starts the LiveKit server in `file`. Resolves once it answers; rejects where it never does, or the port for voices is taken. `onRestart` is called when it answers again after it died. */
export const superviseLivekit = async (file: string, { hook, reach, voicePort }: LivekitWishes, onRestart: () => void): Promise<Livekit> => {
  const [key, secret] = ['hearth', randomBytes(32).toString('hex')];
  const { port, udpPort } = await freePorts(voicePort);
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let pid: number | undefined;
  let isStopping = false;
  let pause = SHORTEST;

  const answers = async (of: ChildProcess): Promise<boolean> => {
    for (const until = Date.now() + TO_START; Date.now() < until && of.exitCode === null; await wait(25)) {
      const response = await fetch(url).catch(() => undefined);
      if (response?.ok) return true;
    }
    return false;
  };
  const start = async (): Promise<boolean> => {
    // By its environment: what stands in a command line, everybody on the machine can read.
    const started = spawn('sh', ['-c', SCRIPT, file], { stdio: ['pipe', 'pipe', 'pipe'], env: { PATH: process.env['PATH'], LIVEKIT_CONFIG: configOf({ reach, port, udpPort, key, secret, hook }) } });
    child = started;
    started.stdin?.on('error', () => undefined);
    started.stdout?.once('data', (text: Buffer) => (pid = Number(text.toString().split('\n')[0])));
    // What it says of a token would be the token.
    started.stderr?.on('data', () => undefined);
    started.once('exit', (code) => {
      started.stdin?.destroy();
      if (isStopping) return;
      log('livekit.died', { code: code ?? undefined });
      void again();
    });
    return answers(started);
  };
  const again = async (): Promise<void> => {
    await wait(pause, undefined, { ref: false });
    if (isStopping) return;
    pause = (await start()) ? SHORTEST : Math.min(LONGEST, pause * 2);
    if (pause === SHORTEST && !isStopping) onRestart();
  };
  const stop = async (): Promise<void> => {
    isStopping = true;
    const ending = child;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const gone = once(ending, 'exit');
    // While people are connected it would wait for them without an end, and let more in.
    ending.stdin?.end();
    await Promise.race([gone, wait(2_000, undefined, { ref: false })]);
  };

  if (await start()) return { url, key, secret, pid: () => pid, stop };
  await stop();
  throw new Error('The LiveKit server did not start.');
};

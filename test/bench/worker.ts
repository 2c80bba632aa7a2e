/** Load generators as processes of their own, which are asked and answer; and what a process uses of the machine. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { DIE_WITH_PARENT, root } from '#test/support/server-process.ts';

interface Asked {
  readonly number: number;
  readonly order: unknown;
}
type Answered = { readonly number: number; readonly reply: unknown } | { readonly number: number; readonly error: string };

export interface Worker<Order, Reply> {
  ask(order: Order): Promise<Reply>;
  /** The id of its process. */
  readonly pid: number;
  end(): Promise<void>;
}

/** Starts a module of this repository that calls `answer`. */
export const startWorker = <Order, Reply>(file: string): Worker<Order, Reply> => {
  const child = fork(file, { cwd: root, execArgv: ['--disable-warning=ExperimentalWarning', ...DIE_WITH_PARENT], env: { ...process.env, NODE_ENV: 'production' } });
  const waiting = new Map<number, { readonly resolve: (reply: Reply) => void; readonly reject: (error: Error) => void }>();
  let asked = 0;
  child.on('message', (answered: Answered) => {
    const waits = waiting.get(answered.number);
    waiting.delete(answered.number);
    if ('error' in answered) waits?.reject(new Error(answered.error));
    else waits?.resolve(answered.reply as Reply);
  });
  child.once('exit', (code, signal) => {
    for (const { reject } of waiting.values()) reject(new Error(`${file} ended with ${code ?? signal}.`));
  });
  return {
    pid: child.pid ?? 0,
    ask: (order) =>
      new Promise((resolve, reject) => {
        waiting.set(++asked, { resolve, reject });
        child.send({ number: asked, order } satisfies Asked);
      }),
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
};

/** In a worker: answers every order, one by one or several at a time. */
export const answer = <Order, Reply>(act: (order: Order) => Promise<Reply>): void => {
  process.on('message', ({ number, order }: Asked) => {
    act(order as Order).then(
      (reply) => process.send?.({ number, reply } satisfies Answered),
      (error: unknown) => process.send?.({ number, error: error instanceof Error ? (error.stack ?? error.message) : String(error) } satisfies Answered),
    );
  });
};

/** Milliseconds of a processor that a process has used so far; `undefined` where the system does not say. */
export const cpuOf = (pid: number | undefined): number | undefined => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
    // In hundredths of a second, whatever the kernel's own clock.
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined;
  }
};

/** Bytes that a process holds; `undefined` where the system does not say. */
export const memoryOf = (pid: number | undefined): number | undefined => {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
  } catch {
    return undefined;
  }
};

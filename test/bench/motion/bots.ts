/** A process full of bots, told by its parent what to do. */
import { Agent } from 'node:http';
import type { Place } from './door.ts';
import { seatFor } from './door.ts';
import { Bot, type Log } from './bot.ts';

export type BotsAsked =
  | { readonly ask: 'come'; readonly place: Place; readonly from: number; readonly count: number; readonly half: number }
  | { readonly ask: 'walk'; readonly steering: number }
  | { readonly ask: 'measure'; readonly ms: number };
export interface BotsMeasured {
  readonly bots: number;
  readonly bytes: number;
  readonly frames: number;
  readonly changes: number;
  readonly inputs: number;
  readonly delays: readonly number[];
  readonly cpu: number;
  readonly seconds: number;
  readonly lost: number;
}

const TICK = 5;
const AT_ONCE = 6;
const log: Log = { changes: new Map(), delays: [], sentChanges: 0, inputs: 0, isOpen: false };
const bots: Bot[] = [];
let lost = 0;
/**
 * While others come in, those who are there walk to their spot and stand, and nobody reads motion: those who are new are not
 * ready yet, the others say nothing of what they see. How fast people come in is another bench's question.
 */
let areWalking = false;

setInterval(() => {
  const now = performance.now();
  for (const bot of bots) bot.act(now, areWalking);
}, TICK);

const come = async ({ place, from, count, half }: BotsAsked & { ask: 'come' }): Promise<void> => {
  const agent = new Agent({ keepAlive: true });
  let next = from;
  areWalking = false;
  const one = async (): Promise<void> => {
    while (next < from + count) {
      const seat = await seatFor(agent, place, `Walker ${++next}`);
      await new Promise<void>((resolve, reject) => {
        const bot = new Bot(place.port, seat, log, half, resolve, (why) => {
          lost++;
          reject(new Error(`A bot lost its connection: ${why}`));
        });
        bots.push(bot);
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  agent.destroy();
};

const measure = (ms: number): Promise<BotsMeasured> =>
  new Promise((resolve) => {
    const sum = (of: (bot: Bot) => number): number => bots.reduce((total, bot) => total + of(bot), 0);
    const [cpu, at] = [process.cpuUsage(), performance.now()];
    const [bytes, frames] = [sum(({ socket }) => socket.bytes), sum(({ socket }) => socket.frames)];
    [log.sentChanges, log.inputs, log.isOpen] = [0, 0, true];
    log.delays.length = 0;
    const waving = setInterval(() => bots[Math.floor(Math.random() * bots.length)]?.wave(), 2_000);
    setTimeout(() => {
      clearInterval(waving);
      log.isOpen = false;
      const { user, system } = process.cpuUsage(cpu);
      const seconds = (performance.now() - at) / 1000;
      resolve({
        bots: bots.length, bytes: sum(({ socket }) => socket.bytes) - bytes, frames: sum(({ socket }) => socket.frames) - frames,
        changes: log.sentChanges, inputs: log.inputs, delays: log.delays.slice(), cpu: (user + system) / 1e4 / seconds, seconds, lost,
      });
    }, ms);
  });

process.on('message', (asked: BotsAsked) => {
  const answer = (given: unknown): void => void process.send?.({ given });
  const failed = (error: unknown): void => void process.send?.({ failed: String(error) });
  if (asked.ask === 'come') come(asked).then(() => answer({ come: bots.length }), failed);
  else if (asked.ask === 'measure') measure(asked.ms).then(answer, failed);
  else {
    areWalking = true;
    for (const bot of bots) bot.ready();
    for (const [number, bot] of bots.entries()) bot.walker.isSteering = number % 100 < asked.steering * 100;
    answer({ walking: bots.length });
  }
});
// It goes with the process that started it.
process.on('disconnect', () => process.exit(1));

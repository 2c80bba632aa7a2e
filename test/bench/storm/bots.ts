/** A load generator of the storm: people with our client's own connection, or with the bare SDK, in a process of their own. */
import { BareVisitor } from './bare-visitor.ts';
import { answer } from '../worker.ts';
import type { Order, Reply } from './orders.ts';
import { Returner } from './returner.ts';
import { layoutOf } from '#test/support/visitors.ts';

/** People who come in at the same time. */
const AT_ONCE = 20;

const returners: Returner[] = [];
const bare: BareVisitor[] = [];
const lines: string[] = [];

/** Does `act` for everyone, some at a time. */
const eachOf = async <T>(all: readonly T[], act: (one: T, at: number) => Promise<unknown>): Promise<void> => {
  const left = [...all.entries()].reverse();
  const next = async (): Promise<void> => {
    for (let one = left.pop(); one; one = left.pop()) await act(one[1], one[0]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
};

const enter = async ({ whom, url, link, first, count }: Extract<Order, { act: 'enter' }>): Promise<void> => {
  const names = Array.from({ length: count }, (_, at) => `Person ${first + at}`);
  if (whom === 'bare') return eachOf(names, async () => void bare.push(await BareVisitor.enter(url)));
  const layout = await layoutOf(url);
  await eachOf(names, async (name) => void returners.push(await Returner.enter(url, link, layout, name)));
};

const live = async (): Promise<void> => {
  await eachOf(returners, async (one, at) => {
    if (at % 3 === 0) await one.do('hand.raise', {});
    if (at % 10 === 0) await one.do('seat.sit', {});
    else await one.do('move.goTo', { to: 'spot', x: (at % 17) - 8, z: 4 + (at % 9) });
    const text = `${one.name} was here.`;
    if (at % 8 === 0 && (await one.do('chat.say', { text }))) lines.push(text);
  });
  await Promise.all(returners.map((one) => one.rests()));
};

answer<Order, Reply>(async (order) => {
  if (order.act === 'enter') await enter(order);
  else if (order.act === 'live') await live();
  else if (order.act === 'expect') for (const one of returners) one.expect(order.people[one.id], order.lines);
  return {
    returns: [...returners, ...bare].map((one) => one.back()),
    lines,
    hands: returners.filter((one) => one.hand).length,
    seats: returners.filter((one) => one.seat !== undefined).length,
  };
});

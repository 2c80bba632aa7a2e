/** How many changes of a board one process takes: each is parsed, permitted, accepted and applied through the one dispatch. */
import { dispatchOnBoard } from '#server/boards/dispatch.ts';
import { Rates } from '#server/host/rates.ts';
import { Board } from '#shared/boards/board.state.ts';
import { openDesk, type Desk } from '#shared/boards/desk.ts';
import type { Actor, Moment } from '#shared/kernel/capability.ts';
import { personId } from '#shared/kernel/ids.ts';

const LIVE = 1_000;
const PEOPLE = 50;
/** What people do at a board, of a hundred acts: mostly they drag. */
export const mix: Readonly<Record<string, number>> = { drag: 70, resize: 10, colour: 5, write: 10, put: 5 };

const actors: readonly Actor[] = Array.from({ length: PEOPLE }, (_, n) => ({ id: personId(`person-${n}`), standing: 'member', duties: [], own: { muted: [], blocked: [] } }));
const shape = (id: string, n: number) => ({ type: 'rectangle', id, x: n % 900, y: n % 700, width: 240, height: 120, backgroundColor: '#F6C64E' });
const text = (id: string, n: number) => ({ type: 'text', id, x: n % 900, y: n % 700, width: 200, height: 100, text: `Note ${n}` });

interface Sent {
  readonly id: string;
  readonly payload: unknown;
}

/** Kinds of change, as they come over the wire; `n` counts them. */
export const kinds: Readonly<Record<string, (n: number, desk: Desk) => Sent>> = {
  drag: (n) => ({ id: 'board.move', payload: { moves: [[`e${n % LIVE}`, n % 1_000, n % 777]] } }),
  resize: (n) => ({ id: 'board.edit', payload: { patches: [{ id: `e${n % LIVE}`, values: { width: 10 + (n % 300), height: 10 + (n % 200) } }] } }),
  colour: (n) => ({ id: 'board.edit', payload: { patches: [{ id: `e${n % LIVE}`, values: { backgroundColor: n % 2 ? '#F6C64E' : '#9BCF9A' } }] } }),
  write: (n, { board }) => ({ id: 'board.write', payload: { id: `t${n % LIVE}`, text: `Says ${n}`, base: board.elements.get(`t${n % LIVE}`)?.textVersion ?? 0 } }),
  // Four of five are taken off again, so that the board is never full.
  put: (n) => ({ id: 'board.add', payload: { elements: [shape(`p${n}`, n)] } }),
};

const table = (): Desk => {
  const desk = openDesk(new Board({}), { at: 0, chance: () => 0.5, newId: () => 'x' });
  const moment: Moment = { at: 1, chance: () => 0.5, newId: () => 'x' };
  const free = { take: () => true };
  for (let n = 0; n < LIVE; n++) dispatchOnBoard(desk, actors[0] as Actor, { id: 'board.add', key: 'filling-it', payload: { elements: [shape(`e${n}`, n), text(`t${n}`, n)] } }, moment, free);
  return desk;
};

/** Operations a second of one kind, by the clock and by the time that a core worked for them, and how many of them were refused. Time on the board runs so that no person is too fast. */
export const opsOf = (kind: string, ms: number): { readonly ops: number; readonly opsByCpu: number; readonly refused: number } => {
  const make = kinds[kind];
  if (!make) throw new Error(`There is no kind of change called ${kind}.`);
  let desk = table();
  const rates = actors.map(() => new Rates());
  let [n, at, refused, took, cpu] = [0, 1_000, 0, 0, 0];
  const until = performance.now() + ms;
  while (performance.now() < until) {
    if (kind === 'put' && desk.live > 4_000) desk = table();
    // Made outside the clock, as the network would hand it over: decoded, and not read yet.
    const batch = Array.from({ length: 500 }, () => {
      at += 1;
      const one = { ...make(n, desk), key: 'some-key-1' };
      return { command: one, who: n++ % PEOPLE, moment: { at, chance: Math.random, newId: () => 'x' } };
    });
    const [begun, cpuBegun] = [performance.now(), process.threadCpuUsage()];
    for (const { command, who, moment } of batch) if ('refused' in dispatchOnBoard(desk, actors[who] as Actor, command, moment, rates[who] as Rates)) refused++;
    took += performance.now() - begun;
    const { user, system } = process.threadCpuUsage(cpuBegun);
    cpu += (user + system) / 1_000;
  }
  return { ops: (n / took) * 1_000, opsByCpu: (n / cpu) * 1_000, refused };
};

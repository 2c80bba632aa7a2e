import { Decoder, Encoder } from '@colyseus/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Board } from '#shared/boards/board.state.ts';
import { livingOn, openDesk, type Desk } from '#shared/boards/desk.ts';
import { hold, release } from '#shared/boards/holds.ts';
import { isIndex } from '#shared/boards/order.ts';
import type { Hand } from '#shared/boards/permission.ts';
import { deskFrom, snapshotOf } from '#shared/boards/snapshot.ts';
import type { Moment } from '#shared/kernel/capability.ts';
import { momentAt } from '#test/support/room.ts';
import { change, handOf, seen, turn } from '#test/support/board.ts';

// Else the encoder says on every run how it grew.
Encoder.BUFFER_SIZE = 1 << 20;

/** A board's server, and pages that see it through what travels: a real encoder's bytes. */
interface Server {
  desk: Desk;
  encoder: Encoder;
  /** First answers, by key: a command that comes twice is done once. */
  readonly answered: Map<string, string>;
}
interface Page {
  readonly hand: Hand;
  board: Board;
  decoder: Decoder | undefined;
  /** What was sent and not answered, by key. */
  readonly waiting: Map<string, object>;
}

const boxOf = (n: number) => ({ x: n % 97, y: n % 89, width: 10 + (n % 50), height: 10 });
const at = <T>(items: readonly T[], n: number): T | undefined => items[n % Math.max(1, items.length)];

/** What somebody does who sees `board`; late, it may be refused. */
const wish = (board: Board, key: string, n: number): object => {
  const ids = [...board.elements.keys()].toSorted();
  const id = at(ids, n >> 3) ?? 'none';
  const living = livingOn(board, id);
  switch (n % 8) {
    case 0: return { kind: 'put', elements: [{ type: 'rectangle', id: key, ...boxOf(n), index: at(['', 'a0', 'a1', 'zzz', 'a0V'], n >> 4) }, { type: 'text', id: `${key}t`, ...boxOf(n), text: key, containerId: key }] };
    case 1: return { kind: 'remove', ids: [id] };
    case 2: return { turn: 'undo' };
    case 3: return { turn: 'redo' };
    case 4: return { kind: 'patch', patches: [{ id, values: { index: at([...board.elements.values()].map(({ index }) => index), n >> 5) ?? 'a0' } }] };
    case 5: return living?.type === 'text' ? { kind: 'patch', patches: [{ id, values: { text: key }, base: living.textVersion }] } : { hold: id };
    case 6: return { kind: 'patch', patches: [{ id, values: { opacity: n % 100, locked: n % 5 === 0 } }] };
    default: return { kind: 'patch', patches: [{ id, values: { x: n % 1_000, y: n % 777 } }] };
  }
};

const perform = ({ desk }: Server, hand: Hand, command: object, moment: Moment): string => {
  if ('turn' in command) return turn(desk, hand, command.turn === 'undo' ? 'undo' : 'redo', moment);
  if (!('hold' in command)) return change(desk, hand, command, moment);
  if (livingOn(desk.board, String(command.hold))) hold(desk, hand.id, String(command.hold), moment.at);
  return 'done';
};

const run = (steps: readonly (readonly [number, number])[]): void => {
  const board = new Board({});
  let clock = 0;
  const moment = (): Moment => ({ at: ++clock * 100, chance: () => (clock % 997) / 997, newId: () => `id${clock}` });
  const server: Server = { desk: openDesk(board, moment()), encoder: new Encoder(board), answered: new Map() };
  const pages: Page[] = ['ana', 'ben', 'cleo'].map((id) => ({ hand: handOf(id, id === 'cleo' ? 'facilitator' : 'editor'), board: new Board({}), decoder: undefined, waiting: new Map() }));
  const join = (page: Page): void => {
    page.board = new Board({});
    page.decoder = new Decoder(page.board);
    page.decoder.decode(server.encoder.encodeAll().slice());
  };
  const flush = (): void => {
    const bytes = server.encoder.encode().slice();
    server.encoder.discardChanges();
    for (const { decoder } of pages) decoder?.decode(bytes);
  };
  const deliver = (page: Page, key: string, command: object): void => {
    const known = `${page.hand.id} ${key}`;
    if (!server.answered.has(known)) server.answered.set(known, perform(server, page.hand, command, moment()));
  };
  /** The process dies and takes up what it stored. */
  const restart = (): void => {
    const kept = JSON.parse(snapshotOf(server.desk)) as { elements: unknown };
    const stored = deskFrom(kept, kept.elements, moment());
    if (!stored) throw new Error('What was stored cannot be read.');
    server.desk = stored;
    server.encoder = new Encoder(stored.board);
    for (const page of pages) page.decoder = undefined;
  };
  for (const page of pages) join(page);

  for (const [what, n] of steps) {
    const page = at(pages, n) ?? pages[0];
    if (!page) return;
    const waiting = [...page.waiting];
    if (what < 45) page.waiting.set(`k${clock++}`, wish(page.board, `k${clock}`, n >> 2));
    // Any of what waits arrives, so that it is overtaken; its answer may be lost, so that it comes again.
    else if (what < 75) for (const [key, command] of [at(waiting, n >> 3) ?? []].flatMap(([key, command]) => (key && command ? [[key, command] as const] : []))) {
      deliver(page, key, command);
      if (n % 3) page.waiting.delete(key);
    }
    else if (what < 90) flush();
    else if (what < 94) page.decoder = undefined;
    else if (what < 98) {
      flush();
      if (page.decoder === undefined) join(page);
    } else if (what === 98) release(server.desk, page.hand.id);
    else restart();
  }

  flush();
  for (const page of pages) for (const [key, command] of page.waiting) deliver(page, key, command);
  for (const page of pages) if (page.decoder === undefined) join(page);
  flush();
  const { desk } = server;
  for (const page of pages) expect(seen(page.board)).toBe(seen(desk.board));
  const all = [...desk.board.elements.values()];
  expect(desk.live).toBe(all.filter(({ deletedAt }) => deletedAt === 0).length);
  expect(new Set(all.map(({ index }) => index)).size).toBe(all.length);
  expect(all.every(({ index }) => isIndex(index))).toBe(true);
  for (const { hand } of pages) release(desk, hand.id);
  restart();
  expect(seen(server.desk.board)).toBe(seen(desk.board));
};

describe('randomised runs', () => {
  it('BO1 BO6 BO9 BO10 commands lost, doubled and overtaken, pages and servers that come back, and undo by many: all boards end alike', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(99), fc.nat(1_000_000)), { minLength: 40, maxLength: 250 }), run), { numRuns: 200 });
  });

  it('what is no board of ours is not taken up', () => {
    for (const stored of [null, {}, [], { version: 2, title: '', mode: 'open' }]) expect(deskFrom(stored, [], momentAt(1))).toBeUndefined();
    expect(deskFrom({ version: 1, title: 'Plan', mode: 'open' }, [['a', { type: 'iframe' }]], momentAt(1))?.board.elements.size).toBe(0);
  });

  it('would show a page that missed a patch', () => {
    const board = new Board({});
    const encoder = new Encoder(board);
    const page = new Board({});
    new Decoder(page).decode(encoder.encodeAll().slice());
    change(openDesk(board, { at: 1, chance: () => 0, newId: () => 'x' }), handOf('ana'), wish(board, 'k', 0));
    expect(seen(page)).not.toBe(seen(board));
  });
});

/** A board over real sockets, in one process with its server: what a drag weighs, how late others see an edit, how soon a full board can be read. */
import { enterBy } from '#test/support/visitors.ts';
import { WebSocket } from 'ws';
import { BoardLink } from '#client/boards/link.ts';
import { writeSign } from '#shared/boards/hands.codec.ts';
import { packPoints, type Point } from '#shared/boards/stroke.codec.ts';
import { outlineOf } from '#shared/boards/outline.ts';
import { openHearth, type OpenHearth } from '#test/server/opened.ts';
import { openPagesAt } from '#test/support/browserless.ts';
import { percentile } from '../bench.ts';

const BOARD = 'commons_notice-board';
const EDITS_A_SECOND = 5;

const travelled = { up: 0, down: 0 };
const send = WebSocket.prototype.send as (this: WebSocket, data: Uint8Array, ...more: unknown[]) => void;
Object.assign(WebSocket.prototype, {
  send(this: WebSocket & { readonly _isServer?: boolean }, data: Uint8Array, ...more: unknown[]): void {
    travelled[this._isServer ? 'down' : 'up'] += data.length;
    send.call(this, data, ...more);
  },
});

const until = (link: BoardLink, holds: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (!holds()) return;
      stop();
      resolve();
    };
    const stop = link.store.subscribe(look);
    look();
  });

const come = async ({ url, running }: OpenHearth, name: string): Promise<BoardLink> => {
  const link = new BoardLink(BOARD, await enterBy(url, running.guestLink, name));
  void link.join();
  await until(link, () => link.store.current.status === 'here');
  return link;
};
const shape = (id: string, n: number) => ({ type: 'rectangle' as const, id, x: n % 900, y: n % 700, width: 240, height: 120 });

/** Two seconds of drawing, told ten times a second, and the stroke in the end. */
const strokeRatio = async (ana: BoardLink, ben: BoardLink): Promise<number> => {
  const id = 'sTrOkEsTrOkEsTrOkEsTr';
  const points = Array.from({ length: 120 }, (_, n): Point => [500 + n * 3.7 + 40 * Math.sin(n / 9), 300 + 60 * Math.cos(n / 7)]);
  const [start] = points as [Point];
  Object.assign(travelled, { up: 0, down: 0 });
  let last: Point = [0, 0];
  for (let at = 0; at < points.length; at += 6) {
    const some = points.slice(at, at + 6);
    const heard = new Promise<void>((resolve) => { const stop = ben.onHands(() => { stop(); resolve(); }); });
    ana.sign(at === 0 ? writeSign({ kind: 'ink', id, width: 2, colour: '#1e1e1e', points: some }) : writeSign({ kind: 'more', points: some }, last));
    await heard;
    last = some.at(-1) ?? last;
  }
  const ink = { ...travelled };
  Object.assign(travelled, { up: 0, down: 0 });
  await ana.perform({ id: 'board.add', payload: { elements: [{ type: 'freedraw', id, x: start[0], y: start[1], width: 480, height: 120, points: packPoints(points.map(([x, y]): Point => [x - start[0], y - start[1]])) }], go: 40_000 } });
  await until(ben, () => ben.store.current.board.elements.has(id));
  return Math.max((ink.up + travelled.up) / travelled.up, (ink.down + travelled.down) / travelled.down);
};

export interface Live {
  readonly up: number;
  readonly down: number;
  /** A stroke with its live ink, as a share of the stroke alone: the worse of up and down. */
  readonly stroke: number;
  readonly p95: number;
  readonly join: number;
}

const live = async (editors: number, seconds: number, elements: number, note: (line: string) => void): Promise<Live> => {
  const hearth = await openHearth();
  openPagesAt(hearth.url);
  try {
    const [ana, ben] = [await come(hearth, 'Ana'), await come(hearth, 'Ben')];
    await ana.perform({ id: 'board.add', payload: { elements: [shape('aBcDeFgHiJkLmNoPqRsTu', 0)] } });
    Object.assign(travelled, { up: 0, down: 0 });
    const drags = 60;
    for (let n = 1; n <= drags; n++) {
      // As the drawing editor does: fractions of a unit, ids of 21 letters, all one go of the hand.
      await ana.perform({ id: 'board.move', payload: { moves: [['aBcDeFgHiJkLmNoPqRsTu', n + 0.1234567, 2 * n + 0.7654321]], go: 40_000 } });
      await until(ben, () => ben.store.current.board.elements.get('aBcDeFgHiJkLmNoPqRsTu')?.version === n + 1);
    }
    const [up, down] = [travelled.up / drags, travelled.down / drags / 2];

    const stroke = await strokeRatio(ana, ben);

    note(`${editors} editors`);
    const links = [ana, ben];
    for (let n = 2; n < editors; n++) links.push(await come(hearth, `Editor ${n}`));
    for (const [n, link] of links.entries()) await link.perform({ id: 'board.add', payload: { elements: [shape(`editor-${n}`, n)] } });
    const begun = new Map<string, number>();
    const late: number[] = [];
    // Each is watched by the next.
    const stops = links.map((_, n) => {
      const watcher = links[(n + 1) % links.length] as BoardLink;
      return watcher.store.subscribe(() => {
        const element = watcher.store.current.board.elements.get(`editor-${n}`);
        const key = `${n} ${element?.x}`;
        const at = begun.get(key);
        if (at === undefined) return;
        begun.delete(key);
        late.push(performance.now() - at);
      });
    });
    await Promise.all(links.map((link, n) => new Promise<void>((resolve) => {
      let count = 0;
      const timer = setInterval(() => {
        if (++count > seconds * EDITS_A_SECOND) {
          clearInterval(timer);
          return resolve();
        }
        begun.set(`${n} ${1_000 + count}`, performance.now());
        void link.perform({ id: 'board.move', payload: { moves: [[`editor-${n}`, 1_000 + count, n]] } });
      }, 1_000 / EDITS_A_SECOND);
    })));
    stops.forEach((stop) => stop());

    note(`${elements} elements`);
    for (let n = 0; n * 200 < elements - links.length - 1; n++) {
      const room = elements - ana.store.current.board.elements.size;
      await ana.perform({ id: 'board.add', payload: { elements: Array.from({ length: Math.min(200, Math.max(1, room)) }, (_, m) => shape(`full-${n}-${m}`, m)) } });
    }
    const begunAt = performance.now();
    const late2 = await come(hearth, 'Late');
    outlineOf(late2.store.current.board);
    const join = performance.now() - begunAt;
    for (const link of [...links, late2]) link.leave();
    return { up, down, stroke, p95: percentile(late, 0.95) ?? NaN, join };
  } finally {
    await hearth.close();
  }
};

// A process of its own: the SDK looks for a WebSocket once, and other benches load it first.
const [editors, seconds, elements] = process.argv.slice(2).map(Number);
const figures = await live(editors ?? 0, seconds ?? 0, elements ?? 0, () => undefined);
process.stdout.write(`${JSON.stringify(figures)}\n`);
process.exit(0);

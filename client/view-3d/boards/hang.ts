/** Hangs the boards of a room on their walls: fetched once the room stands, and painted when one is near and something is new. */
import { Group, Vector3, type PerspectiveCamera } from 'three';
import { device } from '#client/app/device.ts';
import type { Words } from '#client/app/words.ts';
import type { Hearth } from '#client/net/hearth.ts';
import { whoIsAt, type BoardSign } from '#client/place/boardLine.ts';
import { place } from '#client/place/place.words.ts';
import { boardIdOf, boardsOf } from '#shared/boards/where.ts';
import type { LayoutObject } from '#shared/rooms/layout.ts';
import { BOARD } from '../rooms/boards.ts';
import type { Hanging } from '../stage/hanging.ts';
import { Glimpse } from './glimpse.ts';
import { isLeft, nearnessOf, waitFor, type Nearness } from './pace.ts';
import { Prints } from './prints.ts';
import { Sheet, WIDE } from './sheet.ts';

/** Where a board is on the screen, of the one that is asked at the moment. */
const seen = new Vector3();

/** One board on its wall. */
class Wall {
  readonly sheet: Sheet;
  readonly #object: LayoutObject;
  readonly #glimpse: Glimpse;
  readonly #room: Pick<Hearth, 'store'>;
  readonly #words: Words;
  readonly #request: () => void;
  readonly #ending = new AbortController();
  readonly #middle: Vector3;
  #nearness: Nearness = 'out';
  #isLooking = false;
  #lookedAt = -Infinity;
  #failures = 0;
  #seenAt = 0;
  readonly #prints: Prints;
  #later: number | undefined;
  /** What it was last painted from. */
  #painted = '';
  #news = 0;

  constructor(object: LayoutObject, { store, layout }: Pick<Hearth, 'store' | 'layout'>, words: Words, request: () => void) {
    [this.#object, this.#room, this.#words, this.#request] = [object, { store }, words, request];
    this.sheet = new Sheet(object);
    this.#glimpse = new Glimpse(boardIdOf(layout.id, object.id), device.tab);
    this.#prints = new Prints(this.#glimpse, () => this.#changed());
    this.#middle = new Vector3(object.x, BOARD.middle, object.z);
  }

  frame(camera: PerspectiveCamera, evening: number, now: number): void {
    this.sheet.light(evening);
    seen.copy(this.#middle).project(camera);
    const isInView = seen.z < 1 && Math.abs(seen.x) < 1.6 && Math.abs(seen.y) < 1.6;
    const before = this.#nearness;
    this.#nearness = nearnessOf(camera.position.distanceTo(this.#middle), isInView, before);
    if (this.#nearness === 'near' && before !== 'near') this.#prints.nearer();
    const sign = this.#room.store.current.facts.boards.get(this.#object.id);
    if (this.#nearness !== 'out') this.#seenAt = now;
    else if (this.#painted !== '' && isLeft(this.#seenAt, now)) this.#putAway();
    if (this.#nearness === 'out' || !sign) return;
    this.#look(this.#nearness, sign.version, now);
    this.#paint(WIDE[this.#nearness], sign);
  }

  dispose(): void {
    this.#ending.abort();
    window.clearTimeout(this.#later);
    this.#prints.clear();
    this.sheet.dispose();
  }

  #look(nearness: keyof typeof WIDE, version: string, now: number): void {
    if (version === this.#glimpse.version || this.#isLooking || this.#later !== undefined) return;
    const wait = waitFor(nearness, { lookedAt: this.#lookedAt, took: this.sheet.took, failures: this.#failures }, now);
    if (wait > 0) {
      this.#later = window.setTimeout(() => {
        this.#later = undefined;
        this.#request();
      }, wait);
      return;
    }
    [this.#isLooking, this.#lookedAt] = [true, now];
    void this.#glimpse.look(this.#ending.signal).catch(() => undefined).then((isNew) => {
      this.#isLooking = false;
      this.#failures = isNew === undefined ? this.#failures + 1 : 0;
      if (isNew) this.#changed();
      // Frames are drawn where something is new: this one is to be asked for again.
      else if (isNew === undefined && !this.#ending.signal.aborted) this.#request();
    });
  }

  #putAway(): void {
    this.#painted = '';
    this.#prints.clear();
    this.sheet.clear();
  }

  #changed(): void {
    this.#news++;
    if (!this.#ending.signal.aborted) this.#request();
  }

  #paint(wide: number, { title, people }: BoardSign): void {
    const names = [...people.values()];
    const from = [wide, this.#news, title, ...names].join('\n');
    if (from === this.#painted) return;
    this.#painted = from;
    const words = this.#words;
    const empty = this.#glimpse.version === '' ? '' : words(place.boardHolds, { title, notes: 0, groups: 0, empty: 'yes' });
    this.sheet.paint(wide, { title: words.named(title), there: whoIsAt(words, { names }), empty, elements: this.#glimpse.elements, printOf: this.#prints.of });
  }
}

/** The boards of a room, as a scene hangs them. */
export const hangBoards = (hearth: Pick<Hearth, 'store' | 'layout'>, words: Words) => (request: () => void): Hanging => {
  const walls = boardsOf(hearth.layout).map((object) => new Wall(object, hearth, words, request));
  const root = new Group();
  for (const { sheet } of walls) root.add(sheet.mesh);
  return {
    root,
    moves: false,
    frame: ({ camera, uniforms, now }) => walls.forEach((wall) => wall.frame(camera, uniforms.uEvening.value, now)),
    dispose: () => walls.forEach((wall) => wall.dispose()),
  };
};

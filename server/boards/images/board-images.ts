import { createHash } from 'node:crypto';
import { boardRefusals } from '#shared/boards/boards.refusals.ts';
import type { Desk } from '#shared/boards/desk.ts';
import { imageKindOf, imagesShownOn, LARGEST_FILE, MOST_POINTS_SHOWN, roomFor, UNSHOWN_MS, type Bringer, type KeptImage } from '#shared/boards/images.ts';
import { grant, refuse, type Refusal } from '#shared/kernel/refusal.ts';
import type { BoardImageStorage, ImageEntry } from '../../storage/board-images.ts';
import type { Drawn, Studio } from './studio.ts';

/** How often it is looked for what nothing shows (ms). */
const TIDY_EVERY = 10 * 60_000;

const reasons: Readonly<Record<Exclude<Drawn, object>, Refusal>> = {
  imageKind: refuse(boardRefusals.imageKind).refusal,
  imageLarge: refuse(boardRefusals.imageLarge, { most: MOST_POINTS_SHOWN / 1e6 }).refusal,
  imageBroken: refuse(boardRefusals.imageBroken).refusal,
  imagesBusy: refuse(boardRefusals.imagesBusy).refusal,
  imagesAway: refuse(boardRefusals.imagesAway).refusal,
};
export const imageHeavy: Refusal = refuse(boardRefusals.imageHeavy, { most: LARGEST_FILE / 1e6 }).refusal;
const idOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** BO26, BO27. The pictures of one board: taken in, given out, and forgotten when nothing shows them. */
export class BoardImages {
  readonly #board: string;
  readonly #desk: Desk;
  readonly #storage: BoardImageStorage;
  readonly #studio: Pick<Studio, 'redraw'>;
  readonly #kept = new Map<string, ImageEntry>();
  /** What is being read of the storage: three hundred before a wall ask for the same. */
  readonly #reading = new Map<string, Promise<Buffer | undefined>>();
  /** One is not forgotten while it is kept anew. */
  #writing: Promise<unknown> = Promise.resolve();
  #tidiedAt = 0;

  private constructor(board: string, desk: Desk, storage: BoardImageStorage, studio: Pick<Studio, 'redraw'>) {
    [this.#board, this.#desk, this.#storage, this.#studio] = [board, desk, storage, studio];
  }

  static async open(board: string, desk: Desk, storage: BoardImageStorage, studio: Pick<Studio, 'redraw'>): Promise<BoardImages> {
    const images = new BoardImages(board, desk, storage, studio);
    for (const entry of await storage.boardImages(board)) images.#note(entry);
    return images;
  }

  /** BO29. Takes a file in from somebody. What is kept already comes from here, exactly as it is, and is still whoever's it was first. Rejects where it cannot be stored. */
  async add(bytes: Uint8Array, by: Bringer, now: () => number): Promise<KeptImage | Refusal> {
    if (bytes.length > LARGEST_FILE) return imageHeavy;
    if (imageKindOf(bytes) === undefined) return reasons.imageKind;
    const drawn = (await this.#storage.anyBoardImage(idOf(bytes))) ?? (await this.#studio.redraw(bytes));
    if (typeof drawn === 'string') return reasons[drawn];
    const entry: ImageEntry = { id: idOf(drawn.bytes), at: now(), width: drawn.width, height: drawn.height, size: drawn.bytes.length, by: by.id, isGuest: by.standing === 'guest' };
    return this.#inTurn(async () => {
      const before = this.#kept.get(entry.id);
      const permit = before ? grant : roomFor([...this.#kept.values()], entry.size, by);
      if (!permit.granted) return permit.refusal;
      await this.#storage.keepBoardImage(this.#board, entry, drawn.bytes);
      this.#note(before ? { ...before, at: entry.at } : entry);
      return { id: entry.id, width: entry.width, height: entry.height };
    });
  }

  /** A WebP file; `undefined` for one that is not kept here. */
  bytesOf(id: string): Promise<Buffer | undefined> {
    if (!this.#kept.has(id)) return Promise.resolve(undefined);
    const reading = this.#reading.get(id) ?? this.#storage.boardImage(this.#board, id).finally(() => this.#reading.delete(id));
    this.#reading.set(id, reading);
    return reading;
  }

  /** BO27. Forgets, now and then, what no element, undo or copy shows, and has not for an hour. */
  tidy(at: number): Promise<void> {
    if (at - this.#tidiedAt < TIDY_EVERY) return Promise.resolve();
    this.#tidiedAt = at;
    return this.#inTurn(async () => {
      const candidates = this.#unshown(at);
      if (candidates.length === 0) return;
      const inCopies = new Set(await this.#storage.imagesInCopies(this.#board, candidates));
      // Meanwhile somebody may have put one on the board.
      const gone = this.#unshown(at).filter((id) => candidates.includes(id) && !inCopies.has(id));
      for (const id of gone) {
        this.#kept.delete(id);
        this.#desk.images.delete(id);
      }
      await this.#storage.forgetBoardImages(this.#board, gone);
    });
  }

  #note(entry: ImageEntry): void {
    this.#kept.set(entry.id, entry);
    this.#desk.images.add(entry.id);
  }

  #unshown(at: number): readonly string[] {
    const shown = imagesShownOn(this.#desk);
    return [...this.#kept.values()].filter((one) => !shown.has(one.id) && at - one.at >= UNSHOWN_MS).map(({ id }) => id);
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const next = this.#writing.catch(() => undefined).then(act);
    this.#writing = next;
    return next;
  }
}

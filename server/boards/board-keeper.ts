import { deskFrom, elementKept, headOf, snapshotOf } from '#shared/boards/snapshot.ts';
import { compact, openDesk, type Desk } from '#shared/boards/desk.ts';
import { Board } from '#shared/boards/board.state.ts';
import type { Moment } from '#shared/kernel/capability.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { BoardImageStorage } from '../storage/board-images.ts';
import type { BoardStorage, CopyEntry } from '../storage/boards.ts';
import type { Storage } from '../storage/storage.ts';

/** What a board asks of the storage. */
export type BoardNeeds = BoardStorage & BoardImageStorage & Pick<Storage, 'commit'>;

/** BO19. */
export const COPY_EVERY = 10 * 60_000;
export const MOST_COPIES = 50;
const COMPACT_EVERY = 60_000;

const read = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** Keeps a board: what changed each second, and copies of the whole. */
export class BoardKeeper {
  readonly #id: string;
  readonly #storage: BoardStorage;
  #head = '';
  #copiedAt = 0;
  #compactedAt = 0;
  /** Something was stored since the last copy. */
  #hasNews = false;
  #saving: Promise<void> = Promise.resolve();

  constructor(id: string, storage: BoardStorage) {
    [this.#id, this.#storage] = [id, storage];
  }

  /** The board as it was stored; else a new one under this title. */
  async open(title: string, moment: Moment): Promise<Desk> {
    const kept = await this.#storage.loadBoard(this.#id);
    const desk = kept && deskFrom(read(kept.head), kept.elements.map(({ id, state }) => [id, read(state)]), moment);
    if (kept && !desk) throw new Error(`What is stored of the board ${this.#id} cannot be read. A newer Hearth may have written it.`);
    if (kept) this.#head = kept.head;
    const copies = await this.#storage.boardCopies(this.#id);
    this.#copiedAt = copies[0]?.at ?? moment.at;
    const opened = desk ?? openDesk(new Board({ title }), moment);
    opened.namedCopies = copies.filter(({ name }) => name !== '').length;
    return opened;
  }

  /** Stores what has changed; what could not be stored is tried again. One after the other. */
  save(desk: Desk, moment: Moment): Promise<void> {
    const next = this.#saving.catch(() => undefined).then(() => this.#save(desk, moment));
    this.#saving = next;
    return next;
  }

  /** Keeps the board as it is now; under no name it may be forgotten one day. */
  async keep(desk: Desk, { at, newId }: Pick<Moment, 'at' | 'newId'>, name: string, by: PersonId | undefined): Promise<void> {
    await this.#storage.keepBoardCopy(this.#id, { id: newId(), at, name, by }, snapshotOf(desk));
    if (name === '') await this.#storage.forgetBoardCopies(this.#id, MOST_COPIES);
  }

  /** Who kept them is nobody's business who looks: the board may hide its authors. */
  async copies(): Promise<readonly Omit<CopyEntry, 'by'>[]> {
    return (await this.#storage.boardCopies(this.#id)).map(({ id, at, name }) => ({ id, at, name }));
  }

  async copy(id: string, moment: Moment): Promise<Desk | undefined> {
    const state = await this.#storage.boardCopy(this.#id, id);
    const kept = state === undefined ? undefined : (read(state) as { readonly elements?: unknown } | undefined);
    return kept && deskFrom(kept, kept.elements, moment);
  }

  async #save(desk: Desk, moment: Moment): Promise<void> {
    const { at } = moment;
    if (at - this.#compactedAt >= COMPACT_EVERY) {
      this.#compactedAt = at;
      compact(desk, at);
    }
    const head = JSON.stringify(headOf(desk));
    const changed = [...desk.unsaved];
    if (changed.length > 0 || head !== this.#head) {
      desk.unsaved.clear();
      const elements = changed.map((id) => {
        const state = elementKept(desk, id);
        return { id, state: state && JSON.stringify(state) };
      });
      try {
        await this.#storage.saveBoard(this.#id, at, { head, elements });
      } catch (error) {
        for (const id of changed) desk.unsaved.add(id);
        throw error;
      }
      this.#head = head;
      this.#hasNews = true;
    }
    if (!this.#hasNews || at - this.#copiedAt < COPY_EVERY) return;
    await this.keep(desk, moment, '', undefined);
    [this.#copiedAt, this.#hasNews] = [at, false];
  }
}

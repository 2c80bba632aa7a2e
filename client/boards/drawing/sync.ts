/** Keeps what is drawn and the server's board alike: what one draws is asked of the board, what the board says is shown. */
import type { Raw } from '#shared/boards/excalidraw.ts';
import { boardRefusals } from '#shared/boards/boards.refusals.ts';
import type { BoardElement } from '#shared/boards/board.state.ts';
import type { NewElement } from '#shared/boards/element.ts';
import type { Values } from '#shared/boards/fields.ts';
import type { Answer } from '#shared/kernel/command.ts';
import { dispatchRefusals, type Refusal } from '#shared/kernel/refusal.ts';
import type { View } from '#shared/kernel/view.ts';
import type { BoardAct } from '../acts.ts';
import type { BoardState } from '../link.ts';
import { Book } from './book.ts';
import { sendingOf, type Sending, type Stand } from './changes.ts';
import { handIn, type Doing, type Hand } from './hand.ts';

/** Their editor, as far as it matters here. */
export interface Editor {
  scene(): readonly Raw[];
  doing(): Doing;
  show(scene: readonly Raw[]): void;
  fit(changed: ReadonlySet<string>, scene: ReadonlyMap<string, Raw>): readonly Raw[];
}
/** The board, and whoever is told what it answers. */
export interface Table {
  now(): BoardState;
  perform(act: BoardAct): Promise<Answer>;
  isBarred(id: string, held: View<BoardElement>): boolean;
  /** BO27. How a picture stands that the server does not show yet. */
  standOf(raw: Raw): Stand;
  /** BO28. Pictures of one's own are on the board, and nobody has said what they show. */
  placed(ids: readonly string[]): void;
  refused(refusal: Refusal): void;
  /** What one wrote was not taken: somebody else changed it, or writes in it, or there is no room for it. All of it is kept. */
  keep(written: readonly Written[], refusal: Refusal): void;
}

/** How often something is sent while one draws (ms), how long one waits where that was too often, and when a hold is told again. */
const SEND_EVERY = 100;
const REST = 1_000;
const HOLD_AGAIN = 10_000;
const OFFLINE = 'client.offline';

/** What was to be written, and where. */
export interface Written {
  readonly id: string;
  readonly text: string;
}
const writtenIn = ({ payload }: BoardAct): readonly Written[] =>
  ('patches' in payload ? payload.patches.map(({ id, values }) => ({ id, text: (values as Values).text })) : 'elements' in payload ? (payload.elements as readonly NewElement[]).map((one) => ({ id: one.id, text: 'text' in one ? one.text : undefined })) : [])
    .flatMap(({ id, text }) => (text === undefined ? [] : [{ id, text }]));

/** The pictures that were put on the board, and that nobody has described. */
const picturesIn = ({ payload }: BoardAct): readonly string[] =>
  'elements' in payload ? (payload.elements as readonly NewElement[]).flatMap((one) => (one.type === 'image' && !one.label ? [one.id] : [])) : [];

export class Sync {
  readonly book = new Book();
  readonly #editor: Editor;
  readonly #table: Table;
  readonly #bases = new Map<string, number>();
  /** What was refused while one still has it in hand: it is not asked again before one lets go. */
  readonly #refused = new Set<string>();
  /** Begins somewhere, so that two tabs of one person are two hands. */
  #go = crypto.getRandomValues(new Uint16Array(1))[0] ?? 0;
  #sentAt = 0;
  #restUntil = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: { readonly id: string; at: number } | undefined;
  #closed = false;

  constructor(editor: Editor, table: Table) {
    [this.#editor, this.#table] = [editor, table];
  }

  /** Something has changed, here or there. */
  nudge(): void {
    if (this.#timer === undefined && !this.#closed) this.#later(0);
  }

  /** The fonts that texts are written in have come: what was broken into lines before that is broken anew. */
  refit(): void {
    const scene = this.#editor.scene();
    const { held } = handIn(this.#editor.doing(), scene, this.book);
    this.#editor.show(this.book.refit({ scene, isHeld: (id) => held.has(id), fit: (changed, shown) => this.#editor.fit(changed, shown) }));
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    if (this.#table.now().status === 'here') {
      // What one drew last goes, too, and after what is under way.
      this.book.accepted();
      for (const { act } of this.#due(handIn(this.#editor.doing(), this.#editor.scene(), this.book)).parcels) void this.#table.perform(act);
    }
    if (this.#writing) void this.#table.perform({ id: 'board.release', payload: {} });
  }

  #later(after: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.step(Date.now());
    }, after);
  }

  /** Shows what is new, and sends what is due. */
  step(now: number): void {
    const { status, version, board } = this.#table.now();
    if (this.#closed || version === 0) return;
    const hand = handIn(this.#editor.doing(), this.#editor.scene(), this.book);
    this.#hold(hand, now);
    if (this.#refused.size > 0 && hand.held.size === 0) {
      this.book.giveUp(this.#refused, this.#editor.scene());
      this.#refused.clear();
    }
    const next = this.book.take({
      board, scene: this.#editor.scene(), isHeld: (id) => hand.held.has(id),
      isBarred: (id, held) => this.#table.isBarred(id, held), fit: (changed, scene) => this.#editor.fit(changed, scene),
    });
    if (next) this.#editor.show(next);
    if (status !== 'here' || this.book.isFlying) return;
    const due = Math.max(this.#sentAt + SEND_EVERY, this.#restUntil);
    if (now < due) return this.#later(due - now);
    this.#send(hand, now);
  }

  #due({ making }: Hand): Sending {
    const { board } = this.#table.now();
    return sendingOf(this.book, {
      scene: this.#editor.scene(), go: this.#go,
      isMaking: (id) => making.has(id) || this.#refused.has(id),
      standOf: (raw) => this.#table.standOf(raw),
      baseOf: (id) => this.#bases.get(id) ?? board.elements.get(id)?.textVersion ?? 0,
    });
  }

  #send(hand: Hand, now: number): void {
    const { parcels, foreign } = this.#due(hand);
    if (foreign.length > 0) {
      this.#editor.show(this.#editor.scene().filter((raw) => !foreign.includes(raw)));
      if (foreign.some(({ type }) => type !== 'image')) this.#table.refused({ code: boardRefusals.notOfKind.code, values: {} });
    }
    const [parcel] = parcels;
    if (!parcel) {
      if (hand.held.size === 0) this.#go++;
      return;
    }
    this.book.send(parcel.flight);
    if (parcels.length === 1) this.#sentAt = now;
    void this.#table.perform(parcel.act).then((answer) => {
      if (!this.#closed) this.#answered(parcel.act, answer);
    });
  }

  #answered(act: BoardAct, answer: Answer): void {
    if (answer.accepted) {
      for (const { id } of writtenIn(act)) this.#bases.delete(id);
      this.book.accepted();
      const placed = picturesIn(act);
      if (placed.length > 0) this.#table.placed(placed);
    } else if (answer.refusal.code === OFFLINE) {
      this.book.lost();
      return;
    } else if (answer.refusal.code === dispatchRefusals.tooFast.code) {
      this.book.lost();
      this.#restUntil = Date.now() + REST;
    } else this.#refuse(act, answer.refusal);
    this.step(Date.now());
  }

  #refuse(act: BoardAct, refusal: Refusal): void {
    const written = writtenIn(act).filter(({ text }) => text !== '');
    const ids = this.book.refused(this.#editor.scene());
    for (const id of ids) {
      this.#refused.add(id);
      this.#bases.delete(id);
    }
    this.#table.refused(refusal);
    if (written.length > 0) this.#table.keep(written, refusal);
  }

  /** BO8. Who writes in a text keeps it to themselves meanwhile, and starts from it as it was then (BO2). */
  #hold({ writing }: Hand, now: number): void {
    if (this.#writing && this.#writing.id !== writing) {
      this.#writing = undefined;
      void this.#table.perform({ id: 'board.release', payload: {} });
    }
    const held = writing === undefined ? undefined : this.#table.now().board.elements.get(writing);
    if (writing === undefined || held?.deletedAt !== 0) return;
    if (!this.#writing) this.#bases.set(writing, held.textVersion);
    if (this.#writing && now - this.#writing.at < HOLD_AGAIN) return;
    this.#writing = { id: writing, at: now };
    void this.#table.perform({ id: 'board.hold', payload: { id: writing } });
  }
}

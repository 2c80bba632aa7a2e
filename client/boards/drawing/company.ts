/** The others at the board as one sees them drawing: pointers, what they have selected, the stroke under their hand; and one's own hand as they see it (BO24). */
import type { Collaborator, ExcalidrawImperativeAPI, SocketId } from '@excalidraw/excalidraw/types';
import { CaptureUpdateAction } from '@excalidraw/excalidraw';
import type { Raw } from '#shared/boards/excalidraw.ts';
import { MOST_SELECTED, POINTS_A_SIGN, readFrame, readSign, writeSign } from '#shared/boards/hands.codec.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Point } from '#shared/boards/stroke.codec.ts';
import type { BoardLink } from '../link.ts';
import { idOf, PASSING } from './book.ts';
import { Inks } from './inks.ts';

const POINTER_EVERY = 100;
const INK_EVERY = 100;
/** Whom one follows is kept this far from the edges, as a share of what is seen. */
const MARGIN = 0.1;

interface Other {
  readonly pointer?: Collaborator['pointer'];
  readonly button?: 'up' | 'down';
  readonly selected: readonly string[];
}
const socketOf = (id: string): SocketId => id as SocketId;

export class Company {
  readonly #api: ExcalidrawImperativeAPI;
  readonly #link: BoardLink;
  readonly #following: () => PersonId | undefined;
  /** By person: a hand's number is another's once its person has gone. */
  readonly #others = new Map<PersonId, Other>();
  readonly #inks = new Inks();
  #pointedAt = 0;
  #selected = '';
  #shown = '';
  #ink: { readonly id: string; told: number; at: number; last: Point } | undefined;

  constructor(api: ExcalidrawImperativeAPI, link: BoardLink, following: () => PersonId | undefined) {
    [this.#api, this.#link, this.#following] = [api, link, following];
  }

  /** One's own pointer moves. */
  point({ pointer, button }: { readonly pointer: { readonly x: number; readonly y: number; readonly tool: 'pointer' | 'laser' }; readonly button: 'up' | 'down' }, now: number): void {
    if (now - this.#pointedAt < POINTER_EVERY) return;
    this.#pointedAt = now;
    this.#link.sign(writeSign({ kind: 'pointer', x: pointer.x, y: pointer.y, isDown: button === 'down', isLaser: pointer.tool === 'laser' }));
  }

  /** Something has changed in one's own editor: what is selected, or the stroke under one's hand. */
  look(now: number): void {
    const { selectedElementIds, newElement } = this.#api.getAppState();
    const selected = Object.keys(selectedElementIds).slice(0, MOST_SELECTED);
    if (selected.join() !== this.#selected) {
      this.#selected = selected.join();
      this.#link.sign(writeSign({ kind: 'selection', ids: selected }));
    }
    if (newElement?.type === 'freedraw') this.#tell(newElement as unknown as Raw, now);
  }

  /** Takes in what others' hands did. */
  hear(frame: Uint8Array, now: number): void {
    let isDrawn = false;
    for (const { hand, bytes } of readFrame(frame)) {
      const person = this.#personOf(hand);
      const sign = person && readSign(bytes, this.#inks.endOf(hand));
      if (!sign) continue;
      const other = this.#others.get(person) ?? { selected: [] };
      if (sign.kind === 'pointer') {
        this.#others.set(person, { ...other, pointer: { x: sign.x, y: sign.y, tool: sign.isLaser ? 'laser' : 'pointer' }, button: sign.isDown ? 'down' : 'up' });
        if (person === this.#following()) this.#goTo(sign.x, sign.y);
      } else if (sign.kind === 'selection') this.#others.set(person, { ...other, selected: sign.ids });
      else if (sign.kind === 'away') this.#others.delete(person);
      else {
        this.#inks.hear(hand, sign, now);
        isDrawn = true;
      }
    }
    this.#show(isDrawn);
  }

  /** The board has changed: who is there, who writes where, which strokes have come. */
  refresh(now: number): void {
    const { board } = this.#link.store.current;
    for (const id of this.#others.keys()) if (!board.people.has(id)) this.#others.delete(id);
    this.#show(this.#inks.refresh((id) => board.elements.has(id), now));
  }

  /** One draws no more: nothing of one's hand stays where it was last. */
  close(): void {
    this.#link.sign(writeSign({ kind: 'away' }));
  }

  #personOf(hand: number): PersonId | undefined {
    const { board, actor } = this.#link.store.current;
    for (const [id, person] of board.people) if (person.hand === hand) return id === actor?.id ? undefined : (id as PersonId);
    return undefined;
  }

  #show(isDrawn: boolean): void {
    const { board, actor } = this.#link.store.current;
    const collaborators = new Map<SocketId, Collaborator>();
    for (const [id, { name }] of board.people) {
      if (id === actor?.id) continue;
      const other = board.authors === 'hidden' ? undefined : this.#others.get(id as PersonId);
      const writes = [...board.holds].filter(([, { by }]) => by === id).map(([element]) => element);
      collaborators.set(socketOf(id), {
        id, socketId: socketOf(id), username: name, ...(other?.pointer && { pointer: other.pointer, button: other.button ?? 'up' }),
        selectedElementIds: Object.fromEntries([...(other?.selected ?? []), ...writes].map((element) => [element, true as const])),
      });
    }
    const shown = JSON.stringify([...collaborators.values()]);
    // With each call they draw their whole page anew.
    if (!isDrawn && shown === this.#shown) return;
    this.#shown = shown;
    const scene = isDrawn ? { elements: this.#withInk() as never, captureUpdate: CaptureUpdateAction.NEVER } : {};
    this.#api.updateScene({ collaborators, ...scene });
  }

  #withInk(): readonly Raw[] {
    const scene = (this.#api.getSceneElementsIncludingDeleted() as unknown as readonly Raw[]).filter((raw) => !idOf(raw).startsWith(PASSING));
    // Their scene stands in its order.
    return [...scene, ...this.#inks.drawn(String(scene.at(-1)?.index ?? 'a0'))];
  }

  /** Tells the points of one's stroke that nobody was told yet. */
  #tell({ id, x, y, points, strokeColor, strokeWidth }: Raw, now: number): void {
    const ink = this.#ink?.id === id ? this.#ink : undefined;
    const all = points as readonly Point[];
    if (ink && now - ink.at < INK_EVERY) return;
    const fresh = all.slice(ink?.told ?? 0, (ink?.told ?? 0) + POINTS_A_SIGN).map(([px, py]): Point => [Number(x) + px, Number(y) + py]);
    const last = fresh.at(-1);
    if (!last) return;
    const colour = /^#[\da-f]{6}$/i.test(String(strokeColor)) ? String(strokeColor) : '#1e1e1e';
    this.#link.sign(ink ? writeSign({ kind: 'more', points: fresh }, ink.last) : writeSign({ kind: 'ink', id: String(id), width: Number(strokeWidth), colour, points: fresh }));
    this.#ink = { id: String(id), told: (ink?.told ?? 0) + fresh.length, at: now, last };
  }

  #goTo(x: number, y: number): void {
    const { scrollX, scrollY, width, height, zoom: { value } } = this.#api.getAppState();
    const [left, top] = [(x + scrollX) * value, (y + scrollY) * value];
    if (left > width * MARGIN && left < width * (1 - MARGIN) && top > height * MARGIN && top < height * (1 - MARGIN)) return;
    this.#api.updateScene({ appState: { scrollX: width / 2 / value - x, scrollY: height / 2 / value - y } });
  }
}

/** People who draw on one board, without a browser: our side of the drawing editor over the real rules, and somebody else's side of it as their editor behaves. */
import { Sync, type Editor } from '#client/boards/drawing/sync.ts';
import { dispatchOnBoard } from '#server/boards/dispatch.ts';
import { Board, elementOf, held, type BoardElement } from '#shared/boards/board.state.ts';
import type { Desk } from '#shared/boards/desk.ts';
import { valuesIn, typeOf, type Raw } from '#shared/boards/excalidraw.ts';
import type { Actor } from '#shared/kernel/capability.ts';
import type { Answer } from '#shared/kernel/command.ts';
import { personId } from '#shared/kernel/ids.ts';
import { newDesk } from '#test/support/board.ts';
import { momentAt } from '#test/support/room.ts';

const copyOf = (board: Board): Board => {
  const copy = new Board({ mode: board.mode });
  for (const [id, one] of board.elements) {
    const made = held(elementOf(id, one), one.author);
    Object.assign(made, { version: one.version, nonce: one.nonce, textVersion: one.textVersion, deletedAt: one.deletedAt });
    copy.elements.set(id, made as BoardElement);
  }
  return copy;
};
const idle = { newElement: null, multiElement: null, editingTextElement: null, editingLinearElement: null, cursorButton: 'up', selectedElementIds: {}, croppingElementId: null, editingFrame: null };

export interface Drawer {
  readonly sync: Sync;
  scene: Raw[];
  doing: typeof idle & Record<string, unknown>;
  readonly kept: { id: string; text: string }[];
  readonly placed: string[];
  readonly refusals: string[];
  /** Changes one as their editor does: in place, under a version and nonce of its own. */
  change(id: string, values: Record<string, unknown>): void;
  add(id: string, values?: Record<string, unknown>): void;
  find(id: string): Raw | undefined;
}

export class Studio {
  readonly desk: Desk = newDesk();
  readonly drawers: Drawer[] = [];
  /** Pictures on their way to the board, by what their drawer calls them. */
  readonly coming = new Set<unknown>();
  readonly #views = new Map<Drawer, { board: Board; version: number }>();
  #waiting: (() => void)[] = [];
  #nonce = 0;
  /** The page's clock stands still meanwhile: it is never ahead of this one. */
  now = Date.now();

  come(name: string, standing: Actor['standing'] = 'member'): Drawer {
    const actor: Actor = { id: personId(name), standing, duties: [], own: { muted: [], blocked: [] } };
    const studio = this;
    const editor: Editor = {
      scene: () => drawer.scene, doing: () => drawer.doing as never, fit: () => [],
      show: (scene) => { drawer.scene = [...scene]; },
    };
    const sync = new Sync(editor, {
      now: () => ({ status: 'here', refusal: undefined, actor, own: { ballot: [], mine: [] }, revision: 1, ...studio.#view(drawer) }) as never,
      perform: ({ id, payload }) => new Promise<Answer>((resolve) => {
        studio.#waiting.push(() => {
          const dispatched = dispatchOnBoard(studio.desk, actor, { id, key: 'k', payload: JSON.parse(JSON.stringify(payload)) as never }, { ...momentAt(studio.now), chance: () => (studio.#nonce = (studio.#nonce + 7) % 1_000) / 1_000 }, { take: () => true });
          // The patch that shows it comes before the answer.
          studio.patch(drawer);
          resolve('refused' in dispatched ? dispatched.refused : { accepted: true });
        });
      }),
      isBarred: () => false,
      refused: ({ code }) => void drawer.refusals.push(code),
      standOf: ({ fileId }) => (typeof fileId === 'string' && studio.desk.images.has(fileId) ? 'kept' : studio.coming.has(fileId) ? 'coming' : 'lost'),
      placed: (ids) => void drawer.placed.push(...ids),
      keep: (written) => void drawer.kept.push(...written),
    });
    const drawer: Drawer = {
      sync, scene: [], doing: { ...idle }, kept: [], placed: [], refusals: [],
      change: (id, values) => {
        const raw = drawer.find(id) as Record<string, unknown> | undefined;
        if (raw) Object.assign(raw, values, { version: Number(raw['version']) + 1, versionNonce: ++studio.#nonce + 5_000 });
      },
      add: (id, values = {}) => {
        const top = drawer.scene.reduce((most, { index }) => (String(index) > most ? String(index) : most), 'a0');
        drawer.scene.push({ type: 'rectangle', id, x: 0, y: 0, width: 100, height: 60, angle: 0, strokeColor: '#1e1e1e', backgroundColor: 'transparent', fillStyle: 'solid', strokeWidth: 2, strokeStyle: 'solid', roundness: null, roughness: 1, opacity: 100, seed: 1, groupIds: [], frameId: null, link: null, locked: false, boundElements: [], isDeleted: false, version: 1, versionNonce: ++studio.#nonce, updated: 1, index: `${top}V`, ...values });
      },
      find: (id) => drawer.scene.find((raw) => raw.id === id),
    };
    this.#views.set(drawer, { board: copyOf(this.desk.board), version: 1 });
    this.drawers.push(drawer);
    return drawer;
  }

  #view(drawer: Drawer): { readonly board: Board; readonly version: number } {
    return this.#views.get(drawer) ?? { board: new Board({}), version: 0 };
  }

  /** Somebody is told how the board is now. */
  patch(drawer: Drawer): void {
    this.#views.set(drawer, { board: copyOf(this.desk.board), version: this.#view(drawer).version + 1 });
  }

  /** The server takes what has waited longest. */
  async serve(): Promise<void> {
    this.#waiting.shift()?.();
    await Promise.resolve();
    await Promise.resolve();
  }

  step(drawer: Drawer): void {
    this.now += 150;
    drawer.sync.step(this.now);
  }

  /** Everybody lets go, and everything arrives. */
  async rest(): Promise<void> {
    for (const drawer of this.drawers) drawer.doing = { ...idle };
    for (let round = 0; round < 60; round++) {
      for (const drawer of this.drawers) {
        this.patch(drawer);
        this.step(drawer);
      }
      while (this.#waiting.length > 0) await this.serve();
    }
  }

  /** What the server has, and what each sees, in the same words. */
  seen(): readonly string[] {
    const order = (all: readonly (readonly [string, object])[]): string => JSON.stringify(all.toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const sorted = (values: object): object => Object.fromEntries(Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const server = [...this.desk.board.elements].filter(([, { deletedAt }]) => deletedAt === 0).map(([id, one]) => {
      const { type: _type, id: _id, ...values } = elementOf(id, one);
      return [id, sorted(values)] as const;
    });
    return [order(server), ...this.drawers.map(({ scene }) => order(scene.filter(({ isDeleted }) => isDeleted !== true).map((raw) => [String(raw.id), sorted(valuesIn(raw, typeOf(raw) ?? 'rectangle'))] as const)))];
  }
}

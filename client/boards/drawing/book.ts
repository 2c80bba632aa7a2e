/**
 * What is drawn and what the server has, side by side. Their editor changes its elements as it likes; ours are the server's. Of each
 * element the book knows what the server said last and what was shown then: what is shown otherwise is one's own, and yet to be sent;
 * what the server says otherwise is shown, unless one has changed that field oneself and not been answered.
 */
import { elementOf, type Board, type BoardElement } from '#shared/boards/board.state.ts';
import type { Element } from '#shared/boards/element.ts';
import { rawOf, typeOf, valuesIn, type Bound, type Raw } from '#shared/boards/excalidraw.ts';
import { sameValue, type Values } from '#shared/boards/fields.ts';
import type { View } from '#shared/kernel/view.ts';
import { boundIn, sameBound } from './bound.ts';

type Some = Readonly<Record<string, unknown>>;
export const idOf = ({ id }: Raw): string => String(id);

interface Page {
  /** As the server said last. */
  readonly server: Some;
  /** As it was shown when it was like that. */
  readonly shown: Some;
  readonly version: number;
  readonly nonce: number;
  /** Whether it is shown as locked because one may not touch it now. */
  readonly barred: boolean;
}
const unread: Page = { server: {}, shown: {}, version: 0, nonce: 0, barred: false };
/** What is under way to the server. */
export type Flight = ReadonlyMap<string, Some | 'gone'>;

export interface Taking {
  readonly board: Pick<View<Board>, 'elements'>;
  /** All that their editor has, deleted elements too. */
  readonly scene: readonly Raw[];
  /** What one has in one's hand is left as it is until one lets go. */
  isHeld(id: string): boolean;
  /** Whether one may not touch it now, whatever its lock says. */
  isBarred(id: string, held: View<BoardElement>): boolean;
  /** What has to fit is fitted: texts in their shapes, arrows to what they hold on to. Answers what became other. */
  fit(changed: ReadonlySet<string>, scene: ReadonlyMap<string, Raw>): readonly Raw[];
}

/** What is only drawn for now, such as others' ink, is no business of the server's. */
export const PASSING = 'passing-';

export class Book {
  readonly #pages = new Map<string, Page>();
  readonly #read = new Map<string, { readonly raw: Raw; readonly version: unknown; readonly nonce: unknown; readonly values: Values; mine?: { readonly page: Page; readonly values: Values } }>();
  readonly #again = new Set<string>();
  /** What was refused before the server ever had it. */
  readonly #unwanted = new Set<string>();
  #flight: Flight = new Map();

  has(id: string): boolean {
    return this.#pages.has(id);
  }

  get isFlying(): boolean {
    return this.#flight.size > 0;
  }

  /** What an element says now, in the board's words. */
  valuesOf(raw: Raw): Values {
    const known = this.#read.get(idOf(raw));
    if (known && known.raw === raw && known.version === raw.version && known.nonce === raw.versionNonce) return known.values;
    const values = valuesIn(raw, typeOf(raw) ?? 'rectangle');
    this.#read.set(idOf(raw), { raw, version: raw.version, nonce: raw.versionNonce, values });
    return values;
  }

  /** The fields of an element that one has changed oneself; none for what the server does not have. */
  mine(raw: Raw): Values {
    const page = this.#pages.get(idOf(raw));
    if (!page) return {};
    const values = this.valuesOf(raw) as Some;
    const read = this.#read.get(idOf(raw));
    // While the pointer moves all that is drawn is asked, of which one or two are other than before.
    if (read?.mine?.page === page) return read.mine.values;
    const mine = Object.fromEntries(Object.keys(values).filter((name) => !sameValue(values[name], page.shown[name])).map((name) => [name, values[name]])) as Values;
    if (read) read.mine = { page, values: mine };
    return mine;
  }

  /** Takes up what the server says now. Answers what is to be shown, in order; nothing where all is as it is. */
  take({ board, scene, isHeld, isBarred, fit }: Taking): readonly Raw[] | undefined {
    const shown = new Map(scene.map((raw) => [idOf(raw), raw]));
    const changed = new Set<string>();
    for (const [id, held] of board.elements) {
      if (isHeld(id)) continue;
      if (held.deletedAt > 0) {
        this.#again.delete(id);
        if (this.#pages.delete(id) && shown.delete(id)) changed.add(id);
        continue;
      }
      const page = this.#pages.get(id);
      const barred = isBarred(id, held);
      // Their editor takes away only what it says that it has deleted; where it forgot something, that is shown again.
      if (page && shown.has(id) && page.version === held.version && page.nonce === held.nonce && page.barred === barred && !this.#again.has(id)) continue;
      const next = this.#merged(id, held as BoardElement, shown.get(id), barred);
      this.#again.delete(id);
      if (!next) continue;
      shown.set(id, next);
      changed.add(id);
    }
    for (const id of this.#pages.keys()) if (!board.elements.has(id) && !isHeld(id) && this.#pages.delete(id) && shown.delete(id)) changed.add(id);
    for (const id of this.#unwanted) if (!this.#pages.has(id) && shown.delete(id)) changed.add(id);
    this.#unwanted.clear();
    if (changed.size === 0) return undefined;
    this.#bind(shown, isHeld);
    for (const raw of fit(changed, shown)) if (!isHeld(idOf(raw))) this.#settle(shown, raw);
    return [...shown.values()].toSorted((a, b) => (String(a.index) < String(b.index) ? -1 : String(a.index) > String(b.index) ? 1 : idOf(a) < idOf(b) ? -1 : 1));
  }

  /** Fits everything again: letters are wider or narrower than they were. */
  refit({ scene, isHeld, fit }: Pick<Taking, 'scene' | 'isHeld' | 'fit'>): readonly Raw[] {
    const shown = new Map(scene.map((raw) => [idOf(raw), raw]));
    for (const raw of fit(new Set(shown.keys()), shown)) if (!isHeld(idOf(raw)) && this.#pages.has(idOf(raw))) this.#settle(shown, raw);
    return [...shown.values()];
  }

  /** So much is under way. Only once it is answered something else is sent. */
  send(flight: Flight): void {
    this.#flight = flight;
  }

  /** The server has what was sent: what was not changed since is now as the server says. */
  accepted(): void {
    for (const [id, sent] of this.#flight) {
      if (sent === 'gone') continue;
      const page = this.#pages.get(id) ?? unread;
      const server = Object.fromEntries(Object.entries(page.server).filter(([name]) => !(name in sent)));
      this.#pages.set(id, { ...page, server, shown: { ...page.shown, ...sent } });
      this.#again.add(id);
    }
    this.#flight = new Map();
  }

  /** The server took nothing of it: all of it is as it is there. Answers what that is about. */
  refused(scene: readonly Raw[]): readonly string[] {
    const ids = [...this.#flight.keys()];
    this.#flight = new Map();
    this.giveUp(ids, scene);
    return ids;
  }

  /** What one has changed of these is as if one had not. */
  giveUp(ids: Iterable<string>, scene: readonly Raw[]): void {
    const shown = new Map(scene.map((raw) => [idOf(raw), raw]));
    for (const id of ids) {
      const [page, raw] = [this.#pages.get(id), shown.get(id)];
      if (!page) this.#unwanted.add(id);
      else {
        this.#pages.set(id, { ...page, server: {}, shown: raw ? this.valuesOf(raw) as Some : page.shown });
        this.#again.add(id);
      }
    }
  }

  /** It is not known whether the server has it: it is compared again. */
  lost(): void {
    this.#flight = new Map();
  }

  #merged(id: string, held: BoardElement, local: Raw | undefined, barred: boolean): Raw | undefined {
    const element = elementOf(id, held);
    const { type: _type, id: _id, ...server } = element;
    const flying = this.#flight.get(id);
    const known = this.#pages.get(id) ?? (flying === undefined || flying === 'gone' ? undefined : { ...unread, shown: flying });
    const page = known ?? unread;
    const isGone = local?.isDeleted === true;
    const now = local && !isGone ? this.valuesOf(local) as Some : {};
    const values: Record<string, unknown> = {};
    const shown: Record<string, unknown> = {};
    for (const [name, theirs] of Object.entries({ ...server, locked: server.locked || barred })) {
      const isMine = known !== undefined && name in now && !sameValue(now[name], page.shown[name]);
      const isNews = name === 'locked' || !sameValue((server as Some)[name], page.server[name]);
      values[name] = isMine || (!isNews && name in now) ? now[name] : theirs;
      shown[name] = isMine ? (isNews ? theirs : page.shown[name]) : values[name];
    }
    this.#pages.set(id, { server, shown, version: held.version, nonce: held.nonce, barred });
    // What one has just deleted comes back only where the server did not let it go.
    if (isGone && known && !this.#again.has(id)) return undefined;
    if (local && !isGone && Object.entries(values).every(([name, value]) => sameValue(value, now[name]))) return undefined;
    return { ...(local?.type === held.type ? local : {}), ...rawOf({ type: held.type, id, ...values } as Element, held, (local?.boundElements ?? []) as readonly Bound[]) };
  }

  /** Each element knows what holds on to it. */
  #bind(shown: Map<string, Raw>, isHeld: (id: string) => boolean): void {
    const bound = boundIn(shown.values());
    for (const [id, raw] of shown) {
      if (isHeld(id) || id.startsWith(PASSING) || sameBound(raw.boundElements, bound.get(id) ?? [])) continue;
      shown.set(id, { ...raw, boundElements: bound.get(id) ?? [] });
    }
  }

  /** What was fitted to be shown is nobody's change. */
  #settle(shown: Map<string, Raw>, raw: Raw): void {
    const id = idOf(raw);
    const [before, page] = [shown.get(id), this.#pages.get(id)];
    shown.set(id, raw);
    if (!before || !page) return;
    const [was, is] = [this.valuesOf(before) as Some, this.valuesOf(raw) as Some];
    const fitted = Object.entries(is).filter(([name, value]) => !sameValue(was[name], value) && sameValue(was[name], page.shown[name]));
    this.#pages.set(id, { ...page, shown: { ...page.shown, ...Object.fromEntries(fitted) } });
  }
}

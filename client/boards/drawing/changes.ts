/** From what is drawn to what is asked of the board: new elements, changed fields, what is gone. */
import { withoutOrdinary } from '#shared/boards/element.ts';
import { typeOf, type Raw } from '#shared/boards/excalidraw.ts';
import type { Values } from '#shared/boards/fields.ts';
import type { BoardAct } from '../acts.ts';
import { heldLast, inParts } from '../parts.ts';
import { idOf, PASSING, type Book, type Flight } from './book.ts';

export interface Sending {
  /** One after the other: what holds something stands before what is held. */
  readonly parcels: readonly { readonly act: BoardAct; readonly flight: Flight }[];
  /** What was drawn that no board takes: it is not sent, and has to go. Of a picture it is said already why. */
  readonly foreign: readonly Raw[];
}
/** A picture is kept with the board already, on its way to it, or nothing that a board takes. */
export type Stand = 'kept' | 'coming' | 'lost';
export interface Drawn {
  readonly scene: readonly Raw[];
  /** Not finished yet: sent once it is. */
  isMaking(id: string): boolean;
  /** BO27. How a picture stands that the server does not show yet: it is sent before what shows it. */
  standOf(raw: Raw): Stand;
  /** BO2. The version of a text that one began to write on. */
  baseOf(id: string): number;
  /** BO10. All of it is one act to undo. */
  readonly go: number;
}

const isMove = (values: Values): boolean => Object.keys(values).every((name) => name === 'x' || name === 'y');

/** What one has drawn and the server does not have yet. */
export const sendingOf = (book: Book, { scene, isMaking, standOf, baseOf, go }: Drawn): Sending => {
  const flight = new Map<string, Values | 'gone'>();
  const [fresh, gone]: [Raw[], Raw[]] = [[], []];
  const moves: [string, number, number][] = [];
  const patches: { id: string; values: Values; base?: number }[] = [];
  const foreign: Raw[] = [];
  for (const raw of scene) {
    const id = idOf(raw);
    if (id.startsWith(PASSING) || isMaking(id)) continue;
    if (!book.has(id)) {
      if (raw.isDeleted === true) continue;
      const stand = raw.type === 'image' ? standOf(raw) : 'kept';
      if (typeOf(raw) === undefined || stand === 'lost') foreign.push(raw);
      else if (stand === 'kept') fresh.push(raw);
    } else if (raw.isDeleted === true) gone.push(raw);
    else {
      const values = book.mine(raw);
      if (Object.keys(values).length === 0) continue;
      flight.set(id, values);
      if (isMove(values)) moves.push([id, Number(raw.x), Number(raw.y)]);
      else patches.push({ id, values, ...(values.text !== undefined && { base: baseOf(id) }) });
    }
  }
  const elements = heldLast(fresh).map((raw) => {
    const values = book.valuesOf(raw);
    flight.set(idOf(raw), values);
    return withoutOrdinary({ type: typeOf(raw), id: idOf(raw), ...values });
  });
  const going = new Set(gone.map(idOf));
  for (const id of going) flight.set(id, 'gone');
  // What stands in a shape goes with it.
  const ids = gone.filter(({ type, containerId }) => type !== 'text' || !going.has(String(containerId))).map(idOf);
  // Others read a move among other changes as one of them: one command for the lot.
  const edits = patches.length > 0 ? [...patches, ...moves.map(([id, x, y]) => ({ id, values: { x, y } }))] : [];
  const parcel = (act: BoardAct, of: readonly string[]) => ({ act, flight: new Map(of.flatMap((id) => { const sent = flight.get(id); return sent === undefined ? [] : [[id, sent] as const]; })) });
  const parcels = [
    ...inParts(elements).map((some) => parcel({ id: 'board.add', payload: { elements: [...some], go } }, some.map(({ id }) => id))),
    ...(patches.length === 0 ? inParts(moves).map((some) => parcel({ id: 'board.move', payload: { moves: [...some], go } }, some.map(([id]) => id))) : []),
    ...inParts(edits).map((some) => parcel({ id: 'board.edit', payload: { patches: [...some], go } }, some.map(({ id }) => id))),
    ...inParts(ids).map((some) => parcel({ id: 'board.delete', payload: { ids: [...some], go } }, [...some, ...[...going].filter((id) => !ids.includes(id))])),
  ];
  return { parcels, foreign };
};

/** What a board means, in words: groups, notes, connections, drawings. The outline editor and Markdown are made from it. */
import type { View } from '../kernel/view.ts';
import { elementOf, type Board, type BoardElement } from './board.state.ts';
import type { Element, ElementOf, ElementType } from './element.ts';
import { noteColourOf, type NoteColour } from './note.ts';

export interface OutlineNote {
  /** The shape, or the text where it stands alone: what is moved, coloured, connected. */
  readonly id: string;
  /** The text in it: what is written. */
  readonly textId: string;
  readonly text: string;
  readonly colour: NoteColour | undefined;
  readonly author: string;
  readonly link: string | null;
  readonly locked: boolean;
  readonly leadsTo: readonly Connection[];
  readonly from: readonly Connection[];
}
/** A connection, as the note at one of its ends has it. */
export interface Connection {
  /** The arrow or line. */
  readonly id: string;
  /** The note at the other end. */
  readonly other: string;
  /** What is written on it; empty for nothing. */
  readonly label: string;
}
/** Something that shows what no text says: a stroke, a picture, a shape or a line by itself. */
export interface OutlineDrawing {
  readonly id: string;
  readonly type: ElementType;
  /** What it shows; empty where nobody has said. */
  readonly label: string;
  readonly author: string;
  /** Of a picture: what it is kept as (BO27). */
  readonly image?: string;
}
export interface OutlineGroup {
  /** The frame; absent for what stands in none. */
  readonly id: string | undefined;
  readonly name: string;
  readonly notes: readonly OutlineNote[];
  readonly drawings: readonly OutlineDrawing[];
}
export interface Outline {
  /** What stands in no frame comes last, where there is any. */
  readonly groups: readonly OutlineGroup[];
  readonly notes: number;
  readonly connections: number;
  /** Drawings that nobody has described. */
  readonly unlabelled: number;
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** BO14. As one reads: rows from the top, each from the left. What begins above the middle of a row's first stands in that row. */
export const inReadingOrder = <T extends Placed>(items: readonly T[]): readonly T[] => {
  const rows: T[][] = [];
  for (const item of items.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const [first] = rows.at(-1) ?? [];
    if (first && item.y < first.y + first.height / 2) rows.at(-1)?.push(item);
    else rows.push([item]);
  }
  return rows.flatMap((row) => row.toSorted((a, b) => a.x - b.x));
};

type Living = Element & { readonly author: string };
type Edge = ElementOf<'arrow'> | ElementOf<'line'>;
const isEdge = (element: Element): element is Edge => element.type === 'arrow' || element.type === 'line';

/** What lives, and which text is written in what. */
interface Reading {
  readonly living: ReadonlyMap<string, Living>;
  readonly written: ReadonlyMap<string, ElementOf<'text'>>;
}

const read = ({ elements }: Pick<View<Board>, 'elements'>): Reading => {
  const living = new Map<string, Living>();
  for (const [id, held] of elements) if (held.deletedAt === 0) living.set(id, { ...elementOf(id, held as BoardElement), author: held.author });
  const written = new Map<string, ElementOf<'text'>>();
  for (const element of living.values()) if (element.type === 'text' && element.containerId !== null && living.has(element.containerId) && !written.has(element.containerId)) written.set(element.containerId, element);
  return { living, written };
};

/** The note that an element is, or is the text of. */
const noteAt = ({ living, written }: Reading, id: string | undefined): string | undefined => {
  const element = id === undefined ? undefined : living.get(id);
  if (!element || isEdge(element)) return undefined;
  if (element.type !== 'text') return written.has(element.id) ? element.id : undefined;
  const container = element.containerId === null ? undefined : written.get(element.containerId);
  return container?.id === element.id ? noteAt({ living, written }, element.containerId ?? undefined) : element.id;
};

interface Tie {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** A connection is an arrow or line with a note at either end; an arrow that points only back is read from there. */
const tieOf = (reading: Reading, edge: Edge): Tie | undefined => {
  const [start, end] = [noteAt(reading, edge.startBinding?.elementId), noteAt(reading, edge.endBinding?.elementId)];
  if (start === undefined || end === undefined) return undefined;
  const back = edge.startArrowhead !== null && edge.endArrowhead === null;
  return { id: edge.id, from: back ? end : start, to: back ? start : end, label: reading.written.get(edge.id)?.text ?? edge.label };
};

/** BO14. Reads a board. */
export const outlineOf = (board: Pick<View<Board>, 'elements'>): Outline => {
  const reading = read(board);
  const { living, written } = reading;
  const ties = [...living.values()].flatMap((element) => (isEdge(element) ? (tieOf(reading, element) ?? []) : []));
  const tied = new Set(ties.map(({ id }) => id));
  const [going, coming] = [Map.groupBy(ties, ({ from }) => from), Map.groupBy(ties, ({ to }) => to)];

  const noteOf = (element: Living, text: ElementOf<'text'>): OutlineNote => ({
    id: element.id, textId: text.id, text: text.text, colour: noteColourOf(element.backgroundColor), author: element.author, link: element.link ?? text.link, locked: element.locked,
    leadsTo: (going.get(element.id) ?? []).map(({ id, to, label }) => ({ id, other: to, label })),
    from: (coming.get(element.id) ?? []).map(({ id, from, label }) => ({ id, other: from, label })),
  });
  const drawingOf = (element: Living): OutlineDrawing => {
    const { id, type, label, author } = element;
    return { id, type, label: label || (written.get(id)?.text ?? ''), author, ...(element.type === 'image' && { image: element.fileId }) };
  };

  const frames = inReadingOrder([...living.values()].filter((element) => element.type === 'frame'));
  const things = [...living.values()].filter((element) => element.type !== 'frame' && !tied.has(element.id) && (element.type !== 'text' || noteAt(reading, element.id) === element.id));
  const inFrame = Map.groupBy(things, ({ frameId }) => (frameId !== null && living.get(frameId)?.type === 'frame' ? frameId : undefined));
  const groupOf = (id: string | undefined, name: string): OutlineGroup => {
    const members = inReadingOrder(inFrame.get(id) ?? []);
    const isNote = (element: Living): boolean => noteAt(reading, element.id) === element.id;
    return {
      id, name,
      notes: members.filter(isNote).flatMap((element) => { const text = element.type === 'text' ? element : written.get(element.id); return text ? [noteOf(element, text)] : []; }),
      drawings: members.filter((element) => !isNote(element)).map(drawingOf),
    };
  };
  const groups = [...frames.map(({ id, name }) => groupOf(id, name)), ...(inFrame.has(undefined) ? [groupOf(undefined, '')] : [])];
  return {
    groups,
    notes: groups.reduce((sum, { notes }) => sum + notes.length, 0),
    connections: ties.length,
    unlabelled: groups.flatMap(({ drawings }) => drawings).filter(({ label }) => label === '').length,
  };
};

/** From what somebody wants in words to what is done on the board: where a new note stands, what moves along, what is drawn between two. */
import type { BoardCapabilityId, BoardPayload } from '#shared/boards/board.registry.ts';
import { elementOf, type Board, type BoardElement } from '#shared/boards/board.state.ts';
import { BOARD_WIDTH, connection, GROUP_WIDTH, layDraft } from '#shared/boards/draft.ts';
import { MOST_AT_ONCE } from '#shared/boards/changes.ts';
import { withoutOrdinary, type Element, type NewElement } from '#shared/boards/element.ts';
import type { Draft } from '#shared/boards/markdown.ts';
import type { KeptImage } from '#shared/boards/images.ts';
import { indexBetween } from '#shared/boards/order.ts';
import { newNote, noteColours, noteSize, type NoteColour } from '#shared/boards/note.ts';
import { outlineOf, type OutlineNote } from '#shared/boards/outline.ts';
import { GAP, makeRoom, spotBeside, spotIn, type Block, type Box, type Side, type Size, type Spot } from '#shared/boards/placement.ts';
import type { View } from '#shared/kernel/view.ts';
import { heldLast, inParts } from './parts.ts';

export interface BoardAct<Id extends BoardCapabilityId = BoardCapabilityId> {
  readonly id: Id;
  readonly payload: BoardPayload<Id>;
  /** It tidies up after what was wanted: where one may not, what was wanted is done all the same. */
  readonly aside?: true;
}
type Elements = Pick<View<Board>, 'elements'>;
type NewId = () => string;
const act = <Id extends BoardCapabilityId>(id: Id, payload: BoardPayload<Id>): BoardAct => ({ id, payload }) as BoardAct;

const GROUP: Size = { width: GROUP_WIDTH, height: 400 };

const boxOf = ({ x, y, width, height }: Box): Box => ({ x, y, width, height });
const livingOf = ({ elements }: Elements): readonly (readonly [string, View<BoardElement>])[] => [...elements].filter(([, { deletedAt }]) => deletedAt === 0);
/** What a note must stand clear of: all but frames, in which it may stand, and connections, which may cross. */
const obstacles = (board: Elements, except: ReadonlySet<string> = new Set()): readonly Box[] =>
  livingOf(board).filter(([id, { type }]) => type !== 'frame' && type !== 'arrow' && type !== 'line' && !except.has(id)).map(([, element]) => boxOf(element));
const everything = (board: Elements): readonly Box[] => livingOf(board).filter(([, { type }]) => type !== 'arrow' && type !== 'line').map(([, element]) => boxOf(element));
const corner = (boxes: readonly Box[]): Spot => ({ x: Math.min(...boxes.map(({ x }) => x), Infinity), y: Math.min(...boxes.map(({ y }) => y), Infinity) });
const startOf = (board: Elements): Spot => {
  const { x, y } = corner(everything(board));
  return Number.isFinite(x) ? { x, y } : { x: 0, y: 0 };
};

/** BO11. Where a note of a size goes in a group, or outside all of them. */
const spotFor = (board: Elements, size: Size, group: string | null, except?: ReadonlySet<string>): Spot => {
  const frame = group === null ? undefined : board.elements.get(group);
  if (!frame) return spotIn(everything(board).filter((box) => box.width > 0), size, { ...startOf(board), width: BOARD_WIDTH });
  // What begins below the group gives way to what it grows by.
  const giving = new Set(livingOf(board).flatMap(([id, one]) => (one.y >= frame.y + frame.height && frameOf(board, id) !== group ? [id] : [])));
  return spotIn(obstacles(board, new Set([...giving, ...(except ?? [])])), size, { x: frame.x + GAP, y: frame.y + GAP, width: Math.max(size.width, frame.width - 2 * GAP) });
};

/** A group grows downwards with what is put in it. */
const grown = (board: Elements, group: string | null, bottom: number): readonly { readonly id: string; readonly values: { readonly height: number } }[] => {
  const frame = group === null ? undefined : board.elements.get(group);
  return group !== null && frame && bottom + GAP > frame.y + frame.height ? [{ id: group, values: { height: bottom + GAP - frame.y } }] : [];
};
const aside = (one: BoardAct): BoardAct => ({ ...one, aside: true });
const grow = (board: Elements, group: string | null, bottom: number): readonly BoardAct[] => {
  const patches = grown(board, group, bottom);
  return patches.length > 0 ? [aside(act('board.edit', { patches: [...patches] })), ...giveWay(board, group, bottom)] : [];
};

const isLine = ({ type }: Pick<BoardElement, 'type'>): boolean => type === 'line' || type === 'arrow';
/** What moves with what: all that stands in a group with it, and what is written in a note with that. */
const holderOf = (board: Elements, id: string, element: View<BoardElement>): string => {
  const { frameId, containerId } = elementOf(id, element as BoardElement) as { readonly frameId: string | null; readonly containerId?: string | null };
  const lives = (other: string | null | undefined): other is string => typeof other === 'string' && board.elements.get(other)?.deletedAt === 0;
  if (lives(frameId)) return frameId;
  const container = lives(containerId) ? board.elements.get(containerId) : undefined;
  return container && lives(containerId) ? holderOf(board, containerId, container) : id;
};

/** BO11. What stands below a group that grows goes down with all that is in it. Lines go along with what they stand in, and are in nobody's way. */
const giveWay = (board: Elements, group: string | null, bottom: number, moving: ReadonlySet<string> = new Set()): readonly BoardAct[] => {
  if (group === null) return [];
  const living = livingOf(board).filter(([id]) => !moving.has(id));
  const holders = new Map(living.map(([id, element]) => [id, holderOf(board, id, element)]));
  const blocks = living.flatMap(([id, element]): Block[] => (holders.get(id) === id && !isLine(element) ? [{ id, ...boxOf(element) }] : []));
  const down = makeRoom(blocks, group, bottom + GAP);
  const moves = living.flatMap(([id, { x, y }]): [string, number, number][] => {
    const by = down.get(holders.get(id) ?? id);
    return by === undefined ? [] : [[id, x, y + by]];
  });
  return Array.from({ length: Math.ceil(moves.length / MOST_AT_ONCE) }, (_, at) => aside(act('board.move', { moves: moves.slice(at * MOST_AT_ONCE, (at + 1) * MOST_AT_ONCE) })));
};

export const addNote = (board: Elements, text: string, colour: NoteColour, group: string | null, newId: NewId): { readonly note: string; readonly acts: readonly BoardAct[] } => {
  const [note, size] = [newId(), noteSize(text)];
  const spot = spotFor(board, size, group);
  return { note, acts: [act('board.add', { elements: [...newNote({ note, text: newId() }, text, colour, spot, group)] }), ...grow(board, group, spot.y + size.height)] };
};

/** No picture is made longer than this: it stands among notes. */
const PICTURE_SIDE = 320;
const pictureSize = ({ width, height }: KeptImage): Size => {
  const scale = Math.min(1, PICTURE_SIDE / Math.max(width, height));
  return { width: width * scale, height: height * scale };
};

/** BO11, BO28. A picture takes a free place as a note does. */
export const addPicture = (board: Elements, kept: KeptImage, label: string, group: string | null, newId: NewId): readonly BoardAct[] => {
  const size = pictureSize(kept);
  const spot = spotFor(board, size, group);
  return [act('board.add', { elements: [{ type: 'image', id: newId(), ...spot, ...size, fileId: kept.id, frameId: group, ...(label !== '' && { label }) }] }), ...grow(board, group, spot.y + size.height)];
};

/** A picture where somebody let go of it. */
export const dropPicture = (id: string, kept: KeptImage, { x, y }: Spot): BoardAct => {
  const size = pictureSize(kept);
  return act('board.add', { elements: [{ type: 'image', id, x: x - size.width / 2, y: y - size.height / 2, ...size, fileId: kept.id }] });
};

export const addGroup = (board: Elements, name: string, newId: NewId): readonly BoardAct[] =>
  [act('board.add', { elements: [{ type: 'frame', id: newId(), ...spotIn(everything(board), GROUP, { ...startOf(board), width: BOARD_WIDTH }), ...GROUP, name }] })];

/** One patch for a note and what is written in it, which moves along. */
const movedTo = (board: Elements, { id, textId }: Pick<OutlineNote, 'id' | 'textId'>, spot: Spot, group: string | null) => {
  const [note, text] = [board.elements.get(id), board.elements.get(textId)];
  if (!note) return [];
  const [dx, dy] = [spot.x - note.x, spot.y - note.y];
  return [{ id, values: { ...spot, frameId: group } }, ...(text && textId !== id ? [{ id: textId, values: { x: text.x + dx, y: text.y + dy, frameId: group } }] : [])];
};
const frameOf = (board: Elements, id: string): string | null => {
  const element = board.elements.get(id);
  const frame = element && elementOf(id, element as BoardElement).frameId;
  return frame && board.elements.get(frame)?.deletedAt === 0 ? frame : null;
};

export const moveToGroup = (board: Elements, note: OutlineNote, group: string | null): readonly BoardAct[] => {
  const element = board.elements.get(note.id);
  if (!element) return [];
  const moving = new Set([note.id, note.textId]);
  const spot = spotFor(board, element, group, moving);
  return [act('board.edit', { patches: [...movedTo(board, note, spot, group), ...grown(board, group, spot.y + element.height)] }), ...giveWay(board, group, spot.y + element.height, moving)];
};

export const moveBeside = (board: Elements, note: OutlineNote, other: OutlineNote, side: Side): readonly BoardAct[] => {
  const [element, target] = [board.elements.get(note.id), board.elements.get(other.id)];
  if (!element || !target) return [];
  const spot = spotBeside(obstacles(board, new Set([note.id, note.textId])), element, boxOf(target), side);
  return [act('board.edit', { patches: movedTo(board, note, spot, frameOf(board, other.id)) })];
};

/** Puts a note before or after another in its group: the group's notes take their places anew, in that order. */
export const moveInOrder = (board: Elements, note: OutlineNote, other: OutlineNote, where: 'before' | 'after'): readonly BoardAct[] => {
  const group = frameOf(board, other.id);
  const there = outlineOf(board).groups.find(({ id }) => (id ?? null) === group)?.notes.filter(({ id }) => id !== note.id) ?? [];
  const at = there.findIndex(({ id }) => id === other.id) + (where === 'after' ? 1 : 0);
  const order = there.toSpliced(at, 0, note);
  const moving = new Set(order.flatMap(({ id, textId }) => [id, textId]));
  const frame = group === null ? undefined : board.elements.get(group);
  const taken = [...obstacles(board, moving), ...(frame ? [] : livingOf(board).filter(([, { type }]) => type === 'frame').map(([, one]) => boxOf(one)))];
  const first = corner(there.flatMap(({ id }) => board.elements.get(id) ?? []));
  const area = frame ? { x: frame.x + GAP, y: frame.y + GAP, width: frame.width - 2 * GAP } : { ...first, width: BOARD_WIDTH };
  let bottom = area.y;
  const patches = order.flatMap((one) => {
    const element = board.elements.get(one.id);
    if (!element) return [];
    const spot = spotIn(taken, element, area);
    taken.push({ ...spot, width: element.width, height: element.height });
    bottom = Math.max(bottom, spot.y + element.height);
    return one.id === note.id || spot.x !== element.x || spot.y !== element.y ? movedTo(board, one, spot, group) : [];
  });
  return [act('board.edit', { patches: [...patches, ...grown(board, group, bottom)] }), ...giveWay(board, group, bottom, moving)];
};

export const connect = (board: Elements, from: string, to: string, label: string, newId: NewId): readonly BoardAct[] => {
  const [one, other] = [board.elements.get(from), board.elements.get(to)];
  return one && other ? [act('board.add', { elements: [...connection({ id: from, box: boxOf(one) }, { id: to, box: boxOf(other) }, label, newId)] })] : [];
};

/** Writes on a connection what it says: the text that is there, or a new one. */
export const labelConnection = (board: Elements, arrow: string, label: string, newId: NewId): readonly BoardAct[] => {
  const drawn = board.elements.get(arrow);
  if (!drawn) return [];
  const text = livingOf(board).find(([id, element]) => element.type === 'text' && (elementOf(id, element as BoardElement) as { readonly containerId?: string }).containerId === arrow);
  if (text) return [label === '' ? act('board.delete', { ids: [text[0]] }) : act('board.write', { id: text[0], text: label, base: text[1].textVersion })];
  return label === '' ? [] : [act('board.add', { elements: [{ type: 'text', id: newId(), x: drawn.x, y: drawn.y, width: 10 * label.length, height: 25, text: label, containerId: arrow, textAlign: 'center', verticalAlign: 'middle' }] })];
};

export const colourNote = (id: string, colour: NoteColour): readonly BoardAct[] => [act('board.edit', { patches: [{ id, values: { backgroundColor: noteColours[colour].fill } }] })];
export const lockElement = (id: string, locked: boolean): readonly BoardAct[] => [act('board.edit', { patches: [{ id, values: { locked } }] })];
export const labelDrawing = (id: string, label: string): readonly BoardAct[] => [act('board.edit', { patches: [{ id, values: { label } }] })];
export const renameGroup = (id: string, name: string): readonly BoardAct[] => [act('board.edit', { patches: [{ id, values: { name } }] })];
export const deleteElement = (id: string): readonly BoardAct[] => [act('board.delete', { ids: [id] })];
export const give = <Id extends BoardCapabilityId>(id: Id, payload: BoardPayload<Id>): readonly BoardAct[] => [act(id, payload)];

/** Elements in as many commands as it takes. */
const addAll = (elements: readonly NewElement[]): readonly BoardAct[] => inParts(elements).map((some) => act('board.add', { elements: [...some] }));

/** BO16. What somebody has written down, laid out clear of what is there, in as many commands as it takes. */
export const addDraft = (board: Elements, draft: Draft, newId: NewId): readonly BoardAct[] => addAll(layDraft(draft, everything(board), startOf(board), newId));

/** BO17. What a file had, right of what is there. */
export const addElements = (board: Elements, elements: readonly Element[]): readonly BoardAct[] => {
  const [there, given] = [everything(board), elements.map((element) => boxOf(element))];
  const right = Math.max(...there.map(({ x, width }) => x + width));
  const [to, from] = [startOf(board), corner(given)];
  const [dx, dy] = Number.isFinite(right) ? [right + 2 * GAP - from.x, to.y - from.y] : [0, 0];
  // In the file's order, over all that is there, in whatever order they are sent.
  let index = livingOf(board).reduce<string | undefined>((top, [, one]) => (top === undefined || one.index > top ? one.index : top), undefined);
  const placed = elements.map((element) => ({ ...element, x: element.x + dx, y: element.y + dy, index: (index = indexBetween(index, undefined)) }));
  return addAll(heldLast(placed).map((element) => withoutOrdinary(element)));
};

/** Lays out on a board what somebody has written down: the elements of a Markdown text. */
import type { NewElement } from './element.ts';
import { firstLine, type Draft, type DraftNote } from './markdown.ts';
import { newNote, noteSize } from './note.ts';
import { GAP, spotIn, type Box, type Spot } from './placement.ts';
import { packPoints, type Point } from './stroke.codec.ts';

/** How many notes stand side by side in a group, and how many groups on the board. */
const NOTES_A_ROW = 2;
const GROUPS_A_ROW = 2;
const NOTE_WIDTH = noteSize('').width;
export const GROUP_WIDTH = NOTES_A_ROW * NOTE_WIDTH + (NOTES_A_ROW + 1) * GAP;
export const BOARD_WIDTH = GROUPS_A_ROW * GROUP_WIDTH + (GROUPS_A_ROW - 1) * GAP;

interface Laid {
  readonly id: string;
  readonly note: DraftNote;
  readonly box: Box;
}

const centre = ({ x, y, width, height }: Box): Point => [x + width / 2, y + height / 2];

/** A connection that is drawn from one box to another; its ends are drawn to the rims by whoever draws it, as its bindings say. */
export const connection = (from: Pick<Laid, 'id' | 'box'>, to: Pick<Laid, 'id' | 'box'>, label: string, newId: () => string): readonly NewElement[] => {
  const [[x, y], [x2, y2]] = [centre(from.box), centre(to.box)];
  const id = newId();
  // The start of an arrow that leads back is right of or below its end, and still its x and y.
  const size = { width: Math.abs(x2 - x), height: Math.abs(y2 - y) };
  const arrow: NewElement = {
    type: 'arrow', id, x, y, ...size, points: packPoints([[0, 0], [x2 - x, y2 - y]]), endArrowhead: 'arrow',
    startBinding: { elementId: from.id, focus: 0, gap: 4 }, endBinding: { elementId: to.id, focus: 0, gap: 4 },
  };
  return label ? [arrow, { type: 'text', id: newId(), x: (x + x2) / 2, y: (y + y2) / 2, width: 10 * label.length, height: 25, text: label, containerId: id, textAlign: 'center', verticalAlign: 'middle' }] : [arrow];
};

/**
 * BO16. Frames, then notes, then connections, clear of all that is there: `taken` are the boxes of the board, `from` is where to begin.
 * A connection to a note that is not in the draft is left out.
 */
export const layDraft = ({ groups }: Draft, taken: readonly Box[], from: Spot, newId: () => string): readonly NewElement[] => {
  const boxes = [...taken];
  const elements: NewElement[] = [];
  const laid: Laid[] = [];
  for (const { name, notes } of groups) {
    // First as if the group began at 0, 0, to know how high it is.
    const inside: Box[] = [];
    for (const { text } of notes) inside.push({ ...spotIn(inside, noteSize(text), { x: GAP, y: GAP, width: GROUP_WIDTH - 2 * GAP }), ...noteSize(text) });
    const size = { width: GROUP_WIDTH, height: Math.max(NOTE_WIDTH, ...inside.map(({ y, height }) => y + height + GAP)) };
    const at = spotIn(boxes, size, { ...from, width: BOARD_WIDTH });
    boxes.push({ ...at, ...size });
    const frameId = name === undefined ? null : newId();
    if (frameId !== null) elements.push({ type: 'frame', id: frameId, ...at, ...size, name: name ?? '' });
    for (const [place, note] of notes.entries()) {
      const { x, y } = inside[place] ?? { x: GAP, y: GAP };
      const [id, box] = [newId(), { ...noteSize(note.text), x: at.x + x, y: at.y + y }];
      elements.push(...newNote({ note: id, text: newId() }, note.text, 'yellow', box, frameId));
      laid.push({ id, note, box });
    }
  }
  const byLine = new Map(laid.toReversed().map((one) => [firstLine(one.note.text), one]));
  for (const one of laid) for (const { to, label } of one.note.leadsTo) {
    const target = byLine.get(to);
    if (target && target !== one) elements.push(...connection(one, target, label, newId));
  }
  return elements;
};

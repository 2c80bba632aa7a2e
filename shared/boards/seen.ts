/** What is seen of a board on its wall: its elements, without who made them, who writes in them and who voted. */
import type { View } from '../kernel/view.ts';
import { elementOf, type BoardElement } from './board.state.ts';
import type { Desk } from './desk.ts';
import type { ElementType } from './element.ts';
import type { Values } from './fields.ts';

/** BO23. The fields that a picture of a board is drawn from. */
const drawn = [
  'x', 'y', 'width', 'height', 'angle', 'index', 'strokeColor', 'backgroundColor', 'strokeWidth', 'strokeStyle', 'roundness', 'opacity', 'frameId',
  'text', 'fontSize', 'textAlign', 'verticalAlign', 'lineHeight', 'containerId', 'points', 'startArrowhead', 'endArrowhead', 'name', 'label', 'fileId', 'scale', 'crop',
] as const;
type Drawn = (typeof drawn)[number];

/** An element as it is drawn; what its kind does not have is absent. */
export type SeenElement = { readonly id: string; readonly type: ElementType } & Pick<Required<Values>, 'x' | 'y' | 'width' | 'height' | 'angle' | 'index' | 'strokeColor' | 'backgroundColor' | 'strokeWidth' | 'strokeStyle' | 'roundness' | 'opacity' | 'frameId'> & { readonly [K in Drawn]?: Values[K] } & {
  /** What a line or arrow begins and ends at. */
  readonly from?: string;
  readonly to?: string;
};

export const seenOf = (id: string, held: View<BoardElement>): SeenElement => {
  const element: Values = elementOf(id, held as BoardElement);
  const [from, to] = [element.startBinding?.elementId, element.endBinding?.elementId];
  return { id, type: held.type, ...(from !== undefined && { from }), ...(to !== undefined && { to }), ...Object.fromEntries(drawn.flatMap((field) => (element[field] === undefined ? [] : [[field, element[field]]]))) } as SeenElement;
};

/** What has changed of a board since a version of it; all of it, where `whole`. */
export interface Sight {
  readonly version: string;
  readonly whole: boolean;
  readonly elements: readonly SeenElement[];
  readonly gone: readonly string[];
}

/** BO21. How many notes and groups are on a board, by what stands in what alone: asked each second, also of five thousand. */
export const countsOf = ({ board, inside }: Pick<Desk, 'board' | 'inside'>): { readonly notes: number; readonly groups: number } => {
  let [notes, groups] = [0, 0];
  const written = new Set<string>();
  const lives = (id: string): boolean => board.elements.get(id)?.deletedAt === 0;
  for (const [id, texts] of inside) {
    const container = board.elements.get(id);
    const living = [...texts].filter(lives);
    if (container?.deletedAt !== 0 || living.length === 0) continue;
    for (const text of living) written.add(text);
    // What is written on an arrow is its label; a second text in something is a note of its own.
    notes += living.length - (container.type === 'arrow' ? 1 : 0);
  }
  for (const [id, { type, deletedAt }] of board.elements) {
    if (deletedAt !== 0) continue;
    if (type === 'frame') groups++;
    else if (type === 'text' && !written.has(id)) notes++;
  }
  return { notes, groups };
};

import type { View } from '../kernel/view.ts';
import { readValues, type Board, type BoardElement } from './board.state.ts';
import type { NoteColour } from './note.ts';
import type { Outline, OutlineDrawing, OutlineNote } from './outline.ts';

/** What one looks for; what is absent is any. */
export interface Sought {
  readonly words?: string;
  readonly author?: string;
  readonly colour?: NoteColour;
  /** Only these: the ids of what changed. */
  readonly among?: ReadonlySet<string>;
  /** BO28. Only what nobody has described. */
  readonly undescribed?: boolean;
}

/** Letters alone: neither case nor accents keep one from finding. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** BO15. What of an outline is sought. Groups stay, also empty ones, so that places keep their names; counts stay the whole board's. */
export const filterOutline = (outline: Outline, { words = '', author, colour, among, undescribed = false }: Sought): Outline => {
  const sought = plain(words).split(/\s+/).filter(Boolean);
  const says = (text: string): boolean => sought.every((word) => plain(text).includes(word));
  const fits = (one: OutlineNote | OutlineDrawing): boolean => author === undefined || one.author === author;
  const isAmong = (...ids: string[]): boolean => among === undefined || ids.some((id) => among.has(id));
  return {
    ...outline,
    groups: outline.groups.map((group) => ({
      ...group,
      notes: undescribed ? [] : group.notes.filter((note) => fits(note) && says(note.text) && (colour === undefined || note.colour === colour) && isAmong(note.id, note.textId)),
      drawings: colour !== undefined ? [] : group.drawings.filter((drawing) => fits(drawing) && !(undescribed && drawing.label !== '') && says(drawing.label) && isAmong(drawing.id)),
    })),
  };
};

/** What one knows of a board when one leaves it: the version of each thing that lived. */
export type Known = ReadonlyMap<string, number>;
export const knownOf = ({ elements }: Pick<View<Board>, 'elements'>): Known =>
  new Map([...elements].filter(([, { deletedAt }]) => deletedAt === 0).map(([id, { version }]) => [id, version]));

const standsIn = (element: View<BoardElement> | undefined): boolean => element?.type === 'text' && readValues(element as BoardElement, ['containerId']).containerId != null;

/** BO15. What is new, changed and gone since; a text that went with its shape is no other thing. */
export const changesSince = (known: Known, board: Pick<View<Board>, 'elements'>): { readonly added: readonly string[]; readonly changed: readonly string[]; readonly gone: readonly string[] } => {
  const now = knownOf(board);
  return {
    added: [...now.keys()].filter((id) => !known.has(id)),
    changed: [...now].filter(([id, version]) => known.has(id) && known.get(id) !== version).map(([id]) => id),
    gone: [...known.keys()].filter((id) => !now.has(id) && !standsIn(board.elements.get(id))),
  };
};

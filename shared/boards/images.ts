/** BO26, BO27. The pictures that stand on boards: what may be one, and which of them are shown. */
import { readValues } from './board.state.ts';
import type { Desk } from './desk.ts';

/** A file may be as large as this (bytes), and what it shows have as many points. */
export const LARGEST_FILE = 12_000_000;
export const MOST_POINTS_SHOWN = 50_000_000;
/** The longest side of what is kept of it (points). */
export const LONGEST_SIDE = 2_048;
/** How many a board keeps, and how much of them (bytes). */
export const MOST_IMAGES = 300;
export const MOST_IMAGE_BYTES = 200_000_000;
/** How long one is kept that nothing shows (ms). */
export const UNSHOWN_MS = 60 * 60_000;

/** A picture as a board keeps it. `id` is the SHA-256 of its file, in hex. */
export interface KeptImage {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

export type ImageKind = 'png' | 'jpeg' | 'webp' | 'gif';
const starts: Readonly<Record<ImageKind, RegExp>> = { png: /^\x89PNG\r\n\x1a\n/, jpeg: /^\xff\xd8\xff/, webp: /^RIFF[^]{4}WEBP/, gif: /^GIF8[79]a/ };

/** What a file is, by how it begins, whatever it is called; `undefined` for what no board takes. */
export const imageKindOf = (bytes: Uint8Array): ImageKind | undefined => {
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  return (Object.keys(starts) as ImageKind[]).find((kind) => starts[kind].test(start));
};

/** BO27. Every picture that an element shows, a deleted one too, or that somebody's undo would. */
export const imagesShownOn = ({ board, pasts }: Pick<Desk, 'board' | 'pasts'>): ReadonlySet<string> => {
  const shown = new Set<string>();
  for (const element of board.elements.values()) if (element.type === 'image') shown.add(readValues(element, ['fileId']).fileId ?? '');
  for (const { done, undone } of pasts.values()) for (const act of [...done, ...undone]) for (const { before, after } of act) for (const { fileId } of [before.values, after.values]) if (fileId !== undefined) shown.add(fileId);
  return shown;
};

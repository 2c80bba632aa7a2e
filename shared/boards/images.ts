/** BO26, BO27, BO29. The pictures that stand on boards: what may be one, and which of them are shown. */
import type { Standing } from '../kernel/capability.ts';
import type { PersonId } from '../kernel/ids.ts';
import { grant, refuse, type Permit } from '../kernel/refusal.ts';
import { boardRefusals } from './boards.refusals.ts';
import { readValues } from './board.state.ts';
import type { Desk } from './desk.ts';
import type { Role } from './permission.ts';

/** A file may be as large as this (bytes), and what it shows have as many points. */
export const LARGEST_FILE = 12_000_000;
export const MOST_POINTS_SHOWN = 50_000_000;
/** The longest side of what is kept of it (points). */
export const LONGEST_SIDE = 2_048;
/** How many a board keeps, and how much of them (bytes). */
export const MOST_IMAGES = 300;
export const MOST_IMAGE_BYTES = 200_000_000;
/** BO29. How much of that one person may have brought, who guides the board, and all guests together: a link that goes round fills no board. */
export const SHARES = {
  person: { images: 40, bytes: 40_000_000 },
  guide: { images: 200, bytes: 150_000_000 },
  guests: { images: 200, bytes: 130_000_000 },
} as const;
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

/** A picture that a board keeps, for the count: its size in bytes, and who brought it, `undefined` where nobody knows. */
export interface Brought {
  readonly size: number;
  readonly by: PersonId | undefined;
  readonly isGuest: boolean;
}
/** Who brings one. */
export interface Bringer {
  readonly id: PersonId;
  readonly role: Role;
  readonly standing: Standing;
}

/** BO27, BO29. Whether a board that keeps these has room for one more of `size` bytes from somebody. */
export const roomFor = (kept: readonly Brought[], size: number, { id, role, standing }: Bringer): Permit => {
  const isOver = (some: readonly Brought[], { images, bytes }: { readonly images: number; readonly bytes: number }): boolean =>
    some.length >= images || some.reduce((sum, one) => sum + one.size, size) > bytes;
  if (isOver(kept, { images: MOST_IMAGES, bytes: MOST_IMAGE_BYTES })) return refuse(boardRefusals.imagesFull, { most: MOST_IMAGES });
  const share = SHARES[role === 'facilitator' ? 'guide' : 'person'];
  if (isOver(kept.filter(({ by }) => by === id), share)) return refuse(boardRefusals.imagesYours, { most: share.images, megabytes: share.bytes / 1e6 });
  return standing === 'guest' && isOver(kept.filter(({ isGuest }) => isGuest), SHARES.guests) ? refuse(boardRefusals.imagesGuests) : grant;
};

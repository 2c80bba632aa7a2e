/** BO26. Draws a picture anew from a file that somebody sent. It reads what strangers wrote, and runs in a process of its own. */
import sharp, { type Sharp } from 'sharp';
import { imageKindOf, LONGEST_SIDE, MOST_POINTS_SHOWN } from '#shared/boards/images.ts';

export interface Redrawn {
  /** A WebP file. */
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}
/** Why a file is no picture that a board takes. */
export type Unreadable = 'imageKind' | 'imageLarge' | 'imageBroken';

/** What is drawn with few colours stays exact, where that is no larger than this (bytes). */
const MOST_EXACT = 600_000;

// What nobody sends here is not read at all: no SVG, no PDF, no format of another program's.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadPngBuffer', 'VipsForeignLoadJpegBuffer', 'VipsForeignLoadWebpBuffer', 'VipsForeignLoadNsgifBuffer'] });
sharp.cache(false);
sharp.concurrency(1);

/** The picture as a board keeps it, or why there is none. Never throws. */
export const redraw = async (bytes: Uint8Array): Promise<Redrawn | Unreadable> => {
  const kind = imageKindOf(bytes);
  if (kind === undefined) return 'imageKind';
  try {
    // Cut short is broken; that a camera was careless is not.
    const picture = sharp(bytes, { failOn: 'error', limitInputPixels: MOST_POINTS_SHOWN });
    const { format, width, height } = await picture.metadata();
    if (format !== kind) return 'imageBroken';
    if (width * height > MOST_POINTS_SHOWN) return 'imageLarge';
    const upright = await picture.autoOrient().resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true }).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
    const { width: wide, height: tall, channels } = upright.info;
    const drawn = (): Sharp => sharp(upright.data, { raw: { width: wide, height: tall, channels } });
    const exact = kind === 'png' || kind === 'gif' ? await drawn().webp({ lossless: true, effort: 2 }).toBuffer() : undefined;
    const file = exact && exact.length <= MOST_EXACT ? exact : await drawn().webp({ quality: 84, effort: 3 }).toBuffer();
    return { bytes: file, width: wide, height: tall };
  } catch (error) {
    return error instanceof Error && /pixel limit/.test(error.message) ? 'imageLarge' : 'imageBroken';
  }
};

import type { Look } from '#shared/people/look.options.ts';
import type { Sound } from '#shared/voice/entrance.ts';

export type View = '2d' | '3d';

/** Who comes in, as the join page gathers it. */
export interface Entry {
  readonly name: string;
  /** Empty when not given. */
  readonly callMe: string;
  /** Empty when not given. */
  readonly pronouns: string;
  readonly look: Look;
  readonly view: View;
  readonly sound: Sound;
  /** Where they are together with others, if they say so. */
  readonly venue: string;
}

export type Entered = { readonly ok: true } | { readonly ok: false; readonly words: string; readonly field?: 'name' };

export const longestName = 40;
export const longestCallMe = 16;

/** As it is stored: no space around, one space between. */
export const tidy = (text: string): string => text.trim().replace(/\s+/gu, ' ');

/** The view offered first: the last choice, else 2D on a narrow frame (48rem) and where WebGL is missing. */
export const firstView = (lastView: View | undefined, webgl: boolean, widthInRem: number): View => {
  if (!webgl) return '2d';
  return lastView ?? (widthInRem < 48 ? '2d' : '3d');
};

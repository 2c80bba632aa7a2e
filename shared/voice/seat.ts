import type { Address } from './news.ts';

/** A place in a room's audio, for one connection: what carries it there, where to go, with what, and as whom. */
export interface LivekitSeat {
  readonly kind: 'livekit';
  readonly url: string;
  readonly token: string;
  readonly address: Address;
}
export type AudioSeat = LivekitSeat;
/** Why there is none: another of one's tabs has it, none can be had now, or one asked too often. */
export type NoSeat = { readonly none: 'elsewhere' | 'unavailable' | 'tooFast' };

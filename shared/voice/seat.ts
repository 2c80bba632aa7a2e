import type { Address } from './news.ts';

/** A place in a room's audio, for one connection: where to go, with what, and as whom. */
export interface AudioSeat {
  readonly url: string;
  readonly token: string;
  readonly address: Address;
}
/** Why there is none: another of one's tabs has it, none can be had now, or one asked too often. */
export type NoSeat = { readonly none: 'elsewhere' | 'unavailable' | 'tooFast' };

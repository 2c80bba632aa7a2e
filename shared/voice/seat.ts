import type { Address } from './news.ts';
import type { Relay } from './signals.ts';

/** A place in a room's audio, for one connection: what carries it there, where to go, with what, and as whom. */
export interface LivekitSeat {
  readonly kind: 'livekit';
  readonly url: string;
  readonly token: string;
  readonly address: Address;
}
/** On a mesh one goes nowhere: pages connect to each other, with the help of these, or only through them. */
export interface MeshSeat {
  readonly kind: 'mesh';
  readonly address: Address;
  readonly relays: readonly Relay[];
  readonly isRelayed: boolean;
}
export type AudioSeat = LivekitSeat | MeshSeat;
/** Why there is none: another of one's tabs has it, none can be had now, or one asked too often. */
export type NoSeat = { readonly none: 'elsewhere' | 'unavailable' | 'tooFast' };

/** A stay in a room's audio, whatever carries it: the session knows no more of it than this. */
import type { Address, Hearing } from '#shared/voice/news.ts';
import type { AudioSeat } from '#shared/voice/seat.ts';
import type { SignalLine } from './mesh/mesh.ts';

export interface StayListener {
  heard(address: Address, track: MediaStreamTrack): void;
  silent(address: Address): void;
  /** Of those who may hear one, so many do not, for the network keeps them and one apart. */
  apart(count: number): void;
  /** The stay has ended, not by our wish. */
  ended(): void;
}

export interface Stay {
  /** Gives one's own voice to those who may hear it, and takes those whom one hears. Call it as the news comes, in no frame and no timer. */
  heed(hearing: Hearing): void;
  /** Gives the voice of a track, in the place of one before. Before this, those who may hear it are known. */
  speak(track: MediaStreamTrack): void;
  /** Gives a voice no more; its track is whose it was. */
  hush(): void;
  /** The microphone is on or off: it is off at first. What is off is silent already; this spares its way, and says so. */
  turn(isOn: boolean): void;
  /** Goes; the microphone's track may be given again. */
  end(): Promise<void>;
}

/** Comes in by a place, with what carries it, which is fetched now; `line` leads to others' pages. Rejects where one cannot. */
export const beginStay = async (seat: AudioSeat, hearing: Hearing, listener: StayListener, line: SignalLine): Promise<Stay> => {
  if (seat.kind === 'mesh') {
    const { MeshStay } = await import('./mesh/mesh.ts');
    return new MeshStay(seat, hearing, listener, line);
  }
  const { LivekitStay } = await import('./livekit.ts');
  return LivekitStay.begin(seat, hearing, listener);
};

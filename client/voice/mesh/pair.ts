/**
 * One's connection to one other page on a mesh. Of two always the same one calls, so that two calls never meet, and every
 * call has a number, so that what is late of an earlier one is known for that. What fails is mended, then made anew.
 */
import type { Signal } from '#shared/voice/signals.ts';
import { asSpeech } from './speech.ts';

/** A call that has not come through within this (ms) is made anew; each further one gets twice the time, up to the last. */
const [PATIENCE, MOST_PATIENCE] = [4_000, 32_000];
/** A connection that is disturbed for so long (ms) looks for another way; one that is lost, at once. */
const DISTURBED = 1_500;
/** Whoever is not called within this (ms) asks. */
const ASKS_AFTER = 1_500;
/** A call younger than this (ms) is not made anew because somebody asks; nor is a newer one taken in its place. */
const YOUNG = 1_000;

export interface PairWays {
  /** As `RTCPeerConnection` is made; the relays' words are those of now. */
  configuration(): RTCConfiguration;
  connect(configuration: RTCConfiguration): RTCPeerConnection;
  send(signal: Signal): void;
  /** The other's voice comes by this track; `undefined`: no more. */
  heard(track: MediaStreamTrack | undefined): void;
}

interface Call {
  readonly number: number;
  readonly connection: RTCPeerConnection;
  /** When (ms) it was begun. */
  readonly at: number;
  sender: RTCRtpSender | undefined;
  wasThrough: boolean;
  /** Since when (ms) it is disturbed, and when it began to look for another way. */
  disturbedAt: number | undefined;
  mendedAt: number | undefined;
  /** One step after another. */
  doing: Promise<void>;
}

export class Pair {
  readonly #isCaller: boolean;
  readonly #ways: PairWays;
  #call: Call | undefined;
  #number = 0;
  #given: MediaStreamTrack | null = null;
  #tries = 0;
  #askedAt: number;
  /** Since when (ms) it is wanted, and not through. */
  #apartSince: number | undefined;
  /** Nothing has come through for as long as a call may take: for all one knows the network keeps the two apart. */
  isApart = false;

  constructor(isCaller: boolean, ways: PairWays, now: number) {
    [this.#isCaller, this.#ways, this.#askedAt] = [isCaller, ways, now];
  }

  /** Gives a voice, or none, from this moment on. */
  give(track: MediaStreamTrack | null): void {
    if (track === this.#given) return;
    this.#given = track;
    void this.#call?.sender?.replaceTrack(track).catch(() => undefined);
  }

  /** Some times a second, while the connection is wanted: makes it, and mends it. */
  keep(now: number): void {
    const call = this.#call;
    if (call?.connection.connectionState === 'connected') {
      [this.#tries, call.wasThrough, call.disturbedAt, call.mendedAt] = [0, true, undefined, undefined];
      [this.#apartSince, this.isApart] = [undefined, false];
      return;
    }
    this.#apartSince ??= now;
    this.isApart = now - this.#apartSince >= PATIENCE;
    if (call) call.disturbedAt ??= now;
    const isOver = !call || call.connection.signalingState === 'closed';
    const patience = Math.min(MOST_PATIENCE, PATIENCE * 2 ** this.#tries);
    const since = call ? (call.mendedAt ?? (call.wasThrough ? (call.disturbedAt ?? now) : call.at)) : -Infinity;
    if (!this.#isCaller) {
      if (now - Math.max(this.#askedAt, isOver ? -Infinity : since) < (isOver ? Math.min(patience, ASKS_AFTER * 2 ** this.#tries) : patience)) return;
      this.#tries++;
      this.#askedAt = now;
      return this.#ways.send({ kind: 'ask' });
    }
    if (isOver) return this.#begin(now);
    if (call.wasThrough && call.mendedAt === undefined) {
      if (call.connection.connectionState === 'failed' || now - since >= DISTURBED) this.#mend(call, now);
      return;
    }
    if (now - since < patience) return;
    this.#tries++;
    this.#begin(now);
  }

  /** What the other page signals. */
  take(signal: Signal, now: number): void {
    if (signal.kind === 'ask') {
      if (this.#isCaller && (!this.#call || now - this.#call.at >= YOUNG)) this.#begin(now);
      return;
    }
    if (signal.kind === 'offer') return this.#isCaller ? undefined : this.#answer(signal, now);
    const call = this.#call;
    if (!call || signal.call !== call.number) return;
    const { connection } = call;
    if (signal.kind === 'bye') return this.#end();
    if (signal.kind === 'candidate') return this.#do(call, () => connection.addIceCandidate({ candidate: signal.candidate, sdpMid: signal.mid }));
    this.#do(call, async () => {
      if (connection.signalingState === 'have-local-offer') await connection.setRemoteDescription({ type: 'answer', sdp: signal.sdp });
    });
  }

  /** Ends it, and says so. */
  close(): void {
    const call = this.#call;
    this.#end();
    if (call) this.#ways.send({ kind: 'bye', call: call.number });
  }

  #begin(now: number): void {
    const call = this.#open(this.#number + 1, now);
    call.sender = call.connection.addTransceiver('audio', { direction: 'sendrecv' }).sender;
    this.#offer(call);
  }

  #mend(call: Call, now: number): void {
    call.mendedAt = now;
    call.connection.setConfiguration(this.#ways.configuration());
    call.connection.restartIce();
    this.#offer(call);
  }

  #offer(call: Call): void {
    const { connection, number } = call;
    this.#do(call, async () => {
      await call.sender?.replaceTrack(this.#given);
      await connection.setLocalDescription();
      this.#ways.send({ kind: 'offer', call: number, sdp: asSpeech(connection.localDescription?.sdp ?? '') });
    });
  }

  #answer({ call: number, sdp }: { readonly call: number; readonly sdp: string }, now: number): void {
    const before = this.#call;
    if (number < this.#number || (number === this.#number && !before)) return;
    if (before && number > this.#number && now - before.at < YOUNG) return;
    const call = before?.number === number ? before : this.#open(number, now);
    const { connection } = call;
    this.#do(call, async () => {
      await connection.setRemoteDescription({ type: 'offer', sdp });
      const [transceiver] = connection.getTransceivers();
      if (transceiver) transceiver.direction = 'sendrecv';
      call.sender = transceiver?.sender;
      await call.sender?.replaceTrack(this.#given);
      await connection.setLocalDescription();
      this.#ways.send({ kind: 'answer', call: number, sdp: asSpeech(connection.localDescription?.sdp ?? '') });
    });
  }

  #open(number: number, now: number): Call {
    this.#end();
    this.#number = number;
    const connection = this.#ways.connect(this.#ways.configuration());
    const call: Call = { number, connection, at: now, sender: undefined, wasThrough: false, disturbedAt: undefined, mendedAt: undefined, doing: Promise.resolve() };
    this.#call = call;
    connection.onicecandidate = ({ candidate }) => {
      if (this.#call === call && candidate?.candidate) this.#ways.send({ kind: 'candidate', call: number, candidate: candidate.candidate, mid: candidate.sdpMid ?? '0' });
    };
    connection.ontrack = ({ track }) => {
      if (this.#call === call && track.kind === 'audio') this.#ways.heard(track);
    };
    return call;
  }

  #end(): void {
    const call = this.#call;
    if (!call) return;
    this.#call = undefined;
    call.connection.close();
    this.#ways.heard(undefined);
  }

  /** What fails leaves the call as it is: it is made anew when it does not come through. */
  #do(call: Call, act: () => Promise<unknown>): void {
    call.doing = call.doing.then(async () => {
      if (this.#call === call) await act();
    }).catch(() => undefined);
  }
}

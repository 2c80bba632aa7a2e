/** A stay on a mesh: a connection to each whom one hears or is heard by, and one's own voice to these and nobody else. */
import type { Address, Hearing } from '#shared/voice/news.ts';
import type { MeshSeat } from '#shared/voice/seat.ts';
import { calls, type Outgoing, type Relay, type SignalNews } from '#shared/voice/signals.ts';
import type { Stay, StayListener } from '../stay.ts';
import { SignalOutbox } from './outbox.ts';
import { Pair } from './pair.ts';

/** How often (ms) connections are looked after. */
const LOOK = 500;
/** Whoever signals is in hearing by the server's word; our own news of it may come so much (ms) later. */
const NEWS_COME = 3_000;

/** What goes to others' pages through the server, and comes from there. */
export interface SignalLine {
  send(signals: readonly Outgoing[]): void;
  /** Answers how to stop. */
  listen(take: (news: SignalNews) => void): () => void;
}

interface Peer {
  readonly pair: Pair;
  readonly since: number;
  /** We have been told of them. */
  isKnown: boolean;
  track: MediaStreamTrack | undefined;
  /** The track that the listener has. */
  heard: MediaStreamTrack | undefined;
}

export class MeshStay implements Stay {
  readonly #seat: MeshSeat;
  readonly #listener: StayListener;
  readonly #outbox: SignalOutbox;
  readonly #peers = new Map<Address, Peer>();
  readonly #stops: readonly (() => void)[];
  #relays: readonly Relay[];
  #hearing: Hearing;
  #track: MediaStreamTrack | null = null;
  #isOn = false;
  #apart = 0;
  /** VO29. Of whom the server was told that the network keeps them and us apart. */
  readonly #told = new Set<Address>();

  constructor(seat: MeshSeat, hearing: Hearing, listener: StayListener, line: SignalLine) {
    [this.#seat, this.#relays, this.#hearing, this.#listener] = [seat, seat.relays, hearing, listener];
    this.#outbox = new SignalOutbox((signals) => line.send(signals));
    const timer = setInterval(() => this.#look(), LOOK);
    this.#stops = [line.listen((news) => this.#take(news)), () => clearInterval(timer)];
    this.heed(hearing);
  }

  heed(hearing: Hearing): void {
    this.#hearing = hearing;
    for (const address of [...hearing.hear, ...hearing.heardBy]) {
      const peer = this.#peers.get(address);
      if (peer) peer.isKnown = true;
    }
    for (const [address, { isKnown }] of this.#peers) if (isKnown && !this.#isNear(address)) this.#part(address);
    this.#settle();
  }

  speak(track: MediaStreamTrack): void {
    this.#track = track;
    this.#settle();
  }

  hush(): void {
    this.#track = null;
    this.#settle();
  }

  turn(isOn: boolean): void {
    if (isOn === this.#isOn) return;
    this.#isOn = isOn;
    this.#settle();
  }

  end(): Promise<void> {
    for (const stop of this.#stops) stop();
    for (const address of [...this.#peers.keys()]) this.#part(address);
    this.#outbox.close();
    return Promise.resolve();
  }

  /** Gives one's voice to whom it is for, and calls those whom one hears or speaks to. */
  #settle(): void {
    const now = performance.now();
    for (const [address, peer] of this.#peers) {
      this.#give(address, peer);
      this.#mix(address, peer);
    }
    for (const address of new Set([...this.#hearing.hear, ...(this.#isOn ? this.#hearing.heardBy : [])])) {
      const peer = this.#peers.get(address) ?? this.#meet(address, true, now);
      peer.pair.keep(now);
    }
    this.#count();
  }

  /** VO29. Who is kept apart from us is told to the page, which counts, and to the server, which names. */
  #count(): void {
    let apart = 0;
    for (const address of this.#hearing.heardBy) {
      const isApart = this.#peers.get(address)?.pair.isApart === true;
      if (isApart) apart++;
      if (isApart === this.#told.has(address)) continue;
      if (isApart) this.#told.add(address);
      else this.#told.delete(address);
      this.#outbox.put({ to: address, signal: { kind: isApart ? 'apart' : 'through' } });
    }
    if (apart !== this.#apart) this.#listener.apart((this.#apart = apart));
  }

  #look(): void {
    const now = performance.now();
    for (const [address, { isKnown, since }] of this.#peers) if (!isKnown && now - since >= NEWS_COME) this.#part(address);
    this.#settle();
  }

  #take(news: SignalNews): void {
    if ('relays' in news) {
      this.#relays = news.relays;
      return;
    }
    const now = performance.now();
    for (const { from, signal } of news.signals) {
      const isFirst = signal.kind === 'offer' || signal.kind === 'ask';
      const peer = this.#peers.get(from) ?? (isFirst ? this.#meet(from, this.#isNear(from), now) : undefined);
      peer?.pair.take(signal, now);
    }
  }

  #meet(address: Address, isKnown: boolean, now: number): Peer {
    const pair = new Pair(calls(this.#seat.address, address), {
      configuration: () => ({
        iceServers: this.#relays.map((relay) => ({ ...relay, urls: [...relay.urls] })),
        iceTransportPolicy: this.#seat.isRelayed ? 'relay' : 'all',
        bundlePolicy: 'max-bundle',
      }),
      connect: (configuration) => new RTCPeerConnection(configuration),
      send: (signal) => this.#outbox.put({ to: address, signal }),
      heard: (track) => {
        peer.track = track;
        this.#mix(address, peer);
      },
    }, now);
    const peer: Peer = { pair, since: now, isKnown, track: undefined, heard: undefined };
    this.#peers.set(address, peer);
    this.#give(address, peer);
    return peer;
  }

  #part(address: Address): void {
    const peer = this.#peers.get(address);
    this.#peers.delete(address);
    peer?.pair.close();
  }

  #isNear(address: Address): boolean {
    return this.#hearing.hear.has(address) || this.#hearing.heardBy.has(address);
  }

  #give(address: Address, { pair }: Peer): void {
    pair.give(this.#isOn && this.#hearing.heardBy.has(address) ? this.#track : null);
  }

  /** Whoever is connected only because they hear is not listened to, whatever they send. */
  #mix(address: Address, peer: Peer): void {
    const track = this.#hearing.hear.has(address) ? peer.track : undefined;
    if (track === peer.heard) return;
    peer.heard = track;
    if (track) this.#listener.heard(address, track);
    else this.#listener.silent(address);
  }
}

/**
 * Gives people their places on a mesh, and carries what their pages signal: between two who may hear each other at that
 * moment, and nobody else. Voices themselves go from browser to browser.
 */
import type { PersonId } from '#shared/kernel/ids.ts';
import { onMesh } from '#shared/voice/choice.ts';
import { addressOf, type Address } from '#shared/voice/news.ts';
import { readSignals, type Incoming } from '#shared/voice/signals.ts';
import type { Ambient } from '../../host/ambient.ts';
import type { Wire } from '../../rooms/presences.ts';
import type { RoomHost } from '../../rooms/room-host.ts';
import { relaysAt, type RelaySettings } from './relays.ts';

interface Seat {
  readonly host: RoomHost;
  readonly id: PersonId;
  readonly wire: Wire;
  readonly address: Address;
}

export interface MeshSettings extends RelaySettings {
  /** Nobody is to learn the address of another's computer: every voice goes through TURN. */
  readonly isRelayed: boolean;
}

export class MeshVoice {
  readonly #settings: MeshSettings;
  readonly #ambient: Pick<Ambient, 'now' | 'newId'>;
  readonly #seats = new Map<Wire, Seat>();
  readonly #wires = new Map<Address, Wire>();
  /** Places asked for too often, and signals that were none, too many, or for someone who is out of hearing. */
  refused = 0;

  constructor(settings: MeshSettings, ambient: Pick<Ambient, 'now' | 'newId'>) {
    [this.#settings, this.#ambient] = [settings, ambient];
  }

  /** From here on a room carries voice. */
  attend(host: RoomHost): void {
    host.facts.voice = 'mesh';
    // Who is held is in nobody's list, and a zone's door parts lists: there is nothing else to tell anyone.
    host.voices.attend({ held: () => undefined, moved: () => undefined }, onMesh);
  }

  /** A connection asks for a place; one of its person's other connections loses theirs. Whoever asks too often is refused, and counted. */
  ask(host: RoomHost, id: PersonId, wire: Wire): void {
    if (!host.allows(id, 'audio')) {
      this.refused++;
      return wire.audio({ none: 'tooFast' });
    }
    for (const seat of [...this.#seats.values()]) {
      if (seat.host !== host || seat.id !== id) continue;
      this.left(seat.wire);
      if (seat.wire !== wire) seat.wire.audio({ none: 'elsewhere' });
    }
    const address = addressOf(id, this.#ambient.newId());
    this.#seats.set(wire, { host, id, wire, address });
    this.#wires.set(address, wire);
    wire.audio({ kind: 'mesh', address, relays: this.#relays(), isRelayed: this.#settings.isRelayed });
    host.voices.join(id, address);
  }

  /** A connection has ended, or wants its place no more. */
  left(wire: Wire): void {
    const seat = this.#seats.get(wire);
    if (!seat) return;
    this.#seats.delete(wire);
    this.#wires.delete(seat.address);
    if (seat.host.voices.addressOf(seat.id) === seat.address) seat.host.voices.leave(seat.id);
  }

  /** What a page signals to others. Whom it comes from is what we know, not what it says. */
  signal(host: RoomHost, wire: Wire, raw: unknown): void {
    const seat = this.#seats.get(wire);
    if (!seat) return;
    const { signals, refused } = readSignals(raw);
    this.refused += refused;
    const byWire = new Map<Wire, Incoming[]>();
    for (const { to, signal } of signals) {
      const there = this.#wires.get(to);
      if (!host.allows(seat.id, 'signal') || !there || !host.voices.connects(seat.address, to)) {
        this.refused++;
        continue;
      }
      if (signal.kind === 'apart' || signal.kind === 'through') {
        host.voices.find(seat.address, to, signal.kind === 'apart');
        continue;
      }
      const theirs = byWire.get(there) ?? [];
      byWire.set(there, theirs);
      theirs.push({ from: seat.address, signal });
    }
    for (const [there, theirs] of byWire) there.signals({ signals: theirs });
  }

  /** Gives everyone new words for the relays, before those they have end. */
  renew(): void {
    if (this.#settings.turnUrls.length === 0) return;
    for (const { wire } of this.#seats.values()) wire.signals({ relays: this.#relays() });
  }

  #relays() {
    return relaysAt(this.#settings, this.#ambient.now(), this.#ambient.newId());
  }
}

/** A whole room in memory: its host, a clock that the test turns, and guests who remember what they were told. */
import { RoomHost } from '#server/rooms/room-host.ts';
import type { Ambient } from '#server/host/ambient.ts';
import type { Wire } from '#server/rooms/presences.ts';
import type { Profile } from '#server/storage/storage.ts';
import type { Line } from '#shared/chat/chat.ts';
import type { Answer } from '#shared/kernel/command.ts';
import type { Own } from '#shared/kernel/capability.ts';
import type { HeardCue } from '#shared/kernel/cue.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { personId, type PersonId, type RoomId } from '#shared/kernel/ids.ts';
import { encodeSeen } from '#shared/movement/input.codec.ts';
import { decodeMotion, decodeSnapshot, LEAD, SNAPSHOT_TYPE, type Place, type WalkRecord } from '#shared/movement/motion.codec.ts';
import { SPOKES } from '#shared/movement/walks.ts';
import { afterNews, silence, type Hearing, type VoiceNews } from '#shared/voice/news.ts';
import type { CapabilityId } from '#shared/registry.ts';
import type { RitualCapabilityId } from '#shared/rituals/ritual.registry.ts';
import type { Layout } from '#shared/rooms/layout.ts';
import { commons } from './room.ts';
import { seeded } from './chance.ts';
import { memoryStorage, type MemoryStorage } from './memory.ts';

export { seeded } from './chance.ts';

/** Whatever can be done in a room. */
export type RoomAct = CapabilityId | RitualCapabilityId;

export interface Guest extends Wire {
  /** What was told to this tab alone. */
  readonly private: { own: Own; ended?: Refusal; settings?: unknown };
  readonly id: PersonId;
  readonly heard: HeardCue[];
  /** The last walk that was told of each index, and the last place in a rota. */
  readonly poses: Map<number, WalkRecord>;
  readonly places: Map<number, Place>;
  /** Whose walks come exactly: slot → index. */
  readonly slots: Map<number, number>;
  readonly frames: number[];
  /** The rooms they were let through to. */
  readonly passed: RoomId[];
  readonly news: VoiceNews[];
  /** Whom they hear and who hears them, by what they were told. */
  hearing: Hearing;
  kinds(): readonly string[];
  readonly known: { lines: readonly Line[]; epoch: string; number: number };
  /** Sends a command; the answer may wait for a flush and a commit. */
  ask(id: RoomAct, payload?: unknown, key?: string): Promise<Answer>;
  leave(keptFor: number): void;
}

/** Takes a frame in, as a page does; answers its time. */
const read = (guest: Guest, frame: Uint8Array): number => {
  const body = frame.subarray(LEAD);
  const snapshot = frame[1] === SNAPSHOT_TYPE ? decodeSnapshot(body) : undefined;
  if (snapshot) guest.slots.clear();
  for (const walk of snapshot?.walks ?? []) guest.poses.set(walk.index, walk);
  const motion = snapshot ? undefined : decodeMotion(body);
  for (const record of motion?.records ?? []) {
    if (!('walk' in record)) guest.slots.delete(record.slot);
    else if (record.person !== undefined) guest.slots.set(record.slot, record.person);
    const index = guest.slots.get(record.slot);
    if ('walk' in record && index !== undefined) guest.poses.set(index, { index, ...record.walk });
  }
  for (const place of motion?.rota?.places ?? []) guest.places.set(place.index, place);
  return snapshot?.time ?? motion?.time ?? 0;
};

export const profileOf = (name: string): Profile => ({ id: personId(name.toLowerCase()), name, callMe: '', pronouns: '', standing: 'guest', look: '0' });

export const setTable = (storage: MemoryStorage = memoryStorage(), seed = 1, layout: Layout = commons) => {
  const chance = seeded(seed);
  let now = 1_000_000;
  let made = 0;
  const ambient: Ambient = { now: () => now, chance, newId: () => `id-${seed}-${++made}-${Math.floor(chance() * 1e6)}` };
  let host = new RoomHost(layout, storage.opened(), ambient);
  let keys = 0;
  let turn = 0;

  const enter = async (name: string, heard?: { epoch: string; number: number }): Promise<Guest> => {
    const { id } = profileOf(name);
    const guest: Guest = {
      id,
      heard: [],
      passed: [],
      news: [],
      hearing: silence,
      poses: new Map(),
      places: new Map(),
      slots: new Map(),
      frames: [],
      known: { lines: [], epoch: '', number: 0 },
      kinds: () => guest.heard.map(({ kind }) => kind),
      cue: (cue) => void guest.heard.push(cue),
      lines: (lines) => (guest.known.lines = lines),
      private: { own: { muted: [], blocked: [] } },
      own: (own) => void (guest.private.own = own),
      settings: (kept) => void (guest.private.settings = kept),
      voice: (news) => {
        guest.news.push(news);
        guest.hearing = afterNews(guest.hearing, news);
      },
      audio: () => undefined,
      signals: () => undefined,
      through: (to) => void guest.passed.push(to),
      end: (refusal) => void (guest.private.ended = refusal),
      welcome: ({ epoch, number }) => Object.assign(guest.known, { epoch, number }),
      motion: (frame) => {
        guest.frames.push(frame.length);
        host.motion.seen(guest, encodeSeen(read(guest, frame)));
      },
      ask: (capability, payload = {}, key = `key-number-${++keys}`) => host.command(id, { id: capability, key, payload }),
      leave: (keptFor) => host.leave(id, guest, keptFor),
    };
    const known = await storage.findPerson(id);
    if (!known) await storage.savePerson(profileOf(name), now);
    if (!(await host.enter(known ?? profileOf(name), guest, { heard }))) throw new Error('full');
    host.ready(id, guest);
    return guest;
  };

  return {
    storage,
    get host() {
      return host;
    },
    get now() {
      return now;
    },
    enter,
    /** Lets time pass in ticks of 50 ms, each a turn of the whole wheel, with a flush after every second one. */
    pass: (ms: number) => {
      for (let ticks = Math.ceil(ms / 50); ticks > 0; ticks--) {
        for (let spoke = 0; spoke < SPOKES; spoke++) {
          now += 50 / SPOKES;
          host.spoke(turn++);
        }
        host.tick();
        if (ticks % 2 === 0) host.flush(() => undefined);
      }
    },
    /** Asks, lets a tick pass, and waits for the answer. */
    did: async (guest: Guest, id: RoomAct, payload?: unknown, key?: string): Promise<Answer> => {
      const answer = guest.ask(id, payload, key);
      host.flush(() => undefined);
      return answer;
    },
    /** The process dies, and another takes up what was kept. */
    restart: async () => {
      host = new RoomHost(layout, storage.opened(), ambient);
      await host.restore();
    },
  };
};

/** What it costs the server to know who hears whom, beside asking the rule of every pair. */
import { beginCircle } from '#shared/circles/circles.rules.ts';
import { circleId, type PersonId } from '#shared/kernel/ids.ts';
import { audible } from '#shared/voice/hearing.ts';
import { addressOf, afterNews, personAt, silence, type Hearing, type VoiceNews } from '#shared/voice/news.ts';
import { standOf } from '#shared/voice/stand.ts';
import { Voices } from '#server/voice/voices.ts';
import { seeded } from '#test/support/chance.ts';
import { commons, makeRoom, type TestRoom } from '#test/support/room.ts';

const TICK = 50;

interface Crowd {
  readonly room: TestRoom;
  readonly people: readonly PersonId[];
  /** Lets everyone walk on for 50 ms: to a spot, and there they stand a while. */
  walk(now: number): void;
}

/** So many people with the microphone on, on an open floor for all of them; every sixth is in a circle of six. */
const gather = (count: number, standFor: (chance: () => number) => number): Crowd => {
  const room = makeRoom({ ...commons, cap: 300 });
  const chance = seeded(7);
  const spot = () => {
    const [far, turn] = [3 + 16 * Math.sqrt(chance()), chance() * 2 * Math.PI];
    return { x: far * Math.sin(turn), z: far * Math.cos(turn) };
  };
  const people = Array.from({ length: count }, (_, k) => room.add(`p${k}`, { ...spot(), heading: 0 }));
  for (const id of people) {
    const person = room.facts.people.get(id);
    if (person) person.microphone = 'on';
  }
  people.forEach((id, k) => {
    if (k % 36 === 0) beginCircle(room, id, circleId(`c${k}`), '');
    else if (k % 6 === 0) room.facts.circles.get(`c${k - (k % 36)}`)?.members.push(id);
  });
  const rests = new Map(people.map((id) => [id, chance() * standFor(chance)]));
  return {
    room,
    people,
    walk: (now) => {
      for (const id of people) {
        if (room.walks.isMoving(id)) continue;
        const left = (rests.get(id) ?? 0) - TICK;
        rests.set(id, left);
        if (left > 0) continue;
        rests.set(id, standFor(chance));
        room.walks.goTo(id, spot(), undefined, now);
      }
      room.walks.advance(now);
    },
  };
};

export interface RuleFigures {
  readonly usPerListener: number;
  readonly usPerListenerNaive: number;
  readonly most: number;
  readonly swapsPerSecond: number;
  readonly newsPerSecond: number;
}

/** The processor's time it takes (µs): others may have the machine meanwhile. */
const us = (act: () => void): number => {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return user + system;
};

/** Lets so many people walk about for so many seconds. `stands` is how long (ms) they stay where they went, at most. */
export const measureRules = (count: number, seconds: number, stands: number): RuleFigures => {
  const { room, people, walk } = gather(count, (chance) => chance() * stands);
  const hearing = new Map<PersonId, Hearing>();
  let [most, swaps, news, spent, ticks, now, isCounted] = [0, 0, 0, 0, 0, 1_000, false];
  const told: (readonly [PersonId, VoiceNews])[] = [];
  const voices = new Voices(room, (id, one) => void told.push([id, one]));
  /** What each page makes of its news is no cost of the server's. */
  const hear = (): void => {
    for (const [id, one] of told.splice(0)) {
      const after = afterNews(hearing.get(id) ?? silence, one);
      hearing.set(id, after);
      most = Math.max(most, after.hear.size);
      if (!isCounted) continue;
      // One exchange of voices, of however many: that is what a media server renegotiates.
      if (one.hear.come.length > 0) swaps++;
      news++;
    }
  };
  for (const id of people) voices.join(id, addressOf(id, 'lot'));
  const run = (until: number): void => {
    for (; now < until; now += TICK, ticks++) {
      walk(now);
      spent += us(() => voices.tick(now));
      hear();
    }
  };
  run(31_000);
  [spent, ticks, isCounted] = [0, 0, true];
  run(31_000 + seconds * 1_000);
  // A listener looks around four times a second: at every fifth tick.
  const looks = (ticks * count) / 5;

  const was = new Map(people.map((id) => [id, new Set([...(hearing.get(id)?.hear ?? [])].map(personAt))]));
  const naive = us(() => {
    const stands = people.flatMap((id) => standOf(room, id) ?? []);
    for (const here of stands) {
      const near = was.get(here.id);
      for (const there of stands) audible(here, there, room.layout, near?.has(there.id) ? 'out' : 'in');
    }
  });
  return { usPerListener: spent / looks, usPerListenerNaive: naive / count, most, swapsPerSecond: swaps / count / seconds, newsPerSecond: news / count / seconds };
};

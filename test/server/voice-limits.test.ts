/** Whom one hears where what carries voices can bear only so many: a mesh. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Voices } from '#server/voice/voices.ts';
import { beginCircle } from '#shared/circles/circles.rules.ts';
import { circleId, type PersonId } from '#shared/kernel/ids.ts';
import { byServer, onMesh, type Limits } from '#shared/voice/choice.ts';
import { addressOf, afterNews, personAt, silence, type Hearing } from '#shared/voice/news.ts';
import { layoutNamed, makeRoom } from '#test/support/room.ts';

interface Place {
  readonly x: number;
  readonly z: number;
  readonly isOn: boolean;
}

// Of a size at which the floor carries voice, too.
const layout = { ...layoutNamed('stage'), cap: 300 };
/** People who stand in a room with a stage, and what each of them was told. */
const gather = (places: readonly Place[], limits: Limits) => {
  const room = makeRoom(layout);
  const told = new Map<PersonId, Hearing>();
  const voices = new Voices(room, (id, news) => void told.set(id, afterNews(told.get(id) ?? silence, news)));
  voices.attend({ held: () => undefined, moved: () => undefined }, limits);
  const people = places.map(({ x, z }, k) => room.add(`p${k}`, { x, z, heading: 0 }));
  const turn = (id: PersonId, isOn: boolean): void => {
    const person = room.facts.people.get(id);
    if (person) person.microphone = isOn ? 'on' : 'off';
  };
  people.forEach((id, k) => {
    turn(id, places[k]?.isOn ?? false);
    voices.join(id, addressOf(id, 'lot'));
  });
  let now = 1_000;
  return {
    room, voices, people, turn,
    hears: (id: PersonId) => [...(told.get(id)?.hear ?? [])].map(personAt),
    isHeardBy: (id: PersonId) => [...(told.get(id)?.heardBy ?? [])].map(personAt),
    pass: (ms: number, look: () => void = () => undefined) => {
      for (const until = now + ms; now < until; now += 50) {
        voices.tick(now);
        look();
      }
    },
  };
};

const spot = fc.record({ x: fc.double({ min: -5, max: 5, noNaN: true }), z: fc.double({ min: -8, max: 6, noNaN: true }), isOn: fc.boolean() });
/** All in one place, so that everybody is in reach of everybody. */
const crowded = fc.record({ x: fc.double({ min: -1, max: 1, noNaN: true }), z: fc.double({ min: 0, max: 2, noNaN: true }), isOn: fc.boolean() });

describe('the limits of a mesh', () => {
  it('VO23 hold at every moment, while people come, walk, turn microphones on and off and go; and whoever is heard knows by whom', () => {
    const crowd = fc.oneof(fc.array(spot, { minLength: 2, maxLength: 45 }), fc.array(crowded, { minLength: 26, maxLength: 45 }));
    const moves = fc.array(fc.record({ who: fc.nat(44), to: fc.oneof(spot, crowded), leaves: fc.integer({ min: 0, max: 9 }).map((lot) => lot === 0) }), { maxLength: 12 });
    const limits = fc.constantFrom(onMesh, { voices: 3, listeners: 5 }, { voices: 1, listeners: 1 });
    fc.assert(fc.property(crowd, moves, limits, (places, steps, most) => {
      const { room, voices, people, hears, isHeardBy, pass, turn } = gather(places, most);
      const [first, second] = people;
      if (first && second) {
        beginCircle(room, first, circleId('pair'), '');
        room.facts.circles.get('pair')?.members.push(second);
      }
      const isWithin = (): void => {
        for (const id of people) {
          expect(voices.heardBy(id).length).toBeLessThanOrEqual(most.listeners);
          expect(isHeardBy(id).length).toBeLessThanOrEqual(most.listeners);
          expect(hears(id).length).toBeLessThanOrEqual(most.voices);
        }
      };
      pass(400, isWithin);
      for (const { who, to, leaves } of steps) {
        const id = people[who % people.length];
        if (id === undefined) continue;
        if (leaves) voices.leave(id);
        else room.walks.place(id, { ...to, heading: 0 });
        turn(id, to.isOn);
        pass(300, isWithin);
      }
      pass(30_000);
      // Whoever has left is told nothing more.
      const here = people.filter((id) => voices.addressOf(id));
      for (const speaker of here) {
        if (room.facts.people.get(speaker)?.microphone !== 'on') continue;
        expect(here.filter((one) => hears(one).includes(speaker)).toSorted()).toEqual(isHeardBy(speaker).toSorted());
      }
    }), { numRuns: 20 });
  });

  it('VO23 a stage is heard by its circle and then the nearest, who are also those it is told of, and by nobody twice', () => {
    const ring = Array.from({ length: 40 }, (_, k) => ({ x: 0, z: -3 + k / 5, isOn: false }));
    const { voices, people: [speaker, ...others], room, pass, hears } = gather([{ x: 0, z: -6, isOn: true }, ...ring], onMesh);
    if (!speaker) throw new Error('nobody');
    pass(2_000);
    const last = others.at(-1);
    if (!last) throw new Error('nobody');
    expect(voices.heardBy(speaker).toSorted()).toEqual(others.slice(0, 24).toSorted());
    beginCircle(room, speaker, circleId('two'), '');
    room.facts.circles.get('two')?.members.push(last);
    pass(2_000);
    expect(voices.heardBy(speaker).toSorted()).toEqual([...others.slice(0, 23), last].toSorted());
    // Who stands there stays; who comes much nearer takes the place of the farthest.
    const [comes, goes] = [others[30], others[22]];
    if (!comes || !goes) throw new Error('nobody');
    room.walks.place(comes, { x: 1, z: -3, heading: 0 });
    pass(8_000);
    expect(voices.heardBy(speaker)).toContain(comes);
    expect([voices.heardBy(speaker).includes(goes), hears(goes), hears(comes)]).toEqual([false, [], [speaker]]);
    // Whoever goes leaves their place to the next.
    voices.leave(comes);
    pass(8_000);
    expect(voices.heardBy(speaker)).toContain(goes);
  });

  it('VO23 where a server sends voices on, everybody in reach hears a stage', () => {
    const { voices, people: [speaker, ...others], pass } = gather([{ x: 0, z: -6, isOn: true }, ...Array.from({ length: 40 }, (_, k) => ({ x: 0, z: -3 + k / 5, isOn: false }))], byServer);
    pass(2_000);
    expect(speaker && voices.heardBy(speaker)).toHaveLength(others.length);
  });

  it('VO23 only two who may hear each other are connected, by the addresses of now', () => {
    const { voices, people: [ana, ben, cho], room, pass } = gather([{ x: 0, z: 0, isOn: false }, { x: 1, z: 0, isOn: false }, { x: 0, z: 6, isOn: true }], onMesh);
    if (!ana || !ben || !cho) throw new Error('nobody');
    pass(500);
    const connects = (one: PersonId, other: PersonId, lot = 'lot') => voices.connects(addressOf(one, 'lot'), addressOf(other, lot));
    expect([connects(ana, ben), connects(ben, ana), connects(ana, cho), connects(ana, ben, 'old'), connects(ana, ana)]).toEqual([true, true, false, false, false]);
    room.walks.place(ben, { x: 0, z: 6.5, heading: 0 });
    pass(4_000);
    expect([connects(ana, ben), connects(ben, cho)]).toEqual([false, true]);
    voices.leave(ben);
    expect(connects(cho, ben)).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circleId, personId } from '#shared/kernel/ids.ts';
import type { Zone } from '#shared/rooms/layout.ts';
import { Choice, MOST_VOICES, type Candidate } from '#shared/voice/choice.ts';
import { bearingOf, panOf } from '#shared/voice/direction.ts';
import { speakersAround } from '#shared/voice/speakers.ts';
import { audible, audioRoomOf, inHearing, loudness, type Stand } from '#shared/voice/hearing.ts';
import { addressOf, afterNews, isAddress, newsOf, personAt, type Hearing } from '#shared/voice/news.ts';
import { entranceOf, soundOffered } from '#shared/voice/entrance.ts';
import { floorText, readFloor, reachOf, voiceRules } from '#shared/voice/floor.ts';
import { standOf } from '#shared/voice/stand.ts';
import { beginCircle } from '#shared/circles/circles.rules.ts';
import { makeRoom } from '#test/support/room.ts';

const zone = (id: string, rule: Zone['rule'] = 'open', inner = 4, outer = 5): Zone => ({ id, name: id, rule, x: 0, z: 0, shape: { kind: 'circle', radius: 50 }, hearing: { in: inner, out: outer } });
const floor = zone('floor');
const zones = [floor, zone('table', 'open', 2, 2.5), zone('deck', 'stage', 8, 10), zone('corner', 'quiet', 2, 2.5), zone('nook', 'quiet', 3, 3), zone('booth', 'private', 8, 10), zone('cabin', 'private', 8, 10)];
const stand = (name: string, given: Partial<Stand> = {}): Stand => ({ id: personId(name), x: 0, z: 0, zone: floor, circle: undefined, venue: '', reach: 'usual', ...given });
const [open, huge] = [{ cap: 300 }, { cap: 301 }];
const arrivals = circleId('arrivals');

const metres = fc.double({ min: -12, max: 12, noNaN: true });
const circles = fc.constantFrom(undefined, arrivals, circleId('books'));
const someone = (name: string) => fc.record({ x: metres, z: metres, zone: fc.constantFrom(...zones), circle: circles, venue: fc.constantFrom('', '', '', 'Library Hall') }).map((given) => stand(name, given));
const extents = fc.constantFrom('in' as const, 'out' as const, 'any' as const);
const notOnStage = (one: Stand): boolean => one.zone.rule !== 'stage';

describe('who hears whom', () => {
  it('VO1 one comes into hearing within the smaller inner radius, and leaves it beyond the smaller outer one', () => {
    const [ana, table] = [stand('ana'), zones[1] ?? floor];
    const heard = (x: number, extent: 'in' | 'out', there = floor): boolean => audible(ana, stand('ben', { x, zone: there }), open, extent) !== undefined;
    expect([3.9, 4, 4.1].map((x) => heard(x, 'in'))).toEqual([true, true, false]);
    expect([4.1, 5, 5.1].map((x) => heard(x, 'out'))).toEqual([true, true, false]);
    expect([2, 2.1].map((x) => heard(x, 'in', table))).toEqual([true, false]);
    expect([2.5, 2.6].map((x) => heard(x, 'out', table))).toEqual([true, false]);
  });

  it('VO1 whoever wanders between the two radii changes nothing: it takes both to change twice', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 8, noNaN: true }), { maxLength: 60 }), (way) => {
      let isIn: boolean = false;
      for (const x of way) {
        const before: boolean = isIn;
        isIn = audible(stand('ana'), stand('ben', { x }), open, isIn ? 'out' : 'in') !== undefined;
        if (isIn !== before) expect(isIn ? x <= 4 : x > 5).toBe(true);
      }
    }));
  });

  it('VO2 off a stage hearing is mutual, and equally loud both ways', () => {
    fc.assert(fc.property(someone('ana').filter(notOnStage), someone('ben').filter(notOnStage), fc.constantFrom(open, huge), extents, (ana, ben, room, extent) => {
      const carrier = audible(ana, ben, room, extent);
      expect(audible(ben, ana, room, extent)).toBe(carrier);
      if (carrier) expect(loudness(ben, ana, carrier)).toBe(loudness(ana, ben, carrier));
    }));
  });

  it('VO2 nobody hears themselves, and whoever is in hearing at first is so later', () => {
    fc.assert(fc.property(someone('ana'), someone('ben'), fc.constantFrom(open, huge), (ana, ben, room) => {
      expect(audible(ana, { ...ben, id: ana.id }, room, 'any')).toBeUndefined();
      const [first, later, anywhere] = [audible(ana, ben, room, 'in'), audible(ana, ben, room, 'out'), audible(ana, ben, room, 'any')];
      if (first) expect(later).toBe(first);
      if (later) expect(anywhere).toBe(later);
    }));
  });

  it('VO3 one’s circle is heard fully at any distance; others hear it at three tenths of what they would, and it them', () => {
    const [inside, mate, outside] = [stand('ana', { circle: arrivals }), stand('ben', { x: 30, circle: arrivals }), stand('cho', { x: 3 })];
    expect(audible(inside, mate, open)).toBe('circle');
    expect(loudness(inside, mate, 'circle')).toBe(1);
    const bare = loudness(stand('dan'), outside, 'floor');
    expect(audible(outside, inside, open)).toBe('floor');
    expect(loudness(outside, inside, 'floor')).toBeCloseTo(0.3 * bare, 12);
    expect(loudness(stand('eve', { x: 3, circle: circleId('books') }), inside, 'floor')).toBeCloseTo(0.3 * bare, 12);
  });

  it('VO4 a stage carries to the whole room, and hears what it would hear anywhere', () => {
    const [deck] = zones.slice(2);
    const [host, far, near] = [stand('host', { zone: deck }), stand('far', { x: 40 }), stand('near', { x: 3 })];
    expect([audible(far, host, open), audible(host, far, open), audible(host, near, open)]).toEqual(['stage', undefined, 'floor']);
    expect(loudness(far, host, 'stage')).toBe(1);
  });

  it('VO5 nothing crosses the edge of a quiet zone but a stage and one’s circle, and a circle within it is heard by itself alone', () => {
    const [, , deck = floor, corner = floor, nook = floor] = zones;
    const reader = stand('ana', { zone: corner });
    expect(audible(reader, stand('ben', { x: 1 }), open)).toBeUndefined();
    expect(audible(reader, stand('ben', { x: 1, zone: nook }), open)).toBeUndefined();
    expect(audible(reader, stand('ben', { x: 1, zone: corner }), open)).toBe('floor');
    expect(audible(reader, stand('ben', { x: 20, zone: deck }), open)).toBe('stage');
    expect(audible({ ...reader, circle: arrivals }, stand('ben', { x: 1, circle: arrivals }), open)).toBe('circle');
    expect(audible(reader, stand('ben', { x: 1, zone: corner, circle: arrivals }), open)).toBeUndefined();
  });

  it('VO6 nothing crosses the edge of a private zone, which has audio of its own', () => {
    const isApart = (a: Stand, b: Stand): boolean => a.zone.id !== b.zone.id && (a.zone.rule === 'private' || b.zone.rule === 'private');
    fc.assert(fc.property(someone('ana'), someone('ben'), extents, (ana, ben, extent) => {
      const [here, there] = [audioRoomOf({ id: 'studio' as never }, ana.zone), audioRoomOf({ id: 'studio' as never }, ben.zone)];
      expect(here === there).toBe(!isApart(ana, ben));
      if (isApart(ana, ben)) expect(audible(ana, ben, open, extent)).toBeUndefined();
    }));
    expect(audible(stand('ana', { zone: zones[5] }), stand('ben', { x: 3, zone: zones[5] }), open)).toBe('floor');
  });

  it('VO28 whoever has the floor is heard by the whole room, the others by nobody or from a stage alone, and those in a private zone by each other', () => {
    const [deck, nook, booth] = [zones[2] ?? floor, zones[4] ?? floor, zones[5] ?? floor];
    const heard = (reach: Stand['reach'], there = floor, here = floor, circle?: typeof arrivals) => audible(stand('ana', { zone: here, circle }), stand('ben', { x: there === here ? 1 : 30, zone: there, reach, circle }), open);
    expect([heard('usual'), heard('room'), heard('stage'), heard('nobody')]).toEqual(['floor', 'stage', undefined, undefined]);
    expect([heard('room', floor, nook), heard('room', nook), heard('room', booth), heard('room', floor, booth)]).toEqual(['stage', 'stage', undefined, undefined]);
    expect([heard('stage', deck), heard('nobody', deck), heard('nobody', booth, booth), heard('nobody', floor, floor, arrivals)]).toEqual(['stage', undefined, 'floor', undefined]);
    expect(audible(stand('ana'), stand('ben', { x: 1, reach: 'room', venue: 'Library Hall' }), open)).toBeUndefined();
  });

  it('VO28 a floor is one text, and comes back from it', () => {
    fc.assert(fc.property(fc.constantFrom(...voiceRules), fc.uniqueArray(fc.constantFrom('ana', 'ben', 'cho').map(personId)), (rule, people) => {
      const read = readFloor(floorText(rule, people));
      expect([read.rule, [...read.heard]]).toEqual([rule, people]);
    }));
    expect([floorText('open', []), reachOf(readFloor(''), 'ana'), reachOf(readFloor('turn ana'), 'ben'), reachOf(readFloor('junk'), 'ana')]).toEqual(['', 'usual', 'nobody', 'usual']);
  });

  it('VO7 in a room for more than 300 only a stage carries voice', () => {
    fc.assert(fc.property(someone('ana'), someone('ben'), extents, (ana, ben, extent) => {
      expect(['stage', undefined]).toContain(audible(ana, ben, huge, extent));
    }));
    expect(audible(stand('ana'), stand('ben', { zone: zones[2], x: 30 }), huge)).toBe('stage');
  });

  it('VO8 whoever is at a venue is heard by nobody and hears nobody', () => {
    fc.assert(fc.property(someone('ana'), someone('ben'), extents, (ana, ben, extent) => {
      expect(audible({ ...ana, venue: 'Library Hall' }, ben, open, extent)).toBeUndefined();
      expect(audible(ana, { ...ben, venue: 'Library Hall' }, open, extent)).toBeUndefined();
    }));
  });

  it('is near, as it is said, exactly within hearing by place alone', () => {
    fc.assert(fc.property(someone('ana').filter(notOnStage), someone('ben').filter(notOnStage), (ana, ben) => {
      const [here, there] = [{ ...ana, circle: undefined, venue: '' }, { ...ben, circle: undefined, venue: '' }];
      expect(inHearing(here, there)).toBe(audible(here, there, open) !== undefined);
    }));
  });

  it('is asked of people as they stand in a room', () => {
    const room = makeRoom();
    const [ana, ben] = [room.add('Ana', { x: 8, z: 8 }), room.add('Ben', { x: 8, z: 9 })];
    beginCircle(room, ana, arrivals, '');
    const [here, there] = [standOf(room, ana), standOf(room, ben)];
    expect(here).toMatchObject({ id: ana, x: 8, z: 8, circle: arrivals, venue: '', zone: { id: 'commons' } });
    expect(here && there && audible(here, there, room.layout)).toBe('floor');
    expect(standOf(room, personId('nobody'))).toBeUndefined();
  });
});

describe('how loud, and from where', () => {
  it('VO9 loudness falls with distance, without a jump, from full within a metre to nothing at the outer radius', () => {
    const at = (x: number, there: Zone) => loudness(stand('ana', { zone: there }), stand('ben', { x, zone: there }), 'floor');
    const place = fc.constantFrom(floor, zone('table', 'open', 2, 2.5), zone('tiny', 'open', 0.5, 0.6), zone('sharp', 'open', 3, 3), zone('wide', 'open', 8, 10));
    fc.assert(fc.property(place, fc.double({ min: 0, max: 12, noNaN: true }), fc.double({ min: 0, max: 0.01, noNaN: true }), (there, x, more) => {
      const [here, further] = [at(x, there), at(x + more, there)];
      expect(further).toBeLessThanOrEqual(here);
      if (there.hearing.out > there.hearing.in) expect(here - further).toBeLessThan(0.06);
    }));
    expect([at(1, floor), at(4, floor), at(5, floor)]).toEqual([1, 0.25, 0]);
  });

  it('VO24 which way a speaker is, is said as one faces', () => {
    // Facing south (+z), the west is to the right.
    const facing = { x: 0, z: 0, heading: 0 };
    const ways = ([[0, 3], [0.5, 3], [-3, 1], [3, 0], [3, -1], [0.5, -3], [0.1, 0.1]] as const).map(([x, z]) => bearingOf(facing, { x, z }));
    expect(ways).toEqual(['ahead', 'ahead', 'right', 'left', 'left', 'behind', 'beside']);
    const room = makeRoom();
    const [me, ben, cy] = [room.add('me', { x: 0, z: 10, heading: 0 }), room.add('Ben', { x: -3, z: 10, heading: 0 }), room.add('Cy', { x: 0, z: 12, heading: 0 })];
    expect(speakersAround(room, me, [ben, me, cy, personId('gone')], 5)).toEqual({ speakers: [{ name: 'Cy', from: 'ahead' }, { name: 'Ben', from: 'right' }], more: 0 });
    expect(speakersAround(room, me, [ben, cy], 1)).toEqual({ speakers: [{ name: 'Cy', from: 'ahead' }], more: 1 });
  });

  it('VO9 a voice comes from where its speaker is, and is never in one ear alone', () => {
    const pan = (heading: number, x: number, z: number): number => Math.round(panOf({ x: 0, z: 0, heading }, { x, z }) * 100) / 100;
    // Facing south, west is to the right.
    expect([pan(0, -3, 0), pan(0, 3, 0), pan(0, 0, 3), pan(0, 0, -3)].map((side) => side + 0)).toEqual([0.8, -0.8, 0, 0]);
    expect(pan(Math.PI / 2, 0, 3)).toBe(0.8);
    fc.assert(fc.property(metres, metres, metres, (heading, x, z) => {
      const side = panOf({ x: 0, z: 0, heading }, { x, z });
      expect(Math.abs(side)).toBeLessThanOrEqual(0.8 + 1e-9);
      expect(panOf({ x: 0, z: 0, heading: heading + Math.PI }, { x, z })).toBeCloseTo(-side, 9);
    }));
  });
});

describe('which voices', () => {
  const candidates = fc.uniqueArray(
    fc.record({ index: fc.nat(999), carrier: fc.constantFrom('circle' as const, 'stage' as const, 'floor' as const), metres: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double({ min: 0, max: 10, noNaN: true })), isHeard: fc.boolean(), isOn: fc.boolean(), isPassing: fc.boolean() }),
    { selector: ({ index }) => index, maxLength: 60 },
  );
  const mosts = fc.integer({ min: 1, max: MOST_VOICES });
  const choose = (given: readonly Candidate[], most: number) => {
    const choice = new Choice(most);
    choice.begin();
    for (const { index, carrier, metres: away, isHeard, isOn, isPassing } of given) choice.add(index, carrier, away, isHeard, isOn, isPassing);
    return { voices: [...choice.voices()], wouldBe: [...choice.wouldBe()].toSorted((a, b) => a - b) };
  };
  const order = ['circle', 'stage', 'floor'];
  /** The same by sorting everyone. */
  const byRank = (given: readonly Candidate[]): readonly Candidate[] => {
    const weight = ({ carrier, metres: away, isHeard, isPassing }: Candidate): readonly number[] => [order.indexOf(carrier), !isHeard && isPassing ? 1 : 0, isHeard ? away * 0.87 : away];
    return given.toSorted((a, b) => {
      const [one, other] = [weight(a), weight(b)];
      const at = one.findIndex((value, place) => value !== other[place]);
      return at === -1 ? a.index - b.index : (one[at] ?? 0) - (other[at] ?? 0);
    });
  };

  it('VO10 VO20 the most important ones, at most so many, the same in whatever order they are given', () => {
    // To the centimetre, so that a sum of numbers does not make two alike.
    fc.assert(fc.property(candidates.map((all) => all.map((one) => ({ ...one, metres: Math.round(one.metres * 100) / 100 }))), mosts, (given, most) => {
      const chosen = choose(given, most);
      expect(chosen.voices).toEqual(byRank(given.filter(({ isOn }) => isOn)).slice(0, most).map(({ index }) => index));
      expect(choose(given.toReversed(), most)).toEqual(chosen);
    }));
  });

  it('VO10 whoever is heard goes on being heard, but for someone more than 13 % nearer or more important', () => {
    fc.assert(fc.property(candidates, (given) => {
      const after = (all: readonly Candidate[]) => all.map((one) => ({ ...one, isHeard: choose(all, MOST_VOICES).voices.includes(one.index) }));
      const again = after(given);
      expect(choose(after(again), MOST_VOICES).voices.toSorted()).toEqual(choose(again, MOST_VOICES).voices.toSorted());
    }));
    const at = (index: number, away: number, isHeard: boolean): Candidate => ({ index, metres: away, isHeard, carrier: 'floor', isOn: true, isPassing: false });
    expect(choose([at(1, 4, true), at(2, 3.6, false)], 1).voices).toEqual([1]);
    expect(choose([at(1, 4, true), at(2, 3.4, false)], 1).voices).toEqual([2]);
    expect(choose([at(2, 4, false), at(1, 4, false)], 1).voices).toEqual([1]);
  });

  it('VO20 whoever only walks past takes nobody’s place; where there is one, they are heard', () => {
    const at = (index: number, isPassing: boolean): Candidate => ({ index, metres: index, isHeard: false, carrier: 'floor', isOn: true, isPassing });
    expect(choose([at(1, true), at(2, false)], 1).voices).toEqual([2]);
    expect(choose([at(1, true), at(2, false)], 2).voices).toEqual([2, 1]);
  });

  it('VO11 a microphone that is off takes nobody’s place, and is counted where it would be heard', () => {
    fc.assert(fc.property(candidates, mosts, (given, most) => {
      const chosen = choose(given, most);
      expect(choose(given.filter(({ isOn }) => isOn), most).voices).toEqual(chosen.voices);
      for (const one of given.filter(({ isOn }) => !isOn)) {
        const turnedOn = choose(given.map((other) => (other === one ? { ...one, isOn: true } : other)), most);
        expect(turnedOn.voices.includes(one.index)).toBe(chosen.wouldBe.includes(one.index));
      }
    }));
  });
});

describe('the way in', () => {
  it('VO27 in the room at a venue one is there; by any other way one is at none', () => {
    expect(entranceOf('room', '  Library   Hall ')).toEqual({ venue: 'Library Hall', listens: false });
    expect((['speak', 'listen', 'text'] as const).map((sound) => entranceOf(sound, 'Library Hall'))).toEqual([{ venue: '', listens: false }, { venue: '', listens: true }, { venue: '', listens: true }]);
  });

  it('VO27 where one was and where others meet is offered; the way is chosen for nobody but whoever was there', () => {
    expect(soundOffered('speak', '', '')).toEqual({ sound: 'speak', venue: '' });
    expect(soundOffered('text', '', 'Library Hall')).toEqual({ sound: 'text', venue: 'Library Hall' });
    expect(soundOffered('speak', 'Library Hall', '')).toEqual({ sound: 'room', venue: 'Library Hall' });
    expect(soundOffered('speak', 'library hall', 'Library Hall')).toEqual({ sound: 'room', venue: 'Library Hall' });
    expect(soundOffered('speak', 'Library Hall', 'Café')).toEqual({ sound: 'speak', venue: 'Café' });
  });
});

describe('the news', () => {
  const addresses = fc.uniqueArray(fc.constantFrom('ana', 'ben', 'cho', 'dan', 'eve', 'fay'), { maxLength: 6 }).map((people) => new Set(people.map((one) => addressOf(personId(one), 'lot'))));
  const hearings = fc.record({ hear: addresses, heardBy: addresses });
  const listed = ({ hear, heardBy }: Hearing) => [[...hear].toSorted(), [...heardBy].toSorted()];

  it('VO12 lead whoever reads them from what they knew to what is so, and are none where that is the same', () => {
    fc.assert(fc.property(fc.option(hearings, { nil: undefined }), hearings, hearings, (before, after, other) => {
      const news = newsOf(before, after);
      expect(listed(news ? afterNews(before ?? other, news) : (before ?? other))).toEqual(listed(after));
      expect(newsOf(after, { hear: new Set([...after.hear].toReversed()), heardBy: after.heardBy })).toBeUndefined();
    }));
  });

  it('name people by an address of their stay', () => {
    expect(personAt(addressOf(personId('ana'), 'k3f9'))).toBe('ana');
    expect(['ana~k3f9', 'ana', '~x', 'ana~', 'a~b~c'].map(isAddress)).toEqual([true, false, false, false, false]);
  });
});

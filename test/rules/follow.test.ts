import { describe, expect, it } from 'vitest';
import { dispatch } from '#server/host/dispatch.ts';
import { Rates } from '#server/host/rates.ts';
import { Followers } from '#server/rooms/followers.ts';
import { followedBy } from '#shared/follow/follow.rules.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { actorOf, factsOf, makeRoom, momentAt, type TestRoom } from '#test/support/room.ts';

const ask = (room: TestRoom, who: PersonId, id: string, payload: unknown, at = 0): string => {
  const asked = dispatch(room, actorOf(who), { id, key: 'k'.repeat(8), payload }, momentAt(at), new Rates());
  return 'refused' in asked ? asked.refused.refusal.code : 'done';
};
const follow = (room: TestRoom, who: PersonId, person: PersonId): string => ask(room, who, 'follow.start', { person });

describe('following', () => {
  it('FO1 is of one at a time, never of oneself, and never in a ring', () => {
    const room = makeRoom();
    const [ana, ben, cy] = [room.add('Ana'), room.add('Ben', { x: 2 }), room.add('Cy', { x: -2 })];
    expect(follow(room, ana, ana)).toBe('follow.yourself');
    expect([follow(room, ana, ben), follow(room, ben, cy), follow(room, cy, ana)]).toEqual(['done', 'done', 'follow.loop']);
    expect(follow(room, ana, ben)).toBe('follow.already');
    expect(follow(room, ana, cy)).toBe('done');
    expect(followedBy(room, ana)).toBe(cy);
  });

  it('FO2 walks after the other, and stops beside them', () => {
    const room = makeRoom();
    const [ana, ben] = [room.add('Ana', { z: 7 }), room.add('Ben', { z: 6 })];
    const followers = new Followers(room);
    follow(room, ana, ben);
    expect(ask(room, ben, 'move.goTo', { to: 'spot', x: -7, z: -4 }, 0)).toBe('done');
    for (let at = 50; at < 30_000; at += 50) {
      room.walks.advance(at);
      followers.walk(at);
    }
    const [a, b] = [room.poseOf(ana), room.poseOf(ben)];
    expect(Math.hypot((a?.x ?? NaN) - (b?.x ?? 0), (a?.z ?? NaN) - (b?.z ?? 0))).toBeLessThan(2.6);
    expect(b?.x).toBeCloseTo(-7, 0);
    expect(followedBy(room, ana)).toBe(ben);
  });

  it.each([['move.goTo', { to: 'object', id: 'old-tree' }], ['seat.sit', {}], ['portal.enter', { portal: 'to-library' }], ['place.safe', {}], ['follow.stop', {}]])('FO3 ends with %s', (id, payload) => {
    const room = makeRoom();
    const [ana, ben] = [room.add('Ana'), room.add('Ben', { x: 3 })];
    follow(room, ana, ben);
    expect(ask(room, ana, id, payload)).toBe('done');
    expect([followedBy(room, ana), room.following.size]).toEqual([undefined, 0]);
  });

  it('FO4 ends where the followed person asks for it; nobody else can', () => {
    const room = makeRoom();
    const [ana, ben, cy] = [room.add('Ana'), room.add('Ben', { x: 3 }), room.add('Cy', { x: -3 })];
    follow(room, ana, ben);
    const before = factsOf(room);
    expect([ask(room, cy, 'follow.decline', { person: ana }), ask(room, ben, 'follow.decline', { person: cy })]).toEqual(['follow.noFollowers', 'follow.notFollowed']);
    expect(factsOf(room)).toBe(before);
    expect(ask(room, ben, 'follow.decline', { person: ana })).toBe('done');
    expect(followedBy(room, ana)).toBeUndefined();
  });

  it('FO5 waits a while for whoever went on ahead, then is told and ends', () => {
    const room = makeRoom();
    const [ana, ben] = [room.add('Ana'), room.add('Ben', { x: 3 })];
    const followers = new Followers(room);
    follow(room, ana, ben);
    room.walks.remove(ben);
    room.facts.people.delete(ben);
    expect([followers.walk(0), followers.walk(9_000)].flat()).toEqual([]);
    expect(followers.walk(11_000)).toMatchObject([{ kind: 'follow.lost', to: [ana] }]);
    expect([followedBy(room, ana), followers.walk(12_000)]).toEqual([undefined, []]);
  });

  it('FO6 is refused across a block, as going there is', () => {
    const room = makeRoom();
    const [ana, ben] = [room.add('Ana'), room.add('Ben', { x: 3 })];
    room.relations.set('block', ben, ana, true);
    expect(follow(room, ana, ben)).toBe('move.parted');
    const cy = room.add('Cy', { x: -3 });
    follow(room, ana, cy);
    room.relations.set('block', cy, ana, true);
    expect(new Followers(room).walk(0)).toMatchObject([{ kind: 'follow.declined', to: [ana] }]);
    expect(followedBy(room, ana)).toBeUndefined();
  });

  it('FO7 an offer to guide does nothing until it is accepted, which is to follow; one at a time, and none across a block', () => {
    const room = makeRoom();
    const [ana, ben, cy] = [room.add('Ana'), room.add('Ben', { x: 3 }), room.add('Cy', { x: -3 })];
    const does = (who: PersonId, id: string, payload: object = {}): string => ask(room, who, id, payload);
    expect(does(ben, 'guide.accept')).toBe('guide.none');
    expect([does(ana, 'guide.offer', { person: ben }), followedBy(room, ben)]).toEqual(['done', undefined]);
    expect([does(ana, 'guide.offer', { person: ben }), does(cy, 'guide.offer', { person: ben })]).toEqual(['guide.asked', 'guide.another']);
    expect([does(ben, 'guide.decline'), followedBy(room, ben)]).toEqual(['done', undefined]);
    does(cy, 'guide.offer', { person: ben });
    expect([does(ben, 'guide.accept'), followedBy(room, ben)]).toEqual(['done', cy]);
    expect([does(cy, 'guide.offer', { person: ben }), does(ben, 'guide.offer', { person: cy })]).toEqual(['guide.already', 'guide.loop']);
    room.relations.set('block', ana, cy, true);
    expect(does(cy, 'guide.offer', { person: ana })).toBe('move.parted');
  });
});

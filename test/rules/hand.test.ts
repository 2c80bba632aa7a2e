import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerHand, raiseHand } from '#shared/hand/hand.capabilities.ts';
import { handQueue, isRaised, lower, placeOf, raise } from '#shared/hand/hand.rules.ts';
import { Hand } from '#shared/hand/hand.state.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { actorOf, factsOf, makeRoom, momentAt } from '#test/support/room.ts';

describe('hands', () => {
  it('HA1 a hand goes up last in the queue and answers its place', () => {
    const room = makeRoom();
    const [ana, ben] = [room.add('Ana'), room.add('Ben')];
    expect(raise(room.facts, ana, 1)).toBe(1);
    expect(raise(room.facts, ben, 2)).toBe(2);
  });

  it('HA1 whoever raises a hand hears after whom it is', () => {
    const room = makeRoom();
    const cuesOf = (id: PersonId) => raiseHand.cues?.(raiseHand.apply(room, actorOf(id), {}, momentAt(1)), actorOf(id), room);
    expect(cuesOf(room.add('Ana'))?.[0]?.values).toMatchObject({ place: 1, after: 'none' });
    expect(cuesOf(room.add('Ben'))?.[0]?.values).toMatchObject({ place: 2, after: 'Ana' });
  });

  it('HA3 the queue is in the order of raising, whatever the order of people', () => {
    const room = makeRoom();
    const [ana, ben, cy] = [room.add('Ana'), room.add('Ben'), room.add('Cy')];
    for (const id of [cy, ana, ben]) raise(room.facts, id, 1);
    expect(handQueue(room.facts)).toEqual([cy, ana, ben]);
  });

  it('HA3 the queue is in the order of raising, however the hands came into the room again after a restart', () => {
    const room = makeRoom();
    const [ana, ben, cy] = [room.add('Ana'), room.add('Ben'), room.add('Cy')];
    for (const [order, id] of [[3, cy], [1, ana], [2, ben]] as const) room.facts.hands.set(id, new Hand({ order, raisedAt: order }));
    expect(handQueue(room.facts)).toEqual([ana, ben, cy]);
    expect([ana, ben, cy].map((id) => placeOf(room.facts, id))).toEqual([1, 2, 3]);
  });

  it('HA4 lowering a hand moves those behind it up by one, and nobody else', () => {
    const room = makeRoom();
    const [ana, ben, cy] = [room.add('Ana'), room.add('Ben'), room.add('Cy')];
    for (const id of [ana, ben, cy]) raise(room.facts, id, 1);
    lower(room.facts, ben);
    expect([ana, ben, cy].map((id) => placeOf(room.facts, id))).toEqual([1, 0, 2]);
  });

  it('HA5 raising a raised hand, or lowering one that is down, is refused and changes nothing', () => {
    const room = makeRoom();
    const ana = actorOf(room.add('Ana'));
    expect(lowerHand.permit(room, ana)).toMatchObject({ granted: false, refusal: { code: 'hand.notRaised' } });
    raiseHand.apply(room, ana, {}, momentAt(1));
    const before = factsOf(room);
    expect(raiseHand.permit(room, ana)).toMatchObject({ granted: false, refusal: { code: 'hand.alreadyRaised' } });
    expect(factsOf(room)).toBe(before);
  });

  it('HA2 places are always 1 to n in the order of raising, like a list', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { maxLength: 60 }), (toggles) => {
        const room = makeRoom();
        for (const name of names) room.add(name);
        let model: string[] = [];
        for (const id of toggles as PersonId[]) {
          if (isRaised(room.facts, id)) {
            lower(room.facts, id);
            model = model.filter((other) => other !== id);
          } else {
            expect(raise(room.facts, id, 1)).toBe(model.length + 1);
            model.push(id);
          }
          expect(handQueue(room.facts)).toEqual(model);
          for (const name of names as PersonId[]) expect(placeOf(room.facts, name)).toBe(model.indexOf(name) + 1);
        }
      }),
    );
  });
});

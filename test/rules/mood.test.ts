import { describe, expect, it } from 'vitest';
import { takeSnapshot, takeUpSnapshot } from '#server/rooms/snapshot.ts';
import { bringDay, letEveningFall } from '#shared/mood/mood.capabilities.ts';
import { moodOf } from '#shared/mood/mood.rules.ts';
import { whereAmI } from '#shared/place/place.capabilities.ts';
import { permitOf } from '#shared/registry.ts';
import { actorOf, factsOf, makeRoom, momentAt } from '#test/support/room.ts';

describe('mood', () => {
  it('AT1 nobody has given a room a light at first; then everyone is in the same', () => {
    const room = makeRoom();
    const ana = actorOf(room.add('Ana'));
    expect(moodOf(room)).toBeUndefined();
    letEveningFall.apply(room, ana, {}, momentAt(1));
    expect(moodOf(room)).toBe('evening');
    bringDay.apply(room, ana, {}, momentAt(2));
    expect(moodOf(room)).toBe('day');
  });

  it('AT2 guests and members may not; a facilitator may, whatever their standing', () => {
    const room = makeRoom();
    const ana = actorOf(room.add('Ana'));
    expect(permitOf(room, { ...ana, standing: 'member', duties: [] }, 'mood.evening')).toMatchObject({ granted: false });
    expect(permitOf(room, { ...ana, standing: 'guest', duties: ['facilitator'] }, 'mood.evening')).toMatchObject({ granted: true });
    expect(permitOf(room, { ...ana, standing: 'steward', duties: [] }, 'mood.evening')).toMatchObject({ granted: true });
  });

  it('AT2 what is so already is refused and changes nothing', () => {
    const room = makeRoom();
    const ana = actorOf(room.add('Ana'));
    expect(bringDay.permit(room, ana)).toMatchObject({ granted: false, refusal: { code: 'mood.alreadyDay' } });
    letEveningFall.apply(room, ana, {}, momentAt(1));
    const before = factsOf(room);
    expect(letEveningFall.permit(room, ana)).toMatchObject({ granted: false, refusal: { code: 'mood.alreadyEvening' } });
    expect(factsOf(room)).toBe(before);
  });

  it('AT3 whoever asks where they are hears of the evening, and a restart keeps it', () => {
    const room = makeRoom();
    const ana = actorOf(room.add('Ana'));
    const said = () => whereAmI.cues?.(undefined, ana, room)[0]?.values['mood'];
    expect(said()).toBe('none');
    letEveningFall.apply(room, ana, {}, momentAt(1));
    expect(said()).toBe('evening');
    const again = makeRoom();
    takeUpSnapshot(again, takeSnapshot(room, { through: 0, open: [] }), 2);
    expect(moodOf(again)).toBe('evening');
  });
});

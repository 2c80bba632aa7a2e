import type { PersonId } from '#shared/kernel/ids.ts';
import { describePlace, distanceBetween, metresTo, placeCue, sayDistance } from '#shared/place/describe.ts';
import { circlesAround } from '#shared/circles/around.ts';
import type { RoomView } from '#shared/rooms/room.ts';
import { page } from '#client/app/local.words.ts';
import type { Words } from '#client/app/words.ts';
import { palette as say } from './palette.words.ts';

/** Where a person, an object or a seat is; nothing for what has no place. */
export const whereIs = (room: RoomView, me: PersonId, target: string, words: Words): string => {
  const away = (metres: number): string => words(page.metresAway, { metres });
  if (room.facts.people.has(target)) {
    const id = target as PersonId;
    const place = placeCue(describePlace(room, id), id === me ? 'you' : 'they');
    const metres = id === me ? 0 : distanceBetween(room, me, id);
    return metres > 0 ? words(say.person, { away: away(metres), place }) : words(place);
  }
  const here = room.poseOf(me);
  const thing = room.layout.objects.find(({ id }) => id === target);
  if (here && thing) return away(sayDistance(metresTo(thing, here)));
  const circle = circlesAround(room, me).find(({ id }) => id === target);
  if (circle) return away(circle.metres);
  const portal = room.layout.portals.find(({ id }) => id === target);
  if (here && portal) return away(sayDistance(Math.hypot(portal.x - here.x, portal.z - here.z)));
  const seat = room.layout.seatGroups.flatMap(({ seats }) => seats).find(({ id }) => id === target);
  return here && seat ? away(sayDistance(Math.hypot(seat.x - here.x, seat.z - here.z))) : '';
};

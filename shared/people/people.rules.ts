import type { PersonId } from '../kernel/ids.ts';
import type { RoomView } from '../rooms/room.ts';

/** What to call someone: the name on their plate. Someone who has just gone is called nothing. */
export const callNameOf = (room: RoomView, id: PersonId): string => {
  const person = room.facts.people.get(id);
  return person ? person.callMe || person.name : '';
};

/** PE1. Everyone here but `me`, those nearest first. */
export const othersByNearness = (room: RoomView, me: PersonId): readonly PersonId[] => {
  const here = room.poseOf(me);
  const distance = (id: PersonId): number => {
    const there = room.poseOf(id);
    return here && there ? Math.hypot(there.x - here.x, there.z - here.z) : Infinity;
  };
  return ([...room.facts.people.keys()] as PersonId[]).filter((id) => id !== me).sort((a, b) => distance(a) - distance(b) || (a < b ? -1 : 1));
};

const unspeakable = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** PE2. A name as it is kept: NFKC, without control, bidirectional or invisible characters, single spaces, at most `most` characters. */
export const cleanName = (text: string, most: number): string =>
  [...text.normalize('NFKC').replace(unspeakable, '').replace(/\s+/g, ' ').trim()].slice(0, most).join('').trim();

/** Two names that an eye or an ear would take for one have the same skeleton. */
const skeleton = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[\s.\-_'’]/g, '').replace(/[0о]/g, 'o').replace(/[1lі|]/g, 'i');

/** PE3. The name, or with the first free number behind it where someone present could be confused with it. */
export const distinctName = (name: string, taken: readonly string[]): string => {
  const skeletons = new Set(taken.map(skeleton));
  if (!skeletons.has(skeleton(name))) return name;
  for (let number = 2; ; number++) {
    const candidate = `${name} ${number}`;
    if (!skeletons.has(skeleton(candidate))) return candidate;
  }
};

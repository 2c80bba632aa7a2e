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

const unspeakable = /[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\u2800\ufff9-\ufffb]/gu;

/** PE2. A name as it is kept: NFKC, without control, bidirectional or invisible characters, single spaces, at most `most` characters. */
export const cleanName = (text: string, most: number): string => {
  // A tab parts words before it goes; letters that an invisible character held apart join, hence NFKC once more.
  const clean = text.normalize('NFKC').replace(/\s+/g, ' ').replace(unspeakable, '').normalize('NFKC').replace(/\s+/g, ' ').trim();
  return [...clean].slice(0, most).join('').trim();
};

/** Small letters of other scripts that look, small or capital, like a Latin one. */
const twins: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['авеһіјкӏмнорԛѕтуԝхԁс', 'abehijkimhopqstywxdc'],
    ['αβεζηικμνορτυχ', 'abezhikmnoptyx'],
    ['01l|ı', 'oiiii'],
  ].flatMap(([theirs = '', ours = '']) => [...theirs].map((letter, at) => [letter, ours[at] ?? letter])),
);

const skeletonOf = (name: string): string =>
  [...name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[\s.\-_'’]/g, '')].map((letter) => twins[letter] ?? letter).join('');

/** Skeletons of names that were looked at lately: whoever comes into a large room is compared with everyone in it. */
const known = new Map<string, string>();
const MOST_KNOWN = 5_000;

/** Two names that an eye or an ear would take for one have the same skeleton. */
const skeleton = (name: string): string => {
  const found = known.get(name) ?? skeletonOf(name);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, found);
  return found;
};

/** PE3. The name, or with the first free number behind it where someone present could be confused with it. */
export const distinctName = (name: string, taken: readonly string[]): string => {
  const skeletons = new Set(taken.map(skeleton));
  if (!skeletons.has(skeleton(name))) return name;
  for (let number = 2; ; number++) {
    const candidate = `${name} ${number}`;
    if (!skeletons.has(skeleton(candidate))) return candidate;
  }
};

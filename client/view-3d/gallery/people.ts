import { personId } from '#shared/kernel/ids.ts';
import { defaultLook } from '#shared/people/look.ts';
import { randomLook } from '#shared/people/look.chance.ts';
import type { Look } from '#shared/people/look.options.ts';
import { compileGrid, walkable, type Grid } from '#shared/movement/grid.ts';
import type { Layout } from '#shared/rooms/layout.ts';
import { between, chanceFrom } from '../geometry/chance.ts';
import type { Body } from '../scene.ts';

export type BodyInMotion = { -readonly [Key in keyof Body]: Body[Key] };

const names = ['Ana', 'Tomasz', 'Adaeze', 'Mei-Ling', 'Yusuf', 'Priya', 'Jonas', 'Leila', 'Kwame', 'Sofía', 'Hiro', 'Fatima', 'Oluwaseun', 'Ingrid', 'Rafael', 'Noor', 'Desta', 'Hương', 'Wolfgang-Maximi', 'Chloé'];

const looks: readonly Partial<Look>[] = [
  { skin: 'tan', hair: 'bun', hairColour: 'veryDarkBrown', top: 'yellow', lower: 'skirt', lowerColour: 'darkGreen' },
  { skin: 'brown', headwear: 'turban', accent: 'yellow', top: 'violet', lowerColour: 'greyBrown', glasses: 'round' },
  { skin: 'deepBrown', hair: 'afro', hairColour: 'black', top: 'yellow', lower: 'longSkirt', lowerColour: 'darkRed' },
  { skin: 'light', hair: 'bun', hairColour: 'white', top: 'red', lowerColour: 'navy', height: 'shorter', glasses: 'round' },
  { skin: 'lightBrown', headwear: 'hijab', accent: 'darkGreen', top: 'cream', lower: 'skirt', lowerColour: 'darkGreen' },
  { skin: 'golden', hair: 'bob', hairColour: 'black', top: 'pink', lowerColour: 'darkGreen' },
  { skin: 'darkBrown', hair: 'locs', hairColour: 'veryDarkBrown', top: 'darkGreen', hearing: 'aids', aidColour: 'turquoise' },
  { skin: 'tan', headwear: 'cap', accent: 'red', hair: 'short', hairColour: 'veryDarkBrown', top: 'blue', lowerColour: 'greyBrown' },
  { skin: 'darkestBrown', hair: 'short', hairColour: 'black', top: 'orange', lowerColour: 'navy', moving: 'wheelchair', aidColour: 'turquoise', glasses: 'round' },
  { skin: 'lightGolden', hair: 'longStraight', hairColour: 'brown', top: 'turquoise', lowerColour: 'navy' },
  { skin: 'brown', hair: 'none', top: 'cream', lowerColour: 'brown', moving: 'cane', aidColour: 'turquoise', build: 'broad' },
  { skin: 'light', headwear: 'sunHat', accent: 'cream', hair: 'longStraight', hairColour: 'blonde', top: 'darkGreen', lower: 'longSkirt', lowerColour: 'darkGreen' },
  { skin: 'deepBrown', hair: 'puffs', hairColour: 'black', top: 'plum', lowerColour: 'navy', sleeves: 'short' },
  { skin: 'lightGolden', hair: 'short', hairColour: 'red', top: 'orange', lowerColour: 'navy', height: 'taller', build: 'narrow' },
  { skin: 'golden', headwear: 'headscarf', accent: 'plum', top: 'blue', lowerColour: 'sand' },
];

const lookFor = (i: number): Look => {
  const made = looks[i];
  return made ? { ...defaultLook, ...made } : randomLook(chanceFrom(i * 7 + 3));
};

/** A made-up person. */
export const person = (i: number, place: { x: number; z: number; heading: number }, more: Partial<BodyInMotion> = {}): BodyInMotion => ({
  id: personId(`person-${i}`), name: `${names[i % names.length]}${i >= names.length ? ` ${i}` : ''}`, look: lookFor(i), you: i === 0,
  connected: true, seated: false, handUp: false, speed: 0, x: place.x, z: place.z, heading: place.heading, ...more,
});

const seatOrder = [9, 1, 2, 4, 6, 7, 3, 10, 5, 0, 8];
const spots = [[-5.6, 2.4], [1.7, -6.4], [4.6, 1.8], [5.2, 2.4], [-3.4, -4.8], [5, -2], [-5.2, 0.7], [2.2, 4.7], [-1.2, -6.9]] as const;

/** People gathered at the fire: some seated, some standing in groups, some walking by. */
export const gathering = (layout: Layout, count: number, seatedSelf: boolean): BodyInMotion[] => {
  const chance = chanceFrom(5);
  const ring = layout.seatGroups[0]?.seats ?? [];
  const people: BodyInMotion[] = [];
  for (let i = 0; i < count; i++) {
    if (i === 0) {
      const seat = ring[6];
      people.push(seatedSelf && seat ? person(0, seat, { seated: true }) : person(0, { x: -1.6, z: 5.6, heading: Math.PI - 0.2 }));
      continue;
    }
    const seat = i <= 8 && i < count * 0.75 ? ring[seatOrder[i - 1] ?? 0] : undefined;
    if (seat && !(seatedSelf && seat === ring[6])) {
      people.push(person(i, seat, { seated: true, handUp: i === 6 }));
      continue;
    }
    const spot = spots[(i - 5) % spots.length];
    const wild = i > 20 || !spot;
    const [x, z] = wild ? wander(chance) : spot;
    const walks = i % 5 === 1;
    people.push(person(i, { x, z, heading: walks ? between(chance, 0, 6.28) : Math.atan2(-x, -z) }, { speed: walks ? 1.3 : 0 }));
  }
  return people;
};

/** People in any room: oneself where asked or where one arrives, some on its seats, some on its stage, the rest about its floor. */
export const inRoom = (layout: Layout, count: number, self: readonly number[] | undefined, seat: string | undefined): BodyInMotion[] => {
  const chance = chanceFrom(9);
  const grid = compileGrid(layout);
  const seats = layout.seatGroups.flatMap((group) => group.seats);
  const own = seats.find(({ id }) => id === seat);
  const [spawn] = layout.spawns;
  const [x = spawn?.x ?? 0, z = spawn?.z ?? 0, heading = spawn?.heading ?? 0] = self ?? [];
  const people = [own ? person(0, own, { seated: true }) : person(0, { x, z, heading })];
  const stage = layout.zones.find(({ rule }) => rule === 'stage');
  const free = seats.filter((one) => one !== own && chance() < 0.72);
  for (let i = 1; i < count; i++) {
    const onStage = stage && i <= 2 ? { x: stage.x + (i === 1 ? 0.7 : -1), z: stage.z + 0.4, heading: 0 } : undefined;
    const chair = onStage || i % 4 === 3 ? undefined : free.shift();
    if (chair) people.push(person(i, chair, { seated: true, handUp: i === 6 }));
    else people.push(person(i, onStage ?? standing(layout, grid, chance), { speed: !onStage && i % 5 === 1 ? 1.3 : 0 }));
  }
  return people;
};

/** A place on the floor where one can walk, denser towards its middle. */
const standing = (layout: Layout, grid: Grid, chance: () => number): { x: number; z: number; heading: number } => {
  const { floor, terrace } = layout;
  const [wide, deep] = floor.kind === 'box' ? [floor.width / 2, floor.depth / 2] : [Math.max(terrace, 7), Math.max(terrace, 7)];
  for (let tries = 0; tries < 60; tries++) {
    const [x, z] = [between(chance, -wide, wide), between(chance, -deep, deep)];
    if (walkable(grid, x, z) && (floor.kind === 'box' || Math.hypot(x, z) < wide)) return { x, z, heading: between(chance, 0, 6.28) };
  }
  return { x: 0, z: 0, heading: 0 };
};

const wander = (chance: () => number): readonly [number, number] => {
  const [turn, r] = [chance() * Math.PI * 2, between(chance, 4.2, 9)];
  return [Math.sin(turn) * r, Math.cos(turn) * r];
};

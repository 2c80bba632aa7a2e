import type { LayoutObject } from '#shared/rooms/layout.ts';
import { rgb } from '../geometry/colour.ts';
import { cylinder, lathe } from '../geometry/round.ts';
import { box, roundedRectangle, slab } from '../geometry/solids.ts';
import { Faces, flat } from '../geometry/triangles.ts';
import type { Vec2, Vec3 } from '../geometry/vector.ts';
import { DECK } from './floorHeight.ts';
import { palette } from './palette.ts';
import type { RoomKit } from './roomKit.ts';

const rings = ['#e2654c', '#f3cf8f', '#2f8f8a', '#f0b56a', '#6f4a86'] as const;
const night = '#3b2a4f';
const outermost = 4.5;
const ringStep = 0.42;
const stones = 22;

const radiusOf = (ring: number): number => outermost - ring * ringStep;
const aheadOf = (ring: number): number => 1.75 - ring * 0.5;

/** Where the feet of a shell's arches stand: the layout keeps people out of them. */
export const feetOf = ({ x, z }: { readonly x: number; readonly z: number }): readonly { readonly x: number; readonly z: number }[] =>
  rings.flatMap((_colour, ring) => [-1, 1].map((side) => ({ x: x + side * radiusOf(ring), z: z + aheadOf(ring) })));

/** Five nested arches that shrink towards a sun on a night-blue wall. */
export const shell = (kit: RoomKit, { x, z }: LayoutObject): void => {
  const foot = 0.35;
  for (const [k, colour] of rings.entries()) {
    const [radius, depth] = [radiusOf(k), z + aheadOf(k)];
    for (let i = 0; i < stones; i++) {
      const turn = ((i + 0.5) / stones) * Math.PI;
      const along = 2 * (radius + 0.23) * Math.sin(Math.PI / stones / 2) * 1.02;
      kit.add(box(0.47, along, 0.56, 0.02, 1), colour, { at: [x + Math.cos(turn) * radius, foot + Math.sin(turn) * radius * 1.02, depth], roll: turn }, { jitter: 0.025, gradient: [0.97, 1.02] });
    }
    for (const side of [-1, 1]) kit.add(box(0.47, foot + 0.2, 0.56, 0.02), colour, { at: [x + side * radius, (foot + 0.2) / 2, depth] }, { jitter: 0.02 });
  }
  back(kit, [x, foot + 0.05, z - 0.42], outermost - 4 * ringStep);
};

const back = (kit: RoomKit, [x, y, z]: Vec3, radius: number): void => {
  const faces = new Faces();
  const at = (i: number, r: number): Vec3 => [Math.cos((i / 28) * Math.PI) * r, Math.sin((i / 28) * Math.PI) * r, 0];
  for (let i = 0; i < 28; i++) for (const [from, to] of [[0, 0.4], [0.4, 0.75], [0.75, 1]] as const) faces.quad(at(i, from * radius), at(i, to * radius), at(i + 1, to * radius), at(i + 1, from * radius));
  kit.add(flat(faces.positions), night, { at: [x, y, z] }, { jitter: 0, gradient: [0.8, 1.5] });
  kit.add(box(radius * 2, 0.5, 0.1, 0.02), night, { at: [x, y - 0.2, z - 0.02] }, { jitter: 0 });
  const sun: Vec3 = [x, y + 1.42, z + 0.12];
  kit.add(cylinder(0.64, 0.64, 0.1, 28, 0.02), palette.cushions[1], { at: [sun[0], sun[1], sun[2] - 0.05], tilt: Math.PI / 2 }, { emission: 0.4, casts: false });
  for (let i = 0; i < 11; i++) {
    const turn = ((i - 0.5) / 10) * Math.PI + 0.02;
    const [c, s] = [Math.cos(turn), Math.sin(turn)];
    kit.add(box(0.11, i % 2 ? 0.34 : 0.46, 0.06, 0.02), palette.cushions[1], { at: [sun[0] + c * 1.08, sun[1] + s * 1.08, sun[2]], roll: turn - Math.PI / 2 }, { emission: 0.28, casts: false });
  }
};

/** How far the deck's front stands out at a place across it. */
const frontAt = (across: number): number => DECK.depth / 2 + DECK.bow * Math.max(0, 1 - (across / (DECK.width / 2)) ** 2);

/** A wooden deck with a bowed front, two steps all around it, a ramp in the west and footlights. */
export const deck = (kit: RoomKit, { x, z }: LayoutObject): void => {
  const half = DECK.width / 2;
  const plank = 0.4;
  for (let across = -half + plank / 2; across < half; across += plank) {
    const front = frontAt(across);
    const length = front + DECK.depth / 2;
    kit.add(slab(roundedRectangle(x + across, z + (front - DECK.depth / 2) / 2, plank - 0.015, length, 0, 0.03), DECK.height - 0.13, 0.13, 0.015), kit.oneOf(['#c98d50', '#b8743f', '#d29a5c']), {}, { floor: true, casts: false, mottle: 0.12 });
  }
  for (let step: number = DECK.steps; step >= 0; step--) {
    const out = step * DECK.step;
    const top = DECK.height * (1 - step / (DECK.steps + 1)) - (step === 0 ? 0.1 : 0);
    const outline: Vec2[] = Array.from({ length: 21 }, (_, i) => {
      const across = -half + (i / 20) * DECK.width;
      return [x + (across / half) * (half + out), z + frontAt(across) + out];
    });
    outline.push([x + half + out, z - DECK.depth / 2], [x - half - out, z - DECK.depth / 2]);
    kit.add(slab(outline, -0.05, top + 0.05, 0.04), step === 0 ? palette.woodDark : kit.oneOf(['#8a5636', '#94603c']), {}, { gradient: [0.7, 1.05], floor: step > 0, casts: true });
  }
  const slope = Math.atan2(DECK.height, DECK.rampLength);
  kit.add(box(DECK.rampLength / Math.cos(slope), 0.09, DECK.rampWidth, 0.02), palette.woodLight, { at: [x - half - DECK.rampLength / 2, DECK.height / 2 - 0.03, z + DECK.rampAhead], roll: slope }, { floor: true, casts: false });
  for (const side of [-1, 1]) kit.add(box(DECK.rampLength / Math.cos(slope), 0.1, 0.08, 0.02), palette.woodDark, { at: [x - half - DECK.rampLength / 2, DECK.height / 2 + 0.03, z + DECK.rampAhead + (side * DECK.rampWidth) / 2], roll: slope }, { casts: false });
  for (const across of [-3.6, -2.4, -1.25, 1.25, 2.4, 3.6]) {
    const at: Vec3 = [x + across, DECK.height, z + frontAt(across) - 0.18];
    kit.add(lathe([[0, 0], [0.12, 0], [0.13, 0.08], [0.08, 0.16], [0, 0.16]], 8), '#ffd58a', { at }, { emission: 0.9, casts: false });
    kit.lanterns.push({ at: [at[0], at[1] + 0.35, at[2] - 0.5], reach: 3.4, strength: 0.5 });
    kit.glows.push({ at: [at[0], at[1] + 0.14, at[2]], radius: 0.5, colour: rgb('#ffb457', 0.28), kind: 'still' });
  }
  for (const [across, up, ahead] of [[-1.6, 2.6, -0.6], [1.6, 2.6, -0.6], [0, 3.8, 0.2]] as const) kit.lanterns.push({ at: [x + across, up, z + ahead], reach: 5, strength: 1 });
  kit.add(lathe([[0, 0], [0.2, 0], [0.1, 0.1], [0.07, 0.6], [0.16, 0.72], [0.24, 0.76], [0.24, 0.8], [0, 0.8]], 10), palette.woodDark, { at: [x + 2.1, DECK.height, z + 0.9] });
};

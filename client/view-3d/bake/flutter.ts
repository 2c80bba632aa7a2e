import { chanceFrom } from '../geometry/chance.ts';
import { rgb } from '../geometry/colour.ts';
import { palette } from '../rooms/palette.ts';
import type { RoomKit } from '../rooms/roomKit.ts';
import type { BakedFlutter } from './bakedRoom.ts';
import { restingHeights } from './resting.ts';

export const confettiPieces = 900;
/** How a piece moves: a leaf falls always; confetti falls once and lies, or goes on falling while it is celebrated. */
export const flutterKinds = { leaf: 0, lying: 1, falling: 2 } as const;
/** Of all confetti, what comes to lie after the burst. */
const lyingShare = 0.56;

interface Piece {
  readonly x: number;
  readonly z: number;
  readonly height: number;
  readonly colour: string;
  readonly kind: number;
}

/** Everything that falls through the air: leaves of some trees, and confetti. */
export const bakeFlutter = (kit: RoomKit): BakedFlutter => {
  const chance = chanceFrom(420);
  const oneOf = (colours: readonly string[]): string => colours[Math.floor(chance() * colours.length)] ?? palette.cushions[0];
  const within = (radius: number): readonly [number, number] => {
    const [turn, out] = [chance() * Math.PI * 2, radius * Math.sqrt(chance())];
    return [Math.sin(turn) * out, Math.cos(turn) * out];
  };
  const pieces: Piece[] = [];
  for (const { from, spread, count, colours } of kit.falls) {
    for (let i = 0; i < count; i++) {
      const [x, z] = within(spread);
      pieces.push({ x: from[0] + x, z: from[2] + z, height: from[1], colour: oneOf(colours), kind: flutterKinds.leaf });
    }
  }
  const { at, radius, height } = kit.confetti;
  for (let i = 0; i < confettiPieces; i++) {
    // Denser towards the middle, where people are.
    const [x, z] = within(radius * (0.45 + 0.55 * chance()));
    pieces.push({ x: at[0] + x, z: at[2] + z, height, colour: oneOf(palette.cushions), kind: i < confettiPieces * lyingShare ? flutterKinds.lying : flutterKinds.falling });
  }
  const rests = restingHeights(kit, pieces.map(({ x, z }) => [x, z]));
  const places = new Float32Array(pieces.length * 4);
  const tints = new Float32Array(pieces.length * 4);
  const falls = new Float32Array(pieces.length * 4);
  for (const [i, { x, z, height, colour, kind }] of pieces.entries()) {
    places.set([x, (rests[i] ?? 0) + 0.012 + chance() * 0.008, z, height], i * 4);
    tints.set([...rgb(colour, 0.9 + 0.2 * chance()), kind], i * 4);
    // Speed (m/s), tumbling (rad/s), a phase, and how it lies.
    const slow = kind === flutterKinds.leaf ? 0.45 : 1;
    falls.set([slow * (0.5 + 0.6 * chance()), 1.5 + 2 * chance(), chance(), chance() * Math.PI * 2], i * 4);
  }
  return { count: pieces.length, places, tints, falls };
};

import { blob } from '../geometry/round.ts';
import { roundedRectangle, slab } from '../geometry/solids.ts';
import { tube } from '../geometry/sweep.ts';
import { palette } from './palette.ts';
import type { RoomKit } from './roomKit.ts';

/** A pond: water with a rim of stones, lilies, and reeds on its far side. Nothing of it stands where it is open. */
export const pond = (kit: RoomKit, x: number, z: number, radius: number, open: (x: number, z: number) => boolean = () => false): void => {
  kit.waters.push({ at: [x, 0.0, z], across: radius * 1.04, along: radius * 0.98 });
  const stones = Math.round(radius * 11);
  for (let i = 0; i < stones; i++) {
    const turn = (i / stones) * Math.PI * 2 + kit.between(-0.04, 0.04);
    const size = kit.between(0.18, 0.32);
    const out = radius * 1.06 + kit.between(-0.04, 0.1);
    if (open(x + Math.sin(turn) * out, z + Math.cos(turn) * out)) continue;
    kit.add(blob([size, size * 0.55, size * 0.8], { cuts: 2, lumps: 0.24, seed: i }), kit.oneOf(palette.edging), { at: [x + Math.sin(turn) * out, 0.02, z + Math.cos(turn) * out], turn }, { gradient: [0.72, 1.1] });
  }
  for (let i = 0; i < radius * 4; i++) {
    const [turn, out, size] = [kit.between(0, Math.PI * 2), radius * kit.between(0.35, 0.85), kit.between(0.22, 0.36)];
    const [px, pz] = [x + Math.sin(turn) * out, z + Math.cos(turn) * out];
    kit.add(slab(roundedRectangle(px, pz, size, size * 0.9, turn, size * 0.3), 0.005, 0.018, 0.01), '#6f9f4f', {}, { casts: false });
    if (i % 3 === 0) kit.add(blob([0.07, 0.06, 0.07], { cuts: 2, lumps: 0.4, seed: i }), '#f3c6d0', { at: [px, 0.06, pz] }, { casts: false });
  }
  for (let i = 0; i < radius * 9; i++) {
    const turn = Math.PI + kit.between(-0.9, 0.9);
    const out = radius * kit.between(0.9, 1.12);
    const [px, pz, tall, lean] = [x + Math.sin(turn) * out, z + Math.cos(turn) * out, kit.between(0.5, 1.1), kit.between(-0.14, 0.14)];
    if (open(px, pz)) continue;
    kit.add(tube([[px, 0, pz], [px + lean * 0.4, tall * 0.6, pz], [px + lean, tall, pz]], (t) => 0.018 * (1.05 - t), 4, 3), kit.oneOf(palette.leaves), {}, { casts: false });
    if (i % 3 === 0) kit.add(tube([[px + lean, tall, pz], [px + lean * 1.1, tall + 0.18, pz]], 0.03, 1, 5), palette.log, {}, { casts: false });
  }
};

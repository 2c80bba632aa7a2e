/** A leaf of four triangles, bent along its middle. */
export const leafCard: readonly number[] = [
  [0, -0.5, 0], [0.36, -0.08, 0.07], [0.2, 0.34, 0.05],
  [0, -0.5, 0], [0.2, 0.34, 0.05], [-0.14, 0.46, 0.03],
  [0, -0.5, 0], [-0.14, 0.46, 0.03], [-0.37, 0, 0.07],
].flat();

const blade = (turn: number, width: number, height: number, lean: number): number[] => {
  const [x, z] = [Math.cos(turn), Math.sin(turn)];
  return [-z * width + x * 0.05, 0, x * width + z * 0.05, z * width + x * 0.05, 0, -x * width + z * 0.05, x * lean, height, z * lean];
};

/** Five blades of grass. */
export const tuftCard: readonly number[] = [
  blade(0.3, 0.055, 1, 0.28), blade(2.2, 0.055, 0.85, 0.35), blade(4.1, 0.055, 0.95, 0.3), blade(5.4, 0.05, 0.65, 0.42), blade(1.2, 0.05, 0.7, 0.38),
].flat();

const petal = (turn: number): number[] => {
  const tip = (angle: number, reach: number, y: number): number[] => [Math.cos(angle) * reach, y, Math.sin(angle) * reach];
  const heart = [0, 0, 0];
  return [...heart, ...tip(turn + 0.6, 0.72, 0.3), ...tip(turn, 1.08, 0.2), ...heart, ...tip(turn, 1.08, 0.2), ...tip(turn - 0.6, 0.72, 0.3)];
};

/** Five petals in a cup, on a stem. */
export const flowerCard: readonly number[] = [...Array.from({ length: 5 }, (_, i) => petal((i / 5) * Math.PI * 2)).flat(), 0, 0, 0, -0.09, -2.6, 0, 0.09, -2.6, 0];

/** A square of two triangles from -1 to 1. */
export const square = {
  positions: [-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, -1, 0, 1, 1, 0, -1, 1, 0],
  uvs: [0, 0, 1, 0, 1, 1, 0, 0, 1, 1, 0, 1],
} as const;

import { rgb } from '#client/view-3d/geometry/colour.ts';

/** How far two sRGB colours are apart to the eye: the distance in CIELAB (D65), where about 2 can just be told. */
export const colourApart = (one: string, other: string): number => {
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(...a.map((value, i) => value - (b[i] ?? 0)));
};

const lab = (hex: string): readonly number[] => {
  const [r, g, b] = rgb(hex);
  const [x = 0, y = 0, z = 0] = [(0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505, 0.2126 * r + 0.7152 * g + 0.0722 * b, (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089]
    .map((t) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};

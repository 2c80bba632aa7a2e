import { linear, type Rgb } from '#client/view-3d/geometry/colour.ts';

/** Relative luminance of linear light, by WCAG 2.2. */
export const luminanceOf = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** The same of a pixel (0–255 each). */
export const luminance = ([r, g, b]: readonly [number, number, number]): number => luminanceOf([linear(r / 255), linear(g / 255), linear(b / 255)]);

/** How much two luminances contrast, from 1 to 21, by WCAG 2.2. */
export const contrastOf = (one: number, other: number): number => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

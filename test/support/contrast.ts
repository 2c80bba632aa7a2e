/** An sRGB channel (0–255) as light, 0 to 1, as WCAG 2.2 has it. */
export const linear = (channel: number): number => (channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4);

/** Relative luminance of a colour (0–255 each), by WCAG 2.2. */
export const luminance = ([r, g, b]: readonly [number, number, number]): number => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);

/** How much two luminances contrast, from 1 to 21, by WCAG 2.2. */
export const contrastOf = (one: number, other: number): number => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

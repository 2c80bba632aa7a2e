/** Linear red, green and blue, as the shaders take them. */
export type Rgb = readonly [r: number, g: number, b: number];

/** A channel of sRGB, 0 to 1, to linear light. */
export const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);

/** A channel of linear light to sRGB, 0 to 255. */
const encoded = (light: number): number => Math.round(255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055));

/** Linear light as `#rrggbb` in sRGB; what is out of range is held to it. */
export const srgb = (light: Rgb): string => `#${light.map((channel) => encoded(Math.min(1, Math.max(0, channel))).toString(16).padStart(2, '0')).join('')}`;

/** `#RRGGBB` in sRGB to linear light; anything else is mid grey. */
export const rgb = (hex: string, times = 1): Rgb => {
  const value = Number.parseInt(hex.slice(1, 7), 16);
  const known = Number.isNaN(value) ? 0x808080 : value;
  return [linear((known >> 16) / 255) * times, linear(((known >> 8) & 255) / 255) * times, linear((known & 255) / 255) * times];
};

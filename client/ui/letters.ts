/** The page's own letters on a canvas: how heavy, and how high (px). */
export const letters = (weight: number, size: number): string => `${weight} ${size}px "Atkinson Hyperlegible Next Variable", "Atkinson Hyperlegible Next", system-ui, sans-serif`;

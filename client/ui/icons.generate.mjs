// Writes icons.paths.ts from Phosphor's SVG files: `node client/ui/icons.generate.mjs`.
// Our own paths, because Phosphor's React package carries six weights of every icon.
import { readFileSync, writeFileSync } from 'node:fs';

const assets = new URL('../../node_modules/@phosphor-icons/core/assets/', import.meta.url);

/** Signs that turn on and off: outline when off, filled when on. */
const both = `armchair bell chair chat chat-circle crosshair cube eye flame footprints gear hand hand-palm hand-waving hands-clapping heart
  info list-bullets map-trifold person-arms-spread person-simple-walk question smiley stop user users warning`;
const outline = `arrow-counter-clockwise arrow-down arrow-left arrow-right arrow-up arrow-u-up-left caret-down caret-left caret-right caret-up
  check clock copy dots-three door-open eye-slash keyboard link-simple magnifying-glass minus paper-plane-right plus shuffle sign-out
  speaker-high speaker-slash wifi-slash x`;

const names = (text) => text.split(/\s+/).filter(Boolean).sort();
const path = (name, weight) => {
  const file = weight === 'fill' ? `fill/${name}-fill.svg` : `regular/${name}.svg`;
  const svg = readFileSync(new URL(file, assets), 'utf8');
  const paths = [...svg.matchAll(/<path d="([^"]+)"/g)].map((match) => match[1]);
  const shapes = [...svg.matchAll(/<(\w+)/g)].length - 1;
  if (paths.length !== shapes) throw new Error(`${file} draws with more than paths`);
  return paths.join('');
};
const table = (list, weight) => list.map((name) => `  '${name}': '${path(name, weight)}',`).join('\n');

writeFileSync(
  new URL('icons.paths.ts', import.meta.url),
  `// Written by icons.generate.mjs from Phosphor Icons (MIT). Do not edit.
export const outlined = {
${table(names(`${both} ${outline}`), 'regular')}
} as const;

export const filled = {
${table(names(both), 'fill')}
} as const;
`,
);

// Writes icons.paths.ts from Phosphor's SVG files: `node client/ui/icons.generate.mjs`.
// Our own paths, because Phosphor's React package carries six weights of every icon.
import { readFileSync, writeFileSync } from 'node:fs';

const assets = new URL('../../node_modules/@phosphor-icons/core/assets/', import.meta.url);

/** What the page draws, and nothing else: all of it is fetched before a room can be used (test/architecture/icons.test.ts). */
const outline = `armchair arrow-counter-clockwise arrow-left arrow-right arrow-u-up-left arrow-up bell caret-left caret-right chair chat chat-circle check
  clock copy crosshair cube dots-three door-open eye eye-slash footprints gear hand hand-palm hand-waving hands-clapping headphones heart info keyboard link-simple list-bullets lock-simple
  magnifying-glass map-trifold microphone microphone-slash moon note-pencil paper-plane-right pause person-arms-spread person-simple-walk question shuffle sign-out smiley speaker-high
  speaker-slash stop sun user users warning wifi-slash x`;
/** Signs that are filled while what they stand for is on. */
const fill = 'hand-palm microphone person-simple-walk';

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
${table(names(outline), 'regular')}
} as const;

export const filled = {
${table(names(fill), 'fill')}
} as const;
`,
);

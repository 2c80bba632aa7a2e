/**
 * A build of the client takes Excalidraw's fonts into itself, where it would ask another origin for them, and leaves out what Hearth does
 * not offer: languages that Hearth does not speak, and a megabyte of HarfBuzz, whose WebAssembly the content security policy stops.
 */
import type { Plugin } from 'vite';

/** Excalidraw's languages that are Hearth's: any other is never asked for, and is read as English where it would be. */
const spoken = ['en', 'es-ES'] as const;

/** A picture that is taken out as SVG has its fonts whole: fewer letters of them are what HarfBuzz makes. */
const WHOLE_FONTS = `
  export const toBase64 = (buffer) => new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(new Blob([buffer], { type: 'font/woff2' }));
  });
  export const Commands = { Subset: 'SUBSET' };
  export const subsetToBinary = (buffer) => Promise.resolve(buffer);
  export const subsetToBase64 = (buffer) => toBase64(buffer);
`;

const replaceAll = (code: string, from: RegExp, to: string): string => {
  if (!from.test(code)) throw new Error(`Excalidraw has no ${String(from)} any more: look at client/build/excalidraw-parts.ts`);
  return code.replaceAll(from, to);
};

/** The same JavaScript, with fonts that are files of this build, no other origin to ask where one is missing, and nothing that the policy stops. */
export const withOwnFonts = (code: string): string => {
  const owned = replaceAll(code, /"(\.\/fonts\/[\w/.-]+\.woff2)"/g, 'new URL("$1", import.meta.url).href');
  const alone = replaceAll(owned, /new URL\((\w+),\s*[\w$]+\.ASSETS_FALLBACK_URL\)/g, 'new URL($1,window.location.origin)');
  // The policy stops a style that is written as an attribute, and lets one be that is set.
  const styled = replaceAll(alone, /setAttribute\("style",\s*"white-space: pre;"\)/g, 'style.setProperty("white-space","pre")');
  // Nothing is left to be done beside the page: whole fonts take no time.
  return replaceAll(styled, /=typeof Worker<"u",/g, '=!1,');
};

/** The same JavaScript, which knows no more languages than these. */
export const withSpoken = (code: string): string => {
  const english = /import\("(\.\/locales\/en-\w+\.js)"\)/.exec(code)?.[1];
  if (english === undefined) throw new Error('Excalidraw has no English any more: look at client/build/excalidraw-parts.ts');
  return code.replaceAll(/import\("\.\/locales\/([a-zA-Z]+(?:-[A-Z]+)?)-\w+\.js"\)/g, (whole, language: string) => (spoken.some((one) => one === language) ? whole : `import("${english}")`));
};

/**
 * The same JavaScript, which puts a picture on the canvas at once, makes one smaller without WebAssembly, and shows what its library has as
 * it was made, not as text with styles in it: one under the pointer, to be put down by a press, and the others would be what the policy stops.
 */
export const withPictures = (code: string): string =>
  code
    .replaceAll('features:["js","wasm"]', 'features:["js"]')
    .replaceAll(/insertOnCanvasDirectly:\(\w+\.type==="image"&&\w+\.insertOnCanvasDirectly\)\?\?!1/g, 'insertOnCanvasDirectly:!0')
    .replaceAll(/\b(\w+)\.innerHTML=(\w+)\.outerHTML/g, '($2.querySelector(".style-fonts")?.remove(),$1.replaceChildren($2.cloneNode(!0)))');

const file = (name: string): RegExp => new RegExp(`/@excalidraw/excalidraw/dist/prod/${name}\\.js$`);

export const takeInExcalidraw: Plugin = {
  name: 'hearth:excalidraw-parts',
  apply: 'build',
  enforce: 'pre',
  load: { filter: { id: file('subset-(?:shared|worker)\\.chunk') }, handler: (id) => (id.includes('worker') ? 'export const WorkerUrl = undefined;' : WHOLE_FONTS) },
  transform: {
    filter: { id: file('(?:index|chunk-\\w+)') },
    handler: (code) => {
      const plain = withPictures(code);
      const owned = plain.includes('ASSETS_FALLBACK_URL') ? withOwnFonts(plain) : plain.includes('./locales/') ? withSpoken(plain) : plain;
      return owned === code ? undefined : { code: owned, map: null };
    },
  },
};

/** `npm run dev` serves Excalidraw as it is installed: its fonts, too, come from here. */
export const serveFonts: Plugin = {
  name: 'hearth:excalidraw-fonts',
  apply: 'serve',
  transformIndexHtml: () => [{ tag: 'script', injectTo: 'head-prepend', children: `window.EXCALIDRAW_ASSET_PATH = ${JSON.stringify(`/@fs${new URL('../../node_modules/@excalidraw/excalidraw/dist/dev/', import.meta.url).pathname}`)}` }],
};

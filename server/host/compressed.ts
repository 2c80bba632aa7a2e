/** Scripts and styles go out compressed, to whoever takes that: the build writes them so beside themselves, and here they are sent. */
import { existsSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { RequestHandler } from 'express';
import type { Plugin } from 'vite';

const isText = (name: string): boolean => /\.(js|css)$/.test(name);
/** The better one first; browsers take it over https and on localhost only. Brotli's higher qualities save a tenth more, for ten seconds of every build. */
const encodings = [
  { name: 'br', compress: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) },
  { name: 'gzip', compress: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }) },
] as const;

/** Writes `x.js.br` and `x.js.gzip` beside `x.js`. */
export const writeCompressed: Plugin = {
  name: 'hearth:compressed',
  apply: 'build',
  writeBundle: async ({ dir = '' }, bundle) => {
    const files = Object.keys(bundle).filter(isText).map((name) => join(dir, name));
    await Promise.all(files.flatMap((file) => encodings.map(async ({ name, compress }) => writeFile(`${file}.${name}`, await compress(await readFile(file))))));
  },
};

/** Puts what was compressed in the place of what is asked for, from this folder; what follows sends it. */
export const compressed = (folder: string): RequestHandler => {
  const written = new Set(existsSync(folder) ? readdirSync(folder) : []);
  return (request, response, next) => {
    const name = request.path.slice(1);
    if (!isText(name)) return next();
    response.vary('Accept-Encoding');
    const best = encodings.find((one) => written.has(`${name}.${one.name}`) && request.acceptsEncodings(one.name));
    if (best) {
      response.type(name.endsWith('.js') ? 'js' : 'css').set('Content-Encoding', best.name);
      request.url = `/${name}.${best.name}`;
    }
    next();
  };
};

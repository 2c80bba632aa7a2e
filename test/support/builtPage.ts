/** A page of a test's own, built as the product is and served to one browser after another. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build, preview, type InlineConfig } from 'vite';

export interface BuiltPage {
  readonly url: string;
  close(): Promise<void>;
}

/** Builds the page in `root` into a folder that goes when it is closed. */
export const builtPage = async (root: string): Promise<BuiltPage> => {
  const folder = mkdtempSync(join(tmpdir(), `hearth-${basename(root)}-`));
  const config: InlineConfig = { configFile: false, root, logLevel: 'error', build: { outDir: folder, emptyOutDir: true, target: 'es2023' }, preview: { port: 0, host: '127.0.0.1' } };
  const before = process.env['NODE_ENV'];
  // Else React is built as for developers: slower, and larger.
  process.env['NODE_ENV'] = 'production';
  await build(config).finally(() => (before === undefined ? delete process.env['NODE_ENV'] : (process.env['NODE_ENV'] = before)));
  const server = await preview(config);
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error(`The page in ${root} is served nowhere.`);
  return {
    url,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

// A page to look at the parts of the interface: `npx vite --config client/ui/gallery/vite.config.ts --port 5588`.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at('.'),
  cacheDir: '/tmp/hearth-2d/vite-gallery',
  plugins: [react()],
  server: { fs: { allow: [at('../../..')] } },
  build: { outDir: '/tmp/hearth-2d/gallery-build', emptyOutDir: true },
});

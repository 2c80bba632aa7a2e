import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Serves the 3D gallery alone: `npx vite --config client/view-3d/gallery/vite.config.ts --port 5599`. */
export default defineConfig({
  root: 'client',
  plugins: [react()],
  // Its own, so that it does not disturb the app's server.
  cacheDir: '../node_modules/.vite-gallery-3d',
  build: { rollupOptions: { input: 'view-3d/gallery/harness.html' } },
});

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env['HEARTH_SERVER'] ?? 'http://localhost:2567';

export default defineConfig({
  root: 'client',
  plugins: [react()],
  build: { outDir: '../dist', emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 1200, modulePreload: { polyfill: false } },
  server: {
    // `npm run dev`: Vite serves the client hot and hands everything else to the server it restarts.
    proxy: {
      '/api': server,
      '/matchmake': server,
      '^/[\\w-]{9}/[\\w-]+\\?': { target: server, ws: true },
    },
  },
  test: {
    root: import.meta.dirname,
    include: ['test/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    hookTimeout: 240_000,
  },
});

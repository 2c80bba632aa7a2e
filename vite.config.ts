import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { serveFonts, takeInExcalidraw } from './client/build/excalidraw-parts.ts';
import { leaveOutSdkParts } from './client/build/sdk-parts.ts';
import { leaveOutServerHalf } from './client/build/server-half.ts';
import { leaveOutShaders } from './client/build/shader-parts.ts';
import { writeCompressed } from './server/host/compressed.ts';

const server = process.env['HEARTH_SERVER'] ?? 'http://localhost:2567';

export default defineConfig(async ({ mode }) => ({
  root: 'client',
  plugins: [react(), leaveOutServerHalf, leaveOutSdkParts, leaveOutShaders, takeInExcalidraw, serveFonts, writeCompressed],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // A schema that nobody asks does nothing.
      treeshake: { manualPureFunctions: ['z'] },
      // What the page begins with is one file: in some forty, as they fall, it is 6 % larger.
      // So is what the picture begins with; but what others ask of it must not bring the picture along.
      output: { codeSplitting: { groups: [{ name: 'hearth', tags: ['$initial'] }, { name: 'selector', test: /use-sync-external-store/ }, { name: 'picture', test: /client\/view-3d\/(camera|crowd|geometry|outlines|pick|plates|shaders|stage|letters)|node_modules\/(three|@react-three)\// }] } },
    },
  },
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
    // As long as Playwright waits for what it looks for: a machine with other work to do is late, not wrong.
    expect: { poll: { timeout: 15_000 } },
    // Each browser file runs a browser that draws 3D in software, and a server.
    maxWorkers: 2,
    // Builds need none of Vitest.
    ...(mode === 'test' && { sequence: { sequencer: (await import('./test/support/sequencer.ts')).FastFirst } }),
    // Names this run, so that the client is built once in it (test/support/build.ts).
    env: { HEARTH_TEST_RUN: `${process.pid}-${Date.now()}` },
    reporters: ['default', './test/parity/reporter.ts'],
  },
}));

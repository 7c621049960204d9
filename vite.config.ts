import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The page. Shell, preload and workers are bundled by scripts/build.ts, which also calls this.
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    // The policy allows no inline style, script or data: font, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
});

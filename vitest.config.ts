import { defineConfig } from 'vitest/config';

// Everything that `npm run check` runs. What needs a browser lives in test/e2e and has a configuration of its own.
export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/support/steady-draws.ts'],
    exclude: ['test/e2e/**', 'test/bench/**'],
    allowOnly: false,
    passWithNoTests: false,
    testTimeout: 30_000,
  },
});

import { defineConfig } from 'vitest/config';

// What needs a browser: the built page over the real handlers, the loopback shell, Electron's main over a double, and the package.
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: ['test/e2e/build-first.ts'],
    allowOnly: false,
    passWithNoTests: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A page on a loaded machine takes its time: what is waited for may come late, and must come.
    expect: { poll: { timeout: 30_000 } },
    // Each file drives a browser of its own; more at once only makes them wait for one another.
    maxWorkers: 2,
  },
});

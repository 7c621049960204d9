import { defineConfig } from 'vitest/config';

// Mutation testing runs these thousands of times: only tests that are fast, deterministic and in one process.
export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts', 'test/golden/**/*.test.ts'],
    exclude: ['test/**/*cli*', 'test/**/*command-line*'],
    testTimeout: 10_000,
  },
});

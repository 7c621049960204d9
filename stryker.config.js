// Mutation testing of what computes: does a test notice when a line of the model is wrong? `npm run mutation`, report in docs/mutation.md.
/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: ['shared/{money,calendar,engine}/**/*.ts'],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 20_000,
  // Used only with `--incremental`, while one file is mended: an earlier verdict is no proof after other files have changed.
  incrementalFile: 'reports/mutation/incremental.json',
  reporters: ['clear-text', 'json', 'html', 'progress-append-only'],
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
  htmlReporter: { fileName: 'reports/mutation/index.html' },
  clearTextReporter: { allowColor: false, reportTests: false, skipFull: true },
  ignorePatterns: ['dist', 'release', 'reports', 'coverage', 'renderer', 'electron', 'test/e2e', 'test/bench', 'test/tidy'],
  tempDirName: '.stryker-tmp',
};

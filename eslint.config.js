import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { decimalOperators } from './scripts/lint/decimal-operators.ts';
import { noBinaryFloat } from './scripts/lint/no-binary-float.ts';

/** The same file must give the same figures on any machine, so what differs between machines or moments has no place in shared/. */
const MACHINE_BOUND_GLOBALS = [
  'Date',
  'Intl',
  'process',
  'console',
  'performance',
  'crypto',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'require',
  'Buffer',
  'window',
  'document',
  'localStorage',
  'navigator',
];

const everywhere = {
  files: ['**/*.{ts,tsx,js}'],
  extends: [tseslint.configs.recommendedTypeChecked],
  plugins: { footing: { rules: { 'decimal-operators': decimalOperators, 'no-binary-float': noBinaryFloat } } },
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  // A rule that is wrong for a folder is changed here, where it is seen; a comment cannot turn one off.
  linterOptions: { noInlineConfig: true },
  rules: {
    'footing/decimal-operators': 'error',
    'footing/no-binary-float': 'error',
    eqeqeq: 'error',
    'no-console': 'error',
    '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
    '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    '@typescript-eslint/no-non-null-assertion': 'error',
    '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  },
};

const pure = {
  files: ['shared/**/*.ts'],
  rules: {
    'no-restricted-globals': ['error', ...MACHINE_BOUND_GLOBALS],
    'no-restricted-properties': [
      'error',
      { object: 'Math', property: 'random', message: 'shared/ has no randomness of its own; the simulation is seeded.' },
      { property: 'toLocaleString', message: 'Its result depends on the machine. Use shared/money/format.ts.' },
      { property: 'localeCompare', message: 'Its result depends on the machine. Compare by code point.' },
    ],
  },
};

/** model-spec §1.5.2: powers are repeated multiplication, so that every implementation gives the same digits. */
const noTranscendentals = {
  files: ['shared/{calendar,scenario,engine,outcomes}/**/*.ts'],
  rules: {
    'no-restricted-syntax': [
      'error',
      {
        selector: 'CallExpression[callee.property.name=/^(pow|exp|ln|log|log2|log10|sqrt|cbrt)$/]',
        message: 'No pow, exp or ln in the deterministic engine (model-spec §1.5).',
      },
      { selector: "BinaryExpression[operator='**']", message: 'Powers are repeated multiplication (model-spec §1.5).' },
    ],
  },
};

/** What the product is made of narrows types by asking, never by claiming; tests may claim what they set up themselves. */
const noClaims = {
  files: ['{shared,charts,electron,cli,renderer}/**/*.{ts,tsx}'],
  rules: {
    '@typescript-eslint/no-unsafe-type-assertion': 'error',
    '@typescript-eslint/no-unnecessary-condition': 'error',
  },
};

/** Pixels, cells of an Office file and draws of the simulation are made of binary floats. */
const floatsAllowed = {
  files: ['charts/**/*.ts', 'electron/export/**/*.{ts,tsx}', 'shared/realism/**/*.ts'],
  rules: { 'footing/no-binary-float': 'off' },
};

export default defineConfig([
  globalIgnores(['dist/', 'release/', 'reports/', 'coverage/', '.stryker-tmp/']),
  everywhere,
  pure,
  noClaims,
  noTranscendentals,
  floatsAllowed,
]);

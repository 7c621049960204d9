import type { IConfiguration, IForbiddenRuleType } from 'dependency-cruiser';

// Who may import whom. The order of the house: money < calendar < scenario < engine < outcomes < realism < contract, and on top of
// shared/ the shell, the command line and the page, which never see one another. `npm run layers` runs these rules.

/** What each folder of shared/ may import besides itself. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  money: [],
  // Phasing gives exact shares of a year, and there is one Decimal only: money/decimal.ts.
  calendar: ['money'],
  evidence: ['money', 'calendar'],
  scenario: ['money', 'calendar'],
  engine: ['scenario', 'money', 'calendar'],
  outcomes: ['engine', 'scenario', 'money', 'calendar'],
  // Tables in and out: cells made harmless for spreadsheets are those of the exhibits.
  tables: ['outcomes', 'scenario', 'money', 'calendar'],
  realism: ['engine', 'outcomes', 'evidence', 'scenario', 'money', 'calendar'],
  contract: ['scenario', 'outcomes', 'realism'],
};

const OURS = '^(shared|charts|electron|cli|renderer|scripts|test)/';

const layerRules: IForbiddenRuleType[] = Object.entries(LAYERS).map(([layer, below]) => ({
  name: `layer-${layer}`,
  comment: `shared/${layer} may import ${below.length > 0 ? below.join(', ') : 'nothing of ours'}.`,
  severity: 'error',
  from: { path: `^shared/${layer}/` },
  to: { path: OURS, pathNot: `^shared/(${[layer, ...below].join('|')})/` },
}));

const rules: IForbiddenRuleType[] = [
  ...layerRules,
  {
    name: 'shared-has-known-layers',
    comment: 'A new folder of shared/ states here what it may import.',
    severity: 'error',
    from: { path: '^shared/', pathNot: `^shared/(${Object.keys(LAYERS).join('|')})/` },
    to: {},
  },
  {
    name: 'shared-is-pure',
    comment:
      'shared/ runs in the page, in the shell and on the command line: no Node, and no package but decimal.js, zod and @noble/hashes.',
    severity: 'error',
    from: { path: '^shared/' },
    to: { pathNot: ['^shared/', '(^|/)node_modules/(decimal\\.js|zod|@noble/hashes)/'] },
  },
  {
    name: 'charts-import-shared-only',
    comment:
      'Charts are a folder of their own, because the page, both shells and the command line draw the same ones and never see one another.',
    severity: 'error',
    from: { path: '^charts/' },
    to: { path: OURS, pathNot: '^(charts|shared)/' },
  },
  {
    name: 'drawing-stands-alone',
    comment: 'The page draws with it as well: the page without a browser and the rasteriser stay in charts/export.',
    severity: 'error',
    from: { path: '^charts/drawing/' },
    to: { path: ['^charts/export/', '(^|/)node_modules/(happy-dom|@resvg)/'] },
  },
  {
    name: 'shell-imports-shared-only',
    severity: 'error',
    from: { path: '^electron/' },
    to: { path: OURS, pathNot: '^(electron|charts|shared)/' },
  },
  {
    name: 'command-line-imports-shared-only',
    severity: 'error',
    from: { path: '^cli/' },
    to: { path: OURS, pathNot: '^(cli|charts|shared)/' },
  },
  {
    name: 'page-imports-shared-only',
    severity: 'error',
    from: { path: '^renderer/' },
    to: { path: OURS, pathNot: '^(renderer|charts/drawing|shared)/' },
  },
  {
    name: 'page-has-no-node',
    comment: 'The page is sandboxed: what needs Node or Electron is asked of the shell over the contract.',
    severity: 'error',
    from: { path: '^(renderer|charts/drawing)/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'screens-are-strangers',
    comment: 'What two screens share moves to components/, grid/ or state/.',
    severity: 'error',
    from: { path: '^renderer/screens/([^/]+)/' },
    to: { path: '^renderer/screens/([^/]+)/', pathNot: '^renderer/screens/$1/' },
  },
  {
    name: 'nothing-imports-test',
    severity: 'error',
    from: { pathNot: '^test/' },
    to: { path: '^test/' },
  },
  {
    name: 'scripts-are-not-product',
    severity: 'error',
    from: { path: '^(shared|charts|electron|cli|renderer)/' },
    to: { path: '^scripts/' },
  },
  {
    name: 'sqlite-in-the-store',
    severity: 'error',
    from: { pathNot: '^(electron/store|test)/' },
    to: { path: '(^|/)node_modules/better-sqlite3/' },
  },
  {
    name: 'electron-in-the-shell',
    severity: 'error',
    from: { pathNot: '^(electron|scripts|test)/' },
    to: { path: '(^|/)node_modules/electron/' },
  },
  {
    name: 'recharts-in-charts',
    severity: 'error',
    from: { pathNot: '^(charts/drawing|test)/' },
    to: { path: '(^|/)node_modules/recharts/' },
  },
  { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
  { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  {
    name: 'declared-packages',
    comment: 'A package that is imported stands in package.json.',
    severity: 'error',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
];

/** The rules and the way of looking, as dependency-cruiser takes them. */
export const layerConfiguration = {
  forbidden: rules,
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: '^(dist|release|reports|coverage|\\.stryker-tmp)/' },
    // Types count as imports: a layer that knows another's types depends on it.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
} satisfies IConfiguration;

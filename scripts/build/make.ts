import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type InlineConfig, type Plugin } from 'vite';
import { licenceTexts, licencesOf, packagesIn } from './bundled-packages.ts';
import { sourcesHash } from './freshness.ts';
import { STEPS, type BuildStep, type Entry } from './steps.ts';

/** Installed beside the packaged app and required from there: a native binary, and what runs nowhere else than in Electron. */
const NOT_BUNDLED = ['electron', 'better-sqlite3'];
/** Beside the packages that are in bundles, what is shipped with the app. */
const SHIPPED_WHOLE = ['better-sqlite3', 'electron', '@expo-google-fonts/arimo'];

const TYPEFACE_LICENCES = [
  ['Inter', 'renderer/styles/fonts/OFL.txt'],
  ['Arimo', 'node_modules/@expo-google-fonts/arimo/LICENSE_FONT'],
] as const;

type Record = { readonly hash: string; readonly packages: readonly string[] };

/** Builds whatever is stale into dist/ and says which bundles those were. */
export async function buildStale(root: string, steps: readonly BuildStep[] = STEPS): Promise<string[]> {
  const stale = steps.filter((step) => !isFresh(step, root));
  for (const step of stale) await buildStep(step, root);
  if (stale.length > 0) writeLicences(root);
  return stale.map(({ name }) => name);
}

function isFresh(step: BuildStep, root: string): boolean {
  return existsSync(join(root, 'dist', step.folder)) && recordOf(step, root)?.hash === sourcesHash(step, root);
}

/** A bundle is made beside its place and moved there, so that a program that runs from it never finds half of one. */
async function buildStep(step: BuildStep, root: string): Promise<void> {
  const hash = sourcesHash(step, root);
  const making = join(root, 'dist', `.${step.folder}-${String(process.pid)}`);
  rmSync(making, { recursive: true, force: true });
  const packages = step.entries.length === 0 ? await buildPage(root, making) : await buildEntries(step.entries, { root, making });
  const place = join(root, 'dist', step.folder);
  rmSync(place, { recursive: true, force: true });
  renameSync(making, place);
  mkdirSync(join(root, 'dist', 'records'), { recursive: true });
  writeFileSync(recordPath(step, root), JSON.stringify({ hash, packages }));
}

async function buildPage(root: string, making: string): Promise<string[]> {
  const seen = new Set<string>();
  const configuration = { configFile: join(root, 'vite.config.ts'), root: join(root, 'renderer'), logLevel: 'warn' as const };
  await asShipped(() => build({ ...configuration, plugins: [collecting(seen)], build: { outDir: making } }));
  return packagesIn([...seen]);
}

/** The page's libraries go by NODE_ENV, which the test runner sets to "test": what is built is what is shipped, whoever builds it. */
async function asShipped<T>(work: () => Promise<T>): Promise<T> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

async function buildEntries(entries: readonly Entry[], { root, making }: { root: string; making: string }): Promise<string[]> {
  const seen = new Set<string>();
  for (const entry of entries) await build(nodeBundle(entry, { root, making, seen }));
  return packagesIn([...seen]);
}

function nodeBundle(
  { source, file, format }: Entry,
  { root, making, seen }: { root: string; making: string; seen: Set<string> },
): InlineConfig {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [collecting(seen), workersAsBuilt()],
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: source,
      outDir: making,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: { external: [...NOT_BUNDLED, /^node:/], output: { format, entryFileNames: file, codeSplitting: false } },
    },
  };
}

/** Notes which modules went into a bundle. */
function collecting(seen: Set<string>): Plugin {
  return {
    name: 'collect-modules',
    generateBundle: (_options, bundle) => {
      for (const output of Object.values(bundle))
        if (output.type === 'chunk') for (const module of Object.keys(output.modules)) seen.add(module);
    },
  };
}

const WORKER_URL = /new URL\((['"])\.\/([a-z-]+-worker)\.ts\1, import\.meta\.url\)/g;

/** From the sources a worker is started as TypeScript beside its starter; in a bundle it is the bundle of that name beside it. */
function workersAsBuilt(): Plugin {
  const built = new Set(STEPS.flatMap(({ entries }) => entries.map(({ file }) => file)));
  return {
    name: 'workers-as-built',
    enforce: 'pre',
    transform: (code) =>
      code.replace(WORKER_URL, (_, _quote: string, name: string) => {
        if (!built.has(`${name}.cjs`)) throw new Error(`${name}.ts is started as a worker, and scripts/build/steps.ts does not build it.`);
        return `new URL('./${name}.cjs', import.meta.url)`;
      }),
  };
}

/** Who else's work is shipped: named for "About Footing", and in full to lie beside the packaged app. */
function writeLicences(root: string): void {
  const bundled = STEPS.flatMap((step) => recordOf(step, root)?.packages ?? []);
  const packages = licencesOf([...new Set([...bundled, ...SHIPPED_WHOLE])].sort(), root);
  const typefaces = TYPEFACE_LICENCES.map(([name, path]) => `\nThe typeface ${name}\n\n${readFileSync(join(root, path), 'utf8')}`);
  writeFileSync(join(root, 'dist', 'licences.json'), `${JSON.stringify(packages, undefined, 1)}\n`);
  writeFileSync(join(root, 'dist', 'third-party-licences.txt'), [licenceTexts(packages, root), ...typefaces].join(''));
}

function recordPath({ name }: BuildStep, root: string): string {
  return join(root, 'dist', 'records', `${name}.json`);
}

function recordOf(step: BuildStep, root: string): Record | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(recordPath(step, root), 'utf8'));
    return isRecord(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(read: unknown): read is Record {
  return (
    typeof read === 'object' &&
    read !== null &&
    'hash' in read &&
    typeof read.hash === 'string' &&
    'packages' in read &&
    Array.isArray(read.packages)
  );
}

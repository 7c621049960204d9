/** One bundle that the build makes: where it lands and which sources it is made of. */
export type BuildStep = {
  readonly name: string;
  /** Folder below dist/ that holds this bundle and nothing else. */
  readonly folder: string;
  /** Folders and files of the project that it may be made of; a change in any of them makes it stale. */
  readonly sources: readonly string[];
  readonly entries: readonly Entry[];
};
/** A file that is started by name. Each is bundled whole, so that none needs another beside it. */
export type Entry = { readonly source: string; readonly file: string; readonly format: 'es' | 'cjs' };

const SHELL_SOURCES = ['electron', 'charts', 'shared'];

/** Workers lie beside the program that starts them. They are CommonJS: that is how Electron is known to start a worker out of an archive. */
const WORKERS: readonly Entry[] = [
  { source: 'electron/machine/app-worker.ts', file: 'app-worker.cjs', format: 'cjs' },
  { source: 'electron/files/file-worker.ts', file: 'file-worker.cjs', format: 'cjs' },
  { source: 'electron/export/export-worker.ts', file: 'export-worker.cjs', format: 'cjs' },
  { source: 'electron/store/backup-worker.ts', file: 'backup-worker.cjs', format: 'cjs' },
  { source: 'electron/store/check-worker.ts', file: 'check-worker.cjs', format: 'cjs' },
];

export const PAGE: BuildStep = {
  name: 'page',
  folder: 'renderer',
  sources: ['renderer', 'charts', 'shared', 'vite.config.ts'],
  entries: [],
};
export const MAIN: BuildStep = {
  name: 'main',
  folder: 'main',
  sources: SHELL_SOURCES,
  entries: [{ source: 'electron/main.ts', file: 'main.js', format: 'es' }, ...WORKERS],
};
/** A sandboxed preload cannot require files: one CommonJS bundle. */
export const PRELOAD: BuildStep = {
  name: 'preload',
  folder: 'preload',
  sources: ['electron/preload.ts', 'shared/contract'],
  entries: [{ source: 'electron/preload.ts', file: 'preload.cjs', format: 'cjs' }],
};
export const LOOPBACK: BuildStep = {
  name: 'loopback',
  folder: 'loopback',
  sources: SHELL_SOURCES,
  entries: [{ source: 'electron/loopback.ts', file: 'loopback.js', format: 'es' }, ...WORKERS],
};

export const STEPS: readonly BuildStep[] = [PAGE, MAIN, PRELOAD, LOOPBACK];

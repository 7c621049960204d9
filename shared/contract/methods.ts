/**
 * The names of all that the page may ask, apart from the schemas, so that Electron's preload can know them and stay small. `contract.ts` does not compile where
 * the two differ.
 */
export const METHODS = [
  'app.info',
  'app.startup',
  'app.recover',
  'app.openDataFolder',
  'app.quit',
  'events.next',
  'settings.read',
  'settings.write',
  'library.list',
  'library.createBlank',
  'library.create',
  'library.shipped',
  'library.createFromShipped',
  'library.duplicate',
  'library.rename',
  'library.bin',
  'library.restore',
  'library.deleteForEver',
  'scenario.open',
  'scenario.edit',
  'scenario.undo',
  'scenario.redo',
  'scenario.history',
  'scenario.setStatus',
  'scenario.saveVersion',
  'scenario.versions',
  'scenario.openVersion',
  'files.open',
  'files.openRecent',
  'files.openDropped',
  'files.makeCopy',
  'files.saveAs',
  'files.replace',
  'files.recent',
  'files.changedOnDisk',
  'files.saveTable',
  'export.look',
  'export.copy',
  'export.run',
  'export.stop',
  'export.showFolder',
  'backups.list',
  'backups.make',
  'backups.compare',
  'backups.restoreAsCopy',
] as const;
export type Method = (typeof METHODS)[number];

const known: ReadonlySet<string> = new Set(METHODS);

/** Whether a text is the name of a method. */
export function isMethod(text: string): text is Method {
  return known.has(text);
}

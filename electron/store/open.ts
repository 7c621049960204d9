import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { UNFINISHED, backupFolder, backupsIn } from './backup-files.ts';
import { prune, renamed, startBackup } from './backup-repository.ts';
import { Connection } from './connection.ts';
import { contentOf } from './content-table.ts';
import { copyInPlace, putInPlace } from './durable-files.ts';
import { saying } from './errors.ts';
import { takeLock, type Lock } from './lock.ts';
import { migrate, versionOf } from './migrate.ts';
import { CURRENT_VERSION } from './migrations/index.ts';
import { salvage } from './salvage.ts';
import { setAside, setAsideIn } from './set-aside.ts';
import { faultOf } from './start-check.ts';
import { storeOver } from './store.ts';
import { goodBackupsIn, troubleOf } from './start-trouble.ts';
import type { Backup, OpenedStore, StoreOpening, StorePorts, WaysOn } from './types.ts';

const DATABASE = 'footing.sqlite';
const SALVAGED = ' (from the damaged library)';

/** A data folder that this process holds, and what opening works with. */
type Place = { readonly folder: string; readonly path: string; readonly ports: StorePorts; readonly lock: Lock };

/**
 * Opens the library in a data folder, made if it is missing: checks it, backs it up before bringing it to this version, and clears the bin of what has lain there for
 * 90 days. A damaged database is set aside untouched, and the ways on are given back in its place. Throws StoreError where the folder cannot be used,
 * another Footing has it open, or a newer Footing wrote it.
 */
export async function openStore({ folder, ports }: { folder: string; ports: StorePorts }): Promise<StoreOpening> {
  saying(folder, () => {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK);
  });
  const lock = takeLock(folder);
  try {
    return await start({ folder, path: join(folder, DATABASE), ports, lock });
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function start(place: Place): Promise<StoreOpening> {
  const { folder, path, ports } = place;
  saying(folder, () => {
    clearUnfinished(folder);
  });
  if (!existsSync(path)) return setAsideIn(folder).length + backupsIn(folder).length === 0 ? emptyLibrary(place) : missing(place);
  const fault = await faultOf(path);
  if (fault === undefined) return openLibrary(place, { isNew: false });
  const aside = saying(folder, () => setAside(path, ports.now()));
  return {
    kind: 'trouble',
    trouble: await troubleOf({ kind: 'damaged', folder, fault, setAside: aside }),
    waysOn: waysOnFrom(place, aside),
  };
}

async function missing(place: Place): Promise<StoreOpening> {
  const [aside] = setAsideIn(place.folder);
  return {
    kind: 'trouble',
    trouble: await troubleOf({ kind: 'missing', folder: place.folder, setAside: aside }),
    waysOn: waysOnFrom(place, aside),
  };
}

/** Clears what a crash left half made: it never had its name, so nothing refers to it. */
function clearUnfinished(folder: string): void {
  mkdirSync(backupFolder(folder), { recursive: true });
  for (const where of [folder, backupFolder(folder)]) {
    for (const name of readdirSync(where)) if (UNFINISHED.test(name)) rmSync(join(where, name), { force: true });
  }
}

/** Makes an empty library. It gets its name only when it is whole, so that a crash leaves none or all of it. */
function emptyLibrary(place: Place): Promise<OpenedStore> {
  const unfinished = `${place.path}.unfinished`;
  const connection = Connection.open(unfinished);
  try {
    migrate(connection);
  } finally {
    connection.close();
  }
  saying(place.folder, () => {
    putInPlace(unfinished, place.path);
  });
  return openLibrary(place, { isNew: true });
}

async function openLibrary({ folder, path, ports, lock }: Place, { isNew }: { isNew: boolean }): Promise<OpenedStore> {
  const connection = Connection.open(path);
  try {
    const version = versionOf(connection);
    if (version < CURRENT_VERSION) await backUpAndMigrate(connection, { folder, at: ports.now() });
    const store = storeOver(connection, { folder, ports, onClose: lock.release });
    const notes = {
      isNew,
      migratedFrom: version < CURRENT_VERSION ? version : undefined,
      purgedFromBin: store.scenarios.purgeBin(),
      setAside: setAsideIn(folder),
    };
    return { kind: 'opened', store, notes };
  } catch (error) {
    connection.close();
    throw error;
  }
}

async function backUpAndMigrate(connection: Connection, { folder, at }: { folder: string; at: Date }): Promise<void> {
  await startBackup({ databasePath: connection.path, folder, kind: 'BEFORE_MIGRATION', at: at.toISOString() }).made;
  prune(folder);
  migrate(connection);
}

function waysOnFrom(place: Place, aside: string | undefined): WaysOn {
  return {
    withBackup: (backup) => openCopyOf(place, backup),
    withWhatIsReadable: () => openReadable(place, aside),
    empty: () => emptyLibrary(place),
  };
}

function openCopyOf(place: Place, backup: Backup): Promise<OpenedStore> {
  saying(place.folder, () => {
    copyInPlace(backup.path, place.path);
  });
  return openLibrary(place, { isNew: false });
}

/** Opens the last good backup, or an empty library, and adds what the database set aside still gives and the backup does not have. */
async function openReadable(place: Place, aside: string | undefined): Promise<OpenedStore> {
  const found = aside === undefined ? [] : saying(aside, () => salvage(aside));
  const [backup] = await goodBackupsIn(place.folder);
  const opened = backup === undefined ? await emptyLibrary(place) : await openCopyOf(place, backup);
  const { scenarios } = opened.store;
  const present = new Set(scenarios.list().scenarios.map(({ id }) => id));
  for (const { id, hash, origin, scenario } of found) {
    if (!present.has(id)) scenarios.create({ scenario, origin });
    else if (contentOf(scenarios.read(id).scenario).content_hash !== hash)
      scenarios.create({ scenario: renamed(scenario, SALVAGED), origin });
  }
  return opened;
}

import { StoreBackups } from './backup-repository.ts';
import type { Connection } from './connection.ts';
import { StoreEditDoor } from './edit-door.ts';
import { RecentFileTable } from './recent-file-table.ts';
import { StoreScenarios } from './scenario-repository.ts';
import { SettingsTable } from './settings-table.ts';
import { tablesOf } from './tables.ts';
import type { Store, StorePorts } from './types.ts';
import { StoreVersions } from './version-repository.ts';

/** The store over an opened, sound and migrated database. `onClose` lets go of the data folder. */
export function storeOver(
  connection: Connection,
  { folder, ports, onClose }: { folder: string; ports: StorePorts; onClose: () => void },
): Store {
  const tables = tablesOf(connection);
  const scenarios = new StoreScenarios(tables, ports);
  const backups = new StoreBackups({ tables, folder, now: ports.now, scenarios });
  return {
    path: connection.path,
    scenarios,
    edits: new StoreEditDoor(tables, ports),
    history: tables.history,
    versions: new StoreVersions(tables, ports),
    outcomes: tables.outcomes,
    settings: new SettingsTable(connection),
    recents: new RecentFileTable(connection, ports.now),
    backups,
    close: () => {
      backups.stop();
      connection.close();
      onClose();
    },
  };
}

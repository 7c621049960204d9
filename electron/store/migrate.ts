import { Connection } from './connection.ts';
import { StoreError } from './errors.ts';
import { CURRENT_VERSION, MIGRATIONS } from './migrations/index.ts';

/** The version of a database: how many steps of its history it has seen. */
export function versionOf(connection: Connection): number {
  return Number(connection.pragma('user_version'));
}

/** Throws StoreError where a database was written by a later Footing than this one. */
export function refuseFromTheFuture(connection: Connection): void {
  const version = versionOf(connection);
  if (version <= CURRENT_VERSION) return;
  throw new StoreError(
    'from-the-future',
    `The database ${connection.path} was written by a newer Footing (database version ${String(version)}; this one knows ${String(CURRENT_VERSION)}). Nothing was changed. Start the newer Footing, or choose another folder with FOOTING_DATA.`,
  );
}

/** Takes a database to `upTo`, the current version unless a test builds an earlier one. Each step is a transaction of its own. */
export function migrate(connection: Connection, { upTo = CURRENT_VERSION }: { upTo?: number } = {}): void {
  for (const { version, sql } of MIGRATIONS) {
    if (version <= versionOf(connection) || version > upTo) continue;
    connection.inTransaction(() => {
      connection.exec(sql);
      connection.pragma(`user_version = ${String(version)}`);
    });
  }
}

/** The tables and indexes of a database, as the statements that made them. */
export function schemaOf(connection: Connection): string[] {
  return connection.all<{ sql: string }>('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name').map(({ sql }) => sql);
}

/** Whether a database has the tables that its version must have; a damaged schema can pass all other checks. */
export function hasExpectedSchema(connection: Connection): boolean {
  const model = Connection.openInMemory();
  try {
    migrate(model, { upTo: versionOf(connection) });
    return JSON.stringify(schemaOf(model)) === JSON.stringify(schemaOf(connection));
  } finally {
    model.close();
  }
}

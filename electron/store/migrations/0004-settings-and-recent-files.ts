import type { Migration } from './migration.ts';

/** What the user chose, and the files opened lately. */
export const settingsAndRecentFiles: Migration = {
  version: 4,
  sql: `
    CREATE TABLE settings (
      name TEXT NOT NULL PRIMARY KEY,
      content TEXT NOT NULL
    ) STRICT;

    CREATE TABLE recent_files (
      path TEXT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL,
      opened_at TEXT NOT NULL
    ) STRICT;
  `,
};

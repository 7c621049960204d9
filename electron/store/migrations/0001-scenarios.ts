import type { Migration } from './migration.ts';

/** Scenarios and their working copies. The content stands apart and last, so that lists and hashes are read from small rows. */
export const scenarios: Migration = {
  version: 1,
  sql: `
    CREATE TABLE scenarios (
      id TEXT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL,
      footprint TEXT NOT NULL,
      search_text TEXT NOT NULL,
      origin TEXT NOT NULL CHECK (origin IN ('MINE', 'PUBLISHED', 'EXAMPLE', 'SAMPLE')),
      illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
      target_year TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('DRAFT', 'ASSURED', 'APPROVED')),
      revision INTEGER NOT NULL CHECK (revision >= 0),
      undo_position INTEGER NOT NULL CHECK (undo_position >= 0),
      created_at TEXT NOT NULL,
      changed_at TEXT NOT NULL,
      deleted_at TEXT
    ) STRICT;

    CREATE TABLE working_copies (
      scenario_id TEXT NOT NULL PRIMARY KEY REFERENCES scenarios (id) ON DELETE CASCADE,
      content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
      format_version INTEGER NOT NULL,
      content TEXT NOT NULL
    ) STRICT;
  `,
};

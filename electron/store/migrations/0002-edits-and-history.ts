import type { Migration } from './migration.ts';

/** The log behind undo and redo, with the hash of the content before and after each step, and the history of every input and field. */
export const editsAndHistory: Migration = {
  version: 2,
  sql: `
    CREATE TABLE edit_log (
      scenario_id TEXT NOT NULL REFERENCES scenarios (id) ON DELETE CASCADE,
      position INTEGER NOT NULL CHECK (position >= 1),
      label TEXT NOT NULL,
      edit TEXT NOT NULL,
      inverse TEXT NOT NULL,
      hash_before TEXT NOT NULL CHECK (length(hash_before) = 64),
      hash_after TEXT NOT NULL CHECK (length(hash_after) = 64),
      by_name TEXT NOT NULL,
      by_role TEXT,
      made_at TEXT NOT NULL,
      reason TEXT,
      PRIMARY KEY (scenario_id, position)
    ) STRICT;

    CREATE TABLE assumption_history (
      id INTEGER PRIMARY KEY,
      scenario_id TEXT NOT NULL REFERENCES scenarios (id) ON DELETE CASCADE,
      path TEXT NOT NULL,
      label TEXT NOT NULL,
      content_before TEXT NOT NULL,
      content_after TEXT NOT NULL,
      action TEXT NOT NULL CHECK (action IN ('edit', 'undo', 'redo')),
      step TEXT NOT NULL,
      by_name TEXT NOT NULL,
      by_role TEXT,
      made_at TEXT NOT NULL,
      reason TEXT
    ) STRICT;

    CREATE INDEX assumption_history_by_path ON assumption_history (scenario_id, path, id);
  `,
};

import type { Migration } from './migration.ts';

/** A plain decimal number as canonical() prints it; SQLite must never take an amount for a binary float. */
const amount = (column: string): string => `${column} TEXT NOT NULL CHECK (${column} NOT GLOB '*[^-0-9.]*' AND ${column} GLOB '*[0-9]')`;

/**
 * Sealed versions, and the outcomes of each version and each working copy by organisation, year and measure, with the bridge, so that a list and a
 * comparison need no recomputation. A set without a version belongs to the working copy.
 */
export const versionsAndOutcomes: Migration = {
  version: 3,
  sql: `
    CREATE TABLE versions (
      id TEXT NOT NULL PRIMARY KEY,
      scenario_id TEXT NOT NULL REFERENCES scenarios (id) ON DELETE CASCADE,
      number INTEGER NOT NULL CHECK (number >= 1),
      label TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('DRAFT', 'ASSURED', 'APPROVED')),
      content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
      format_version INTEGER NOT NULL,
      seal TEXT NOT NULL CHECK (length(seal) = 64),
      by_name TEXT NOT NULL,
      by_role TEXT,
      made_at TEXT NOT NULL,
      content TEXT NOT NULL,
      UNIQUE (scenario_id, number)
    ) STRICT;

    ALTER TABLE scenarios ADD COLUMN based_on TEXT REFERENCES versions (id) ON DELETE SET NULL;
    CREATE INDEX scenarios_by_version ON scenarios (based_on);

    CREATE TABLE outcome_sets (
      id INTEGER PRIMARY KEY,
      scenario_id TEXT NOT NULL REFERENCES scenarios (id) ON DELETE CASCADE,
      version_id TEXT UNIQUE REFERENCES versions (id) ON DELETE CASCADE,
      engine_version TEXT NOT NULL,
      not_computed_because TEXT,
      do_nothing TEXT,
      reported TEXT,
      underlying TEXT,
      unidentified TEXT,
      required_mitigation TEXT,
      verdict TEXT,
      CHECK ((not_computed_because IS NULL) = (reported IS NOT NULL))
    ) STRICT;
    CREATE UNIQUE INDEX outcome_sets_of_working_copies ON outcome_sets (scenario_id) WHERE version_id IS NULL;
    CREATE INDEX outcome_sets_by_scenario ON outcome_sets (scenario_id);

    CREATE TABLE outcome_figures (
      set_id INTEGER NOT NULL REFERENCES outcome_sets (id) ON DELETE CASCADE,
      organisation TEXT NOT NULL,
      year TEXT NOT NULL,
      measure TEXT NOT NULL,
      ${amount('amount')},
      PRIMARY KEY (set_id, organisation, year, measure)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE outcome_bars (
      set_id INTEGER NOT NULL REFERENCES outcome_sets (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      year TEXT NOT NULL,
      bar TEXT NOT NULL,
      label TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('position', 'change')),
      ${amount('amount')},
      PRIMARY KEY (set_id, position)
    ) STRICT, WITHOUT ROWID;
  `,
};

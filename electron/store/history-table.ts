import { z } from 'zod';
import { hasCanonicalForm } from '../../shared/scenario/canonical.ts';
import type { ValueChange } from '../../shared/scenario/history.ts';
import type { JsonValue } from '../../shared/scenario/strict-json.ts';
import type { Connection } from './connection.ts';
import type { HistoryEntry, HistoryRepository, Person } from './types.ts';

/** When and by whom a step was made, and why. */
export type Made = { readonly by: Person; readonly at: string; readonly reason?: string | undefined };
export type Step = Made & { readonly action: HistoryEntry['action']; readonly label: string };

type HistoryRow = {
  readonly path: string;
  readonly label: string;
  readonly content_before: string;
  readonly content_after: string;
  readonly action: HistoryEntry['action'];
  readonly step: string;
  readonly by_name: string;
  readonly by_role: string | null;
  readonly made_at: string;
  readonly reason: string | null;
};

const COLUMNS = 'path, label, content_before, content_after, action, step, by_name, by_role, made_at, reason';
const MOST_ENTRIES = 1_000_000;
const json = z.custom<JsonValue>(hasCanonicalForm);

function entryOf(row: HistoryRow): HistoryEntry {
  return {
    path: row.path,
    label: row.label,
    before: json.parse(JSON.parse(row.content_before)),
    after: json.parse(JSON.parse(row.content_after)),
    action: row.action,
    step: row.step,
    by: { name: row.by_name, role: row.by_role ?? undefined },
    at: row.made_at,
    reason: row.reason ?? undefined,
  };
}

/** Who changed which input or field, when, from what to what, and why. Rows are added and never changed; undoing adds rows too. */
export class HistoryTable implements HistoryRepository {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  add(scenarioId: string, changes: readonly ValueChange[], { action, label: step, by, at, reason }: Step): void {
    this.#connection.runForEach(
      `INSERT INTO assumption_history (scenario_id, ${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      changes.map(({ path, label, before, after }) => [
        scenarioId,
        path,
        label,
        JSON.stringify(before),
        JSON.stringify(after),
        action,
        step,
        by.name,
        by.role ?? null,
        at,
        reason ?? null,
      ]),
    );
  }

  ofPath(scenarioId: string, path: string): readonly HistoryEntry[] {
    const sql = `SELECT ${COLUMNS} FROM assumption_history WHERE scenario_id = ? AND path = ? ORDER BY id DESC`;
    return this.#connection.all<HistoryRow>(sql, scenarioId, path).map(entryOf);
  }

  ofScenario(scenarioId: string, { limit = MOST_ENTRIES }: { limit?: number | undefined } = {}): readonly HistoryEntry[] {
    const sql = `SELECT ${COLUMNS} FROM assumption_history WHERE scenario_id = ? ORDER BY id DESC LIMIT ?`;
    return this.#connection.all<HistoryRow>(sql, scenarioId, limit).map(entryOf);
  }
}

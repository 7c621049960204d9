import type { Connection } from './connection.ts';
import type { Content } from './content-table.ts';
import { StoreError } from './errors.ts';
import type { Status, VersionSummary } from './types.ts';

type ListedRow = {
  readonly id: string;
  readonly scenario_id: string;
  readonly number: number;
  readonly label: string;
  readonly status: Status;
  readonly content_hash: string;
  readonly seal: string;
  readonly by_name: string;
  readonly by_role: string | null;
  readonly made_at: string;
  readonly engine_version: string | null;
  readonly reported: string | null;
};
export type VersionRow = ListedRow & Content;
/** A version before it has a seal. */
export type UnsealedVersion = Omit<VersionSummary, 'seal' | 'reported'>;

const LISTED =
  'v.id, v.scenario_id, v.number, v.label, v.status, v.content_hash, v.seal, v.by_name, v.by_role, v.made_at, o.engine_version, o.reported';
const FROM = 'FROM versions AS v LEFT JOIN outcome_sets AS o ON o.version_id = v.id';

export function versionSummaryOf(row: ListedRow): VersionSummary {
  return {
    id: row.id,
    scenarioId: row.scenario_id,
    number: row.number,
    label: row.label,
    status: row.status,
    engineVersion: row.engine_version ?? 'none',
    reported: row.reported ?? undefined,
    contentHash: row.content_hash,
    seal: row.seal,
    by: { name: row.by_name, role: row.by_role ?? undefined },
    at: row.made_at,
  };
}

/** Sealed versions. They are written once and never changed. */
export class VersionTable {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  find(id: string): VersionRow | undefined {
    return this.#connection.get<VersionRow>(`SELECT ${LISTED}, v.content, v.format_version ${FROM} WHERE v.id = ?`, id);
  }

  /** Throws StoreError where there is no such version. */
  read(id: string): VersionRow {
    const row = this.find(id);
    if (row !== undefined) return row;
    throw new StoreError('not-found', `There is no version ${id}. Its scenario may have been deleted for good.`);
  }

  idOf(scenarioId: string, number: number): string {
    const row = this.#connection.get<{ id: string }>('SELECT id FROM versions WHERE scenario_id = ? AND number = ?', scenarioId, number);
    if (row !== undefined) return row.id;
    throw new StoreError('not-found', `This scenario has no version ${String(number)}.`);
  }

  list(scenarioId: string): VersionSummary[] {
    const sql = `SELECT ${LISTED} ${FROM} WHERE v.scenario_id = ? ORDER BY v.number DESC`;
    return this.#connection.all<ListedRow>(sql, scenarioId).map(versionSummaryOf);
  }

  nextNumber(scenarioId: string): number {
    const sql = 'SELECT coalesce(max(number), 0) + 1 AS next FROM versions WHERE scenario_id = ?';
    return this.#connection.get<{ next: number }>(sql, scenarioId)?.next ?? 1;
  }

  insert(version: UnsealedVersion, { content, content_hash, format_version }: Content): void {
    this.#connection.run(
      `INSERT INTO versions (id, scenario_id, number, label, status, content, content_hash, format_version, seal, by_name, by_role, made_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      version.id,
      version.scenarioId,
      version.number,
      version.label,
      version.status,
      content,
      content_hash,
      format_version,
      UNSEALED,
      version.by.name,
      version.by.role ?? null,
      version.at,
    );
  }

  seal(id: string, seal: string): void {
    this.#connection.run('UPDATE versions SET seal = ? WHERE id = ? AND seal = ?', seal, id, UNSEALED);
  }
}

/** Stands in a version between its rows being written and its seal, within one transaction. */
const UNSEALED = '0'.repeat(64);

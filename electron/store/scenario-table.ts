import type { Scenario } from '../../shared/scenario/schema.ts';
import type { Bound, Connection } from './connection.ts';
import { StoreError } from './errors.ts';
import { headlineOf, type HeadlineColumns } from './outcome-table.ts';
import { searchText, searchWords } from './search-text.ts';
import type { ListQuery, Origin, ScenarioList, ScenarioSummary, Status } from './types.ts';

export type ScenarioRow = HeadlineColumns & {
  readonly id: string;
  readonly name: string;
  readonly footprint: string;
  readonly origin: Origin;
  readonly illustrative: number;
  readonly target_year: string;
  readonly status: Status;
  readonly revision: number;
  readonly undo_position: number;
  readonly created_at: string;
  readonly changed_at: string;
  readonly deleted_at: string | null;
  readonly based_on: string | null;
  readonly status_name: string | null;
  readonly status_role: string | null;
  readonly status_at: string | null;
};

const FROM = `
  FROM scenarios AS s
  LEFT JOIN outcome_sets AS o ON o.scenario_id = s.id AND o.version_id IS NULL`;
const SELECT = `
  SELECT s.id, s.name, s.footprint, s.origin, s.illustrative, s.target_year, s.status, s.revision, s.undo_position, s.created_at, s.changed_at, s.deleted_at,
    s.based_on, v.by_name AS status_name, v.by_role AS status_role, v.made_at AS status_at,
    o.do_nothing, o.reported, o.underlying, o.unidentified, o.required_mitigation, o.verdict
  ${FROM}
  LEFT JOIN versions AS v ON v.id = s.based_on`;
const ORDERS = { changed: 's.changed_at DESC, s.id', name: 's.search_text, s.id' } as const;
const MOST_LISTED = 1_000_000;

/** What the library shows of a scenario, taken from its content whenever that is written. The search text begins with the name, by which it also orders. */
function shownOf(scenario: Scenario): Bound[] {
  const { name, footprint, illustrative, targetYear } = scenario;
  return [name, footprint.name, searchText(`${name}\n${footprint.name}`), illustrative ? 1 : 0, targetYear];
}

function statusGivenOf(row: ScenarioRow): ScenarioSummary['statusGiven'] {
  if (row.status === 'DRAFT' || row.status_name === null || row.status_at === null) return undefined;
  return { by: { name: row.status_name, role: row.status_role ?? undefined }, at: row.status_at };
}

export function summaryOf(row: ScenarioRow): ScenarioSummary {
  return {
    id: row.id,
    name: row.name,
    footprint: row.footprint,
    origin: row.origin,
    illustrative: row.illustrative === 1,
    targetYear: row.target_year,
    headline: headlineOf(row),
    status: row.status,
    statusGiven: statusGivenOf(row),
    createdAt: row.created_at,
    changedAt: row.changed_at,
    deletedAt: row.deleted_at ?? undefined,
    revision: row.revision,
    basedOn: row.based_on ?? undefined,
  };
}

/** The rows of the library, without the contents. */
export class ScenarioTable {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Throws StoreError where there is no such scenario. */
  read(id: string): ScenarioRow {
    const row = this.#connection.get<ScenarioRow>(`${SELECT} WHERE s.id = ?`, id);
    if (row !== undefined) return row;
    throw new StoreError('not-found', `The library has no scenario ${id}. It may have been deleted for good; look in the library again.`);
  }

  /** The same where it may be worked on. Throws StoreError where it lies in the bin. */
  readToChange(id: string): ScenarioRow {
    const row = this.read(id);
    if (row.deleted_at === null) return row;
    throw new StoreError('in-bin', `"${row.name}" lies in the bin, so it cannot be changed. Restore it first.`);
  }

  insert({ id, scenario, origin, at }: { id: string; scenario: Scenario; origin: Origin; at: string }): void {
    this.#connection.run(
      `INSERT INTO scenarios (id, name, footprint, search_text, illustrative, target_year, origin, status, revision, undo_position, created_at, changed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, 'DRAFT', 0, 0, ?, ?)`,
      id,
      ...shownOf(scenario),
      origin,
      at,
      at,
    );
  }

  /** Writes what an edit made of a scenario; the revision rises by one. */
  change(
    id: string,
    { scenario, status, undoPosition, at }: { scenario: Scenario; status: Status; undoPosition: number; at: string },
  ): void {
    this.#connection.run(
      `UPDATE scenarios SET name = ?, footprint = ?, search_text = ?, illustrative = ?, target_year = ?, status = ?, undo_position = ?, changed_at = ?,
         revision = revision + 1 WHERE id = ?`,
      ...shownOf(scenario),
      status,
      undoPosition,
      at,
      id,
    );
  }

  giveStatus(id: string, { status, basedOn }: { status: Status; basedOn: string | null }): void {
    this.#connection.run('UPDATE scenarios SET status = ?, based_on = ? WHERE id = ?', status, basedOn, id);
  }

  markDeleted(id: string, at: string | null): void {
    this.#connection.run('UPDATE scenarios SET deleted_at = ? WHERE id = ?', at, id);
  }

  delete(id: string): void {
    this.#connection.run('DELETE FROM scenarios WHERE id = ?', id);
  }

  /** Deletes for good what went into the bin before a moment, and says how many. */
  deleteBinnedBefore(at: string): number {
    return this.#connection.run('DELETE FROM scenarios WHERE deleted_at < ?', at);
  }

  list({ search = '', inBin = false, orderBy = 'changed', limit = MOST_LISTED, offset = 0 }: ListQuery): ScenarioList {
    const words = searchWords(search);
    const where = [`s.deleted_at IS ${inBin ? 'NOT NULL' : 'NULL'}`, ...words.map(() => 'instr(s.search_text, ?) > 0')].join(' AND ');
    const rows = this.#connection.all<ScenarioRow>(
      `${SELECT} WHERE ${where} ORDER BY ${ORDERS[orderBy]} LIMIT ? OFFSET ?`,
      ...words,
      limit,
      offset,
    );
    const count = (condition: string, bound: readonly string[]): number =>
      this.#connection.get<{ n: number }>(`SELECT count(*) AS n FROM scenarios AS s WHERE ${condition}`, ...bound)?.n ?? 0;
    return { scenarios: rows.map(summaryOf), total: count(where, words), inBin: count('s.deleted_at IS NOT NULL', []) };
  }

  /** The latest moment at which anything that a backup should hold was written; undefined in an empty library. */
  lastChange(): string | undefined {
    const sql = `SELECT max(at) AS at FROM (SELECT max(changed_at) AS at FROM scenarios UNION ALL SELECT max(deleted_at) FROM scenarios
      UNION ALL SELECT max(made_at) FROM versions)`;
    return this.#connection.get<{ at: string | null }>(sql)?.at ?? undefined;
  }
}

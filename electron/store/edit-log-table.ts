import { editSchema, type Edit } from '../../shared/scenario/edit-kinds.ts';
import type { Connection } from './connection.ts';
import { StoreError } from './errors.ts';
import type { Made } from './history-table.ts';
import type { EditStep } from './types.ts';

/** A step as the log keeps it. The hashes are those of the content before and after, which undo and redo must meet again. */
export type LoggedStep = {
  readonly position: number;
  readonly label: string;
  readonly edit: Edit;
  readonly inverse: Edit;
  readonly hashBefore: string;
  readonly hashAfter: string;
};

type StepRow = {
  readonly position: number;
  readonly label: string;
  readonly edit: string;
  readonly inverse: string;
  readonly hash_before: string;
  readonly hash_after: string;
};
type ListedRow = Pick<StepRow, 'position' | 'label'> & { by_name: string; by_role: string | null; made_at: string; reason: string | null };

const MOST_STEPS = 1_000_000;

/** The steps of each scenario, counted from 1. Those above the scenario's undo position were undone and can be redone. */
export class EditLogTable {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Adds a step; the undone steps that it takes the place of go. */
  append(scenarioId: string, step: LoggedStep, { by, at, reason }: Made): void {
    this.#connection.run('DELETE FROM edit_log WHERE scenario_id = ? AND position >= ?', scenarioId, step.position);
    this.#connection.run(
      `INSERT INTO edit_log (scenario_id, position, label, edit, inverse, hash_before, hash_after, by_name, by_role, made_at, reason)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      scenarioId,
      step.position,
      step.label,
      JSON.stringify(step.edit),
      JSON.stringify(step.inverse),
      step.hashBefore,
      step.hashAfter,
      by.name,
      by.role ?? null,
      at,
      reason ?? null,
    );
  }

  labelAt(scenarioId: string, position: number): string | undefined {
    const sql = 'SELECT label FROM edit_log WHERE scenario_id = ? AND position = ?';
    return this.#connection.get<{ label: string }>(sql, scenarioId, position)?.label;
  }

  /** The step at a position, if there is one. Throws StoreError where it cannot be read as it was written. */
  stepAt(scenarioId: string, position: number): LoggedStep | undefined {
    const sql = 'SELECT position, label, edit, inverse, hash_before, hash_after FROM edit_log WHERE scenario_id = ? AND position = ?';
    const row = this.#connection.get<StepRow>(sql, scenarioId, position);
    if (row === undefined) return undefined;
    const edit = editSchema.safeParse(parsed(row.edit));
    const inverse = editSchema.safeParse(parsed(row.inverse));
    if (!edit.success || !inverse.success) throw damagedLog(row.label);
    return { position, label: row.label, edit: edit.data, inverse: inverse.data, hashBefore: row.hash_before, hashAfter: row.hash_after };
  }

  list(scenarioId: string, { undoPosition, limit = MOST_STEPS }: { undoPosition: number; limit?: number | undefined }): EditStep[] {
    const sql =
      'SELECT position, label, by_name, by_role, made_at, reason FROM edit_log WHERE scenario_id = ? ORDER BY position DESC LIMIT ?';
    return this.#connection.all<ListedRow>(sql, scenarioId, limit).map((row) => ({
      position: row.position,
      label: row.label,
      by: { name: row.by_name, role: row.by_role ?? undefined },
      at: row.made_at,
      reason: row.reason ?? undefined,
      isUndone: row.position > undoPosition,
    }));
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function damagedLog(label: string): StoreError {
  return new StoreError(
    'edit-log-damaged',
    `The step "${label}" cannot be undone or redone, because the log of edits is damaged there. The scenario as it stands is whole, and nothing was changed. Go on from here, or open an earlier version.`,
  );
}

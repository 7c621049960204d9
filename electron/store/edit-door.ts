import type { Edit } from '../../shared/scenario/edit-kinds.ts';
import { EditError } from '../../shared/scenario/draft.ts';
import { applyEdit } from '../../shared/scenario/edits.ts';
import { changesBetween } from '../../shared/scenario/history.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { contentOf, type Content } from './content-table.ts';
import { damagedLog, type LoggedStep } from './edit-log-table.ts';
import { StoreError } from './errors.ts';
import type { Step } from './history-table.ts';
import { outcomesBy } from './projecting.ts';
import { summaryOf, type ScenarioRow } from './scenario-table.ts';
import type { Tables } from './tables.ts';
import type { CommitResult, EditDoor, EditMeta, EditStep, Status, StorePorts, WorkingCopy } from './types.ts';

/** Where a scenario stands before a step. */
type Start = { readonly row: ScenarioRow; readonly scenario: Scenario };
/** What a step makes of it. `log` is written with it; undoing and redoing only move the position. */
type Written = { readonly scenario: Scenario; readonly content: Content };
type Change = Written & { readonly undoPosition: number; readonly step: Step; readonly log?: LoggedStep | undefined };

/** A scenario with the steps that can be undone and redone. */
export function workingCopyOf(tables: Tables, id: string): WorkingCopy {
  const row = tables.scenarios.read(id);
  return {
    summary: summaryOf(row),
    scenario: tables.contents.read(id),
    undo: tables.log.labelAt(id, row.undo_position),
    redo: tables.log.labelAt(id, row.undo_position + 1),
  };
}

/** The one door for changes of a working copy: edit, undo and redo, each one transaction. */
export class StoreEditDoor implements EditDoor {
  readonly #tables: Tables;
  readonly #ports: StorePorts;

  constructor(tables: Tables, ports: StorePorts) {
    this.#tables = tables;
    this.#ports = ports;
  }

  commitEdit(scenarioId: string, edit: Edit, meta: EditMeta): CommitResult {
    const start = this.#start(scenarioId, meta);
    const { scenario, inverse, label } = applyEdit(start.scenario, edit);
    if (scenario === start.scenario) return this.#unchanged(start.row);
    const content = contentOf(scenario);
    const position = start.row.undo_position + 1;
    const hashes = { hashBefore: this.#tables.contents.hashOf(scenarioId), hashAfter: content.content_hash };
    const log = { position, label, edit, inverse, ...hashes };
    return this.#save(start, { scenario, content, undoPosition: position, step: this.#stepOf(label, 'edit', meta), log });
  }

  undo(scenarioId: string, meta: EditMeta): CommitResult {
    const start = this.#start(scenarioId, meta);
    const logged = this.#tables.log.stepAt(scenarioId, start.row.undo_position);
    if (logged === undefined) throw new StoreError('nothing-to-undo', `There is nothing to undo in "${start.row.name}".`);
    const written = restored(start.scenario, { edit: logged.inverse, label: logged.label, hash: logged.hashBefore });
    return this.#save(start, { ...written, undoPosition: logged.position - 1, step: this.#stepOf(logged.label, 'undo', meta) });
  }

  redo(scenarioId: string, meta: EditMeta): CommitResult {
    const start = this.#start(scenarioId, meta);
    const logged = this.#tables.log.stepAt(scenarioId, start.row.undo_position + 1);
    if (logged === undefined) throw new StoreError('nothing-to-redo', `There is nothing to redo in "${start.row.name}".`);
    const written = restored(start.scenario, { edit: logged.edit, label: logged.label, hash: logged.hashAfter });
    return this.#save(start, { ...written, undoPosition: logged.position, step: this.#stepOf(logged.label, 'redo', meta) });
  }

  steps(scenarioId: string, query: { limit?: number | undefined } = {}): readonly EditStep[] {
    return this.#tables.log.list(scenarioId, { ...query, undoPosition: this.#tables.scenarios.read(scenarioId).undo_position });
  }

  #start(scenarioId: string, { onRevision }: EditMeta): Start {
    const row = this.#tables.scenarios.readToChange(scenarioId);
    if (onRevision !== undefined && onRevision !== row.revision) {
      throw new StoreError(
        'stale-revision',
        `"${row.name}" has changed since it was read here (revision ${String(row.revision)}, not ${String(onRevision)}). Nothing was changed. Open it again and repeat the step.`,
      );
    }
    return { row, scenario: this.#tables.contents.read(scenarioId) };
  }

  #stepOf(label: string, action: Step['action'], { by, reason }: EditMeta): Step {
    return { label, action, by, reason, at: this.#ports.now().toISOString() };
  }

  #unchanged(row: ScenarioRow): CommitResult {
    return { ...workingCopyOf(this.#tables, row.id), isNewDraft: false, outcomes: this.#tables.outcomes.ofWorkingCopy(row.id) };
  }

  /** Computes first, then writes everything in one transaction. */
  #save({ row, scenario: before }: Start, { scenario, content, undoPosition, step, log }: Change): CommitResult {
    const { connection, scenarios, contents, history, outcomes } = this.#tables;
    const changes = changesBetween(before, scenario);
    const computed = outcomesBy(this.#ports.project, scenario);
    const status = this.#statusOf(row, content);
    connection.inTransaction(() => {
      if (log !== undefined) this.#tables.log.append(row.id, log, step);
      contents.write(row.id, { scenario, content });
      scenarios.change(row.id, { scenario, status, undoPosition, at: step.at });
      history.add(row.id, changes, step);
      outcomes.write({ scenarioId: row.id }, computed);
    });
    const isNewDraft = row.status !== 'DRAFT' && status === 'DRAFT';
    return { ...workingCopyOf(this.#tables, row.id), label: step.label, isNewDraft, outcomes: computed };
  }

  /** A status belongs to the content that it was given to: any other content is a draft. */
  #statusOf({ based_on }: ScenarioRow, content: Content): Status {
    const version = based_on === null ? undefined : this.#tables.versions.find(based_on);
    return version !== undefined && version.content_hash === content.content_hash ? version.status : 'DRAFT';
  }
}

/** Takes a logged edit again, and makes sure that it leads to the very bytes that it led to, or came from, before. */
function restored(before: Scenario, { edit, label, hash }: { edit: Edit; label: string; hash: string }): Written {
  const scenario = applied(before, edit);
  const content = scenario === undefined ? undefined : contentOf(scenario);
  if (scenario === undefined || content?.content_hash !== hash) throw damagedLog(label);
  return { scenario, content };
}

function applied(scenario: Scenario, edit: Edit): Scenario | undefined {
  try {
    return applyEdit(scenario, edit).scenario;
  } catch (error) {
    if (error instanceof EditError) return undefined;
    throw error;
  }
}

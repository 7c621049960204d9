import { applyEdit } from '../../shared/scenario/edits.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { contentOf } from './content-table.ts';
import { driftBetween } from './drift.ts';
import { workingCopyOf } from './edit-door.ts';
import { StoreError } from './errors.ts';
import { outcomesBy } from './projecting.ts';
import { summaryOf } from './scenario-table.ts';
import type { Tables } from './tables.ts';
import type {
  ListQuery,
  OpenedScenario,
  Origin,
  Person,
  ScenarioList,
  ScenarioRepository,
  ScenarioSummary,
  Status,
  StorePorts,
  StoredOutcomes,
  VersionSummary,
  WorkingCopy,
} from './types.ts';
import { StoreVersions, sealWorkingCopy } from './version-repository.ts';

const DAYS_IN_BIN = 90;
const MILLISECONDS_A_DAY = 86_400_000;
const NEXT: Readonly<Record<Status, readonly Status[]>> = { DRAFT: ['ASSURED'], ASSURED: ['APPROVED', 'DRAFT'], APPROVED: ['DRAFT'] };
const WORDS: Readonly<Record<Status, string>> = { DRAFT: 'Draft', ASSURED: 'Assured', APPROVED: 'Approved' };

export class StoreScenarios implements ScenarioRepository {
  readonly #tables: Tables;
  readonly #ports: StorePorts;
  readonly #versions: StoreVersions;

  constructor(tables: Tables, ports: StorePorts) {
    this.#tables = tables;
    this.#ports = ports;
    this.#versions = new StoreVersions(tables, ports);
  }

  create({ scenario, origin }: { scenario: Scenario; origin: Origin }): WorkingCopy {
    const { connection, scenarios, contents, outcomes } = this.#tables;
    const id = this.#ports.newId();
    const computed = outcomesBy(this.#ports.project, scenario);
    connection.inTransaction(() => {
      scenarios.insert({ id, scenario, origin, at: this.#now() });
      contents.write(id, { scenario, content: contentOf(scenario) });
      outcomes.write({ scenarioId: id }, computed);
    });
    return workingCopyOf(this.#tables, id);
  }

  duplicate(id: string, { name }: { name?: string | undefined } = {}): WorkingCopy {
    const original = this.#tables.contents.read(id);
    const scenario = name === undefined ? original : applyEdit(original, { kind: 'setField', path: 'name', to: name }).scenario;
    return this.create({ scenario, origin: 'MINE' });
  }

  open(id: string): OpenedScenario {
    const { status, based_on } = this.#tables.scenarios.readToChange(id);
    const scenario = this.#tables.contents.read(id);
    const recomputed = outcomesBy(this.#ports.project, scenario);
    const sealed = status === 'DRAFT' || based_on === null ? undefined : this.#versions.proofOf(based_on);
    const stored = sealed?.outcomes ?? this.#tables.outcomes.ofWorkingCopy(id);
    const drift = driftBetween(stored, recomputed);
    this.#refresh(id, recomputed);
    return { ...workingCopyOf(this.#tables, id), outcomes: recomputed, drift, sealHolds: sealed?.sealHolds };
  }

  read(id: string): WorkingCopy {
    return workingCopyOf(this.#tables, id);
  }

  list(query: ListQuery = {}): ScenarioList {
    return this.#tables.scenarios.list(query);
  }

  moveToBin(id: string): ScenarioSummary {
    return this.#mark(id, this.#now());
  }

  restoreFromBin(id: string): ScenarioSummary {
    return this.#mark(id, null);
  }

  deleteForGood(id: string): void {
    const { name, deleted_at } = this.#tables.scenarios.read(id);
    if (deleted_at === null) {
      throw new StoreError('wrong-status', `"${name}" is in the library. Move it to the bin first; from there it can be deleted for good.`);
    }
    this.#tables.connection.inTransaction(() => {
      this.#tables.scenarios.delete(id);
    });
  }

  purgeBin(): number {
    const before = new Date(this.#ports.now().getTime() - DAYS_IN_BIN * MILLISECONDS_A_DAY).toISOString();
    return this.#tables.connection.inTransaction(() => this.#tables.scenarios.deleteBinnedBefore(before));
  }

  giveStatus(
    id: string,
    { status, by }: { status: Status; by: Person },
  ): { summary: ScenarioSummary; version?: VersionSummary | undefined } {
    const row = this.#tables.scenarios.readToChange(id);
    if (!NEXT[row.status].includes(status)) {
      const allowed = NEXT[row.status].map((next) => WORDS[next]).join(' or ');
      throw new StoreError(
        'wrong-status',
        `"${row.name}" has the status ${WORDS[row.status]}, from which it can become ${allowed}, not ${WORDS[status]}. Nothing was changed.`,
      );
    }
    const version = this.#tables.connection.inTransaction(() => {
      const sealed = status === 'DRAFT' ? undefined : this.#seal(id, { by, label: WORDS[status], status });
      this.#tables.scenarios.giveStatus(id, { status, basedOn: sealed?.id ?? null });
      return sealed;
    });
    return { summary: summaryOf(this.#tables.scenarios.read(id)), version };
  }

  #seal(id: string, sealing: { by: Person; label: string; status: Status }): VersionSummary {
    return sealWorkingCopy({ tables: this.#tables, ports: this.#ports }, id, sealing);
  }

  #mark(id: string, deletedAt: string | null): ScenarioSummary {
    this.#tables.scenarios.read(id);
    this.#tables.scenarios.markDeleted(id, deletedAt);
    return summaryOf(this.#tables.scenarios.read(id));
  }

  /** Keeps the figures of the library's list those of today's engine. A disk that takes nothing must not stop anybody from reading. */
  #refresh(id: string, recomputed: StoredOutcomes): void {
    const stored = this.#tables.outcomes.ofWorkingCopy(id);
    if (stored.engineVersion === recomputed.engineVersion && driftBetween(stored, recomputed) === undefined) return;
    try {
      this.#tables.connection.inTransaction(() => {
        this.#tables.outcomes.write({ scenarioId: id }, recomputed);
      });
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
    }
  }

  #now(): string {
    return this.#ports.now().toISOString();
  }
}

import { rmSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { applyEdit } from '../../shared/scenario/edits.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { backupsIn, isDue, kindDue, superfluous } from './backup-files.ts';
import { differencesBetween, readingBackup, scenarioIn, type BackedUp } from './backup-reading.ts';
import { StoreError, saying } from './errors.ts';
import { answerOf } from './run-worker.ts';
import type { Tables } from './tables.ts';
import type { Backup, BackupDifference, BackupKind, BackupRepository, ScenarioRepository, ScenarioSummary } from './types.ts';
import type { BackupOrder } from './worker-messages.ts';

const LONGEST_NAME = 300;

export type RunningBackup = { readonly made: Promise<Backup>; readonly stop: () => void };

/** Starts the making of a backup in a worker. */
export function startBackup(order: BackupOrder): RunningBackup {
  const worker = new Worker(new URL('./backup-worker.ts', import.meta.url), { workerData: order });
  const made = answerOf(worker).then((path) => {
    const backup = backupsIn(order.folder).find((each) => each.path === path);
    if (backup !== undefined) return backup;
    throw new StoreError(
      'backup-failed',
      `The backup ${path ?? ''} was made and has gone again. Check whether another program clears the folder ${order.folder}.`,
    );
  });
  return { made, stop: () => void worker.terminate() };
}

/** Lets go of the backups that are one too many of their kind. */
export function prune(folder: string): void {
  for (const { path } of superfluous(backupsIn(folder))) rmSync(path, { force: true });
}

type Given = {
  readonly tables: Tables;
  readonly folder: string;
  readonly now: () => Date;
  readonly scenarios: Pick<ScenarioRepository, 'create'>;
};

export class StoreBackups implements BackupRepository {
  readonly #tables: Tables;
  readonly #folder: string;
  readonly #now: () => Date;
  readonly #scenarios: Pick<ScenarioRepository, 'create'>;
  #running: RunningBackup | undefined;

  constructor({ tables, folder, now, scenarios }: Given) {
    this.#tables = tables;
    this.#folder = folder;
    this.#now = now;
    this.#scenarios = scenarios;
  }

  list(): readonly Backup[] {
    return saying(this.#folder, () => backupsIn(this.#folder));
  }

  async make(): Promise<Backup> {
    this.#running ??= this.#start(kindDue(this.list(), this.#now()));
    try {
      return await this.#running.made;
    } finally {
      this.#running = undefined;
    }
  }

  async makeIfDue(): Promise<Backup | undefined> {
    const lastChange = this.#tables.scenarios.lastChange();
    return isDue(this.list(), { now: this.#now(), lastChange }) ? this.make() : undefined;
  }

  differences(backup: Backup): Promise<readonly BackupDifference[]> {
    return settled(() => readingBackup(backup, (connection) => differencesBetween(connection, this.#tables.connection)));
  }

  restoreAsCopies(backup: Backup, { ids }: { ids: readonly string[] }): Promise<readonly ScenarioSummary[]> {
    return settled(() => {
      const found = readingBackup(backup, (connection) => ids.map((id) => ({ id, ...scenarioIn(connection, id) })));
      const inLibrary = new Set(this.#tables.scenarios.list({}).scenarios.map(({ id }) => id));
      return this.#tables.connection.inTransaction(() =>
        found.map((each) => this.#restore(each, inLibrary.has(each.id) ? ` (backup of ${backup.at.slice(0, 10)})` : '')),
      );
    });
  }

  /** Ends a backup that is being made; what there is of it is cleared at the next start. */
  stop(): void {
    this.#running?.stop();
  }

  #restore({ scenario, origin }: BackedUp, suffix: string): ScenarioSummary {
    return this.#scenarios.create({ scenario: renamed(scenario, suffix), origin }).summary;
  }

  #start(kind: BackupKind): RunningBackup {
    const order = { databasePath: this.#tables.connection.path, folder: this.#folder, kind, at: this.#now().toISOString() };
    const { made, stop } = startBackup(order);
    const pruned = made.then((backup) => {
      prune(this.#folder);
      return backup;
    });
    return { made: pruned, stop };
  }
}

/** A scenario with something added to its name, which is cut to make room for it. */
export function renamed(scenario: Scenario, suffix: string): Scenario {
  if (suffix === '') return scenario;
  const name = `${scenario.name.slice(0, LONGEST_NAME - suffix.length)}${suffix}`;
  return applyEdit(scenario, { kind: 'setField', path: 'name', to: name }).scenario;
}

/** Work as a promise, so that what it throws is a rejection. */
function settled<Result>(work: () => Result): Promise<Result> {
  return Promise.resolve().then(work);
}

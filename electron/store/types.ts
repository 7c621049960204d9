import type { Edit } from '../../shared/scenario/edit-kinds.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import type { JsonValue } from '../../shared/scenario/strict-json.ts';

/* What the shell may ask of the store. Moments are ISO 8601 in UTC, amounts are canonical decimal text in pounds. */

export const STATUSES = ['DRAFT', 'ASSURED', 'APPROVED'] as const;
export type Status = (typeof STATUSES)[number];

/** Who does something: a name, and the role that is printed with it. */
export type Person = { readonly name: string; readonly role?: string | undefined };

/** What the store takes from outside: the time, fresh ids, and the projection, so that it needs no engine. */
export type StorePorts = {
  readonly now: () => Date;
  readonly newId: () => string;
  readonly project: Project;
};

/** The organisation under which the figures of the whole system are stored; no id of a scenario can be the same. */
export const SYSTEM = '*';

/** One outcome of one body (or of the system) in one year. Measures are those of model-spec §10. */
export type OutcomeFigure = { readonly organisation: string; readonly year: string; readonly measure: string; readonly amount: string };

/** One bar of the bridge of one year, in the order of the list. */
export type OutcomeBar = {
  readonly year: string;
  readonly bar: string;
  readonly label: string;
  readonly kind: 'position' | 'change';
  readonly amount: string;
};

/** What the library shows of a scenario in its target year, and the verdict in words. */
export type Headline = {
  readonly doNothing: string;
  readonly reported: string;
  readonly underlying: string;
  readonly unidentified: string;
  readonly requiredMitigation: string;
  readonly verdict: string;
};

export type ComputedOutcomes = {
  readonly kind: 'computed';
  readonly engineVersion: string;
  readonly headline: Headline;
  readonly figures: readonly OutcomeFigure[];
  readonly bars: readonly OutcomeBar[];
};
/** A scenario that cannot be computed as it stands, and why, in words. */
export type OutcomesNotComputed = { readonly kind: 'notComputed'; readonly engineVersion: string; readonly reason: string };
export type StoredOutcomes = ComputedOutcomes | OutcomesNotComputed;
export type Project = (scenario: Scenario) => StoredOutcomes;

/** Where a scenario comes from: made here, a published plan, a worked example, or the fictional sample. */
export const ORIGINS = ['MINE', 'PUBLISHED', 'EXAMPLE', 'SAMPLE'] as const;
export type Origin = (typeof ORIGINS)[number];

/** A line of the library. There is no headline where the scenario could not be computed. */
export type ScenarioSummary = {
  readonly id: string;
  readonly name: string;
  readonly footprint: string;
  readonly origin: Origin;
  readonly illustrative: boolean;
  readonly targetYear: string;
  readonly headline?: Headline | undefined;
  readonly status: Status;
  /** Who gave it that status and when; nothing for a draft. */
  readonly statusGiven?: { readonly by: Person; readonly at: string } | undefined;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly deletedAt?: string | undefined;
  /** Rises by one with every change of the working copy. */
  readonly revision: number;
  /** The assured or approved version that the working copy was or began from. */
  readonly basedOn?: string | undefined;
};

export type ListQuery = {
  /** Words that all occur in the name or the footprint, whatever their case and accents. */
  readonly search?: string | undefined;
  /** The bin in place of the library. */
  readonly inBin?: boolean | undefined;
  readonly orderBy?: 'changed' | 'name' | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
};
/** A page of the list, how many there are in all, and how many lie in the bin. */
export type ScenarioList = { readonly scenarios: readonly ScenarioSummary[]; readonly total: number; readonly inBin: number };

/** A scenario and what can be undone and redone on it, named: "Slip of C1 by 6 months". */
export type WorkingCopy = {
  readonly summary: ScenarioSummary;
  readonly scenario: Scenario;
  readonly undo?: string | undefined;
  readonly redo?: string | undefined;
};

/** One stored figure that the engine of today computes differently; nothing on a side that has no such figure. */
export type DriftedFigure = Omit<OutcomeFigure, 'amount'> & {
  readonly stored?: string | undefined;
  readonly recomputed?: string | undefined;
};
export type Drift = {
  readonly storedBy: string;
  readonly recomputedBy: string;
  readonly figures: readonly DriftedFigure[];
  /** Said where one of the two could not be computed at all. */
  readonly reason?: string | undefined;
};

/** An opened scenario. `drift` is there only if stored and recomputed outcomes differ. */
export type OpenedScenario = WorkingCopy & {
  readonly outcomes: StoredOutcomes;
  readonly drift?: Drift | undefined;
  /** For an approved scenario: whether its seal holds. */
  readonly sealHolds?: boolean | undefined;
};

export interface ScenarioRepository {
  create(given: { scenario: Scenario; origin: Origin }): WorkingCopy;
  /** A new draft with the content of another, under another name if one is given; its history begins afresh. */
  duplicate(id: string, given?: { name?: string | undefined }): WorkingCopy;
  /** Reads, checks, recomputes and says what drifted. */
  open(id: string): OpenedScenario;
  /** Reads and checks without recomputing. */
  read(id: string): WorkingCopy;
  list(query?: ListQuery): ScenarioList;
  moveToBin(id: string): ScenarioSummary;
  restoreFromBin(id: string): ScenarioSummary;
  /** Removes a scenario that lies in the bin for good, with its versions and history. */
  deleteForGood(id: string): void;
  /** Removes for good what has lain in the bin for 90 days, with its versions and history; says how many. Runs at start. */
  purgeBin(): number;
  /**
   * Draft to Assured to Approved, or back to Draft. Assured and Approved seal a version. The status belongs to the content: an edit makes the working
   * copy a draft, and undoing it makes it again what it was.
   */
  giveStatus(id: string, given: { status: Status; by: Person }): { summary: ScenarioSummary; version?: VersionSummary | undefined };
}

/** Who makes an edit, why, and on which revision; an edit on another revision than the stored one is refused. */
export type EditMeta = { readonly by: Person; readonly reason?: string | undefined; readonly onRevision?: number | undefined };

/**
 * What is saved after an edit, an undo or a redo. `label` is the step that was made, undone or redone; without one nothing changed and nothing was
 * written. `isNewDraft` says that the step made a draft of an assured or approved scenario, whose sealed version stays.
 */
export type CommitResult = WorkingCopy & {
  readonly label?: string | undefined;
  readonly isNewDraft: boolean;
  readonly outcomes: StoredOutcomes;
};

/** A step of the edit log. Steps above the undo position have been undone. */
export type EditStep = {
  readonly position: number;
  readonly label: string;
  readonly by: Person;
  readonly at: string;
  readonly reason?: string | undefined;
  readonly isUndone: boolean;
};

/** The one door for changes of a working copy. Each call is one transaction: all of it is on disk when it returns, or none. */
export interface EditDoor {
  commitEdit(scenarioId: string, edit: Edit, meta: EditMeta): CommitResult;
  undo(scenarioId: string, meta: EditMeta): CommitResult;
  redo(scenarioId: string, meta: EditMeta): CommitResult;
  /** The steps of a scenario, newest first. */
  steps(scenarioId: string, query?: { limit?: number | undefined }): readonly EditStep[];
}

/** One change of one input or field: null where it was blank or became blank. */
export type HistoryEntry = {
  readonly path: string;
  readonly label: string;
  readonly before: JsonValue;
  readonly after: JsonValue;
  readonly action: 'edit' | 'undo' | 'redo';
  /** The step that it was part of. */
  readonly step: string;
  readonly by: Person;
  readonly at: string;
  readonly reason?: string | undefined;
};

export interface HistoryRepository {
  /** What happened to one input or field, newest first. */
  ofPath(scenarioId: string, path: string): readonly HistoryEntry[];
  /** What happened to a scenario, newest first. */
  ofScenario(scenarioId: string, query?: { limit?: number | undefined }): readonly HistoryEntry[];
}

export type VersionSummary = {
  readonly id: string;
  readonly scenarioId: string;
  /** Counts from 1 within its scenario. */
  readonly number: number;
  readonly label: string;
  readonly status: Status;
  readonly engineVersion: string;
  readonly reported?: string | undefined;
  /** SHA-256 of the scenario's canonical text, 64 hexadecimal digits: the first 12 are its fingerprint. */
  readonly contentHash: string;
  /** SHA-256 over all that the version says, the content included, 64 hexadecimal digits. */
  readonly seal: string;
  readonly by: Person;
  readonly at: string;
};
export type SealedVersion = {
  readonly summary: VersionSummary;
  readonly scenario: Scenario;
  readonly outcomes: StoredOutcomes;
  readonly sealHolds: boolean;
};

export interface VersionRepository {
  /** Seals the working copy as it is, with its outcomes. */
  save(scenarioId: string, given: { by: Person; label: string }): VersionSummary;
  /** Newest first. */
  list(scenarioId: string): readonly VersionSummary[];
  read(versionId: string): SealedVersion;
  readNumber(scenarioId: string, number: number): SealedVersion;
  /** Recomputes a version and says what drifted; nothing if it is the same. */
  driftOf(versionId: string): Drift | undefined;
}

export interface OutcomeRepository {
  ofWorkingCopy(scenarioId: string): StoredOutcomes;
  ofVersion(versionId: string): StoredOutcomes;
}

export interface SettingsRepository {
  read(name: string): JsonValue | undefined;
  write(name: string, content: JsonValue): void;
  all(): Readonly<Record<string, JsonValue>>;
}

/** A file opened lately; the shell alone sees its path. */
export type RecentFile = { readonly path: string; readonly name: string; readonly openedAt: string };

export interface RecentRepository {
  list(): readonly RecentFile[];
  add(file: { path: string; name: string }): void;
  remove(path: string): void;
}

export const BACKUP_KINDS = ['HOURLY', 'DAILY', 'WEEKLY', 'BEFORE_MIGRATION'] as const;
export type BackupKind = (typeof BACKUP_KINDS)[number];
/** `scenarios` counts those of the library, without the bin. */
export type Backup = {
  readonly path: string;
  readonly kind: BackupKind;
  readonly at: string;
  readonly bytes: number;
  readonly scenarios: number;
};

/** How one scenario of a backup compares with the library of today. */
export type BackupDifference = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'onlyInBackup' | 'onlyInLibrary' | 'differs';
  readonly changedInBackup?: string | undefined;
  readonly changedInLibrary?: string | undefined;
};

export interface BackupRepository {
  /** Newest first. */
  list(): readonly Backup[];
  /** Makes a backup now, in a worker, checks it, and lets the oldest of its kind go. */
  make(): Promise<Backup>;
  /** The same where one is due (an hour since the last, and something changed); nothing otherwise. */
  makeIfDue(): Promise<Backup | undefined>;
  differences(backup: Backup): Promise<readonly BackupDifference[]>;
  /** Brings scenarios of a backup into the library as new drafts. What is there stays as it is. */
  restoreAsCopies(backup: Backup, given: { ids: readonly string[] }): Promise<readonly ScenarioSummary[]>;
}

export interface Store {
  readonly path: string;
  readonly scenarios: ScenarioRepository;
  readonly edits: EditDoor;
  readonly history: HistoryRepository;
  readonly versions: VersionRepository;
  readonly outcomes: OutcomeRepository;
  readonly settings: SettingsRepository;
  readonly recents: RecentRepository;
  readonly backups: BackupRepository;
  close(): void;
}

/** What happened at start besides opening; the page may say it. */
export type StartNotes = {
  readonly isNew: boolean;
  readonly migratedFrom?: number | undefined;
  readonly purgedFromBin: number;
  /** A database that was set aside as damaged, now or at an earlier start, and is still there. */
  readonly setAside: readonly string[];
};

/** Why there is no database to open: it was damaged and is now set aside, or it is missing although backups exist. */
export type StartTrouble = {
  readonly kind: 'damaged' | 'missing';
  /** For people: what happened, where it is now, and the ways on. */
  readonly text: string;
  readonly setAside?: string | undefined;
  /** The newest that were checked and are sound, newest first; the first is offered. */
  readonly goodBackups: readonly Backup[];
};

/** The ways on from trouble. Each opens the store; `withBackup` works on a copy, and the backup stays as it is. */
export type WaysOn = {
  withBackup(backup: Backup): Promise<OpenedStore>;
  /** Opens the newest good backup, or an empty database, and adds whatever can be read, whole and proven, from the one set aside. */
  withWhatIsReadable(): Promise<OpenedStore>;
  empty(): Promise<OpenedStore>;
};
export type OpenedStore = { readonly kind: 'opened'; readonly store: Store; readonly notes: StartNotes };
export type StoreOpening = OpenedStore | { readonly kind: 'trouble'; readonly trouble: StartTrouble; readonly waysOn: WaysOn };

import { z } from 'zod';
import { scenarioSchema } from '../scenario/schema.ts';

/* The records that cross between page and shell. Times are ISO 8601 in UTC; amounts are decimal strings in pounds. */

export const scenarioId = z.string().min(1).max(64);
export const fileHandle = z.string().min(1).max(64);
export const backupHandle = z.string().min(1).max(64);
export const amount = z.string().max(60);
export const time = z.iso.datetime();
export const statusSchema = z.enum(['DRAFT', 'ASSURED', 'APPROVED']);

/** One row of the library. Amounts are null where they could not be computed. */
export const libraryRow = z.strictObject({
  id: scenarioId,
  name: z.string(),
  footprint: z.string(),
  status: statusSchema,
  /** Where it comes from: made here, a published plan, a worked example, or the fictional sample. */
  origin: z.enum(['MINE', 'PUBLISHED', 'EXAMPLE', 'SAMPLE']),
  illustrative: z.boolean(),
  targetYear: z.string(),
  doNothing: amount.nullable(),
  reported: amount.nullable(),
  underlying: amount.nullable(),
  unidentified: amount.nullable(),
  requiredMitigation: amount.nullable(),
  verdict: z.string(),
  changedAt: time,
  binnedAt: time.nullable(),
});

/** The steps that undo and redo would take, by name, or null where there is none. */
export const undoState = z.strictObject({ undo: z.string().nullable(), redo: z.string().nullable() });

/** A scenario of the library as it stands now. */
export const openScenario = z.strictObject({
  id: scenarioId,
  scenario: scenarioSchema,
  revision: z.int().min(0),
  status: statusSchema,
  origin: libraryRow.shape.origin,
  signature: z.strictObject({ name: z.string(), role: z.string(), at: time }).nullable(),
  savedAt: time,
  steps: undoState,
  /** Said where an approved version no longer gives the figures that were approved. */
  drift: z.array(z.string()),
});

/** A file that was opened to read: a recipient's copy, which nothing changes. */
export const recipientCopy = z.strictObject({
  handle: fileHandle,
  fileName: z.string(),
  scenario: scenarioSchema,
  seal: z.enum(['intact', 'absent', 'broken']),
  engine: z.string().nullable(),
  status: statusSchema,
  /** Figures that this engine computes otherwise than the file says. */
  differences: z.array(z.string()),
});

export const versionRow = z.strictObject({
  version: z.int(),
  savedAt: time,
  status: statusSchema,
  label: z.string(),
  engine: z.string(),
  fingerprint: z.string(),
  reported: amount.nullable(),
});
export const historyRow = z.strictObject({
  at: time,
  who: z.string(),
  path: z.string(),
  /** What the path is called on screen. */
  label: z.string(),
  /** The step that it was part of, and whether that was made, undone or redone. */
  step: z.string(),
  action: z.enum(['edit', 'undo', 'redo']),
  before: z.string().nullable(),
  after: z.string().nullable(),
  reason: z.string().nullable(),
});
export const backupRow = z.strictObject({
  handle: backupHandle,
  madeAt: time,
  kind: z.enum(['HOURLY', 'DAILY', 'WEEKLY', 'BEFORE_MIGRATION']),
  scenarios: z.int(),
  bytes: z.int(),
});
export const recentRow = z.strictObject({
  handle: fileHandle,
  fileName: z.string(),
  folder: z.string(),
  openedAt: time,
  isThere: z.boolean(),
});

/** The ways on from a database that was set aside. */
export const recoveryWay = z.enum(['BACKUP', 'READABLE', 'EMPTY']);

/** What happened to the database at start, so that the page can say it. SET_ASIDE waits for a choice among `ways`; until then there is no library. */
export const startupReport = z.strictObject({
  database: z.enum(['FINE', 'NEW', 'MIGRATED', 'SET_ASIDE']),
  text: z.string(),
  backups: z.array(backupRow),
  ways: z.array(recoveryWay),
  /** Whether to open the sample on the board: the library is new, and Footing was not started with a file. */
  isFirstRun: z.boolean(),
  sampleId: scenarioId.nullable(),
});

export const settingsSchema = z.strictObject({
  theme: z.enum(['SYSTEM', 'LIGHT', 'DARK']),
  unit: z.enum(['£', '£000', '£m']),
  userName: z.string().max(200),
});

/** A file that could not be opened, in words: what happened, where, and the way out. */
export const refusal = z.strictObject({ title: z.string(), text: z.string(), details: z.array(z.string()) });

/** What the shell tells the page without being asked. */
export const shellEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('COMMAND'), command: z.string() }),
  z.strictObject({ kind: z.literal('FILE_OPENED'), file: recipientCopy }),
  z.strictObject({ kind: z.literal('FILE_REFUSED'), refusal }),
  z.strictObject({ kind: z.literal('BACKUP_MADE'), at: time }),
  /** How far an export is: files made of how many, and which is made now. */
  z.strictObject({ kind: z.literal('EXPORT_PROGRESS'), done: z.int().min(0), total: z.int().min(0), fileName: z.string() }),
]);

export type LibraryRow = z.infer<typeof libraryRow>;
export type OpenScenario = z.infer<typeof openScenario>;
export type RecipientCopy = z.infer<typeof recipientCopy>;
export type StartupReport = z.infer<typeof startupReport>;
export type Settings = z.infer<typeof settingsSchema>;
export type ShellEvent = z.infer<typeof shellEvent>;
export type Refusal = z.infer<typeof refusal>;
export type UndoState = z.infer<typeof undoState>;
export type VersionRow = z.infer<typeof versionRow>;

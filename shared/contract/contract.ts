import { z } from 'zod';
import { editSchema } from '../scenario/edit-kinds.ts';
import { ORGANISATION_TYPES } from '../scenario/vocabulary.ts';
import { copiedExhibit, exporting, exportLook, exportOrder, exportRun } from './exporting.ts';
import { type Method } from './methods.ts';
import {
  backupHandle,
  backupRow,
  fileHandle,
  historyRow,
  libraryRow,
  openScenario,
  recentRow,
  recipientCopy,
  recoveryWay,
  refusal,
  scenarioId,
  settingsSchema,
  shellEvent,
  startupReport,
  statusSchema,
  time,
  undoState,
  versionRow,
} from './records.ts';

const nothing = z.null();
const name = z.string().trim().min(1).max(300);
const done = z.strictObject({ done: z.literal(true) });

/** Opening a file ends in one of three ways; a cancelled dialog is no failure. */
const opening = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('OPENED'), file: recipientCopy }),
  z.strictObject({ kind: z.literal('REFUSED'), refusal }),
  z.strictObject({ kind: z.literal('CANCELLED') }),
]);

/** Saving a file: nothing is replaced before the person has said so by name. */
const saving = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('SAVED'), handle: fileHandle, fileName: z.string(), folder: z.string(), at: time }),
  z.strictObject({ kind: z.literal('WOULD_REPLACE'), handle: fileHandle, fileName: z.string(), folder: z.string(), question: z.string() }),
  z.strictObject({ kind: z.literal('REFUSED'), refusal }),
  z.strictObject({ kind: z.literal('CANCELLED') }),
]);

/** After an edit, an undo or a redo: where the scenario stands now. */
const changed = z.strictObject({ revision: z.int(), savedAt: time, steps: undoState, status: statusSchema, isNewDraft: z.boolean() });
const stepped = changed.extend({ scenario: openScenario.shape.scenario, label: z.string() });

const ask = <Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) => ({ input, output });

/** Everything that the page may ask of the shell. */
export const contract = {
  'app.info': ask(
    nothing,
    z.strictObject({
      version: z.string(),
      engine: z.string(),
      shell: z.enum(['electron', 'loopback']),
      platform: z.string(),
      databaseFolder: z.string(),
      licences: z.array(z.strictObject({ name: z.string(), version: z.string(), licence: z.string() })),
    }),
  ),
  'app.startup': ask(nothing, startupReport),
  /** What to do about a database that was set aside: work on a copy of a backup, bring over what can be read, or begin with none. */
  'app.recover': ask(z.strictObject({ way: recoveryWay, handle: backupHandle.nullable() }), startupReport),
  'app.openDataFolder': ask(nothing, done),
  'app.quit': ask(nothing, done),
  'events.next': ask(z.strictObject({ after: z.int().min(0) }), z.strictObject({ last: z.int().min(0), events: z.array(shellEvent) })),
  'settings.read': ask(nothing, settingsSchema),
  'settings.write': ask(settingsSchema.partial(), settingsSchema),

  'library.list': ask(
    z.strictObject({ search: z.string().max(300), bin: z.boolean() }),
    z.strictObject({ rows: z.array(libraryRow), total: z.int(), inBin: z.int() }),
  ),
  'library.createBlank': ask(
    z.strictObject({
      name,
      footprint: name,
      baseYear: z.string(),
      targetYear: z.string(),
      horizonYear: z.string(),
      organisations: z.array(z.strictObject({ name, type: z.enum(ORGANISATION_TYPES) })).max(200),
    }),
    z.strictObject({ id: scenarioId }),
  ),
  /** Puts a scenario into the library that was made on the page, such as one from a table. */
  'library.create': ask(z.strictObject({ scenario: openScenario.shape.scenario }), z.strictObject({ id: scenarioId })),
  'library.shipped': ask(
    nothing,
    z.strictObject({
      files: z.array(z.strictObject({ key: z.string(), name: z.string(), footprint: z.string(), origin: libraryRow.shape.origin })),
    }),
  ),
  'library.createFromShipped': ask(z.strictObject({ key: z.string().max(200) }), z.strictObject({ id: scenarioId })),
  'library.duplicate': ask(z.strictObject({ id: scenarioId }), z.strictObject({ id: scenarioId })),
  'library.rename': ask(z.strictObject({ id: scenarioId, name }), done),
  'library.bin': ask(z.strictObject({ id: scenarioId }), done),
  'library.restore': ask(z.strictObject({ id: scenarioId }), done),
  'library.deleteForEver': ask(z.strictObject({ id: scenarioId }), done),

  'scenario.open': ask(z.strictObject({ id: scenarioId }), openScenario),
  'scenario.edit': ask(
    z.strictObject({ id: scenarioId, revision: z.int().min(0), edit: editSchema, reason: z.string().max(2000).nullable() }),
    changed.extend({ label: z.string() }),
  ),
  'scenario.undo': ask(z.strictObject({ id: scenarioId, revision: z.int().min(0) }), stepped),
  'scenario.redo': ask(z.strictObject({ id: scenarioId, revision: z.int().min(0) }), stepped),
  'scenario.history': ask(
    z.strictObject({ id: scenarioId, path: z.string().max(300).nullable() }),
    z.strictObject({ rows: z.array(historyRow) }),
  ),
  'scenario.setStatus': ask(z.strictObject({ id: scenarioId, status: statusSchema, name, role: name }), openScenario),
  'scenario.saveVersion': ask(z.strictObject({ id: scenarioId, label: z.string().max(300) }), versionRow),
  'scenario.versions': ask(z.strictObject({ id: scenarioId }), z.strictObject({ rows: z.array(versionRow) })),
  'scenario.openVersion': ask(
    z.strictObject({ id: scenarioId, version: z.int() }),
    z.strictObject({ scenario: openScenario.shape.scenario, version: versionRow }),
  ),

  'files.open': ask(nothing, opening),
  'files.openRecent': ask(z.strictObject({ handle: fileHandle }), opening),
  'files.openDropped': ask(z.strictObject({ fileName: z.string().max(300), text: z.string().max(20_971_520) }), opening),
  'files.makeCopy': ask(z.strictObject({ handle: fileHandle }), z.strictObject({ id: scenarioId })),
  'files.saveAs': ask(z.strictObject({ id: scenarioId }), saving),
  'files.replace': ask(z.strictObject({ id: scenarioId, handle: fileHandle }), saving),
  'files.recent': ask(nothing, z.strictObject({ rows: z.array(recentRow) })),
  'files.changedOnDisk': ask(z.strictObject({ handle: fileHandle }), z.strictObject({ state: z.enum(['SAME', 'CHANGED', 'GONE']) })),
  /** Saves a table as a text file under a title; `replacing` is the handle of the file that the person agreed to replace. */
  'files.saveTable': ask(z.strictObject({ title: name, text: z.string().max(20_971_520), replacing: fileHandle.nullable() }), saving),

  'export.look': ask(exportOrder, exportLook),
  'export.copy': ask(z.strictObject({ order: exportOrder, exhibit: exportOrder.shape.exhibits.element }), copiedExhibit),
  'export.run': ask(exportRun, exporting),
  'export.stop': ask(nothing, done),
  'export.showFolder': ask(z.strictObject({ place: fileHandle }), done),

  'backups.list': ask(nothing, z.strictObject({ rows: z.array(backupRow) })),
  'backups.make': ask(nothing, z.strictObject({ rows: z.array(backupRow) })),
  'backups.compare': ask(
    z.strictObject({ handle: backupHandle }),
    z.strictObject({ rows: z.array(z.strictObject({ name: z.string(), difference: z.string() })) }),
  ),
  'backups.restoreAsCopy': ask(z.strictObject({ handle: backupHandle }), z.strictObject({ restored: z.int(), text: z.string() })),
} as const satisfies Record<Method, { input: z.ZodType; output: z.ZodType }>;

export type Contract = typeof contract;
export type InputOf<M extends Method> = z.infer<Contract[M]['input']>;
export type OutputOf<M extends Method> = z.infer<Contract[M]['output']>;

/** What a shell implements: one handler a method. */
export type Handlers = { readonly [M in Method]: (input: InputOf<M>) => Promise<OutputOf<M>> };

/** The answer to a call: the value, or a failure with a code and words that say what happened, where, and the way out. */
export type Reply<M extends Method = Method> =
  { readonly ok: true; readonly value: OutputOf<M> } | { readonly ok: false; readonly failure: Failure };
export type Failure = { readonly code: string; readonly text: string };

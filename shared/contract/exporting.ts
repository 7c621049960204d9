import { z } from 'zod';
import { ALL_EXHIBIT_IDS } from '../outcomes/exhibits/exhibit.ts';
import { EXPORT_FORMATS } from '../outcomes/exhibits/export-formats.ts';
import { fileHandle, refusal, scenarioId, settingsSchema } from './records.ts';

/* What crosses for an export of exhibits. Pictures are base64, times as they stand on a stamp. */

const exhibitId = z.enum(ALL_EXHIBIT_IDS);

/** What is exported: a scenario of the library as it stands, a sealed version of one, or a file that somebody sent. */
const source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('LIBRARY'), id: scenarioId }),
  z.strictObject({ kind: z.literal('VERSION'), id: scenarioId, version: z.int() }),
  z.strictObject({ kind: z.literal('COPY'), handle: fileHandle }),
]);

export const exportOrder = z.strictObject({
  source,
  unit: settingsSchema.shape.unit,
  exhibits: z.array(exhibitId).max(ALL_EXHIBIT_IDS.length),
  formats: z.array(z.enum(EXPORT_FORMATS)).max(EXPORT_FORMATS.length),
  /** A title or an alt text that somebody wrote for this export; null leaves the drafted one. */
  edits: z
    .array(z.strictObject({ exhibit: exhibitId, finding: z.string().max(300).nullable(), altText: z.string().max(4000).nullable() }))
    .max(ALL_EXHIBIT_IDS.length),
  /** Why it is exported though the ready check stops it; null where nobody said so. */
  override: z.string().max(500).nullable(),
  /** The time of the stamp, as in "2026-11-21 14:32"; null takes the shell's clock. */
  madeAt: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$/)
    .nullable(),
});

const readyLine = z.strictObject({ id: z.string(), holds: z.boolean(), stops: z.boolean(), text: z.string() });

/** The exhibits that a scenario has, what the ready check says of those that were chosen, and the stamp as it would be. */
export const exportLook = z.strictObject({
  exhibits: z.array(
    z.strictObject({
      id: exhibitId,
      name: z.string(),
      finding: z.string(),
      subtitle: z.string(),
      altText: z.string(),
      notes: z.array(z.string()),
      hasPicture: z.boolean(),
    }),
  ),
  ready: z.array(readyLine),
  /** What the stamp calls the figures: draft, sample, illustrative. */
  marks: z.array(z.string()),
  stamp: z.array(z.string()),
});

/** Where an export goes. Without a place the person is asked; `replacing` are the files that they agreed to replace, by name. */
export const exportRun = z.strictObject({
  order: exportOrder,
  place: fileHandle.nullable(),
  way: z.enum(['ASK', 'REPLACE', 'KEEP_BOTH']),
  replacing: z.array(z.string().max(300)).max(200),
});

const where = { place: fileHandle, folder: z.string() };

/** An export ends in one of these ways; nothing is replaced before the person has said so by name. */
export const exporting = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('DONE'), ...where, fileNames: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('WOULD_REPLACE'), ...where, fileNames: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('NOT_READY'), ready: z.array(readyLine) }),
  z.strictObject({ kind: z.literal('STOPPED'), written: z.int().min(0) }),
  z.strictObject({ kind: z.literal('REFUSED'), refusal }),
  z.strictObject({ kind: z.literal('CANCELLED') }),
]);

/** One exhibit for the clipboard: its picture, and its tables for a document and for a spreadsheet. */
export const copiedExhibit = z.strictObject({
  png: z.base64().nullable(),
  html: z.string(),
  text: z.string(),
  finding: z.string(),
  subtitle: z.string(),
  altText: z.string(),
});

export type ExportOrder = z.infer<typeof exportOrder>;
export type ExportLook = z.infer<typeof exportLook>;
export type Exporting = z.infer<typeof exporting>;

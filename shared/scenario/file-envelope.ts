import { z } from 'zod';
import { hasCanonicalForm } from './canonical.ts';
import { shortText } from './input.ts';
import { CURRENT_FORMAT_VERSION } from './migrations/index.ts';
import { scenarioSchema } from './schema.ts';

/** What tells a scenario file from any other JSON. */
export const FILE_FORMAT = 'footing-scenario';
export const SEAL_ALGORITHM = 'SHA-256';

/** How far the scenario has come (model-spec §12), and who said so. */
const fileStatusSchema = z.strictObject({
  stage: z.enum(['DRAFT', 'ASSURED', 'APPROVED']),
  name: shortText.optional(),
  role: shortText.optional(),
  date: shortText.optional(),
});
export type FileStatus = z.infer<typeof fileStatusSchema>;

/** The results that a file carries, as their writer gave them: only what canonical JSON can write again. */
const resultsSchema = z.record(z.string(), z.unknown()).refine(hasCanonicalForm, {
  error: 'texts, whole numbers, true, false, null, lists and objects, with amounts as decimal text',
});

const sealValue = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('64 hexadecimal digits, 0 to 9 and a to f');

/** The whole of a file of one format version. */
export function fileSchemaOf(formatVersion: number) {
  return z.strictObject({
    format: z.literal(FILE_FORMAT),
    formatVersion: z.literal(formatVersion),
    engine: shortText.optional(),
    scenario: scenarioSchema,
    results: resultsSchema.optional(),
    status: fileStatusSchema.optional(),
    seal: z.strictObject({ algorithm: z.literal(SEAL_ALGORITHM), value: sealValue }).optional(),
  });
}

/** The whole of a file of the current version. A file written by hand needs `format`, `formatVersion` and `scenario` only. */
export const scenarioFileSchema = fileSchemaOf(CURRENT_FORMAT_VERSION);

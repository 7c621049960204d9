import { z } from 'zod';
import { STORE_ERROR_CODES } from './errors.ts';
import { BACKUP_KINDS } from './types.ts';

/* What passes between the store and its workers. */

/** To make a backup of a database into the backups of a data folder. */
export const backupOrder = z.strictObject({
  databasePath: z.string(),
  folder: z.string(),
  kind: z.enum(BACKUP_KINDS),
  at: z.iso.datetime(),
});

/** To say what is wrong with a database file; the result is null where it is sound. */
export const checkOrder = z.strictObject({ path: z.string() });

export const workerAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done'), result: z.string().nullable() }),
  z.strictObject({ kind: z.literal('failed'), code: z.enum(STORE_ERROR_CODES), text: z.string() }),
]);
export type WorkerAnswer = z.infer<typeof workerAnswer>;

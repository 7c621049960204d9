import type { TableLook } from '../../../shared/tables/look.ts';

/** A table whose rows and columns were found. */
export type SeenTable = Extract<TableLook, { kind: 'seen' }>;

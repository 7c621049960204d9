import Database from 'better-sqlite3';

export const STORE_ERROR_CODES = [
  'locked',
  'read-only',
  'disk-full',
  'damaged',
  'from-the-future',
  'cannot-open',
  'write-failed',
  'not-found',
  'in-bin',
  'scenario-damaged',
  'edit-log-damaged',
  'stale-revision',
  'nothing-to-undo',
  'nothing-to-redo',
  'wrong-status',
  'backup-failed',
] as const;
export type StoreErrorCode = (typeof STORE_ERROR_CODES)[number];

/** What the store could not do. The text says what happened, where, and the way out. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, text: string, options?: { cause?: unknown }) {
    super(text, options);
    this.code = code;
    this.name = 'StoreError';
  }
}

type Reason = { readonly pattern: RegExp; readonly code: StoreErrorCode; readonly text: (path: string) => string };

/** SQLite's codes and the system's, and what they mean for the person who works. The first that fits is taken. */
const REASONS: readonly Reason[] = [
  {
    pattern: /^SQLITE_(BUSY|LOCKED)/,
    code: 'locked',
    text: (path) =>
      `Another program is using the database ${path}. Nothing was changed. Close it, or wait until it has finished, and try again.`,
  },
  {
    pattern: /^SQLITE_FULL|^ENOSPC|^EDQUOT/,
    code: 'disk-full',
    text: (path) =>
      `The disk that holds ${path} is full. What was saved before is safe; this change was not made. Free some space and make it again.`,
  },
  {
    pattern: /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ|SCHEMA|FORMAT)/,
    code: 'damaged',
    text: (path) =>
      `The database ${path} is damaged. Start Footing again: it sets the database aside untouched and offers the last good backup.`,
  },
  {
    pattern: /^SQLITE_(READONLY|PERM|AUTH)|^EACCES|^EPERM|^EROFS/,
    code: 'read-only',
    text: (path) =>
      `Footing may not write to ${path}. Nothing was changed. Allow writing there, or choose another folder with FOOTING_DATA.`,
  },
  {
    pattern: /^SQLITE_CANTOPEN|^E(NOENT|NOTDIR|ISDIR|EXIST|NAMETOOLONG|LOOP|MFILE)/,
    code: 'cannot-open',
    text: (path) =>
      `The database ${path} cannot be opened. Check that its folder exists and can be written to, or choose another with FOOTING_DATA.`,
  },
  {
    pattern: /^SQLITE_IOERR|^EIO/,
    code: 'write-failed',
    text: (path) =>
      `Reading or writing ${path} failed. What was saved before is safe; this change was not made. Check the disk and its free space, and try again.`,
  },
];

/** The system's or SQLite's own code of an error, if it has one. */
export function codeOf(error: unknown): string | undefined {
  if (error instanceof Database.SqliteError) return error.code;
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** An error of SQLite or the system as a StoreError in words; any other error as it is. */
export function inWords(error: unknown, path: string): unknown {
  const code = error instanceof StoreError ? undefined : codeOf(error);
  const reason = code === undefined ? undefined : REASONS.find(({ pattern }) => pattern.test(code));
  return reason === undefined ? error : new StoreError(reason.code, `${reason.text(path)} (${code ?? ''})`, { cause: error });
}

/** Runs work on a file or database; errors of SQLite and the system come out in words. */
export function saying<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw inWords(error, path);
  }
}

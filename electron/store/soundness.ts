import { Connection } from './connection.ts';
import { StoreError, inWords } from './errors.ts';

/**
 * What is wrong with a database, in SQLite's words; nothing where it is sound. Structure is checked by `quick_check`, which reads every page, and the
 * references between tables by `foreign_key_check`. A content that was altered in place is found by its hash when it is read.
 */
export function faultIn(connection: Connection): string | undefined {
  const found = connection.pragma('quick_check(1)');
  if (found !== 'ok') return String(found);
  const [orphan] = connection.all<{ table: string }>('PRAGMA foreign_key_check');
  return orphan === undefined ? undefined : `a row of ${orphan.table} belongs to nothing`;
}

/** The same for a file, which is opened to be read and closed again. An error that is none of damage is thrown. */
export function faultInFile(path: string): string | undefined {
  let connection: Connection | undefined;
  try {
    connection = Connection.openToRead(path);
    return faultIn(connection);
  } catch (error) {
    const known = inWords(error, path);
    if (known instanceof StoreError && known.code === 'damaged') return known.message;
    throw known;
  } finally {
    connection?.close();
  }
}

import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreError, saying } from './errors.ts';

export type Bound = string | number | null;

/** Long enough for a backup that is finishing; short enough that another program in the way is said, not waited for. */
const BUSY_MILLISECONDS = 1000;
/** A WAL that grew under a long backup is cut back to this. */
const WAL_BYTES_KEPT = 16 * 1024 * 1024;

/**
 * One connection to a database, through which all queries go: a transaction is all or nothing, and errors of SQLite come
 * out in words.
 */
export class Connection {
  readonly path: string;
  readonly #database: Database.Database;

  private constructor(database: Database.Database) {
    this.path = database.name;
    this.#database = database;
  }

  /** Opens a database to work on, made if it is missing. Throws StoreError. */
  static open(path: string): Connection {
    refuseWithoutFolder(path);
    return saying(path, () => {
      const database = new Database(path, { timeout: BUSY_MILLISECONDS });
      try {
        settle(database);
      } catch (error) {
        database.close();
        throw error;
      }
      return new Connection(database);
    });
  }

  /** Opens a database that is only read: a backup, or the working database from a worker. */
  static openToRead(path: string): Connection {
    refuseWithoutFolder(path);
    return saying(path, () => new Connection(new Database(path, { readonly: true, fileMustExist: true, timeout: BUSY_MILLISECONDS })));
  }

  /** An empty database that nothing keeps. */
  static openInMemory(): Connection {
    return new Connection(new Database(':memory:'));
  }

  get<Row>(sql: string, ...bound: Bound[]): Row | undefined {
    return saying(this.path, () => this.#database.prepare<Bound[], Row>(sql).get(...bound));
  }

  all<Row>(sql: string, ...bound: Bound[]): Row[] {
    return saying(this.path, () => this.#database.prepare<Bound[], Row>(sql).all(...bound));
  }

  /** Runs a statement and says how many rows it changed. */
  run(sql: string, ...bound: Bound[]): number {
    return saying(this.path, () => this.#database.prepare<Bound[]>(sql).run(...bound).changes);
  }

  /** Runs a statement once for each row; it is prepared once. */
  runForEach(sql: string, rows: readonly Bound[][]): void {
    saying(this.path, () => {
      const statement = this.#database.prepare<Bound[]>(sql);
      for (const row of rows) statement.run(...row);
    });
  }

  /** Runs a statement that makes a row and gives the row's number. */
  insert(sql: string, ...bound: Bound[]): number {
    return saying(this.path, () => Number(this.#database.prepare<Bound[]>(sql).run(...bound).lastInsertRowid));
  }

  exec(sql: string): void {
    saying(this.path, () => this.#database.exec(sql));
  }

  pragma(name: string): unknown {
    return saying(this.path, () => this.#database.pragma(name, { simple: true }));
  }

  /** Runs work as one transaction: all of it is on disk when this returns, or none if it throws. */
  inTransaction<Result>(work: () => Result): Result {
    return saying(this.path, () => this.#database.transaction(work).immediate());
  }

  close(): void {
    this.#database.close();
  }
}

/** better-sqlite3 says this with an error that has no code. */
function refuseWithoutFolder(path: string): void {
  if (existsSync(dirname(path))) return;
  throw new StoreError(
    'cannot-open',
    `The folder of ${path} is not there. It may be on a drive that is not connected; connect it, or choose another folder with FOOTING_DATA.`,
  );
}

function settle(database: Database.Database): void {
  if (database.pragma('journal_mode = WAL', { simple: true }) !== 'wal') {
    throw new StoreError(
      'cannot-open',
      `The folder of ${database.name} does not allow a write-ahead log. Choose a folder on a disk of this machine with FOOTING_DATA.`,
    );
  }
  // In WAL mode NORMAL would let a power cut take the last edits back, though they were said to be saved. One flush an edit costs a few milliseconds.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma(`journal_size_limit = ${String(WAL_BYTES_KEPT)}`);
  // What a damaged or foreign file says in its schema is not trusted to run functions, and pages are checked as they are read.
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
}

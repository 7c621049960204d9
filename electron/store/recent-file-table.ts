import type { Connection } from './connection.ts';
import type { RecentFile, RecentRepository } from './types.ts';

const MOST_REMEMBERED = 20;

/** The files opened lately, the latest first. */
export class RecentFileTable implements RecentRepository {
  readonly #connection: Connection;
  readonly #now: () => Date;

  constructor(connection: Connection, now: () => Date) {
    this.#connection = connection;
    this.#now = now;
  }

  list(): readonly RecentFile[] {
    return this.#connection.all<RecentFile>(
      'SELECT path, name, opened_at AS openedAt FROM recent_files ORDER BY opened_at DESC, rowid DESC',
    );
  }

  add({ path, name }: { path: string; name: string }): void {
    this.#connection.inTransaction(() => {
      this.remove(path);
      this.#connection.run('INSERT INTO recent_files (path, name, opened_at) VALUES (?, ?, ?)', path, name, this.#now().toISOString());
      for (const forgotten of this.list().slice(MOST_REMEMBERED)) this.remove(forgotten.path);
    });
  }

  remove(path: string): void {
    this.#connection.run('DELETE FROM recent_files WHERE path = ?', path);
  }
}

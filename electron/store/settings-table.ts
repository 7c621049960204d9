import { z } from 'zod';
import { hasCanonicalForm } from '../../shared/scenario/canonical.ts';
import type { JsonValue } from '../../shared/scenario/strict-json.ts';
import type { Connection } from './connection.ts';
import type { SettingsRepository } from './types.ts';

type SettingRow = { readonly name: string; readonly content: string };
const json = z.custom<JsonValue>(hasCanonicalForm);

/** What the user chose. A setting that cannot be read is as if it had never been made. */
export class SettingsTable implements SettingsRepository {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  read(name: string): JsonValue | undefined {
    return contentIn(this.#connection.get<SettingRow>('SELECT name, content FROM settings WHERE name = ?', name));
  }

  write(name: string, content: JsonValue): void {
    const sql = 'INSERT INTO settings (name, content) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET content = excluded.content';
    this.#connection.run(sql, name, JSON.stringify(content));
  }

  all(): Readonly<Record<string, JsonValue>> {
    const rows = this.#connection.all<SettingRow>('SELECT name, content FROM settings ORDER BY name');
    return Object.fromEntries(
      rows.flatMap((row) => {
        const content = contentIn(row);
        return content === undefined ? [] : [[row.name, content]];
      }),
    );
  }
}

function contentIn(row: SettingRow | undefined): JsonValue | undefined {
  if (row === undefined) return undefined;
  try {
    return json.safeParse(JSON.parse(row.content)).data;
  } catch {
    return undefined;
  }
}

import { canonicalJson, hasCanonicalForm } from '../../shared/scenario/canonical.ts';
import { CURRENT_FORMAT, migrated } from '../../shared/scenario/migrations/index.ts';
import { scenarioSchema, type Scenario } from '../../shared/scenario/schema.ts';
import type { Connection } from './connection.ts';
import { StoreError } from './errors.ts';
import { sha256 } from './sealing.ts';

/** A scenario as it is written down: its canonical text, the hash of it, and the format it was written in. */
export type Content = { readonly content: string; readonly content_hash: string; readonly format_version: number };

export function contentOf(scenario: Scenario): Content {
  const content = canonicalJson(scenario);
  return { content, content_hash: sha256(content), format_version: CURRENT_FORMAT.version };
}

/** The scenario of a content; undefined where the text is not what was written, or was written by a later Footing. */
export function scenarioOf({ content, content_hash, format_version }: Content): Scenario | undefined {
  if (sha256(content) !== content_hash || format_version > CURRENT_FORMAT.version) return undefined;
  // The hash has proven that this is the text that was written here, so it is JSON.
  const written: unknown = JSON.parse(content);
  return scenarioSchema.safeParse(format_version === CURRENT_FORMAT.version ? written : inTodaysFormat(written, format_version)).data;
}

function inTodaysFormat(written: unknown, from: number): unknown {
  return hasCanonicalForm(written) ? migrated({ scenario: written }, { from, format: CURRENT_FORMAT }).content['scenario'] : undefined;
}

/**
 * The working copies. A content is read against its hash, so that a damaged byte is said and never computed with; the last one read or written is kept,
 * since edits come in runs on one scenario, and unchanged parts then stay the same objects.
 */
export class ContentTable {
  readonly #connection: Connection;
  #last: { readonly hash: string; readonly scenario: Scenario } | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  hashOf(scenarioId: string): string {
    return this.#row<{ content_hash: string }>('content_hash', scenarioId).content_hash;
  }

  /** Throws StoreError where the content is damaged. */
  read(scenarioId: string): Scenario {
    const hash = this.hashOf(scenarioId);
    if (this.#last?.hash === hash) return this.#last.scenario;
    const scenario = scenarioOf(this.#row<Content>('content, content_hash, format_version', scenarioId));
    if (scenario === undefined) throw damaged(`The working copy of this scenario (${scenarioId})`);
    this.#last = { hash, scenario };
    return scenario;
  }

  write(scenarioId: string, { scenario, content: written }: { scenario: Scenario; content: Content }): void {
    const { content, content_hash, format_version } = written;
    this.#connection.run(
      `INSERT INTO working_copies (scenario_id, content, content_hash, format_version) VALUES (?, ?, ?, ?)
       ON CONFLICT (scenario_id) DO UPDATE SET content = excluded.content, content_hash = excluded.content_hash, format_version = excluded.format_version`,
      scenarioId,
      content,
      content_hash,
      format_version,
    );
    this.#last = { hash: content_hash, scenario };
  }

  #row<Row>(columns: string, scenarioId: string): Row {
    const row = this.#connection.get<Row>(`SELECT ${columns} FROM working_copies WHERE scenario_id = ?`, scenarioId);
    if (row === undefined) throw damaged(`The working copy of this scenario (${scenarioId}) is missing; it`);
    return row;
  }
}

export function damaged(what: string): StoreError {
  return new StoreError(
    'scenario-damaged',
    `${what} cannot be read as it was written. Other scenarios are not affected. Bring it back from a backup (Library, Backups), or open one of its versions.`,
  );
}

import { type JsonObject } from '../strict-json.ts';

/** The format that this version of Footing writes. A file of a later format is refused; one of an earlier format is migrated on opening. */
export const CURRENT_FORMAT_VERSION = 1;

/**
 * One step of the format's history: turns the whole content of a file of version `from` (without its seal) into that of the next version.
 * Pure: the content given is left as it is. A step is never changed once a version of Footing has shipped with it.
 */
export interface Migration {
  readonly from: number;
  readonly migrate: (content: JsonObject) => JsonObject;
}

/** The chain, oldest first. Version 1 is the first, so there is no step yet. */
export const MIGRATIONS: readonly Migration[] = [];

/** A format: the version that is current and the chain that leads to it. Tests pass one of their own. */
export interface FileFormat {
  readonly version: number;
  readonly migrations: readonly Migration[];
}

export const CURRENT_FORMAT: FileFormat = { version: CURRENT_FORMAT_VERSION, migrations: MIGRATIONS };

/** The chain lacks a step: a fault of the program, which the tests of the chain rule out. */
export class MigrationMissingError extends Error {
  readonly code = 'migration-missing';

  constructor(from: number) {
    super(
      `There is no migration from format ${String(from)}. The chain needs one step for each earlier version; add it to shared/scenario/migrations.`,
    );
    this.name = 'MigrationMissingError';
  }
}

/**
 * Takes a content from its format version to the current one, a step at a time. `steps` are the versions passed, oldest first: all of them, in order.
 * The content must be of the current version or an earlier one. Throws MigrationMissingError.
 */
export function migrated(
  content: JsonObject,
  { from, format }: { from: number; format: FileFormat },
): { content: JsonObject; steps: number[] } {
  const steps: number[] = [];
  let reached = content;
  for (let version = from; version < format.version; version += 1) {
    const step = format.migrations.find((migration) => migration.from === version);
    if (step === undefined) throw new MigrationMissingError(version);
    reached = { ...step.migrate(reached), formatVersion: version + 1 };
    steps.push(version);
  }
  return { content: reached, steps };
}

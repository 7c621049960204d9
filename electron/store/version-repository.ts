import { contentOf, damaged, scenarioOf } from './content-table.ts';
import { driftBetween } from './drift.ts';
import { outcomesBy } from './projecting.ts';
import { sealOf, sha256 } from './sealing.ts';
import type { Tables } from './tables.ts';
import type { Drift, Person, SealedVersion, Status, StorePorts, StoredOutcomes, VersionRepository, VersionSummary } from './types.ts';
import { versionSummaryOf, type VersionRow } from './version-table.ts';

/** What a version is sealed with besides the working copy. */
export type Sealing = { readonly by: Person; readonly label: string; readonly status: Status };

/** Seals the working copy of a scenario as a new version, with its outcomes computed now. To be called within a transaction. */
export function sealWorkingCopy(
  { tables, ports }: { tables: Tables; ports: StorePorts },
  scenarioId: string,
  sealing: Sealing,
): VersionSummary {
  const scenario = tables.contents.read(scenarioId);
  const content = contentOf(scenario);
  const outcomes = outcomesBy(ports.project, scenario);
  const version = {
    id: ports.newId(),
    scenarioId,
    number: tables.versions.nextNumber(scenarioId),
    engineVersion: outcomes.engineVersion,
    contentHash: content.content_hash,
    at: ports.now().toISOString(),
    ...sealing,
  };
  tables.versions.insert(version, content);
  tables.outcomes.write({ scenarioId, versionId: version.id }, outcomes);
  // The seal is over what the tables give back, so that it can be proven from them.
  tables.versions.seal(version.id, sealOver(tables.versions.read(version.id), tables.outcomes.ofVersion(version.id)));
  return versionSummaryOf(tables.versions.read(version.id));
}

function sealOver(row: VersionRow, outcomes: StoredOutcomes): string {
  const { seal: _seal, reported: _reported, ...version } = versionSummaryOf(row);
  return sealOf(version, outcomes);
}

export class StoreVersions implements VersionRepository {
  readonly #tables: Tables;
  readonly #ports: StorePorts;

  constructor(tables: Tables, ports: StorePorts) {
    this.#tables = tables;
    this.#ports = ports;
  }

  save(scenarioId: string, { by, label }: { by: Person; label: string }): VersionSummary {
    const { status } = this.#tables.scenarios.readToChange(scenarioId);
    return this.#tables.connection.inTransaction(() =>
      sealWorkingCopy({ tables: this.#tables, ports: this.#ports }, scenarioId, { by, label, status }),
    );
  }

  list(scenarioId: string): readonly VersionSummary[] {
    return this.#tables.versions.list(scenarioId);
  }

  read(versionId: string): SealedVersion {
    const row = this.#tables.versions.read(versionId);
    const scenario = scenarioOf(row);
    if (scenario === undefined) throw damaged(`Version ${String(row.number)} ("${row.label}")`);
    return { summary: versionSummaryOf(row), scenario, ...this.proofOf(versionId) };
  }

  /** The outcomes of a version, and whether its seal holds over them and everything else in it. */
  proofOf(versionId: string): Pick<SealedVersion, 'outcomes' | 'sealHolds'> {
    const row = this.#tables.versions.read(versionId);
    const outcomes = this.#tables.outcomes.ofVersion(versionId);
    return { outcomes, sealHolds: sha256(row.content) === row.content_hash && sealOver(row, outcomes) === row.seal };
  }

  readNumber(scenarioId: string, number: number): SealedVersion {
    return this.read(this.#tables.versions.idOf(scenarioId, number));
  }

  driftOf(versionId: string): Drift | undefined {
    const { scenario, outcomes } = this.read(versionId);
    return driftBetween(outcomes, outcomesBy(this.#ports.project, scenario));
  }
}

import type { Connection } from './connection.ts';
import type { Headline, OutcomeBar, OutcomeFigure, OutcomeRepository, StoredOutcomes } from './types.ts';

/** Whose outcomes: those of a version, or of the working copy of a scenario. */
export type OutcomeOwner = { readonly scenarioId: string; readonly versionId?: string | undefined };

export type HeadlineColumns = {
  readonly do_nothing: string | null;
  readonly reported: string | null;
  readonly underlying: string | null;
  readonly unidentified: string | null;
  readonly required_mitigation: string | null;
  readonly verdict: string | null;
};
type SetRow = HeadlineColumns & { readonly id: number; readonly engine_version: string; readonly not_computed_because: string | null };

/** The headline of a set; nothing where the scenario was not computed. */
export function headlineOf(row: HeadlineColumns): Headline | undefined {
  const { do_nothing, reported, underlying, unidentified, required_mitigation, verdict } = row;
  if (do_nothing === null || reported === null || underlying === null || unidentified === null) return undefined;
  if (required_mitigation === null || verdict === null) return undefined;
  return { doNothing: do_nothing, reported, underlying, unidentified, requiredMitigation: required_mitigation, verdict };
}

/** Outcomes as rows: one for each organisation, year and measure, and one for each bar of the bridge; amounts as canonical text. */
export class OutcomeTable implements OutcomeRepository {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  ofWorkingCopy(scenarioId: string): StoredOutcomes {
    return this.#read(this.#connection.get<SetRow>('SELECT * FROM outcome_sets WHERE scenario_id = ? AND version_id IS NULL', scenarioId));
  }

  ofVersion(versionId: string): StoredOutcomes {
    return this.#read(this.#connection.get<SetRow>('SELECT * FROM outcome_sets WHERE version_id = ?', versionId));
  }

  /** Puts outcomes in place of those that the owner had. */
  write({ scenarioId, versionId }: OutcomeOwner, outcomes: StoredOutcomes): void {
    this.#connection.run('DELETE FROM outcome_sets WHERE scenario_id = ? AND version_id IS ?', scenarioId, versionId ?? null);
    const headline = outcomes.kind === 'computed' ? outcomes.headline : undefined;
    const setId = this.#connection.insert(
      `INSERT INTO outcome_sets (scenario_id, version_id, engine_version, not_computed_because,
         do_nothing, reported, underlying, unidentified, required_mitigation, verdict) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      scenarioId,
      versionId ?? null,
      outcomes.engineVersion,
      outcomes.kind === 'computed' ? null : outcomes.reason,
      headline?.doNothing ?? null,
      headline?.reported ?? null,
      headline?.underlying ?? null,
      headline?.unidentified ?? null,
      headline?.requiredMitigation ?? null,
      headline?.verdict ?? null,
    );
    if (outcomes.kind === 'computed') this.#writeRows(setId, outcomes);
  }

  #writeRows(setId: number, { figures, bars }: { figures: readonly OutcomeFigure[]; bars: readonly OutcomeBar[] }): void {
    this.#connection.runForEach(
      'INSERT OR REPLACE INTO outcome_figures (set_id, organisation, year, measure, amount) VALUES (?, ?, ?, ?, ?)',
      figures.map(({ organisation, year, measure, amount }) => [setId, organisation, year, measure, amount]),
    );
    this.#connection.runForEach(
      'INSERT INTO outcome_bars (set_id, position, year, bar, label, kind, amount) VALUES (?, ?, ?, ?, ?, ?, ?)',
      bars.map(({ year, bar, label, kind, amount }, position) => [setId, position, year, bar, label, kind, amount]),
    );
  }

  #read(set: SetRow | undefined): StoredOutcomes {
    if (set === undefined) return { kind: 'notComputed', engineVersion: 'none', reason: 'No outcomes were stored.' };
    const headline = headlineOf(set);
    if (headline === undefined) {
      return {
        kind: 'notComputed',
        engineVersion: set.engine_version,
        reason: set.not_computed_because ?? 'The stored outcomes are incomplete.',
      };
    }
    const figures = this.#connection.all<OutcomeFigure>(
      'SELECT organisation, year, measure, amount FROM outcome_figures WHERE set_id = ? ORDER BY organisation, year, measure',
      set.id,
    );
    const bars = this.#connection.all<OutcomeBar>(
      'SELECT year, bar, label, kind, amount FROM outcome_bars WHERE set_id = ? ORDER BY position',
      set.id,
    );
    return { kind: 'computed', engineVersion: set.engine_version, headline, figures, bars };
  }
}

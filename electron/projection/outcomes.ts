import { ENGINE_VERSION, project, type Projection } from '../../shared/engine/project.ts';
import { ZERO, canonical, sum, type Decimal } from '../../shared/money/decimal.ts';
import { bridges } from '../../shared/outcomes/bridge.ts';
import { MEASURES, outcomesOf, systemEffectOf, type OrganisationOutcome, type Outcomes } from '../../shared/outcomes/positions.ts';
import { headlineOf as sentenceOf } from '../../shared/outcomes/story.ts';
import { verdictOf, type Verdict } from '../../shared/outcomes/verdict.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { SYSTEM, type Headline, type OutcomeBar, type OutcomeFigure, type StoredOutcomes } from '../store/types.ts';

/** Amounts by year, index 0 = base year. */
type ByYear = readonly (Decimal | undefined)[];
type Computed = { readonly projection: Projection; readonly outcomes: Outcomes; readonly verdict: Verdict };

const ORGANISATION_PARTS = ['riskShare', 'support', 'reserves'] as const;

/** Projects a scenario for the store: figures by body, year and measure, the bridge of every projected year, and what the library shows. */
export function storedOutcomes(scenario: Scenario): StoredOutcomes {
  const projection = project(scenario);
  const reason = reasonNotComputed(projection);
  if (reason !== undefined) return { kind: 'notComputed', engineVersion: ENGINE_VERSION, reason };
  const outcomes = outcomesOf(projection);
  const computed = { projection, outcomes, verdict: verdictOf(projection, outcomes) };
  return {
    kind: 'computed',
    engineVersion: ENGINE_VERSION,
    headline: headlineOf(computed),
    figures: figuresOf(computed),
    bars: barsOf(projection),
  };
}

/** Why nothing can be computed at all; a scenario of which single objects are left out is computed without them. */
export function reasonNotComputed({ frame }: Projection): string | undefined {
  const reason = frame.leftOut.get('scenario');
  if (reason !== undefined) return reason;
  return frame.yearCount === 0 ? 'No year follows the base year, so nothing is projected.' : undefined;
}

function headlineOf({ projection, outcomes, verdict }: Computed): Headline {
  const { target } = projection.frame;
  const inTarget = (amounts: ByYear): string => canonical(amounts[target] ?? ZERO);
  return {
    doNothing: inTarget(outcomes.system.doNothing),
    reported: inTarget(outcomes.system.reported),
    underlying: inTarget(outcomes.system.underlying),
    unidentified: canonical(verdict.unidentified),
    requiredMitigation: inTarget(systemMitigation(projection)),
    verdict: sentenceOf(projection, outcomes, verdict),
  };
}

function figuresOf({ projection, outcomes }: Computed): OutcomeFigure[] {
  const { years } = projection.frame;
  const figures: OutcomeFigure[] = [];
  const add = (organisation: string, measure: string, amounts: ByYear): void => {
    years.forEach((year, index) => {
      const amount = amounts[index];
      if (amount !== undefined) figures.push({ organisation, year, measure, amount: canonical(amount) });
    });
  };
  for (const measure of MEASURES) add(SYSTEM, measure, outcomes.system[measure]);
  add(SYSTEM, 'cumulative', outcomes.system.cumulative);
  add(SYSTEM, 'unidentified', systemEffectOf(projection, 'UNIDENTIFIED'));
  add(SYSTEM, 'requiredMitigation', systemMitigation(projection));
  for (const outcome of computedOrganisations(projection, outcomes)) {
    for (const measure of [...MEASURES, ...ORGANISATION_PARTS]) add(outcome.id, measure, outcome[measure]);
    if (projection.settlement.reserves.has(outcome.id)) add(outcome.id, 'requiredMitigation', mitigationOf(projection, outcome.id));
    add(outcome.id, 'controlTotal', outcome.controlTotal);
  }
  return figures;
}

/** An organisation that is left out because of a problem has no figures, which is not the same as nil. */
function computedOrganisations({ frame }: Projection, { organisations }: Outcomes): OrganisationOutcome[] {
  return organisations.filter(({ id }) => !frame.leftOut.has(`organisations:${id}`));
}

function mitigationOf({ frame, settlement }: Projection, organisation: string): Decimal[] {
  return frame.years.map((_, year) => settlement.reserves.get(organisation)?.[year]?.requiredMitigation ?? ZERO);
}

function systemMitigation(projection: Projection): Decimal[] {
  const councils = [...projection.settlement.reserves.keys()].map((id) => mitigationOf(projection, id));
  return projection.frame.years.map((_, year) => sum(councils.map((amounts) => amounts[year] ?? ZERO)));
}

function barsOf(projection: Projection): OutcomeBar[] {
  return bridges(projection).flatMap((bars, year) =>
    bars.map(({ bar, label, kind, amount }) => ({ year: projection.frame.years[year] ?? '', bar, label, kind, amount: canonical(amount) })),
  );
}

import { ZERO, plus, type Decimal } from '../money/decimal.ts';
import type { Scenario } from '../scenario/schema.ts';
import { blockedObjects, validate, type Problem } from '../scenario/validate.ts';
import { capital, type Capital } from './capital.ts';
import { doNothing, type DoNothing } from './do-nothing.ts';
import { frameOf, type Frame } from './frame.ts';
import { Ledger, foldByYear, nilByYear, type Entry } from './ledger.ts';
import { prevention, type PreventionOutcome } from './prevention.ts';
import { savings, savingsExitEffect, type Savings } from './savings.ts';
import { seriesRates, type SeriesRates } from './series.ts';
import { controlTotals, postSettlement, settle, type ByOrganisation, type Positions, type Settlement } from './settlement.ts';
import { shiftExitEffect, shifts, type Shifts } from './shift.ts';

/** Everything that one projection computed: the ledger that all totals are folded from, and the workings of each step for those who ask how. */
export type Projection = {
  readonly frame: Frame;
  readonly problems: readonly Problem[];
  readonly entries: readonly Entry[];
  readonly series: SeriesRates;
  readonly doNothing: DoNothing;
  readonly capital: Capital;
  readonly savings: Savings;
  readonly shifts: Shifts;
  readonly prevention: ReadonlyMap<string, PreventionOutcome>;
  readonly positions: Positions;
  readonly controlTotals: ReadonlyMap<string, readonly (Decimal | undefined)[]>;
  readonly settlement: Settlement;
  /** Full-year effect by organisation and year: exit run-rate less underlying (model-spec §10). */
  readonly fullYearEffect: ByOrganisation;
};

/** Version of the engine: it changes when a published number can change. */
export const ENGINE_VERSION = '1.0.0';

function withNilFor(frame: Frame, amounts: Map<string, Decimal[]>): Map<string, Decimal[]> {
  for (const organisation of frame.scenario.organisations)
    if (!amounts.has(organisation.id)) amounts.set(organisation.id, nilByYear(frame.yearCount));
  return amounts;
}

/** Step 8 of model-spec §10: positions by organisation, from the entries posted before risk-share and support. */
function positionsBeforeSupport(frame: Frame, entries: readonly Entry[]): Positions {
  const outside = entries.filter((entry) => entry.step === 'disposalAndImpairment');
  return {
    beforeSupport: withNilFor(
      frame,
      foldByYear(entries, frame.yearCount, (entry) => entry.organisation),
    ),
    untested: foldByYear(outside, frame.yearCount, (entry) => entry.organisation),
  };
}

function fullYearEffects(frame: Frame, parts: { capital: Capital; savings: Savings; shifts: Shifts }): Map<string, Decimal[]> {
  const effects = withNilFor(frame, new Map());
  const add = (organisation: string, amounts: readonly Decimal[]): void => {
    effects.set(
      organisation,
      (effects.get(organisation) ?? nilByYear(frame.yearCount)).map((total, year) =>
        year === 0 ? ZERO : plus(total, amounts[year] ?? ZERO),
      ),
    );
  };
  for (const [organisation, amounts] of savingsExitEffect(frame, parts.savings)) add(organisation, amounts);
  for (const [organisation, amounts] of shiftExitEffect(frame, parts.shifts)) add(organisation, amounts);
  for (const [id, outcome] of parts.capital.schemes) {
    const owner = parts.capital.funding.plans.get(id)?.scheme.organisation;
    if (owner !== undefined) add(owner, outcome.exitEffect);
  }
  return effects;
}

/**
 * Projects a scenario: the calculation order of model-spec §10, one line a step, strictly forward. Objects with a blocking problem are left out, and
 * `frame.leftOut` says which and why. Pure: the same scenario gives the same figures on any machine.
 */
export function project(scenario: Scenario): Projection {
  const problems = validate(scenario);
  return projectFrame(frameOf(scenario, blockedObjects(scenario, problems)), problems);
}

/** The same for a frame that is known already, with the problems that it stands on: a draw of the simulation leaves out what its scenario leaves out. */
export function projectFrame(frame: Frame, problems: readonly Problem[]): Projection {
  const ledger = new Ledger();
  const series = seriesRates(frame);
  const untouched = doNothing(frame, series, ledger);
  const built = capital(frame, ledger);
  const saved = savings(frame, { series, doNothing: untouched, capital: built }, ledger);
  const shifted = shifts(frame, { series, capital: built }, ledger);
  const prevented = prevention(frame, ledger);
  const positions = positionsBeforeSupport(frame, ledger.entries);
  const settlement = settle(frame, positions);
  postSettlement(frame, settlement, ledger);
  return {
    frame,
    problems,
    entries: ledger.entries,
    series,
    doNothing: untouched,
    capital: built,
    savings: saved,
    shifts: shifted,
    prevention: prevented,
    positions,
    controlTotals: controlTotals(frame),
    settlement,
    fullYearEffect: fullYearEffects(frame, { capital: built, savings: saved, shifts: shifted }),
  };
}

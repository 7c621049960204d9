import { ONE, ZERO, plus, sum, times, type Decimal } from '../money/decimal.ts';
import { figureAt } from '../engine/frame.ts';
import { HEADLINE_STEPS, STEPS, nilByYear, type Entry, type Step } from '../engine/ledger.ts';
import type { Projection } from '../engine/project.ts';
import { regimeOf, type Regime } from '../scenario/vocabulary.ts';

/** What a position is measured at, in the order in which the model settles it (model-spec §10). */
export const MEASURES = ['doNothing', 'headline', 'beforeSupport', 'reported', 'underlying', 'exitRunRate'] as const;
export type Measure = (typeof MEASURES)[number];

/** Positions of one body or of the system, in pounds by year, index 0 = base year; surplus positive. */
export type Outcome = Readonly<Record<Measure, readonly Decimal[]>> & { readonly steps: ReadonlyMap<Step, readonly Decimal[]> };

export type OrganisationOutcome = Outcome & {
  readonly id: string;
  readonly name: string;
  readonly regime: Regime;
  readonly riskShare: readonly Decimal[];
  readonly support: readonly Decimal[];
  readonly reserves: readonly Decimal[];
  /** Pre-PSF control total; undefined in a year without one. */
  readonly controlTotal: readonly (Decimal | undefined)[];
  /** Position after risk-share and before PSF less control total: favourable positive (model-spec §1.2). */
  readonly variance: readonly (Decimal | undefined)[];
};

export type SystemOutcome = Outcome & {
  /** Σ of reported from the first projected year. */
  readonly cumulative: readonly Decimal[];
  /** Reported per head; undefined where the population is blank or nil (rule E16). */
  readonly perHead: readonly (Decimal | undefined)[];
  /** Reported in base-year prices (model-spec §1.3). */
  readonly reportedReal: readonly Decimal[];
  /** What payers and payees book differently, as a cost to the payers (§19 (2)). */
  readonly booksNotAgreed: readonly Decimal[];
};
export type Outcomes = { readonly organisations: readonly OrganisationOutcome[]; readonly system: SystemOutcome };

type Tally = { steps: Map<Step, Decimal[]>; recurrent: Decimal[] };

/** One pass over the ledger: each organisation's total by step, and what of it is recurrent. */
function tally(entries: readonly Entry[], yearCount: number, organisations: readonly string[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>(organisations.map((id) => [id, { steps: new Map(), recurrent: nilByYear(yearCount) }]));
  for (const entry of entries) {
    const own = tallies.get(entry.organisation);
    if (own === undefined) continue;
    let years = own.steps.get(entry.step);
    if (years === undefined) {
      years = nilByYear(yearCount);
      own.steps.set(entry.step, years);
    }
    years[entry.year] = plus(years[entry.year] ?? ZERO, entry.amount);
    if (entry.recurrent) own.recurrent[entry.year] = plus(own.recurrent[entry.year] ?? ZERO, entry.amount);
  }
  return tallies;
}

/** The sum of some steps by year. */
export function sumOfSteps(outcome: Pick<Outcome, 'steps'>, yearCount: number, includes: (step: Step) => boolean): Decimal[] {
  const total = nilByYear(yearCount);
  for (const [step, years] of outcome.steps) {
    if (includes(step)) years.forEach((amount, year) => (total[year] = plus(total[year] ?? ZERO, amount)));
  }
  return total;
}

const SETTLED_AFTER: Readonly<Record<'beforeSupport' | 'reported', readonly Step[]>> = {
  beforeSupport: ['riskShare', 'support', 'reserves'],
  reported: [],
};

function organisationOutcome(projection: Projection, id: string, own: Tally): OrganisationOutcome {
  const { frame } = projection;
  const organisation = frame.organisations.get(id);
  const nil = nilByYear(frame.yearCount);
  const total = (includes: (step: Step) => boolean): Decimal[] => sumOfSteps(own, frame.yearCount, includes);
  const beforeSupport = total((step) => !SETTLED_AFTER.beforeSupport.includes(step));
  const riskShare = own.steps.get('riskShare') ?? nil;
  const untested = own.steps.get('disposalAndImpairment') ?? nil;
  const controlTotal = projection.controlTotals.get(id) ?? frame.years.map(() => undefined);
  const fullYear = projection.fullYearEffect.get(id) ?? nil;
  return {
    id,
    name: organisation?.name ?? id,
    regime: regimeOf(organisation?.type ?? 'ACUTE'),
    steps: own.steps,
    doNothing: own.steps.get('doNothing') ?? nil,
    headline: total((step) => HEADLINE_STEPS.has(step)),
    beforeSupport,
    riskShare,
    support: own.steps.get('support') ?? nil,
    reserves: own.steps.get('reserves') ?? nil,
    reported: total(() => true),
    underlying: own.recurrent,
    exitRunRate: own.recurrent.map((amount, year) => plus(amount, fullYear[year] ?? ZERO)),
    controlTotal,
    variance: controlTotal.map((amount, year) =>
      amount === undefined
        ? undefined
        : plus(beforeSupport[year] ?? ZERO, riskShare[year] ?? ZERO)
            .minus(untested[year] ?? ZERO)
            .minus(amount),
    ),
  };
}

function addUp(organisations: readonly OrganisationOutcome[], yearCount: number): Outcome {
  const total = (measure: Measure): Decimal[] =>
    nilByYear(yearCount).map((_, year) => sum(organisations.map((each) => each[measure][year] ?? ZERO)));
  const steps = new Map<Step, Decimal[]>();
  for (const step of STEPS) {
    if (!organisations.some((each) => each.steps.has(step))) continue;
    steps.set(
      step,
      nilByYear(yearCount).map((_, year) => sum(organisations.map((each) => each.steps.get(step)?.[year] ?? ZERO))),
    );
  }
  return {
    steps,
    doNothing: total('doNothing'),
    headline: total('headline'),
    beforeSupport: total('beforeSupport'),
    reported: total('reported'),
    underlying: total('underlying'),
    exitRunRate: total('exitRunRate'),
  };
}

/** Outcomes of model-spec §10 by organisation and for the system: folds over the ledger, with what is derived from them. */
export function outcomesOf(projection: Projection): Outcomes {
  const { frame } = projection;
  const tallies = tally(
    projection.entries,
    frame.yearCount,
    frame.scenario.organisations.map((organisation) => organisation.id),
  );
  const organisations = [...tallies].map(([id, own]) => organisationOutcome(projection, id, own));
  const system = addUp(organisations, frame.yearCount);
  let running = ZERO;
  const cumulative = system.reported.map((amount, year) => (year === 0 ? ZERO : (running = plus(running, amount))));
  const perHead = frame.years.map((label, year) => {
    const population = figureAt(frame.scenario.populationByYear, label);
    return population === undefined || population.isZero() ? undefined : (system.reported[year] ?? ZERO).div(population);
  });
  const reportedReal = system.reported.map((amount, year) => (year === 0 ? amount : amount.div(projection.series.deflator[year] ?? ONE)));
  const booksNotAgreed = frame.years.map((_, year) =>
    sum([...projection.doNothing.mismatches.values()].map((amounts) => amounts[year] ?? ZERO)),
  );
  return { organisations, system: { ...system, cumulative, perHead, reportedReal, booksNotAgreed } };
}

/** Delivered effect on the system of the schemes of one savings category, by year; what "Unidentified savings" still puts into the position. */
export function systemEffectOf(projection: Projection, category: string): Decimal[] {
  const schemes = [...projection.savings.schemes.values()].filter((outcome) => outcome.scheme.category === category);
  return nilByYear(projection.frame.yearCount).map((_, year) =>
    sum(schemes.map((outcome) => times(outcome.deliverable[year] ?? ZERO, outcome.systemFactor))),
  );
}

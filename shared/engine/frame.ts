import { startOf, yearAfter, yearsBetween, type YearLabel } from '../calendar/financial-year.ts';
import { D, ZERO, type Decimal } from '../money/decimal.ts';
import { DEFAULT_DELIVERY_BY_RATING, DEFAULT_DELIVERY_UNIDENTIFIED, DEFAULT_INPUTS } from '../scenario/defaults.ts';
import type { Input, InputByYear } from '../scenario/input.ts';
import type { CapitalScheme, Organisation, SavingsScheme, Scenario } from '../scenario/schema.ts';

/** What every step of the calculation reads: the years, the organisations, and the objects that are left out because of a problem. */
export type Frame = {
  readonly scenario: Scenario;
  /** Labels by year index: 0 is the base year, `yearCount` the last projected year. */
  readonly years: readonly YearLabel[];
  readonly yearCount: number;
  readonly target: number;
  readonly organisations: ReadonlyMap<string, Organisation>;
  /** Objects that cannot be computed, as "savings:S2", with the reason. */
  readonly leftOut: ReadonlyMap<string, string>;
  /** Capital schemes that are refused whatever their sources hold: those that a draw of the simulation does not approve (model-spec §11.2). */
  readonly notApproved?: ReadonlySet<string>;
};

/** The frame of a scenario. Without a usable base and horizon there are no projected years, and nothing is computed. */
export function frameOf(scenario: Scenario, leftOut: ReadonlyMap<string, string>): Frame {
  const span = leftOut.has('scenario') ? undefined : yearsBetween(scenario.baseYear, scenario.horizonYear);
  const yearCount = Math.max(span ?? 0, 0);
  const years =
    startOf(scenario.baseYear) === undefined
      ? [scenario.baseYear]
      : Array.from({ length: yearCount + 1 }, (_, year) => yearAfter(scenario.baseYear, year));
  const target = Math.min(Math.max(yearsBetween(scenario.baseYear, scenario.targetYear) ?? 0, 0), yearCount);
  return {
    scenario,
    years,
    yearCount,
    target,
    leftOut,
    organisations: new Map(scenario.organisations.map((organisation) => [organisation.id, organisation])),
  };
}

const parsed = new WeakMap<Input, Decimal>();

/** The exact figure of an input. Inputs never change, so each text is read once however often the scenario is projected. */
export function figure(input: Input): Decimal {
  let amount = parsed.get(input);
  if (amount === undefined) {
    amount = new D(input.value);
    parsed.set(input, amount);
  }
  return amount;
}

/** The figure of an input, or of the tool default where the scenario leaves it blank. */
export function figureOr(input: Input | undefined, fallback: Input): Decimal {
  return figure(input ?? fallback);
}

/** A whole number of months, years or rank; nil where blank. These are counts, not money, and are held in machine integers. */
export function wholeOf(input: Input | undefined): number {
  return input === undefined ? 0 : Number(input.value);
}

/** The figure entered for a year, or undefined where that year is blank. */
export function figureAt(byYear: InputByYear, label: YearLabel): Decimal | undefined {
  const input = byYear[label];
  return input === undefined ? undefined : figure(input);
}

/** Figures entered by year, index 0 = base year, to the horizon; a blank year is nil. */
export function figuresByYear(frame: Frame, byYear: InputByYear): Decimal[] {
  return frame.years.map((label) => figureAt(byYear, label) ?? ZERO);
}

/** Years past the horizon that are looked at; a mistyped label far off is a problem of validation, and no reason to count through millennia. */
const FURTHEST_BEYOND = 30;

/** Figures entered by year, index 0 = base year, to the last year entered even where that lies beyond the horizon. */
export function figuresBeyondHorizon(frame: Frame, byYear: InputByYear): Decimal[] {
  let last = frame.yearCount;
  for (const label of Object.keys(byYear)) {
    const year = yearsBetween(frame.scenario.baseYear, label) ?? 0;
    if (year <= frame.yearCount + FURTHEST_BEYOND) last = Math.max(last, year);
  }
  return Array.from({ length: last + 1 }, (_, year) => figureAt(byYear, yearAfter(frame.scenario.baseYear, year)) ?? ZERO);
}

/** Whether an object takes part in the calculation; none does where the years themselves cannot be used. */
export function takesPart(frame: Frame, kind: string, id: string): boolean {
  return !frame.leftOut.has('scenario') && !frame.leftOut.has(`${kind}:${id}`);
}

/** Kinds of object whose absence changes a position; a blank population or a range that cannot be used changes none. */
const POSITION_KINDS: ReadonlySet<string> = new Set([
  'scenario',
  'organisations',
  'series',
  'deflator',
  'lines',
  'flows',
  'pools',
  'savings',
  'declaredPairs',
  'capital',
  'shifts',
  'stepGroups',
  'strandedSupport',
  'prevention',
  'implementation',
  'riskShares',
  'support',
  'controlTotals',
  'reserves',
]);

/** The objects that positions are without, because of a problem. */
export function leftOutOfPositions(frame: Frame): string[] {
  return [...frame.leftOut.keys()].filter((object) => POSITION_KINDS.has(object.split(':')[0] ?? ''));
}

/** The delivery share that holds for a scheme, as an input with its source: stated, or by its rating, or nil for unidentified savings (model-spec §5.5). */
export function deliveryInput(scenario: Scenario, scheme: SavingsScheme): Input {
  if (scheme.delivery !== undefined) return scheme.delivery;
  if (scheme.rating !== undefined)
    return scenario.settings.deliveryByRating[scheme.rating] ?? DEFAULT_DELIVERY_BY_RATING[scheme.rating] ?? DEFAULT_INPUTS.fullShare;
  return scheme.category === 'UNIDENTIFIED' ? DEFAULT_DELIVERY_UNIDENTIFIED : DEFAULT_INPUTS.fullShare;
}

/** The capital schemes that something waits for: those that it names, and those that say they enable it. */
export function capitalNeededBy(scenario: Scenario, id: string, named: readonly string[]): CapitalScheme[] {
  return scenario.capital.filter((capital) => named.includes(capital.id) || capital.enables.includes(id));
}

import { labelOfStart, startOf } from '../../calendar/financial-year.ts';
import { inputsOf, type LocatedInput } from '../inputs-of.ts';
import { placerOf, type Placer } from '../places.ts';
import type { Problem } from '../problem.ts';
import { referencesOf, type Reference, type ReferredList } from '../references-of.ts';
import type { Organisation, Scenario } from '../schema.ts';

/** First and last financial year that is supported (model-spec §1.4), and the last for capital spend and envelopes, as April of a calendar year. */
export const FIRST_START = 2016;
export const LAST_START = 2023;
export const LAST_CAPITAL_START = 2029;
/** The earliest year of which a record of savings is taken: the one before the plans of the austerity years. */
export const FIRST_RECORD_START = 2010;

/** The years of a scenario as the calendar years in which they start. */
export type Calendar = { readonly base: number; readonly target: number; readonly horizon: number };

/** What the rules read: the scenario with its lists opened once. */
export type ScenarioIndex = {
  readonly scenario: Scenario;
  /** Undefined where base, target or horizon year cannot be used: rules about dates then have nothing to say. */
  readonly calendar: Calendar | undefined;
  /** Labels of the years after the base year, to the horizon. */
  readonly projectedYears: readonly string[];
  readonly inputs: readonly LocatedInput[];
  readonly references: readonly Reference[];
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly ids: Readonly<Record<ReferredList, ReadonlySet<string>>>;
  readonly place: Placer;
};

/** A rule, or a family of rules, of model-spec §15. */
export type Rule = (index: ScenarioIndex) => Problem[];

/** The years of a scenario, if base < target ≤ horizon and all are supported. */
export function calendarOf({ baseYear, targetYear, horizonYear }: Scenario): Calendar | undefined {
  const base = startOf(baseYear);
  const target = startOf(targetYear);
  const horizon = startOf(horizonYear);
  if (base === undefined || target === undefined || horizon === undefined) return undefined;
  const isUsable = base >= FIRST_START && base < target && target <= horizon && horizon <= LAST_START;
  return isUsable ? { base, target, horizon } : undefined;
}

/** The labels from one year to another, both included. */
export function yearsFrom(first: number, last: number): string[] {
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, year) => labelOfStart(first + year));
}

function idsOf(list: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(list.map(({ id }) => id));
}

/** Opens a scenario for the rules. */
export function indexOf(scenario: Scenario): ScenarioIndex {
  const calendar = calendarOf(scenario);
  return {
    scenario,
    calendar,
    projectedYears: calendar === undefined ? [] : yearsFrom(calendar.base + 1, calendar.horizon),
    inputs: inputsOf(scenario),
    references: referencesOf(scenario),
    organisations: new Map(scenario.organisations.map((organisation) => [organisation.id, organisation])),
    ids: {
      organisations: idsOf(scenario.organisations),
      series: idsOf(scenario.series),
      lines: idsOf(scenario.lines),
      programmes: idsOf(scenario.programmes),
      pools: idsOf(scenario.pools),
      savings: idsOf(scenario.savings),
      capital: idsOf(scenario.capital),
      shifts: idsOf(scenario.shifts),
      stepGroups: idsOf(scenario.stepGroups),
    },
    place: placerOf(scenario.organisations),
  };
}

/** The organisation as a person knows it: its name, or the id where the footprint does not have it. */
export function organisationName(index: ScenarioIndex, id: string): string {
  return index.organisations.get(id)?.name ?? id;
}

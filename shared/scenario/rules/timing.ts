import { labelOfStart, monthLabel, yearsBetween } from '../../calendar/financial-year.ts';
import { decimal } from '../../money/decimal.ts';
import type { Input, InputByYear } from '../input.ts';
import { listed } from '../labels.ts';
import type { Problem } from '../problem.ts';
import type { CapitalScheme, SavingsScheme } from '../schema.ts';
import type { Calendar, Rule, ScenarioIndex } from './scenario-index.ts';

/** Something that starts on a date and may have to wait for capital. */
type Starting = {
  readonly subject: string;
  readonly path: string;
  /** Month of its own start, its own slippage included; undefined where nothing says when. */
  readonly start: number | undefined;
  /** What it waits for, and the first month in which that can be used, mobilisation included. */
  readonly waitsFor?: { readonly names: string; readonly month: number };
};

function monthsOf(input: Input | undefined): number {
  return input === undefined ? 0 : Number(input.value);
}

/** April of the first year with a figure that is not nil (model-spec §19 (11)). */
function firstMonth(byYear: InputByYear, baseYear: string): number | undefined {
  const years = Object.entries(byYear)
    .filter(([, { value }]) => !decimal(value).isZero())
    .flatMap(([year]) => yearsBetween(baseYear, year) ?? []);
  return years.length === 0 ? undefined : 12 * Math.min(...years);
}

/** The field of a savings profile that says when it starts, and the month that it says. */
function plannedStart({ profile }: SavingsScheme, baseYear: string): { field: string; month: number | undefined } {
  switch (profile.kind) {
    case 'CUSTOM':
      return { field: 'profile.shareByYear', month: firstMonth(profile.shareByYear, baseYear) };
    case 'PROGRAMME':
      return { field: 'profile.rateByYear', month: firstMonth(profile.rateByYear, baseYear) };
    case 'NON_RECURRENT':
      return { field: 'profile.amountByYear', month: firstMonth(profile.amountByYear, baseYear) };
    default:
      return { field: 'profile.startMonth', month: monthsOf(profile.startMonth) };
  }
}

/** The capital that each scheme or shift waits for, by its object: what it names, and what says that it enables it. */
function capitalNeeded({ scenario, references }: ScenarioIndex): Map<string, Set<CapitalScheme>> {
  const byId = new Map(scenario.capital.map((scheme) => [scheme.id, scheme]));
  const needed = new Map<string, Set<CapitalScheme>>();
  const add = (object: string, scheme: CapitalScheme | undefined): void => {
    if (scheme !== undefined) needed.set(object, (needed.get(object) ?? new Set<CapitalScheme>()).add(scheme));
  };
  for (const { kind, object, id, lists } of references) {
    if (kind === 'needs' && lists[0] === 'capital') add(object, byId.get(id));
    if (kind === 'enables') for (const list of lists) add(`${list}:${id}`, byId.get(object.slice('capital:'.length)));
  }
  return needed;
}

function waitOf(needed: ReadonlySet<CapitalScheme> | undefined, mobilisation: Input | undefined): Starting['waitsFor'] {
  if (needed === undefined) return undefined;
  const opening = (scheme: CapitalScheme): number => monthsOf(scheme.operationalMonth) + monthsOf(scheme.slippageMonths);
  const last = Math.max(...[...needed].map(opening));
  const names = [...needed].filter((scheme) => opening(scheme) === last).map(({ id, name }) => `${name} (${id})`);
  return { names: listed(names), month: last + monthsOf(mobilisation) };
}

function startings(index: ScenarioIndex): Starting[] {
  const { scenario } = index;
  const needed = capitalNeeded(index);
  const savings = index.place('savings', scenario.savings).map(({ item, path, subject, object }): Starting => {
    const { field, month } = plannedStart(item, scenario.baseYear);
    const start = month === undefined ? undefined : month + monthsOf(item.slippageMonths);
    return { subject, path: `${path}.${field}`, start, waitsFor: waitOf(needed.get(object), item.mobilisationMonths) };
  });
  const shifts = index.place('shifts', scenario.shifts).map(({ item, path, subject, object }): Starting => {
    const start = monthsOf(item.startMonth) + monthsOf(item.slippageMonths);
    return { subject, path: `${path}.startMonth`, start, waitsFor: waitOf(needed.get(object), item.mobilisationMonths) };
  });
  const prevention = index.place('prevention', scenario.prevention).map(({ item, path, subject }): Starting => {
    const months = item.investments.flatMap(({ amountByYear }) => firstMonth(amountByYear, scenario.baseYear) ?? []);
    return { subject, path: `${path}.investments`, start: months.length === 0 ? undefined : Math.min(...months) };
  });
  return [...savings, ...shifts, ...prevention];
}

/** E7: the start moves to when the capital can be used, and both dates are named. */
function waiting({ subject, path, start, waitsFor }: Starting, baseYear: string): Problem[] {
  if (start === undefined || waitsFor === undefined || waitsFor.month <= start) return [];
  const from = monthLabel(baseYear, start);
  const ready = monthLabel(baseYear, waitsFor.month);
  const text = `${subject}: starts in ${from}, but ${waitsFor.names}, which it needs, can be used from ${ready}. It counts from ${ready}, and the difference is shown as timing. Plan the start for ${ready}, or open the capital earlier.`;
  return [{ id: 'E7', path, text, severity: 'warning' }];
}

/** E8: what starts after the target year does nothing for it. */
function tooLate({ subject, path, start, waitsFor }: Starting, baseYear: string, { base, target }: Calendar): Problem[] {
  if (start === undefined) return [];
  const effective = Math.max(start, waitsFor?.month ?? start);
  const firstTooLate = 12 * (target - base + 1);
  if (effective < firstTooLate) return [];
  const year = labelOfStart(target);
  const text = `${subject}: starts in ${monthLabel(baseYear, effective)}, after ${year}. It adds nothing to ${year} and is shown as beyond the horizon. To count, it must start by ${monthLabel(baseYear, firstTooLate - 1)}.`;
  return [{ id: 'E8', path, text, severity: 'warning' }];
}

/** E7 and E8: when schemes start (model-spec §5.3, §15, §19 (11), (12)). */
export const timingRules: Rule = (index) => {
  const { calendar } = index;
  const { baseYear } = index.scenario;
  if (calendar === undefined) return [];
  return startings(index).flatMap((starting) => [...waiting(starting, baseYear), ...tooLate(starting, baseYear, calendar)]);
};

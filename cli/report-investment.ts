import { monthLabel } from '../shared/calendar/financial-year.ts';
import { ZERO, sum, type Decimal } from '../shared/money/decimal.ts';
import { formatCount, formatPercent, moneyInSentence } from '../shared/money/format.ts';
import type { MoneyUnit } from '../shared/money/units.ts';
import type { CashYear } from '../shared/engine/cash.ts';
import { capitalNeededBy, wholeOf } from '../shared/engine/frame.ts';
import type { Projection } from '../shared/engine/project.ts';
import { shiftSystem } from '../shared/outcomes/shift-system.ts';
import { workforceSummary } from '../shared/outcomes/summary-shifts.ts';
import { wrapped } from './layout.ts';

/** What the sentences of a report need: the projection, the year of its tables and the unit. */
export type Page = { readonly projection: Projection; readonly year: number; readonly unit: MoneyUnit };

const item = (text: string): string[] => wrapped(text, { first: '  ', indent: '    ' });

/** Savings schemes and shifts that wait for a capital scheme, by name. */
function waitingFor({ projection }: Page, id: string): string[] {
  const { scenario } = projection.frame;
  const schemes = [...scenario.savings, ...scenario.shifts];
  return schemes
    .filter((scheme) => capitalNeededBy(scenario, scheme.id, scheme.capitalDependencies).some((needed) => needed.id === id))
    .map((scheme) => `${scheme.name} (${scheme.id})`);
}

function openingText(page: Page, scheme: Page['projection']['frame']['scenario']['capital'][number]): string {
  const { baseYear } = page.projection.frame.scenario;
  const planned = wholeOf(scheme.operationalMonth);
  const slip = wholeOf(scheme.slippageMonths);
  const opens = `opens ${monthLabel(baseYear, planned + slip)}`;
  return slip === 0 ? opens : `${opens}, ${String(slip)} months after the plan`;
}

/** One line for each capital scheme: what it costs, whether it is funded, when it opens, and what waits for it. */
export function capitalLines(page: Page): string[] {
  const { funding } = page.projection.capital;
  return [...funding.plans].flatMap(([id, plan]) => {
    const cost = moneyInSentence(plan.total, { unit: page.unit });
    const refusal = funding.refusals.get(id);
    const waiting = waitingFor(page, id);
    const state = refusal === undefined ? `funded, ${openingText(page, plan.scheme)}` : `not funded: ${refusal}`;
    const wait = waiting.length === 0 ? '' : ` ${refusal === undefined ? 'Needed by' : 'Lost with it'}: ${waiting.join(', ')}.`;
    const bias = plan.optimismBias.isZero() ? '' : ` with ${formatPercent(plan.optimismBias)} optimism bias`;
    return item(`${plan.scheme.name} (${id}): ${cost}${bias}, ${state}.${wait}`);
  });
}

/** Beds, wards and staff of the shifts: what closes, and whether it is growth avoided or a closure. */
export function shiftLines(page: Page): string[] {
  const { projection, year } = page;
  const label = projection.frame.years[year] ?? '';
  const wards = [...projection.shifts.groups.values()].flatMap((release) => {
    const steps = release.stepsInMarch[year] ?? ZERO;
    const what = release.releasedAs[year];
    const closed = `${formatCount(steps)} ${steps.eq(1) ? 'ward' : 'wards'} released by March${what === undefined ? '' : ` (${what})`}`;
    return item(`${release.group.name}, ${label}: ${formatCount(release.bedsFreed[year] ?? ZERO, 1)} beds freed, ${closed}.`);
  });
  const { released, needed } = workforceSummary(projection);
  const staff = (wte: string | null | undefined): string => (wte === null || wte === undefined ? 'n/a' : `${wte} WTE`);
  const isStaffed = [released[label], needed[label]].some((wte) => wte !== null && wte !== undefined);
  const workforce = isStaffed
    ? item(`Staff, ${label}: ${staff(released[label])} released, ${staff(needed[label])} needed; different people in different places.`)
    : [];
  const system = shiftSystem(projection);
  const planned = moneyInSentence(system.headline[year] ?? ZERO, { unit: page.unit });
  const effect = moneyInSentence(system.systemEffect[year] ?? ZERO, { unit: page.unit });
  return [...item(`The plan scores the shifts at ${planned} in ${label}; what the system gains is ${effect}.`), ...wards, ...workforce];
}

/** Prevention: what is spent and what comes back, inside and after the horizon; only cash inside it counts. */
export function preventionLines(page: Page): string[] {
  const { projection, year, unit } = page;
  const { years, yearCount } = projection.frame;
  return [...projection.prevention].flatMap(([id, outcome]) => {
    const money = (amounts: readonly Decimal[]): string => moneyInSentence(sum(amounts.slice(0, year + 1)), { unit });
    const after = moneyInSentence(outcome.cashAfterHorizon, { unit });
    const inside = `${money(outcome.investment)} spent to ${years[year] ?? ''}, ${money(outcome.benefit)} of benefit, ${money(outcome.cashReleasing)} of it cash`;
    return item(
      `${outcome.scheme.name} (${id}): ${inside}. After ${years[yearCount] ?? ''} comes ${after} of cash, which is no part of the balance.`,
    );
  });
}

/** Providers whose cash falls below nil by the end of a year: they would need a support loan (model-spec §10). */
export function cashLines(page: Page, cash: ReadonlyMap<string, readonly (CashYear | undefined)[]>): string[] {
  const { frame } = page.projection;
  return [...cash].flatMap(([id, years]) => {
    const name = frame.organisations.get(id)?.name ?? id;
    const closing = years[page.year];
    if (closing === undefined) return [];
    const loan = closing.needsSupportLoan ? ' It needs a support loan.' : '';
    return item(`${name}, March of ${frame.years[page.year] ?? ''}: ${moneyInSentence(closing.closing, { unit: page.unit })}.${loan}`);
  });
}

import type { Decimal } from '../../money/decimal.ts';
import { figureAt, takesPart } from '../../engine/frame.ts';
import { averagePay } from '../../engine/shift.ts';
import { keysOf } from '../../scenario/places.ts';
import { INFLUENCEABLE } from '../../scenario/vocabulary.ts';
import type { OrganisationOutcome } from '../positions.ts';
import { amountIn, type Context } from './context.ts';
import type { Draft, DraftTerm } from './draft.ts';
import { figureOfUse, useOf } from './input-uses.ts';
import { levelFactor } from './series.ts';
import { againstControlTotal } from './support.ts';
import { position, pounds } from './wording.ts';

export type OrganisationAt = { readonly context: Context; readonly id: string; readonly outcome: OrganisationOutcome };

/** The path of a figure of the organisation. */
export function pathAt({ context, id }: OrganisationAt, name: string, year: number): string {
  return context.path(year, 'organisations', id, name);
}

/** Label, unit and amount of a figure of the organisation, in pounds. */
export function base(at: OrganisationAt, label: string, amount: Decimal, year: number): { label: string; unit: '£'; amount: Decimal } {
  return { label: `${label}, ${at.outcome.name}, ${at.context.label(year)}`, unit: '£', amount };
}

/** The control total before PSF; one that includes PSF is taken without the allocation (§19 (4)). */
export function controlTotalDraft(at: OrganisationAt, year: number): Draft {
  const { context, id } = at;
  const amount = amountIn(at.outcome.controlTotal, year);
  const { controlTotals, support } = context.scenario;
  const label = context.label(year);
  const keys = keysOf(controlTotals);
  const last = controlTotals.findLastIndex((total) => total.organisation === id && figureAt(total.amountByYear, label) !== undefined);
  const use = useOf(context, `controlTotals.${keys[last] ?? id}.amountByYear.${label}`, '£');
  const allocations =
    controlTotals[last]?.basis !== 'POST_PSF'
      ? []
      : support.filter((each) => each.organisation === id && takesPart(context.frame, 'support', each.id));
  return {
    ...base(at, 'Control total before PSF', amount, year),
    sentence: `${at.outcome.name} is held to ${position(amount)} in ${label}, before PSF.`,
    formula: allocations.length === 0 ? 'the control total entered' : 'the control total entered, less the PSF allocation that it includes',
    terms: [
      { label: 'Control total entered', amount: figureOfUse(use), use },
      ...allocations.map(({ id: supportId }): DraftTerm => {
        const allocation = useOf(context, `support.${supportId}.allocationByYear.${label}`, '£');
        return { label: 'PSF allocation that it includes', amount: figureOfUse(allocation).neg(), use: allocation };
      }),
    ],
  };
}

/** Position after risk-share and before PSF against the control total, favourable positive (model-spec §1.2). */
export function varianceDraft(at: OrganisationAt, year: number): Draft {
  const amount = amountIn(at.outcome.variance, year);
  return {
    ...base(at, 'Against control total', amount, year),
    sentence: `${at.outcome.name} is ${pounds(amount)} ${amount.lt(0) ? 'short of' : 'better than'} its control total in ${at.context.label(year)}.`,
    formula: 'position after risk-share and before PSF, less control total',
    terms: againstControlTotal(at.context, at.id, year),
  };
}

/** Pay, agency, drugs and non-pay of the do nothing (model-spec §3.8, §19 (7)). */
export function influenceableDraft(at: OrganisationAt, year: number): Draft {
  const { context, id } = at;
  const { lines, influenceable } = context.projection.doNothing;
  const own = context.scenario.lines.filter(
    (line) => line.organisation === id && line.kind === 'EXPENDITURE' && INFLUENCEABLE.has(line.category) && lines.has(line.id),
  );
  const amount = amountIn(influenceable.get(id), year);
  return {
    ...base(at, 'Influenceable cost', amount, year),
    sentence: `${at.outcome.name} can influence ${pounds(amount)} of its cost in ${context.label(year)}: pay, agency, drugs and non-pay.`,
    formula: 'the sum of its pay, agency, drugs and non-pay lines if nothing changes',
    terms: own.map((line) => ({
      label: line.name,
      amount: amountIn(lines.get(line.id), year),
      path: context.path(year, 'lines', line.id),
    })),
  };
}

/** Average pay per WTE in prices of the year. */
export function averagePayDraft(at: OrganisationAt, year: number): Draft {
  const { context, id } = at;
  const use = useOf(context, `organisations.${id}.averagePayPerWte`, '£');
  const series = context.frame.organisations.get(id)?.averagePaySeries;
  const amount = amountIn(averagePay({ frame: context.frame, series: context.projection.series }, id), year);
  return {
    ...base(at, 'Average pay', amount, year),
    sentence: `One WTE costs ${at.outcome.name} ${pounds(amount)} on average in ${context.label(year)}.`,
    formula: 'average pay of the base year × growth of pay since',
    factors: [{ label: 'Average pay in the base year', amount: figureOfUse(use), unit: '£', use }, ...levelFactor(context, series, year)],
  };
}

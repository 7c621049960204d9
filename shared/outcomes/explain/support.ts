import { ONE, ZERO, isAtLeast, times } from '../../money/decimal.ts';
import type { SupportYear } from '../../engine/settlement.ts';
import { DEFAULT_INPUTS } from '../../scenario/defaults.ts';
import type { Support } from '../../scenario/schema.ts';
import { amountIn, type Context } from './context.ts';
import type { Draft, DraftTerm } from './draft.ts';
import { projected, type Family, type Figure, type FigureMap } from './figures.ts';
import { figureOfUse, useOf, type InputUse } from './input-uses.ts';
import { testedTerms } from './risk-share-parts.ts';
import { percent, pounds } from './wording.ts';

type SupportAt = { readonly context: Context; readonly support: Support; readonly year: number; readonly state: SupportYear };

function useAt({ context, support }: SupportAt, field: string, otherwise: Parameters<typeof useOf>[2]): InputUse {
  return useOf(context, `support.${support.id}.${field}`, otherwise);
}

function allocationUse(at: SupportAt): InputUse {
  return useAt(at, `allocationByYear.${at.context.label(at.year)}`, '£');
}

function allocationDraft(at: SupportAt): Draft {
  const use = allocationUse(at);
  return {
    label: `PSF allocation, ${at.context.name(at.support.organisation)}, ${at.context.label(at.year)}`,
    unit: '£',
    amount: at.state.allocation,
    sentence: `${at.context.name(at.support.organisation)} is offered ${pounds(at.state.allocation)} of PSF for ${at.context.label(at.year)}.`,
    formula: 'the allocation entered',
    terms: [{ label: 'Allocation entered', amount: at.state.allocation, use }],
  };
}

/** What is earned if the control total is met: the finance part, and the access part as far as its standards are met (model-spec §9.2). */
function atStakeDraft(at: SupportAt): Draft {
  const { context, support, year, state } = at;
  const [finance, access] = [useAt(at, 'financeShare', DEFAULT_INPUTS.financeShare), useAt(at, 'accessShare', DEFAULT_INPUTS.accessShare)];
  const achieved = useAt(at, `accessAchievedByYear.${context.label(year)}`, DEFAULT_INPUTS.fullShare);
  return {
    label: `PSF at stake, ${context.name(support.organisation)}, ${context.label(year)}`,
    unit: '£',
    amount: state.atStake,
    sentence: `${pounds(state.atStake)} of PSF is at stake in ${context.label(year)}: the finance part, and ${percent(figureOfUse(achieved))} of the access part.`,
    formula: 'allocation × (finance share + access share × access achieved)',
    terms: [
      { label: 'Finance part', amount: times(state.allocation, figureOfUse(finance)), use: finance },
      {
        label: 'Access part, as far as achieved',
        amount: times(state.allocation, times(figureOfUse(access), figureOfUse(achieved))),
        use: access,
      },
    ],
    uses: [allocationUse(at), achieved],
  };
}

function earnedDraft(at: SupportAt): Draft {
  const { context, support, year, state } = at;
  const path = (name: string): string => context.path(year, 'support', support.id, name);
  const passes = state.distanceToGate !== undefined && isAtLeast(state.distanceToGate, ZERO);
  const name = context.name(support.organisation);
  const distance = state.distanceToGate === undefined ? '' : ` by ${pounds(state.distanceToGate)}`;
  const gatePath = state.distanceToGate === undefined ? {} : { path: path('distanceToGate') };
  return {
    label: `PSF earned, ${name}, ${context.label(year)}`,
    unit: '£',
    amount: state.earned,
    sentence: passes
      ? `${name} earns ${pounds(state.earned)} of PSF in ${context.label(year)}: it meets its control total${distance}.`
      : `${name} earns no PSF in ${context.label(year)}: ${state.distanceToGate === undefined ? 'it has no control total to meet' : `it misses its control total${distance}`}, and ${pounds(state.atStake)} is lost.`,
    formula: 'what is at stake, if the control total is met, else nil',
    terms: [
      { label: 'At stake', amount: state.atStake, path: path('atStake') },
      { label: 'Lost because the control total is missed', amount: state.earned.minus(state.atStake) },
    ],
    factors: [
      { label: 'At stake', amount: state.atStake, unit: '£', path: path('atStake') },
      { label: passes ? 'Control total met' : 'Control total missed', amount: passes ? ONE : ZERO, unit: 'yes or no', ...gatePath },
    ],
  };
}

function distanceDraft(at: SupportAt): Draft {
  const { context, support, year } = at;
  const amount = at.state.distanceToGate ?? ZERO;
  return {
    label: `Distance to the PSF gate, ${context.name(support.organisation)}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${context.name(support.organisation)} ${amount.lt(0) ? 'misses' : 'meets'} its control total in ${context.label(year)} by ${pounds(amount)}, before PSF.`,
    formula: 'position after risk-share and before PSF, less control total; nil passes',
    terms: againstControlTotal(context, support.organisation, year),
  };
}

/** A position as PSF tests it, less the control total. */
export function againstControlTotal(context: Context, organisation: string, year: number): DraftTerm[] {
  const { settlement, controlTotals } = context.projection;
  return [
    ...testedTerms(context, organisation, year),
    {
      label: 'Risk-share transfers',
      amount: amountIn(settlement.transfers.get(organisation), year),
      path: context.path(year, 'organisations', organisation, 'riskShare'),
    },
    {
      label: 'Control total',
      amount: amountIn(controlTotals.get(organisation), year).neg(),
      path: context.path(year, 'organisations', organisation, 'controlTotal'),
    },
  ];
}

function supportFigures(context: Context, id: string): FigureMap | undefined {
  const years = context.projection.settlement.support.get(id);
  const support = context.scenario.support.find((each) => each.id === id);
  if (years === undefined || support === undefined) return undefined;
  const none = (year: number): string | undefined =>
    years[year] === undefined ? `no PSF allocation is entered for ${context.label(year)}` : undefined;
  const figureOf = (draft: (at: SupportAt) => Draft, missing = none): Figure =>
    projected((year) => draft({ context, support, year, state: years[year] ?? NO_SUPPORT }), missing);
  const noGate = (year: number): string | undefined =>
    none(year) ?? (years[year]?.distanceToGate === undefined ? `no control total is entered for ${context.label(year)}` : undefined);
  return new Map([
    ['earned', figureOf(earnedDraft)],
    ['atStake', figureOf(atStakeDraft)],
    ['allocation', figureOf(allocationDraft)],
    ['distanceToGate', figureOf(distanceDraft, noGate)],
  ]);
}

const NO_SUPPORT: SupportYear = { allocation: ZERO, atStake: ZERO, earned: ZERO, distanceToGate: undefined };

/** STF or PSF: `support.PSF1.earned.2020/21`, `atStake`, `distanceToGate` (model-spec §9.2). */
export const supportFamily: Family = {
  prefix: 'support',
  list: 'support',
  ids: (context) => [...context.projection.settlement.support.keys()],
  figuresOf: supportFigures,
};

/** PSF that an organisation earns in a year. */
export function supportTerms(context: Context, organisation: string, year: number): DraftTerm[] {
  return context.scenario.support.flatMap(({ id, organisation: holder }) => {
    const state = context.projection.settlement.support.get(id)?.[year];
    if (holder !== organisation || state === undefined) return [];
    return [{ label: 'PSF earned', amount: state.earned, path: context.path(year, 'support', id, 'earned') }];
  });
}

import { yearAfter } from '../../calendar/financial-year.ts';
import { slipByMonths } from '../../calendar/phasing.ts';
import { ONE, ZERO, plus, sum, times, type Decimal } from '../../money/decimal.ts';
import { figuresBeyondHorizon, wholeOf } from '../../engine/frame.ts';
import { DEFAULT_INPUTS } from '../../scenario/defaults.ts';
import { amountIn } from './context.ts';
import {
  capitalBase,
  capitalTerm,
  capitalUse,
  capitalUses,
  ownedShare,
  shareOfSources,
  unfundedDraft,
  type CapitalAt,
} from './capital-at.ts';
import type { Draft, DraftFactor, DraftTerm } from './draft.ts';
import { figureOfUse, useOf, type InputUse } from './input-uses.ts';
import { percent, pounds } from './wording.ts';

/** Base cost by the year for which it was planned. With a year, the part of each that falls in it after slippage (model-spec §6.3). */
function baseCostTerms(at: CapitalAt, fallingIn?: number): DraftTerm[] {
  const slip = wholeOf(at.scheme.slippageMonths);
  return figuresBeyondHorizon(at.context.frame, at.scheme.baseCostByYear).flatMap((planned, year) => {
    if (planned.isZero()) return [];
    const label = yearAfter(at.context.scenario.baseYear, year);
    const amount = fallingIn === undefined ? planned : (slipByMonths([planned], slip)[fallingIn - year] ?? ZERO);
    return [{ label: `Base cost planned for ${label}`, amount, use: capitalUse(at, `baseCostByYear.${label}`, '£') }];
  });
}

function biasUses(at: CapitalAt): InputUse[] {
  return capitalUses(at, ['optimismBias.upperBound', 'optimismBias.nonStandardShare', 'optimismBias.mitigation']);
}

/** Base cost and optimism bias as the parts of a cost: terms that add up to it, and factors that multiply to it. */
function costParts(at: CapitalAt, costs: readonly DraftTerm[]): Pick<Draft, 'terms' | 'factors' | 'uses'> {
  const cost = sum(costs.map((term) => term.amount));
  const bias = at.plan.optimismBias;
  return {
    terms: [...costs, { label: `Optimism bias of ${percent(bias)}`, amount: times(cost, bias) }],
    factors: [
      { label: 'Base cost', amount: cost, unit: '£' },
      { label: 'One plus optimism bias', amount: plus(ONE, bias), unit: 'ratio', path: `capital.${at.id}.optimismBias` },
    ],
    uses: [...biasUses(at), ...capitalUses(at, ['slippageMonths'])],
  };
}

/** Spend of a year, with optimism bias and after slippage (model-spec §6.3). */
export function spendDraft(at: CapitalAt, year: number): Draft {
  const common = capitalBase(
    at,
    { label: 'Capital spend', formula: 'base cost × (1 + optimism bias), moved by the slippage' },
    'spend',
    year,
  );
  if (!at.outcome.funded) return unfundedDraft(at, common);
  return {
    ...common,
    sentence: `${pounds(common.amount)} is spent on ${at.scheme.name} in ${at.context.label(year)}, with optimism bias of ${percent(at.plan.optimismBias)} and after slippage.`,
    ...costParts(at, baseCostTerms(at, year)),
  };
}

/** The whole cost of a scheme after optimism bias, funded or not; slippage moves it and does not change it. */
export function outturnDraft(at: CapitalAt): Draft {
  return {
    label: `Outturn cost, ${at.scheme.name}`,
    unit: '£',
    amount: at.plan.total,
    sentence: `${at.scheme.name} costs ${pounds(at.plan.total)} in all, with optimism bias of ${percent(at.plan.optimismBias)}.`,
    formula: 'base cost of all years × (1 + optimism bias)',
    ...costParts(at, baseCostTerms(at)),
  };
}

/** Optimism bias as a share of base cost (model-spec §6.3). */
export function optimismBiasDraft(at: CapitalAt): Draft {
  const amount = at.plan.optimismBias;
  const common = { label: `Optimism bias, ${at.scheme.name}`, unit: 'share', amount, formula: 'upper bound × (1 − mitigation)' } as const;
  const stated = at.scheme.optimismBias;
  if (stated === undefined)
    return { ...common, sentence: `No optimism bias is entered for ${at.scheme.name}, so its base cost is taken as it is.` };
  const mitigation = capitalUse(at, 'optimismBias.mitigation', DEFAULT_INPUTS.nil);
  const remaining = ONE.minus(figureOfUse(mitigation));
  const isMixed = stated.upperBound === undefined && stated.nonStandardShare !== undefined;
  const bound = capitalUse(at, 'optimismBias.upperBound', DEFAULT_INPUTS.optimismBiasStandard);
  const upper: DraftFactor = isMixed
    ? { label: 'Upper bound of a building that is partly non-standard', amount: mixedBound(at), unit: 'share' }
    : { label: 'Upper bound', amount: figureOfUse(bound), unit: 'share', use: bound };
  return {
    ...common,
    sentence: `${percent(amount)} is added to the base cost of ${at.scheme.name}: plans are optimistic, and ${percent(figureOfUse(mitigation))} of the upper bound is mitigated.`,
    factors: [upper, { label: 'Part that is not mitigated', amount: remaining, unit: 'share', use: mitigation }],
    uses: isMixed ? [capitalUse(at, 'optimismBias.nonStandardShare', 'share'), bound] : [],
    notes: isMixed
      ? [
          `Non-standard building: ${percent(figureOfUse(useOf(at.context, '', DEFAULT_INPUTS.optimismBiasNonStandard)))}. ${DEFAULT_INPUTS.optimismBiasNonStandard.source}.`,
        ]
      : [],
  };
}

function mixedBound(at: CapitalAt): Decimal {
  const share = figureOfUse(capitalUse(at, 'optimismBias.nonStandardShare', 'share'));
  const [standard, other] = [DEFAULT_INPUTS.optimismBiasStandard, DEFAULT_INPUTS.optimismBiasNonStandard].map((input) =>
    figureOfUse({ path: '', input, isDefault: true }),
  );
  return plus(times(share, other ?? ZERO), times(ONE.minus(share), standard ?? ZERO));
}

/** Whether the scheme passes the funding test of model-spec §6.4: 1 or nil. */
export function fundedDraft(at: CapitalAt): Draft {
  const refusal = at.context.projection.capital.funding.refusals.get(at.id);
  const sources = at.scheme.funding.map((part) => part.source);
  const { uses } = shareOfSources(at, sources);
  const envelopes = at.context.scenario.capitalEnvelopes.filter((envelope) => sources.includes(envelope.source));
  const held = envelopes.flatMap((envelope) =>
    Object.keys(envelope.amountByYear).map((label) => useOf(at.context, `capitalEnvelopes.${envelope.source}.amountByYear.${label}`, '£')),
  );
  return {
    label: `Funded, ${at.scheme.name}`,
    unit: 'yes or no',
    amount: at.outcome.funded ? ONE : ZERO,
    sentence:
      refusal === undefined
        ? `${at.scheme.name} is funded: every source it needs has headroom in every year.`
        : `${at.scheme.name} is not funded: ${refusal}. It spends nothing, and what waits for it does not count.`,
    formula: 'schemes in order of rank, each funded if every source that it needs has headroom for it in every year so far',
    uses: [
      ...uses,
      ...capitalUses(at, ['priority', ...Object.keys(at.scheme.baseCostByYear).map((label) => `baseCostByYear.${label}`)]),
      ...biasUses(at),
      ...held,
    ],
  };
}

/** Net book value at the end of a year, assets under construction included (model-spec §6.5). */
export function netBookValueDraft(at: CapitalAt, year: number): Draft {
  const common = capitalBase(at, { label: 'Net book value', formula: "last year's value + spend − depreciation" }, 'netBookValue', year);
  if (!at.outcome.funded) return unfundedDraft(at, common);
  const owned = ownedShare(at);
  return {
    ...common,
    sentence: `${at.scheme.name} stands in the books at ${pounds(common.amount)} at the end of ${at.context.label(year)}, assets under construction included.`,
    terms: [
      ...(year === 0
        ? []
        : [capitalTerm(at, 'netBookValue', { year: year - 1, label: `Net book value of ${at.context.label(year - 1)}` })]),
      capitalTerm(at, 'spend', { year, label: 'Capital spend' }),
      { label: 'Paid by PFI or lease, not in the books', amount: times(amountIn(at.outcome.spend, year), owned.share.minus(ONE)) },
      capitalTerm(at, 'depreciation', { year, label: 'Depreciation', sign: -1 }),
    ],
    uses: owned.uses,
  };
}

/** What bears PDC dividend at the end of a year (model-spec §6.5, §19 (24)). */
export function relevantNetAssetsDraft(at: CapitalAt, year: number): Draft {
  const common = capitalBase(
    at,
    { label: 'Relevant net assets', formula: 'net book value − donated part − loan outstanding' },
    'relevantNetAssets',
    year,
  );
  if (at.isCouncil) return { ...common, sentence: 'A council has no relevant net assets, since it pays no PDC dividend.' };
  if (!at.outcome.funded) return unfundedDraft(at, common);
  const value = amountIn(at.outcome.netBookValue, year);
  const donated = shareOfSources(at, ['DONATED_GRANT']);
  const owned = ownedShare(at).share;
  const part = owned.isZero() ? ONE : donated.share.div(owned);
  return {
    ...common,
    sentence: `${pounds(common.amount)} of ${at.scheme.name} bears PDC dividend at the end of ${at.context.label(year)}.`,
    terms: [
      capitalTerm(at, 'netBookValue', { year, label: 'Net book value' }),
      { label: 'Donated or granted part', amount: times(value, part).neg() },
      capitalTerm(at, 'loanOutstanding', { year, label: 'Loan outstanding', sign: -1 }),
    ],
    uses: donated.uses,
  };
}

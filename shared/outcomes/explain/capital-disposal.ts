import { monthsInUse } from '../../calendar/phasing.ts';
import { D, TWELVE, ZERO, plus, sum, times, type Decimal } from '../../money/decimal.ts';
import { figure, wholeOf } from '../../engine/frame.ts';
import { DEFAULT_INPUTS } from '../../scenario/defaults.ts';
import { capitalBase, capitalTerm, capitalUse, type CapitalAt } from './capital-at.ts';
import { amountIn } from './context.ts';
import type { Draft, DraftTerm } from './draft.ts';
import { figureOfUse, useOf, type InputUse } from './input-uses.ts';
import { pounds } from './wording.ts';

/** Disposal profit less impairment of a scheme in a year, in pounds. */
export function disposalAndImpairmentTotal(at: CapitalAt, year: number): Decimal {
  return amountIn(at.outcome.disposalProfit, year).minus(amountIn(at.outcome.impairment, year));
}

/** Disposal profit and impairment, which stand outside control totals and the underlying position (§19 (27)). */
export function disposalAndImpairmentDraft(at: CapitalAt, year: number): Draft {
  const terms = [
    capitalTerm(at, 'disposalProfit', { year, label: 'Profit on disposal' }),
    capitalTerm(at, 'impairment', { year, label: 'Impairment', sign: -1 }),
  ];
  const amount = disposalAndImpairmentTotal(at, year);
  return {
    label: `Disposal profit and impairment, ${at.scheme.name}, ${at.context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${at.scheme.name} brings ${pounds(amount)} of ${amount.lt(0) ? 'net loss' : 'net profit'} on disposal and impairment in ${at.context.label(year)}, outside control totals.`,
    formula: 'profit on disposal less impairment',
    terms,
  };
}

/** Profit on disposal: proceeds less book value, in the year of the sale (model-spec §6.5). */
export function disposalProfitDraft(at: CapitalAt, year: number): Draft {
  const common = capitalBase(
    at,
    { label: 'Profit on disposal', formula: 'proceeds less book value, in the year of the sale' },
    'disposalProfit',
    year,
  );
  return { ...common, ...disposalWords(at, year), terms: saleTerms(at, year, ['proceeds', 'netBookValue']) };
}

/** Proceeds of a disposal, in the year of the sale. */
export function proceedsDraft(at: CapitalAt, year: number): Draft {
  const common = capitalBase(at, { label: 'Proceeds of disposal', formula: 'proceeds, in the year of the sale' }, 'disposalProceeds', year);
  return { ...common, ...disposalWords(at, year), terms: saleTerms(at, year, ['proceeds']) };
}

function soldIn(at: CapitalAt): number | undefined {
  const { disposal } = at.scheme;
  return disposal === undefined ? undefined : Math.floor(wholeOf(disposal.month) / 12);
}

function disposalWords(at: CapitalAt, year: number): { sentence: string; uses: InputUse[] } {
  const sold = soldIn(at);
  const uses = sold === undefined ? [] : [capitalUse(at, 'disposal.month', 'months')];
  if (sold === undefined) return { sentence: `${at.scheme.name} disposes of nothing.`, uses };
  if (sold !== year) return { sentence: `The sale belongs to ${at.context.label(sold)}, not to ${at.context.label(year)}.`, uses };
  return { sentence: `The sale in ${at.context.label(year)} brings ${pounds(amountIn(at.outcome.disposalProceeds, year))}.`, uses };
}

function saleTerms(at: CapitalAt, year: number, fields: readonly ('proceeds' | 'netBookValue')[]): DraftTerm[] {
  if (soldIn(at) !== year) return [];
  return fields.map((field) => {
    const use = capitalUse(at, `disposal.${field}`, '£');
    const isGain = field === 'proceeds';
    return { label: isGain ? 'Proceeds' : 'Book value given up', amount: isGain ? figureOfUse(use) : figureOfUse(use).neg(), use };
  });
}

/** Depreciation of the year that a disposal takes away: straight line over what was left of the life (model-spec §6.5). */
export function depreciationRemovedDraft(at: CapitalAt, year: number): Draft {
  const words = {
    label: 'Depreciation that a disposal takes away',
    formula: 'book value disposed of ÷ remaining life, for the months since',
  };
  const common = capitalBase(at, words, 'depreciationRemoved', year);
  const { disposal } = at.scheme;
  if (disposal?.remainingLifeYears === undefined || at.isCouncil)
    return { ...common, sentence: `No depreciation falls away with a disposal by ${at.scheme.name}.` };
  const life = wholeOf(disposal.remainingLifeYears);
  const month = wholeOf(disposal.month);
  const [value, remaining] = [capitalUse(at, 'disposal.netBookValue', '£'), capitalUse(at, 'disposal.remainingLifeYears', 'years')];
  const months = monthsInUse(year, month, month + 12 * life);
  return {
    ...common,
    sentence: `${pounds(common.amount)} of depreciation falls away in ${at.context.label(year)} on what ${at.scheme.name} disposes of.`,
    factors: [
      { label: 'Book value disposed of', amount: figureOfUse(value), unit: '£', use: value },
      { label: 'Remaining life', amount: figureOfUse(remaining), unit: 'years', use: remaining, divides: true },
      { label: `${String(months)} of 12 months since the sale`, amount: new D(months).div(TWELVE), unit: 'share' },
    ],
    uses: [capitalUse(at, 'disposal.month', 'months')],
  };
}

/** Depreciation and dividend that fall away with what is disposed of (model-spec §6.5). */
export function chargesRemovedDraft(at: CapitalAt, year: number): Draft {
  const common = capitalBase(
    at,
    { label: 'Charges that a disposal takes away', formula: 'depreciation and dividend on the book value disposed of' },
    'chargesRemoved',
    year,
  );
  const { disposal } = at.scheme;
  if (disposal === undefined) return { ...common, sentence: `${at.scheme.name} disposes of nothing.` };
  if (at.isCouncil) return { ...common, sentence: 'A council bears neither depreciation nor dividend, so a sale takes none away.' };
  const sold = soldIn(at) ?? 0;
  const bookValue = figure(disposal.netBookValue);
  const left = (until: number): Decimal => (until < sold ? ZERO : bookValue.minus(sum(at.outcome.depreciationRemoved.slice(0, until + 1))));
  const rate = useOf(at.context, 'settings.pdcDividendRate', DEFAULT_INPUTS.pdcDividendRate);
  const dividend = times(figureOfUse(rate), plus(year === 0 ? ZERO : left(year - 1), left(year))).div(2);
  return {
    ...common,
    sentence: `What ${at.scheme.name} disposes of would have cost ${pounds(common.amount)} in ${at.context.label(year)}.`,
    terms: [
      capitalTerm(at, 'depreciationRemoved', { year, label: 'Depreciation no longer charged' }),
      { label: 'Dividend no longer charged', amount: dividend, use: rate },
    ],
    uses: ['month', 'netBookValue', 'remainingLifeYears'].map((field) =>
      capitalUse(at, `disposal.${field}`, field === 'netBookValue' ? '£' : 'years'),
    ),
  };
}

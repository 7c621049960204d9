import { ONE, ZERO, times, type Decimal } from '../../money/decimal.ts';
import { lifeInput, operationalMonth } from '../../engine/capital-charges.ts';
import { wholeOf } from '../../engine/frame.ts';
import { DEFAULT_INPUTS } from '../../scenario/defaults.ts';
import {
  averageDraft,
  capitalBase,
  capitalPath,
  capitalTerm,
  capitalUse,
  depreciatingFactor,
  inUseFactor,
  openingUses,
  ownedShare,
  unfundedDraft,
  type CapitalAt,
  type CapitalFigure,
} from './capital-at.ts';
import { totalOf, type Draft, type DraftFactor, type DraftTerm } from './draft.ts';
import { figureOfUse, useOf, type InputUse } from './input-uses.ts';
import { insideSentence, percent, pounds } from './wording.ts';

function lifeUse(at: CapitalAt): InputUse {
  return capitalUse(at, 'lifeYears', lifeInput(at.scheme));
}

/** Divides by the life in years, over which an asset is written off. */
function lifeFactor(at: CapitalAt): DraftFactor {
  const use = lifeUse(at);
  return { label: 'Asset life', amount: figureOfUse(use), unit: 'years', use, divides: true };
}

function outturnFactor(at: CapitalAt): DraftFactor {
  return { label: 'Outturn cost', amount: at.plan.total, unit: '£', path: `capital.${at.id}.outturn` };
}

/** Depreciation of a year, straight line from opening (model-spec §6.5, §19 (20)). */
export function depreciationDraft(at: CapitalAt, year: number): Draft {
  const common = capitalBase(at, { label: 'Depreciation', formula: 'outturn ÷ life, for the months in use' }, 'depreciation', year);
  if (at.isCouncil) return { ...common, sentence: `A council bears minimum revenue provision instead of depreciation.` };
  if (at.scheme.assetClass === 'LAND') return { ...common, sentence: 'Land does not depreciate.' };
  if (!at.outcome.funded) return unfundedDraft(at, common);
  const owned = ownedShare(at);
  return {
    ...common,
    sentence: `${at.scheme.name} depreciates by ${pounds(common.amount)} in ${at.context.label(year)}: straight line over ${lifeUse(at).input.value} years from the month it opens.`,
    factors: [
      outturnFactor(at),
      ...(owned.share.eq(ONE) ? [] : [{ label: 'Share that is not PFI or lease', amount: owned.share, unit: 'share' } as const]),
      lifeFactor(at),
      depreciatingFactor(at, year),
    ],
    uses: [...openingUses(at), ...owned.uses],
  };
}

/** PDC dividend of a year on average relevant net assets (model-spec §6.5). */
export function dividendDraft(at: CapitalAt, year: number): Draft {
  const common = capitalBase(at, { label: 'PDC dividend', formula: 'dividend rate × average relevant net assets' }, 'pdcDividend', year);
  if (at.isCouncil) return { ...common, sentence: 'A council pays no PDC dividend.' };
  if (!at.outcome.funded) return unfundedDraft(at, common);
  const use = useOf(at.context, 'settings.pdcDividendRate', DEFAULT_INPUTS.pdcDividendRate);
  const average = averageAssetsDraft(at, year).amount;
  return {
    ...common,
    sentence: `${at.scheme.name} costs ${pounds(common.amount)} of PDC dividend in ${at.context.label(year)}: ${percent(figureOfUse(use))} of average relevant net assets of ${pounds(average)}. It starts with the first pound spent.`,
    factors: [
      { label: 'Dividend rate', amount: figureOfUse(use), unit: 'rate', use },
      { label: 'Average relevant net assets', amount: average, unit: '£', ...capitalPath(at, 'averageRelevantNetAssets', year) },
    ],
  };
}

/** Relevant net assets on average over a year, which the dividend is charged on. */
export function averageAssetsDraft(at: CapitalAt, year: number): Draft {
  return averageDraft(at, 'relevantNetAssets', year, { label: 'Average relevant net assets', noun: 'the relevant net assets' });
}

/** Loan outstanding on average over a year, which interest is charged on. */
export function averageLoanDraft(at: CapitalAt, year: number): Draft {
  return averageDraft(at, 'loanOutstanding', year, { label: 'Average loan outstanding', noun: 'the loans' });
}

/** Interest of a year on what is borrowed (model-spec §6.5). */
export function interestDraft(at: CapitalAt, year: number): Draft {
  const common = capitalBase(at, { label: 'Loan interest', formula: 'interest rate × average loan outstanding' }, 'loanInterest', year);
  if (!at.outcome.funded) return unfundedDraft(at, common);
  const use = capitalUse(at, 'loanRate', DEFAULT_INPUTS.loanRate);
  const average = averageLoanDraft(at, year).amount;
  return {
    ...common,
    sentence: `${at.scheme.name} costs ${pounds(common.amount)} of interest in ${at.context.label(year)}: ${percent(figureOfUse(use))} of an average loan of ${pounds(average)}.`,
    factors: [
      { label: 'Interest rate', amount: figureOfUse(use), unit: 'rate', use },
      { label: 'Average loan outstanding', amount: average, unit: '£', ...capitalPath(at, 'averageLoanOutstanding', year) },
    ],
  };
}

/** Minimum revenue provision of a council in a year (model-spec §6.5, §19 (26)). */
export function provisionDraft(at: CapitalAt, year: number): Draft {
  const common = capitalBase(
    at,
    { label: 'Minimum revenue provision', formula: 'borrowing ÷ life, from the year after opening' },
    'minimumRevenueProvision',
    year,
  );
  if (!at.isCouncil)
    return { ...common, sentence: 'An NHS body bears depreciation and dividend; minimum revenue provision is for councils.' };
  if (!at.outcome.funded) return unfundedDraft(at, common);
  return {
    ...common,
    sentence: `${ownerName(at)} sets ${pounds(common.amount)} aside in ${at.context.label(year)} to repay what it borrowed for ${at.scheme.name}.`,
    terms: [capitalTerm(at, 'principal', { year, label: 'Borrowing repaid' })],
  };
}

function ownerName(at: CapitalAt): string {
  return at.context.name(at.scheme.organisation);
}

/** Running cost of a year, for the months in use (model-spec §6.5). */
export function runningCostDraft(at: CapitalAt, year: number): Draft {
  const common = capitalBase(at, { label: 'Running cost', formula: 'running cost per year, for the months in use' }, 'runningCost', year);
  if (!at.outcome.funded) return unfundedDraft(at, common);
  const use = capitalUse(at, 'runningCostPerYear', DEFAULT_INPUTS.nil);
  return {
    ...common,
    sentence: `${at.scheme.name} costs ${pounds(common.amount)} to run in ${at.context.label(year)}.`,
    factors: [{ label: 'Running cost per year', amount: figureOfUse(use), unit: '£', use }, inUseFactor(at, year)],
    uses: openingUses(at),
  };
}

/** A figure that is entered for the year and counts if the scheme is funded: a unitary charge, an impairment. */
export function enteredDraft(
  at: CapitalAt,
  year: number,
  entered: { name: 'unitaryCharge' | 'impairment'; field: string; label: string },
): Draft {
  const common = capitalBase(at, { label: entered.label, formula: 'the amount entered for the year' }, entered.name, year);
  if (!at.outcome.funded) return unfundedDraft(at, common);
  const use = capitalUse(at, `${entered.field}.${at.context.label(year)}`, '£');
  return {
    ...common,
    sentence: common.amount.isZero()
      ? `No ${insideSentence(entered.label)} of ${at.scheme.name} is entered for ${at.context.label(year)}.`
      : `${entered.label} of ${at.scheme.name} is ${pounds(common.amount)} in ${at.context.label(year)}, as entered.`,
    terms: [{ label: 'Amount entered', amount: figureOfUse(use), use }],
  };
}

/** Charges that the owner bears, and those that a disposal takes away (model-spec §6.5). */
const CHARGE_LABELS = {
  depreciation: 'Depreciation',
  pdcDividend: 'PDC dividend',
  loanInterest: 'Loan interest',
  minimumRevenueProvision: 'Minimum revenue provision',
  runningCost: 'Running cost',
  unitaryCharge: 'Unitary charge',
} as const satisfies Partial<Record<CapitalFigure, string>>;

/** Each charge of a scheme in a year as a term of its total, and less what a disposal takes away. */
function chargeTerms(at: CapitalAt, year: number): DraftTerm[] {
  const { depreciation, pdcDividend, loanInterest, minimumRevenueProvision, runningCost, unitaryCharge } = CHARGE_LABELS;
  return [
    capitalTerm(at, 'depreciation', { year, label: depreciation }),
    capitalTerm(at, 'pdcDividend', { year, label: pdcDividend }),
    capitalTerm(at, 'loanInterest', { year, label: loanInterest }),
    capitalTerm(at, 'minimumRevenueProvision', { year, label: minimumRevenueProvision }),
    capitalTerm(at, 'runningCost', { year, label: runningCost }),
    capitalTerm(at, 'unitaryCharge', { year, label: unitaryCharge }),
    capitalTerm(at, 'chargesRemoved', { year, label: 'No longer charged on what is disposed of', sign: -1 }),
  ];
}

/** What a scheme charges its owner in a year, in pounds. */
export function totalCharge(at: CapitalAt, year: number): Decimal {
  return totalOf(chargeTerms(at, year));
}

/** All that a scheme charges its owner in a year (model-spec §6.5). */
export function totalDraft(at: CapitalAt, year: number): Draft {
  const amount = totalCharge(at, year);
  return {
    label: `Charged to ${ownerName(at)}, ${at.scheme.name}, ${at.context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${at.scheme.name} costs ${ownerName(at)} ${pounds(amount)} in ${at.context.label(year)}, whoever gains from it.`,
    formula: 'depreciation, dividend, interest, provision, running cost and unitary charge, less what a disposal takes away',
    terms: chargeTerms(at, year),
    factors: at.outcome.funded || !amount.isZero() ? [] : (unfundedDraft(at, { label: '', formula: '' }).factors ?? []),
  };
}

/** Full-year effect: charges in the year less those of a full year in use, if it is in use at 31 March; depreciation and running cost only (model-spec §10). */
export function exitEffectDraft(at: CapitalAt, year: number): Draft {
  const common = capitalBase(
    at,
    { label: 'Full-year effect', formula: 'depreciation and running cost in the year less those of a full year' },
    'exitEffect',
    year,
  );
  if (!at.outcome.funded) return unfundedDraft(at, common);
  const opens = operationalMonth(at.scheme);
  const end = 12 * year + 12;
  if (opens >= end)
    return {
      ...common,
      sentence: `${at.scheme.name} is not open by 31 March, so it adds nothing to the run-rate of ${at.context.label(year)}.`,
      uses: openingUses(at),
    };
  const life = wholeOf(lifeInput(at.scheme));
  const bears = !at.isCouncil && at.scheme.assetClass !== 'LAND' && end < opens + 12 * life;
  const annual = bears ? times(at.plan.total, ownedShare(at).share).div(life) : ZERO;
  const running = capitalUse(at, 'runningCostPerYear', DEFAULT_INPUTS.nil);
  return {
    ...common,
    sentence: `A full year of ${at.scheme.name} costs ${pounds(common.amount)} ${common.amount.lt(0) ? 'more' : 'less'} than ${at.context.label(year)} does.`,
    terms: [
      capitalTerm(at, 'depreciation', { year, label: 'Depreciation in the year' }),
      capitalTerm(at, 'runningCost', { year, label: 'Running cost in the year' }),
      { label: 'Depreciation of a full year', amount: annual.neg() },
      { label: 'Running cost of a full year', amount: figureOfUse(running).neg(), use: running },
    ],
    uses: [...openingUses(at), lifeUse(at)],
    notes: ["Next year's dividend, interest and provision are not annualised; dividend on assets under construction comes on top."],
  };
}

import { ONE, ZERO, sum, times, type Decimal } from '../../money/decimal.ts';
import type { CashYear } from '../../engine/cash.ts';
import { DEFAULT_INPUTS } from '../../scenario/defaults.ts';
import { capitalAt, capitalTerm, ownedShare, type CapitalAt, type CapitalFigure } from './capital-at.ts';
import { amountIn, type Context } from './context.ts';
import type { Draft, DraftTerm } from './draft.ts';
import { projected, type Figure } from './figures.ts';
import { figureOfUse, useOf } from './input-uses.ts';
import { pounds } from './wording.ts';

type CashAt = { readonly context: Context; readonly id: string; readonly years: readonly (CashYear | undefined)[]; readonly year: number };

function pathAt({ context, id }: CashAt, name: string, year: number): string {
  return context.path(year, 'organisations', id, name);
}

/** A part of the cash of a year, as the projection keeps it. */
type CashPart = 'notCash' | 'capitalSpend' | 'financing' | 'principal' | 'receipts';

function stateOf({ years, year }: CashAt): CashYear | undefined {
  return years[year];
}

function base(at: CashAt, label: string, amount: Decimal): { label: string; unit: '£'; amount: Decimal } {
  return { label: `${label}, ${at.context.name(at.id)}, ${at.context.label(at.year)}`, unit: '£', amount };
}

/** Cash at the start of a year: last year's closing cash, or as entered for the first. */
function openingTerm(at: CashAt): DraftTerm {
  const amount = stateOf(at)?.opening ?? ZERO;
  if (at.year > 1) return { label: `Cash at the end of ${at.context.label(at.year - 1)}`, amount, path: pathAt(at, 'cash', at.year - 1) };
  return { label: 'Opening cash', amount, use: useOf(at.context, `organisations.${at.id}.openingCash`, '£') };
}

function cashDraft(at: CashAt): Draft {
  const state = stateOf(at);
  const amount = state?.closing ?? ZERO;
  const name = at.context.name(at.id);
  const part = (label: string, of: CashPart, sign: 1 | -1): DraftTerm => {
    const size = state?.[of] ?? ZERO;
    return { label, amount: sign === 1 ? size : size.neg(), path: pathAt(at, `cash.${of}`, at.year) };
  };
  return {
    ...base(at, 'Cash', amount),
    sentence: amount.lt(0)
      ? `${name} would be ${pounds(amount)} overdrawn at the end of ${at.context.label(at.year)}: it needs a support loan.`
      : `${name} ends ${at.context.label(at.year)} with ${pounds(amount)} of cash.`,
    formula: 'opening cash + reported position + what moves no cash − capital spend + PDC, loans and grants − principal + receipts',
    terms: [
      openingTerm(at),
      { label: 'Reported position', amount: state?.reported ?? ZERO, path: pathAt(at, 'reported', at.year) },
      part('Charges and gains that move no cash', 'notCash', 1),
      part('Capital spend', 'capitalSpend', -1),
      part('PDC, loans and grants received', 'financing', 1),
      part('Loan principal repaid', 'principal', -1),
      part('Receipts from disposals', 'receipts', 1),
    ],
    notes: ['Indicative: there is no working capital in it.'],
  };
}

function schemesOf({ context, id }: CashAt): CapitalAt[] {
  return [...context.projection.capital.schemes.keys()].flatMap((scheme) => {
    const at = capitalAt(context, scheme);
    return at?.scheme.organisation === id ? [at] : [];
  });
}

/** A figure of every capital scheme that the provider owns, as terms. */
function schemeTerms(at: CashAt, name: CapitalFigure, words: { what: string; sign: 1 | -1 }): DraftTerm[] {
  return schemesOf(at).map((scheme) =>
    capitalTerm(scheme, name, { year: at.year, label: `${scheme.scheme.name}: ${words.what}`, ...(words.sign === -1 ? { sign: -1 } : {}) }),
  );
}

/** Spend that the provider pays itself; a PFI partner pays the rest. */
function spendTerms(at: CashAt): DraftTerm[] {
  return schemesOf(at).flatMap((scheme) => {
    const spend = capitalTerm(scheme, 'spend', { year: at.year, label: `${scheme.scheme.name}: spend` });
    const partner = ONE.minus(ownedShare(scheme).share);
    return [spend, { label: `${scheme.scheme.name}: paid by the PFI partner`, amount: times(spend.amount, partner).neg() }];
  });
}

function existingCharges({ context, id, year }: CashAt): DraftTerm[] {
  return context.scenario.lines.flatMap((line): DraftTerm[] => {
    const amounts = context.projection.doNothing.lines.get(line.id);
    const counts = line.organisation === id && line.kind === 'EXPENDITURE' && line.category === 'CAPITAL_CHARGES';
    return counts && amounts !== undefined
      ? [{ label: line.name, amount: amountIn(amounts, year), path: context.path(year, 'lines', line.id) }]
      : [];
  });
}

function existingTotal(at: CashAt): Decimal {
  return sum(existingCharges(at).map((term) => term.amount));
}

function existingChargesDraft(at: CashAt): Draft {
  const amount = existingTotal(at);
  return {
    ...base(at, 'Capital charges that were there before', amount),
    sentence: `${at.context.name(at.id)} bears ${pounds(amount)} of capital charges in ${at.context.label(at.year)} before any new scheme.`,
    formula: 'the sum of its capital-charge lines',
    terms: existingCharges(at),
  };
}

/** Depreciation inside the capital charges that were there before (§19 (28)). */
function existingDepreciation(at: CashAt): { factors: Draft['factors']; amount: Decimal } {
  const use = useOf(at.context, 'settings.capitalChargesDepreciationShare', DEFAULT_INPUTS.capitalChargesDepreciationShare);
  const amount = times(existingTotal(at), figureOfUse(use));
  return {
    amount,
    factors: [
      {
        label: 'Capital charges that were there before',
        amount: existingTotal(at),
        unit: '£',
        path: pathAt(at, 'cash.existingCharges', at.year),
      },
      { label: 'Depreciation part of them', amount: figureOfUse(use), unit: 'share', use },
    ],
  };
}

function existingDepreciationDraft(at: CashAt): Draft {
  const { amount, factors } = existingDepreciation(at);
  return {
    ...base(at, 'Depreciation that was there before', amount),
    sentence: `${pounds(amount)} of the capital charges of ${at.context.name(at.id)} in ${at.context.label(at.year)} is depreciation, which moves no cash.`,
    formula: 'capital charges that were there before × the depreciation part of them',
    factors,
  };
}

function notCashTerms(at: CashAt): DraftTerm[] {
  const { amount } = existingDepreciation(at);
  return [
    { label: 'Depreciation that was there before', amount, path: pathAt(at, 'cash.existingDepreciation', at.year) },
    ...schemeTerms(at, 'depreciation', { what: 'depreciation', sign: 1 }),
    ...schemeTerms(at, 'depreciationRemoved', { what: 'depreciation that a disposal takes away', sign: -1 }),
    ...schemeTerms(at, 'impairment', { what: 'impairment', sign: 1 }),
    ...schemeTerms(at, 'disposalProfit', { what: 'disposal profit, counted again in the receipts', sign: -1 }),
  ];
}

const PARTS: Readonly<Record<CashPart, { label: string; formula: string; terms: (at: CashAt) => DraftTerm[] }>> = {
  notCash: {
    label: 'Charges and gains that move no cash',
    formula: 'depreciation and impairment less disposal profit',
    terms: notCashTerms,
  },
  capitalSpend: { label: 'Capital spend', formula: 'spend of its schemes, less what a PFI partner pays', terms: spendTerms },
  financing: {
    label: 'PDC, loans and grants received',
    formula: 'the sum over its schemes',
    terms: (at) => [
      ...schemeTerms(at, 'pdcReceived', { what: 'PDC', sign: 1 }),
      ...schemeTerms(at, 'loanDrawn', { what: 'loan', sign: 1 }),
      ...schemeTerms(at, 'grantsReceived', { what: 'grants', sign: 1 }),
    ],
  },
  principal: {
    label: 'Loan principal repaid',
    formula: 'the sum over its schemes',
    terms: (at) => schemeTerms(at, 'principal', { what: 'principal', sign: 1 }),
  },
  receipts: {
    label: 'Receipts from disposals',
    formula: 'the sum over its schemes',
    terms: (at) => schemeTerms(at, 'disposalProceeds', { what: 'proceeds', sign: 1 }),
  },
};

function partDraft(at: CashAt, part: CashPart): Draft {
  const amount = stateOf(at)?.[part] ?? ZERO;
  const { label, formula, terms } = PARTS[part];
  return {
    ...base(at, label, amount),
    sentence: `${label} of ${at.context.name(at.id)}: ${pounds(amount)} in ${at.context.label(at.year)}.`,
    formula,
    terms: terms(at),
  };
}

/** Cash of an NHS provider whose opening cash is entered: `organisations.ACUTE.cash.2020/21`, and its parts (model-spec §10, §19 (28)). */
export function cashFigures(context: Context, id: string): [string, Figure][] {
  const years = context.cash().get(id);
  if (years === undefined) return [];
  const figureOf = (draft: (at: CashAt) => Draft): Figure => projected((year) => draft({ context, id, years, year }));
  const parts = (['notCash', 'capitalSpend', 'financing', 'principal', 'receipts'] as const).map((part): [string, Figure] => [
    `cash.${part}`,
    figureOf((at) => partDraft(at, part)),
  ]);
  return [
    ['cash', figureOf(cashDraft)],
    ...parts,
    ['cash.existingDepreciation', figureOf(existingDepreciationDraft)],
    ['cash.existingCharges', figureOf(existingChargesDraft)],
  ];
}

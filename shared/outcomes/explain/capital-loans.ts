import { ZERO, plus, type Decimal } from '../../money/decimal.ts';
import { lifeInput } from '../../engine/capital-charges.ts';
import { DEFAULT_INPUTS } from '../../scenario/defaults.ts';
import type { CapitalSource } from '../../scenario/vocabulary.ts';
import { amountIn } from './context.ts';
import {
  capitalBase,
  capitalPath,
  capitalTerm,
  capitalUse,
  convertedLoan,
  isConverted,
  openingUses,
  shareOfSources,
  unfundedDraft,
  type CapitalAt,
  type CapitalFigure,
} from './capital-at.ts';
import type { Draft } from './draft.ts';
import { figureOfUse, type InputUse } from './input-uses.ts';
import { percent, pounds } from './wording.ts';

const BORROWED = { council: ['COUNCIL_BORROWING'], nhs: ['LOAN'] } as const satisfies Record<string, readonly CapitalSource[]>;

function borrowedShare(at: CapitalAt): { share: Decimal; uses: InputUse[] } {
  return shareOfSources(at, at.isCouncil ? BORROWED.council : BORROWED.nhs);
}

/** What is borrowed and not repaid at the end of a year (model-spec §6.5, §19 (25), (26)). */
export function loanOutstandingDraft(at: CapitalAt, year: number): Draft {
  const words = { label: 'Loan outstanding', formula: "last year's balance + drawn − repaid" };
  const common = capitalBase(at, words, 'loanOutstanding', year);
  if (!at.outcome.funded) return unfundedDraft(at, common);
  const converted = plus(convertedLoan(at, year), isConverted(at, year) ? amountIn(at.outcome.loanDrawn, year) : ZERO);
  return {
    ...common,
    sentence: `${pounds(common.amount)} of what was borrowed for ${at.scheme.name} is outstanding at the end of ${at.context.label(year)}.`,
    terms: [
      ...(year === 0
        ? []
        : [capitalTerm(at, 'loanOutstanding', { year: year - 1, label: `Outstanding at the end of ${at.context.label(year - 1)}` })]),
      capitalTerm(at, 'loanDrawn', { year, label: 'Drawn in the year' }),
      capitalTerm(at, 'principal', { year, label: 'Repaid in the year', sign: -1 }),
      { label: 'Converted to PDC by the reform of 2020', amount: converted.neg() },
    ],
    uses: borrowedShare(at).uses,
  };
}

type Part = { readonly name: CapitalFigure; readonly label: string; readonly sources: readonly CapitalSource[]; readonly from: string };

/** A part of the spend of a year: what is drawn on a loan, received as PDC or as a grant. */
function partOfSpendDraft(at: CapitalAt, year: number, { name, label, sources, from }: Part): Draft {
  const common = capitalBase(at, { label, formula: 'spend of the year × share of the funding mix' }, name, year);
  if (!at.outcome.funded) return unfundedDraft(at, common);
  const { share, uses } = shareOfSources(at, sources);
  return {
    ...common,
    sentence: `${pounds(common.amount)} of the spend on ${at.scheme.name} in ${at.context.label(year)} comes from ${from}: ${percent(share)}.`,
    factors: [
      { label: 'Capital spend', amount: amountIn(at.outcome.spend, year), unit: '£', ...capitalPath(at, 'spend', year) },
      { label: 'Share of the funding mix', amount: share, unit: 'share' },
    ],
    uses,
  };
}

/** What is borrowed in a year. */
export function loanDrawnDraft(at: CapitalAt, year: number): Draft {
  const sources = at.isCouncil ? BORROWED.council : BORROWED.nhs;
  return partOfSpendDraft(at, year, { name: 'loanDrawn', label: 'Loan drawn', sources, from: 'borrowing' });
}

/** Public dividend capital received in a year. */
export function pdcReceivedDraft(at: CapitalAt, year: number): Draft {
  return partOfSpendDraft(at, year, {
    name: 'pdcReceived',
    label: 'PDC received',
    sources: ['STP_PDC', 'OTHER_PDC'],
    from: 'public dividend capital',
  });
}

/** Donations and grants received in a year. */
export function grantsReceivedDraft(at: CapitalAt, year: number): Draft {
  const sources: CapitalSource[] = ['DONATED_GRANT', 'COUNCIL_CAPITAL_GRANT'];
  return partOfSpendDraft(at, year, { name: 'grantsReceived', label: 'Grants received', sources, from: 'donations and grants' });
}

/** What is repaid in a year: equal instalments of a loan, or what a council sets aside (§19 (25), (26)). */
export function principalDraft(at: CapitalAt, year: number): Draft {
  const label = at.isCouncil ? 'Borrowing repaid from revenue' : 'Loan principal repaid';
  const term = at.isCouncil
    ? capitalUse(at, 'lifeYears', lifeInput(at.scheme))
    : capitalUse(at, 'loanTermYears', DEFAULT_INPUTS.loanTermYears);
  const formula = at.isCouncil ? 'borrowing ÷ asset life, from the year after opening' : 'loan ÷ term, from the year after the last spend';
  const common = capitalBase(at, { label, formula }, 'principal', year);
  if (!at.outcome.funded) return unfundedDraft(at, common);
  const { share, uses } = borrowedShare(at);
  const isDue = !common.amount.isZero();
  return {
    ...common,
    sentence: isDue
      ? `${pounds(common.amount)} of the borrowing for ${at.scheme.name} is repaid in ${at.context.label(year)}.`
      : `Nothing of the borrowing for ${at.scheme.name} is repaid in ${at.context.label(year)}.`,
    factors: isDue
      ? [
          { label: 'Outturn cost', amount: at.plan.total, unit: '£', path: `capital.${at.id}.outturn` },
          { label: 'Share borrowed', amount: share, unit: 'share' },
          { label: 'Years of repayment', amount: figureOfUse(term), unit: 'years', use: term, divides: true },
        ]
      : [],
    uses: [...uses, term, ...(at.isCouncil ? openingUses(at) : [])],
  };
}

import {
  averageAssetsDraft,
  averageLoanDraft,
  depreciationDraft,
  dividendDraft,
  enteredDraft,
  exitEffectDraft,
  interestDraft,
  provisionDraft,
  runningCostDraft,
  totalDraft,
} from './capital-charges.ts';
import { capitalAt, type CapitalAt } from './capital-at.ts';
import { fundedDraft, netBookValueDraft, optimismBiasDraft, outturnDraft, relevantNetAssetsDraft, spendDraft } from './capital-balances.ts';
import { grantsReceivedDraft, loanDrawnDraft, loanOutstandingDraft, pdcReceivedDraft, principalDraft } from './capital-loans.ts';
import {
  chargesRemovedDraft,
  depreciationRemovedDraft,
  disposalAndImpairmentDraft,
  disposalProfitDraft,
  proceedsDraft,
} from './capital-disposal.ts';
import { askedFigures } from './capital-sources.ts';
import type { Context } from './context.ts';
import type { Draft } from './draft.ts';
import { everyYear, once, projected, type Family, type Figure, type FigureMap } from './figures.ts';

type ByYear = (at: CapitalAt, year: number) => Draft;

/** Balances and charges that are there from the base year on. */
const EVERY_YEAR: Readonly<Record<string, ByYear>> = {
  spend: spendDraft,
  depreciation: depreciationDraft,
  pdcDividend: dividendDraft,
  loanInterest: interestDraft,
  minimumRevenueProvision: provisionDraft,
  runningCost: runningCostDraft,
  unitaryCharge: (at, year) => enteredDraft(at, year, { name: 'unitaryCharge', field: 'unitaryChargeByYear', label: 'Unitary charge' }),
  impairment: (at, year) => enteredDraft(at, year, { name: 'impairment', field: 'impairmentByYear', label: 'Impairment' }),
  chargesRemoved: chargesRemovedDraft,
  depreciationRemoved: depreciationRemovedDraft,
  disposalProfit: disposalProfitDraft,
  disposalProceeds: proceedsDraft,
  netBookValue: netBookValueDraft,
  relevantNetAssets: relevantNetAssetsDraft,
  averageRelevantNetAssets: averageAssetsDraft,
  loanOutstanding: loanOutstandingDraft,
  averageLoanOutstanding: averageLoanDraft,
  loanDrawn: loanDrawnDraft,
  principal: principalDraft,
  pdcReceived: pdcReceivedDraft,
  grantsReceived: grantsReceivedDraft,
};

/** What is posted to the owner, from the first projected year on. */
const PROJECTED: Readonly<Record<string, ByYear>> = {
  total: totalDraft,
  exitEffect: exitEffectDraft,
  disposalAndImpairment: disposalAndImpairmentDraft,
};

function figuresOf(context: Context, id: string): FigureMap | undefined {
  const at = capitalAt(context, id);
  if (at === undefined) return undefined;
  const figures: [string, Figure][] = [
    ['funded', once(() => fundedDraft(at))],
    ['outturn', once(() => outturnDraft(at))],
    ['optimismBias', once(() => optimismBiasDraft(at))],
  ];
  for (const [name, draft] of Object.entries(EVERY_YEAR)) figures.push([name, everyYear((year) => draft(at, year))]);
  for (const [name, draft] of Object.entries(PROJECTED)) figures.push([name, projected((year) => draft(at, year))]);
  return new Map([...figures, ...askedFigures(at)]);
}

/** Capital schemes, their charges and their balances: `capital.C1.pdcDividend.2020/21`, `capital.C1.funded` (model-spec §6). */
export const capitalFamily: Family = {
  prefix: 'capital',
  list: 'capital',
  ids: (context) => [...context.projection.capital.schemes.keys()],
  figuresOf,
};

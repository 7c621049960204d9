import { DEFAULT_INPUTS } from '../../../../shared/scenario/defaults.ts';
import type { Input } from '../../../../shared/scenario/input.ts';
import { cellUnit, inputWords } from './sheet-context.ts';

/** A tool default in words: "92%". */
function words(input: Input): string {
  return inputWords(input, cellUnit(input.unit, { field: '', shownIn: '£' }));
}

/** What holds where a field is blank, by list and field, in words. Where it depends on more than the field, the table that shows it says so. */
export const DEFAULT_WORDS: Readonly<Record<string, string>> = {
  'savings.releaseShare': words(DEFAULT_INPUTS.releaseShare),
  'savings.recurrentShare': words(DEFAULT_INPUTS.fullShare),
  'savings.cashReleasingShare': words(DEFAULT_INPUTS.fullShare),
  'savings.delivery': 'by its rating, else 100%',
  'savings.mobilisationMonths': words(DEFAULT_INPUTS.noMonths),
  'savings.slippageMonths': words(DEFAULT_INPUTS.noMonths),
  'capital.lifeYears': 'by its class of asset',
  'capital.loanRate': words(DEFAULT_INPUTS.loanRate),
  'capital.loanTermYears': words(DEFAULT_INPUTS.loanTermYears),
  'capital.slippageMonths': words(DEFAULT_INPUTS.noMonths),
  'capital.priority': 'last',
  'shifts.delivery': words(DEFAULT_INPUTS.fullShare),
  'shifts.priceRealisation': words(DEFAULT_INPUTS.fullShare),
  'shifts.occupancy': words(DEFAULT_INPUTS.occupancy),
  'shifts.contractPricePerUnit': 'what the new service costs',
  'shifts.leadMonths': words(DEFAULT_INPUTS.noMonths),
  'shifts.slippageMonths': words(DEFAULT_INPUTS.noMonths),
  'shifts.mobilisationMonths': words(DEFAULT_INPUTS.noMonths),
  'stepGroups.stepSize': words(DEFAULT_INPUTS.stepSize),
  'stepGroups.stepCostPerYear': words(DEFAULT_INPUTS.stepCostPerYear),
  'stepGroups.lagMonths': words(DEFAULT_INPUTS.wardLagMonths),
  'prevention.cashReleasingShare': words(DEFAULT_INPUTS.preventionCashReleasingShare),
  'riskShares.inScopeShare': words(DEFAULT_INPUTS.fullShare),
  'support.financeShare': words(DEFAULT_INPUTS.financeShare),
  'support.accessShare': words(DEFAULT_INPUTS.accessShare),
  'settings.pdcDividendRate': words(DEFAULT_INPUTS.pdcDividendRate),
  'settings.overProgrammingLimit': words(DEFAULT_INPUTS.overProgrammingLimit),
  'settings.capitalChargesDepreciationShare': words(DEFAULT_INPUTS.capitalChargesDepreciationShare),
  'simulation.correlation': words(DEFAULT_INPUTS.correlation),
};

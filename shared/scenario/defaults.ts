import type { Input, Unit } from './input.ts';
import type { Judgement } from './schema.ts';
import type { AssetClass } from './vocabulary.ts';

/* What the tool assumes where the scenario says nothing. [J] marks a judgement with no national standard behind it: it is shown as "tool default" and can be
   overridden in the scenario; nothing marked so may be presented as guidance. */

function toolDefault(value: string, unit: Unit, source: string): Input {
  return { value, unit, source: `Tool default: ${source}` };
}

export const DEFAULT_INPUTS = {
  pdcDividendRate: toolDefault('0.035', 'rate', '3.5% of average relevant net assets (HFMA 2013; Hansard 23 October 2003)'),
  overProgrammingLimit: toolDefault(
    '0.05',
    'share',
    'judgement, because government capital under-spends by 3 to 6% a year (Institute for Government, 2020)',
  ),
  capitalChargesDepreciationShare: toolDefault('0.6', 'share', 'judgement'),
  loanRate: toolDefault('0.02', 'rate', 'judgement'),
  loanTermYears: toolDefault('20', 'years', 'judgement'),
  fullShare: toolDefault('1', 'share', 'the whole'),
  nil: toolDefault('0', 'share', 'none'),
  noMonths: toolDefault('0', 'months', 'none'),
  preventionCashReleasingShare: toolDefault('0.5', 'share', 'judgement'),
  releaseShare: toolDefault('0.35', 'share', 'judgement; ask for local ward budgets'),
  occupancy: toolDefault('0.92', 'share', 'judgement'),
  stepSize: toolDefault('28', 'beds', 'judgement'),
  stepCostPerYear: toolDefault('2400000', '£', 'judgement; ask for local ward budgets'),
  wardLagMonths: toolDefault('3', 'months', 'judgement'),
  financeShare: toolDefault('0.7', 'share', '70% finance, 30% access (STF rules 2016/17)'),
  accessShare: toolDefault('0.3', 'share', '70% finance, 30% access (STF rules 2016/17)'),
  optimismBiasStandard: toolDefault('0.24', 'share', 'Treasury upper bound, standard building, capital expenditure'),
  optimismBiasNonStandard: toolDefault('0.51', 'share', 'Treasury upper bound, non-standard building, capital expenditure'),
  deflator: toolDefault('0.015', 'rate', 'judgement, until the vintage of the HM Treasury series is confirmed'),
  cnstGrowth: toolDefault('0.08', 'rate', 'judgement'),
  correlation: toolDefault('0.3', 'share', 'judgement'),
} as const satisfies Record<string, Input>;

/** Benefit per £ of prevention in the year of spend and the six years after it (model-spec §8) [J]. */
export const DEFAULT_LAG_PROFILE: readonly Input[] = ['0', '0.1', '0.25', '0.4', '0.4', '0.3', '0.2'].map((share) =>
  toolDefault(share, 'ratio', 'judgement'),
);

const RATED = (value: string) => toolDefault(value, 'share', 'judgement; no national weighting of ratings was found');
export const DEFAULT_DELIVERY_BY_RATING: Readonly<Record<string, Input>> = {
  BLUE: RATED('1'),
  GREEN: RATED('0.9'),
  AMBER_GREEN: RATED('0.75'),
  AMBER: RATED('0.65'),
  AMBER_RED: RATED('0.4'),
  RED: RATED('0.3'),
};
export const DEFAULT_DELIVERY_UNIDENTIFIED = RATED('0');

const LIFE = (years: string) => toolDefault(years, 'years', 'judgement');
export const DEFAULT_LIFE_YEARS: Readonly<Record<AssetClass, Input>> = {
  BUILDING: LIFE('40'),
  EQUIPMENT: LIFE('10'),
  ICT: LIFE('5'),
  LAND: LIFE('40'),
  OTHER: LIFE('10'),
};

const ELASTICITY = (value: string) => toolDefault(value, 'share', 'judgement');
/** Share of volume growth that a cost follows, by cost type, where a volume series is named (model-spec §4) [J]. */
export const DEFAULT_ELASTICITY: Readonly<Record<string, Input>> = {
  PAY: ELASTICITY('0.8'),
  AGENCY: ELASTICITY('0.8'),
  NON_PAY: ELASTICITY('0.7'),
  DRUGS: ELASTICITY('1'),
  CNST: ELASTICITY('0'),
  CAPITAL_CHARGES: ELASTICITY('0'),
  BLOCK: ELASTICITY('0'),
  POOL: ELASTICITY('0'),
  S256_S76: ELASTICITY('0'),
};

const JUDGED = (value: string, of: string) => toolDefault(value, 'ratio', `judgement; ${of}`);
/** From where a test of realism asks, unless the scenario says otherwise (model-spec §11.1, §11.4, W2) [J]. */
export const DEFAULT_JUDGEMENTS: Readonly<Record<Judgement, Input>> = {
  requiredAmber: JUDGED('1', 'savings required ÷ savings achieved before, from which the rate is amber'),
  requiredRed: JUDGED('1.25', 'savings required ÷ savings achieved before, from which the rate is red'),
  backLoadingAmber: JUDGED('0.6', 'back-loading index from which it is amber; 0.5 is even'),
  backLoadingRed: JUDGED('0.7', 'back-loading index from which it is red'),
  redAndUnidentifiedShare: JUDGED('0.25', 'part of the plan that is rated red or not identified'),
  recurrentShare: JUDGED('0.75', 'part of savings that recurs; outturn 2017/18 was below 75%'),
};

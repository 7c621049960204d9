import { D, ONE, decimal, sum, type Decimal } from '../../money/decimal.ts';
import { DEFAULT_INPUTS } from '../defaults.ts';
import type { Input } from '../input.ts';
import type { Problem } from '../problem.ts';
import type { Rule, ScenarioIndex } from './scenario-index.ts';
import { shownAmount } from './wording.ts';

/** How far shares may be from adding up to the whole (rule E1). */
const SHARE_TOLERANCE = new D('0.000000001');

/** Shares that must make the whole, with the words for them and for the way out other than correcting them. */
type Split = {
  readonly path: string;
  readonly object: string;
  readonly words: string;
  readonly shares: readonly Input[];
  readonly orElse?: string;
};

function totalOf(shares: readonly Input[]): Decimal {
  return sum(shares.map(({ value }) => decimal(value)));
}

function notTheWhole({ path, object, words, shares, orElse }: Split): Problem[] {
  const total = totalOf(shares);
  const short = ONE.minus(total);
  if (short.abs().lte(SHARE_TOLERANCE)) return [];
  const change = short.isPositive() ? `Add ${shownAmount(short, 'share')}` : `Take ${shownAmount(short.neg(), 'share')} off`;
  const read = shares.length === 0 ? 'is empty' : `adds up to ${shownAmount(total, 'share')}`;
  const text = `${words} ${read}. It must add up to 100%. ${change}${orElse === undefined ? '' : `, or ${orElse}`}.`;
  return [{ id: 'E1', path, text, severity: 'error', blocks: [object] }];
}

function splitsOfSchemes({ scenario, place }: ScenarioIndex): Split[] {
  const savings = place('savings', scenario.savings)
    .filter(({ item }) => item.benefitSplit.length > 0)
    .map(({ item, path, object, subject }) => ({
      path: `${path}.benefitSplit`,
      object,
      words: `${subject}: the benefit split`,
      shares: item.benefitSplit.map(({ weight }) => weight),
      orElse: 'clear the split to give the whole to the owner',
    }));
  const prevention = place('prevention', scenario.prevention)
    .filter(({ item }) => item.investments.length > 0 || item.beneficiaries.length > 0)
    .map(({ item, path, object, subject }) => ({
      path: `${path}.beneficiaries`,
      object,
      words: `${subject}: the split of the benefit between beneficiaries`,
      shares: item.beneficiaries.map(({ weight }) => weight),
    }));
  return [...savings, ...prevention];
}

function splitsOfCapital({ scenario, place }: ScenarioIndex): Split[] {
  return place('capital', scenario.capital)
    .filter(({ item }) => item.funding.length > 0 || Object.values(item.baseCostByYear).some(({ value }) => !decimal(value).isZero()))
    .map(({ item, path, object, subject }) => ({
      path: `${path}.funding`,
      object,
      words: `${subject}: the funding mix`,
      shares: item.funding.map(({ share }) => share),
    }));
}

/** Weights of a risk share. One without participants, or with no weight at all, is rule E15's. */
function splitsOfAgreements({ scenario, place }: ScenarioIndex): Split[] {
  return place('riskShares', scenario.riskShares).flatMap(({ item, path, object, subject }) => {
    const gains = item.participants.map(({ gainWeight }) => gainWeight);
    const losses = item.participants.map(({ lossWeight }) => lossWeight);
    if (hasNoWeight(gains) && hasNoWeight(losses)) return [];
    return [
      { path: `${path}.participants`, object, words: `${subject}: the sharing of a gain (gain weights)`, shares: gains },
      { path: `${path}.participants`, object, words: `${subject}: the sharing of a loss (loss weights)`, shares: losses },
    ];
  });
}

/** Whether weights are missing or all nil. */
export function hasNoWeight(weights: readonly Input[]): boolean {
  return weights.every(({ value }) => decimal(value).isZero());
}

function splitsOfSupport({ scenario, place }: ScenarioIndex): Split[] {
  return place('support', scenario.support).map(({ item, path, object, subject }) => ({
    path: `${path}.financeShare`,
    object,
    words: `${subject}: the finance share with the access share`,
    shares: [item.financeShare ?? DEFAULT_INPUTS.financeShare, item.accessShare ?? DEFAULT_INPUTS.accessShare],
    orElse: 'clear both for the tool default of 70% and 30%',
  }));
}

/** E1: shares and weights that must make the whole (model-spec §5.1, §6.2, §8, §9). */
export const shareRules: Rule = (index) =>
  [...splitsOfSchemes(index), ...splitsOfCapital(index), ...splitsOfAgreements(index), ...splitsOfSupport(index)].flatMap(notTheWhole);

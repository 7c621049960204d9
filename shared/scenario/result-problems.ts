import { D, ZERO, isAtLeast, isBelow, sum, type Decimal } from '../money/decimal.ts';
import { exactPounds, formatPercent, roundHalfUp } from '../money/format.ts';
import { listed } from './labels.ts';
import type { Problem } from './problem.ts';
import { poolProblems, type PoolYearAmounts } from './rules/pools.ts';
import type { Scenario } from './schema.ts';

export { poolProblems, type PoolYearAmounts } from './rules/pools.ts';

const QUARTER = new D('0.25');

function pounds(amount: Decimal): string {
  return exactPounds(roundHalfUp(amount, 0));
}

/** A system figure, and the part of it that comes from one-off savings, in pounds of one year. */
export type Closure = {
  readonly measure: string;
  readonly year: string;
  readonly position: Decimal;
  readonly nonRecurrentSavings: Decimal;
};

/** W8: balance that is there only because of savings that must be found again next year (model-spec §15). */
export function nonRecurrentClosureProblem({ measure, year, position, nonRecurrentSavings }: Closure): Problem | undefined {
  const recurrent = position.minus(nonRecurrentSavings);
  if (!isAtLeast(position, ZERO) || !isBelow(recurrent, ZERO)) return undefined;
  const text = `${measure}, ${year}: ${pounds(position)} with ${pounds(nonRecurrentSavings)} of non-recurrent savings, and ${pounds(recurrent)} without. A recurrent gap needs recurrent savings. Find ${pounds(recurrent.neg())} that recurs, or say that the balance is for one year.`;
  return { id: 'W8', path: 'savings', text, severity: 'warning' };
}

/** W2: more than a quarter of the plan is rated red or not identified. `planned`: headline of each savings scheme in the target year, in pounds. */
function unlikelyPlan(scenario: Scenario, planned: ReadonlyMap<string, Decimal>): Problem[] {
  const amountOf = (id: string): Decimal => planned.get(id) ?? ZERO;
  const doubtful = scenario.savings.filter(({ rating, category }) => rating === 'RED' || category === 'UNIDENTIFIED').map(({ id }) => id);
  const plan = sum([...planned.values()]);
  const atRisk = sum(doubtful.map(amountOf));
  if (!plan.gt(ZERO) || isAtLeast(plan.times(QUARTER), atRisk)) return [];
  const named = listed(doubtful.filter((id) => amountOf(id).gt(ZERO)));
  const text = `Savings: ${pounds(atRisk)} of the ${pounds(plan)} planned for ${scenario.targetYear} is rated red or unidentified (${named}), ${formatPercent(atRisk.div(plan))} of the plan. Usual: at most 25%. Identify or firm up schemes, or lower the plan.`;
  return [{ id: 'W2', path: 'savings', text, severity: 'warning' }];
}

/** What the rules read of a projection. Amounts in pounds. */
export type Results = {
  readonly scenario: Scenario;
  /** Headline (L0) of each savings scheme in the target year, by scheme id. */
  readonly planned: ReadonlyMap<string, Decimal>;
  /** Every pool and projected year, with what its members ask of it (L2). */
  readonly pools: readonly PoolYearAmounts[];
  /** Positions of the target year that must not rest on one-off savings: the headline plan, and the reported position. */
  readonly closures: readonly Closure[];
};

/** E13, W2 and W8: what model-spec §15 has to say once the scenario is computed. E13 of pools entered as nil is said by `validate` already. */
export function resultProblems({ scenario, planned, pools, closures }: Results): Problem[] {
  const entered = new Set(scenario.pools.filter(({ kind }) => kind === 'AMOUNT').map(({ id }) => id));
  return [
    ...pools.filter(({ poolId, poolAmount }) => !(entered.has(poolId) && poolAmount.lte(ZERO))).flatMap(poolProblems),
    ...unlikelyPlan(scenario, planned),
    ...closures.flatMap((closure) => nonRecurrentClosureProblem(closure) ?? []),
  ];
}

/** The system before or after an edit: its target-year position, and its size (external income of that year), in pounds. */
export type SystemState = { readonly position: Decimal; readonly size: Decimal };

/**
 * W1, for whoever makes an edit: the system position moves by more than a quarter of the system's size, as when £m is typed into a £000 column.
 * `label` and `read` say which field and what was read ("Allocation (L1): base amount", "£420,000,000,000"). Undefined where the edit is of usual size.
 */
export function unitSlipProblem(edit: {
  path: string;
  label: string;
  read: string;
  before: SystemState;
  after: SystemState;
}): Problem | undefined {
  const { path, label, read, before, after } = edit;
  const change = after.position.minus(before.position);
  const limit = before.size.abs().times(QUARTER);
  if (before.size.isZero() || isAtLeast(limit, change.abs())) return undefined;
  const text = `${label}: read ${read}, which changes the position of the whole system by ${pounds(change)}, ${formatPercent(change.abs().div(before.size.abs()))} of its income. Usual: at most 25%. Confirm it, or check whether it is in £, £000 or £m.`;
  return { id: 'W1', path, text, severity: 'warning' };
}

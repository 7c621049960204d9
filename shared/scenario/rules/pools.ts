import { ZERO, decimal, isAtLeast, type Decimal } from '../../money/decimal.ts';
import { exactPounds, roundHalfUp } from '../../money/format.ts';
import { listed } from '../labels.ts';
import type { Problem } from '../problem.ts';
import type { Rule, ScenarioIndex } from './scenario-index.ts';

/** One year of one cost pool: its amount, and what its members ask of it once capital has been tested (L2), in pounds. */
export type PoolYearAmounts = {
  readonly poolId: string;
  readonly year: string;
  readonly poolAmount: Decimal;
  readonly members: readonly { readonly schemeId: string; readonly amount: Decimal }[];
};

function pounds(amount: Decimal): string {
  return exactPounds(roundHalfUp(amount, 2));
}

/**
 * E13 for one year of one pool (model-spec §5.4, §19 (13)): a pool of nil or less has nothing to save from, an error that blocks approval and not the
 * calculation; a member that asks for the whole pool or more is warned about, and what is beyond the pool counts as overlap.
 */
export function poolProblems({ poolId, year, poolAmount, members }: PoolYearAmounts): Problem[] {
  const path = `pools.${poolId}`;
  if (poolAmount.lte(ZERO)) {
    const text = `Cost pool ${poolId}: the cost base in ${year} is ${pounds(poolAmount)}. It must be above £0. Enter the cost that its schemes act on; until then they save nothing in ${year}.`;
    return [{ id: 'E13', path, text, severity: 'error' }];
  }
  return members
    .filter(({ amount }) => isAtLeast(amount, poolAmount))
    .map(({ schemeId, amount }): Problem => {
      const text = `Cost pool ${poolId}: ${schemeId} saves ${pounds(amount)} in ${year} from a cost base of ${pounds(poolAmount)}. A scheme must save less than the cost that it acts on. Lower the scheme, or widen the pool; what lies beyond counts as overlap.`;
      return { id: 'E13', path: `savings.${schemeId}.pool`, text, severity: 'warning' };
    });
}

/** E13 for pools entered as amounts, which need no result. */
function emptyPools({ scenario, projectedYears }: ScenarioIndex): Problem[] {
  const used = new Set(scenario.savings.map(({ pool }) => pool));
  return scenario.pools.flatMap((pool) => {
    if (pool.kind !== 'AMOUNT' || !used.has(pool.id)) return [];
    return projectedYears.flatMap((year) => {
      const poolAmount = decimal(pool.amountByYear[year]?.value ?? '0');
      return poolProblems({ poolId: pool.id, year, poolAmount, members: [] });
    });
  });
}

/** W9: a bed day that a shorter stay has saved is not there to be avoided (model-spec §5.4, last sentence). */
function sameBeds({ scenario, place }: ScenarioIndex): Problem[] {
  return place('savings', scenario.savings).flatMap(({ item, path, subject }): Problem[] => {
    const shifts = scenario.shifts.filter(
      ({ fromOrganisation, lengthOfStayDays }) => fromOrganisation === item.organisation && lengthOfStayDays !== undefined,
    );
    if (!item.shortensStays || shifts.length === 0) return [];
    const names = listed(shifts.map(({ id, name }) => `${name} (${id})`));
    const text = `${subject}: shortens stays at ${item.organisation}, where beds are freed too by ${names}. A bed day can be saved once. Check that the two act on different beds, or lower one of them.`;
    return [{ id: 'W9', path: `${path}.shortensStays`, text, severity: 'warning' }];
  });
}

/** W10: pounds of tariff and pounds of cost in one pool are not the same pounds (model-spec §19 (18)). */
function mixedPools({ scenario, place }: ScenarioIndex): Problem[] {
  return place('pools', scenario.pools).flatMap(({ item, path, subject }): Problem[] => {
    const members = scenario.savings.filter(({ pool }) => pool === item.id);
    const isAtTariff = ({ mechanism, valuedAt }: (typeof members)[number]): boolean =>
      mechanism === 'CONTRACT_REDUCTION' || valuedAt === 'TARIFF';
    const atTariff = members.filter(isAtTariff).map(({ id }) => id);
    const atCost = members.filter((member) => !isAtTariff(member)).map(({ id }) => id);
    if (atTariff.length === 0 || atCost.length === 0) return [];
    const text = `${subject}: it holds savings at tariff (${listed(atTariff)}) and at cost (${listed(atCost)}). A pool holds savings of one kind, since a pound of tariff is not a pound of cost. Give each kind a pool of its own.`;
    return [{ id: 'W10', path, text, severity: 'warning' }];
  });
}

/** E13 (amounts entered), W9 and W10: savings that act on the same pounds or beds (model-spec §5.4, §15). */
export const poolRules: Rule = (index) => [...emptyPools(index), ...sameBeds(index), ...mixedPools(index)];

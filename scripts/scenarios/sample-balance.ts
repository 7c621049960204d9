import { project } from '../../shared/engine/project.ts';
import { D, ZERO, canonical, isAtLeast, type Decimal } from '../../shared/money/decimal.ts';
import { outcomesOf } from '../../shared/outcomes/positions.ts';
import { inputAt, replaceInput } from '../../shared/scenario/inputs-of.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';

/** Digits after the pound that the balancing figure keeps: more than the tolerance of any comparison sees (model-spec §1.5.6). */
const PLACES = 8;

function reportedInTarget(scenario: Scenario): Decimal {
  const projection = project(scenario);
  return outcomesOf(projection).system.reported[projection.frame.target] ?? ZERO;
}

function withAmount(scenario: Scenario, path: string, amount: Decimal): Scenario {
  const before = inputAt(scenario, path);
  if (before === undefined) throw new RangeError(`The scenario has no input at ${path} to balance it by.`);
  return replaceInput(scenario, path, { ...before, value: canonical(amount) });
}

/**
 * The scenario with the input at `path` set to what its target year is short of balance without it. Throws where that does not bring the reported position to
 * nil: where the system is in surplus already, or where a pound entered there is not a pound of the position.
 */
export function balancedBy(scenario: Scenario, path: string): Scenario {
  const shortfall = reportedInTarget(withAmount(scenario, path, ZERO)).neg().toDecimalPlaces(PLACES, D.ROUND_CEIL);
  const balanced = withAmount(scenario, path, shortfall);
  const left = reportedInTarget(balanced);
  if (!isAtLeast(left, ZERO) || !isAtLeast(ZERO, left)) {
    throw new RangeError(
      `With £${canonical(shortfall)} at ${path} the reported position is £${canonical(left)}. ` +
        'An amount balances a system only from below, and only where it counts in full.',
    );
  }
  return balanced;
}

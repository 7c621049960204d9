import { ZERO, sum, type Decimal } from '../../../shared/money/decimal.ts';
import { capitalNeededBy } from '../../../shared/engine/frame.ts';
import type { Projection } from '../../../shared/engine/project.ts';

/** Schemes and shifts that wait for a capital scheme, with what each would save in the target year were it funded and on time. */
export type Waiting = {
  readonly id: string;
  readonly name: string;
  readonly what: 'saving' | 'shift';
  readonly amount: Decimal;
  readonly isLost: boolean;
};

export function waitingFor(projection: Projection, capitalId: string): readonly Waiting[] {
  const { frame, savings, shifts } = projection;
  const { scenario, target } = frame;
  const waits = (id: string, named: readonly string[]): boolean =>
    capitalNeededBy(scenario, id, named).some((each) => each.id === capitalId);
  const ofSavings = scenario.savings
    .filter(({ id, capitalDependencies }) => waits(id, capitalDependencies))
    .map(({ id, name }): Waiting => {
      const outcome = savings.schemes.get(id);
      return { id, name, what: 'saving', amount: outcome?.effective[target] ?? ZERO, isLost: outcome?.funded === false };
    });
  const ofShifts = scenario.shifts
    .filter(({ id, capitalDependencies }) => waits(id, capitalDependencies))
    .map(({ id, name }): Waiting => {
      const outcome = shifts.schemes.get(id);
      return { id, name, what: 'shift', amount: outcome?.headline[target] ?? ZERO, isLost: outcome?.activity.funded === false };
    });
  return [...ofSavings, ...ofShifts];
}

/** Savings of the target year that wait for capital that is not funded. */
export function savingsWithoutCapital(projection: Projection): Decimal {
  const { savings, frame } = projection;
  return sum([...savings.schemes.values()].filter(({ funded }) => !funded).map(({ effective }) => effective[frame.target] ?? ZERO));
}

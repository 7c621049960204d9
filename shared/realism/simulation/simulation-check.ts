import type { Check } from '../../engine/checks.ts';
import type { Projection } from '../../engine/project.ts';
import { D } from '../../money/decimal.ts';
import { checksOf } from '../../outcomes/displayed-checks.ts';
import { outcomesOf, type Outcomes } from '../../outcomes/positions.ts';
import { at } from './reduced-form/cell.ts';
import { Simulator } from './simulator.ts';

const MEASURES = ['beforeSupport', 'reported', 'underlying'] as const;
/** Pounds by which the two may differ; and of positions beyond all measure, what a binary float cannot hold. */
const TOLERANCE = new D(1);
const FLOAT_TOLERANCE = new D('1e-11');

/**
 * C11 of model-spec §12: with every figure as stated, the simulation's reduced form gives every organisation's position of every year as the engine does, within £1:
 * before support, reported and underlying. Leaves the simulator at that case.
 */
export function simulationCheck(
  projection: Projection,
  { simulator = new Simulator(projection.frame), outcomes = outcomesOf(projection) }: { simulator?: Simulator; outcomes?: Outcomes } = {},
): Check {
  simulator.setToCase('stated');
  const { positions, length } = simulator.form;
  for (const [index, body] of outcomes.organisations.entries())
    for (const measure of MEASURES)
      for (const [year, amount] of body[measure].entries()) {
        const difference = new D(at(positions[measure], index * length + year)).minus(amount);
        if (difference.abs().lte(TOLERANCE.plus(amount.abs().times(FLOAT_TOLERANCE)))) continue;
        const where = `${body.name}, ${projection.frame.years[year] ?? ''}`;
        return { id: 'C11', holds: false, detail: `${where}: the simulation's central case is out by £${difference.toFixed(2)}` };
      }
  return { id: 'C11', holds: true, detail: "The simulation's central case agrees with the engine within £1" };
}

/** Every check of a projection in order, C1 to C14: C11 stands between those of the engine and of what is displayed. */
export function allChecks(projection: Projection): Check[] {
  const outcomes = outcomesOf(projection);
  const others = checksOf(projection, { outcomes });
  const isBefore = ({ id }: Check): boolean => Number(id.slice(1)) < 11;
  return [...others.filter(isBefore), simulationCheck(projection, { outcomes }), ...others.filter((check) => !isBefore(check))];
}

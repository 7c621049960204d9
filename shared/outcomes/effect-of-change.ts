import { ZERO, minus, type Decimal } from '../money/decimal.ts';
import { project } from '../engine/project.ts';
import { inputAt, replaceInput } from '../scenario/inputs-of.ts';
import type { Scenario } from '../scenario/schema.ts';
import { outcomesOf } from './positions.ts';

const reported = new WeakMap<Scenario, Decimal>();

/** The system's reported position of the target year of a scenario, in pounds, surplus positive (model-spec §10). A scenario never changes, so it is worked once. */
export function reportedInTarget(scenario: Scenario): Decimal {
  let position = reported.get(scenario);
  if (position === undefined) {
    const projection = project(scenario);
    position = outcomesOf(projection).system.reported[projection.frame.target] ?? ZERO;
    reported.set(scenario, position);
  }
  return position;
}

/**
 * What one changed input does to the reported position of the target year: the scenario as it is, less the same scenario with this input alone as it was before.
 * Effects of several changes need not add up to the whole difference, because inputs meet. Undefined for what is no input, or stands in one of the two alone.
 */
export function effectOfChange({ before, after }: { before: Scenario; after: Scenario }, path: string): Decimal | undefined {
  const [old, now] = [inputAt(before, path), inputAt(after, path)];
  if (old?.unit === undefined || now === undefined || old.unit !== now.unit) return undefined;
  if (old.value === now.value) return ZERO;
  return minus(reportedInTarget(after), reportedInTarget(replaceInput(after, path, old)));
}

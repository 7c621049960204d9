import type { Decimal } from '../money/decimal.ts';
import { figure } from '../engine/frame.ts';
import type { Projection } from '../engine/project.ts';
import type { Measure, Outcomes } from './positions.ts';

/** A figure published elsewhere beside the one of this run. Difference = published − computed; null where this run has no such figure. Pounds. */
export type PublishedComparison = {
  readonly id: string;
  readonly name: string;
  readonly measure: Measure;
  readonly organisation: string | undefined;
  readonly year: string;
  readonly published: Decimal;
  readonly computed: Decimal | null;
  readonly difference: Decimal | null;
};

/** Every published figure of the scenario held against the run; nothing is forced to meet it. */
export function publishedComparisons(projection: Projection, outcomes: Outcomes): PublishedComparison[] {
  const { frame } = projection;
  return frame.scenario.publishedFigures.map(({ id, name, measure, organisation, year, amount }) => {
    const published = figure(amount);
    const whole = organisation === undefined ? outcomes.system : outcomes.organisations.find((each) => each.id === organisation);
    const isLeftOut = [`publishedFigures:${id}`, `organisations:${organisation ?? ''}`, 'scenario'].some((object) =>
      frame.leftOut.has(object),
    );
    const computed = isLeftOut ? null : (whole?.[measure][frame.years.indexOf(year)] ?? null);
    return { id, name, measure, organisation, year, published, computed, difference: computed === null ? null : published.minus(computed) };
  });
}

import { useMemo } from 'react';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import type { Exhibit, RealismExhibitId } from '../../../shared/outcomes/exhibits/exhibit.ts';
import { ShownFigures } from '../../../shared/outcomes/shown-figures.ts';
import { realismExhibitsOf } from '../../../shared/realism/exhibits/realism-exhibits.ts';
import type { RealismSource } from '../../../shared/realism/exhibits/realism-source.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { resultsOf, type Results } from '../../state/projection.ts';
import { contextOf } from '../../state/realism-contexts.ts';

/** What was worked out beyond one projection, and for which scenario: an earlier one has figures of its own. */
export type Worked = Pick<RealismSource, 'tornado' | 'edges' | 'simulation'> & {
  readonly of: Scenario | null;
  readonly isEarlier: boolean;
};

export type Shown = { readonly exhibit: Exhibit; readonly results: Results };

/** An exhibit of realism with the results that it is of; undefined where its part is not worked out or has nothing to show. */
export function useRealismExhibit(
  id: RealismExhibitId,
  { results, unit }: { readonly results: Results; readonly unit: MoneyUnit },
  worked: Worked = { of: null, isEarlier: false },
): Shown | undefined {
  const { of, isEarlier, tornado, edges, simulation } = worked;
  return useMemo(() => {
    const base = isEarlier && of !== null ? resultsOf(of, unit) : results;
    const { projection, outcomes } = base;
    // Draws fill as they run, so that one name has several amounts: they are rounded in a register of their own.
    const figures = simulation === undefined ? base.figures : new ShownFigures({ projection, outcomes, unit });
    const [exhibit] = realismExhibitsOf({ figures, context: contextOf(base), tornado, edges, simulation }, [id]);
    return exhibit === undefined ? undefined : { exhibit, results: base };
  }, [id, results, unit, of, isEarlier, tornado, edges, simulation]);
}

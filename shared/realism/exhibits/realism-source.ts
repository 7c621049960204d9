import type { ShownFigures } from '../../outcomes/shown-figures.ts';
import type { RealismContext } from '../realism-context.ts';
import type { SimulationResults } from '../simulation/results.ts';
import type { Tornado } from '../tornado.ts';
import type { TwoWayEdge } from '../two-way-edge.ts';

/** What the exhibits of realism are made from: the context of one projection and what was worked out from it; a part that was not has no exhibit. */
export type RealismSource = {
  readonly figures: ShownFigures;
  readonly context: RealismContext;
  readonly tornado?: Tornado | undefined;
  readonly edges?: readonly TwoWayEdge[] | undefined;
  readonly simulation?: SimulationResults | undefined;
};

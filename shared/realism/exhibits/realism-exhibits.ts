import type { Exhibit, RealismExhibitId } from '../../outcomes/exhibits/exhibit.ts';
import { edgeApplies, twoWayEdge, type TwoWayEdge } from '../two-way-edge.ts';
import { tornadoOf } from '../tornado.ts';
import { realismContext } from '../realism-context.ts';
import type { ShownFigures } from '../../outcomes/shown-figures.ts';
import { SHOWN_CORRELATIONS, settingsOf } from '../simulation/settings.ts';
import { Simulator } from '../simulation/simulator.ts';
import { resultsOf, type SimulationResults } from '../simulation/results.ts';
import { breakEvenExhibit } from './break-even-exhibit.ts';
import { concentrationExhibit } from './concentration-exhibit.ts';
import { edgeExhibit } from './edge-exhibit.ts';
import { probabilityExhibit } from './probability-exhibit.ts';
import type { RealismSource } from './realism-source.ts';
import { tornadoExhibit } from './tornado-exhibit.ts';

const MAKERS: Readonly<Record<RealismExhibitId, (source: RealismSource) => Exhibit | undefined>> = {
  'break-even': breakEvenExhibit,
  tornado: tornadoExhibit,
  'delivery-by-slip': (source) => edgeExhibit(source, 'delivery-by-slip'),
  'release-by-growth': (source) => edgeExhibit(source, 'release-by-growth'),
  concentration: concentrationExhibit,
  probability: probabilityExhibit,
};

/** The exhibits of realism from what was worked out, in the order asked for; those whose part was not, or has nothing to show, are left out. */
export function realismExhibitsOf(source: RealismSource, ids: readonly RealismExhibitId[]): Exhibit[] {
  if (source.context.projection.frame.leftOut.has('scenario')) return [];
  return ids.flatMap((id) => MAKERS[id](source) ?? []);
}

const EDGES: readonly TwoWayEdge['id'][] = ['delivery-by-slip', 'release-by-growth'];

/** The draws of a scenario by itself, at 0, 0.3 and 0.6; undefined where no input is ranged. */
function drawn({ projection }: ShownFigures): SimulationResults | undefined {
  const { frame } = projection;
  const { seed, draws } = settingsOf(frame.scenario);
  const simulator = new Simulator(frame);
  const block = simulator.draw({ seed, correlations: SHOWN_CORRELATIONS, first: 0, count: draws });
  const results = resultsOf(frame, simulator, { blocks: [block], seed, draws });
  return results.variableCount === 0 ? undefined : results;
}

/** Works out what the exhibits asked for need, and no more. It takes as many projections as there are ends of ranges, so it runs where nobody waits for a keystroke. */
export function workedRealism(figures: ShownFigures, ids: readonly RealismExhibitId[]): RealismSource {
  const { projection, outcomes } = figures;
  const context = realismContext(projection, { outcomes });
  const edges = EDGES.filter((id) => ids.includes(id) && edgeApplies(projection, id)).flatMap((id) => twoWayEdge(projection, id) ?? []);
  return {
    figures,
    context,
    edges,
    tornado: ids.includes('tornado') ? tornadoOf(projection) : undefined,
    simulation: ids.includes('probability') ? drawn(figures) : undefined,
  };
}

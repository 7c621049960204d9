import type { Projection } from '../../engine/project.ts';
import type { MoneyUnit } from '../../money/units.ts';
import type { Outcomes } from '../positions.ts';
import { ShownFigures } from '../shown-figures.ts';
import { verdictOf } from '../verdict.ts';
import { bridgeExhibit } from './bridge-exhibit.ts';
import { capitalExhibit } from './capital-exhibit.ts';
import type { Exhibit, ExhibitSource } from './exhibit.ts';
import { organisationsExhibit } from './organisations-exhibit.ts';
import { perHeadExhibit } from './per-head-exhibit.ts';
import { reservesExhibit } from './reserves-exhibit.ts';
import { savingsExhibit } from './savings-exhibit.ts';
import { schemesExhibit } from './schemes-exhibit.ts';
import { trajectoryExhibit } from './trajectory-exhibit.ts';
import { winnersExhibit } from './winners-exhibit.ts';

/** Top-down (model-spec §1.5.5): the system, then organisations, then lines. A figure is rounded in the first exhibit that has it, whatever is exported. */
const IN_ORDER: readonly ((source: ExhibitSource) => Exhibit | undefined)[] = [
  bridgeExhibit,
  trajectoryExhibit,
  savingsExhibit,
  organisationsExhibit,
  schemesExhibit,
  capitalExhibit,
  winnersExhibit,
  reservesExhibit,
  perHeadExhibit,
];

/**
 * The exhibits of one projection in one unit (model-spec §13), over one rounding register; those without content (no capital, no council) are left out, and none
 * is given where nothing was computed. `further` makes exhibits that are worked out above this folder, over the same register and after these.
 */
export function exhibitsOf(
  source: { projection: Projection; outcomes: Outcomes; unit: MoneyUnit },
  further: (figures: ShownFigures) => readonly Exhibit[] = () => [],
): Exhibit[] {
  if (source.projection.frame.leftOut.has('scenario')) return [];
  const figures = new ShownFigures(source);
  const verdict = verdictOf(source.projection, source.outcomes);
  return [...IN_ORDER.flatMap((exhibit) => exhibit({ figures, verdict }) ?? []), ...further(figures)];
}

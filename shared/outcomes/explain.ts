import type { Projection } from '../engine/project.ts';
import { bridgeFamily } from './explain/bars.ts';
import { capitalFamily } from './explain/capital.ts';
import { capitalSourceFamily } from './explain/capital-sources.ts';
import { contextOf, type Context } from './explain/context.ts';
import { councilFamily } from './explain/councils.ts';
import { lineFamily } from './explain/do-nothing.ts';
import { sealed } from './explain/draft.ts';
import type { Explanation, UnknownFigure } from './explain/explanation.ts';
import { find, pathsOf, type Family } from './explain/figures.ts';
import { flowFamily } from './explain/flows.ts';
import { organisationFamily } from './explain/organisations.ts';
import { pairFamily } from './explain/pairs.ts';
import { poolFamily } from './explain/pools.ts';
import { preventionFamily } from './explain/prevention.ts';
import { publishedFamily } from './explain/published.ts';
import { riskShareFamily } from './explain/risk-shares.ts';
import { savingsLayerFamily } from './explain/savings-layers.ts';
import { schemeFamily } from './explain/schemes.ts';
import { deflatorFamily, seriesFamily } from './explain/series.ts';
import { stepGroupFamily } from './explain/shift-groups.ts';
import { shiftSystemFamily } from './explain/shift-system.ts';
import { shiftFamily } from './explain/shifts.ts';
import { strandedFamily } from './explain/stranded.ts';
import { nearestPaths } from './explain/suggestions.ts';
import { supportFamily } from './explain/support.ts';
import { systemFamily } from './explain/system.ts';
import { workforceFamily } from './explain/workforce.ts';

export type {
  Explained,
  ExplainedInput,
  Explanation,
  Factor,
  FigureUnit,
  NotComputed,
  Term,
  UnknownFigure,
} from './explain/explanation.ts';
export { ExplanationError } from './explain/explanation.ts';
export { shownTerms, type ShownTerms } from './explain/shown-terms.ts';
export { explainText, figureAlone, figureText } from './explain/text.ts';

/** All that can be explained, in the order in which it is listed; a longer beginning of a path stands before a shorter one. */
const FAMILIES: readonly Family[] = [
  systemFamily,
  organisationFamily,
  bridgeFamily,
  schemeFamily,
  savingsLayerFamily,
  poolFamily,
  pairFamily,
  capitalSourceFamily,
  capitalFamily,
  stepGroupFamily,
  strandedFamily,
  shiftSystemFamily,
  shiftFamily,
  workforceFamily,
  preventionFamily,
  riskShareFamily,
  supportFamily,
  councilFamily,
  lineFamily,
  flowFamily,
  seriesFamily,
  deflatorFamily,
  publishedFamily,
];

const paths = new WeakMap<Projection, readonly string[]>();

/**
 * The path of every figure that can be explained, in the order of the summary, bridge and schemes before lines and series. Joined by dots, the year last:
 * `schemes.S2.deliverable.2020/21`. It serves suggestions, the command palette and tests; nothing is explained to list it.
 */
export function figurePaths(projection: Projection): readonly string[] {
  let known = paths.get(projection);
  if (known === undefined) {
    const context = contextOf(projection);
    const families = projection.frame.leftOut.has('scenario') ? [] : FAMILIES;
    known = [...new Set(families.flatMap((family) => pathsOf(context, family)))];
    paths.set(projection, known);
  }
  return known;
}

function unknown(projection: Projection, path: string): UnknownFigure {
  const suggestions = nearestPaths(path, figurePaths(projection));
  const shown = path.length > 80 ? `${path.slice(0, 80)}…` : path;
  const nearest =
    suggestions.length === 0
      ? 'This projection has no figures at all: mend its problems first.'
      : `Nearest: ${suggestions.join(', ')}. Choose one of these.`;
  return { kind: 'unknown', path, suggestions, text: `Read "${shown}", which is no figure of this projection. ${nearest}` };
}

function found(context: Context, path: string): ReturnType<typeof find> {
  const parts = path.split('.');
  for (const family of FAMILIES) {
    const here = find(context, family, parts);
    if (here !== undefined) return here;
  }
  return undefined;
}

/**
 * Explains one figure of a projection, one level deep: what it says, the terms (or factors) that made it, biggest first, with the path of the next level, and
 * the inputs that it rests on with their source and owner (product.md §3, Explain panel). Amounts are exact, positions surplus positive, as in model-spec §1.2.
 * A path that leads to no figure gives what was read and the nearest paths; a figure that is not computed gives the reason.
 * Throws ExplanationError where the terms do not add up to the figure, or the factors do not multiply to it.
 */
export function explain(projection: Projection, path: string): Explanation {
  const blocked = projection.frame.leftOut.get('scenario');
  if (blocked !== undefined) return { kind: 'not-computed', path, reason: blocked };
  const context = contextOf(projection);
  const here = found(context, path);
  if (here === undefined) return unknown(projection, path);
  return 'draft' in here ? sealed(context, path, here.draft()) : { kind: 'not-computed', path, reason: here.reason };
}

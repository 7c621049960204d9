import type { Projection } from '../../engine/project.ts';
import { figurePaths } from '../explain.ts';
import type { ExhibitId } from './exhibit.ts';

/** A mark of an exhibit: its key in the series, and its year where the exhibit shows several. */
export type Mark = { readonly exhibit: ExhibitId; readonly key: string; readonly year?: string | undefined };

/** Where the figure of a mark may stand among the figures that are explained; the first that is there holds. */
function candidates({ exhibit, key, year = '' }: Mark, target: string): string[] {
  switch (exhibit) {
    case 'bridge':
      return [`bridge.${target}.${key}`];
    case 'trajectory':
      return [`system.${key}.${year}`];
    case 'organisations':
      return [key === 'system' ? `system.reported.${target}` : `organisations.${key}.reported.${target}`];
    case 'savings':
      return [`savings.${key}.${year}`];
    case 'winners':
      return [key === 'system' ? `shifts.system.systemEffect.${target}` : `organisations.${key}.shiftEffect.${target}`];
    case 'capital':
      return [`capital.sources.${key}.askedInAll`, `capital.sources.${key}.asked.${target}`];
    case 'reserves': {
      const at = key.lastIndexOf('.');
      return [`councils.${key.slice(0, at)}.requiredMitigation${key.slice(at)}`];
    }
    case 'concentration': {
      const scheme = key.slice('concentration.'.length);
      return scheme === 'total' || scheme === 'rest' ? [] : [`schemes.${scheme}.systemEffect.${target}`];
    }
    default:
      return [];
  }
}

const known = new WeakMap<Projection, ReadonlySet<string>>();

/**
 * The path of the figure that a mark of an exhibit shows, as `explain` takes it: `bridge.2020/21.deliveryRisk`. Undefined where the mark is a sum that stands
 * in that exhibit alone, such as the rest of all schemes.
 */
export function figureOfMark(projection: Projection, mark: Mark): string | undefined {
  const wanted = candidates(mark, projection.frame.years[projection.frame.target] ?? '');
  if (wanted.length < 2) return wanted[0];
  let paths = known.get(projection);
  if (paths === undefined) known.set(projection, (paths = new Set(figurePaths(projection))));
  return wanted.find((path) => paths.has(path));
}

import type { Projection } from '../../shared/engine/project.ts';
import { realismContext, type RealismContext } from '../../shared/realism/realism-context.ts';
import type { Results } from './projection.ts';

const known = new WeakMap<Projection, RealismContext>();

/** What the tests of realism read of a projection. A projection never changes, so it is made once. */
export function contextOf({ projection, outcomes, breakEven }: Results): RealismContext {
  let context = known.get(projection);
  if (context === undefined) known.set(projection, (context = realismContext(projection, { outcomes, breakEven })));
  return context;
}

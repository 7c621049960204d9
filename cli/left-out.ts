import { leftOutOfPositions } from '../shared/engine/frame.ts';
import type { Projection } from '../shared/engine/project.ts';
import type { Ports } from './ports.ts';
import { warn } from './speak.ts';

const MOST_NAMED = 5;

/** Whether an error of the scenario leaves something uncomputed: the exit code then says so, whatever else was printed. */
export function leavesUncomputed(projection: Projection): boolean {
  const isBlocked = projection.problems.some(({ severity, blocks }) => severity === 'error' && blocks !== undefined && blocks.length > 0);
  return isBlocked || leftOutOfPositions(projection.frame).length > 0;
}

/** Says what the figures are without, on the side where it is not overlooked. */
export function warnOfLeftOut(projection: Projection, ports: Ports): void {
  const absent = leftOutOfPositions(projection.frame);
  if (absent.length === 0) return;
  const more = absent.length > MOST_NAMED ? ` and ${String(absent.length - MOST_NAMED)} more` : '';
  const named = absent.slice(0, MOST_NAMED).join(', ');
  warn(
    ports,
    'left-out',
    `Not computed, because of problems: ${named}${more}. The figures are without them. footing check FILE says why and what to do.`,
  );
}

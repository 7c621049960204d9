import { ONE, ZERO, type Decimal } from '../money/decimal.ts';
import { formatPercent } from '../money/format.ts';
import { project, type Projection } from '../engine/project.ts';
import { settle } from '../engine/settlement.ts';
import type { Scenario } from '../scenario/schema.ts';
import { bisect } from './break-even.ts';
import { leverOf, type LeverId } from './levers.ts';
import { deliveryLine, lineThrough, positionsAt, systemIn, type PositionLine } from './uniform-delivery.ts';

/* Two levers at once: for each setting of one, the setting of the other at which the target year balances as reported (model-spec §11.3). */

/** A point of the edge: at `setting` of the first lever, the second must be at least `needed`; undefined where it is met by nothing or by anything. */
export type EdgePoint = { readonly setting: Decimal; readonly needed: Decimal | undefined; readonly text: string };
export type TwoWayEdge = {
  readonly id: 'delivery-by-slip' | 'release-by-growth';
  readonly along: LeverId;
  readonly needed: LeverId;
  readonly points: readonly EdgePoint[];
};

const SLIPS = [0, 3, 6, 9, 12, 15, 18, 21, 24] as const;
const GROWTHS = ['-0.004', '-0.003', '-0.002', '-0.001', '0', '0.001', '0.002', '0.003', '0.004'] as const;

/** The least setting of a lever that balances, the other being where the projection has it. Positions before support follow the lever in a straight line. */
function pointOf(projection: Projection, line: PositionLine, setting: Decimal): EdgePoint {
  const { frame } = projection;
  const reportedAt = (needed: Decimal): Decimal => systemIn(settle(frame, positionsAt(projection, line, needed)).reported, frame.target);
  const { found } = bisect(reportedAt);
  return { setting, needed: found.share ?? undefined, text: found.text };
}

/** No more than the whole can be released, and a share is not said as delivery. */
function asRelease(point: EdgePoint): EdgePoint {
  if (point.text === 'balances without savings') return { ...point, text: 'balances whatever is released' };
  if (point.needed === undefined || point.needed.gt(ONE))
    return { ...point, needed: undefined, text: 'cannot balance even if all of it is released' };
  return { ...point, text: `balances from ${formatPercent(point.needed)} released` };
}

/** Settings along the first lever, as the edge is worked out point by point. */
export function edgeSettings(id: TwoWayEdge['id']): Decimal[] {
  return id === 'delivery-by-slip' ? SLIPS.map((months) => ONE.times(months)) : GROWTHS.map((points) => ONE.times(points));
}

/** One point of an edge: one or two projections. */
export function edgePoint(scenario: Scenario, id: TwoWayEdge['id'], setting: Decimal): EdgePoint {
  if (id === 'delivery-by-slip') {
    const slipped = project(leverOf('capitalSlip').at(scenario, setting));
    return pointOf(
      slipped,
      deliveryLine(slipped, () => true),
      setting,
    );
  }
  const grown = leverOf('activityGrowth').at(scenario, setting);
  const [none, all] = [ZERO, ONE].map((share) => project(leverOf('releaseShare').at(grown, share)));
  if (none === undefined || all === undefined) throw new RangeError('Two projections make a line.');
  return asRelease(pointOf(none, lineThrough(none, all), setting));
}

/** Whether a plan has what an edge needs: capital and savings, or growing activity and contract reductions. */
export function edgeApplies({ frame }: Projection, id: TwoWayEdge['id']): boolean {
  const levers: readonly LeverId[] = id === 'delivery-by-slip' ? ['capitalSlip', 'delivery'] : ['activityGrowth', 'releaseShare'];
  return levers.every((lever) => leverOf(lever).applies(frame.scenario));
}

/** The break-even edge of two levers: delivery needed as capital slips, or release share needed as activity grows; undefined where the plan has no such lever. */
export function twoWayEdge(projection: Projection, id: TwoWayEdge['id']): TwoWayEdge | undefined {
  if (projection.frame.leftOut.has('scenario') || !edgeApplies(projection, id)) return undefined;
  const points = edgeSettings(id).map((setting) => edgePoint(projection.frame.scenario, id, setting));
  return id === 'delivery-by-slip'
    ? { id, along: 'capitalSlip', needed: 'delivery', points }
    : { id, along: 'activityGrowth', needed: 'releaseShare', points };
}

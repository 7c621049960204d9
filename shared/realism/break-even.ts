import { D, ONE, ZERO, isAtLeast, type Decimal } from '../money/decimal.ts';
import { formatPercent } from '../money/format.ts';
import type { Projection } from '../engine/project.ts';
import { settle } from '../engine/settlement.ts';
import { balancedStretches, closeIn, gridOf, type Stretch } from './search.ts';
import { deliveryLine, positionsAt, systemIn } from './uniform-delivery.ts';

/** The delivery at which a position balances, as a share; or in words why there is none. */
export type BreakEvenShare = { readonly share: Decimal | null; readonly text: string };
export type BreakEven = {
  /** Position before support = constant + perDelivery × delivery, in the target year (model-spec §11.3). */
  readonly constant: Decimal;
  readonly perDelivery: Decimal;
  readonly beforeSupport: BreakEvenShare;
  readonly reported: BreakEvenShare;
  /** Delivery assumed, weighted by what each scheme could bring; null where no scheme brings anything. */
  readonly assumed: Decimal | null;
  /** Break-even before support of all other schemes, with unidentified savings at their own delivery; undefined where there are none. */
  readonly unidentifiedHeld: BreakEvenShare | undefined;
  /** Whether the reported position jumps across nil at the break-even, because the PSF gate opens there. */
  readonly dependsOnSupport: boolean;
  readonly justBelow: Decimal | null;
  readonly atSolution: Decimal | null;
  readonly text: string;
};

const HIGHEST_DELIVERY = new D('1.5');
/** 0, 0.05 … 1.5 (§19 (41)). */
const DELIVERIES = gridOf({ from: ZERO, to: HIGHEST_DELIVERY });

/** Break-even of a straight line, in the order of model-spec §11.3. */
export function closedForm(constant: Decimal, perDelivery: Decimal): BreakEvenShare {
  if (isAtLeast(constant, ZERO) && perDelivery.gte(ZERO)) return { share: null, text: 'balances without savings' };
  if (perDelivery.lte(ZERO)) return { share: null, text: 'no delivery rate balances' };
  const share = constant.neg().div(perDelivery);
  return share.gt(ONE) ? { share, text: 'cannot balance even at full delivery' } : { share, text: balancesAt(share) };
}

type Search = { readonly found: BreakEvenShare; readonly below: Decimal | null; readonly at: Decimal | null };

const balancesAt = (share: Decimal): string => `balances at ${formatPercent(share)} delivery`;

function stretchWords({ from, to }: Stretch): string {
  return to.eq(HIGHEST_DELIVERY) ? `from ${formatPercent(from)}` : `between ${formatPercent(from)} and ${formatPercent(to)}`;
}

/**
 * The smallest delivery on [0, 1.5] at which a position is at or above nil, by 60 halvings; the higher end is the answer and the lower end stands just below
 * (model-spec §11.3, §19 (41)). The grid 0, 0.05 … 1.5 is looked at first: where balance is won, lost and won again, the stretches are said and no single rate.
 */
export function bisect(positionAt: (delivery: Decimal) => Decimal): Search {
  const holds = DELIVERIES.map((delivery) => isAtLeast(positionAt(delivery), ZERO));
  const none = { below: null, at: null };
  if (holds.every((balances) => balances)) return { found: { share: null, text: 'balances without savings' }, ...none };
  if (holds.every((balances) => !balances)) return { found: { share: null, text: 'no delivery rate up to 150% balances' }, ...none };
  const changes = holds.filter((balances, point) => point > 0 && balances !== holds[point - 1]).length;
  if (changes > 1 || holds[0] === true) {
    const stretches = balancedStretches(DELIVERIES, holds, (ends) => closeIn(positionAt, ends).holds).map(stretchWords);
    return { found: { share: null, text: `balances ${stretches.join(' and ')} delivery, and not elsewhere` }, ...none };
  }
  const { fails, holds: share } = closeIn(positionAt, { fails: ZERO, holds: HIGHEST_DELIVERY });
  return { found: { share, text: balancesAt(share) }, below: positionAt(fails), at: positionAt(share) };
}

/** A jump of more than this in pounds over the last halving is a cliff and no rounding. */
const CLIFF = ONE;

function sentence(parts: Pick<BreakEven, 'beforeSupport' | 'reported' | 'dependsOnSupport'>): string {
  const said = (basis: string, text: string): string => (text.startsWith('no ') ? `${basis}, ${text} it` : `${basis} it ${text}`);
  const before = said('Before support', parts.beforeSupport.text).replace('Before support it', 'Before support the system');
  const after = said('as reported', parts.reported.text);
  return parts.dependsOnSupport ? `${before}; ${after}, and balance depends on the PSF gate.` : `${before}; ${after}.`;
}

const NO_SHARE: BreakEvenShare = { share: null, text: 'is not computed' };
const NOT_COMPUTED: BreakEven = {
  constant: ZERO,
  perDelivery: ZERO,
  beforeSupport: NO_SHARE,
  reported: NO_SHARE,
  assumed: null,
  unidentifiedHeld: undefined,
  dependsOnSupport: false,
  justBelow: null,
  atSolution: null,
  text: 'Break-even is not computed.',
};

/**
 * Reverse stress test of model-spec §11.3: the uniform delivery of all savings schemes at which the target year balances, before support in closed form and as
 * reported (risk-share, PSF gate, reserves settled again at every trial) by bisection. Shifts and prevention keep their own delivery.
 */
export function breakEven(projection: Projection): BreakEven {
  if (projection.frame.leftOut.has('scenario')) return NOT_COMPUTED;
  const year = projection.frame.target;
  const line = deliveryLine(projection, () => true);
  const constant = systemIn(line.constant, year);
  const perDelivery = systemIn(line.perWhole, year);
  const reportedAt = (delivery: Decimal): Decimal =>
    systemIn(settle(projection.frame, positionsAt(projection, line, delivery)).reported, year);
  const { found, below, at } = bisect(reportedAt);
  const dependsOnSupport = below !== null && at !== null && at.minus(below).gt(CLIFF);
  const assumed = perDelivery.isZero() ? null : systemIn(projection.positions.beforeSupport, year).minus(constant).div(perDelivery);
  const hasUnidentified = [...projection.savings.schemes.values()].some((outcome) => outcome.scheme.category === 'UNIDENTIFIED');
  const held = hasUnidentified ? deliveryLine(projection, (outcome) => outcome.scheme.category !== 'UNIDENTIFIED') : undefined;
  const parts = { beforeSupport: closedForm(constant, perDelivery), reported: found, dependsOnSupport };
  return {
    ...parts,
    constant,
    perDelivery,
    assumed,
    justBelow: below,
    atSolution: at,
    text: sentence(parts),
    unidentifiedHeld: held === undefined ? undefined : closedForm(systemIn(held.constant, year), systemIn(held.perWhole, year)),
  };
}

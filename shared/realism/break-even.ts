import { D, ONE, ZERO, isAtLeast, plus, sum, times, type Decimal } from '../money/decimal.ts';
import { formatPercent } from '../money/format.ts';
import { nilByYear } from '../engine/ledger.ts';
import type { Projection } from '../engine/project.ts';
import { ownersOf, type SavingsOutcome } from '../engine/savings.ts';
import { settle, type Positions } from '../engine/settlement.ts';

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

const HALVINGS = 60;
const HIGHEST_DELIVERY = new D('1.5');
/** The grid on which a lever is tried before it is trusted to be monotone: 31 points from 0 to 1.5. */
const GRID_POINTS = 31;
const GRID_STEP = new D('0.05');

/** Effect of one scheme on each organisation and year if it were delivered in full: the owner's side and the counterparty's. */
function fullEffects(outcome: SavingsOutcome): { organisation: string; amounts: Decimal[] }[] {
  const effects = ownersOf(outcome.scheme).map(({ organisation, weight }) => ({
    organisation,
    amounts: outcome.cashReleasing.map((amount) => times(amount, weight)),
  }));
  const { counterparty, mechanism } = outcome.scheme;
  if (counterparty === undefined || (mechanism !== 'CONTRACT_REDUCTION' && mechanism !== 'TRANSFER')) return effects;
  const kept = outcome.systemFactor.minus(ONE);
  return [...effects, { organisation: counterparty, amounts: outcome.cashReleasing.map((amount) => times(amount, kept)) }];
}

/** Positions before support as a straight line in uniform delivery: a constant with nothing delivered, and what full delivery adds. */
type Line = { constant: Map<string, Decimal[]>; perDelivery: Map<string, Decimal[]> };

function lineOf(projection: Projection, moves: (outcome: SavingsOutcome) => boolean): Line {
  const { yearCount } = projection.frame;
  const constant = new Map([...projection.positions.beforeSupport].map(([organisation, years]) => [organisation, [...years]]));
  const perDelivery = new Map([...constant.keys()].map((organisation) => [organisation, nilByYear(yearCount)]));
  for (const outcome of projection.savings.schemes.values()) {
    if (!moves(outcome)) continue;
    for (const { organisation, amounts } of fullEffects(outcome)) {
      const fixed = constant.get(organisation) ?? [];
      const moving = perDelivery.get(organisation) ?? [];
      for (let year = 1; year <= yearCount; year += 1) {
        const full = amounts[year] ?? ZERO;
        fixed[year] = (fixed[year] ?? ZERO).minus(times(full, outcome.delivery));
        moving[year] = plus(moving[year] ?? ZERO, full);
      }
    }
  }
  return { constant, perDelivery };
}

const systemIn = (positions: ReadonlyMap<string, readonly Decimal[]>, year: number): Decimal =>
  sum([...positions.values()].map((years) => years[year] ?? ZERO));

/** Break-even of a straight line, in the order of model-spec §11.3. */
export function closedForm(constant: Decimal, perDelivery: Decimal): BreakEvenShare {
  if (isAtLeast(constant, ZERO) && perDelivery.gte(ZERO)) return { share: null, text: 'balances without savings' };
  if (perDelivery.lte(ZERO)) return { share: null, text: 'no delivery rate balances' };
  const share = constant.neg().div(perDelivery);
  return share.gt(ONE) ? { share, text: 'cannot balance even at full delivery' } : { share, text: balancesAt(share) };
}

type Search = { readonly found: BreakEvenShare; readonly below: Decimal | null; readonly at: Decimal | null };

const balancesAt = (share: Decimal): string => `balances at ${formatPercent(share)} delivery`;

/** Two rates, one that balances and one that does not, brought together by 60 halvings. */
function closeIn(positionAt: (delivery: Decimal) => Decimal, ends: { fails: Decimal; holds: Decimal }): { fails: Decimal; holds: Decimal } {
  let { fails, holds } = ends;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = plus(fails, holds).div(2);
    if (isAtLeast(positionAt(middle), ZERO)) holds = middle;
    else fails = middle;
  }
  return { fails, holds };
}

/** Stretches of the grid on which the position balances, each end brought in to the exact rate. */
function balancedStretches(positionAt: (delivery: Decimal) => Decimal, holds: readonly boolean[]): { from: Decimal; to: Decimal }[] {
  const stretches: { from: Decimal; to: Decimal }[] = [];
  let from: Decimal | undefined;
  holds.forEach((balances, point) => {
    const here = GRID_STEP.times(point);
    const before = GRID_STEP.times(point - 1);
    if (balances && from === undefined) from = point === 0 ? ZERO : closeIn(positionAt, { fails: before, holds: here }).holds;
    if (!balances && from !== undefined) {
      stretches.push({ from, to: closeIn(positionAt, { fails: here, holds: before }).holds });
      from = undefined;
    }
  });
  if (from !== undefined) stretches.push({ from, to: HIGHEST_DELIVERY });
  return stretches;
}

function stretchWords({ from, to }: { from: Decimal; to: Decimal }): string {
  return to.eq(HIGHEST_DELIVERY) ? `from ${formatPercent(from)}` : `between ${formatPercent(from)} and ${formatPercent(to)}`;
}

/**
 * The smallest delivery on [0, 1.5] at which a position is at or above nil, by 60 halvings; the higher end is the answer and the lower end stands just below
 * (model-spec §11.3, §19 (41)). The grid 0, 0.05 … 1.5 is looked at first: where balance is won, lost and won again, the stretches are said and no single rate.
 */
export function bisect(positionAt: (delivery: Decimal) => Decimal): Search {
  const holds = Array.from({ length: GRID_POINTS }, (_, point) => isAtLeast(positionAt(GRID_STEP.times(point)), ZERO));
  const none = { below: null, at: null };
  if (holds.every((balances) => balances)) return { found: { share: null, text: 'balances without savings' }, ...none };
  if (holds.every((balances) => !balances)) return { found: { share: null, text: 'no delivery rate up to 150% balances' }, ...none };
  const changes = holds.filter((balances, point) => point > 0 && balances !== holds[point - 1]).length;
  if (changes > 1 || holds[0] === true) {
    const stretches = balancedStretches(positionAt, holds).map(stretchWords);
    return { found: { share: null, text: `balances ${stretches.join(' and ')} delivery, and not elsewhere` }, ...none };
  }
  const { fails, holds: share } = closeIn(positionAt, { fails: ZERO, holds: HIGHEST_DELIVERY });
  return { found: { share, text: balancesAt(share) }, below: positionAt(fails), at: positionAt(share) };
}

function positionsAt(projection: Projection, line: Line, delivery: Decimal): Positions {
  const beforeSupport = new Map<string, Decimal[]>();
  for (const [organisation, fixed] of line.constant) {
    const moving = line.perDelivery.get(organisation) ?? [];
    beforeSupport.set(
      organisation,
      fixed.map((amount, year) => plus(amount, times(moving[year] ?? ZERO, delivery))),
    );
  }
  return { beforeSupport, untested: projection.positions.untested };
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
  const line = lineOf(projection, () => true);
  const constant = systemIn(line.constant, year);
  const perDelivery = systemIn(line.perDelivery, year);
  const reportedAt = (delivery: Decimal): Decimal =>
    systemIn(settle(projection.frame, positionsAt(projection, line, delivery)).reported, year);
  const { found, below, at } = bisect(reportedAt);
  const dependsOnSupport = below !== null && at !== null && at.minus(below).gt(CLIFF);
  const assumed = perDelivery.isZero() ? null : systemIn(projection.positions.beforeSupport, year).minus(constant).div(perDelivery);
  const hasUnidentified = [...projection.savings.schemes.values()].some((outcome) => outcome.scheme.category === 'UNIDENTIFIED');
  const held = hasUnidentified ? lineOf(projection, (outcome) => outcome.scheme.category !== 'UNIDENTIFIED') : undefined;
  const parts = { beforeSupport: closedForm(constant, perDelivery), reported: found, dependsOnSupport };
  return {
    ...parts,
    constant,
    perDelivery,
    assumed,
    justBelow: below,
    atSolution: at,
    text: sentence(parts),
    unidentifiedHeld: held === undefined ? undefined : closedForm(systemIn(held.constant, year), systemIn(held.perDelivery, year)),
  };
}

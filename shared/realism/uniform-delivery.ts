import { ONE, ZERO, plus, sum, times, type Decimal } from '../money/decimal.ts';
import { nilByYear } from '../engine/ledger.ts';
import type { Projection } from '../engine/project.ts';
import { ownersOf, type SavingsOutcome } from '../engine/savings.ts';
import type { Positions } from '../engine/settlement.ts';

/* Positions before support are a straight line in delivery, because overlap is taken off before it (model-spec §5.3). What follows from that is written once here. */

/** Effect of one scheme on each organisation and year if it were delivered in full: the owner's side and the counterparty's. */
export function fullEffects(outcome: SavingsOutcome): { organisation: string; amounts: Decimal[] }[] {
  const effects = ownersOf(outcome.scheme).map(({ organisation, weight }) => ({
    organisation,
    amounts: outcome.cashReleasing.map((amount) => times(amount, weight)),
  }));
  const { counterparty, mechanism } = outcome.scheme;
  if (counterparty === undefined || (mechanism !== 'CONTRACT_REDUCTION' && mechanism !== 'TRANSFER')) return effects;
  const kept = outcome.systemFactor.minus(ONE);
  return [...effects, { organisation: counterparty, amounts: outcome.cashReleasing.map((amount) => times(amount, kept)) }];
}

/** Positions before support as a straight line: a constant, and what one whole of the lever adds. Pounds by organisation and year. */
export type PositionLine = {
  readonly constant: ReadonlyMap<string, readonly Decimal[]>;
  readonly perWhole: ReadonlyMap<string, readonly Decimal[]>;
};

/** The line of uniform delivery over the schemes that move with it; the others keep their own. */
export function deliveryLine(projection: Projection, moves: (outcome: SavingsOutcome) => boolean): PositionLine {
  const { yearCount } = projection.frame;
  const constant = new Map([...projection.positions.beforeSupport].map(([organisation, years]) => [organisation, [...years]]));
  const perWhole = new Map([...constant.keys()].map((organisation) => [organisation, nilByYear(yearCount)]));
  for (const outcome of projection.savings.schemes.values()) {
    if (!moves(outcome)) continue;
    for (const { organisation, amounts } of fullEffects(outcome)) {
      const fixed = constant.get(organisation) ?? [];
      const moving = perWhole.get(organisation) ?? [];
      for (let year = 1; year <= yearCount; year += 1) {
        const full = amounts[year] ?? ZERO;
        fixed[year] = (fixed[year] ?? ZERO).minus(times(full, outcome.delivery));
        moving[year] = plus(moving[year] ?? ZERO, full);
      }
    }
  }
  return { constant, perWhole };
}

/** The line through two projections, of which the second has one whole more of a lever that positions before support follow in a straight line. */
export function lineThrough(none: Projection, whole: Projection): PositionLine {
  const constant = none.positions.beforeSupport;
  const perWhole = new Map(
    [...constant].map(([organisation, years]) => {
      const upper = whole.positions.beforeSupport.get(organisation) ?? [];
      return [organisation, years.map((amount, year) => (upper[year] ?? ZERO).minus(amount))];
    }),
  );
  return { constant, perWhole };
}

/** Positions at a setting of the lever, ready to be settled. */
export function positionsAt(projection: Projection, line: PositionLine, setting: Decimal): Positions {
  const beforeSupport = new Map<string, Decimal[]>();
  for (const [organisation, fixed] of line.constant) {
    const moving = line.perWhole.get(organisation) ?? [];
    beforeSupport.set(
      organisation,
      fixed.map((amount, year) => plus(amount, times(moving[year] ?? ZERO, setting))),
    );
  }
  return { beforeSupport, untested: projection.positions.untested };
}

/** Positions with some schemes delivering nothing; their costs stay. */
export function deliveredNothing(projection: Projection, failed: readonly SavingsOutcome[]): Positions {
  return positionsAt(
    projection,
    deliveryLine(projection, (outcome) => failed.includes(outcome)),
    ZERO,
  );
}

/** All organisations together in one year. */
export function systemIn(positions: ReadonlyMap<string, readonly Decimal[]>, year: number): Decimal {
  return sum([...positions.values()].map((years) => years[year] ?? ZERO));
}

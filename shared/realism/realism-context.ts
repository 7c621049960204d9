import { ZERO, sum, type Decimal } from '../money/decimal.ts';
import type { Projection } from '../engine/project.ts';
import type { SavingsOutcome } from '../engine/savings.ts';
import { outcomesOf, type Outcomes } from '../outcomes/positions.ts';
import { ownRecordOf, type OwnRecord } from '../scenario/own-record.ts';
import type { SavingsScheme } from '../scenario/schema.ts';
import { breakEven, type BreakEven } from './break-even.ts';

/** What every test of realism reads of one projection; worked out once. */
export type RealismContext = {
  readonly projection: Projection;
  readonly outcomes: Outcomes;
  readonly breakEven: BreakEven;
  readonly record: OwnRecord;
  /** The target year by index and label. */
  readonly year: number;
  readonly label: string;
};

/** Opens a projection for the tests of realism; parts that are known already may be handed in. */
export function realismContext(projection: Projection, known: { outcomes?: Outcomes; breakEven?: BreakEven } = {}): RealismContext {
  const { frame } = projection;
  return {
    projection,
    outcomes: known.outcomes ?? outcomesOf(projection),
    breakEven: known.breakEven ?? breakEven(projection),
    record: ownRecordOf(frame.scenario),
    year: frame.target,
    label: frame.years[frame.target] ?? '',
  };
}

/** A list by year in the target year. */
export function inTarget({ year }: Pick<RealismContext, 'year'>, amounts: readonly Decimal[] | undefined): Decimal {
  return amounts?.[year] ?? ZERO;
}

/** Savings schemes that take part, in the order of the scenario. */
export function savingsIn({ projection }: Pick<RealismContext, 'projection'>): SavingsOutcome[] {
  return [...projection.savings.schemes.values()];
}

/** Headline savings of the target year of some schemes. */
export function claimed(context: RealismContext, schemes: readonly SavingsOutcome[]): Decimal {
  return sum(schemes.map(({ headline }) => inTarget(context, headline)));
}

/** A scheme or body in words: "Back office (S7)", or the id where it has no other name. */
export function inWords({ id, name }: { readonly id: string; readonly name: string }): string {
  return id === name ? id : `${name} (${id})`;
}

export function organisationName({ projection }: Pick<RealismContext, 'projection'>, id: string): string {
  return projection.frame.organisations.get(id)?.name ?? id;
}

/** Where the delivery of a scheme is stated, whether or not it is blank yet. */
export function deliveryPath({ id }: Pick<SavingsScheme, 'id'>): string {
  return `savings.${id}.delivery`;
}

/** Largest first by an amount; ties in code-point order of the id. */
export function largestFirst<T extends { readonly scheme: { readonly id: string } }>(
  items: readonly T[],
  amountOf: (item: T) => Decimal,
): T[] {
  return items.toSorted((a, b) => amountOf(b).cmp(amountOf(a)) || (a.scheme.id < b.scheme.id ? -1 : 1));
}

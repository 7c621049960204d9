import { D, ZERO, type Decimal } from '../money/decimal.ts';
import { roundHalfUp, toPence } from '../money/format.ts';
import type { Projection } from '../engine/project.ts';

/** Figures of a summary as decimal text, keyed by year label; the base year has none. */
export type ByYearText = Record<string, string>;
export type ByYearTextOrNull = Record<string, string | null>;

/** How the figures of one projection become text: years by label, amounts in pounds to the penny, rounded half-up. */
export type SummaryText = {
  readonly pounds: (amounts: readonly Decimal[]) => ByYearText;
  readonly poundsOrNull: (amounts: readonly (Decimal | undefined)[]) => ByYearTextOrNull;
  readonly quantities: (quantities: readonly Decimal[], places: number) => ByYearText;
  readonly years: <T>(of: (year: number) => T) => Record<string, T>;
};

/** A share to six places: "0.963663". */
export function shareText(share: Decimal): string {
  return roundHalfUp(share, 6).toFixed(6);
}

/** A quantity with a fixed number of places. */
export function quantityText(quantity: Decimal, places: number): string {
  return roundHalfUp(quantity, places).toFixed(places);
}

/** The text of an amount, or null where there is none. */
export function penceOrNull(amount: Decimal | null | undefined): string | null {
  return amount instanceof D ? toPence(amount) : null;
}

export function summaryText(projection: Projection): SummaryText {
  const labels = projection.frame.years;
  const years = <T>(of: (year: number) => T): Record<string, T> =>
    Object.fromEntries(labels.flatMap((label, year) => (year === 0 ? [] : [[label, of(year)]])));
  return {
    years,
    pounds: (amounts) => years((year) => toPence(amounts[year] ?? ZERO)),
    poundsOrNull: (amounts) => years((year) => penceOrNull(amounts[year])),
    quantities: (quantities, places) => years((year) => quantityText(quantities[year] ?? ZERO, places)),
  };
}

/** One entry for each object of a list by id: null where the projection has left it out, and for all where nothing could be computed. */
export function unlessLeftOut<Item extends { readonly id: string }, Part>(
  projection: Projection,
  items: readonly Item[],
  of: (item: Item) => Part | undefined,
): Record<string, Part | null> {
  const isBlocked = projection.frame.leftOut.has('scenario');
  return Object.fromEntries(items.map((item) => [item.id, isBlocked ? null : (of(item) ?? null)]));
}

/** Parts by id beside parts with a name of their own: an id that is such a name gives way and stands as "system~2". */
export function besides<Part, Named extends object>(byId: Record<string, Part>, named: Named): Record<string, Part> & Named {
  const renamed = Object.entries(byId).map(([id, part]) => [Object.hasOwn(named, id) ? `${id}~2` : id, part] as const);
  return Object.assign(Object.fromEntries(renamed), named);
}

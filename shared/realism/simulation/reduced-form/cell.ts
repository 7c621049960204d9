/** Something that a step reads: it varies if a draw can change it. */
export type Varying = { readonly varies: boolean };
/** One figure of the reduced form, stated or worked out: a share, a price, a month. Made in one place only, because reading objects of one shape is what makes draws fast. */
export class Cell {
  amount: number;
  readonly varies: boolean;

  constructor(amount: number, { varies }: Varying) {
    this.amount = amount;
    this.varies = varies;
  }
}
/** Amounts by year, index 0 = base year. */
export type Path = Varying & { readonly amounts: Float64Array };

/** A figure that never varies. */
export function fixed(amount: number): Cell {
  return new Cell(amount, { varies: false });
}
export const NIL = fixed(0);
export const ONE_WHOLE = fixed(1);

/** What stands at an index of a list of amounts; nil beyond it. Asking for the length first keeps the read inside, without which it is many times slower. */
export function at(amounts: Float64Array, index: number): number {
  return index < amounts.length ? (amounts[index] ?? 0) : 0;
}

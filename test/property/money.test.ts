import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, decimal, sum, ZERO, type Decimal } from '../../shared/money/decimal.ts';
import { foot, footBridge, type BridgeLine } from '../../shared/money/foot.ts';
import { footTable, type FootedTable } from '../../shared/money/foot-table.ts';
import { roundToStep } from '../../shared/money/format.ts';
import { namedSum, RoundingRegister } from '../../shared/money/register.ts';
import { amount } from './money-arbitrary.ts';

const RUNS = { numRuns: 1000 };

const step: fc.Arbitrary<Decimal> = fc.constantFrom('0.01', '0.1', '1', '1000', '100000').map(decimal);
const column = fc.array(amount, { maxLength: 12 });
const wholeSteps = fc.integer({ min: -30, max: 30 });

/** Amounts, and their indices in another order. */
function inAnotherOrder(amounts: fc.Arbitrary<Decimal[]>): fc.Arbitrary<[Decimal[], number[]]> {
  return amounts.chain((list) => {
    const whole = { minLength: list.length, maxLength: list.length };
    return fc.tuple(fc.constant(list), fc.shuffledSubarray([...list.keys()], whole));
  });
}

function isFloorOrCeiling(figure: Decimal, exact: Decimal, unit: Decimal): boolean {
  const steps = exact.div(unit);
  return [steps.floor(), steps.ceil()].some((bound) => bound.times(unit).eq(figure));
}

describe('a footed column', () => {
  test('adds, moves no leaf by a step or more, and leaves nil and whole steps alone', () => {
    fc.assert(
      fc.property(column, step, (amounts, unit) => {
        const { figures, total, rounding } = foot(amounts, unit);
        expect(sum(figures).eq(total)).toBe(true);
        expect(rounding.isZero()).toBe(true);
        expect(total.eq(roundToStep(sum(amounts), unit))).toBe(true);
        amounts.forEach((exact, index) => {
          expect(isFloorOrCeiling(figures[index] ?? ZERO, exact, unit)).toBe(true);
        });
      }),
      RUNS,
    );
  });

  test('adds with its rounding line, whatever pin, target and kept figures', () => {
    const kept = fc.array(fc.option(wholeSteps), { maxLength: 12 });
    fc.assert(
      fc.property(column, step, fc.option(fc.nat(12)), fc.option(wholeSteps), kept, (amounts, unit, pin, target, keptSteps) => {
        const keptFigures = keptSteps.map((steps) => (steps === null ? null : unit.times(steps)));
        const footed = foot(amounts, unit, {
          kept: keptFigures,
          ...(pin === null ? {} : { pin }),
          ...(target === null ? {} : { target: unit.times(target) }),
        });
        expect(sum(footed.figures).plus(footed.rounding).eq(footed.total)).toBe(true);
        if (target !== null) expect(footed.total.eq(unit.times(target))).toBe(true);
        amounts.forEach((exact, index) => {
          const figure = footed.figures[index] ?? ZERO;
          const own = keptFigures[index] ?? null;
          if (own !== null) expect(figure.eq(own)).toBe(true);
          else if (pin === index) expect(figure.eq(roundToStep(exact, unit))).toBe(true);
          else expect(isFloorOrCeiling(figure, exact, unit)).toBe(true);
        });
      }),
      RUNS,
    );
  });

  test('needs no rounding line for a pin beside leaves that can move', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 12 }), step, (amounts, unit) => {
        // Half a step on two leaves is movable whatever the pin does.
        const movable = [...amounts, unit.div(2), unit.div(2)];
        expect(foot(movable, unit, { pin: 0 }).rounding.isZero()).toBe(true);
      }),
      RUNS,
    );
  });

  test('does not depend on the order of leaves of different size', () => {
    const distinct = fc.uniqueArray(amount, { maxLength: 12, selector: (exact) => canonical(exact.abs()) });
    fc.assert(
      fc.property(inAnotherOrder(distinct), step, ([amounts, order], unit) => {
        const inOrder = foot(amounts, unit).figures;
        const figures = foot(
          order.map((index) => amounts[index] ?? ZERO),
          unit,
        ).figures;
        order.forEach((index, place) => {
          expect(figures[place]?.toFixed()).toBe(inOrder[index]?.toFixed());
        });
      }),
      RUNS,
    );
  });
});

describe('a footed bridge', () => {
  const line: fc.Arbitrary<BridgeLine> = fc.oneof(
    { weight: 4, arbitrary: amount.map((exact): BridgeLine => ({ kind: 'bar', amount: exact })) },
    { weight: 1, arbitrary: fc.constant<BridgeLine>({ kind: 'subtotal' }) },
  );

  test('adds in every segment, and every subtotal is plain half-up', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 16 }), step, (lines, unit) => {
        const { figures, rounding } = footBridge(lines, unit);
        let exact = ZERO;
        let shown = ZERO;
        lines.forEach((item, index) => {
          const figure = figures[index] ?? ZERO;
          shown = shown.plus(rounding[index] ?? ZERO);
          if (item.kind === 'bar') {
            exact = exact.plus(item.amount);
            shown = shown.plus(figure);
          } else {
            expect(figure.eq(roundToStep(exact, unit))).toBe(true);
            expect(figure.eq(shown)).toBe(true);
          }
        });
      }),
      RUNS,
    );
  });
});

describe('a footed table', () => {
  const tableOf = (height: number, width: number) =>
    fc.array(fc.array(amount, { minLength: width, maxLength: width }), { minLength: height, maxLength: height });
  const table = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 })).chain(([height, width]) => tableOf(height, width));

  const columnOf = (rows: readonly (readonly Decimal[])[], index: number): Decimal[] => rows.map((row) => row[index] ?? ZERO);

  function expectToAdd(footed: FootedTable): void {
    const { cells, rowTotals, columnTotals, grandTotal, rounding } = footed;
    rowTotals.forEach((total, row) => {
      expect(sum([...(cells[row] ?? []), rounding?.column[row] ?? ZERO]).eq(total)).toBe(true);
    });
    columnTotals.forEach((total, index) => {
      expect(sum([...columnOf(cells, index), rounding?.row[index] ?? ZERO]).eq(total)).toBe(true);
    });
    expect(sum([...rowTotals, rounding?.rowTotal ?? ZERO]).eq(grandTotal)).toBe(true);
    expect(sum([...columnTotals, rounding?.columnTotal ?? ZERO]).eq(grandTotal)).toBe(true);
  }

  test('adds both ways, every cell and total its floor or ceiling, the grand total half-up', () => {
    fc.assert(
      fc.property(table, step, (rows, unit) => {
        const footed = footTable(rows, unit);
        expect(footed.rounding).toBeNull();
        expectToAdd(footed);
        expect(footed.grandTotal.eq(roundToStep(sum(rows.flat()), unit))).toBe(true);
        rows.forEach((row, index) => {
          expect(isFloorOrCeiling(footed.rowTotals[index] ?? ZERO, sum(row), unit)).toBe(true);
          row.forEach((exact, place) => {
            expect(isFloorOrCeiling(footed.cells[index]?.[place] ?? ZERO, exact, unit)).toBe(true);
          });
        });
        footed.columnTotals.forEach((total, index) => {
          expect(isFloorOrCeiling(total, sum(columnOf(rows, index)), unit)).toBe(true);
        });
      }),
      RUNS,
    );
  });

  test('adds with its rounding lines, whatever totals are kept', () => {
    const nearby = fc.option(fc.integer({ min: -2, max: 2 }), { freq: 2 });
    const offsets = fc.array(nearby, { maxLength: 6 });
    fc.assert(
      fc.property(table, step, offsets, offsets, nearby, (rows, unit, rowOffsets, columnOffsets, grandOffset) => {
        const near = (exact: Decimal, offset: number | null | undefined): Decimal | null =>
          offset === null || offset === undefined ? null : roundToStep(exact, unit).plus(unit.times(offset));
        const kept = {
          rows: rows.map((row, index) => near(sum(row), rowOffsets[index])),
          columns: (rows[0] ?? []).map((_, index) => near(sum(columnOf(rows, index)), columnOffsets[index])),
          grand: near(sum(rows.flat()), grandOffset),
        };
        const footed = footTable(rows, unit, kept);
        expectToAdd(footed);
        kept.rows.forEach((total, index) => {
          if (total !== null) expect(footed.rowTotals[index]?.eq(total)).toBe(true);
        });
        kept.columns.forEach((total, index) => {
          if (total !== null) expect(footed.columnTotals[index]?.eq(total)).toBe(true);
        });
        if (kept.grand !== null) expect(footed.grandTotal.eq(kept.grand)).toBe(true);
        rows.forEach((row, index) => {
          row.forEach((exact, place) => {
            expect(isFloorOrCeiling(footed.cells[index]?.[place] ?? ZERO, exact, unit)).toBe(true);
          });
        });
      }),
      RUNS,
    );
  });

  test('is as near to the exact table as plain rounding wherever plain rounding adds', () => {
    fc.assert(
      fc.property(table, step, (rows, unit) => {
        const plain = rows.map((row) => row.map((exact) => roundToStep(exact, unit)));
        const departure = (cells: readonly (readonly Decimal[])[]): Decimal => {
          const away = (shown: Decimal, exact: Decimal): Decimal => shown.minus(exact).abs();
          const inCells = rows.flatMap((row, index) => row.map((exact, place) => away(cells[index]?.[place] ?? ZERO, exact)));
          const inRows = rows.map((row, index) => away(sum(cells[index] ?? []), sum(row)));
          const inColumns = (rows[0] ?? []).map((_, index) => away(sum(columnOf(cells, index)), sum(columnOf(rows, index))));
          return sum([...inCells, ...inRows, ...inColumns]);
        };
        const isWithin = (shown: Decimal, exact: Decimal): boolean => isFloorOrCeiling(shown, exact, unit);
        fc.pre(sum(plain.flat()).eq(roundToStep(sum(rows.flat()), unit)));
        fc.pre(rows.every((row, index) => isWithin(sum(plain[index] ?? []), sum(row))));
        fc.pre((rows[0] ?? []).every((_, index) => isWithin(sum(columnOf(plain, index)), sum(columnOf(rows, index)))));
        expect(departure(footTable(rows, unit).cells).lte(departure(plain))).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('the rounding register', () => {
  test('shows a figure in every exhibit as in the first', () => {
    fc.assert(
      fc.property(inAnotherOrder(fc.array(amount, { minLength: 1, maxLength: 8 })), step, ([amounts, order], unit) => {
        const register = new RoundingRegister();
        const leaves = amounts.map((exact, index) => ({ id: `leaf ${String(index)}`, amount: exact }));
        const total = namedSum('total', leaves);
        const first = register.foot({ total, leaves }, unit);
        const again = register.foot({ total, leaves: order.flatMap((index) => leaves[index] ?? []) }, unit);
        expect(again.total.eq(first.total)).toBe(true);
        expect(again.rounding.isZero()).toBe(true);
        order.forEach((index, place) => {
          expect(again.figures[place]?.toFixed()).toBe(first.figures[index]?.toFixed());
        });
        for (const [index, leaf] of leaves.entries()) expect(register.figure(leaf, unit).toFixed()).toBe(first.figures[index]?.toFixed());
      }),
      RUNS,
    );
  });
});

import { describe, expect, test } from 'vitest';
import { D, decimal, sum, type Decimal } from '../../../shared/money/decimal.ts';
import { FlowNetwork } from '../../../shared/money/flow-network.ts';
import { footTable, type FootedTable, type KeptTotals } from '../../../shared/money/foot-table.ts';

const STEP = decimal('1');

function table(
  rows: string[][],
  kept?: KeptTotals,
): { cells: string[][]; rows: string[]; columns: string[]; grand: string; footed: FootedTable } {
  const footed = footTable(
    rows.map((row) => row.map(decimal)),
    STEP,
    kept,
  );
  return {
    cells: footed.cells.map((row) => row.map(String)),
    rows: footed.rowTotals.map(String),
    columns: footed.columnTotals.map(String),
    grand: String(footed.grandTotal),
    footed,
  };
}

describe('a table that adds both ways', () => {
  test('rounds cells and totals together', () => {
    // Plain rounding would show 0 in every cell, 1 in every total and 1 in the corner.
    const shown = table([
      ['0.3', '0.3'],
      ['0.3', '0.3'],
    ]);
    expect(shown).toMatchObject({
      cells: [
        ['1', '0'],
        ['0', '0'],
      ],
      rows: ['1', '0'],
      columns: ['1', '0'],
      grand: '1',
    });
    expect(shown.footed.rounding).toBeNull();
  });

  test('takes the smallest departure in all, not the nearest of each', () => {
    const shown = table([
      ['0.5', '0.9'],
      ['0.4', '0.3'],
    ]);
    expect(shown).toMatchObject({
      cells: [
        ['0', '1'],
        ['1', '0'],
      ],
      rows: ['1', '1'],
      columns: ['1', '1'],
      grand: '2',
    });
  });

  test('nil and exact figures never move, and negative figures round towards their floor or ceiling', () => {
    const shown = table([
      ['0', '-0.6', '2'],
      ['-1.7', '0', '0.5'],
    ]);
    expect(shown.cells[0]?.[0]).toBe('0');
    expect(shown.cells[0]?.[2]).toBe('2');
    expect(shown.cells[1]?.[1]).toBe('0');
    expect(shown.grand).toBe('0');
  });

  test('the grand total is half-up, away from zero', () => {
    expect(table([['0.25', '0.25']]).grand).toBe('1');
    expect(table([['-0.25', '-0.25']]).grand).toBe('-1');
    expect(table([['-0.25', '-0.2']]).grand).toBe('0');
  });

  test('ties go up in list order, row by row', () => {
    expect(table([['0.5', '0.5', '0.5', '0.5']]).cells).toEqual([['1', '1', '0', '0']]);
    expect(
      table([
        ['0.5', '0.5'],
        ['0.5', '0.5'],
      ]).cells,
    ).toEqual([
      ['1', '0'],
      ['0', '1'],
    ]);
  });

  test('digits beyond the 34th place of a sum are still exact', () => {
    const third = new D(1).div(3);
    const footed = footTable([[third, third, third]], STEP);
    expect(footed.cells[0]?.map(String)).toEqual(['1', '0', '0']);
    expect(String(footed.rowTotals[0])).toBe('1');
  });

  test('works in the step it is given, and counts missing cells as nil', () => {
    const footed = footTable([[decimal('149000'), decimal('149000')], [decimal('30000')]], decimal('100000'));
    expect(footed.cells.map((row) => row.map(String))).toEqual([
      ['200000', '100000'],
      ['0', '0'],
    ]);
    expect(String(footed.grandTotal)).toBe('300000');
  });

  test('empty tables are nil', () => {
    expect(table([])).toMatchObject({ cells: [], rows: [], columns: [], grand: '0' });
    expect(table([[], []])).toMatchObject({ cells: [[], []], rows: ['0', '0'], columns: [], grand: '0' });
  });
});

describe('totals that stand elsewhere', () => {
  const cells = [
    ['0.3', '0.3'],
    ['0.3', '0.3'],
  ];

  test('are kept where they can be', () => {
    const shown = table(cells, { rows: [decimal('0'), decimal('1')], columns: [null, decimal('1')] });
    expect(shown).toMatchObject({
      cells: [
        ['0', '0'],
        ['0', '1'],
      ],
      rows: ['0', '1'],
      columns: ['0', '1'],
      grand: '1',
    });
    expect(shown.footed.rounding).toBeNull();
  });

  test('a kept grand total takes the place of the half-up one', () => {
    expect(table(cells, { grand: decimal('2') })).toMatchObject({ grand: '2', rows: ['1', '1'], columns: ['1', '1'] });
  });

  test('need a rounding row or column where they cannot be met', () => {
    // The rows stand at 1 and 1, the grand total at 1: one step too many, taken off in a row 'Rounding'.
    const { footed, rows, columns, grand } = table(cells, { rows: [decimal('1'), decimal('1')], grand: decimal('1') });
    expect({ rows, grand }).toEqual({ rows: ['1', '1'], grand: '1' });
    expect(String(footed.rounding?.rowTotal)).toBe('-1');
    expect(String(footed.rounding?.columnTotal)).toBe('0');
    expect(sum(footed.columnTotals).toFixed()).toBe('1');
    expect(columns).toHaveLength(2);
  });

  test('a corner alone settles rows and columns that both exceed the grand total', () => {
    const { footed, cells: shown } = table([['1', '1']], { rows: [decimal('2')], columns: [null, null], grand: decimal('1') });
    expect(shown).toEqual([['1', '1']]);
    expect(footed.rounding?.corner.toFixed()).toBe('-1');
    expect([footed.rounding?.rowTotal, footed.rounding?.columnTotal].map(String)).toEqual(['-1', '-1']);
  });

  test('exact cells with contradicting totals put the difference into the rounding lines', () => {
    const { footed, rows, columns } = table([['1', '1']], { rows: [decimal('3')], columns: [decimal('1'), decimal('0')] });
    expect({ rows, columns }).toEqual({ rows: ['3'], columns: ['1', '0'] });
    expect(footed.rounding?.column.map(String)).toEqual(['1']);
    expect(footed.rounding?.row.map(String)).toEqual(['0', '-1']);
    // 3 + rounding row = 2 and 1 + 0 + rounding column = 2: the corner settles both.
    expect([footed.rounding?.rowTotal, footed.rounding?.columnTotal, footed.rounding?.corner].map(String)).toEqual(['-1', '1', '0']);
  });
});

describe('against every rounding there is', () => {
  interface Candidate {
    cost: number;
    steps: number[];
  }

  /** Figures are whole hundredths of a step, so that this check needs no decimals. */
  function best(rows: number[][]): Candidate | null {
    const cells = rows.flat();
    const width = rows[0]?.length ?? 0;
    const total = cells.reduce((a, b) => a + b, 0);
    const grand = Math.sign(total) * Math.floor((Math.abs(total) * 2 + 100) / 200);
    let found: Candidate | null = null;
    for (let ups = 2 ** cells.length - 1; ups >= 0; ups--) {
      const steps = cells.map((cell, index) => Math.floor(cell / 100) + ((ups >> (cells.length - 1 - index)) & 1));
      const lines = linesOf(cells, steps, width);
      if (lines.some((line) => Math.abs(line.shown * 100 - line.exact) >= 100)) continue;
      if (steps.reduce((a, b) => a + b, 0) !== grand) continue;
      const cost = lines.reduce((sumSoFar, line) => sumSoFar + Math.abs(line.shown * 100 - line.exact), 0);
      if (found === null || cost < found.cost) found = { cost, steps };
    }
    return found;
  }

  function linesOf(cells: number[], steps: number[], width: number): { exact: number; shown: number }[] {
    const add = (pick: (index: number) => boolean): { exact: number; shown: number } => ({
      exact: cells.reduce((total, cell, index) => total + (pick(index) ? cell : 0), 0),
      shown: steps.reduce((total, step, index) => total + (pick(index) ? step : 0), 0),
    });
    const height = cells.length / width;
    return [
      ...cells.map((_, at) => add((index) => index === at)),
      ...Array.from({ length: height }, (_, row) => add((index) => Math.floor(index / width) === row)),
      ...Array.from({ length: width }, (_, column) => add((index) => index % width === column)),
    ];
  }

  /** A fixed sequence of small tables with many ties. */
  function tables(count: number): number[][][] {
    let state = 20201;
    const next = (below: number): number => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return Math.floor((state / 2147483648) * below);
    };
    return Array.from({ length: count }, () => {
      const grain = [1, 10, 25, 50][next(4)] ?? 1;
      const [height, width] = [1 + next(3), 1 + next(3)];
      return Array.from({ length: height }, () => Array.from({ length: width }, () => Math.floor((next(600) - 300) / grain) * grain));
    });
  }

  test('the best is found, ties included', () => {
    for (const rows of tables(600)) {
      const footed = footTable(
        rows.map((row) => row.map((cell) => new D(cell))),
        decimal('100'),
      );
      expect(footed.rounding, JSON.stringify(rows)).toBeNull();
      const shown = footed.cells.flat().map((cell) => cell.div(100).toFixed());
      expect(shown, JSON.stringify(rows)).toEqual(best(rows)?.steps.map((step) => new D(step).toFixed()));
    }
  });
});

describe('a footprint of sixty organisations and twenty components', () => {
  test('adds both ways, every figure within one step', () => {
    const cells: Decimal[][] = Array.from({ length: 60 }, (_, row) =>
      Array.from({ length: 20 }, (__, column) => new D(((row * 7919 + column * 104729) % 20_000_003) - 10_000_001).div(7)),
    );
    const step = decimal('100000');
    const footed = footTable(cells, step);
    expect(footed.rounding).toBeNull();
    footed.cells.forEach((row, index) => {
      expect(sum(row).toFixed()).toBe(footed.rowTotals[index]?.toFixed());
      row.forEach((cell, column) => {
        expect(
          cell
            .minus(cells[index]?.[column] ?? 0)
            .abs()
            .lt(step),
        ).toBe(true);
      });
    });
    expect(sum(footed.columnTotals).toFixed()).toBe(footed.grandTotal.toFixed());
    expect(sum(footed.rowTotals).toFixed()).toBe(footed.grandTotal.toFixed());
  });
});

describe('the network beneath', () => {
  test('carries supplies by the cheapest way, through arcs that pay for their use', () => {
    const network = new FlowNetwork(4);
    const dear = network.addArc({ from: 0, to: 3, capacity: 5n, cost: 10n });
    const cheap = network.addArc({ from: 0, to: 1, capacity: 2n, cost: 1n });
    const onward = network.addArc({ from: 1, to: 3, capacity: 5n, cost: 1n });
    const paying = network.addArc({ from: 1, to: 2, capacity: 1n, cost: -3n });
    const back = network.addArc({ from: 2, to: 3, capacity: 1n, cost: 4n });
    network.supply(0, 3n);
    network.supply(3, -3n);
    network.settle();
    // Two units take 0 → 1; one of them goes on by the arc that pays (1 − 3 + 4 = 2, as dear as the plain way), the third must take the dear arc.
    expect([network.flowOn(dear), network.flowOn(cheap)]).toEqual([1n, 2n]);
    expect(network.flowOn(onward) + network.flowOn(back)).toBe(2n);
    expect(network.flowOn(paying)).toBe(network.flowOn(back));
  });

  test('among equals the preferred arcs are used, the first before the second', () => {
    const build = (preferred: readonly number[]): bigint[] => {
      const network = new FlowNetwork(2);
      const arcs = [0, 1, 2].map(() => network.addArc({ from: 0, to: 1, capacity: 1n, cost: 1n }));
      network.supply(0, 1n);
      network.supply(1, -1n);
      network.settle();
      network.prefer(preferred.flatMap((index) => arcs[index] ?? []));
      return arcs.map((arc) => network.flowOn(arc));
    };
    expect(build([2, 0, 1])).toEqual([0n, 0n, 1n]);
    expect(build([1, 2, 0])).toEqual([0n, 1n, 0n]);
    expect(build([0, 1, 2])).toEqual([1n, 0n, 0n]);
  });

  test('what cannot be carried stays where it is', () => {
    const network = new FlowNetwork(3);
    const arc = network.addArc({ from: 0, to: 1, capacity: 1n, cost: 0n });
    network.supply(0, 2n);
    network.supply(1, -1n);
    network.supply(2, -1n);
    network.settle();
    expect(network.flowOn(arc)).toBe(1n);
  });
});

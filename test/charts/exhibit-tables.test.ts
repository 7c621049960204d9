import { describe, expect, test } from 'vitest';
import { exhibitTables } from '../../charts/export/exhibit-clipboard.ts';
import { project, type Projection } from '../../shared/engine/project.ts';
import { D, ZERO, type Decimal } from '../../shared/money/decimal.ts';
import { formatFooted, toPence } from '../../shared/money/format.ts';
import { displayStep, MONEY_UNITS, type MoneyUnit } from '../../shared/money/units.ts';
import type { Exhibit } from '../../shared/outcomes/exhibits/exhibit.ts';
import { exhibitCsv } from '../../shared/outcomes/exhibits/exhibit-csv.ts';
import { exhibitsOf } from '../../shared/outcomes/exhibits/exhibits.ts';
import { originOf, type Origin } from '../../shared/outcomes/exhibits/origin-stamp.ts';
import { outcomesOf } from '../../shared/outcomes/positions.ts';
import { footingFault, words, type Shown, type ShownTable } from '../../shared/outcomes/shown-table.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { shippedScenario } from '../support/shipped-scenario.ts';
import { withHostileNames } from './hostile-names.ts';

/* Every exported table, read back from what was exported and added up again. */

const SCENARIOS: readonly (readonly [string, Scenario])[] = [
  ...['worked-example-a', 'worked-example-b', 'sample', 'hampshire-isle-of-wight-2016', 'norfolk-waveney-2016'].map(
    (name) => [name, shippedScenario(name)] as const,
  ),
  ['hostile names', withHostileNames(shippedScenario('worked-example-b'))],
];

type Export = { readonly exhibits: readonly Exhibit[]; readonly origin: Origin; readonly projection: Projection };
function exported(scenario: Scenario, unit: MoneyUnit): Export {
  const projection = project(scenario);
  const exhibits = exhibitsOf({ projection, outcomes: outcomesOf(projection), unit });
  return { exhibits, projection, origin: originOf(projection, { status: undefined, madeAt: '2018-03-14 09:30', said: [] }) };
}

/** The cells of a line of CSV that are numbers, as the file says them: texts stand in quotation marks. */
function numbersOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^",]*)/g)].flatMap(([, cell = '']) => (/^-?\d+\.\d\d$/.test(cell) ? [cell] : []));
}

/** The money of the tables of a file in reading order. */
function moneyIn(lines: readonly string[]): string[] {
  return lines.flatMap(numbersOf);
}
function moneyOf(table: ShownTable): Shown[] {
  return table.rows
    .filter(({ isRounding }) => isRounding !== true)
    .flatMap(({ cells }) => cells.flatMap((cell) => (cell.kind === 'money' ? [cell.shown] : [])));
}
function added(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((sum, amount) => sum.plus(amount), ZERO);
}

describe.each(SCENARIOS)('tables of %s', (_name, scenario) => {
  test.each(MONEY_UNITS)('in %s: the parts as shown give the total as shown, exactly', (unit) => {
    const { exhibits } = exported(scenario, unit);
    const step = displayStep({ unit });
    const footings = exhibits.flatMap(({ tables }) => tables.flatMap((table) => table.footings));
    expect(footings.length).toBeGreaterThan(20);
    for (const footing of footings) {
      expect(footingFault(footing, step), footing.what).toBeUndefined();
      const sum = added([...footing.parts.map(({ figure }) => figure), footing.rounding]);
      expect(sum.eq(footing.total.figure), `${footing.what}: ${sum.toFixed()} and ${footing.total.figure.toFixed()}`).toBe(true);
    }
  });

  test('the file holds the amounts to the penny, in the places of the figures shown', () => {
    const { exhibits, origin } = exported(scenario, '£m');
    for (const exhibit of exhibits) {
      const lines = exhibitCsv(exhibit, origin).slice(1).split('\r\n');
      const expected = exhibit.tables.flatMap(moneyOf).map(({ exact }) => toPence(exact));
      expect(moneyIn(lines), exhibit.id).toEqual(expected);
    }
  });

  test('in the file every total is the sum of its parts, none of which is rounded by more than half a penny', () => {
    const { exhibits, origin } = exported(scenario, '£m');
    // What is taken off a sum may stand in its row as what is used, without the sign.
    const size = (pence: string): string => pence.replace('-', '');
    const inFile = new Set(exhibits.flatMap((exhibit) => moneyIn(exhibitCsv(exhibit, origin).slice(1).split('\r\n')).map(size)));
    const half = new D('0.005');
    for (const { what, parts, total } of exhibits.flatMap(({ tables }) => tables.flatMap((table) => table.footings))) {
      const all = [...parts, total].map(({ exact }) => toPence(exact));
      expect(
        all.filter((pence) => !inFile.has(size(pence)) && !new D(pence).isZero()),
        what,
      ).toEqual([]);
      const open = new D(toPence(total.exact)).minus(added(parts.map(({ exact }) => new D(toPence(exact)))));
      expect(open.abs().lte(half.times(parts.length + 1))).toBe(true);
    }
  });

  test('the table of the clipboard holds the figures shown, which add up as it is pasted', () => {
    const { exhibits, origin } = exported(scenario, '£m');
    for (const exhibit of exhibits) {
      const { text, html } = exhibitTables(exhibit, origin);
      const shown = exhibit.tables.flatMap(({ rows, unit }) =>
        rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.kind === 'money' ? [formatFooted(cell.shown, { unit })] : []))),
      );
      const pasted = new Set(text.split(/[\t\n]/));
      expect(
        shown.filter((figure) => !pasted.has(figure) || !(html.includes(`>${figure}</td>`) || html.includes(`>${figure}</b></td>`))),
      ).toEqual([]);
    }
  });
});

describe.each(SCENARIOS)('one export of %s', (_name, scenario) => {
  test.each(MONEY_UNITS)('in %s shows no amount in two ways under one name', (unit) => {
    const { exhibits } = exported(scenario, unit);
    // The register gives each name one figure; what has the same label and column in two tables of an export is one name.
    const seen = new Map<string, { figure: string; where: string }>();
    for (const { id, tables } of exhibits)
      for (const table of tables)
        for (const { label, cells } of table.rows)
          cells.forEach((cell, column) => {
            if (cell.kind !== 'money') return;
            const key = `${label}|${table.columns[column] ?? ''}|${cell.shown.exact.toFixed()}`;
            const figure = cell.shown.figure.toFixed();
            const before = seen.get(key);
            expect(before === undefined || before.figure === figure, `${key}: ${before?.where ?? ''} and ${id}`).toBe(true);
            seen.set(key, { figure, where: id });
          });
    expect(seen.size).toBeGreaterThan(20);
  });
});

test('what is broken is found: a part that was moved by a whole step', () => {
  const { exhibits } = exported(shippedScenario('worked-example-b'), '£m');
  const [footing] = exhibits[0]?.tables[0]?.footings ?? [];
  if (footing === undefined) throw new Error('The bridge has no footing.');
  const [first, ...rest] = footing.parts;
  if (first === undefined) throw new Error('The bridge has no parts.');
  const moved = { ...footing, parts: [{ ...first, figure: first.figure.plus(100_000) }, ...rest] };
  expect(footingFault(moved, displayStep({ unit: '£m' }))).toBeDefined();
});

test('words in a cell are no formula in the table of the clipboard either', () => {
  const { exhibits, origin } = exported(shippedScenario('worked-example-a'), '£m');
  const [exhibit] = exhibits;
  const [table] = exhibit?.tables ?? [];
  if (exhibit === undefined || table === undefined) throw new Error('There is no exhibit.');
  const rows = [{ label: 'one', cells: [words('=1+1')] }];
  const { text, html } = exhibitTables({ ...exhibit, tables: [{ ...table, rows }] }, origin);
  expect(text).toContain("one\t'=1+1");
  expect(html).toContain(">'=1+1</td>");
});

import { expect, test } from 'vitest';
import { project } from '../../../shared/engine/project.ts';
import { sum } from '../../../shared/money/decimal.ts';
import { displayStep, MONEY_UNITS } from '../../../shared/money/units.ts';
import { explain, figurePaths, shownTerms } from '../../../shared/outcomes/explain.ts';
import { outcomesOf } from '../../../shared/outcomes/positions.ts';
import { ShownFigures } from '../../../shared/outcomes/shown-figures.ts';
import { shiftTable } from '../../../shared/outcomes/tables-shifts.ts';
import { shippedScenario } from '../../support/shipped-scenario.ts';

function figuresOf(name: string, unit: (typeof MONEY_UNITS)[number]) {
  const projection = project(shippedScenario(name));
  return { projection, figures: new ShownFigures({ projection, outcomes: outcomesOf(projection), unit }) };
}

function shownAt({ projection, figures }: ReturnType<typeof figuresOf>, path: string) {
  const found = explain(projection, path);
  return found.kind === 'explained' ? shownTerms(found, figures) : undefined;
}

test.each(['worked-example-a', 'worked-example-b', 'sample'].flatMap((name) => MONEY_UNITS.map((unit) => ({ name, unit }))))(
  'every explained amount of $name foots as shown in $unit',
  ({ name, unit }) => {
    const system = figuresOf(name, unit);
    let columns = 0;
    for (const path of figurePaths(system.projection)) {
      const shown = shownAt(system, path);
      if (shown === undefined || shown.terms.length === 0) continue;
      columns += 1;
      expect(
        sum(shown.terms.map(({ figure }) => figure))
          .plus(shown.rounding)
          .toFixed(),
        path,
      ).toBe(shown.total.figure.toFixed());
      for (const { exact, figure } of shown.terms) {
        expect(
          figure
            .minus(exact)
            .abs()
            .lt(displayStep({ unit: shown.unit }).times(2)),
          `${path}: ${exact.toFixed()} as ${figure.toFixed()}`,
        ).toBe(true);
      }
    }
    expect(columns).toBeGreaterThan(100);
  },
);

test('a figure that the bridge shows stands in the panel as the bridge shows it, moved or not', () => {
  const system = figuresOf('worked-example-b', '£m');
  const { projection, figures } = system;
  const year = projection.frame.target;
  const label = figures.label(year);
  const inBridge = new Map(
    (figures.bars[year] ?? []).map((bar) => [figures.nameOf(`bridge.${label}.${bar.bar}`), figures.bar(bar, year).figure.toFixed()]),
  );
  const found = explain(projection, `system.reported.${label}`);
  if (found.kind !== 'explained') throw new Error('The reported position must be explained.');
  const shown = shownTerms(found, figures);
  const both = found.terms.flatMap(({ path = '' }, index) => {
    const bar = inBridge.get(figures.nameOf(path));
    return bar === undefined ? [] : [{ path, bar, term: shown?.terms[index]?.figure.toFixed() }];
  });
  expect(both.length).toBeGreaterThan(8);
  expect(both.filter(({ bar, term }) => bar !== term)).toEqual([]);
  expect(shown?.total.figure.toFixed()).toBe(figures.system('reported', year).figure.toFixed());
});

test('a small figure is shown in a unit that says something, a nil one in the unit of its terms, and a share in none', () => {
  const system = figuresOf('worked-example-b', '£m');
  const shares = figurePaths(system.projection).filter((path) => {
    const found = explain(system.projection, path);
    return found.kind === 'explained' && found.unit === 'share';
  });
  expect(shares.length).toBeGreaterThan(0);
  expect(shownAt(system, shares[0] ?? '')).toBeUndefined();
  for (const path of figurePaths(system.projection)) {
    const shown = shownAt(system, path);
    if (shown === undefined || shown.total.exact.isZero()) continue;
    const size = shown.total.exact.abs();
    expect(shown.unit, `${path}: ${size.toFixed()}`).toBe(size.gte(1_000_000) ? '£m' : size.gte(1000) ? '£000' : '£');
  }
});

test('stranded cost stands in the table of shifts as its bar stands in the bridge', () => {
  const { projection, figures } = figuresOf('worked-example-b', '£m');
  const year = projection.frame.target;
  const bar = (figures.bars[year] ?? []).find((each) => each.bar === 'tariffIllusionShift');
  if (bar === undefined) throw new Error('The worked example strands cost.');
  const column = shiftTable(figures)?.columns.indexOf(figures.label(year)) ?? -1;
  const cell = shiftTable(figures)?.rows.find(({ label }) => label === 'Stranded cost')?.cells[column];
  expect(figures.bar(bar, year).figure.toFixed()).toBe('-2100000');
  expect(cell?.kind === 'money' ? cell.shown.figure.toFixed() : cell).toBe('2100000');
});

import { describe, expect, test } from 'vitest';
import { project } from '../../../shared/engine/project.ts';
import { D, ZERO, plus, sum, type Decimal } from '../../../shared/money/decimal.ts';
import { explain, figurePaths } from '../../../shared/outcomes/explain.ts';
import type { BridgeMark, Exhibit } from '../../../shared/outcomes/exhibits/exhibit.ts';
import { exhibitsOf } from '../../../shared/outcomes/exhibits/exhibits.ts';
import { fewerBars } from '../../../shared/outcomes/exhibits/fewer-bars.ts';
import { figureOfMark, type Mark } from '../../../shared/outcomes/exhibits/figure-of-mark.ts';
import { ShownFigures } from '../../../shared/outcomes/shown-figures.ts';
import { bridgeTable, bridgesByYear } from '../../../shared/outcomes/tables-bridge.ts';
import { outcomesOf } from '../../../shared/outcomes/positions.ts';
import { shippedScenario } from '../../support/shipped-scenario.ts';

const projection = project(shippedScenario('worked-example-b'));
const sample = project(shippedScenario('sample'));

function exhibits(of: typeof projection): Exhibit[] {
  return exhibitsOf({ projection: of, outcomes: outcomesOf(of), unit: '£m' });
}

function barsOf(of: typeof projection): readonly BridgeMark[] {
  const series = exhibits(of).find(({ id }) => id === 'bridge')?.series;
  return series?.kind === 'bridge' ? series.bars : [];
}

describe.each([
  ['worked example B', barsOf(projection)],
  ['the sample', barsOf(sample)],
])('the bridge of %s with fewer bars', (_, bars) => {
  const fewer = fewerBars(bars, 14);

  test('has at most as many as were asked for', () => {
    expect(bars.length).toBeGreaterThan(14);
    expect(fewer.length).toBeLessThanOrEqual(14);
  });

  test('keeps every position and what nobody has identified as they are', () => {
    const kept = (all: readonly BridgeMark[]) => all.filter(({ isPosition, tone }) => isPosition || tone === 'attention');
    expect(kept(fewer)).toEqual(kept(bars).filter(({ isPosition, shown }) => isPosition || !shown.exact.isZero()));
  });

  test('leads from each bar to the next, and its figures add up as shown', () => {
    let standing = ZERO;
    let shown = ZERO;
    for (const bar of fewer) {
      if (!bar.isPosition) {
        expect(bar.from.toFixed()).toBe(standing.toFixed());
        shown = plus(shown, bar.shown.figure);
      } else {
        if (bar.key !== 'doNothing') expect(shown.toFixed()).toBe(bar.shown.figure.toFixed());
        shown = bar.shown.figure;
      }
      standing = bar.to;
    }
    expect(sum(fewer.filter(({ isPosition }) => !isPosition).map((bar) => bar.shown.exact)).toFixed(6)).toBe(
      sum(bars.filter(({ isPosition }) => !isPosition).map((bar) => bar.shown.exact)).toFixed(6),
    );
  });
});

test('two steps that are one carry both names', () => {
  const bars = barsOf(projection);
  const [joined] = fewerBars(bars, bars.filter(({ isPosition, shown }) => isPosition || !shown.exact.isZero()).length - 1).filter(
    ({ key }) => key.includes('+'),
  );
  expect(joined?.label).toMatch(/^.+; .+$/);
});

test('bridges side by side say of each year what its own bridge says', () => {
  const figures = new ShownFigures({ projection, outcomes: outcomesOf(projection), unit: '£m' });
  const table = bridgesByYear(figures);
  expect(table.columns).toEqual(['2018/19', '2019/20', '2020/21']);
  for (const [column, year] of [1, 2, 3].entries()) {
    const own = bridgeTable(figures, year);
    expect(table.rows.map(({ cells }) => cells[column])).toEqual(own.rows.map(({ cells }) => cells[0]));
  }
});

describe('the figure that a mark shows', () => {
  const paths = new Set(figurePaths(projection));

  test('every bar, line, organisation, source and council of worked example B leads to a figure that is explained', () => {
    const target = '2020/21';
    const marks = exhibits(projection).flatMap(({ id, series }) => {
      if (series === undefined) return [];
      if (series.kind === 'stack') return series.layers.flatMap(({ key }) => series.years.map((year) => ({ exhibit: id, key, year })));
      if (series.kind === 'bridge') return series.bars.map(({ key }) => ({ exhibit: id, key }));
      if (series.kind === 'lines') return series.lines.map(({ key }) => ({ exhibit: id, key, year: target }));
      if (series.kind === 'positions') return [...series.rows, series.total].map(({ key }) => ({ exhibit: id, key }));
      return series.kind === 'sources' || series.kind === 'reserves' ? series.rows.map(({ key }) => ({ exhibit: id, key })) : [];
    });
    expect(marks.length).toBeGreaterThan(30);
    for (const mark of marks) {
      const figure = figureOfMark(projection, mark);
      expect(figure, `${mark.exhibit} ${mark.key}`).toBeDefined();
      expect(paths.has(figure ?? ''), figure).toBe(true);
    }
  });

  test.each(['worked-example-a', 'worked-example-b', 'sample'])(
    'layers of savings and effects of shifts of %s are the figures that they lead to',
    (name) => {
      const own = project(shippedScenario(name));
      const exactOf = (mark: Mark): string => {
        const found = explain(own, figureOfMark(own, mark) ?? '');
        return found.kind === 'explained' ? new D(found.value).toFixed(6) : found.kind;
      };
      const pairs = exhibits(own).flatMap(({ id, series }): { mark: Mark; exact: Decimal }[] => {
        if (series?.kind === 'stack') {
          return series.layers.flatMap(({ key, amounts }) =>
            amounts.map(({ exact }, index) => ({ mark: { exhibit: id, key, year: series.years[index] }, exact })),
          );
        }
        if (series?.kind !== 'positions' || id !== 'winners') return [];
        return [...series.rows, series.total].map(({ key, shown }) => ({ mark: { exhibit: id, key }, exact: shown.exact }));
      });
      expect(pairs.length).toBeGreaterThan(0);
      for (const { mark, exact } of pairs) expect(exactOf(mark), JSON.stringify(mark)).toBe(exact.toFixed(6));
    },
  );
});

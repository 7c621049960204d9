import { createElement as h, type ReactElement } from 'react';
import type { MoneyUnit } from '../../shared/money/units.ts';
import type { Series } from '../../shared/outcomes/exhibits/exhibit.ts';
import type { Palette } from './palette.ts';
import { BridgeChart, PositionsChart, ReservesChart, SourcesChart, rowChartHeight } from './RowCharts.ts';
import { ROWS_CHART_EDGES } from './RowsChart.ts';
import { STACK_HEIGHT, StackChart } from './StackChart.ts';
import { TRAJECTORY_HEIGHT, TrajectoryChart } from './TrajectoryChart.ts';

export type ExhibitChartProps = {
  readonly series: Series;
  readonly unit: MoneyUnit;
  readonly width: number;
  readonly palette: Palette;
  /** How high the rows of a bridge are; 20 where nothing is said. */
  readonly rowHeight?: number;
};

const LEAST_ROW = 17;
const USUAL_ROW = 20;
const MOST_ROW = { narrow: 22, wide: 28 } as const;
/** From this width on rows may be as high as on a large screen. */
const WIDE = 860;

/** The row height at which a bridge of so many bars fits into its place; the usual one where none does, and the place scrolls. */
export function fittingRowHeight(bars: number, room: { readonly width: number; readonly height: number }): number {
  const fits = Math.floor((room.height - ROWS_CHART_EDGES) / bars);
  if (fits < LEAST_ROW) return USUAL_ROW;
  return Math.min(fits, room.width < WIDE ? MOST_ROW.narrow : MOST_ROW.wide);
}

/** How high the chart of an exhibit is at a width: it is redrawn at its width, never scaled. */
export function chartHeight({ series, ...shared }: ExhibitChartProps): number {
  switch (series.kind) {
    case 'lines':
      return TRAJECTORY_HEIGHT;
    case 'stack':
      return STACK_HEIGHT;
    case 'bridge':
      return rowChartHeight({ series, ...shared });
    case 'positions':
      return rowChartHeight({ series, ...shared });
    case 'sources':
      return rowChartHeight({ series, ...shared });
    case 'reserves':
      return rowChartHeight({ series, ...shared });
  }
}

/** The chart of an exhibit, without its title: that is words, and stands where words stand. */
export function ExhibitChart({ series, ...shared }: ExhibitChartProps): ReactElement {
  switch (series.kind) {
    case 'bridge':
      return h(BridgeChart, { series, ...shared });
    case 'lines':
      return h(TrajectoryChart, { series, ...shared });
    case 'stack':
      return h(StackChart, { series, ...shared });
    case 'positions':
      return h(PositionsChart, { series, ...shared });
    case 'sources':
      return h(SourcesChart, { series, ...shared });
    case 'reserves':
      return h(ReservesChart, { series, ...shared });
  }
}

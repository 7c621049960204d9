import { createElement as h, type ReactElement } from 'react';
import type { NilStyle } from '../../shared/money/format.ts';
import type { MoneyUnit } from '../../shared/money/units.ts';
import type { Series } from '../../shared/outcomes/exhibits/exhibit.ts';
import { DeliveryLineChart, deliveryLineHeight } from './DeliveryLineChart.ts';
import { EDGE_HEIGHT, EdgeChart } from './EdgeChart.ts';
import { FAN_HEIGHT, FanChart } from './FanChart.ts';
import type { Palette } from './palette.ts';
import { BridgeChart, PositionsChart, ReservesChart, SourcesChart, rowChartHeight } from './RowCharts.ts';
import { STACK_HEIGHT, StackChart } from './StackChart.ts';
import { TornadoChart, tornadoHeight } from './TornadoChart.ts';
import { TRAJECTORY_HEIGHT, TrajectoryChart } from './TrajectoryChart.ts';

export type ExhibitChartProps = {
  readonly series: Series;
  readonly unit: MoneyUnit;
  readonly width: number;
  readonly palette: Palette;
  /** How high the rows of a bridge are; 20 where nothing is said. */
  readonly rowHeight?: number;
  /** How a position of nil reads in a bridge: as a dash, as in tables, or in digits where the nil itself is the finding. */
  readonly nil?: NilStyle;
};

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
    case 'tornado':
      return tornadoHeight({ series });
    case 'delivery':
      return deliveryLineHeight({ marks: series.marks, ...shared });
    case 'edge':
      return EDGE_HEIGHT;
    case 'fans':
      return FAN_HEIGHT;
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
    case 'tornado':
      return h(TornadoChart, { series, ...shared });
    case 'delivery':
      return h(DeliveryLineChart, { marks: series.marks, ...shared });
    case 'edge':
      return h(EdgeChart, { series, ...shared });
    case 'fans':
      return h(FanChart, { panels: series.panels, mostLikely: series.mostLikely, tints: shared.palette.fan, ...shared });
  }
}

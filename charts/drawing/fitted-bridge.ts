import type { Series } from '../../shared/outcomes/exhibits/exhibit.ts';
import { ROWS_CHART_EDGES } from './RowsChart.ts';

const LEAST_ROW = 17;
const USUAL_ROW = 20;
const MOST_ROW = { narrow: 22, wide: 28 } as const;
/** From this width on rows may be as high as on a large screen. */
const WIDE = 860;

export type BridgeSeries = Extract<Series, { kind: 'bridge' }>;
/** A bridge in a place of a certain size. */
export type FittedBridge = {
  readonly series: BridgeSeries;
  readonly rowHeight: number;
  /** Steps that are truly nil and not drawn. */
  readonly nilSteps: number;
};

/** The row height at which so many bars fill a place; undefined where they have no room in it. */
function rowHeightFor(bars: number, room: { readonly width: number; readonly height: number }): number | undefined {
  const fits = Math.floor((room.height - ROWS_CHART_EDGES) / bars);
  return fits < LEAST_ROW ? undefined : Math.min(fits, room.width < WIDE ? MOST_ROW.narrow : MOST_ROW.wide);
}

/**
 * A bridge as it fits into its place: rows as high as there is room for; where there is not enough, without the steps that are truly nil, which change nothing;
 * and where that is not enough either, at the usual height, and the place scrolls.
 */
export function fittedBridge(series: BridgeSeries, room: { readonly width: number; readonly height: number }): FittedBridge {
  const whole = rowHeightFor(series.bars.length, room);
  if (whole !== undefined) return { series, rowHeight: whole, nilSteps: 0 };
  const bars = series.bars.filter(({ isPosition, shown }) => isPosition || !shown.exact.isZero());
  const less = rowHeightFor(bars.length, room);
  if (less === undefined) return { series, rowHeight: USUAL_ROW, nilSteps: 0 };
  return { series: { ...series, bars }, rowHeight: less, nilSteps: series.bars.length - bars.length };
}

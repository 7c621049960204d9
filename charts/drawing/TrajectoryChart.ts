import { createElement as h, type Key, type ReactElement } from 'react';
import { CartesianGrid, Line, LineChart, ReferenceLine, XAxis, YAxis } from 'recharts';
import type { Line as SeriesLine } from '../../shared/outcomes/exhibits/exhibit.ts';
import { WORDS_ONLY, amountsBeside, widthBeside, yearsBelow } from './axes.ts';
import { textWidth } from './letters.ts';
import { typesIn, written, type Box } from './marks.ts';
import type { Palette } from './palette.ts';
import type { ChartProps } from './RowCharts.ts';
import { figureText, lengthOf, placeOn, scaleOf, type Scale } from './scale.ts';
import { spread } from './spread.ts';

export const TRAJECTORY_HEIGHT = 300;

const TOP = 12;
const AXIS_HEIGHT = 24;
const LEAST_TICK_WIDTH = 44;
const SIDE = 28;
const TICK_MARK = 12;
const LABEL_GAP = 15;

type Look = { readonly stroke: string; readonly strokeWidth: number; readonly strokeDasharray?: string };

/** Told apart by line as well as by colour: solid and heavy, dotted, dashed. */
function lookOf(key: SeriesLine['key'], palette: Palette): Look {
  if (key === 'reported') return { stroke: palette.tones.position, strokeWidth: 2.5 };
  if (key === 'headline') return { stroke: palette.tones.improves, strokeWidth: 2, strokeDasharray: '2 3' };
  return { stroke: palette.textQuiet, strokeWidth: 2, strokeDasharray: '7 4' };
}

type End = { readonly text: string; readonly y: number; readonly isBold: boolean };

/** What stands at the right end of each line: figure, then name. */
function endsOf({ series, unit }: ChartProps<'lines'>, place: (amount: number) => number): End[] {
  const ends = series.lines.flatMap(({ key, label, points }) => {
    const last = points.at(-1);
    return last === undefined
      ? []
      : [{ text: `${figureText(last, unit)} ${label}`, y: place(lengthOf(last.exact, unit)), isBold: key === 'reported' }];
  });
  const total = series.controlTotals.at(-1);
  return total === undefined
    ? ends
    : [...ends, { text: `${figureText(total, unit)} Control totals`, y: place(lengthOf(total.exact, unit)), isBold: false }];
}

function labels(props: ChartProps<'lines'>, at: { place: (amount: number) => number; x: number; bottom: number }): ReactElement {
  const ends = endsOf(props, at.place);
  const placed = spread(
    ends.map(({ y }) => y),
    { gap: LABEL_GAP, from: TOP, to: at.bottom },
  );
  return h(
    'g',
    { key: 'labels' },
    ends.map(({ text, isBold }, index) =>
      written({ key: text, x: at.x, y: (placed[index] ?? 0) + 4, text, fill: props.palette.text, isBold }),
    ),
  );
}

/** The control total of a year: a heavy tick across the lines' path. */
function controlTick({
  cx,
  cy,
  key,
  value,
  fill,
}: {
  cx?: number;
  cy?: number;
  key?: Key | null;
  value?: unknown;
  fill: string;
}): ReactElement {
  if (cx === undefined || cy === undefined || typeof value !== 'number') return h('g', { key });
  return h('line', { key, x1: cx - TICK_MARK, x2: cx + TICK_MARK, y1: cy, y2: cy, stroke: fill, strokeWidth: 3 });
}

type Layout = {
  readonly scale: Scale;
  readonly bottom: number;
  readonly place: (amount: number) => number;
  readonly labelWidth: number;
  readonly tickWidth: number;
};

function layoutOf(props: ChartProps<'lines'>): Layout {
  const { series, unit, palette } = props;
  const amounts = [...series.lines.flatMap(({ points }) => points), ...series.controlTotals.filter((total) => total !== undefined)];
  const scale = scaleOf(
    amounts.map(({ exact }) => lengthOf(exact, unit)),
    6,
  );
  const bottom = TRAJECTORY_HEIGHT - AXIS_HEIGHT;
  const place = placeOn(scale, { from: bottom, to: TOP });
  const widths = endsOf(props, place).map(({ text }) => textWidth(text, typesIn(palette).bold));
  return {
    scale,
    bottom,
    place,
    labelWidth: Math.ceil(Math.max(0, ...widths)) + 10,
    tickWidth: widthBeside(scale.ticks, { palette, least: LEAST_TICK_WIDTH }),
  };
}

/** Where the points of each line stand, line by line: what is pointed at, or walked to by the keyboard. */
export function pointBoxes(props: ChartProps<'lines'>): { readonly line: SeriesLine; readonly index: number; readonly box: Box }[] {
  const { series, unit, width } = props;
  const { place, labelWidth, tickWidth } = layoutOf(props);
  const left = tickWidth + SIDE;
  const across = width - labelWidth - SIDE - left;
  const steps = series.years.length - 1;
  return series.lines.flatMap((line) =>
    line.points.map((point, index) => {
      const x = steps === 0 ? left + across / 2 : left + (across * index) / steps;
      const y = place(lengthOf(point.exact, unit));
      return { line, index, box: { x: x - TICK_MARK, y: y - TICK_MARK, width: 2 * TICK_MARK, height: 2 * TICK_MARK } };
    }),
  );
}

/** Exhibit 2: do nothing, headline plan and risk-adjusted plan by year, with the control totals as ticks. */
export function TrajectoryChart(props: ChartProps<'lines'>): ReactElement {
  const { series, unit, width, palette } = props;
  const { scale, bottom, place, labelWidth, tickWidth } = layoutOf(props);
  const points = series.years.map((year, index) => {
    const total = series.controlTotals[index];
    const lines = series.lines.flatMap(({ key, points: own }) => {
      const point = own[index];
      return point === undefined ? [] : [[key, lengthOf(point.exact, unit)] as const];
    });
    return { year, ...Object.fromEntries(lines), ...(total === undefined ? {} : { controlTotal: lengthOf(total.exact, unit) }) };
  });
  const dot = (look: Look, key: SeriesLine['key']) => ({ r: key === 'reported' ? 3.5 : 2.5, fill: look.stroke, stroke: 'none' });
  return h(
    LineChart,
    {
      width,
      height: TRAJECTORY_HEIGHT,
      data: points,
      margin: { top: TOP, right: labelWidth + SIDE, bottom: 0, left: 0 },
      accessibilityLayer: false,
    },
    h(CartesianGrid, { syncWithTicks: true, vertical: false, stroke: palette.grid, strokeWidth: 1 }),
    h(XAxis, {
      dataKey: 'year',
      height: AXIS_HEIGHT,
      ...WORDS_ONLY,
      padding: { left: SIDE, right: 0 },
      tick: yearsBelow(palette),
    }),
    h(YAxis, {
      width: tickWidth,
      domain: [...scale.domain],
      ticks: [...scale.ticks],
      allowDataOverflow: true,
      ...WORDS_ONLY,
      tick: amountsBeside(scale.ticks, palette),
    }),
    h(ReferenceLine, { y: 0, stroke: palette.axis, strokeWidth: 1.5 }),
    ...series.lines.toReversed().map(({ key }) => {
      const look = lookOf(key, palette);
      return h(Line, {
        key,
        dataKey: key,
        type: 'linear',
        isAnimationActive: false,
        dot: { ...dot(look, key), strokeDasharray: 'none' },
        ...look,
      });
    }),
    h(Line, {
      key: 'controlTotal',
      dataKey: 'controlTotal',
      stroke: 'none',
      isAnimationActive: false,
      dot: ({ cx, cy, key, value }: { cx?: number; cy?: number; key?: Key | null; value?: unknown }) =>
        controlTick({ cx, cy, key, value, fill: palette.tones.attention }),
    }),
    labels(props, { place, x: width - labelWidth - SIDE + 18, bottom }),
  );
}

import { createElement as h, type ReactElement } from 'react';
import { D, maximum, minimum, type Decimal } from '../../shared/money/decimal.ts';
import { formatPercent } from '../../shared/money/format.ts';
import type { EdgeMark } from '../../shared/outcomes/exhibits/exhibit.ts';
import { textWidth } from './letters.ts';
import { SMALL_SIZE, typesIn, written, type Box } from './marks.ts';
import type { ChartProps } from './RowCharts.ts';
import { placeInPercent } from './scale.ts';

export const EDGE_HEIGHT = 220;

const TOP = 30;
const BOTTOM = 170;
const SETTINGS_AT = 188;
const WORDS_AT = 208;
const LEFT = 44;
const INSET = 26;
const DOT = 3.5;
/** Shares stand on lines at each five, or each twenty, per cent. */
const FINE = new D('0.05');
const COARSE = new D('0.2');
const WIDE_SPAN = new D('0.4');

type Props = ChartProps<'edge'>;
type Layout = { readonly ticks: readonly Decimal[]; readonly y: (share: Decimal) => number; readonly x: (index: number) => number };

function layoutOf({ series, width }: Props): Layout {
  const shares = [...series.points.flatMap(({ needed }) => needed ?? []), ...(series.stated === undefined ? [] : [series.stated.share])];
  const [first = new D(1)] = shares;
  const [low, high] = [shares.reduce(minimum, first), shares.reduce(maximum, first)];
  const step = high.minus(low).gt(WIDE_SPAN) ? COARSE : FINE;
  const least = maximum(low.div(step).floor().times(step), new D(0));
  const most = maximum(high.div(step).ceil().times(step), least.plus(step));
  const count = most.minus(least).div(step).toNumber();
  const across = width - LEFT - 2 * INSET;
  return {
    ticks: Array.from({ length: Math.round(count) + 1 }, (_, index) => least.plus(step.times(index))),
    y: (share) => BOTTOM - ((BOTTOM - TOP) * placeInPercent(share, { least, most })) / 100,
    x: (index) => LEFT + INSET + (series.points.length < 2 ? across / 2 : (across * index) / (series.points.length - 1)),
  };
}

/** Where each point stands, the whole height of the chart: what is pointed at, or walked to by the keyboard. */
export function edgeBoxes(props: Props): Box[] {
  const { x } = layoutOf(props);
  return props.series.points.map((_, index) => ({
    x: x(index) - INSET,
    y: TOP - INSET / 2,
    width: 2 * INSET,
    height: BOTTOM - TOP + INSET,
  }));
}

export function edgeWords({ label, needed }: EdgeMark): string {
  return `${label}: ${needed === undefined ? 'n/a' : formatPercent(needed)}`;
}

function grid({ width, palette }: Props, { ticks, y }: Layout): ReactElement[] {
  return ticks.map((tick) =>
    h(
      'g',
      { key: `tick ${tick.toString()}` },
      h('line', { x1: LEFT, x2: width, y1: y(tick), y2: y(tick), stroke: palette.grid, strokeWidth: 1 }),
      written({ x: LEFT - 6, y: y(tick) + 4, text: formatPercent(tick, 0), fill: palette.textQuiet, anchor: 'end', size: SMALL_SIZE }),
    ),
  );
}

/** The line, broken where no share balances. */
function line({ series, palette }: Props, { x, y }: Layout): ReactElement {
  const d = series.points
    .map(({ needed }, index) => {
      if (needed === undefined) return '';
      const isStart = index === 0 || series.points[index - 1]?.needed === undefined;
      return `${isStart ? 'M' : 'L'}${x(index).toFixed(1)} ${y(needed).toFixed(1)}`;
    })
    .join('');
  return h('path', { key: 'edge', d, fill: 'none', stroke: palette.tones.position, strokeWidth: 2.5 });
}

/** Settings below that would stand on one another are left out, the first always there. */
function settings({ series, palette, width }: Props, { x }: Layout): ReactElement[] {
  const { small } = typesIn(palette);
  let taken = Number.NEGATIVE_INFINITY;
  return series.points.flatMap(({ key, label }, index) => {
    const half = textWidth(label, small) / 2;
    const middle = Math.min(Math.max(x(index), half), width - half);
    if (middle - half < taken + 8) return [];
    taken = middle + half;
    return [
      written({
        key: `setting ${key}`,
        x: middle,
        y: SETTINGS_AT,
        text: label,
        fill: palette.textQuiet,
        anchor: 'middle',
        size: SMALL_SIZE,
      }),
    ];
  });
}

function statedLine({ series, width, palette }: Props, { y }: Layout): ReactElement | null {
  if (series.stated === undefined) return null;
  const at = y(series.stated.share);
  const text = `${formatPercent(series.stated.share)} ${series.stated.words}`;
  return h(
    'g',
    { key: 'stated' },
    h('line', { x1: LEFT, x2: width, y1: at, y2: at, stroke: palette.textQuiet, strokeWidth: 1.5, strokeDasharray: '7 4' }),
    written({ x: width, y: 14, text: `dashed: ${text}`, fill: palette.textQuiet, anchor: 'end', size: SMALL_SIZE }),
  );
}

/** The edge between balance and not: above the line the target year balances, below it it does not. */
export function EdgeChart(props: Props): ReactElement {
  const { series, width, palette } = props;
  const layout = layoutOf(props);
  const { x, y } = layout;
  return h(
    'svg',
    { width, height: EDGE_HEIGHT, 'aria-hidden': true },
    grid(props, layout),
    statedLine(props, layout),
    line(props, layout),
    series.points.map(({ key, needed }, index) =>
      needed === undefined
        ? written({ key, x: x(index), y: BOTTOM - 4, text: 'n/a', fill: palette.textQuiet, anchor: 'middle', size: SMALL_SIZE })
        : h('circle', { key, cx: x(index), cy: y(needed), r: DOT, fill: palette.tones.position }),
    ),
    settings(props, layout),
    written({ key: 'balances', x: LEFT, y: 14, text: 'balances on and above the line', fill: palette.text, size: SMALL_SIZE }),
    written({ key: 'along', x: LEFT, y: WORDS_AT, text: series.alongWords, fill: palette.textQuiet, size: SMALL_SIZE }),
  );
}

import { createElement as h, type ReactElement } from 'react';
import { D } from '../../shared/money/decimal.ts';
import { formatMoney } from '../../shared/money/format.ts';
import { poundsPer, type MoneyUnit } from '../../shared/money/units.ts';
import { typesIn, written } from './marks.ts';
import { fitted, textWidth } from './letters.ts';
import { TYPEFACE, type Palette } from './palette.ts';
import { placeOn, scaleOf, tickText, type Scale } from './scale.ts';
import { spread } from './spread.ts';

/** Percentiles of one year, in pounds. */
export type FanPoint = {
  readonly year: string;
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
};
/** The draws at one correlation: what it is called, the chance beside it, and percentiles by year. */
export type FanPanel = { readonly key: string; readonly title: string; readonly note: string; readonly points: readonly FanPoint[] };
export type FanProps = {
  readonly panels: readonly FanPanel[];
  /** Every ranged figure at its most likely value, in the last year shown; in pounds. */
  readonly mostLikely: number;
  readonly unit: MoneyUnit;
  readonly width: number;
  readonly palette: Palette;
  /** Tints of the middle half and of 8 in 10. */
  readonly tints: { readonly half: string; readonly eight: string };
};

export const FAN_HEIGHT = 184;

const TOP = 26;
const BOTTOM = 152;
const YEARS_AT = 174;
const INSET = 10;
const LABEL_GAP = 13;
const GUTTER = 12;

type Placed = { readonly scale: Scale; readonly y: (pounds: number) => number; readonly unitPounds: number };

function placedIn({ panels, mostLikely, unit }: FanProps): Placed {
  const unitPounds = poundsPer(unit).toNumber();
  const amounts = panels.flatMap(({ points }) => points.flatMap(({ p10, p90 }) => [p10, p90]));
  const scale = scaleOf(
    [...amounts, mostLikely].map((pounds) => pounds / unitPounds),
    4,
  );
  const place = placeOn(scale, { from: BOTTOM, to: TOP });
  return { scale, unitPounds, y: (pounds) => place(pounds / unitPounds) };
}

/** A percentile as the tables print it. */
export function fanText(pounds: number, unit: MoneyUnit): string {
  return formatMoney(new D(pounds), { unit, nil: 'digits' });
}

function grid({ width, palette }: FanProps, { scale }: Placed, left: number): ReactElement[] {
  const place = placeOn(scale, { from: BOTTOM, to: TOP });
  return scale.ticks.map((tick) => {
    const y = place(tick);
    const look = tick === 0 ? { stroke: palette.axis, strokeWidth: 1.5 } : { stroke: palette.grid, strokeWidth: 1 };
    return h(
      'g',
      { key: `tick ${String(tick)}` },
      h('line', { x1: left, x2: width, y1: y, y2: y, ...look }),
      written({
        x: left - 6,
        y: y + 4,
        text: tick === 0 ? '0' : tickText(tick, scale.ticks),
        fill: palette.textQuiet,
        anchor: 'end',
        size: 11,
      }),
    );
  });
}

/** The area between two percentiles, down one and back along the other. */
function band(
  points: readonly FanPoint[],
  xs: readonly number[],
  given: { low: 'p10' | 'p25'; high: 'p90' | 'p75'; y: Placed['y']; fill: string },
): ReactElement {
  const along = points.map((point, at) => `${String(xs[at] ?? 0)},${given.y(point[given.low]).toFixed(1)}`);
  const back = points.map((point, at) => `${String(xs[at] ?? 0)},${given.y(point[given.high]).toFixed(1)}`).reverse();
  return h('polygon', { key: given.low, points: [...along, ...back].join(' '), fill: given.fill });
}

function ends(point: FanPoint, x: number, { unit, palette }: FanProps, { y }: Placed): ReactElement[] {
  const said = (['p90', 'p50', 'p10'] as const).map((percentile) => ({ percentile, pounds: point[percentile] }));
  const placed = spread(
    said.map(({ pounds }) => y(pounds)),
    { gap: LABEL_GAP, from: TOP, to: BOTTOM + 6 },
  );
  const halo = { stroke: palette.sheet, strokeWidth: 4, strokeLinejoin: 'round', paintOrder: 'stroke' } as const;
  return said.map(({ percentile, pounds }, at) => {
    const isMiddle = percentile === 'p50';
    const look = {
      fill: isMiddle ? palette.text : palette.textQuiet,
      fontWeight: isMiddle ? 700 : 400,
      fontFamily: TYPEFACE,
      fontSize: 11,
      ...halo,
    };
    return h('text', { key: percentile, x: x + 6, y: (placed[at] ?? 0) + 4, ...look }, fanText(pounds, unit));
  });
}

function heading(panel: FanPanel, at: { left: number; width: number }, palette: Palette): ReactElement {
  const { small } = typesIn(palette);
  const bold = { ...small, weight: 'bold' } as const;
  const title = fitted(panel.title, at.width, bold);
  const used = textWidth(title, bold) + 6;
  return h(
    'g',
    { key: 'heading' },
    written({ key: 'title', x: at.left, y: 12, text: title, fill: palette.text, size: 11, isBold: true }),
    written({ key: 'note', x: at.left + used, y: 12, text: fitted(panel.note, at.width - used, small), fill: palette.textQuiet, size: 11 }),
  );
}

function panelOf(props: FanProps, placed: Placed, { panel, left, width }: { panel: FanPanel; left: number; width: number }): ReactElement {
  const { palette, mostLikely, tints, unit } = props;
  const { points } = panel;
  const labelWidth = Math.max(
    ...points
      .slice(-1)
      .flatMap(({ p10, p50, p90 }) => [p10, p50, p90])
      .map((pounds) => textWidth(fanText(pounds, unit), typesIn(palette).bold)),
    0,
  );
  const from = left + INSET;
  const to = left + width - labelWidth - GUTTER;
  const xs = points.map((_, at) => (points.length === 1 ? to : from + ((to - from) * at) / (points.length - 1)));
  const last = points.at(-1);
  const line = points.map(({ p50 }, at) => `${String(xs[at] ?? 0)},${placed.y(p50).toFixed(1)}`).join(' ');
  return h(
    'g',
    { key: panel.key },
    heading(panel, { left: left + 4, width: width - 8 }, palette),
    band(points, xs, { low: 'p10', high: 'p90', y: placed.y, fill: tints.eight }),
    band(points, xs, { low: 'p25', high: 'p75', y: placed.y, fill: tints.half }),
    h('polyline', { key: 'middle', points: line, fill: 'none', stroke: palette.tones.position, strokeWidth: 2.25 }),
    h('line', {
      key: 'likely',
      x1: to - 18,
      x2: to + 4,
      y1: placed.y(mostLikely),
      y2: placed.y(mostLikely),
      stroke: palette.tones.worsens,
      strokeWidth: 2,
      strokeDasharray: '2 2',
    }),
    last === undefined ? null : ends(last, to, props, placed),
    points.map(({ year }, at) =>
      written({
        key: year,
        x: xs[at] ?? 0,
        y: YEARS_AT,
        text: year.slice(2),
        fill: palette.textQuiet,
        size: 11,
        anchor: at === 0 ? 'start' : at === points.length - 1 ? 'end' : 'middle',
      }),
    ),
  );
}

/** Fans side by side on one scale: the middle line, the middle half, 8 in 10; dotted where every ranged figure lands at its most likely value (guide §5). */
export function FanChart(props: FanProps): ReactElement {
  const { panels, width, palette } = props;
  const placed = placedIn(props);
  const left = Math.max(...placed.scale.ticks.map((tick) => textWidth(tickText(tick, placed.scale.ticks), typesIn(palette).small))) + 10;
  const each = (width - left) / Math.max(panels.length, 1);
  return h(
    'svg',
    { width, height: FAN_HEIGHT, 'aria-hidden': true },
    grid(props, placed, left),
    panels.map((panel, at) => panelOf(props, placed, { panel, left: left + at * each, width: each })),
  );
}

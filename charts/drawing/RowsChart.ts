import { createElement as h, type ReactElement } from 'react';
import { Bar, BarChart, CartesianGrid, ReferenceLine, XAxis, YAxis } from 'recharts';
import { WORDS_ONLY, amountsBelow, type Tick } from './axes.ts';
import { fitted, plainLine, textWidth, type Type } from './letters.ts';
import { SMALL_SIZE, filled, keyRow, typesIn, written, type Box, type Hatch, type KeyEntry } from './marks.ts';
import type { Palette } from './palette.ts';
import { placeOn, scaleOf, tickText, type Scale } from './scale.ts';

/** A part of a row's bar, in the unit of the chart. */
export type Segment = { readonly from: number; readonly to: number; readonly fill: string; readonly hatch: Hatch };

/** One row: label, figure, bar. Rows form a column that foots: rules stand above and below its figures as in a table. */
export type ChartRow = {
  readonly key: string;
  readonly label: string;
  readonly figure: string;
  readonly segments: readonly Segment[];
  readonly isIndented: boolean;
  readonly isTotal: boolean;
  readonly isRuledAbove: boolean;
  readonly isClosed: boolean;
  /** Where the next bar begins: a line leads there. */
  readonly leadsTo?: number | undefined;
  /** A limit, as a heavy line across the row, with its words. */
  readonly limit?: { readonly at: number; readonly text: string } | undefined;
};

export type RowsChartProps = {
  readonly rows: readonly ChartRow[];
  readonly width: number;
  readonly palette: Palette;
  readonly keyEntries: readonly KeyEntry[];
  /** Space between row edges: 20 as on screen. */
  readonly rowHeight?: number;
};

const KEY_HEIGHT = 22;
const AXIS_HEIGHT = 22;
/** What stands above and below the rows: the key and the axis. */
export const ROWS_CHART_EDGES = KEY_HEIGHT + AXIS_HEIGHT;
const INDENT = 12;
const GAP = 12;
/** The least space between the words of two ticks. */
const TICK_GAP = 6;
const RIGHT_EDGE = 8;
/** A label takes at most this share of the width; what is longer is cut with an ellipsis. */
const LABEL_SHARE = 0.42;

type Layout = { readonly labelWidth: number; readonly figureRight: number; readonly plotLeft: number; readonly scale: Scale };

function typeOf({ isTotal }: ChartRow, palette: Palette): Type {
  const { bold, normal } = typesIn(palette);
  return isTotal ? bold : normal;
}

/** A scale whose ticks have room for their words: as many as usual, and fewer where amounts are long. */
function scaleWithRoom(ends: readonly number[], { across, type }: { across: number; type: Type }): Scale {
  for (let about = 5; about > 1; about -= 1) {
    const scale = scaleOf(ends, about);
    const { ticks, domain } = scale;
    const apart = (Math.abs((ticks[1] ?? domain[1]) - (ticks[0] ?? domain[0])) / (domain[1] - domain[0])) * across;
    const widest = Math.max(...ticks.map((tick) => textWidth(tickText(tick, ticks), type)));
    if (widest + TICK_GAP <= apart) return scale;
  }
  return scaleOf(ends, 1);
}

function layoutOf({ rows, width, palette }: RowsChartProps): Layout {
  const labels = rows.map((row) => textWidth(plainLine(row.label), typeOf(row, palette)) + (row.isIndented ? INDENT : 0));
  const figures = rows.map((row) => textWidth(row.figure, typesIn(palette).bold));
  const labelWidth = Math.ceil(Math.min(Math.max(...labels), width * LABEL_SHARE));
  const figureRight = labelWidth + GAP + Math.ceil(Math.max(...figures)) + 5;
  const ends = rows.flatMap(({ segments, limit }) => [
    ...segments.flatMap(({ from, to }) => [from, to]),
    ...(limit === undefined ? [] : [limit.at]),
  ]);
  const plotLeft = figureRight + GAP;
  return {
    labelWidth,
    figureRight,
    plotLeft,
    scale: scaleWithRoom(ends, { across: width - RIGHT_EDGE - plotLeft, type: typesIn(palette).small }),
  };
}

/** How high the chart is at its number of rows. */
export function rowsChartHeight({ rows, rowHeight = 20 }: Pick<RowsChartProps, 'rows' | 'rowHeight'>): number {
  return rows.length * rowHeight + ROWS_CHART_EDGES;
}

/** Where each row stands, from edge to edge: what is pointed at, or walked to by the keyboard. */
export function rowBoxes({ rows, width, rowHeight = 20 }: RowsChartProps): Box[] {
  return rows.map((_, index) => ({ x: 0, y: KEY_HEIGHT + index * rowHeight, width, height: rowHeight }));
}

/** Label and figure of a row, with the accountant's rules. A positive figure keeps the place of the closing bracket free. */
function heading(row: ChartRow, at: { y: number; rowHeight: number; layout: Layout; palette: Palette }): ReactElement {
  const { y, layout, palette, rowHeight } = at;
  const indent = row.isIndented ? INDENT : 0;
  const baseline = y + 4;
  const right = layout.figureRight - (row.figure.endsWith(')') ? 0 : textWidth(')', typeOf(row, palette)));
  const label = fitted(row.label, layout.labelWidth - indent, typeOf(row, palette));
  const rule = (key: string, height: number): ReactElement =>
    h('line', { key, x1: layout.labelWidth + GAP, x2: layout.figureRight, y1: height, y2: height, stroke: palette.axis, strokeWidth: 1 });
  return h(
    'g',
    { key: row.key },
    h('title', { key: 'title' }, `${plainLine(row.label)}: ${row.figure}`),
    written({ x: indent, y: baseline, text: label, fill: palette.text, isBold: row.isTotal, key: 'label' }),
    written({ x: right, y: baseline, text: row.figure, fill: palette.text, anchor: 'end', isBold: row.isTotal, key: 'figure' }),
    row.isRuledAbove ? rule('above', y - rowHeight / 2 + 0.5) : null,
    row.isClosed ? rule('below', Math.round(y + 7) + 0.5) : null,
    row.isClosed ? rule('double', Math.round(y + 9) + 0.5) : null,
  );
}

/** The bar of a row with the line that leads to the next one. */
function barOf(
  row: ChartRow,
  at: { y: number; height: number; rowHeight: number; layout: Layout; width: number; palette: Palette },
): ReactElement {
  const { y, height, layout, palette, rowHeight } = at;
  const place = placeOn(layout.scale, { from: layout.plotLeft, to: at.width - RIGHT_EDGE });
  const bars = row.segments.map(({ from, to, fill, hatch }, index) => {
    const [left, right] = [Math.min(place(from), place(to)), Math.max(place(from), place(to))];
    const box = { x: left, y, width: Math.max(right - left, 1), height };
    return from === to ? null : filled(box, { fill, hatch, palette, key: String(index) });
  });
  const lead =
    row.leadsTo === undefined
      ? null
      : h('line', {
          key: 'lead',
          x1: place(row.leadsTo),
          x2: place(row.leadsTo),
          y1: y + (bars.every((bar) => bar === null) ? 0 : height),
          y2: y + rowHeight,
          stroke: palette.textQuiet,
          strokeWidth: 1,
        });
  return h('g', { key: row.key }, bars, lead, row.limit === undefined ? null : limitMark(row.limit, { ...at, x: place(row.limit.at) }));
}

function limitMark(limit: { text: string }, at: { x: number; y: number; height: number; width: number; palette: Palette }): ReactElement {
  const { x, y, height, palette } = at;
  const fits = x + 5 + textWidth(limit.text, typesIn(palette).small) <= at.width;
  return h(
    'g',
    { key: 'limit' },
    h('line', { key: 'line', x1: x, x2: x, y1: y - 4, y2: y + height + 4, stroke: palette.axis, strokeWidth: 2.5 }),
    written({
      key: 'words',
      x: fits ? x + 5 : x - 5,
      y: y + height + 11,
      text: limit.text,
      fill: palette.textQuiet,
      size: SMALL_SIZE,
      anchor: fits ? 'start' : 'end',
    }),
  );
}

/** Horizontal bars in rows: labels stay level and the figures form a column that foots. */
export function RowsChart(props: RowsChartProps): ReactElement {
  const { rows, width, palette, keyEntries, rowHeight = 20 } = props;
  const layout = layoutOf(props);
  const { scale } = layout;
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const rowAt = (key: unknown): ChartRow | undefined => byKey.get(String(key));
  return h(
    BarChart,
    {
      layout: 'vertical',
      width,
      height: rowsChartHeight(props),
      data: rows.map((row) => ({ key: row.key, span: scale.domain })),
      margin: { top: KEY_HEIGHT, right: RIGHT_EDGE, bottom: 0, left: 0 },
      barSize: rowHeight - 8,
      accessibilityLayer: false,
    },
    h(CartesianGrid, { syncWithTicks: true, horizontal: false, stroke: palette.grid, strokeWidth: 1 }),
    h(XAxis, {
      type: 'number',
      domain: [...scale.domain],
      ticks: [...scale.ticks],
      allowDataOverflow: true,
      height: AXIS_HEIGHT,
      ...WORDS_ONLY,
      tick: amountsBelow(scale.ticks, palette),
    }),
    h(YAxis, {
      type: 'category',
      dataKey: 'key',
      width: layout.plotLeft,
      ...WORDS_ONLY,
      tick: ({ y, payload }: Tick) => {
        const row = rowAt(payload.value);
        return row === undefined ? h('g') : heading(row, { y: Number(y), rowHeight, layout, palette });
      },
    }),
    h(Bar, {
      dataKey: 'span',
      isAnimationActive: false,
      shape: ({ y, height, payload }: { y?: number; height?: number; payload?: { key?: unknown } }) => {
        const row = rowAt(payload?.key);
        return row === undefined ? h('g') : barOf(row, { y: y ?? 0, height: height ?? 0, rowHeight, layout, width, palette });
      },
    }),
    h(ReferenceLine, { x: 0, stroke: palette.axis, strokeWidth: 1.5 }),
    keyRow(keyEntries, { x: layout.plotLeft, y: 12, right: width, palette, widthOf: (text) => textWidth(text, typesIn(palette).small) }),
  );
}

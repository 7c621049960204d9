import { createElement as h, type ReactElement } from 'react';
import { Bar, BarChart, CartesianGrid, ReferenceLine, XAxis, YAxis } from 'recharts';
import { ZERO } from '../../shared/money/decimal.ts';
import type { Layer } from '../../shared/outcomes/exhibits/exhibit.ts';
import { WORDS_ONLY, amountsBeside, widthBeside, yearsBelow, type Tick } from './axes.ts';
import { fitted, textWidth } from './letters.ts';
import { filled, typesIn, written, type Box, type Hatch } from './marks.ts';
import type { Palette } from './palette.ts';
import type { ChartProps } from './RowCharts.ts';
import { figureText, lengthOf, placeOn, scaleOf } from './scale.ts';
import { spread } from './spread.ts';

export const STACK_HEIGHT = 320;

const TOP = 22;
const AXIS_HEIGHT = 24;
const LEAST_TICK_WIDTH = 40;
const LABEL_GAP = 15;
const WIDEST_COLUMN = 72;
/** Of the room of a year, what its column takes at most; the drawing library leaves a tenth free on either side. */
const COLUMN_SHARE = 0.8;
/** Labels take at most this share of the width. */
const LABEL_SHARE = 0.42;

type Look = { readonly fill: string; readonly hatch: Hatch };

const ZERO_SHOWN = { exact: ZERO, figure: ZERO };

/** Palette order; one-off is hatched, and what nobody has identified is orange with an upright hatch. */
function lookOf(layer: Layer, index: number, palette: Palette): Look {
  if (layer.key === 'UNIDENTIFIED') return { fill: palette.tones.attention, hatch: 'upright' };
  if (layer.isOneOff) return { fill: palette.textQuiet, hatch: 'slanted' };
  return { fill: palette.layers[index % palette.layers.length] ?? palette.text, hatch: 'none' };
}

/** Words at the last column: each layer beside its middle, with its figure. */
function layerLabels(
  { series, unit, palette }: ChartProps<'stack'>,
  at: { place: (amount: number) => number; x: number; width: number },
): ReactElement {
  let standing = 0;
  const wanted = series.layers.flatMap((layer, index) => {
    const last = layer.amounts.at(-1);
    const height = last === undefined ? 0 : lengthOf(last.exact, unit);
    standing += height;
    if (last === undefined) return [];
    const text = `${figureText(last, unit)} ${layer.label}`;
    return [{ text, look: lookOf(layer, index, palette), y: at.place(standing - height / 2) }];
  });
  const placed = spread(
    wanted.map(({ y }) => y),
    { gap: LABEL_GAP, from: TOP + 6, to: STACK_HEIGHT - AXIS_HEIGHT - 6 },
  );
  return h(
    'g',
    { key: 'labels' },
    wanted.map(({ text, look }, index) => {
      const y = placed[index] ?? 0;
      return h(
        'g',
        { key: text },
        filled({ x: at.x, y: y - 5, width: 12, height: 10 }, { ...look, palette }),
        written({ x: at.x + 18, y: y + 4, text: fitted(text, at.width - 18, typesIn(palette).normal), fill: palette.text }),
      );
    }),
  );
}

function totalLabel(
  { series, unit, palette }: ChartProps<'stack'>,
  at: { index: number; x: number; place: (amount: number) => number },
): ReactElement | null {
  const total = series.totals[at.index];
  if (total === undefined) return null;
  const y = at.place(lengthOf(total.exact, unit)) - 6;
  return written({ key: 'total', x: at.x, y, text: figureText(total, unit), fill: palette.text, anchor: 'middle', isBold: true });
}

type Layout = {
  readonly scale: ReturnType<typeof scaleOf>;
  readonly place: (amount: number) => number;
  readonly labelWidth: number;
  readonly tickWidth: number;
};

function layoutOf({ series, unit, width, palette }: ChartProps<'stack'>): Layout {
  const scale = scaleOf(
    series.totals.map(({ exact }) => lengthOf(exact, unit)),
    5,
  );
  const widest = Math.max(
    0,
    ...series.layers.map(({ label, amounts }) =>
      textWidth(`${figureText(amounts.at(-1) ?? ZERO_SHOWN, unit)} ${label}`, typesIn(palette).normal),
    ),
  );
  return {
    scale,
    place: placeOn(scale, { from: STACK_HEIGHT - AXIS_HEIGHT, to: TOP }),
    labelWidth: Math.ceil(Math.min(widest + 30, width * LABEL_SHARE)),
    tickWidth: widthBeside(scale.ticks, { palette, least: LEAST_TICK_WIDTH }),
  };
}

/** Where each layer of each column stands, columns from left to right and layers from the bottom up; nil layers are left out. */
export function stackBoxes(props: ChartProps<'stack'>): { readonly layer: Layer; readonly index: number; readonly box: Box }[] {
  const { series, unit, width } = props;
  const { place, labelWidth, tickWidth } = layoutOf(props);
  const band = (width - labelWidth - tickWidth) / series.years.length;
  const across = Math.min(WIDEST_COLUMN, band * COLUMN_SHARE);
  return series.years.flatMap((_, index) => {
    let standing = 0;
    return series.layers.flatMap((layer) => {
      const height = lengthOf((layer.amounts[index] ?? ZERO_SHOWN).exact, unit);
      const bottom = place(standing);
      standing += height;
      const box = {
        x: tickWidth + band * index + (band - across) / 2,
        y: place(standing),
        width: across,
        height: bottom - place(standing),
      };
      return box.height <= 0 ? [] : [{ layer, index, box }];
    });
  });
}

/** Exhibit 3: what savings put into the position by category and year, one-off savings hatched and on top. */
export function StackChart(props: ChartProps<'stack'>): ReactElement {
  const { series, unit, width, palette } = props;
  const { scale, place, labelWidth, tickWidth } = layoutOf(props);
  const columns = series.years.map((year, index) => ({
    year,
    index,
    ...Object.fromEntries(series.layers.map(({ key, amounts }) => [key, lengthOf((amounts[index] ?? ZERO_SHOWN).exact, unit)])),
  }));
  return h(
    BarChart,
    {
      width,
      height: STACK_HEIGHT,
      data: columns,
      margin: { top: TOP, right: labelWidth, bottom: 0, left: 0 },
      maxBarSize: WIDEST_COLUMN,
      accessibilityLayer: false,
    },
    h(CartesianGrid, { syncWithTicks: true, vertical: false, stroke: palette.grid, strokeWidth: 1 }),
    h(XAxis, {
      dataKey: 'year',
      height: AXIS_HEIGHT,
      ...WORDS_ONLY,
      tick: (tick: Tick) => h('g', null, yearsBelow(palette)(tick), totalLabel(props, { index: tick.index, x: Number(tick.x), place })),
    }),
    h(YAxis, {
      width: tickWidth,
      domain: [...scale.domain],
      ticks: [...scale.ticks],
      allowDataOverflow: true,
      ...WORDS_ONLY,
      tick: amountsBeside(scale.ticks, palette),
    }),
    ...series.layers.map((layer, index) =>
      h(Bar, {
        key: layer.key,
        dataKey: layer.key,
        stackId: 'savings',
        isAnimationActive: false,
        shape: ({ x = 0, y = 0, width: across = 0, height = 0 }: { x?: number; y?: number; width?: number; height?: number }) => {
          // A sheet-coloured gap of one pixel keeps layers apart in grey.
          const box = { x, y: y + (height > 2 ? 1 : 0), width: across, height: Math.max(height - (height > 2 ? 1 : 0), 0) };
          return box.height === 0 ? h('g') : filled(box, { ...lookOf(layer, index, palette), palette });
        },
      }),
    ),
    h(ReferenceLine, { y: 0, stroke: palette.axis, strokeWidth: 1.5 }),
    layerLabels(props, { place, x: width - labelWidth + 6, width: labelWidth - 6 }),
  );
}

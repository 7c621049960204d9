import { createElement as h, type ReactElement } from 'react';
import { Bar, BarChart, CartesianGrid, ReferenceLine, XAxis, YAxis } from 'recharts';
import type { MoneyUnit } from '../../shared/money/units.ts';
import type { BridgeMark } from '../../shared/outcomes/exhibits/exhibit.ts';
import { WORDS_ONLY, widthBeside, type Tick } from './axes.ts';
import { textWidth, wrapped, type Type } from './letters.ts';
import { filled, hatchOf, keyRow, typesIn, written } from './marks.ts';
import type { Palette } from './palette.ts';
import { BRIDGE_WORDS, keyOfTones } from './RowCharts.ts';
import { figureText, lengthOf, placeOn, scaleOf, tickText, type Scale } from './scale.ts';

export type SlideBridgeProps = {
  readonly bars: readonly BridgeMark[];
  readonly unit: MoneyUnit;
  readonly width: number;
  readonly height: number;
  readonly palette: Palette;
};

const TOP = 34;
const LABEL_LINES = 5;
const LEAST_TICK_WIDTH = 56;
const RIGHT = 4;
const BAR_SHARE = 0.63;
/** Sizes of figures, of the words below the columns and of their lines: larger where columns are wide. */
const SIZES = { narrow: { figure: 15, label: 13, line: 16 }, wide: { figure: 20, label: 16, line: 20 } } as const;
const WIDE_STEP = 110;
/** Letters of words are less broad than figures, against Arial. */
const BREADTH_OF_WORDS = 1.12;
/** Narrower columns cut the words under them. */
const LEAST_STEP = 86;
const HALO = 5;
const FIGURE_GAP = 6;

type Slide = Pick<SlideBridgeProps, 'bars' | 'unit' | 'width' | 'palette'>;

function scaleFor({ bars, unit }: Pick<Slide, 'bars' | 'unit'>): Scale {
  return scaleOf(
    bars.flatMap(({ from, to }) => [lengthOf(from, unit), lengthOf(to, unit)]),
    5,
  );
}

/** Figures that stand above and below columns need as much room beside one another as the longest has. */
function figureWidth({ bars, unit, palette }: Slide, size: number): number {
  const type: Type = { size, weight: 'bold', breadth: palette.breadth };
  return Math.max(...bars.map(({ shown }) => textWidth(figureText(shown, unit), type)));
}

/** How many columns a slide has room for: their words are read and their figures stand apart. */
export function mostColumns(slide: Slide): number {
  const { ticks } = scaleFor(slide);
  const left = widthBeside(ticks, { palette: slide.palette, least: LEAST_TICK_WIDTH, size: SIZES.wide.label });
  const step = Math.max(LEAST_STEP, figureWidth(slide, SIZES.narrow.figure) + FIGURE_GAP);
  return Math.floor((slide.width - left - RIGHT) / step);
}

type Sizes = { readonly figure: number; readonly label: number; readonly line: number };
type Layout = {
  readonly scale: Scale;
  readonly place: (amount: number) => number;
  readonly step: number;
  readonly left: number;
  readonly sizes: Sizes;
  /** Where the words below the columns begin. */
  readonly labelsTop: number;
};

function layoutOf(props: SlideBridgeProps): Layout {
  const { bars, width, height, palette } = props;
  const scale = scaleFor(props);
  const left = widthBeside(scale.ticks, { palette, least: LEAST_TICK_WIDTH, size: SIZES.wide.label });
  // Figures stand outside their bars, so the scale leaves them room at either end.
  const step = (width - left - RIGHT) / bars.length;
  const isWide = step >= Math.max(WIDE_STEP, figureWidth(props, SIZES.wide.figure) + FIGURE_GAP);
  const sizes = isWide ? SIZES.wide : SIZES.narrow;
  const room = sizes.figure + 8;
  const labelsTop = height - LABEL_LINES * sizes.line - 24;
  return { scale, place: placeOn(scale, { from: labelsTop - room, to: TOP + room }), step, left, sizes, labelsTop };
}

/** The figure of a bar: above where it rises, below where it falls, with a halo in the colour of the sheet so that no line runs through it. */
function figureOf(bar: BridgeMark, at: { x: number; layout: Layout } & SlideBridgeProps): ReactElement {
  const { layout, palette, unit } = at;
  const [from, to] = [layout.place(lengthOf(bar.from, unit)), layout.place(lengthOf(bar.to, unit))];
  const rises = to < from;
  const y = rises ? Math.min(from, to) - 7 : Math.max(from, to) + layout.sizes.figure + 2;
  const text = {
    x: at.x,
    y,
    text: figureText(bar.shown, unit, bar.isPosition ? 'digits' : 'dash'),
    anchor: 'middle' as const,
    size: layout.sizes.figure,
    isBold: bar.isPosition,
  };
  return h(
    'g',
    { key: 'figure' },
    h('g', { key: 'halo', stroke: palette.sheet, strokeWidth: HALO, strokeLinejoin: 'round' }, written({ ...text, fill: palette.sheet })),
    written({ ...text, fill: palette.text, key: 'ink' }),
  );
}

/** A column with the line that leads to the next one and its figure. */
function columnOf(bar: BridgeMark, at: { index: number; layout: Layout } & SlideBridgeProps): ReactElement {
  const { layout, palette, unit, index, bars } = at;
  const across = layout.step * BAR_SHARE;
  const middle = layout.left + layout.step * (index + 0.5);
  const [from, to] = [layout.place(lengthOf(bar.from, unit)), layout.place(lengthOf(bar.to, unit))];
  const box = { x: middle - across / 2, y: Math.min(from, to), width: across, height: Math.max(Math.abs(to - from), 1) };
  const lead = h('line', {
    key: 'lead',
    x1: middle + across / 2,
    x2: middle + layout.step - across / 2,
    y1: to,
    y2: to,
    stroke: palette.textQuiet,
    strokeWidth: 1,
  });
  return h(
    'g',
    { key: bar.key },
    filled(box, { fill: palette.tones[bar.tone], hatch: hatchOf(bar.tone), palette, key: 'bar' }),
    index === bars.length - 1 ? null : lead,
    figureOf(bar, { ...at, x: middle }),
  );
}

function columnLabel(bar: BridgeMark, { x, layout, palette }: { x: number; layout: Layout; palette: Palette }): ReactElement {
  const { sizes, step, labelsTop } = layout;
  const breadth = Math.min(palette.breadth, BREADTH_OF_WORDS);
  const type: Type = { size: sizes.label, weight: bar.isPosition ? 'bold' : 'normal', breadth };
  const lines = wrapped(bar.label, { width: step, lines: LABEL_LINES }, type);
  return h(
    'g',
    { key: bar.key },
    h('title', { key: 'title' }, bar.label),
    lines.map((text, line) =>
      written({
        key: String(line),
        x,
        y: labelsTop + 18 + line * sizes.line,
        text,
        fill: bar.isPosition ? palette.text : palette.textQuiet,
        anchor: 'middle',
        size: sizes.label,
        isBold: bar.isPosition,
      }),
    ),
  );
}

/** The bridge for a slide: upright columns in large type, at the width and height that the slide has. */
export function SlideBridge(props: SlideBridgeProps): ReactElement {
  const { bars, width, height, palette, unit } = props;
  const layout = layoutOf(props);
  const { scale, place, sizes, labelsTop, left } = layout;
  const indexOf = new Map(bars.map(({ key }, index) => [key, index]));
  const tones = bars.map(({ tone }) => tone);
  return h(
    BarChart,
    {
      width,
      height,
      data: bars.map(({ key, to }) => ({ key, to: lengthOf(to, unit) })),
      margin: { top: place(scale.domain[1]), right: RIGHT, bottom: labelsTop - place(scale.domain[0]), left: 0 },
      accessibilityLayer: false,
    },
    h(CartesianGrid, { syncWithTicks: true, vertical: false, stroke: palette.grid, strokeWidth: 1 }),
    h(XAxis, {
      dataKey: 'key',
      height: height - labelsTop,
      ...WORDS_ONLY,
      tick: ({ x, index }: Tick) => {
        const bar = bars[index];
        return bar === undefined ? h('g') : columnLabel(bar, { x: Number(x), layout, palette });
      },
    }),
    h(YAxis, {
      width: left,
      domain: [...scale.domain],
      ticks: [...scale.ticks],
      ...WORDS_ONLY,
      tick: ({ y, payload }: Tick) =>
        written({
          x: left - 10,
          y: Number(y) + 5,
          text: tickText(Number(payload.value), scale.ticks),
          fill: palette.textQuiet,
          anchor: 'end',
          size: sizes.label,
        }),
    }),
    h(ReferenceLine, { y: 0, stroke: palette.axis, strokeWidth: 1.5 }),
    h(Bar, {
      dataKey: 'to',
      isAnimationActive: false,
      shape: ({ payload }: { payload?: { key?: unknown } }) => {
        const index = indexOf.get(String(payload?.key)) ?? -1;
        const bar = bars[index];
        return bar === undefined ? h('g') : columnOf(bar, { ...props, index, layout });
      },
    }),
    keyRow(keyOfTones(tones, BRIDGE_WORDS, palette), {
      x: width,
      y: 12,
      right: width,
      palette,
      widthOf: (text) => textWidth(text, typesIn(palette).small),
    }),
  );
}

import { createElement as h, type ReactElement } from 'react';
import type { TornadoMark } from '../../shared/outcomes/exhibits/exhibit.ts';
import { SMALL_SIZE, filled, hatchOf, keyRow, typesIn, written, type Box } from './marks.ts';
import { fitted, textWidth } from './letters.ts';
import type { Palette } from './palette.ts';
import type { ChartProps } from './RowCharts.ts';
import { figureText, lengthOf, placeOn, scaleOf, tickText, type Scale } from './scale.ts';

const KEY_HEIGHT = 22;
const AXIS_HEIGHT = 22;
const ROW = 22;
const BAR = 12;
const GAP = 10;
/** Labels and the words of both ends take at most these shares of the width; what is longer is cut with an ellipsis. */
const LABEL_SHARE = 0.34;
const ENDS_SHARE = 0.2;
/** A bar of nil length would not be seen. */
const LEAST_BAR = 1;

/** The worse end first, whichever of the two it is. */
function endsOf({ low, high, lowWords, highWords }: TornadoMark) {
  const isLowWorse = low.exact.lte(high.exact);
  return isLowWorse
    ? { worse: low, better: high, words: `${lowWords} / ${highWords}` }
    : { worse: high, better: low, words: `${highWords} / ${lowWords}` };
}

type Layout = {
  readonly labelWidth: number;
  readonly endsLeft: number;
  readonly endsWidth: number;
  readonly worseRight: number;
  readonly plot: { readonly from: number; readonly to: number };
  readonly scale: Scale;
};

function layoutOf({ series, unit, width, palette }: ChartProps<'tornado'>): Layout {
  const { normal, small } = typesIn(palette);
  const widest = (texts: readonly string[], type: typeof normal): number =>
    Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, type))));
  const ends = series.rows.map(endsOf);
  const labelWidth = Math.min(
    widest(
      series.rows.map(({ label }) => label),
      normal,
    ),
    Math.floor(width * LABEL_SHARE),
  );
  const endsWidth = Math.min(
    widest(
      ends.map(({ words }) => words),
      small,
    ),
    Math.floor(width * ENDS_SHARE),
  );
  const figures = widest(
    ends.flatMap(({ worse, better }) => [figureText(worse, unit), figureText(better, unit)]),
    normal,
  );
  const endsLeft = labelWidth + GAP;
  const worseRight = endsLeft + endsWidth + GAP + figures;
  return {
    labelWidth,
    endsLeft,
    endsWidth,
    worseRight,
    plot: { from: worseRight + GAP, to: width - figures - GAP },
    scale: scaleOf(
      ends.flatMap(({ worse, better }) => [lengthOf(worse.exact, unit), lengthOf(better.exact, unit)]),
      6,
    ),
  };
}

export function tornadoHeight({ series }: Pick<ChartProps<'tornado'>, 'series'>): number {
  return KEY_HEIGHT + series.rows.length * ROW + AXIS_HEIGHT;
}

/** Where each row stands, from edge to edge: what is pointed at, or walked to by the keyboard. */
export function tornadoBoxes({ series, width }: Pick<ChartProps<'tornado'>, 'series' | 'width'>): Box[] {
  return series.rows.map((_, index) => ({ x: 0, y: KEY_HEIGHT + index * ROW, width, height: ROW }));
}

/** A row in words: what it is, both ends and what each changes. */
export function tornadoWords(mark: TornadoMark, unit: ChartProps<'tornado'>['unit']): string {
  const { worse, better, words } = endsOf(mark);
  return `${mark.label}, ${words}: ${figureText(worse, unit)} to ${figureText(better, unit)}`;
}

/** From nil to the end, hatched where it is worse than as stated. */
function bar(at: { amount: number; y: number; place: (amount: number) => number; palette: Palette; key: string }): ReactElement | null {
  const { amount, place, palette } = at;
  if (amount === 0) return null;
  const [left, right] = [Math.min(place(0), place(amount)), Math.max(place(0), place(amount))];
  const tone = amount < 0 ? 'worsens' : 'improves';
  const box: Box = { x: left, y: at.y - BAR / 2, width: Math.max(right - left, LEAST_BAR), height: BAR };
  return filled(box, { fill: palette.tones[tone], hatch: hatchOf(tone), palette, key: at.key });
}

function row(props: ChartProps<'tornado'>, layout: Layout, at: { mark: TornadoMark; y: number }): ReactElement {
  const { unit, width, palette } = props;
  const { normal, small } = typesIn(palette);
  const { worse, better, words } = endsOf(at.mark);
  const place = placeOn(layout.scale, layout.plot);
  const baseline = at.y + 4;
  const hang = (text: string): number => (text.endsWith(')') ? 0 : textWidth(')', normal));
  const [worseText, betterText] = [figureText(worse, unit), figureText(better, unit)];
  // Both ends on one side make one bar in two lengths: the longer first, so that the shorter stays in sight.
  const lengths = [lengthOf(worse.exact, unit), lengthOf(better.exact, unit)].sort((a, b) => Math.abs(b) - Math.abs(a));
  return h(
    'g',
    { key: at.mark.key },
    written({ key: 'label', x: 0, y: baseline, text: fitted(at.mark.label, layout.labelWidth, normal), fill: palette.text }),
    written({
      key: 'ends',
      x: layout.endsLeft,
      y: baseline,
      text: fitted(words, layout.endsWidth, small),
      fill: palette.textQuiet,
      size: SMALL_SIZE,
    }),
    written({ key: 'worse', x: layout.worseRight - hang(worseText), y: baseline, text: worseText, fill: palette.text, anchor: 'end' }),
    lengths.map((amount, index) => bar({ amount, y: at.y, place, palette, key: `bar ${String(index)}` })),
    written({ key: 'better', x: width - hang(betterText), y: baseline, text: betterText, fill: palette.text, anchor: 'end' }),
  );
}

function axis({ palette }: ChartProps<'tornado'>, layout: Layout, height: number): ReactElement {
  const place = placeOn(layout.scale, layout.plot);
  const bottom = height - AXIS_HEIGHT;
  return h(
    'g',
    { key: 'axis' },
    layout.scale.ticks.map((tick) =>
      h(
        'g',
        { key: String(tick) },
        h('line', {
          x1: place(tick),
          x2: place(tick),
          y1: KEY_HEIGHT,
          y2: bottom,
          stroke: tick === 0 ? palette.axis : palette.grid,
          strokeWidth: tick === 0 ? 1.5 : 1,
        }),
        written({
          x: place(tick),
          y: bottom + 14,
          text: tickText(tick, layout.scale.ticks),
          fill: palette.textQuiet,
          anchor: 'middle',
          size: SMALL_SIZE,
        }),
      ),
    ),
  );
}

/** Exhibit 7: each ranged input from its worse to its better end, widest first; colour and hatch tell better from worse, never high from low (guide §5). */
export function TornadoChart(props: ChartProps<'tornado'>): ReactElement {
  const { series, width, palette } = props;
  const layout = layoutOf(props);
  const height = tornadoHeight(props);
  const keyEntries = (['worsens', 'improves'] as const).map((tone) => ({
    label: tone === 'worsens' ? 'worse' : 'better',
    fill: palette.tones[tone],
    hatch: hatchOf(tone),
  }));
  return h(
    'svg',
    { width, height, 'aria-hidden': true },
    axis(props, layout, height),
    series.rows.map((mark, index) => row(props, layout, { mark, y: KEY_HEIGHT + index * ROW + ROW / 2 })),
    keyRow(keyEntries, { x: layout.plot.from, y: 12, right: width, palette, widthOf: (text) => textWidth(text, typesIn(palette).small) }),
  );
}

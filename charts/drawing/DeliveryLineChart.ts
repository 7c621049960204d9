import { createElement as h, type ReactElement } from 'react';
import { D, maximum, minimum, type Decimal } from '../../shared/money/decimal.ts';
import { formatPercent } from '../../shared/money/format.ts';
import { textWidth } from './letters.ts';
import { filled, typesIn, written, type Box } from './marks.ts';
import { TYPEFACE, type Palette } from './palette.ts';
import { placeInPercent } from './scale.ts';

/** What a mark on the line of delivery says: what the plan assumes, what it needs, what it needs without support, what its bodies or others achieved before. */
export type DeliveryMark = {
  readonly key: string;
  readonly kind: 'assumed' | 'needed' | 'beforeSupport' | 'own' | 'evidence';
  readonly share: Decimal;
  readonly words: string;
};
export type DeliveryLineProps = { readonly marks: readonly DeliveryMark[]; readonly width: number; readonly palette: Palette };

const AXIS = 62;
const TOP_LINES = [11, 27] as const;
const BESIDE_RING = 48;
const FIRST_ROW = 94;
const ROW = 16;
const FOOT = 10;
const BAR = 5;
const TICK = 5;
const AIR = 10;
/** Ticks stand at each five per cent; those at the ends are written. */
const STEP = new D('0.05');

type Ends = { readonly least: Decimal; readonly most: Decimal };

function endsOf(marks: readonly DeliveryMark[]): Ends {
  const shares = marks.map(({ share }) => share);
  const [first = new D(1)] = shares;
  const least = shares.reduce(minimum, first).div(STEP).floor().minus(1).times(STEP);
  const most = shares.reduce(maximum, first).div(STEP).ceil().plus(1).times(STEP);
  return { least: maximum(least, new D(0)), most };
}

type Placed = { readonly mark: DeliveryMark; readonly x: number; readonly text: string; readonly left: number; readonly y: number };

const percent = ({ kind, share }: DeliveryMark): string => formatPercent(share, kind === 'evidence' ? 0 : 1);
const said = (mark: DeliveryMark): string => `${percent(mark)} ${mark.words}`;

type Taken = { readonly row: number; readonly left: number; readonly right: number; readonly x: number };

/** Whether a label would stand on another of its row, or in the way of a stem that goes further down. */
function isInTheWay(label: Taken, other: Taken): boolean {
  if (other.row === label.row) return label.left < other.right && other.left < label.right;
  return other.row > label.row && label.left < other.x && other.x < label.right;
}

/** Labels below the line stand as high as they can, at their stem or to either side of it; a stem that has to pass behind a word is hidden by its halo. */
function rowsBelow({ marks, width, palette }: DeliveryLineProps, xOf: (share: Decimal) => number): Placed[] {
  const below = marks.filter(({ kind }) => kind === 'own' || kind === 'evidence').sort((a, b) => b.share.cmp(a.share));
  const taken: Taken[] = [];
  return below.map((mark) => {
    const text = said(mark);
    const x = xOf(mark.share);
    const long = textWidth(text, typesIn(palette).small) + AIR;
    const sides = [x - 4, x - long / 2, x + 4 - long].map((left) => Math.max(0, Math.min(left, width - long)));
    for (let row = 0; ; row += 1) {
      const free = sides
        .map((left) => ({ row, left, right: left + long, x }))
        .find((each) => !taken.some((other) => isInTheWay(each, other)));
      if (free === undefined) continue;
      taken.push(free);
      return { mark, x, text, left: free.left, y: FIRST_ROW + row * ROW };
    }
  });
}

/** What the plan assumes and what it needs stand above, away from each other. */
function linesAbove({ marks, width, palette }: DeliveryLineProps, xOf: (share: Decimal) => number): Placed[] {
  const above = marks.filter(({ kind }) => kind === 'assumed' || kind === 'needed').sort((a, b) => a.share.cmp(b.share));
  return above.map((mark, index) => {
    const text = said(mark);
    const x = xOf(mark.share);
    const long = textWidth(text, typesIn(palette).bold);
    const wanted = index === 0 && above.length > 1 ? x + 6 - long : x - 6;
    const left = Math.max(0, Math.min(wanted, width - long));
    const isAlone = index === 0 || wanted === left;
    return { mark, x, text, left, y: isAlone ? TOP_LINES[0] : TOP_LINES[1] };
  });
}

/** A figure and its words; the figure is the heavier. */
function label({ mark, left, y }: Placed, palette: Palette): ReactElement {
  const isLarge = mark.kind !== 'evidence';
  return h(
    'text',
    {
      key: `label ${mark.key}`,
      x: left,
      y,
      fontFamily: TYPEFACE,
      fontSize: 11,
      fill: palette.textQuiet,
      stroke: palette.sheet,
      strokeWidth: 4,
      strokeLinejoin: 'round',
      paintOrder: 'stroke',
    },
    h('tspan', { fontWeight: 600, fontSize: isLarge ? 13 : 11, fill: palette.text }, percent(mark)),
    h('tspan', { dx: 5 }, mark.words),
  );
}

function stem({ mark, x, y }: Placed, palette: Palette): ReactElement {
  const to = y < AXIS ? y + 6 : y - 9;
  const stroke = mark.kind === 'assumed' ? palette.tones.position : mark.kind === 'needed' ? palette.tones.worsens : palette.textQuiet;
  return h('line', { key: `stem ${mark.key}`, x1: x, x2: x, y1: to, y2: AXIS, stroke, strokeWidth: y < AXIS ? 1.75 : 1 });
}

/** Told apart by form as well as by colour: discs are the plan's, a ring is without support, a square its own record, diamonds are evidence. */
function point({ key, kind, share }: DeliveryMark, x: number, palette: Palette): ReactElement {
  const id = `point ${key} ${share.toString()}`;
  switch (kind) {
    case 'assumed':
      return h('circle', { key: id, cx: x, cy: AXIS, r: 5, fill: palette.tones.position });
    case 'needed':
      return h('circle', { key: id, cx: x, cy: AXIS, r: 5, fill: palette.tones.worsens });
    case 'beforeSupport':
      return h('circle', { key: id, cx: x, cy: AXIS, r: 4, fill: palette.sheet, stroke: palette.tones.worsens, strokeWidth: 2 });
    case 'own':
      return h('rect', { key: id, x: x - 6, y: AXIS - 6, width: 12, height: 12, fill: palette.text });
    case 'evidence':
      return h('path', { key: id, d: `M${String(x)} ${String(AXIS - 4.5)}l4.5 4.5-4.5 4.5-4.5-4.5z`, fill: palette.layers[3] });
  }
}

function axis({ width, palette }: DeliveryLineProps, { least, most }: Ends, xOf: (share: Decimal) => number): ReactElement {
  const count = most.minus(least).div(STEP).toNumber();
  const ticks = Array.from({ length: Math.round(count) - 1 }, (_, index) => least.plus(STEP.times(index + 1)));
  const ends = [ticks[0], ticks.at(-1)].flatMap((tick) => tick ?? []);
  return h(
    'g',
    { key: 'axis' },
    h('line', { key: 'line', x1: 0, x2: width, y1: AXIS, y2: AXIS, stroke: palette.axis, strokeWidth: 1.5 }),
    ticks.map((tick) =>
      h('line', { key: tick.toString(), x1: xOf(tick), x2: xOf(tick), y1: AXIS, y2: AXIS + TICK, stroke: palette.textQuiet }),
    ),
    ends.map((tick) =>
      written({
        key: `end ${tick.toString()}`,
        x: xOf(tick),
        y: AXIS + 16,
        text: formatPercent(tick, 0),
        fill: palette.textQuiet,
        anchor: 'middle',
        size: 11,
      }),
    ),
  );
}

/** From what is assumed to what is needed, where that is more: the only bar. */
function shortfall({ marks, palette }: DeliveryLineProps, xOf: (share: Decimal) => number): ReactElement | null {
  const [assumed, needed] = ['assumed', 'needed'].map((kind) => marks.find((mark) => mark.kind === kind));
  if (assumed === undefined || needed === undefined || needed.share.lte(assumed.share)) return null;
  const x = xOf(assumed.share);
  const box: Box = { x, y: AXIS - BAR, width: xOf(needed.share) - x, height: BAR };
  return filled(box, { key: 'shortfall', fill: palette.tones.worsens, hatch: 'slanted', palette });
}

function besideRing({ marks, width, palette }: DeliveryLineProps, xOf: (share: Decimal) => number): Placed[] {
  return marks.flatMap((mark) => {
    if (mark.kind !== 'beforeSupport') return [];
    const x = xOf(mark.share);
    return [{ mark, x, text: said(mark), left: Math.min(x + 2, width - textWidth(said(mark), typesIn(palette).bold)), y: BESIDE_RING }];
  });
}

/** How high the line is at a width: as many rows of labels as it takes. */
export function deliveryLineHeight(props: DeliveryLineProps): number {
  const ends = endsOf(props.marks);
  const below = rowsBelow(props, (share) => (placeInPercent(share, ends) / 100) * props.width);
  return Math.max(AXIS + 22, ...below.map(({ y }) => y)) + FOOT;
}

/** Delivery of savings on one line: what the plan assumes and what it needs above, what was achieved before below (guide §5). */
export function DeliveryLineChart(props: DeliveryLineProps): ReactElement {
  const { marks, width, palette } = props;
  const ends = endsOf(marks);
  const xOf = (share: Decimal): number => (placeInPercent(share, ends) / 100) * width;
  const [above, below, beside] = [linesAbove(props, xOf), rowsBelow(props, xOf), besideRing(props, xOf)];
  return h(
    'svg',
    { width, height: deliveryLineHeight(props), 'aria-hidden': true },
    axis(props, ends, xOf),
    [...above, ...below].map((placed) => stem(placed, palette)),
    shortfall(props, xOf),
    marks.map((mark) => point(mark, xOf(mark.share), palette)),
    [...above, ...below, ...beside].map((placed) => label(placed, palette)),
  );
}

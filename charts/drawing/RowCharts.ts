import { createElement as h, type ReactElement } from 'react';
import { ZERO } from '../../shared/money/decimal.ts';
import type { NilStyle } from '../../shared/money/format.ts';
import type { MoneyUnit } from '../../shared/money/units.ts';
import type { BridgeMark, PositionMark, Series, Tone } from '../../shared/outcomes/exhibits/exhibit.ts';
import { hatchOf, type KeyEntry } from './marks.ts';
import type { Palette } from './palette.ts';
import { RowsChart, rowsChartHeight, type ChartRow, type RowsChartProps, type Segment } from './RowsChart.ts';
import { figureText, lengthOf } from './scale.ts';

type SeriesOf<Kind extends Series['kind']> = Extract<Series, { kind: Kind }>;
export type ChartProps<Kind extends Series['kind']> = {
  readonly series: SeriesOf<Kind>;
  readonly unit: MoneyUnit;
  readonly width: number;
  readonly palette: Palette;
  /** How high the rows of a bridge are, and how its positions read where they are nil. */
  readonly rowHeight?: number;
  readonly nil?: NilStyle;
};

/** The bridge's own words: what nobody has identified is no improvement. */
export const BRIDGE_WORDS: Readonly<Record<Tone, string>> = {
  position: 'position',
  improves: 'improves',
  worsens: 'worsens',
  attention: 'unidentified',
};

export function keyOfTones(tones: readonly Tone[], words: Readonly<Record<Tone, string>>, palette: Palette): KeyEntry[] {
  const used = (['position', 'improves', 'worsens', 'attention'] as const).filter((tone) => tones.includes(tone));
  return used.map((tone) => ({ label: words[tone], fill: palette.tones[tone], hatch: hatchOf(tone) }));
}

function segmentOf(tone: Tone, ends: { from: number; to: number }, palette: Palette): Segment {
  return { ...ends, fill: palette.tones[tone], hatch: hatchOf(tone) };
}

function bridgeRow(
  mark: BridgeMark,
  { unit, palette, nil, isLast }: Pick<ChartProps<'bridge'>, 'unit' | 'palette' | 'nil'> & { isLast: boolean },
): ChartRow {
  const ends = { from: lengthOf(mark.from, unit), to: lengthOf(mark.to, unit) };
  return {
    key: mark.key,
    label: mark.label,
    figure: figureText(mark.shown, unit, mark.isPosition ? nil : 'dash'),
    segments: [segmentOf(mark.tone, ends, palette)],
    isIndented: !mark.isPosition,
    isTotal: mark.isPosition,
    isRuledAbove: mark.isPosition && mark.key !== 'doNothing',
    isClosed: isLast,
    leadsTo: isLast ? undefined : ends.to,
  };
}

function bridgeRows({ series, unit, width, palette, rowHeight, nil }: ChartProps<'bridge'>): RowsChartProps {
  return {
    ...(rowHeight === undefined ? {} : { rowHeight }),
    rows: series.bars.map((mark, index) =>
      bridgeRow(mark, { unit, palette, ...(nil === undefined ? {} : { nil }), isLast: index === series.bars.length - 1 }),
    ),
    width,
    palette,
    keyEntries: keyOfTones(
      series.bars.map(({ tone }) => tone),
      BRIDGE_WORDS,
      palette,
    ),
  };
}

function positionRow(mark: PositionMark, { unit, palette, isSystem }: { unit: MoneyUnit; palette: Palette; isSystem: boolean }): ChartRow {
  return {
    key: mark.key,
    label: mark.label,
    figure: figureText(mark.shown, unit),
    segments: [segmentOf(mark.tone, { from: 0, to: lengthOf(mark.shown.exact, unit) }, palette)],
    isIndented: false,
    isTotal: isSystem,
    isRuledAbove: isSystem,
    isClosed: isSystem,
  };
}

function positionRows({ series, unit, width, palette }: ChartProps<'positions'>): RowsChartProps {
  const all = [...series.rows, series.total];
  return {
    rows: all.map((mark) => positionRow(mark, { unit, palette, isSystem: mark === series.total })),
    width,
    palette,
    keyEntries: keyOfTones(
      all.map(({ tone }) => tone),
      series.toneWords,
      palette,
    ),
    rowHeight: 22,
  };
}

function sourceRows({ series, unit, width, palette }: ChartProps<'sources'>): RowsChartProps {
  const rows = series.rows.map(({ key, label, funded, notFunded, envelope }): ChartRow => {
    const granted = lengthOf(funded.exact, unit);
    const asked = granted + lengthOf(notFunded.exact, unit);
    return {
      key,
      label,
      figure: figureText(funded, unit),
      segments: [segmentOf('position', { from: 0, to: granted }, palette), segmentOf('attention', { from: granted, to: asked }, palette)],
      isIndented: false,
      isTotal: false,
      isRuledAbove: false,
      isClosed: false,
      limit: envelope === undefined ? undefined : { at: lengthOf(envelope.exact, unit), text: `limit ${figureText(envelope, unit)}` },
    };
  });
  const keyEntries: KeyEntry[] = [
    { label: 'funded', fill: palette.tones.position, hatch: 'none' },
    { label: 'asked, not funded', fill: palette.tones.attention, hatch: 'upright' },
  ];
  return { rows, width, palette, keyEntries, rowHeight: 38 };
}

function reservesRows({ series, unit, width, palette }: ChartProps<'reserves'>): RowsChartProps {
  const rows = series.rows.map(({ key, label, used, mitigation }): ChartRow => {
    const drawn = lengthOf(used.exact, unit);
    return {
      key,
      label,
      figure: figureText(mitigation.exact.isZero() ? { exact: ZERO, figure: ZERO } : mitigation, unit),
      segments: [
        segmentOf('position', { from: 0, to: drawn }, palette),
        segmentOf('attention', { from: drawn, to: drawn + lengthOf(mitigation.exact, unit) }, palette),
      ],
      isIndented: false,
      isTotal: false,
      isRuledAbove: false,
      isClosed: false,
    };
  });
  const keyEntries: KeyEntry[] = [
    { label: 'met from reserves', fill: palette.tones.position, hatch: 'none' },
    { label: 'must still find (figure)', fill: palette.tones.attention, hatch: 'upright' },
  ];
  return { rows, width, palette, keyEntries, rowHeight: 22 };
}

/** Exhibit 1: the bridge, with lines from bar to bar and bars that cross nil. */
export function BridgeChart(props: ChartProps<'bridge'>): ReactElement {
  return h(RowsChart, bridgeRows(props));
}

/** Exhibits 4 and 9: every organisation on one scale, the system below. */
export function PositionsChart(props: ChartProps<'positions'>): ReactElement {
  return h(RowsChart, positionRows(props));
}

/** Exhibit 6: each source of capital, funded and not, with its limit. */
export function SourcesChart(props: ChartProps<'sources'>): ReactElement {
  return h(RowsChart, sourceRows(props));
}

/** Exhibit 10: what councils meet from reserves and what they must still find. */
export function ReservesChart(props: ChartProps<'reserves'>): ReactElement {
  return h(RowsChart, reservesRows(props));
}

export type RowChartProps = ChartProps<'bridge'> | ChartProps<'positions'> | ChartProps<'sources'> | ChartProps<'reserves'>;

/** How high a chart of rows is. */
export function rowChartHeight(props: RowChartProps): number {
  return rowsChartHeight(rowsOf(props));
}

/** The rows of a chart, as they are drawn. */
export function rowsOf({ series, ...shared }: RowChartProps): RowsChartProps {
  switch (series.kind) {
    case 'bridge':
      return bridgeRows({ series, ...shared });
    case 'positions':
      return positionRows({ series, ...shared });
    case 'sources':
      return sourceRows({ series, ...shared });
    case 'reserves':
      return reservesRows({ series, ...shared });
  }
}

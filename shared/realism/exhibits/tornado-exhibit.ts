import { moneyInFittingUnit } from '../../money/format.ts';
import type { Exhibit, TornadoMark } from '../../outcomes/exhibits/exhibit.ts';
import { commonNotes, listed, said, sentence } from '../../outcomes/exhibits/words.ts';
import { tableOf } from '../../outcomes/shown-grid.ts';
import type { TornadoBar } from '../tornado.ts';
import { REALISM_EXHIBIT_NAMES } from './exhibit-names.ts';
import type { RealismSource } from './realism-source.ts';

/** Bars that a chart holds; the table has them all. */
const MOST_BARS = 15;
const NAMED = 3;

/** What of it is ranged comes first: "Delivery: Agency (S2)" tells two inputs of one scheme apart where a long name is cut. */
function rowLabel(label: string): string {
  const colon = label.lastIndexOf(': ');
  if (label.endsWith(': rate')) return label.slice(0, colon);
  return colon < 0 ? label : `${sentence(label.slice(colon + 2))}: ${label.slice(0, colon)}`;
}

function markOf({ figures }: RealismSource, bar: TornadoBar): TornadoMark {
  const { key, label, lowWords, highWords } = bar;
  return {
    key,
    label: rowLabel(label),
    lowWords,
    highWords,
    low: figures.shown(`tornado.${key}.low`, bar.low),
    high: figures.shown(`tornado.${key}.high`, bar.high),
  };
}

function altWords({ label, lowWords, highWords, low, high }: TornadoMark, source: RealismSource): string {
  const end = (words: string, shown: TornadoMark['low']): string =>
    `at ${words} ${shown.exact.isNeg() ? 'worse by' : 'better by'} ${said(shown, source.figures.unit)}`;
  return `${label}: ${end(lowWords, low)}, ${end(highWords, high)}`;
}

/** Exhibit 7 of model-spec §13: each ranged input at both ends of its range; undefined where no range moves the position. */
export function tornadoExhibit(source: RealismSource): Exhibit | undefined {
  const { figures, context, tornado } = source;
  const [widest] = tornado?.bars ?? [];
  if (tornado === undefined || widest === undefined) return undefined;
  const rows = tornado.bars.map((bar) => markOf(source, bar));
  const shown = rows.slice(0, MOST_BARS);
  const more = rows.length - shown.length;
  return {
    id: 'tornado',
    name: REALISM_EXHIBIT_NAMES.tornado,
    finding: `${rowLabel(widest.label)} moves ${context.label} most: by ${moneyInFittingUnit(widest.range)} from end to end`,
    subtitle: `Change of the position before support, one input at a time at both ends of its range, ${context.label}, ${figures.unit}`,
    series: { kind: 'tornado', rows: shown },
    tables: [
      tableOf({
        id: 'tornado',
        title: `What each ranged input moves in ${context.label}`,
        unit: figures.unit,
        columns: ['Low', 'Change at low', 'High', 'Change at high'],
        rows: rows.map(({ label, lowWords, highWords, low, high }) => ({ label, entries: [lowWords, low, highWords, high] })),
      }),
    ],
    altText: `Bars from nil, widest range first. ${sentence(listed(shown.slice(0, NAMED).map((row) => altWords(row, source))))}.`,
    notes: [
      'The whole model is calculated again at each end; rates are moved in every year.',
      ...(more > 0 ? [`${String(more)} narrower ${more === 1 ? 'range is' : 'ranges are'} in the table.`] : []),
      ...(tornado.withoutEffect.length > 0 ? [`Ranged and without effect: ${listed(tornado.withoutEffect)}.`] : []),
      ...commonNotes(figures),
    ],
  };
}

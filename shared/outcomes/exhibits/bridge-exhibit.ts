import { TOLERANCE, ZERO, isBelow, plus, type Decimal } from '../../money/decimal.ts';
import { withArticle } from '../../money/format.ts';
import type { MoneyUnit } from '../../money/units.ts';
import type { Bar } from '../bridge.ts';
import type { ShownFigures } from '../shown-figures.ts';
import { bridgeTable } from '../tables-bridge.ts';
import type { BridgeMark, Exhibit, ExhibitSource, Tone } from './exhibit.ts';
import { commonNotes, listed, markSaid, positionSaid, restsOnUnidentified, said, sentence } from './words.ts';

/** Bars that show what nobody has found yet: they are never drawn as an improvement. */
const UNIDENTIFIED_BAR = 'headline:UNIDENTIFIED';

function toneOf(bar: Bar): Tone {
  if (bar.kind === 'position') return 'position';
  if (bar.bar === UNIDENTIFIED_BAR) return 'attention';
  return isBelow(bar.amount, ZERO) ? 'worsens' : 'improves';
}

/** Every bar with where it begins and ends: a position stands on nil, a change on what came before it. */
function marksOf(figures: ShownFigures, year: number): BridgeMark[] {
  let standing: Decimal = ZERO;
  return (figures.bars[year] ?? []).map((bar) => {
    const isPosition = bar.kind === 'position';
    const from = isPosition ? ZERO : standing;
    standing = isPosition ? bar.amount : plus(standing, bar.amount);
    return { key: bar.bar, label: bar.label, isPosition, tone: toneOf(bar), from, to: standing, shown: figures.bar(bar, year) };
  });
}

function findingOf(source: ExhibitSource, marks: readonly BridgeMark[], unit: MoneyUnit): string {
  const plan = marks.find(({ key }) => key === 'headlinePlan');
  const reported = marks.find(({ key }) => key === 'reported');
  if (plan === undefined || reported === undefined) return '';
  const noun = ({ shown }: BridgeMark): string => {
    if (shown.exact.abs().lte(TOLERANCE)) return 'break-even';
    return `${withArticle(said(shown, unit))} ${isBelow(shown.exact, ZERO) ? 'shortfall' : 'surplus'}`;
  };
  return `${sentence(noun(plan))} on paper becomes ${noun(reported)}${restsOnUnidentified(source)}`;
}

function altTextOf(marks: readonly BridgeMark[], { unit, label }: { unit: MoneyUnit; label: string }): string {
  const changes: string[] = [];
  const sentences: string[] = [];
  for (const mark of marks) {
    if (!mark.isPosition) {
      if (!mark.shown.exact.isZero()) changes.push(markSaid(mark.label, mark.shown, unit));
      continue;
    }
    if (changes.length > 0) sentences.push(`${listed(changes.splice(0))}.`);
    sentences.push(`${mark.label}: ${positionSaid(mark.shown, unit)}.`);
  }
  return [`Bridge of ${label} as horizontal bars, from top to bottom.`, ...sentences].join(' ');
}

/** Exhibit 1 of model-spec §13: from do nothing over the headline plan to what is reported in the target year. */
export function bridgeExhibit(source: ExhibitSource): Exhibit {
  const { figures } = source;
  const { unit, projection } = figures;
  const year = projection.frame.target;
  const label = figures.label(year);
  const marks = marksOf(figures, year);
  return {
    id: 'bridge',
    name: 'Bridge',
    finding: findingOf(source, marks, unit),
    subtitle: `Bridge from do nothing to reported position, system, ${label}, ${unit}`,
    series: { kind: 'bridge', bars: marks },
    tables: [bridgeTable(figures, year)],
    altText: altTextOf(marks, { unit, label }),
    notes: ['Overlap is taken off before delivery risk.', ...commonNotes(figures)],
  };
}

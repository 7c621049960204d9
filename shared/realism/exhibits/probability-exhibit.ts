import { D } from '../../money/decimal.ts';
import type { Exhibit, FanMarks } from '../../outcomes/exhibits/exhibit.ts';
import { commonNotes, listed } from '../../outcomes/exhibits/words.ts';
import { groupThousands, moneyInFittingUnit } from '../../money/format.ts';
import { tableOf, type Entry } from '../../outcomes/shown-grid.ts';
import type { CorrelationResult, SimulationResults } from '../simulation/results.ts';
import { chanceText } from '../simulation/statistics.ts';
import { beliefText, whatToBelieve } from '../what-to-believe.ts';
import { REALISM_EXHIBIT_NAMES } from './exhibit-names.ts';
import type { RealismSource } from './realism-source.ts';

const LINKED: readonly { readonly from: number; readonly words: string }[] = [
  { from: 0.5, words: 'Tightly linked' },
  { from: 0.01, words: 'Linked' },
  { from: 0, words: 'Unlinked' },
];

function linkWords(correlation: number): string {
  const words = LINKED.find(({ from }) => correlation >= from)?.words ?? 'Unlinked';
  return correlation === 0 ? words : `${words}, ${String(correlation)}`;
}

function panelOf({ correlation, chances, byYear }: CorrelationResult): FanMarks {
  return {
    key: `correlation ${String(correlation)}`,
    title: linkWords(correlation),
    note: `chance ${chances.beforeSupport.text}`,
    points: byYear.map(({ year, beforeSupport }) => ({ year, ...beforeSupport })),
  };
}

/** The correlation that is spoken of: 0.3, or the middle one. */
function spoken({ correlations }: SimulationResults): CorrelationResult | undefined {
  return correlations.find(({ correlation }) => correlation === 0.3) ?? correlations[Math.floor(correlations.length / 2)];
}

/** Never "0%": the ends of an interval are printed as chances are. */
function interval({ low, high }: { low: number; high: number }): string {
  const [from, to] = [chanceText(low), chanceText(high)];
  return from === to ? from : `${from} to ${to}`;
}

/** Rows of the probability panel: chances with their intervals, then percentiles in pounds. */
function panelRows({ figures }: RealismSource, { correlations }: SimulationResults): { label: string; entries: Entry[] }[] {
  const chance = (
    label: string,
    of: (result: CorrelationResult) => CorrelationResult['chances']['reported'],
  ): { label: string; entries: Entry[] } => ({
    label,
    entries: correlations.map((result) => `${of(result).text} (${interval(of(result))})`),
  });
  const amount = (label: string, of: (result: CorrelationResult) => number | null): { label: string; entries: Entry[] } => ({
    label,
    entries: correlations.map((result) => {
      const pounds = of(result);
      return pounds === null ? 'n/a' : figures.shown(`chance.${label}.${String(result.correlation)}`, new D(pounds.toFixed(2)));
    }),
  });
  const totals = correlations[0]?.chances.controlTotals ?? [];
  return [
    chance('Reported in balance', ({ chances }) => chances.reported),
    chance('Underlying in balance', ({ chances }) => chances.underlying),
    ...totals.map(({ name }, at) =>
      chance(`Control total, ${name}`, ({ chances }) => chances.controlTotals[at]?.chance ?? chances.reported),
    ),
    amount('Reported, P10', ({ reported }) => reported.p10),
    amount('Reported, P50', ({ reported }) => reported.p50),
    amount('Reported, P90', ({ reported }) => reported.p90),
    amount('Reported, mean', ({ reported }) => reported.mean),
    amount('Reported, mean when short', ({ reported }) => reported.expectedShortfall),
    amount('Before support, P10', ({ beforeSupport }) => beforeSupport.p10),
    amount('Before support, P50', ({ beforeSupport }) => beforeSupport.p50),
    amount('Before support, P90', ({ beforeSupport }) => beforeSupport.p90),
  ];
}

/** Exhibit 8 of model-spec §13: the chance of balance at each correlation, as a panel and as fans, and what one would have to believe; undefined without draws. */
export function probabilityExhibit(source: RealismSource): Exhibit | undefined {
  const { figures, context, simulation } = source;
  const middle = simulation === undefined ? undefined : spoken(simulation);
  if (simulation === undefined || middle === undefined || simulation.variableCount === 0) return undefined;
  const likely = moneyInFittingUnit(new D(simulation.mostLikely.beforeSupport.toFixed(2)));
  const median = moneyInFittingUnit(new D(middle.beforeSupport.p50.toFixed(2)));
  return {
    id: 'probability',
    name: REALISM_EXHIBIT_NAMES.probability,
    finding: `The chance of balance in ${context.label} is ${middle.chances.reported.text} as reported, ${middle.chances.beforeSupport.text} before support`,
    subtitle: `Position before support by year: middle line, middle half, 8 in 10; dotted, every range at its most likely value, to ${context.label}, ${figures.unit}`,
    series: { kind: 'fans', panels: simulation.correlations.map(panelOf), mostLikely: simulation.mostLikely.beforeSupport },
    tables: [
      tableOf({
        id: 'probability',
        title: `Chance of balance, ${context.label}`,
        unit: figures.unit,
        columns: simulation.correlations.map(({ correlation }) => linkWords(correlation)),
        rows: panelRows(source, simulation),
        notes: [beliefText(whatToBelieve(context))],
      }),
    ],
    altText: `Fans of the position before support at ${listed(simulation.correlations.map(({ correlation }) => String(correlation)))} correlation. Chance of balance as reported: ${listed(simulation.correlations.map(({ correlation, chances }) => `${chances.reported.text} at ${String(correlation)}`))}.`,
    notes: [
      `${groupThousands(String(simulation.drawn))} draws of ${String(simulation.variableCount)} ranged inputs, seed ${String(simulation.seed)}; in brackets the 95% interval of the draws.`,
      `If every range lands at its most likely value, before support: ${likely}; half of the draws are below ${median}.`,
      ...commonNotes(figures),
    ],
  };
}

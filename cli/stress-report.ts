import type { Check } from '../shared/engine/checks.ts';
import type { Projection } from '../shared/engine/project.ts';
import { D, type Decimal } from '../shared/money/decimal.ts';
import { formatCount, formatPercent, moneyInSentence, roundToStep } from '../shared/money/format.ts';
import { displayStep, type MoneyUnit } from '../shared/money/units.ts';
import { money, words, type Cell, type ShownTable } from '../shared/outcomes/shown-table.ts';
import type { CorrelationResult, SimulationResults } from '../shared/realism/simulation/results.ts';
import type { ShownDraw } from '../shared/realism/simulation/shown-draws.ts';
import type { Chance, Distribution, Fan } from '../shared/realism/simulation/statistics.ts';
import type { DistributionKind } from '../shared/realism/simulation/variables.ts';
import { plain, tableLines, wrapped } from './layout.ts';
import { titleLines } from './report.ts';

/** What `footing stress` found, for people and for programs. */
export type Stressed = {
  readonly projection: Projection;
  readonly results: SimulationResults;
  /** The correlation that single draws and the fan are shown at. */
  readonly correlation: number;
  readonly distribution: DistributionKind;
  readonly shown: readonly ShownDraw[];
  readonly check: Check;
  readonly digest: string;
};

type Row = ShownTable['rows'][number];

/** Shares of draws below this are not told from nil. */
const SMALLEST_PRINTED = 0.001;

type Content = { readonly unit: MoneyUnit; readonly columns: readonly string[]; readonly rows: readonly Row[]; readonly header?: string };

function tableOf(title: string, { unit, columns, rows, header = unit }: Content): string[] {
  const table: ShownTable = { id: 'stress', title, unit, columns, rows, footings: [], notes: [] };
  return ['', ...wrapped(title), ...tableLines(table, { header })];
}

function amountCell(amount: number | null, unit: MoneyUnit): Cell {
  if (amount === null) return words('–');
  const exact = new D(amount);
  return money({ exact, figure: roundToStep(exact, displayStep({ unit })) });
}

/** A chance with its interval, which is never printed as reaching nil or certainty either. */
function interval({ text, low, high }: Chance): string {
  const bound = (share: number): string => formatPercent(new D(share)).replace('%', '');
  if (high < SMALLEST_PRINTED || low > 1 - SMALLEST_PRINTED) return text;
  if (low < SMALLEST_PRINTED) return `${text} (up to ${bound(high)})`;
  return high > 1 - SMALLEST_PRINTED ? `${text} (from ${bound(low)})` : `${text} (${bound(low)} to ${bound(high)})`;
}

const correlationWords = ({ correlation }: CorrelationResult): string => `correlation ${String(correlation)}`;

function chanceTable({ results }: Stressed, unit: MoneyUnit): string[] {
  const { correlations } = results;
  const row = (label: string, chanceIn: (result: CorrelationResult) => Chance | undefined): Row => ({
    label,
    cells: correlations.map((result) => words(((chance) => (chance === undefined ? '' : interval(chance)))(chanceIn(result)))),
  });
  const tests = correlations[0]?.chances.controlTotals ?? [];
  return tableOf(`Chance in ${results.targetYear}, with the 95% interval that the number of draws leaves`, {
    unit,
    header: 'Chance',
    columns: correlations.map(correlationWords),
    rows: [
      row('Reported balance', ({ chances }) => chances.reported),
      row('Underlying balance', ({ chances }) => chances.underlying),
      row('Balance before support', ({ chances }) => chances.beforeSupport),
      ...tests.map(({ organisation, name }, index) =>
        row(organisation === null ? name : `Control total: ${name}`, ({ chances }) => chances.controlTotals[index]?.chance),
      ),
    ],
  });
}

const SPREAD: readonly { label: string; of: (distribution: Distribution) => number | null }[] = [
  { label: 'P10: one draw in ten is worse', of: ({ p10 }) => p10 },
  { label: 'P50: as many better as worse', of: ({ p50 }) => p50 },
  { label: 'P90: one draw in ten is better', of: ({ p90 }) => p90 },
  { label: 'Mean', of: ({ mean }) => mean },
  { label: 'Standard deviation', of: ({ standardDeviation }) => standardDeviation },
  { label: 'Mean of the draws that are short', of: ({ expectedShortfall }) => expectedShortfall },
];

function spreadTable({ results }: Stressed, unit: MoneyUnit): string[] {
  return tableOf(`Reported position in ${results.targetYear}`, {
    unit,
    columns: results.correlations.map(correlationWords),
    rows: SPREAD.map(({ label, of }) => ({ label, cells: results.correlations.map(({ reported }) => amountCell(of(reported), unit)) })),
  });
}

const FAN: readonly { heading: string; of: (fan: Fan) => number }[] = [
  { heading: 'P10', of: ({ p10 }) => p10 },
  { heading: 'P25', of: ({ p25 }) => p25 },
  { heading: 'P50', of: ({ p50 }) => p50 },
  { heading: 'P75', of: ({ p75 }) => p75 },
  { heading: 'P90', of: ({ p90 }) => p90 },
];

function fanTable({ results, correlation }: Stressed, unit: MoneyUnit): string[] {
  const byYear = results.correlations.find((each) => each.correlation === correlation)?.byYear ?? [];
  return tableOf(`Reported position by year at correlation ${String(correlation)}`, {
    unit,
    columns: FAN.map(({ heading }) => heading),
    rows: byYear.map(({ year, reported }) => ({ label: year, cells: FAN.map(({ of }) => amountCell(of(reported), unit)) })),
  });
}

function shownLines({ shown }: Stressed, unit: MoneyUnit): string[] {
  const inUnit = (amount: Decimal): string => moneyInSentence(amount, { unit });
  return shown.flatMap(({ name, draw, reported, underlying }) => {
    const which = draw === null ? name : `${name}, draw ${formatCount(new D(draw + 1))}`;
    return wrapped(`${which}: reported ${inUnit(reported)}, underlying ${inUnit(underlying)}.`, { first: '  ', indent: '    ' });
  });
}

/** "If every scheme lands at its most likely value" beside the middle of the draws (model-spec §11.2). */
function mostLikelyLines({ results, correlation }: Stressed, unit: MoneyUnit): string[] {
  const middle = results.correlations.find((each) => each.correlation === correlation)?.reported.p50 ?? 0;
  const inUnit = (amount: number): string => moneyInSentence(new D(amount), { unit });
  return wrapped(
    `If every figure with a range lands at its most likely value, the reported position is ${inUnit(results.mostLikely.reported)}; half of the draws are below ${inUnit(middle)}.`,
  );
}

const RANGES_READ_AS: Readonly<Record<DistributionKind, string>> = { triangular: 'ranges as triangles', pert: 'ranges as PERT' };

/** What is said where nothing carries a range (product.md §3, Board). */
export const NO_CHANCE = 'No chance is shown, because every figure is stated as certain.';

/** The report of a simulation for people, in lines of at most 100 columns. */
export function stressLines(stressed: Stressed, unit: MoneyUnit): string[] {
  const { projection, results, check, digest } = stressed;
  const count = (whole: number): string => formatCount(new D(whole));
  const what = `${count(results.draws)} draws of ${count(results.variableCount)} uncertain inputs, seed ${String(results.seed)}, ${RANGES_READ_AS[stressed.distribution]}.`;
  return [
    ...titleLines(projection),
    '',
    ...wrapped(what),
    ...chanceTable(stressed, unit),
    ...spreadTable(stressed, unit),
    ...fanTable(stressed, unit),
    '',
    ...mostLikelyLines(stressed, unit),
    '',
    'Single draws, worked again exactly:',
    ...shownLines(stressed, unit),
    '',
    ...wrapped(`C11: ${check.holds ? 'holds' : 'FAILS'}. ${check.detail}.`),
    ...wrapped(`Digest of all draws: ${digest}`),
  ].map((line) => plain(line));
}

import { TOLERANCE, ZERO, sum, type Decimal } from '../../money/decimal.ts';
import type { NamedAmount } from '../../money/register.ts';
import type { SavingsOutcome } from '../../engine/savings.ts';
import type { SavingsScheme } from '../../scenario/schema.ts';
import { named, type ShownFigures } from '../shown-figures.ts';
import { tableOf, type Entry } from '../shown-grid.ts';
import type { Shown } from '../shown-table.ts';
import type { Exhibit, ExhibitSource } from './exhibit.ts';
import { savingsTotal, schemeEffect } from './savings-exhibit.ts';
import { commonNotes, said, showAs } from './words.ts';

/** The rungs of the ladder (model-spec §5.3) as what each takes away; together with the headline they add up to what counts. */
const RUNGS = [
  { bar: 'timing', heading: 'Timing', from: 'headline', to: 'effective' },
  { bar: 'capitalNotAvailable', heading: 'Capital', from: 'effective', to: 'afterGate' },
  { bar: 'overlap', heading: 'Overlap', from: 'afterGate', to: 'afterOverlap' },
  { bar: 'notCashReleasing', heading: 'Not cash', from: 'afterOverlap', to: 'cashReleasing' },
  { bar: 'deliveryRisk', heading: 'Delivery', from: 'cashReleasing', to: 'deliverable' },
  { bar: 'tariffIllusionSavings', heading: 'Tariff illusion', from: 'deliverable', to: 'systemEffect' },
] as const;

const RATING_LETTERS: Readonly<Record<string, string>> = {
  BLUE: 'B',
  GREEN: 'G',
  AMBER_GREEN: 'A/G',
  AMBER: 'A',
  AMBER_RED: 'A/R',
  RED: 'R',
};

function letterOf({ category, rating }: SavingsScheme): string {
  if (category === 'UNIDENTIFIED') return 'none';
  return rating === undefined ? '–' : (RATING_LETTERS[rating] ?? rating);
}

type Amounts = readonly Decimal[];

/** The headline of one scheme and what each rung takes away of it, in the order of the ladder. */
function ladderOf(outcome: SavingsOutcome, year: number): Amounts {
  const at = (amounts: Amounts): Decimal => amounts[year] ?? ZERO;
  return [at(outcome.headline), ...RUNGS.map(({ from, to }) => at(outcome[to]).minus(at(outcome[from])))];
}

/** A column that is the bridge's bar in all but name is that bar, and shows its figure. */
function columnTotal(figures: ShownFigures, year: number, column: { name: string; bar: string | undefined; amount: Decimal }): NamedAmount {
  const bar = (figures.bars[year] ?? []).find((each) => each.bar === column.bar);
  if (bar !== undefined && bar.amount.minus(column.amount).abs().lte(TOLERANCE))
    return { id: `bridge.${figures.label(year)}.${bar.bar}`, amount: bar.amount };
  return named(`schemes.total.${column.name}.${figures.label(year)}`, column.amount);
}

type Ladder = {
  readonly cells: NamedAmount[][];
  readonly rows: NamedAmount[];
  readonly columns: NamedAmount[];
  readonly grand: NamedAmount;
};

function ladderTable(figures: ShownFigures, year: number, outcomes: readonly SavingsOutcome[]): Ladder {
  const label = figures.label(year);
  const names = ['headline', ...RUNGS.map(({ bar }) => bar)];
  const amounts = outcomes.map((outcome) => ladderOf(outcome, year));
  return {
    cells: outcomes.map(({ scheme }, row) => names.map((name, at) => named(`schemes.${scheme.id}.${name}.${label}`, amounts[row]?.[at]))),
    rows: outcomes.map((outcome) => schemeEffect(figures, outcome, year)),
    columns: names.map((name, at) =>
      columnTotal(figures, year, { name, bar: RUNGS[at - 1]?.bar, amount: sum(amounts.map((row) => row[at] ?? ZERO)) }),
    ),
    grand: savingsTotal(figures, year),
  };
}

/**
 * Rounds the ladder. A scheme that is its category alone claims what the bridge's bar says, and shows that figure: a figure that stands is handed to the table as
 * it is shown, so that the others make room for it.
 */
function footLadder(figures: ShownFigures, year: number, ladder: Ladder, outcomes: readonly SavingsOutcome[]): void {
  const { register, step } = figures;
  outcomes.forEach(({ scheme }, row) => {
    const isAlone = outcomes.filter((other) => other.scheme.category === scheme.category).length === 1;
    const bar = (figures.bars[year] ?? []).find((each) => each.bar === `headline:${scheme.category}`);
    const claim = ladder.cells[row]?.[0];
    if (isAlone && bar !== undefined && claim !== undefined)
      showAs(figures, { id: `bridge.${figures.label(year)}.${bar.bar}`, amount: bar.amount }, claim);
  });
  register.foot({ total: ladder.grand, leaves: ladder.rows }, step);
  const cells = ladder.cells.map((row) =>
    row.map((cell): NamedAmount => ({ id: cell.id, amount: register.registered(cell.id, step)?.figure ?? cell.amount })),
  );
  register.footTable({ ...ladder, cells }, step);
}

/** Exhibit 5 of model-spec §13: every savings scheme in the target year with its rating and the ladder, rows and columns adding; undefined without savings. */
export function schemesExhibit({ figures }: ExhibitSource): Exhibit | undefined {
  const { unit, projection } = figures;
  const outcomes = [...projection.savings.schemes.values()];
  if (outcomes.length === 0) return undefined;
  const year = projection.frame.target;
  const label = figures.label(year);
  const ladder = ladderTable(figures, year, outcomes);
  footLadder(figures, year, ladder, outcomes);
  const shown = ({ id, amount }: NamedAmount): Shown => figures.shown(id, amount);
  const headings = ['Headline', ...RUNGS.map(({ heading }) => heading)];
  const claimed = ladder.columns[0];
  const finding = `Of ${claimed === undefined ? '' : said(shown(claimed), unit)} that savings claim for ${label}, ${said(shown(ladder.grand), unit)} counts for the system`;
  const rowOf = (cells: readonly NamedAmount[], total: NamedAmount): Entry[] => [...cells.map(shown), shown(total)];
  return {
    id: 'schemes',
    name: 'Savings schemes',
    finding,
    subtitle: `Savings schemes with rating, from headline to what counts for the system, ${label}, ${unit}`,
    series: undefined,
    tables: [
      tableOf({
        id: 'schemes',
        title: `Savings schemes, ${label}`,
        unit,
        columns: ['Rating', ...headings, 'Counts'],
        rows: outcomes.map(({ scheme }, row) => {
          const total = ladder.rows[row] ?? ladder.grand;
          return { label: scheme.name, entries: [letterOf(scheme), ...rowOf(ladder.cells[row] ?? [], total)] };
        }),
        total: { label: 'All savings', entries: ['', ...rowOf(ladder.columns, ladder.grand)] },
        across: [{ parts: headings, total: 'Counts' }],
      }),
    ],
    altText: `Table of ${String(outcomes.length)} savings schemes. ${finding}.`,
    notes: [
      'Rating: B done, G green, A amber, R red, A/G and A/R between; – where none is given; none: unidentified.',
      ...commonNotes(figures),
    ],
  };
}

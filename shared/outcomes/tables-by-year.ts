import { ONE, ZERO, sum, type Decimal } from '../money/decimal.ts';
import { formatFigure, roundHalfUp } from '../money/format.ts';
import type { Measure } from './positions.ts';
import { SETTLEMENT_PARTS, named, type SettlementPart, type ShownFigures } from './shown-figures.ts';
import {
  NOT_AVAILABLE,
  footing,
  money,
  opposite,
  roundingShown,
  words,
  type Cell,
  type Footing,
  type Row,
  type Shown,
  type ShownTable,
} from './shown-table.ts';

const PART_LABELS: Readonly<Record<SettlementPart, string>> = {
  beforeSupport: 'Position before support',
  riskShare: 'Risk-share transfers',
  support: 'PSF earned',
  reserves: 'Council reserves used or (added)',
};

/** Where the figures of the table come from: as they are, or in base-year prices under names of their own. */
type Source = {
  readonly measure: (measure: Measure | 'cumulative', year: number) => Shown;
  readonly part: (part: SettlementPart, year: number) => Shown;
};

function projectedYears(figures: ShownFigures): number[] {
  return figures.projection.frame.years.map((_, year) => year).slice(1);
}

/** The sum of each year: position before support and what support adds to it. */
function yearFootings(figures: ShownFigures, source: Source): Footing[] {
  return projectedYears(figures).map((year) =>
    footing(`System by year, ${figures.label(year)}`, {
      parts: SETTLEMENT_PARTS.map((part) => source.part(part, year)),
      total: source.measure('reported', year),
    }),
  );
}

/** The sum over the years: the cumulative figure of each year is that of all years up to it. */
function cumulativeFootings(figures: ShownFigures, source: Source): Footing[] {
  return projectedYears(figures).map((last) =>
    footing(`Cumulative to ${figures.label(last)}`, {
      parts: projectedYears(figures)
        .filter((year) => year <= last)
        .map((year) => source.measure('reported', year)),
      total: source.measure('cumulative', last),
    }),
  );
}

/** The line 'Rounding', where one is needed. */
function roundingRow(label: string, footings: readonly Footing[]): Row[] {
  if (footings.every((each) => each.rounding.isZero())) return [];
  return [{ label, indented: true, cells: footings.map((each) => money(roundingShown(each))) }];
}

function yearRows(figures: ShownFigures, source: Source, sums: { byYear: readonly Footing[]; cumulative: readonly Footing[] }): Row[] {
  const years = projectedYears(figures);
  const row = (label: string, shown: (year: number) => Shown): Row => ({ label, cells: years.map((year) => money(shown(year))) });
  return [
    row('Do nothing', (year) => source.measure('doNothing', year)),
    row('Headline plan', (year) => source.measure('headline', year)),
    row(PART_LABELS.beforeSupport, (year) => source.part('beforeSupport', year)),
    ...(['riskShare', 'support', 'reserves'] as const).map((part): Row => ({
      ...row(PART_LABELS[part], (year) => source.part(part, year)),
      indented: true,
    })),
    ...roundingRow('Rounding', sums.byYear),
    { ...row('Reported position', (year) => source.measure('reported', year)), above: 'single', below: 'double' },
    row('Cumulative reported', (year) => source.measure('cumulative', year)),
    ...roundingRow('of which rounding', sums.cumulative),
    row('Underlying position', (year) => source.measure('underlying', year)),
  ];
}

/** What payers book above the payees' figures, as the part of the do nothing that it is (model-spec §3.3, §19 (2)). */
function booksRow(figures: ShownFigures): Row[] {
  const amounts = figures.outcomes.system.booksNotAgreed;
  if (amounts.every((amount) => amount.isZero())) return [];
  const cells = projectedYears(figures).map((year) =>
    money(opposite(figures.shown(`system.booksNotAgreed.${figures.label(year)}`, amounts[year] ?? ZERO))),
  );
  return [{ label: 'of which books not agreed', indented: true, cells }];
}

function perHeadCell(perHead: Decimal | undefined): Cell {
  return perHead === undefined ? NOT_AVAILABLE : words(formatFigure(perHead, 2));
}

/** The system year by year in cash terms, from do nothing to exit run-rate and per head. */
export function systemByYear(figures: ShownFigures): ShownTable {
  const source: Source = { measure: (measure, year) => figures.system(measure, year), part: (part, year) => figures.part(part, year) };
  const sums = { byYear: yearFootings(figures, source), cumulative: cumulativeFootings(figures, source) };
  const rows = yearRows(figures, source, sums);
  const { perHead } = figures.outcomes.system;
  return {
    id: 'systemByYear',
    title: 'The system by year',
    unit: figures.unit,
    columns: projectedYears(figures).map((year) => figures.label(year)),
    rows: [
      ...rows.slice(0, 1),
      ...booksRow(figures),
      ...rows.slice(1),
      { label: 'Exit run-rate', cells: projectedYears(figures).map((year) => money(figures.system('exitRunRate', year))) },
      { label: 'Reported per head, £', cells: projectedYears(figures).map((year) => perHeadCell(perHead[year])) },
    ],
    footings: [...sums.byYear, ...sums.cumulative],
    notes: [
      'The exit run-rate does not annualise PDC dividend, interest and MRP: next year’s dividend on assets under construction comes on top.',
    ],
  };
}

function realSource(figures: ShownFigures): Source {
  const { system } = figures.outcomes;
  const levels = figures.projection.series.deflator;
  const real = (name: string, amounts: readonly Decimal[], year: number): Shown =>
    figures.shown(`real.system.${name}.${figures.label(year)}`, (amounts[year] ?? ZERO).div(levels[year] ?? ONE));
  const parts: Readonly<Record<SettlementPart, readonly Decimal[]>> = {
    beforeSupport: system.beforeSupport,
    riskShare: system.steps.get('riskShare') ?? [],
    support: system.steps.get('support') ?? [],
    reserves: system.steps.get('reserves') ?? [],
  };
  const deflated = system.reported.map((amount, year) => (year === 0 ? ZERO : amount.div(levels[year] ?? ONE)));
  for (const year of projectedYears(figures)) {
    const leaf = (part: SettlementPart) =>
      named(`real.system.${part}.${figures.label(year)}`, (parts[part][year] ?? ZERO).div(levels[year] ?? ONE));
    const total = named(`real.system.reported.${figures.label(year)}`, deflated[year]);
    figures.register.foot({ total, leaves: SETTLEMENT_PARTS.map(leaf) }, figures.step);
  }
  return {
    part: (part, year) => real(part, parts[part], year),
    measure: (measure, year) =>
      measure === 'cumulative'
        ? figures.shown(`real.system.cumulative.${figures.label(year)}`, sum(deflated.slice(0, year + 1)))
        : real(measure, system[measure], year),
  };
}

/** The system year by year in base-year prices (model-spec §1.3). The deflator's vintage stands in a note, or that it is a tool default. */
export function systemByYearReal(figures: ShownFigures): ShownTable {
  const { scenario } = figures.projection.frame;
  const source = realSource(figures);
  const sums = { byYear: yearFootings(figures, source), cumulative: cumulativeFootings(figures, source) };
  const levels = projectedYears(figures).map((year) => {
    const level = figures.projection.series.deflator[year] ?? ONE;
    return `${figures.label(year)} ${roundHalfUp(level, 4).toFixed(4)}`;
  });
  const vintage = scenario.deflator.vintage ?? 'vintage not stated; confirm it before use';
  return {
    id: 'systemByYearReal',
    title: `The system by year, in prices of ${scenario.baseYear}`,
    unit: figures.unit,
    columns: projectedYears(figures).map((year) => figures.label(year)),
    rows: yearRows(figures, source, sums),
    footings: [...sums.byYear, ...sums.cumulative],
    notes: [`GDP deflator: ${vintage}. Level against ${scenario.baseYear}: ${levels.join(', ')}.`],
  };
}

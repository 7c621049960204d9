import { ZERO, type Decimal } from '../shared/money/decimal.ts';
import { moneyInSentence } from '../shared/money/format.ts';
import type { MoneyUnit } from '../shared/money/units.ts';
import { cashOf } from '../shared/engine/cash.ts';
import { ENGINE_VERSION, type Projection } from '../shared/engine/project.ts';
import { allProblems } from '../shared/outcomes/all-problems.ts';
import { checksOf } from '../shared/outcomes/displayed-checks.ts';
import { outcomesOf } from '../shared/outcomes/positions.ts';
import type { ShownTable } from '../shared/outcomes/shown-table.ts';
import { headlineOf } from '../shared/outcomes/story.ts';
import { nothingComputed } from '../shared/outcomes/summary.ts';
import { tablesOf } from '../shared/outcomes/tables.ts';
import { verdictOf } from '../shared/outcomes/verdict.ts';
import { breakEven } from '../shared/realism/break-even.ts';
import { fingerprint } from '../shared/scenario/fingerprint.ts';
import { plain, tableLines, wrapped } from './layout.ts';
import { capitalLines, cashLines, preventionLines, shiftLines, type Page } from './report-investment.ts';
import { checkLines, leftOutSection, problemCount, problemLines } from './report-problems.ts';
import { breakEvenLines, publishedLines, unidentifiedLines } from './report-realism.ts';

/** Warnings that a report prints; `check` prints them all. */
const MOST_WARNINGS = 5;

/** What was asked of a report: the unit, the year index of its tables, and whether the real-terms view is wanted. */
export type ReportOptions = { readonly unit: MoneyUnit; readonly year: number; readonly real: boolean };

/** A section: its heading and lines, after an empty line; nothing where it has no lines. */
function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', ...wrapped(heading), ...lines];
}

function tableSection(table: ShownTable | undefined, more: readonly string[] = []): string[] {
  if (table === undefined) return section('', []);
  const notes = table.notes.flatMap((note) => wrapped(note, { first: '  ', indent: '  ' }));
  return section(table.title, [...tableLines(table), ...notes, ...more]);
}

/** Name, footprint, years and the marks by which a printed page is found again. */
export function titleLines(projection: Projection): string[] {
  const { scenario } = projection.frame;
  const marks = [
    scenario.footprint.name,
    `${scenario.baseYear} to ${scenario.horizonYear}, target ${scenario.targetYear}`,
    `fingerprint ${fingerprint(scenario)}`,
    `engine ${ENGINE_VERSION}`,
    ...(scenario.illustrative ? ['ILLUSTRATIVE: inputs are not real'] : []),
  ];
  return [...wrapped(scenario.name), ...wrapped(marks.join(' · '))];
}

function verdictLines(page: Page, options: ReportOptions): string[] {
  const { projection } = page;
  const outcomes = outcomesOf(projection);
  const verdict = verdictOf(projection, outcomes);
  const { target, years } = projection.frame;
  const { system } = outcomes;
  const money = (amounts: readonly Decimal[], year: number): string => moneyInSentence(amounts[year] ?? ZERO, { unit: options.unit });
  const positions = `headline plan ${money(system.headline, target)}, reported ${money(system.reported, target)}, underlying ${money(system.underlying, target)}`;
  return [
    '',
    ...wrapped(`${headlineOf(projection, outcomes, verdict)}.`),
    ...wrapped(`Verdict: ${verdict.text}.`),
    ...wrapped(
      `From a base of ${money(system.doNothing, 0)} in ${years[0] ?? ''} and, if nothing changes, ${money(system.doNothing, target)}: ${positions}.`,
    ),
    ...verdict.notes.flatMap((note) => wrapped(note)),
    ...unidentifiedLines({ ...page, year: target }),
  ];
}

function problemSections(projection: Projection): string[] {
  const problems = allProblems(projection, outcomesOf(projection));
  return [
    ...(nothingComputed(projection) === undefined ? leftOutSection(projection) : []),
    ...section(`Problems: ${problemCount(problems)}`, problemLines(problems, { mostWarnings: MOST_WARNINGS })),
  ];
}

/** The report of one projection for people, in lines of at most 100 columns. */
export function reportLines(projection: Projection, options: ReportOptions): string[] {
  const nothing = nothingComputed(projection);
  if (nothing !== undefined) return [...titleLines(projection), '', ...wrapped(nothing), ...problemSections(projection)];
  const { unit, year } = options;
  const page: Page = { projection, unit, year };
  const outcomes = outcomesOf(projection);
  const tables = tablesOf({ projection, outcomes, unit });
  const ofYear = tables.ofYear(year);
  return [
    ...titleLines(projection),
    ...verdictLines(page, options),
    ...tableSection(tables.tests),
    ...tableSection(tables.systemByYear),
    ...(options.real ? tableSection(tables.systemByYearReal) : []),
    ...tableSection(ofYear.organisations),
    ...tables.councils.flatMap((table) => tableSection(table)),
    ...tableSection(ofYear.bridge),
    ...tableSection(tables.capital, capitalLines(page)),
    ...tableSection(tables.shifts, tables.shifts === undefined ? [] : shiftLines(page)),
    ...section('Prevention', preventionLines(page)),
    ...section('Cash of NHS providers, indicative', cashLines(page, cashOf(projection))),
    ...section('What must be delivered to balance', breakEvenLines(page, breakEven(projection))),
    ...section('Published figures', publishedLines(page, outcomes)),
    '',
    ...checkLines(checksOf(projection, { outcomes, unit })),
    ...problemSections(projection),
  ].map((line) => plain(line));
}

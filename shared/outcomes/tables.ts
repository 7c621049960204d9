import type { Projection } from '../engine/project.ts';
import type { MoneyUnit } from '../money/units.ts';
import type { Outcomes } from './positions.ts';
import { ShownFigures } from './shown-figures.ts';
import type { ShownTable } from './shown-table.ts';
import { bridgeTable } from './tables-bridge.ts';
import { systemByYear, systemByYearReal } from './tables-by-year.ts';
import { councilTable } from './tables-councils.ts';
import { capitalTable } from './tables-capital.ts';
import { organisationTable } from './tables-organisations.ts';
import { shiftTable } from './tables-shifts.ts';
import { testTable } from './tables-verdict.ts';
import { verdictOf } from './verdict.ts';

/** The tables of one projection: those of the whole horizon, and those of one year. */
export type Tables = {
  readonly tests: ShownTable;
  readonly systemByYear: ShownTable;
  readonly systemByYearReal: ShownTable;
  readonly capital: ShownTable | undefined;
  readonly shifts: ShownTable | undefined;
  readonly councils: readonly ShownTable[];
  readonly ofYear: (year: number) => YearTables;
};
export type YearTables = { readonly organisations: ShownTable; readonly bridge: ShownTable };

type Source = { readonly projection: Projection; readonly outcomes: Outcomes; readonly unit: MoneyUnit };

/** Every table of one projection in one unit, over one rounding register: a figure shows the same in all of them. Years by index, 0 = base year. */
export function tablesOf(source: Source): Tables {
  const figures = new ShownFigures(source);
  const verdict = verdictOf(source.projection, source.outcomes);
  return {
    tests: testTable(figures, verdict),
    systemByYear: systemByYear(figures),
    systemByYearReal: systemByYearReal(figures),
    capital: capitalTable(figures),
    shifts: shiftTable(figures),
    councils: figures.organisations.flatMap((outcome) => councilTable(figures, outcome) ?? []),
    ofYear: (year) => ({
      organisations: organisationTable(figures, year, verdict.controlTotalVariance),
      bridge: bridgeTable(figures, year),
    }),
  };
}

/** Every table that can be displayed of a projection: those of the horizon, and those of each projected year. */
export function displayedTables(source: Source): ShownTable[] {
  const tables = tablesOf(source);
  const years = source.projection.frame.years.map((_, year) => year).slice(1);
  const ofYears = years.flatMap((year) => Object.values(tables.ofYear(year)));
  return [tables.tests, tables.systemByYear, tables.systemByYearReal, tables.capital, tables.shifts, ...tables.councils, ...ofYears].filter(
    (table) => table !== undefined,
  );
}

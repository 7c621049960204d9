import { plus, sum, type Decimal } from '../money/decimal.ts';
import { footTable, type FootedTable } from '../money/foot-table.ts';
import { moneyInSentence, roundToStep, varianceInSentence } from '../money/format.ts';
import { figureAt } from '../engine/frame.ts';
import { withoutOf } from './left-out.ts';
import type { Measure, OrganisationOutcome } from './positions.ts';
import { named, type SettlementPart, type ShownFigures } from './shown-figures.ts';
import { tableOf, type Entry } from './shown-grid.ts';
import type { Shown, ShownTable } from './shown-table.ts';

/** A body with a control total in a year: what is tested (position after risk-share, before PSF), the total and the variance (model-spec §9.2). */
type Tested = { readonly outcome: OrganisationOutcome } & TestedFigures;
type TestedFigures = { readonly position: Shown; readonly controlTotal: Shown; readonly variance: Shown };

/**
 * The position tested as the table shows it already: before support and risk share, added as shown. Undefined where disposals or impairment are tested apart, or
 * where the two figures together stand a whole step off.
 */
function testedAsShown(figures: ShownFigures, outcome: OrganisationOutcome, year: number, exact: Decimal): Decimal | undefined {
  const shown = plus(figures.part('beforeSupport', year, outcome).figure, figures.part('riskShare', year, outcome).figure);
  return shown.minus(exact).abs().lt(figures.step) ? shown : undefined;
}

type Bound = {
  readonly outcome: OrganisationOutcome;
  readonly controlTotal: Decimal;
  readonly variance: Decimal;
  readonly position: Decimal;
};

function boundIn(figures: ShownFigures, year: number): Bound[] {
  return figures.organisations.flatMap((outcome) => {
    const controlTotal = outcome.controlTotal[year];
    const variance = outcome.variance[year];
    if (controlTotal === undefined || variance === undefined) return [];
    return [{ outcome, controlTotal, variance, position: plus(controlTotal, variance) }];
  });
}

/**
 * Control totals and variances footed both ways, the positions tested as the table shows them already. The variance of all together is also said in the verdict
 * and is rounded plainly; where that cannot be met with the rest free, control totals are rounded plainly too, and a line 'Rounding' takes what is open.
 */
function footBound(figures: ShownFigures, year: number, bound: readonly Bound[], variance: Shown): FootedTable {
  const rows = bound.map((each) => testedAsShown(figures, each.outcome, year, each.position) ?? null);
  const known = rows.filter((row) => row !== null);
  const footed = (columns: readonly (Decimal | null)[], grand: Decimal | null): FootedTable =>
    footTable(
      bound.map((each) => [each.controlTotal, each.variance]),
      figures.step,
      { rows, columns, grand },
    );
  const together = sum(known);
  // Rows that were all moved the same way may together stand a step or more off what they add up to; then a line 'Rounding' says it.
  const standsNear = together
    .minus(sum(bound.map((each) => each.position)))
    .abs()
    .lt(figures.step);
  const free = footed([null, variance.figure], known.length === rows.length && standsNear ? together : null);
  if (free.rounding === null) return free;
  const controlTotal = roundToStep(sum(bound.map((each) => each.controlTotal)), figures.step);
  return footed([controlTotal, variance.figure], plus(controlTotal, variance.figure));
}

/** The bodies with a control total in one year, and all of them together; undefined where nobody has one. */
function controlTotalsIn(figures: ShownFigures, year: number): { tested: readonly Tested[]; all: TestedFigures | undefined } {
  const bound = boundIn(figures, year);
  if (bound.length === 0) return { tested: [], all: undefined };
  const variance = figures.shown(`system.variance.${figures.label(year)}`, sum(bound.map((each) => each.variance)));
  const footed = footBound(figures, year, bound, variance);
  const shown = (exact: Decimal, figure: Decimal | undefined): Shown => ({ exact, figure: figure ?? exact });
  const tested = bound.map((each, row): Tested => ({
    outcome: each.outcome,
    controlTotal: shown(each.controlTotal, footed.cells[row]?.[0]),
    variance: shown(each.variance, footed.cells[row]?.[1]),
    position: shown(each.position, footed.rowTotals[row]),
  }));
  const controlTotal = shown(sum(bound.map((each) => each.controlTotal)), footed.columnTotals[0]);
  const position = shown(plus(controlTotal.exact, variance.exact), footed.grandTotal);
  return { tested, all: { controlTotal, variance, position } };
}

type Column = { readonly heading: string; readonly of: (outcome: OrganisationOutcome) => Entry; readonly total: Entry };

/** How each body gets from do nothing to what it reports. */
function positionColumns(figures: ShownFigures, year: number): Column[] {
  const measure = (heading: string, name: Measure): Column => ({
    heading,
    of: (outcome) => figures.organisation(outcome, name, year),
    total: figures.system(name, year),
  });
  const part = (heading: string, name: SettlementPart): Column => ({
    heading,
    of: (outcome) => figures.part(name, year, outcome),
    total: figures.part(name, year),
  });
  return [
    measure('Do nothing', 'doNothing'),
    measure('Headline plan', 'headline'),
    part('Before support', 'beforeSupport'),
    part('Risk share', 'riskShare'),
    part('PSF earned', 'support'),
    part('Reserves used', 'reserves'),
    measure('Reported', 'reported'),
    measure('Underlying', 'underlying'),
    measure('Exit run-rate', 'exitRunRate'),
  ];
}

/** What PSF a body could earn in a year; undefined where none is allocated to it. */
function atStake(figures: ShownFigures, organisation: string, year: number): Decimal | undefined {
  const { frame, settlement } = figures.projection;
  const years = frame.scenario.support
    .filter((support) => support.organisation === organisation)
    .flatMap((support) => settlement.support.get(support.id)?.[year] ?? []);
  return years.length === 0 ? undefined : sum(years.map((each) => each.atStake));
}

/** Each body against its control total, and the PSF that stands or falls with it; no columns where nobody has a control total. */
function controlTotalColumns(figures: ShownFigures, year: number): Column[] {
  const { tested, all } = controlTotalsIn(figures, year);
  if (all === undefined) return [];
  const stakes = tested.flatMap(({ outcome }) => {
    const amount = atStake(figures, outcome.id, year);
    return amount === undefined ? [] : [{ ...named(`organisations.${outcome.id}.atStake.${figures.label(year)}`, amount), outcome }];
  });
  const total = named(`system.atStake.${figures.label(year)}`, sum(stakes.map(({ amount }) => amount)));
  figures.register.foot({ total, leaves: stakes }, figures.step);
  const against = (heading: string, name: keyof TestedFigures): Column => ({
    heading,
    of: (outcome) => tested.find((each) => each.outcome === outcome)?.[name],
    total: all[name],
  });
  const stakeOf = (outcome: OrganisationOutcome): Entry => {
    const own = stakes.find((each) => each.outcome === outcome);
    return own === undefined ? undefined : figures.shown(own.id, own.amount);
  };
  return [
    against('Position tested', 'position'),
    against('Control total', 'controlTotal'),
    against('Variance fav/(adv)', 'variance'),
    ...(stakes.length === 0 ? [] : [{ heading: 'PSF at stake', of: stakeOf, total: figures.shown(total.id, total.amount) }]),
  ];
}

const COUNCIL_NOTE =
  '* A council must set a balanced budget: what stands in brackets against it as reported is required mitigation (s114 risk). ' +
  'NHS bodies can and do report deficits. Do nothing is before mitigation.';
const WITHOUT_NOTE = '† Without what is left out because of problems, so these figures are not whole.';
const TESTED_NOTE = 'Position tested: after risk share and before PSF, of bodies with a control total, without disposals and impairment.';

/** The control total that was issued for the system itself, in words, with the verdict's variance against it. */
function issuedNote(figures: ShownFigures, year: number, variance: Decimal | null): string[] {
  const { frame } = figures.projection;
  const issued = figureAt(frame.scenario.systemControlTotalByYear, figures.label(year));
  if (issued === undefined || variance === null || year !== frame.target) return [];
  const { unit } = figures;
  return [
    `Control total issued for the system: ${moneyInSentence(issued, { unit })}; against it ${varianceInSentence(variance, { unit })}.`,
  ];
}

/**
 * Who carries the result: every body from do nothing to underlying in one year, and against its control total (model-spec §13, exhibit 4). Rows and columns add.
 * `variance`: the verdict's, against the control totals or the one issued for the system.
 */
export function organisationTable(figures: ShownFigures, year: number, variance: Decimal | null): ShownTable {
  const positions = positionColumns(figures, year);
  const against = controlTotalColumns(figures, year);
  // As papers have it: the underlying position last, after the control total.
  const columns = [...positions.slice(0, 7), ...against, ...positions.slice(7)];
  const isLeftOut = (outcome: OrganisationOutcome): boolean => !figures.organisations.includes(outcome);
  const without = withoutOf(figures.projection);
  const marks = (outcome: OrganisationOutcome): string =>
    `${outcome.regime === 'COUNCIL' ? ' *' : ''}${without.ofOrganisation(outcome.id).length > 0 ? ' †' : ''}`;
  const hasCouncil = figures.organisations.some(({ regime }) => regime === 'COUNCIL');
  return tableOf({
    id: 'organisations',
    title: `Organisations, ${figures.label(year)}`,
    unit: figures.unit,
    columns: columns.map(({ heading }) => heading),
    newBlockAt: columns[7]?.heading,
    rows: figures.outcomes.organisations.map((outcome) => ({
      label: `${outcome.name}${marks(outcome)}`,
      entries: columns.map((column) => (isLeftOut(outcome) ? 'n/a' : column.of(outcome))),
    })),
    total: { label: without.system.length > 0 ? 'System †' : 'System', entries: columns.map(({ total }) => total) },
    across: [
      { parts: ['Before support', 'Risk share', 'PSF earned', 'Reserves used'], total: 'Reported' },
      { parts: ['Control total', 'Variance fav/(adv)'], total: 'Position tested' },
    ],
    notes: [
      ...(hasCouncil ? [COUNCIL_NOTE] : []),
      ...(without.system.length > 0 ? [WITHOUT_NOTE] : []),
      ...(against.length > 0 ? [TESTED_NOTE] : []),
      ...issuedNote(figures, year, variance),
    ],
  });
}

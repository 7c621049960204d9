import { ZERO, sum } from '../../money/decimal.ts';
import { councilTable } from '../tables-councils.ts';
import { opposite, type Shown } from '../shown-table.ts';
import type { OrganisationOutcome } from '../positions.ts';
import type { ShownFigures } from '../shown-figures.ts';
import type { Exhibit, ExhibitSource, ReservesMark } from './exhibit.ts';
import { commonNotes, listed, projectedYears, said, yearSpan } from './words.ts';

type CouncilMarks = { readonly council: OrganisationOutcome; readonly marks: readonly (ReservesMark & { readonly year: number })[] };

/** The figures of the council's table, as marks: what reserves cover of a shortfall, what must still be found, and what reserves are left. */
function marksOf(figures: ShownFigures, council: OrganisationOutcome): CouncilMarks {
  const settled = figures.projection.settlement.reserves.get(council.id) ?? [];
  const marks = projectedYears(figures).flatMap((year) => {
    const own = settled[year];
    if (own === undefined) return [];
    const label = figures.label(year);
    const name = (what: string): string => `organisations.${council.id}.${what}.${label}`;
    const reported = (council.support[year] ?? ZERO).isZero() ? 'reported' : 'afterReserves';
    const left = figures.register.registered(name(reported), figures.step);
    const mitigation: Shown = left === undefined ? { exact: ZERO, figure: ZERO } : opposite(left);
    const closing = figures.shown(name('reservesClosing'), own.closing);
    // Reserves that grow cover nothing: what is put by shows in what is carried forward.
    const moved = figures.part('reserves', year, council);
    const used = moved.exact.isNeg() ? { exact: ZERO, figure: ZERO } : moved;
    return [{ key: `${council.id}.${label}`, label: `${council.name}, ${label}`, year, used, mitigation, carriedForward: closing }];
  });
  return { council, marks };
}

function findingOf(figures: ShownFigures, councils: readonly CouncilMarks[]): string {
  const year = figures.projection.frame.target;
  const label = figures.label(year);
  const atTarget = councils.flatMap(({ council, marks }) =>
    marks.filter((mark) => mark.year === year).map((mark) => ({ ...mark, name: council.name })),
  );
  const short = atTarget.filter(({ mitigation }) => !mitigation.exact.isZero());
  if (short.length > 0) {
    const found = short.map(({ name, mitigation }) => `${name} must still find ${said(mitigation, figures.unit)}`);
    return `${short.length > 2 ? `${String(short.length)} councils must still find money` : listed(found)} in ${label}, after reserves`;
  }
  const used = sum(atTarget.map((mark) => mark.used.figure));
  if (used.isZero()) return `No council draws on its reserves in ${label}`;
  return `Councils meet ${label} from ${said({ exact: used, figure: used }, figures.unit)} of reserves, which can be spent once`;
}

/** Exhibit 10 of model-spec §13: what councils must still find by year, and their reserves; undefined without councils that hold reserves. */
export function reservesExhibit({ figures }: ExhibitSource): Exhibit | undefined {
  const { unit, organisations } = figures;
  const tables = organisations.flatMap((council) => {
    const table = councilTable(figures, council);
    return table === undefined ? [] : [{ ...table, title: `${council.name}: mitigation and reserves` }];
  });
  const councils = organisations
    .filter(({ id }) => tables.some((table) => table.id === `council.${id}`))
    .map((each) => marksOf(figures, each));
  const rows = councils.flatMap(({ marks }) => marks);
  if (rows.length === 0) return undefined;
  const seen = rows.map(({ label, used, mitigation, carriedForward }) => {
    const found = mitigation.exact.isZero() ? '' : `, ${said(mitigation, unit)} still to be found`;
    return `${label}: ${said(used, unit)} of reserves used${found}, ${said(carriedForward, unit)} carried forward.`;
  });
  return {
    id: 'reserves',
    name: 'Council mitigation and reserves',
    finding: findingOf(figures, councils),
    subtitle: `Council shortfall met from reserves and still to be found, ${yearSpan(figures)}, ${unit}`,
    series: { kind: 'reserves', rows },
    tables,
    altText: ['Bars by council and year, reserves used solid, what must still be found hatched.', ...seen].join(' '),
    notes: [
      'A council must set a balanced budget: what it must still find is required mitigation, not a result it may report.',
      ...commonNotes(figures),
    ],
  };
}

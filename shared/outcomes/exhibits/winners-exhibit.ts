import { ZERO, isBelow, sum, type Decimal } from '../../money/decimal.ts';
import type { NamedAmount } from '../../money/register.ts';
import { named, type ShownFigures } from '../shown-figures.ts';
import { tableOf } from '../shown-grid.ts';
import type { Shown } from '../shown-table.ts';
import type { Exhibit, ExhibitSource, PositionMark } from './exhibit.ts';
import { commonNotes, listed, said, showAs } from './words.ts';

/** What moves or is released, by the category of its postings. */
const COLUMNS = [
  { category: 'tariff', heading: 'Tariff' },
  { category: 'reprovision', heading: 'Paid for new care' },
  { category: 'strandedSupport', heading: 'Stranded support' },
  { category: 'variableReleased', heading: 'Variable released' },
  { category: 'stepReleased', heading: 'Wards closed' },
  { category: 'reprovisionCost', heading: 'Cost of new care' },
] as const;

const TONE_WORDS = { position: 'system', improves: 'gains', worsens: 'loses', attention: 'must still find' } as const;

type Effects = { readonly organisation: string; readonly amounts: readonly Decimal[] };

/** What the shifts did to each organisation in one year, from the postings of shifts and of the ward groups and support that belong to them. */
function effectsIn({ projection, organisations }: ShownFigures, year: number): Effects[] {
  const { shifts, entries } = projection;
  const own = new Set([...shifts.schemes.keys(), ...shifts.groups.keys(), ...[...shifts.stranded.keys()].map((id) => `stranded-${id}`)]);
  const posted = entries.filter((entry) => entry.year === year && own.has(entry.source) && entry.step !== 'doNothing');
  return organisations
    .map(({ id }) => ({
      organisation: id,
      amounts: COLUMNS.map(({ category }) =>
        sum(posted.filter((entry) => entry.organisation === id && entry.category === category).map(({ amount }) => amount)),
      ),
    }))
    .filter(({ amounts }) => amounts.some((amount) => !amount.isZero()));
}

type Matrix = {
  readonly cells: NamedAmount[][];
  readonly rows: NamedAmount[];
  readonly columns: NamedAmount[];
  readonly grand: NamedAmount;
};

function matrixOf(figures: ShownFigures, year: number, effects: readonly Effects[]): Matrix {
  const label = figures.label(year);
  const rows = effects.map(({ organisation, amounts }) => named(`shifts.${organisation}.effect.${label}`, sum(amounts)));
  return {
    cells: effects.map(({ organisation, amounts }) =>
      COLUMNS.map(({ category }, at) => named(`shifts.${organisation}.${category}.${label}`, amounts[at])),
    ),
    rows,
    columns: COLUMNS.map(({ category }, at) =>
      named(`shifts.all.${category}.${label}`, sum(effects.map(({ amounts }) => amounts[at] ?? ZERO))),
    ),
    grand: named(`shifts.all.effect.${label}`, sum(rows.map(({ amount }) => amount))),
  };
}

function gainSaid({ label, shown }: PositionMark, figures: ShownFigures): string {
  if (shown.exact.isZero()) return `${label} neither gains nor loses`;
  return `${label} ${isBelow(shown.exact, ZERO) ? 'loses' : 'gains'} ${said(shown, figures.unit)}`;
}

function findingOf(figures: ShownFigures, rows: readonly PositionMark[], { shown }: PositionMark, year: string): string {
  const ordered = rows.toSorted((a, b) => b.shown.exact.cmp(a.shown.exact));
  const ends = [...new Set([ordered[0], ordered.at(-1)])].filter((row) => row !== undefined);
  const system = isBelow(shown.exact, ZERO)
    ? `costs the system ${said(shown, figures.unit)}`
    : `frees ${said(shown, figures.unit)} for the system`;
  return `Moving care out of hospital ${system} in ${year}: ${listed(ends.map((row) => gainSaid(row, figures)))}`;
}

/** Exhibit 9 of model-spec §13: what the acute-to-community shifts do to each organisation in the target year; undefined without shifts. */
export function winnersExhibit({ figures }: ExhibitSource): Exhibit | undefined {
  const { unit, projection } = figures;
  const year = projection.frame.target;
  const label = figures.label(year);
  const effects = effectsIn(figures, year);
  if (effects.length === 0) return undefined;
  const matrix = matrixOf(figures, year, effects);
  // A provider that alone loses income to shifts loses what the bridge calls stranded, and shows the same figure.
  const stranded = (figures.bars[year] ?? []).find(({ bar }) => bar === 'tariffIllusionShift');
  for (const row of matrix.rows)
    if (stranded !== undefined) showAs(figures, { id: `bridge.${label}.${stranded.bar}`, amount: stranded.amount }, row);
  figures.register.footTable(matrix, figures.step);
  const shown = ({ id, amount }: NamedAmount): Shown => figures.shown(id, amount);
  const nameOf = (id: string): string => projection.frame.organisations.get(id)?.name ?? id;
  const rows = effects.map(({ organisation }, row): PositionMark => {
    const effect = shown(matrix.rows[row] ?? matrix.grand);
    return { key: organisation, label: nameOf(organisation), tone: isBelow(effect.exact, ZERO) ? 'worsens' : 'improves', shown: effect };
  });
  const total: PositionMark = { key: 'system', label: 'System', tone: 'position', shown: shown(matrix.grand) };
  const headings = COLUMNS.map(({ heading }) => heading);
  return {
    id: 'winners',
    name: 'Who wins and who loses',
    finding: findingOf(figures, rows, total, label),
    subtitle: `Effect of the acute-to-community shifts by organisation, ${label}, ${unit}`,
    series: { kind: 'positions', rows, total, toneWords: TONE_WORDS },
    tables: [
      tableOf({
        id: 'winners',
        title: `Who wins and who loses by the shifts, ${label}`,
        unit,
        columns: [...headings, 'Effect'],
        rows: rows.map((row, at) => ({ label: row.label, entries: [...(matrix.cells[at] ?? []).map(shown), row.shown] })),
        total: { label: 'System', entries: [...matrix.columns.map(shown), total.shown] },
        across: [{ parts: headings, total: 'Effect' }],
      }),
    ],
    altText: `Bars on one scale, losses to the left of nil. ${listed([...rows, total].map((row) => gainSaid(row, figures)))}.`,
    notes: commonNotes(figures),
  };
}

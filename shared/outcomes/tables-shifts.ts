import { TOLERANCE, ZERO, sum, type Decimal } from '../money/decimal.ts';
import { shiftSystem, type ShiftSystem } from './shift-system.ts';
import { named, type ShownFigures } from './shown-figures.ts';
import { footing, money, opposite, roundingShown, type Footing, type Row, type Shown, type ShownTable } from './shown-table.ts';

type ShiftYear = { readonly of: (what: keyof ShiftSystem) => Shown; readonly effect: Footing; readonly stranded: Footing | undefined };

/** One year of all shifts, footed: what is released less what is bought is the effect, and what is not released of the income lost is stranded. */
function shiftYear(figures: ShownFigures, system: ShiftSystem, year: number): ShiftYear {
  const amount = (what: keyof ShiftSystem): Decimal => system[what][year] ?? ZERO;
  const name = (what: keyof ShiftSystem): string => `shifts.system.${what}.${figures.label(year)}`;
  const cost = named(`${name('reprovision')}.cost`, amount('reprovision').neg());
  const figure = (what: keyof ShiftSystem) => named(name(what), amount(what));
  const apart = amount('tariffSaved').minus(sum([amount('variableReleased'), amount('stepReleased'), amount('stranded')]));
  const adds = apart.abs().lte(TOLERANCE);
  if (adds) {
    // What is stranded is a bar of the bridge too, and stands here as it stands there.
    figures.register.mirror(figure('stranded'), `bridge.${figures.label(year)}.tariffIllusionShift`, figures.step);
    const leaves = [figure('variableReleased'), figure('stepReleased'), figure('stranded')];
    figures.register.foot({ total: figure('tariffSaved'), leaves }, figures.step);
  }
  figures.register.foot(
    { total: figure('systemEffect'), leaves: [figure('variableReleased'), figure('stepReleased'), cost] },
    figures.step,
  );
  const reprovision = opposite(figures.shown(cost.id, cost.amount));
  const of = (what: keyof ShiftSystem): Shown => (what === 'reprovision' ? reprovision : figures.shown(name(what), amount(what)));
  const released = [of('variableReleased'), of('stepReleased')];
  const label = figures.label(year);
  return {
    of,
    effect: footing(`Shifts, effect on the system, ${label}`, { parts: [...released, opposite(reprovision)], total: of('systemEffect') }),
    stranded: adds
      ? footing(`Shifts, stranded cost, ${label}`, { parts: [...released, of('stranded')], total: of('tariffSaved') })
      : undefined,
  };
}

function roundingRow(footings: readonly (Footing | undefined)[]): Row[] {
  if (footings.every((each) => each === undefined || each.rounding.isZero())) return [];
  const nil: Shown = { exact: ZERO, figure: ZERO };
  return [{ label: 'Rounding', indented: true, cells: footings.map((each) => money(each === undefined ? nil : roundingShown(each))) }];
}

/** All shifts together by year (model-spec §7.2): what the plan scored, what moves between members, and what the system gains; undefined without shifts. */
export function shiftTable(figures: ShownFigures): ShownTable | undefined {
  const { projection } = figures;
  if (projection.shifts.schemes.size === 0) return undefined;
  const system = shiftSystem(projection);
  const years = projection.frame.years.map((_, year) => year).slice(1);
  const columns = years.map((year) => shiftYear(figures, system, year));
  const row = (label: string, of: (each: ShiftYear) => Shown): Row => ({ label, cells: columns.map((each) => money(of(each))) });
  const released: Row[] = [
    { ...row('Variable cost released', (each) => each.of('variableReleased')), indented: true },
    { ...row('Ward cost released', (each) => each.of('stepReleased')), indented: true },
  ];
  return {
    id: 'shifts',
    title: 'Acute-to-community shifts, all together',
    unit: figures.unit,
    columns: years.map((year) => figures.label(year)),
    rows: [
      row('Headline, as planned', (each) => each.of('headline')),
      row('Tariff saved, which providers lose', (each) => each.of('tariffSaved')),
      ...released,
      { ...row('Stranded cost', (each) => each.of('stranded')), indented: true },
      ...roundingRow(columns.map((each) => each.stranded)),
      row('Reprovision', (each) => opposite(each.of('reprovision'))),
      ...roundingRow(columns.map((each) => each.effect)),
      { ...row('Effect on the system: released less reprovision', (each) => each.of('systemEffect')), above: 'single', below: 'double' },
    ],
    footings: columns.flatMap((each) => [each.effect, ...(each.stranded === undefined ? [] : [each.stranded])]),
    notes: [],
  };
}

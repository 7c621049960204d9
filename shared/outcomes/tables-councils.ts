import { ZERO, plus, type Decimal } from '../money/decimal.ts';
import type { ReservesYear } from '../engine/settlement.ts';
import type { OrganisationOutcome } from './positions.ts';
import { named, type ShownFigures } from './shown-figures.ts';
import { footing, money, opposite, roundingShown, type Footing, type Row, type Shown, type ShownTable } from './shown-table.ts';

type CouncilYear = {
  readonly before: Shown;
  readonly reserves: Shown;
  readonly mitigation: Shown;
  readonly opening: Shown;
  readonly closing: Shown;
  readonly position: Footing;
  readonly rollForward: Footing;
};

/** One council in one year: its position before mitigation and the reserves leave what it must still find (model-spec §9.3). */
function councilYear(figures: ShownFigures, council: OrganisationOutcome, year: number, settled: ReservesYear): CouncilYear {
  const name = (what: string, at = year): string => `organisations.${council.id}.${what}.${figures.label(at)}`;
  // Without risk-share and support these are the figures of the organisation table, under their names there.
  const sameBefore = (council.riskShare[year] ?? ZERO).isZero();
  const sameAfter = (council.support[year] ?? ZERO).isZero();
  const before = named(name(sameBefore ? 'beforeSupport' : 'beforeMitigation'), settled.before);
  const after = named(name(sameAfter ? 'reported' : 'afterReserves'), plus(settled.before, settled.used).minus(settled.added));
  const reserves = figures.part('reserves', year, council);
  figures.register.foot({ total: after, leaves: [before, named(name('reserves'), reserves.exact)] }, figures.step);
  const left = figures.shown(after.id, after.amount);
  const openingAmount: Decimal = plus(settled.closing, settled.used).minus(settled.added);
  const opening = figures.shown(name('reservesClosing', year - 1), openingAmount);
  const closing = figures.shown(name('reservesClosing'), settled.closing);
  const beforeShown = figures.shown(before.id, before.amount);
  return {
    before: beforeShown,
    reserves,
    mitigation: opposite(left),
    opening,
    closing,
    position: footing(`${council.name}, ${figures.label(year)}`, { parts: [beforeShown, reserves], total: left }),
    rollForward: footing(`${council.name}, reserves, ${figures.label(year)}`, { parts: [opening, opposite(reserves)], total: closing }),
  };
}

function roundingRow(footings: readonly Footing[]): Row[] {
  if (footings.every((each) => each.rounding.isZero())) return [];
  return [{ label: 'Rounding', indented: true, cells: footings.map((each) => money(roundingShown(each))) }];
}

/** What a council must still find by year, and its reserves: undefined for an organisation without reserves. It is never called a deficit. */
export function councilTable(figures: ShownFigures, council: OrganisationOutcome): ShownTable | undefined {
  const settled = figures.projection.settlement.reserves.get(council.id);
  if (settled === undefined) return undefined;
  const years = settled.flatMap((each, year) => (each === undefined ? [] : [{ year, ...councilYear(figures, council, year, each) }]));
  const row = (label: string, of: (each: CouncilYear) => Shown): Row => ({ label, cells: years.map((each) => money(of(each))) });
  const positions = years.map((each) => each.position);
  const rollForwards = years.map((each) => each.rollForward);
  return {
    id: `council.${council.id}`,
    title: `${council.name}: balance by law`,
    unit: figures.unit,
    columns: years.map((each) => figures.label(each.year)),
    rows: [
      row('Position before mitigation', (each) => each.before),
      { ...row('Reserves used or (added)', (each) => each.reserves), indented: true },
      ...roundingRow(positions),
      { ...row('Required mitigation: must still find', (each) => each.mitigation), indented: true, below: 'double' },
      row('Reserves brought forward', (each) => each.opening),
      ...roundingRow(rollForwards),
      row('Reserves carried forward', (each) => each.closing),
    ],
    footings: [...positions, ...rollForwards],
    notes: [],
  };
}

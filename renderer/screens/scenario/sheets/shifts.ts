import { ZERO, type Decimal } from '../../../../shared/money/decimal.ts';
import type { StepRelease } from '../../../../shared/engine/shift-activity.ts';
import type { ShiftOutcome } from '../../../../shared/engine/shift.ts';
import { named } from '../../../../shared/outcomes/shown-figures.ts';
import type { Placed } from '../../../../shared/scenario/places.ts';
import type { Scenario, ShiftScheme, StepGroup } from '../../../../shared/scenario/schema.ts';
import { shiftSchema, stepGroupSchema, strandedSupportSchema } from '../../../../shared/scenario/schema.ts';
import type { RowMark, Sheet, SheetRow } from '../../../components/grid/sheet.ts';
import { countCell, moneyCell, monthCell, wordsCell } from './derived.ts';
import { NONE } from './field-cell.ts';
import { shortYear, type SheetContext } from './sheet-context.ts';
import { columnsOf, fieldColumn, growth, itemRow, listSheet, yearColumns, yearsNeeded, type Column } from './table.ts';

const LIST = 'shifts';
type Stranded = Scenario['strandedSupport'][number];
type Heading = {
  readonly label: string;
  readonly width: number;
  readonly unit?: string;
  readonly group?: string;
  readonly align?: 'left' | 'right';
};

function shiftColumn(context: SheetContext, name: string, heading: Heading): Column<ShiftScheme> {
  return fieldColumn<ShiftScheme>(context, { list: LIST, name }, heading);
}

function outcomeOf({ results }: SheetContext, { item }: Placed<ShiftScheme>): ShiftOutcome | undefined {
  return results.projection.shifts.schemes.get(item.id);
}

/** Money of a shift by year: `shifts.SH1.tariffSaved.2020/21`. */
function moneyColumns(
  context: SheetContext,
  { name, group, of }: { name: string; group: string; of: (outcome: ShiftOutcome, year: number) => Decimal },
): Column<ShiftScheme>[] {
  return context.years.slice(1).map((label, index) => ({
    id: `${name}.${label}`,
    label: shortYear(label),
    group: `${group}, ${context.unit}`,
    width: 52,
    align: 'right',
    cell: (at) => {
      const outcome = outcomeOf(context, at);
      return outcome === undefined
        ? wordsCell('n/a')
        : moneyCell(context, named(`shifts.${at.item.id}.${name}.${label}`, of(outcome, index + 1)));
    },
  }));
}

function lockOf(context: SheetContext, at: Placed<ShiftScheme>): readonly RowMark[] {
  return outcomeOf(context, at)?.activity.funded === false
    ? [{ icon: 'lock', text: 'Capital not available: the shift does not begin' }]
    : [];
}

function sheetOfShifts(
  context: SheetContext,
  { id, label, columns }: { id: string; label: string; columns: readonly Column<ShiftScheme>[] },
): Sheet {
  const rows = context
    .place(LIST, context.scenario.shifts)
    .map((at) => itemRow(context, { list: LIST, at, level: 0, columns, marks: lockOf(context, at) }));
  return {
    id,
    label,
    rowHeading: 'Shift',
    labelWidth: 140,
    columns: columnsOf(columns),
    rows,
    empty: 'No shift yet. Ctrl+Enter adds one.',
    ...growth(context, { list: LIST, columns, level: 0, schema: shiftSchema }),
  };
}

/** Shifts: how much moves, when, what it is worth to whom a unit, and what it comes to for the system (model-spec §7). */
export function shiftsSheet(context: SheetContext): Sheet {
  const starts: Column<ShiftScheme> = {
    id: 'starts',
    label: 'Starts',
    width: 70,
    align: 'left',
    cell: (at) => {
      const activity = outcomeOf(context, at)?.activity;
      return activity === undefined
        ? wordsCell('n/a')
        : activity.funded
          ? monthCell(context, activity.effectiveStart)
          : wordsCell('no date');
    },
  };
  const columns = [
    shiftColumn(context, 'activityPerYear', { label: 'Activity', unit: 'units a year', width: 76, align: 'right' }),
    shiftColumn(context, 'startMonth', { label: 'Planned', width: 74, align: 'right' }),
    starts,
    shiftColumn(context, 'rampMonths', { label: 'Ramp', unit: 'months', width: 54, align: 'right' }),
    shiftColumn(context, 'delivery', { label: 'Delivery', unit: '%', width: 68, align: 'right' }),
    shiftColumn(context, 'tariffPerUnit', { label: 'Price lost', unit: '£ a unit', width: 72, align: 'right' }),
    shiftColumn(context, 'variableCostPerUnit', { label: 'Released', unit: '£ a unit', width: 72, align: 'right' }),
    shiftColumn(context, 'reprovisionCostPerUnit', { label: 'New cost', unit: '£ a unit', width: 72, align: 'right' }),
    ...moneyColumns(context, {
      name: 'systemEffect',
      group: 'For the system',
      of: (outcome, year) => (outcome.variableReleased[year] ?? ZERO).minus(outcome.reprovision[year] ?? ZERO),
    }),
  ];
  return sheetOfShifts(context, { id: LIST, label: 'Shifts', columns });
}

/** Who a shift is between, what it waits for, and how many beds it frees. */
export function shiftPlacesSheet(context: SheetContext): Sheet {
  const columns: Column<ShiftScheme>[] = [
    shiftColumn(context, 'fromOrganisation', { label: 'From', width: 120 }),
    shiftColumn(context, 'toOrganisation', { label: 'To', width: 120 }),
    shiftColumn(context, 'commissioner', { label: 'Commissioner', width: 120 }),
    shiftColumn(context, 'pointOfDelivery', { label: 'What moves', width: 130 }),
    shiftColumn(context, 'leadMonths', { label: 'Staff ahead', unit: 'months', width: 72, align: 'right' }),
    shiftColumn(context, 'lengthOfStayDays', { label: 'Stay', unit: 'days', width: 54, align: 'right' }),
    shiftColumn(context, 'occupancy', { label: 'Occupancy', unit: '%', width: 72, align: 'right' }),
    shiftColumn(context, 'backfillShare', { label: 'Refilled', unit: '%', width: 62, align: 'right' }),
    shiftColumn(context, 'stepGroup', { label: 'Wards', width: 110 }),
    {
      id: 'beds',
      label: 'Beds freed',
      width: 72,
      align: 'right',
      cell: (at) => countCell(outcomeOf(context, at)?.activity.bedsAtFullEffect, { figure: `shifts.${at.item.id}.bedsAtFullEffect` }),
    },
  ];
  return sheetOfShifts(context, { id: 'shifts.places', label: 'Shifts: between whom, and beds', columns });
}

/** By which series each price of a shift grows, and how its staff is reckoned. */
export function shiftPricesSheet(context: SheetContext): Sheet {
  const columns: Column<ShiftScheme>[] = [
    shiftColumn(context, 'tariffSeries', { label: 'Price grows by', width: 112 }),
    shiftColumn(context, 'variableCostSeries', { label: 'Released grows by', width: 122 }),
    shiftColumn(context, 'reprovisionSeries', { label: 'New cost grows by', width: 122 }),
    shiftColumn(context, 'priceRealisation', { label: 'Realised', unit: '%', width: 66, align: 'right' }),
    shiftColumn(context, 'contractPricePerUnit', { label: 'Contract', unit: '£ a unit', width: 66, align: 'right' }),
    shiftColumn(context, 'variablePayShare', { label: 'Pay released', unit: '%', width: 84, align: 'right' }),
    shiftColumn(context, 'reprovisionPayShare', { label: 'Pay of new', unit: '%', width: 78, align: 'right' }),
  ];
  return sheetOfShifts(context, { id: 'shifts.prices', label: 'Shifts: prices and staff', columns });
}

function groupColumns(
  context: SheetContext,
  {
    name,
    group,
    places,
    of,
  }: { name: string; group: string; places: number; of: (release: StepRelease) => readonly Decimal[] | undefined },
): Column<StepGroup>[] {
  return context.years.slice(1).map((label, index) => ({
    id: `${name}.${label}`,
    label: shortYear(label),
    group,
    width: 54,
    align: 'right',
    cell: ({ item }) => {
      const release = context.results.projection.shifts.groups.get(item.id);
      return countCell(release === undefined ? undefined : of(release)?.[index + 1], {
        places,
        figure: `shifts.groups.${item.id}.${name}.${label}`,
      });
    },
  }));
}

/** Wards that close only whole: how many beds are free by March, how many wards are closed, and what that releases (model-spec §7.2). */
export function wardsSheet(context: SheetContext): Sheet {
  const column = fieldColumn<StepGroup>;
  const list = 'stepGroups';
  const released = context.years.slice(1).map((label, index): Column<StepGroup> => ({
    id: `costReleased.${label}`,
    label: shortYear(label),
    group: `Cost released, ${context.unit}`,
    width: 60,
    align: 'right',
    cell: ({ item }) => {
      const release = context.results.projection.shifts.groups.get(item.id);
      if (release === undefined) return wordsCell('n/a');
      return moneyCell(context, named(`shifts.groups.${item.id}.costReleased.${label}`, release.costReleased[index + 1]));
    },
  }));
  return listSheet(context, {
    id: list,
    label: 'Wards that close whole',
    rowHeading: 'Ward or clinic',
    list,
    schema: stepGroupSchema,
    items: context.scenario.stepGroups,
    columns: [
      column(context, { list, name: 'organisation' }, { label: 'Of', width: 110 }),
      column(context, { list, name: 'stepSize', stands: () => '28 beds' }, { label: 'A ward is', unit: 'beds', width: 66, align: 'right' }),
      column(
        context,
        { list, name: 'stepCostPerYear', stands: () => '£2.4m' },
        { label: 'It costs', unit: `${context.unit} a year`, width: 76, align: 'right' },
      ),
      column(context, { list, name: 'lagMonths', stands: () => '3 months' }, { label: 'Lag', unit: 'months', width: 58, align: 'right' }),
      ...groupColumns(context, { name: 'bedsFreed', group: 'Beds free in March', places: 1, of: (release) => release.bedsFreed }),
      ...groupColumns(context, { name: 'stepsInMarch', group: 'Wards closed', places: 0, of: (release) => release.stepsInMarch }),
      ...released,
    ],
    empty: 'No ward entered, so beds that are freed release no ward cost.',
  });
}

/** Support that a commissioner pays towards cost that is left without its income, as it tapers. */
export function strandedSheet(context: SheetContext): Sheet {
  const items = context.scenario.strandedSupport;
  const list = 'strandedSupport';
  const years = yearsNeeded(
    context,
    'first year',
    items.map((item) => item.taperByYear),
  );
  const money = (name: 'stranded' | 'support', group: string): Column<Stranded>[] =>
    context.years.slice(1).map((label, index) => ({
      id: `${name}.${label}`,
      label: shortYear(label),
      group: `${group}, ${context.unit}`,
      width: 62,
      align: 'right',
      cell: ({ item }) => {
        const outcome = context.results.projection.shifts.stranded.get(item.organisation);
        if (outcome === undefined) return wordsCell('–');
        return moneyCell(context, named(`shifts.stranded.${item.organisation}.${name}.${label}`, outcome[name][index + 1]));
      },
    }));
  return listSheet(context, {
    id: list,
    label: 'Stranded-cost support',
    rowHeading: 'Provider',
    list,
    schema: strandedSupportSchema,
    items,
    labelOfItem: ({ item }) => context.nameOf('organisations', item.organisation),
    columns: [
      fieldColumn<Stranded>(context, { list, name: 'organisation' }, { label: 'Provider', width: 130 }),
      ...yearColumns<Stranded>(context, { list, name: 'taperByYear', years }, { width: 58, group: 'Supported, %' }),
      ...money('stranded', 'Stranded cost'),
      ...money('support', 'Support'),
    ],
    empty: 'No support agreed: providers carry their stranded cost alone.',
  });
}

/** Staff released and staff needed: different people in different places, so they are never netted (model-spec §7.2). */
export function staffSheet(context: SheetContext): Sheet {
  const { shifts } = context.results.projection;
  const columns = context.years.slice(1).map((label) => ({ id: label, label: shortYear(label), width: 78, align: 'right' as const }));
  const counts = (amounts: readonly Decimal[] | undefined, path: string) =>
    columns.map(({ id }, index) =>
      amounts === undefined ? wordsCell('needs average pay') : countCell(amounts[index + 1] ?? ZERO, { figure: `${path}.${id}` }),
    );
  const rows = context.place(LIST, context.scenario.shifts).flatMap(({ item, path, key }): SheetRow[] => {
    const outcome = shifts.schemes.get(item.id);
    return [
      { key: path, label: item.name, level: 0, kind: 'heading', item: { list: LIST, key }, cells: columns.map(() => NONE) },
      {
        key: `${path}.released`,
        label: 'Released',
        level: 1,
        kind: 'computed',
        cells: counts(outcome?.wteReleased, `shifts.${item.id}.wteReleased`),
      },
      {
        key: `${path}.needed`,
        label: 'Needed',
        level: 1,
        kind: 'computed',
        cells: counts(outcome?.wteNeeded, `shifts.${item.id}.wteNeeded`),
      },
    ];
  });
  return { id: 'shifts.staff', label: 'Staff released and needed', rowHeading: 'WTE', columns, rows, empty: 'No shift yet.' };
}

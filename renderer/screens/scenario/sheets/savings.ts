import { ZERO, sum } from '../../../../shared/money/decimal.ts';
import { formatPercent } from '../../../../shared/money/format.ts';
import type { NamedAmount } from '../../../../shared/money/register.ts';
import { savingsTotal, schemeEffect } from '../../../../shared/outcomes/exhibits/savings-exhibit.ts';
import { named } from '../../../../shared/outcomes/shown-figures.ts';
import type { Placed } from '../../../../shared/scenario/places.ts';
import { deliveryInput, figure } from '../../../../shared/engine/frame.ts';
import type { SavingsScheme } from '../../../../shared/scenario/schema.ts';
import { savingsSchema } from '../../../../shared/scenario/schema.ts';
import type { RowMark, Sheet, SheetCell, SheetRow } from '../../../components/grid/sheet.ts';
import { moneyCell, monthCell, wordsCell } from './derived.ts';
import { fieldCell, kindCell, NONE, yearCell } from './field-cell.ts';
import { fieldsOfItem, kindOf, type Field } from './shape.ts';
import { cellUnit, inputWords, shortYear, type SheetContext } from './sheet-context.ts';
import {
  byOrganisation,
  columnsOf,
  fieldColumn,
  growth,
  itemRow,
  listSheet,
  rangeCell,
  yearColumns,
  yearsNeeded,
  type Column,
  type Group,
} from './table.ts';

const LIST = 'savings';

/** The fields that the profile of a scheme has, by its kind. */
function profileFields(item: SavingsScheme): readonly Field[] {
  const profile = fieldsOfItem(LIST, item).find((field) => field.name === 'profile');
  return profile?.shape.kind === 'kinds' ? (kindOf(profile.shape.kinds, item.profile)?.fields ?? []) : [];
}

/** A field of the profile, which each kind of profile has or has not. */
function profileCell(context: SheetContext, { item, path }: Placed<SavingsScheme>, name: string): SheetCell {
  const field = profileFields(item).find((each) => each.name === name);
  return field === undefined ? NONE : fieldCell(context, { path: `${path}.profile.${name}`, holder: item.profile, field });
}

/** What a scheme saves at full effect: entered, or in words where it is entered by year. */
function fullYearCell(context: SheetContext, at: Placed<SavingsScheme>): SheetCell {
  const { profile } = at.item;
  if (profile.kind !== 'PROGRAMME' && profile.kind !== 'NON_RECURRENT') return profileCell(context, at, 'grossFullYearEffect');
  if (profile.kind === 'NON_RECURRENT') {
    const amount = sum(Object.values(profile.amountByYear).map(figure));
    return moneyCell(context, { id: `${at.path}.claimed`, amount }, { figure: null });
  }
  const [first] = Object.values(profile.rateByYear);
  if (first === undefined) return wordsCell('by year');
  return wordsCell(`${formatPercent(figure(first))} pa`);
}

function profileColumn(
  context: SheetContext,
  name: string,
  heading: Pick<Column<SavingsScheme>, 'id' | 'label' | 'width' | 'unit'>,
): Column<SavingsScheme> {
  return { ...heading, align: 'right', cell: (at) => profileCell(context, at, name) };
}

/** What stands for a blank delivery: by the rating, or the whole. */
function deliveryStands({ scenario, unit }: SheetContext, scheme: SavingsScheme): string {
  return inputWords(deliveryInput(scenario, scheme), cellUnit('share', { field: 'delivery', shownIn: unit }));
}

function entered(context: SheetContext): Column<SavingsScheme>[] {
  const column = fieldColumn<SavingsScheme>;
  return [
    ...(context.isWide ? [column(context, { list: LIST, name: 'owner' }, { label: 'Owner', width: 150 })] : []),
    column(context, { list: LIST, name: 'mechanism' }, { label: 'How it saves', width: 128 }),
    { id: 'fullYear', label: 'Full year', unit: context.unit, width: 68, align: 'right', cell: (at) => fullYearCell(context, at) },
    profileColumn(context, 'startMonth', { id: 'startMonth', label: 'Starts', width: 76 }),
    profileColumn(context, 'rampMonths', { id: 'rampMonths', label: 'Ramp', unit: 'months', width: 56 }),
    column(
      context,
      { list: LIST, name: 'delivery', stands: (item) => deliveryStands(context, item) },
      { label: 'Delivery', unit: '%', width: 68, align: 'right' },
    ),
    {
      id: 'range',
      label: 'Low – high',
      unit: '%',
      width: 82,
      align: 'right',
      cell: ({ item }) => rangeCell(context, { holder: item, name: 'delivery' }),
    },
  ];
}

function effectCell(context: SheetContext, { item }: Placed<SavingsScheme>, year: number): SheetCell {
  const outcome = context.results.projection.savings.schemes.get(item.id);
  return outcome === undefined ? wordsCell('n/a') : moneyCell(context, schemeEffect(context.figures, outcome, year));
}

function counts(context: SheetContext): Column<SavingsScheme>[] {
  return context.years.slice(1).map((label, index) => ({
    id: `counts.${label}`,
    label: shortYear(label),
    group: `Counts for the system, ${context.unit}`,
    width: 56,
    align: 'right',
    cell: (at) => effectCell(context, at, index + 1),
  }));
}

function sumOf(context: SheetContext, { key, members }: Group<SavingsScheme>, year: number): NamedAmount {
  const { savings } = context.results.projection;
  const amounts = members.map(({ item }) => savings.schemes.get(item.id)?.systemEffect[year] ?? ZERO);
  return named(`savings.of.${key}.${context.years[year] ?? ''}`, sum(amounts));
}

/** Every column of counts adds up: schemes to their organisation, organisations to all savings (model-spec §1.5.5). */
function foot(context: SheetContext, groups: readonly Group<SavingsScheme>[]): void {
  const { figures } = context;
  const { projection } = context.results;
  for (let year = 1; year < context.years.length; year += 1) {
    const leaves = groups.map((group) => sumOf(context, group, year));
    figures.register.foot({ total: savingsTotal(figures, year), leaves }, figures.step);
    groups.forEach((group, index) => {
      const total = leaves[index];
      const outcomes = group.members.flatMap(({ item }) => projection.savings.schemes.get(item.id) ?? []);
      if (total !== undefined && outcomes.length > 0)
        figures.register.foot({ total, leaves: outcomes.map((outcome) => schemeEffect(figures, outcome, year)) }, figures.step);
    });
  }
}

/** A padlock where the capital that a scheme waits for is not funded. */
function lockOf(context: SheetContext, item: SavingsScheme): readonly RowMark[] {
  const outcome = context.results.projection.savings.schemes.get(item.id);
  return outcome?.funded === false ? [{ icon: 'lock', text: 'Capital not available: nothing of it counts' }] : [];
}

function groupRow(context: SheetContext, group: Group<SavingsScheme>, blanks: number): SheetRow {
  const totals = context.years.slice(1).map((_, index) => moneyCell(context, sumOf(context, group, index + 1), { figure: null }));
  return {
    key: `group.${group.key}`,
    label: group.label,
    level: 0,
    kind: 'heading',
    cells: [...Array.from({ length: blanks }, () => NONE), ...totals],
  };
}

/** Savings: schemes under their organisation, with what each claims, when and how surely, and what of it counts for the system by year. */
export function schemesSheet(context: SheetContext): Sheet {
  const columns = [...entered(context), ...counts(context)];
  const blanks = columns.length - (context.years.length - 1);
  const groups = byOrganisation(context, context.place(LIST, context.scenario.savings), ({ organisation }) => organisation);
  foot(context, groups);
  const rows = groups.flatMap((group) => [
    groupRow(context, group, blanks),
    ...group.members.map((at) => itemRow(context, { list: LIST, at, level: 1, columns, marks: lockOf(context, at.item) })),
  ]);
  const totals = context.years.slice(1).map((_, index) => moneyCell(context, savingsTotal(context.figures, index + 1), { figure: null }));
  const total: SheetRow = {
    key: 'total',
    label: 'All savings',
    level: 0,
    kind: 'total',
    cells: [...Array.from({ length: blanks }, () => NONE), ...totals],
  };
  return {
    id: 'savings',
    label: 'Savings schemes',
    rowHeading: 'Scheme',
    labelWidth: 200,
    columns: columnsOf(columns),
    rows: rows.length === 0 ? [] : [...rows, total],
    empty: 'No savings scheme yet. Ctrl+Enter adds one, or paste a list.',
    ...growth(context, { list: LIST, columns, level: 1, schema: savingsSchema }),
  };
}

/** When a scheme saves, and on what it waits: dates that the capital behind it moves are shown beside those that were planned. */
export function timingSheet(context: SheetContext): Sheet {
  const outcomes = context.results.projection.savings.schemes;
  const column = fieldColumn<SavingsScheme>;
  const start = (at: Placed<SavingsScheme>) => {
    const timing = outcomes.get(at.item.id)?.timing;
    return at.item.profile.kind === 'PROGRAMME' || timing === undefined ? wordsCell('–') : monthCell(context, timing.effectiveStart);
  };
  const profileKind: Column<SavingsScheme> = {
    id: 'kind',
    label: 'Profile',
    width: 104,
    align: 'left',
    cell: ({ item, path }) => {
      const profile = fieldsOfItem(LIST, item).find((field) => field.name === 'profile');
      return profile?.shape.kind === 'kinds'
        ? kindCell(context, { path: `${path}.profile`, holder: item.profile, kinds: profile.shape.kinds })
        : NONE;
    },
  };
  return listSheet(context, {
    id: 'savings.timing',
    label: 'Timing of savings',
    rowHeading: 'Scheme',
    list: LIST,
    schema: savingsSchema,
    items: context.scenario.savings,
    columns: [
      profileKind,
      profileColumn(context, 'startMonth', { id: 'startMonth', label: 'Planned', width: 80 }),
      column(context, { list: LIST, name: 'slippageMonths' }, { label: 'Slips', unit: 'months', width: 60, align: 'right' }),
      column(context, { list: LIST, name: 'mobilisationMonths' }, { label: 'Mobilises', unit: 'months', width: 66, align: 'right' }),
      { id: 'effective', label: 'Starts', width: 84, align: 'left', cell: start },
      profileColumn(context, 'rampMonths', { id: 'rampMonths', label: 'Ramp', unit: 'months', width: 60 }),
      ...profileYears(context),
    ],
    empty: 'No savings scheme yet.',
  });
}

/** What each kind of profile is entered by, year by year. */
const BY_YEAR: Readonly<Partial<Record<SavingsScheme['profile']['kind'], string>>> = {
  PROGRAMME: 'rateByYear',
  CUSTOM: 'shareByYear',
  NON_RECURRENT: 'amountByYear',
};

/** Profiles that are entered by year: a rate of the cost base, a share of the full year, or an amount. */
function profileYears(context: SheetContext): Column<SavingsScheme>[] {
  return context.years.slice(1).map((year) => ({
    id: `profile.${year}`,
    label: shortYear(year),
    group: `By year: %, or ${context.unit}`,
    width: 62,
    align: 'right',
    cell: (at) => {
      const name = BY_YEAR[at.item.profile.kind];
      const field = profileFields(at.item).find((each) => each.name === name);
      if (field === undefined) return NONE;
      return yearCell(context, { path: `${at.path}.profile.${field.name}`, holder: at.item.profile, field }, year);
    },
  }));
}

/** Whose a scheme is, and what of it lasts, is cash and is released. */
export function termsSheet(context: SheetContext): Sheet {
  const column = (name: string, heading: { label: string; width: number; unit?: string; align?: 'left' | 'right' }) =>
    fieldColumn<SavingsScheme>(context, { list: LIST, name }, heading);
  return listSheet(context, {
    id: 'savings.terms',
    label: 'Terms of savings',
    rowHeading: 'Scheme',
    list: LIST,
    schema: savingsSchema,
    items: context.scenario.savings,
    columns: [
      column('organisation', { label: 'Organisation', width: 120 }),
      column('category', { label: 'Category', width: 150 }),
      column('recurrentShare', { label: 'Recurrent', unit: '%', width: 72, align: 'right' }),
      column('cashReleasingShare', { label: 'Cash', unit: '%', width: 60, align: 'right' }),
      column('releaseShare', { label: 'Released', unit: '%', width: 66, align: 'right' }),
      column('counterparty', { label: 'Other member', width: 120 }),
      column('valuedAt', { label: 'Valued at', width: 76 }),
      column('pool', { label: 'Pool', width: 110 }),
      column('programme', { label: 'Programme', width: 120 }),
      column('rating', { label: 'Rating', width: 84 }),
      column('setting', { label: 'Setting', width: 110 }),
    ],
    empty: 'No savings scheme yet.',
  });
}

/** What it costs to make savings, scheme by scheme and year by year. */
export function schemeCostsSheet(context: SheetContext): Sheet {
  const { savings } = context.scenario;
  const years = yearsNeeded(
    context,
    'first year',
    savings.map((scheme) => scheme.implementationCostByYear),
  );
  return listSheet(context, {
    id: 'savings.costs',
    label: 'What schemes cost',
    rowHeading: 'Scheme',
    list: LIST,
    schema: savingsSchema,
    items: savings,
    columns: [
      fieldColumn(
        context,
        { list: LIST, name: 'runningCostPerYear' },
        { label: 'Running cost', unit: `${context.unit} a year`, width: 96, align: 'right' },
      ),
      ...yearColumns<SavingsScheme>(
        context,
        { list: LIST, name: 'implementationCostByYear', years },
        { width: 72, group: `Implementation, ${context.unit}` },
      ),
    ],
    empty: 'No savings scheme yet.',
  });
}

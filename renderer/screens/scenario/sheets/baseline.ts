import { ZERO, type Decimal } from '../../../../shared/money/decimal.ts';
import { elasticityInput } from '../../../../shared/engine/do-nothing.ts';
import type { Flow, Line } from '../../../../shared/scenario/schema.ts';
import { flowSchema, lineSchema } from '../../../../shared/scenario/schema.ts';
import type { Sheet, SheetRow } from '../../../components/grid/sheet.ts';
import { moneyAt, moneyCell, wordsCell } from './derived.ts';
import { NONE } from './field-cell.ts';
import { cellUnit, inputWords, shortYear, type SheetContext } from './sheet-context.ts';
import { byOrganisation, columnsOf, fieldColumn, growth, itemRow, listSheet, yearColumns, yearsNeeded, type Column } from './table.ts';

type Amounts = ReadonlyMap<string, readonly Decimal[]>;

/** What a line or flow comes to if nothing is done, by year. */
function doNothingColumns<T extends { id: string }>(context: SheetContext, list: 'lines' | 'flows', amounts: Amounts): Column<T>[] {
  return context.years.slice(1).map((label, index) => ({
    id: `doNothing.${label}`,
    label: shortYear(label),
    group: `Do nothing, ${context.unit}`,
    width: 72,
    align: 'right',
    cell: ({ item }) => moneyAt(context, { path: `${list}.${item.id}`, amounts: amounts.get(item.id), year: index + 1 }),
  }));
}

function elasticityStands(context: SheetContext, item: Line | Flow): string {
  return inputWords(elasticityInput(item), cellUnit('share', { field: 'elasticity', shownIn: context.unit }));
}

function growthColumns<T extends Line | Flow>(context: SheetContext, list: 'lines' | 'flows'): Column<T>[] {
  return [
    fieldColumn<T>(context, { list, name: 'priceSeries' }, { label: 'Price grows by', width: 116 }),
    fieldColumn<T>(context, { list, name: 'volumeSeries' }, { label: 'Volume grows by', width: 116 }),
    fieldColumn<T>(
      context,
      { list, name: 'elasticity', stands: (item) => elasticityStands(context, item) },
      { label: 'Follows', unit: '% of volume', width: 78, align: 'right' },
    ),
  ];
}

/** Baseline: income from and payments to outside the footprint, under the organisation whose books they stand in (model-spec §3). */
export function linesSheet(context: SheetContext): Sheet {
  const column = fieldColumn<Line>;
  const columns: Column<Line>[] = [
    column(context, { list: 'lines', name: 'kind' }, { label: 'Kind', width: 92 }),
    column(context, { list: 'lines', name: 'category' }, { label: 'Category', width: 124 }),
    column(
      context,
      { list: 'lines', name: 'baseAmount' },
      { label: shortYear(context.years[0] ?? ''), unit: context.unit, width: 78, align: 'right' },
    ),
    ...growthColumns<Line>(context, 'lines'),
    ...doNothingColumns<Line>(context, 'lines', context.results.projection.doNothing.lines),
    column(context, { list: 'lines', name: 'setting' }, { label: 'Setting', width: 110 }),
    column(context, { list: 'lines', name: 'organisation' }, { label: 'Organisation', width: 150 }),
  ];
  const groups = byOrganisation(context, context.place('lines', context.scenario.lines), ({ organisation }) => organisation);
  const rows = groups.flatMap(({ key, label, members }) => [
    headingOf(context, { key, label }, columns),
    ...members.map((at) => itemRow(context, { list: 'lines', at, level: 1, columns })),
  ]);
  return {
    id: 'lines',
    label: 'External lines',
    rowHeading: 'Line',
    columns: columnsOf(columns),
    rows,
    empty: 'No line yet. Ctrl+Enter adds one, or paste a list from Excel.',
    ...growth(context, { list: 'lines', columns, level: 1, schema: lineSchema }),
  };
}

/** An organisation over its lines, with the position it has if nothing is done: flows between members are in it. */
function headingOf(context: SheetContext, { key, label }: { key: string; label: string }, columns: readonly Column<Line>[]): SheetRow {
  const outcome = context.figures.organisations.find(({ id }) => id === key);
  const cells = columns.map(({ id }) => {
    const year = context.years.findIndex((each) => id === `doNothing.${each}`);
    if (year < 0 || outcome === undefined) return NONE;
    const name = `organisations.${key}.doNothing.${context.years[year] ?? ''}`;
    return moneyCell(context, { id: name, amount: outcome.doNothing[year] ?? ZERO }, { meaning: 'outcome' });
  });
  return { key: `group.${key}`, label, level: 0, kind: 'heading', cells };
}

/** Flows between members: the payee's figure is the flow; what the payer books differently is the mismatch (model-spec §3.3). */
export function flowsSheet(context: SheetContext): Sheet {
  const { flows, mismatches } = context.results.projection.doNothing;
  const column = fieldColumn<Flow>;
  const mismatch: Column<Flow> = {
    id: 'mismatch',
    label: 'Mismatch',
    unit: context.unit,
    width: 82,
    align: 'right',
    cell: ({ item }) => {
      const amounts = mismatches.get(item.id);
      if (amounts === undefined) return wordsCell('–');
      const amount = amounts[0] ?? ZERO;
      return moneyCell(
        context,
        { id: `flows.${item.id}.mismatch`, amount },
        { figure: null, ...(amount.isZero() ? {} : { meaning: 'attention' }) },
      );
    },
  };
  return listSheet(context, {
    id: 'flows',
    label: 'Flows between members',
    rowHeading: 'Flow',
    list: 'flows',
    schema: flowSchema,
    items: context.scenario.flows,
    columns: [
      column(context, { list: 'flows', name: 'payer' }, { label: 'Payer', width: 132 }),
      column(context, { list: 'flows', name: 'payee' }, { label: 'Payee', width: 132 }),
      column(context, { list: 'flows', name: 'baseAmount' }, { label: 'Payee has', unit: context.unit, width: 78, align: 'right' }),
      column(
        context,
        { list: 'flows', name: 'payerAmount', stands: () => 'the same' },
        { label: 'Payer has', unit: context.unit, width: 78, align: 'right' },
      ),
      mismatch,
      column(context, { list: 'flows', name: 'contractType' }, { label: 'Contract', width: 112 }),
      ...growthColumns<Flow>(context, 'flows'),
      ...doNothingColumns<Flow>(context, 'flows', flows),
      column(context, { list: 'flows', name: 'setting' }, { label: 'Setting', width: 110 }),
    ],
    empty: 'No flow yet. A flow is what one member pays another; Ctrl+Enter adds one.',
  });
}

/** Lines and flows with amounts that no growth rate gives, by year. */
export function explicitSheet(context: SheetContext, which: 'explicitByYear' | 'nonRecurrentByYear'): Sheet {
  const { lines, flows } = context.scenario;
  const years = yearsNeeded(
    context,
    which === 'explicitByYear' ? 'first year' : 'base year',
    [...lines, ...flows].map((item) => item[which]),
  );
  const lineColumns = yearColumns<Line>(context, { list: 'lines', name: which, years }, { width: 84 });
  const flowColumns = yearColumns<Flow>(context, { list: 'flows', name: which, years }, { width: 84 });
  const groups = byOrganisation(context, context.place('lines', lines), ({ organisation }) => organisation);
  const none = years.map(() => NONE);
  const heading = (key: string, label: string): SheetRow => ({ key, label, level: 0, kind: 'heading', cells: none });
  const lineRows = groups.flatMap(({ key, label, members }) => [
    heading(`group.${key}`, label),
    ...members.map((at) => itemRow(context, { list: 'lines', at, level: 1, columns: lineColumns })),
  ]);
  const flowRows = context.place('flows', flows).map((at) => itemRow(context, { list: 'flows', at, level: 1, columns: flowColumns }));
  const isExplicit = which === 'explicitByYear';
  return {
    id: which,
    label: isExplicit ? `Explicit amounts, ${context.unit}` : `Non-recurrent amounts, ${context.unit}`,
    rowHeading: isExplicit ? `Instead of growth, ${context.unit}` : `In that year alone, ${context.unit}`,
    columns: columnsOf(lineColumns),
    rows: flowRows.length === 0 ? lineRows : [...lineRows, heading('flows', 'Flows between members'), ...flowRows],
    empty: 'Enter lines and flows first: amounts by year belong to them.',
  };
}

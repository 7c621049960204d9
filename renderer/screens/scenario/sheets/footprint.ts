import type { Organisation, OwnRecordEntry, Scenario } from '../../../../shared/scenario/schema.ts';
import { organisationSchema, ownRecordSchema } from '../../../../shared/scenario/schema.ts';
import type { Sheet, SheetRow } from '../../../components/grid/sheet.ts';
import { moneyCell, wordsCell } from './derived.ts';
import { DETAIL_COLUMNS, rowsOfField } from './detail.ts';
import { heldIn } from './field-cell.ts';
import { SCENARIO_FIELDS, type Field } from './shape.ts';
import { shortYear, type SheetContext } from './sheet-context.ts';
import { fieldColumn, listSheet, yearColumns, yearsNeeded, type Column } from './table.ts';

/** Members of the footprint, with where each ends up. */
export function organisationsSheet(context: SheetContext): Sheet {
  const { results } = context;
  const { target } = results.projection.frame;
  const column = fieldColumn<Organisation>;
  const reported: Column<Organisation> = {
    id: 'reported',
    label: shortYear(context.years[target] ?? ''),
    group: `Reported, ${context.unit}`,
    width: 76,
    align: 'right',
    cell: ({ item }) => {
      const outcome = context.figures.organisations.find(({ id }) => id === item.id);
      if (outcome === undefined) return wordsCell('n/a');
      const id = `organisations.${item.id}.reported.${context.years[target] ?? ''}`;
      return moneyCell(context, { id, amount: context.figures.organisation(outcome, 'reported', target).exact }, { meaning: 'outcome' });
    },
  };
  return listSheet(context, {
    id: 'organisations',
    label: 'Organisations of the footprint',
    rowHeading: 'Organisation',
    list: 'organisations',
    schema: organisationSchema,
    items: context.scenario.organisations,
    columns: [
      column(context, { list: 'organisations', name: 'type' }, { label: 'Type', width: 160 }),
      column(
        context,
        { list: 'organisations', name: 'openingCash' },
        { label: 'Opening cash', unit: context.unit, width: 92, align: 'right' },
      ),
      column(
        context,
        { list: 'organisations', name: 'averagePayPerWte' },
        { label: 'Average pay', unit: '£ a WTE', width: 92, align: 'right' },
      ),
      column(context, { list: 'organisations', name: 'inScopeShare' }, { label: 'In scope', unit: '%', width: 66, align: 'right' }),
      reported,
    ],
    empty: 'No organisation yet. Ctrl+Enter adds one: everything else belongs to an organisation.',
  });
}

/** Parts of the scenario that are entered in a table or a section of their own. */
const ELSEWHERE: ReadonlySet<string> = new Set(['settings', 'simulation', 'deflator', 'populationByYear', 'systemControlTotalByYear']);

function isOfScenario({ name, shape }: Field): boolean {
  return shape.kind !== 'items' && shape.kind !== 'kinds' && !ELSEWHERE.has(name) && !name.endsWith('ByYear');
}

/** The rows of some fields of the scenario itself, whose paths have no list before them. */
function ownRows(context: SheetContext, includes: (field: Field) => boolean): SheetRow[] {
  const { scenario } = context;
  return SCENARIO_FIELDS.filter(includes).flatMap((field) => {
    const held = heldIn(scenario, field.name);
    if (Array.isArray(held)) return [];
    const rows = rowsOfField(context, { path: '', holder: scenario, list: '', level: 0 }, field);
    return rows.map((row) => withoutDot(row));
  });
}

/** Paths below the scenario itself begin with the field. */
function withoutDot(row: SheetRow): SheetRow {
  const cells = row.cells.map((cell) => ('path' in cell ? { ...cell, path: cell.path.replace(/^\./, '') } : cell));
  return { ...row, key: row.key.replace(/^\./, ''), cells };
}

/** What the scenario is: its name, its years, what the baseline is and where it starts from. */
export function scenarioSheet(context: SheetContext): Sheet {
  return {
    id: 'scenario',
    label: 'The scenario',
    rowHeading: 'Field',
    columns: DETAIL_COLUMNS.map((column) => (column.id === 'content' ? { ...column, width: 320, align: 'left' } : column)),
    rows: ownRows(context, isOfScenario),
    empty: '',
  };
}

/** The fields of a part of the scenario. Plain numbers stand in a form beside the table. */
function partSheet({ scenario, ...context }: SheetContext, { part, label }: { part: string; label: string }): Sheet {
  const field = SCENARIO_FIELDS.find(({ name }) => name === part);
  const fields = field?.shape.kind === 'part' ? field.shape.fields : [];
  const held = heldIn(scenario, part);
  const place = { path: part, holder: typeof held === 'object' && held !== null ? held : {}, list: part, level: 0 };
  const entered = fields.filter(({ shape }) => shape.kind !== 'number');
  const rows = entered.flatMap((each) => rowsOfField({ scenario, ...context }, place, each));
  return { id: part, label, rowHeading: 'Setting', labelWidth: 300, columns: DETAIL_COLUMNS, rows, empty: '' };
}

/** Choices that hold for the whole system. */
export function settingsSheet(context: SheetContext): Sheet {
  return partSheet(context, { part: 'settings', label: 'Settings' });
}

/** How chances are drawn. */
export function simulationSheet(context: SheetContext): Sheet {
  return partSheet(context, { part: 'simulation', label: 'Simulation' });
}

/** People of the footprint and what the system as a whole was asked for, by year. */
export function byYearSheet(context: SheetContext): Sheet {
  const { scenario } = context;
  const years = yearsNeeded(context, 'base year', [scenario.populationByYear, scenario.systemControlTotalByYear]);
  const rows = ['populationByYear', 'systemControlTotalByYear'].map((name): SheetRow => {
    const held = ownRows({ ...context, years }, (field) => field.name === name);
    const cells = years.map((year) => held.find((row) => row.key === `${name}.${year}`)?.cells[0] ?? { kind: 'none' as const });
    return {
      key: name,
      label: name === 'populationByYear' ? 'Population, people' : `System control total, ${context.unit}`,
      level: 0,
      kind: 'item',
      cells,
    };
  });
  return {
    id: 'byYear',
    label: 'Population and system control total',
    rowHeading: 'By year',
    columns: years.map((year) => ({ id: year, label: shortYear(year), width: 92, align: 'right' })),
    rows,
    empty: '',
  };
}

/** What each organisation planned to save in past years, and what it saved. */
export function ownRecordSheet(context: SheetContext): Sheet {
  const items = context.scenario.ownRecord ?? [];
  const years = yearsNeeded(
    { ...context, years: pastYears(context) },
    'base year',
    items.flatMap((item) => [item.plannedByYear, item.achievedByYear, item.recurrentByYear]),
  );
  const by = (name: string, group: string) =>
    yearColumns<OwnRecordEntry>(context, { list: 'ownRecord', name, years }, { width: 66, group: `${group}, ${context.unit}` });
  return listSheet(context, {
    id: 'ownRecord',
    label: 'Own record of savings',
    rowHeading: 'Organisation',
    list: 'ownRecord',
    schema: ownRecordSchema,
    items,
    labelOfItem: ({ item }) => context.nameOf('organisations', item.organisation),
    columns: [...by('plannedByYear', 'Planned'), ...by('achievedByYear', 'Achieved'), ...by('recurrentByYear', 'Of it recurrent')],
    empty: 'No record yet. Three years of what was planned and achieved say more than any national figure.',
  });
}

/** The base year and the two before it. */
function pastYears({ scenario }: SheetContext): readonly string[] {
  const start = Number(scenario.baseYear.slice(0, 4));
  if (!Number.isInteger(start)) return [];
  return [start - 2, start - 1, start].map((year) => `${String(year)}/${String((year + 1) % 100).padStart(2, '0')}`);
}

/** Questions that were answered with a reason. */
export function keptSheet(context: SheetContext): Sheet {
  type Kept = NonNullable<Scenario['keptAssumptions']>[number];
  const column = (name: string, label: string, width: number) =>
    fieldColumn<Kept>(context, { list: 'keptAssumptions', name }, { label, width });
  return listSheet(context, {
    id: 'keptAssumptions',
    label: 'Kept, with reason',
    rowHeading: 'Question',
    list: 'keptAssumptions',
    items: context.scenario.keptAssumptions ?? [],
    labelOfItem: ({ item }) => item.question,
    columns: [
      column('question', 'Question', 200),
      column('reason', 'Reason', 320),
      column('owner', 'Owner', 140),
      column('date', 'Date', 90),
    ],
    empty: 'Nothing was kept with a reason yet. The Realism screen asks.',
  });
}

import { ZERO, sum, type Decimal } from '../../../../shared/money/decimal.ts';
import { named } from '../../../../shared/outcomes/shown-figures.ts';
import { figure, wholeOf } from '../../../../shared/engine/frame.ts';
import type { CapitalOutcome } from '../../../../shared/engine/capital.ts';
import type { Placed } from '../../../../shared/scenario/places.ts';
import type { CapitalScheme, Scenario } from '../../../../shared/scenario/schema.ts';
import { labelOf } from '../../../../shared/scenario/vocabulary.ts';
import { capitalSchema, envelopeSchema } from '../../../../shared/scenario/schema.ts';
import type { RowMark, Sheet, SheetCell, SheetRow } from '../../../components/grid/sheet.ts';
import { moneyCell, monthCell, percentCell, wordsCell } from './derived.ts';
import { fieldCell, NONE } from './field-cell.ts';
import { fieldsOfItem } from './shape.ts';
import { shortYear, type SheetContext } from './sheet-context.ts';
import { columnsOf, fieldColumn, growth, itemRow, listSheet, yearColumns, yearsNeeded, type Column } from './table.ts';

const LIST = 'capital';
type Envelope = Scenario['capitalEnvelopes'][number];

function outturnOf({ results }: SheetContext, { id }: CapitalScheme): Decimal | undefined {
  return results.projection.capital.funding.plans.get(id)?.total;
}

function outturnCell(context: SheetContext, { item }: Placed<CapitalScheme>): SheetCell {
  const total = outturnOf(context, item);
  return total === undefined ? wordsCell('n/a') : moneyCell(context, named(`capital.${item.id}.outturn`, total));
}

function biasCell(context: SheetContext, at: Placed<CapitalScheme>, name: string): SheetCell {
  const part = fieldsOfItem(LIST, at.item).find((field) => field.name === 'optimismBias');
  const field = part?.shape.kind === 'part' ? part.shape.fields.find((each) => each.name === name) : undefined;
  if (field === undefined) return NONE;
  return fieldCell(context, { path: `${at.path}.optimismBias.${name}`, holder: at.item.optimismBias ?? {}, field });
}

/** When a scheme opens once it has slipped; none where it is not funded. */
function opensCell(context: SheetContext, { item }: Placed<CapitalScheme>): SheetCell {
  if (!context.results.projection.capital.funding.funded.has(item.id)) return wordsCell('no date');
  return monthCell(context, wholeOf(item.operationalMonth) + wholeOf(item.slippageMonths));
}

function testCell({ results }: SheetContext, { item }: Placed<CapitalScheme>): SheetCell {
  const { funded, refusals, plans } = results.projection.capital.funding;
  if (!plans.has(item.id)) return wordsCell('not computed');
  const path = `capital.${item.id}.funded`;
  return funded.has(item.id) ? wordsCell('funded', path) : wordsCell(`not funded: ${refusals.get(item.id) ?? ''}`, path);
}

function lockOf({ results }: SheetContext, { id }: CapitalScheme): readonly RowMark[] {
  const refusal = results.projection.capital.funding.refusals.get(id);
  return refusal === undefined ? [] : [{ icon: 'lock', text: `Not funded: ${refusal}` }];
}

function totalRow(context: SheetContext, columns: readonly Column<CapitalScheme>[]): SheetRow {
  const total = sum(context.scenario.capital.map((item) => outturnOf(context, item) ?? ZERO));
  const cells = columns.map(({ id }) => (id === 'outturn' ? moneyCell(context, named('capital.outturn', total), { figure: null }) : NONE));
  return { key: 'total', label: 'All capital', level: 0, kind: 'total', cells };
}

function footOutturn({ results, scenario, figures }: SheetContext): void {
  const { projection } = results;
  const leaves = scenario.capital.flatMap(({ id }) => {
    const plan = projection.capital.funding.plans.get(id);
    return plan === undefined ? [] : [named(`capital.${id}.outturn`, plan.total)];
  });
  const total = named('capital.outturn', sum(leaves.map(({ amount }) => amount)));
  if (leaves.length > 0) figures.register.foot({ total, leaves }, figures.step);
}

/** Capital: what each scheme costs with optimism bias, when it opens, in which order it is funded, and whether the money is there (model-spec §6). */
export function capitalSheet(context: SheetContext): Sheet {
  footOutturn(context);
  const column = (name: string, heading: { label: string; width: number; unit?: string; align?: 'left' | 'right' }) =>
    fieldColumn<CapitalScheme>(context, { list: LIST, name }, heading);
  const base: Column<CapitalScheme> = {
    id: 'base',
    label: 'Base',
    unit: context.unit,
    width: 62,
    align: 'right',
    cell: ({ item, key }) => {
      const amount = sum(Object.values(item.baseCostByYear).map(figure));
      return moneyCell(context, { id: `capital.${key}.base`, amount }, { figure: null });
    },
  };
  const columns: Column<CapitalScheme>[] = [
    column('organisation', { label: 'Owner', width: 112 }),
    base,
    { id: 'bias', label: 'Bias', unit: '%', width: 52, align: 'right', cell: (at) => biasCell(context, at, 'upperBound') },
    { id: 'mitigation', label: 'Mitigated', unit: '%', width: 74, align: 'right', cell: (at) => biasCell(context, at, 'mitigation') },
    { id: 'outturn', label: 'Outturn', unit: context.unit, width: 64, align: 'right', cell: (at) => outturnCell(context, at) },
    column('operationalMonth', { label: 'Planned', width: 76, align: 'right' }),
    column('slippageMonths', { label: 'Slips', unit: 'months', width: 56, align: 'right' }),
    { id: 'opens', label: 'Opens', width: 72, align: 'left', cell: (at) => opensCell(context, at) },
    column('priority', { label: 'Rank', width: 48, align: 'right' }),
    { id: 'test', label: 'Funding test', width: 176, align: 'left', cell: (at) => testCell(context, at) },
  ];
  const rows = context
    .place(LIST, context.scenario.capital)
    .map((at) => itemRow(context, { list: LIST, at, level: 0, columns, marks: lockOf(context, at.item) }));
  return {
    id: 'capital',
    label: 'Capital schemes',
    rowHeading: 'Scheme',
    labelWidth: 160,
    columns: columnsOf(columns),
    rows: rows.length === 0 ? [] : [...rows, totalRow(context, columns)],
    empty: 'No capital scheme yet. Ctrl+Enter adds one.',
    ...growth(context, { list: LIST, columns, level: 0, schema: capitalSchema }),
  };
}

/** What a scheme is and how it is paid for, beyond what the funding test asks. */
export function capitalTermsSheet(context: SheetContext): Sheet {
  const column = (name: string, heading: { label: string; width: number; unit?: string; align?: 'left' | 'right' }) =>
    fieldColumn<CapitalScheme>(context, { list: LIST, name }, heading);
  return listSheet(context, {
    id: 'capital.terms',
    label: 'Assets, loans and approval',
    rowHeading: 'Scheme',
    list: LIST,
    schema: capitalSchema,
    items: context.scenario.capital,
    columns: [
      column('assetClass', { label: 'Asset', width: 92 }),
      column('lifeYears', { label: 'Life', unit: 'years', width: 60, align: 'right' }),
      column('runningCostPerYear', { label: 'Running cost', unit: `${context.unit} a year`, width: 92, align: 'right' }),
      column('loanRate', { label: 'Loan rate', unit: '%', width: 72, align: 'right' }),
      column('loanTermYears', { label: 'Term', unit: 'years', width: 60, align: 'right' }),
      column('approval', { label: 'Approval', width: 92 }),
      column('approvalChance', { label: 'Chance', unit: '%', width: 66, align: 'right' }),
      column('regime', { label: 'Regime', width: 82 }),
    ],
    empty: 'No capital scheme yet.',
  });
}

/** Spend by year: as entered, and as it falls with optimism bias and slippage. */
export function spendSheet(context: SheetContext): Sheet {
  const items = context.scenario.capital;
  const years = yearsNeeded(
    context,
    'base year',
    items.map((item) => item.baseCostByYear),
  );
  const spent = context.years.map((label, year): Column<CapitalScheme> => ({
    id: `spend.${label}`,
    label: shortYear(label),
    group: `Spend, ${context.unit}`,
    width: 60,
    align: 'right',
    cell: ({ item }) => {
      const outcome = context.results.projection.capital.schemes.get(item.id);
      if (outcome === undefined) return wordsCell('n/a');
      return moneyCell(context, named(`capital.${item.id}.spend.${label}`, outcome.spend[year]));
    },
  }));
  return listSheet(context, {
    id: 'capital.spend',
    label: 'Capital spend by year',
    rowHeading: 'Scheme',
    list: LIST,
    schema: capitalSchema,
    items,
    columns: [
      ...yearColumns<CapitalScheme>(
        context,
        { list: LIST, name: 'baseCostByYear', years },
        { width: 64, group: `Base cost, ${context.unit}` },
      ),
      ...spent,
    ],
    empty: 'No capital scheme yet.',
  });
}

const CHARGES = [
  ['depreciation', 'Depreciation'],
  ['pdcDividend', 'PDC dividend'],
  ['loanInterest', 'Loan interest'],
  ['minimumRevenueProvision', 'Minimum revenue provision'],
  ['runningCost', 'Running cost'],
  ['unitaryCharge', 'Unitary charge'],
  ['impairment', 'Impairment'],
] as const satisfies readonly (readonly [keyof CapitalOutcome, string])[];

/** The charges that each scheme brings to its owner, by year; the saver is often somebody else (model-spec §6.5). */
export function chargesSheet(context: SheetContext): Sheet {
  const { capital } = context.results.projection;
  const columns = context.years.slice(1).map((label) => ({ id: label, label: shortYear(label), width: 78, align: 'right' as const }));
  const rows = context.place(LIST, context.scenario.capital).flatMap(({ item, path, key }): SheetRow[] => {
    const outcome = capital.schemes.get(item.id);
    const heading: SheetRow = {
      key: path,
      label: `${item.name}, charged to ${context.nameOf('organisations', item.organisation)}`,
      level: 0,
      kind: 'heading',
      item: { list: LIST, key },
      cells: columns.map(() => NONE),
    };
    if (outcome === undefined) return [heading];
    const charges = CHARGES.filter(([name]) => outcome[name].some((amount) => !amount.isZero()));
    return [heading, ...charges.map(([name, label]) => chargeRow(context, { id: item.id, outcome, name, label }))];
  });
  return {
    id: 'capital.charges',
    label: 'Charges by year',
    rowHeading: `Charge, ${context.unit}`,
    columns,
    rows,
    empty: 'No capital scheme yet.',
  };
}

type Charge = { readonly id: string; readonly outcome: CapitalOutcome; readonly name: (typeof CHARGES)[number][0]; readonly label: string };

function chargeRow(context: SheetContext, { id, outcome, name, label }: Charge): SheetRow {
  const cells = context.years
    .slice(1)
    .map((year, index) => moneyCell(context, named(`capital.${id}.${name}.${year}`, outcome[name][index + 1])));
  return { key: `capital.${id}.${name}`, label, level: 1, kind: 'computed', cells };
}

/** Envelopes by source and year, with what is asked, granted and left of each (model-spec §6.4). */
export function envelopesSheet(context: SheetContext): Sheet {
  const items = context.scenario.capitalEnvelopes;
  const years = yearsNeeded(
    context,
    'base year',
    items.map((item) => item.amountByYear),
  );
  const source = (item: Envelope) => context.results.projection.capital.funding.sources.find((each) => each.source === item.source);
  const total = (id: string, label: string, of: (item: Envelope) => Decimal | undefined): Column<Envelope> => ({
    id,
    label,
    group: `All years, ${context.unit}`,
    width: 70,
    align: 'right',
    cell: ({ item }) => {
      const amount = of(item);
      return amount === undefined
        ? wordsCell('–')
        : moneyCell(context, named(`capital.sources.${item.source}.${id}`, amount), { figure: null });
    },
  });
  const added = (amounts: readonly Decimal[] | undefined): Decimal | undefined => (amounts === undefined ? undefined : sum(amounts));
  return listSheet(context, {
    id: 'capitalEnvelopes',
    label: 'Envelopes and headroom by source',
    rowHeading: 'Source',
    list: 'capitalEnvelopes',
    schema: envelopeSchema,
    items,
    labelOfItem: ({ item }) => labelOf(item.source),
    columns: [
      fieldColumn<Envelope>(context, { list: 'capitalEnvelopes', name: 'source' }, { label: 'Source', width: 130 }),
      ...yearColumns<Envelope>(
        context,
        { list: 'capitalEnvelopes', name: 'amountByYear', years },
        { width: 62, group: `Envelope, ${context.unit}` },
      ),
      total('asked', 'Asked', (item) => added(source(item)?.asked)),
      total('funded', 'Funded', (item) => added(source(item)?.funded)),
      total('headroom', 'Headroom', (item) => {
        const held = source(item);
        return held?.envelope === undefined ? undefined : sum(held.envelope).minus(sum(held.funded));
      }),
      {
        id: 'over',
        label: 'Over-programmed',
        width: 92,
        align: 'right',
        cell: ({ item }) => percentCell(source(item)?.overProgramming, `capital.sources.${item.source}.overProgramming`),
      },
      fieldColumn<Envelope>(context, { list: 'capitalEnvelopes', name: 'note' }, { label: 'Note', width: 180 }),
    ],
    empty: 'No envelope yet, so every source is without limit. Ctrl+Enter adds one.',
  });
}

/** Headroom of each source at the end of each year: computed. */
export function headroomSheet(context: SheetContext): Sheet {
  const { sources } = context.results.projection.capital.funding;
  const columns = context.years.map((label) => ({ id: label, label: shortYear(label), width: 84, align: 'right' as const }));
  const rows = sources.map(({ source, envelope, funded }): SheetRow => {
    let left = ZERO;
    const cells = context.years.map((label, year) => {
      if (envelope === undefined) return wordsCell('no limit');
      left = left.plus(envelope[year] ?? ZERO).minus(funded[year] ?? ZERO);
      return moneyCell(context, named(`capital.sources.${source}.headroom.${label}`, left));
    });
    return { key: source, label: labelOf(source), level: 0, kind: 'computed', cells };
  });
  return {
    id: 'capital.headroom',
    label: 'Headroom by source and year',
    rowHeading: `Left at the year’s end, ${context.unit}`,
    columns,
    rows,
    empty: 'No source of capital is named yet.',
  };
}

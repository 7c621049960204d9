import type { Decimal } from '../../../../shared/money/decimal.ts';
import { named } from '../../../../shared/outcomes/shown-figures.ts';
import { publishedComparisons } from '../../../../shared/outcomes/published.ts';
import type { RiskShare, Scenario, Support } from '../../../../shared/scenario/schema.ts';
import {
  controlTotalSchema,
  publishedFigureSchema,
  reservesSchema,
  riskShareSchema,
  supportSchema,
} from '../../../../shared/scenario/schema.ts';
import type { Sheet, SheetCell } from '../../../components/grid/sheet.ts';
import { moneyCell, wordsCell } from './derived.ts';
import { shortYear, type SheetContext } from './sheet-context.ts';
import { fieldColumn, listSheet, yearColumns, yearsNeeded, type Column } from './table.ts';

type ControlTotal = Scenario['controlTotals'][number];
type Reserves = Scenario['reserves'][number];
type Published = Scenario['publishedFigures'][number];

function byYear<T>(
  context: SheetContext,
  { id, group, width = 66, of }: { id: string; group: string; width?: number; of: (item: T, year: number) => SheetCell },
): Column<T>[] {
  return context.years.slice(1).map((label, index) => ({
    id: `${id}.${label}`,
    label: shortYear(label),
    group: `${group}, ${context.unit}`,
    width,
    align: 'right',
    cell: ({ item }) => of(item, index + 1),
  }));
}

function money(context: SheetContext, path: string, amount: Decimal | undefined, year: number): SheetCell {
  return amount === undefined ? wordsCell('–') : moneyCell(context, named(`${path}.${context.years[year] ?? ''}`, amount));
}

/** Agreements that share what members are ahead or behind (model-spec §9.1). */
export function riskSharesSheet(context: SheetContext): Sheet {
  const list = 'riskShares';
  const column = fieldColumn<RiskShare>;
  return listSheet(context, {
    id: list,
    label: 'Risk shares',
    rowHeading: 'Agreement',
    list,
    schema: riskShareSchema,
    items: context.scenario.riskShares,
    columns: [
      { id: 'participants', label: 'Members', width: 66, align: 'right', cell: ({ item }) => wordsCell(String(item.participants.length)) },
      column(context, { list, name: 'inScopeShare', stands: () => '100%' }, { label: 'In scope', unit: '%', width: 66, align: 'right' }),
      column(
        context,
        { list, name: 'deadBand', stands: () => 'none' },
        { label: 'Dead-band', unit: context.unit, width: 78, align: 'right' },
      ),
      column(context, { list, name: 'cap', stands: () => 'no cap' }, { label: 'Cap', unit: context.unit, width: 66, align: 'right' }),
      column(context, { list, name: 'legalRoute' }, { label: 'Legal route', width: 150 }),
      ...byYear<RiskShare>(context, {
        id: 'pool',
        group: 'Shared',
        of: (item, year) =>
          money(context, `riskShares.${item.id}.pool`, context.results.projection.settlement.riskShares.get(item.id)?.[year]?.pool, year),
      }),
    ],
    empty: 'No risk share: each member carries its own position.',
  });
}

/** Support (STF or PSF): allocation by year, and what of it is earned (model-spec §9.2). */
export function supportSheet(context: SheetContext): Sheet {
  const list = 'support';
  const items = context.scenario.support;
  const column = fieldColumn<Support>;
  const years = yearsNeeded(
    context,
    'first year',
    items.map((item) => item.allocationByYear),
  );
  const achieved = yearsNeeded(
    context,
    'first year',
    items.map((item) => item.accessAchievedByYear),
  );
  return listSheet(context, {
    id: list,
    label: 'Support, STF or PSF',
    rowHeading: 'Organisation',
    list,
    schema: supportSchema,
    items,
    labelOfItem: ({ item }) => context.nameOf('organisations', item.organisation),
    columns: [
      column(context, { list, name: 'organisation' }, { label: 'Organisation', width: 120 }),
      ...yearColumns<Support>(context, { list, name: 'allocationByYear', years }, { width: 60, group: `Allocation, ${context.unit}` }),
      column(context, { list, name: 'financeShare', stands: () => '70%' }, { label: 'Finance', unit: '%', width: 60, align: 'right' }),
      column(context, { list, name: 'accessShare', stands: () => '30%' }, { label: 'Access', unit: '%', width: 60, align: 'right' }),
      ...yearColumns<Support>(context, { list, name: 'accessAchievedByYear', years: achieved }, { width: 60, group: 'Access achieved, %' }),
      ...byYear<Support>(context, {
        id: 'earned',
        group: 'Earned',
        of: (item, year) =>
          money(context, `support.${item.id}.earned`, context.results.projection.settlement.support.get(item.id)?.[year]?.earned, year),
      }),
    ],
    empty: 'No support is planned.',
  });
}

/** Control totals by organisation and year, with what each is ahead or behind. */
export function controlTotalsSheet(context: SheetContext): Sheet {
  const list = 'controlTotals';
  const items = context.scenario.controlTotals;
  const column = fieldColumn<ControlTotal>;
  const years = yearsNeeded(
    context,
    'first year',
    items.map((item) => item.amountByYear),
  );
  const outcome = (id: string) => context.figures.organisations.find((each) => each.id === id);
  return listSheet(context, {
    id: list,
    label: 'Control totals',
    rowHeading: 'Organisation',
    list,
    schema: controlTotalSchema,
    items,
    labelOfItem: ({ item }) => context.nameOf('organisations', item.organisation),
    columns: [
      column(context, { list, name: 'organisation' }, { label: 'Organisation', width: 130 }),
      column(context, { list, name: 'basis' }, { label: 'Basis', width: 90 }),
      ...yearColumns<ControlTotal>(context, { list, name: 'amountByYear', years }, { width: 66, group: `Control total, ${context.unit}` }),
      ...byYear<ControlTotal>(context, {
        id: 'variance',
        group: 'fav/(adv)',
        of: ({ organisation }, year) =>
          money(context, `organisations.${organisation}.variance`, outcome(organisation)?.variance[year], year),
      }),
      column(context, { list, name: 'note' }, { label: 'Note', width: 180 }),
    ],
    empty: 'No control total yet.',
  });
}

/** Reserves of councils, what they are used for, and what must still be found (model-spec §9.3). */
export function reservesSheet(context: SheetContext): Sheet {
  const list = 'reserves';
  const column = fieldColumn<Reserves>;
  const held = (id: string, year: number) => context.results.projection.settlement.reserves.get(id)?.[year];
  return listSheet(context, {
    id: list,
    label: 'Reserves',
    rowHeading: 'Council',
    list,
    schema: reservesSchema,
    items: context.scenario.reserves,
    labelOfItem: ({ item }) => context.nameOf('organisations', item.organisation),
    columns: [
      column(context, { list, name: 'organisation' }, { label: 'Council', width: 130 }),
      column(context, { list, name: 'opening' }, { label: 'Opening', unit: context.unit, width: 72, align: 'right' }),
      column(context, { list, name: 'minimum' }, { label: 'Least', unit: context.unit, width: 72, align: 'right' }),
      ...byYear<Reserves>(context, {
        id: 'closing',
        group: 'Reserves at the year’s end',
        of: ({ organisation }, year) => money(context, `councils.${organisation}.reservesClosing`, held(organisation, year)?.closing, year),
      }),
      ...byYear<Reserves>(context, { id: 'mitigation', group: 'Must still find', of: (item, year) => mitigationCell(context, item, year) }),
    ],
    empty: 'No reserves are entered.',
  });
}

function mitigationCell(context: SheetContext, { organisation }: Reserves, year: number): SheetCell {
  const amount = context.results.projection.settlement.reserves.get(organisation)?.[year]?.requiredMitigation;
  if (amount === undefined) return wordsCell('–');
  const id = `councils.${organisation}.requiredMitigation.${context.years[year] ?? ''}`;
  return moneyCell(context, named(id, amount), amount.isZero() ? {} : { meaning: 'attention' });
}

/** Figures published elsewhere beside what this comes to; nothing is forced to meet them. */
export function publishedSheet(context: SheetContext): Sheet {
  const list = 'publishedFigures';
  const column = fieldColumn<Published>;
  const { projection, outcomes } = context.results;
  const found = publishedComparisons(projection, outcomes);
  return listSheet(context, {
    id: list,
    label: 'Published figures',
    rowHeading: 'Figure',
    list,
    schema: publishedFigureSchema,
    items: context.scenario.publishedFigures,
    columns: [
      column(context, { list, name: 'measure' }, { label: 'Measure', width: 130 }),
      column(context, { list, name: 'organisation' }, { label: 'Of', width: 130 }),
      column(context, { list, name: 'year' }, { label: 'Year', width: 84 }),
      column(context, { list, name: 'amount' }, { label: 'Published', unit: context.unit, width: 84, align: 'right' }),
      {
        id: 'here',
        label: 'Here',
        unit: context.unit,
        width: 84,
        align: 'right',
        cell: ({ item }) => {
          const here = found.find(({ id }) => id === item.id)?.computed ?? null;
          if (here === null) return wordsCell('n/a');
          return moneyCell(context, named(`publishedFigures.${item.id}.here`, here), { figure: null, meaning: 'outcome' });
        },
      },
      column(context, { list, name: 'note' }, { label: 'Note', width: 180 }),
    ],
    empty: 'No published figure to hold this against.',
  });
}

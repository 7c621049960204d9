import { ZERO } from '../../../../shared/money/decimal.ts';
import type { Series } from '../../../../shared/scenario/schema.ts';
import type { Placed } from '../../../../shared/scenario/places.ts';
import { seriesSchema } from '../../../../shared/scenario/schema.ts';
import type { Sheet, SheetCell, SheetRow } from '../../../components/grid/sheet.ts';
import { percentCell, wordsCell } from './derived.ts';
import { fieldCell, yearCell } from './field-cell.ts';
import { fieldsOfItem, SCENARIO_FIELDS } from './shape.ts';
import { shortYear, type SheetContext } from './sheet-context.ts';
import { fieldColumn, listSheet, yearsNeeded, type Column } from './table.ts';

const LIST = 'series';

/** The rate of a year: entered, or computed out of other series. */
function rateCell(context: SheetContext, { item, path }: Placed<Series>, label: string): SheetCell {
  if (item.kind !== 'RATES') {
    const year = context.years.indexOf(label);
    const rate = context.results.projection.series.rateOf(item.id)[year] ?? ZERO;
    return percentCell(rate, `series.${item.id}.${label}`);
  }
  const field = fieldsOfItem(LIST, item).find(({ name }) => name === 'rateByYear');
  return field === undefined ? { kind: 'none' } : yearCell(context, { path: `${path}.rateByYear`, holder: item, field }, label);
}

/** Where the rates of a series come from, where they all come from one place. */
function sourceCell(context: SheetContext, { item }: Placed<Series>): SheetCell {
  if (item.kind === 'COMPOUND') return wordsCell(item.of.map((id) => context.nameOf('series', id)).join(' and '));
  if (item.kind === 'TARIFF')
    return wordsCell(`${context.nameOf('series', item.costUplift)} less ${context.nameOf('series', item.efficiencyFactor)}`);
  const sources = new Set(Object.values(item.rateByYear).map(({ source }) => source ?? ''));
  const [only] = sources;
  return wordsCell(sources.size > 1 ? 'several sources' : (only ?? ''));
}

/** Growth: rates by year with their source; series that are made of others are computed (model-spec §4). */
export function seriesSheet(context: SheetContext): Sheet {
  const { series } = context.scenario;
  const years = yearsNeeded(
    context,
    'first year',
    series.map((item) => (item.kind === 'RATES' ? item.rateByYear : {})),
  );
  const rates = years.map((label): Column<Series> => ({
    id: label,
    label: shortYear(label),
    group: 'Growth, % a year',
    width: 62,
    align: 'right',
    cell: (at) => rateCell(context, at, label),
  }));
  return listSheet(context, {
    id: 'series',
    label: 'Growth series',
    rowHeading: 'Series',
    list: LIST,
    schema: seriesSchema,
    items: series,
    columns: [
      fieldColumn<Series>(context, { list: LIST, name: 'kind' }, { label: 'Kind', width: 88 }),
      ...rates,
      { id: 'source', label: 'Source or made of', width: 260, align: 'left', cell: (at) => sourceCell(context, at) },
      fieldColumn<Series>(context, { list: LIST, name: 'note' }, { label: 'Note', width: 200 }),
    ],
    empty: 'No growth series yet. Ctrl+Enter adds one.',
  });
}

/** Prices of the whole economy, by which amounts of one year are compared with those of another (model-spec §1.3). */
export function deflatorSheet(context: SheetContext): Sheet {
  const { deflator } = context.scenario;
  const part = SCENARIO_FIELDS.find(({ name }) => name === 'deflator');
  const fields = part?.shape.kind === 'part' ? part.shape.fields : [];
  const years = yearsNeeded(context, 'first year', [deflator.rateByYear]);
  const rows = fields.map((field): SheetRow => {
    const path = `deflator.${field.name}`;
    const isByYear = field.shape.kind === 'inputs';
    const cells = years.map((year, index): SheetCell => {
      if (isByYear) return yearCell(context, { path, holder: deflator, field }, year);
      return index === 0 ? fieldCell(context, { path, holder: deflator, field }) : { kind: 'none' };
    });
    return { key: path, label: isByYear ? 'GDP deflator, % a year' : 'Vintage', level: 0, kind: 'item', cells };
  });
  return {
    id: 'deflator',
    label: 'GDP deflator',
    rowHeading: 'Prices',
    columns: years.map((year) => ({ id: year, label: shortYear(year), width: 110, align: 'right' })),
    rows,
    empty: '',
  };
}

import { ONE } from '../../../../shared/money/decimal.ts';
import type { DeclaredPair, Pool, Scenario } from '../../../../shared/scenario/schema.ts';
import { declaredPairSchema, implementationSchema, poolSchema, programmeSchema } from '../../../../shared/scenario/schema.ts';
import type { Sheet } from '../../../components/grid/sheet.ts';
import { moneyAt, percentCell, wordsCell } from './derived.ts';
import { shortYear, type SheetContext } from './sheet-context.ts';
import { fieldColumn, listSheet, yearColumns, yearsNeeded, type Column } from './table.ts';

type Programme = Scenario['programmes'][number];
type Implementation = Scenario['implementation'][number];

/** What of its pool each scheme is left with, by year: the factor by which the overlap shrinks them (model-spec §5.4). */
function poolYears(context: SheetContext, what: 'amount' | 'factor'): Column<Pool>[] {
  return context.years.slice(1).map((label, index) => ({
    id: `${what}.${label}`,
    label: shortYear(label),
    group: what === 'amount' ? `Pool, ${context.unit}` : 'Counts of what is asked, %',
    width: 66,
    align: 'right',
    cell: ({ item }) => {
      const years = context.results.projection.savings.pools.get(item.id);
      if (years === undefined) return wordsCell('n/a');
      if (what === 'factor') return percentCell(years[index + 1]?.factor ?? ONE, `pools.${item.id}.factor.${label}`);
      return moneyAt(context, { path: `pools.${item.id}.amount`, amounts: years.map(({ pool }) => pool), year: index + 1 });
    },
  }));
}

/** Costs that several schemes act on. */
export function poolsSheet(context: SheetContext): Sheet {
  return listSheet(context, {
    id: 'pools',
    label: 'Cost pools',
    rowHeading: 'Pool',
    list: 'pools',
    schema: poolSchema,
    items: context.scenario.pools,
    columns: [
      fieldColumn<Pool>(context, { list: 'pools', name: 'kind' }, { label: 'Made of', width: 84 }),
      fieldColumn<Pool>(context, { list: 'pools', name: 'share' }, { label: 'Share', unit: '%', width: 64, align: 'right' }),
      ...poolYears(context, 'amount'),
      ...poolYears(context, 'factor'),
    ],
    empty: 'No pool yet. A pool keeps two schemes from saving the same pound.',
  });
}

/** Two schemes that claim part of the same saving. */
export function pairsSheet(context: SheetContext): Sheet {
  const column = fieldColumn<DeclaredPair>;
  return listSheet(context, {
    id: 'declaredPairs',
    label: 'Declared pairs',
    rowHeading: 'Pair',
    list: 'declaredPairs',
    schema: declaredPairSchema,
    items: context.scenario.declaredPairs,
    columns: [
      column(context, { list: 'declaredPairs', name: 'first' }, { label: 'One scheme', width: 190 }),
      column(context, { list: 'declaredPairs', name: 'second' }, { label: 'The other', width: 190 }),
      column(
        context,
        { list: 'declaredPairs', name: 'sharedShare' },
        { label: 'Both claim', unit: '% of the smaller', width: 110, align: 'right' },
      ),
      column(context, { list: 'declaredPairs', name: 'note' }, { label: 'Note', width: 220 }),
    ],
    empty: 'No pair declared. Declare one where two schemes claim part of the same saving.',
  });
}

/** Groups of schemes, with who answers for each. */
export function programmesSheet(context: SheetContext): Sheet {
  const { scenario } = context;
  const members = (id: string): number =>
    [scenario.savings, scenario.capital, scenario.shifts, scenario.prevention].flat().filter((scheme) => scheme.programme === id).length;
  const column = fieldColumn<Programme>;
  return listSheet(context, {
    id: 'programmes',
    label: 'Programmes',
    rowHeading: 'Programme',
    list: 'programmes',
    schema: programmeSchema,
    items: scenario.programmes,
    columns: [
      column(context, { list: 'programmes', name: 'owner' }, { label: 'Owner', width: 180 }),
      column(context, { list: 'programmes', name: 'source' }, { label: 'Source', width: 220 }),
      { id: 'schemes', label: 'Schemes', width: 72, align: 'right', cell: ({ item }) => wordsCell(String(members(item.id))) },
    ],
    empty: 'No programme yet. A programme groups savings, capital, shifts and prevention.',
  });
}

/** What change costs apart from any scheme, by organisation and year. */
export function implementationSheet(context: SheetContext): Sheet {
  const items = context.scenario.implementation;
  const years = yearsNeeded(
    context,
    'first year',
    items.map((item) => item.amountByYear),
  );
  return listSheet(context, {
    id: 'implementation',
    label: 'Implementation costs',
    rowHeading: 'Cost',
    list: 'implementation',
    schema: implementationSchema,
    items,
    columns: [
      fieldColumn<Implementation>(context, { list: 'implementation', name: 'organisation' }, { label: 'Paid by', width: 170 }),
      ...yearColumns<Implementation>(
        context,
        { list: 'implementation', name: 'amountByYear', years },
        { width: 72, group: `Cost, ${context.unit}` },
      ),
    ],
    empty: 'No implementation cost apart from those of schemes.',
  });
}

import type { PreventionScheme } from '../../../../shared/scenario/schema.ts';
import type { PreventionOutcome } from '../../../../shared/engine/prevention.ts';
import { named } from '../../../../shared/outcomes/shown-figures.ts';
import type { Decimal } from '../../../../shared/money/decimal.ts';
import { preventionSchema } from '../../../../shared/scenario/schema.ts';
import type { Sheet } from '../../../components/grid/sheet.ts';
import { moneyCell, wordsCell } from './derived.ts';
import { shortYear, type SheetContext } from './sheet-context.ts';
import { fieldColumn, listSheet, type Column } from './table.ts';

const LIST = 'prevention';

function byYear(
  context: SheetContext,
  { name, group, of }: { name: string; group: string; of: (outcome: PreventionOutcome) => readonly Decimal[] },
): Column<PreventionScheme>[] {
  return context.years.slice(1).map((label, index) => ({
    id: `${name}.${label}`,
    label: shortYear(label),
    group: `${group}, ${context.unit}`,
    width: 58,
    align: 'right',
    cell: ({ item }) => {
      const outcome = context.results.projection.prevention.get(item.id);
      return outcome === undefined
        ? wordsCell('n/a')
        : moneyCell(context, named(`prevention.${item.id}.${name}.${label}`, of(outcome)[index + 1]));
    },
  }));
}

/** Prevention: what is spent now, what it brings later, and what of that is cash inside the horizon (model-spec §8). */
export function preventionSheet(context: SheetContext): Sheet {
  const after: Column<PreventionScheme> = {
    id: 'after',
    label: 'After the horizon',
    unit: context.unit,
    width: 104,
    align: 'right',
    cell: ({ item }) => {
      const outcome = context.results.projection.prevention.get(item.id);
      return outcome === undefined
        ? wordsCell('n/a')
        : moneyCell(context, named(`prevention.${item.id}.cashAfterHorizon`, outcome.cashAfterHorizon));
    },
  };
  return listSheet(context, {
    id: LIST,
    label: 'Prevention schemes',
    rowHeading: 'Scheme',
    labelWidth: 150,
    list: LIST,
    schema: preventionSchema,
    items: context.scenario.prevention,
    columns: [
      fieldColumn<PreventionScheme>(
        context,
        { list: LIST, name: 'cashReleasingShare', stands: () => '50%' },
        { label: 'Cash', unit: '%', width: 56, align: 'right' },
      ),
      ...byYear(context, { name: 'investment', group: 'Invested', of: (outcome) => outcome.investment }),
      ...byYear(context, { name: 'benefit', group: 'Benefit', of: (outcome) => outcome.benefit }),
      ...byYear(context, { name: 'cashReleasing', group: 'Of it cash', of: (outcome) => outcome.cashReleasing }),
      after,
    ],
    empty: 'No prevention scheme yet. Ctrl+Enter adds one.',
  });
}

import { hasCanonicalForm } from '../../../../shared/scenario/canonical.ts';
import { isInput, keysOf, type Placed } from '../../../../shared/scenario/places.ts';
import type { JsonObject } from '../../../../shared/scenario/strict-json.ts';
import { typedText } from '../../../components/grid/cell-text.ts';
import type { RowMark, Sheet, SheetCell, SheetColumn, SheetRow } from '../../../components/grid/sheet.ts';
import { listOf, newItem } from '../new-item.ts';
import { fieldCell, heldIn, kindCell, NONE, textOf, yearCell } from './field-cell.ts';
import { fieldsOfItem, kindsInList } from './shape.ts';
import { cellUnit, shortYear, type SheetContext } from './sheet-context.ts';
import { wordsCell } from './derived.ts';

/** A column of a table of items, with the cell that an item has in it. */
export type Column<T> = SheetColumn & { readonly cell: (at: Placed<T>) => SheetCell };
type Heading = Omit<SheetColumn, 'id' | 'align'> & { readonly align?: SheetColumn['align'] };

/** The column of a field of the items. Kinds of item that do not know the field have nothing there. */
export function fieldColumn<T extends object>(
  context: SheetContext,
  { list, name, stands }: { list: string; name: string; stands?: (item: T) => string | undefined },
  heading: Heading,
): Column<T> {
  return {
    id: name,
    align: 'left',
    ...heading,
    cell: ({ item, path }) => {
      if (name === 'kind' && kindsInList(list).length > 1) return kindCell(context, { path, holder: item, kinds: kindsInList(list) });
      const field = fieldsOfItem(list, item).find((each) => each.name === name);
      return field === undefined ? NONE : fieldCell(context, { path: `${path}.${name}`, holder: item, field, stands: stands?.(item) });
    },
  };
}

/** The years that a table by year needs: those that are planned, and any other that was entered, in order. */
export function yearsNeeded(context: SheetContext, from: 'base year' | 'first year', records: readonly object[]): readonly string[] {
  const planned = from === 'base year' ? context.years : context.years.slice(1);
  const entered = new Set(records.flatMap((record) => Object.keys(record)));
  return [...new Set([...planned, ...[...entered].sort()])].sort();
}

/** One column a year of a field that is entered by year. */
export function yearColumns<T extends object>(
  context: SheetContext,
  { list, name, years }: { list: string; name: string; years: readonly string[] },
  heading: Omit<Heading, 'label'>,
): readonly Column<T>[] {
  return years.map((year) => ({
    id: `${name}.${year}`,
    label: shortYear(year),
    align: 'right',
    ...heading,
    cell: ({ item, path }) => {
      const field = fieldsOfItem(list, item).find((each) => each.name === name);
      return field === undefined ? NONE : yearCell(context, { path: `${path}.${name}`, holder: item, field }, year);
    },
  }));
}

/** Low and high of a range beside its figure, in the unit of its column: "50 – 110". */
export function rangeCell(context: SheetContext, { holder, name }: { holder: object; name: string }): SheetCell {
  const held = heldIn(holder, name);
  if (!isInput(held) || held.range === undefined) return wordsCell('');
  const unit = cellUnit(held.unit, { field: name, shownIn: context.unit });
  return wordsCell(`${typedText(held.range.low, unit)} – ${typedText(held.range.high, unit)}`);
}

/** One sign for all that the rules say about an item. */
function marksOf(context: SheetContext, path: string): readonly RowMark[] {
  const problems = context.problemsOf(path);
  return problems.length === 0 ? [] : [{ icon: 'warn', text: problems.map(({ text }) => text).join(' ') }];
}

/** The row of an item: its name can be typed over, and it can be copied, moved and deleted. */
export function itemRow<T extends object>(context: SheetContext, { list, at, level, columns, label, marks }: ItemRow<T>): SheetRow {
  const hasName = typeof heldIn(at.item, 'name') === 'string';
  return {
    key: at.path,
    label: label ?? (hasName ? textOf(heldIn(at.item, 'name')) : at.subject),
    ...(hasName && label === undefined ? { labelPath: `${at.path}.name` } : {}),
    level,
    kind: 'item',
    item: { list, key: at.key },
    marks: marks === undefined || marks.length === 0 ? marksOf(context, at.path) : marks,
    cells: columns.map((column) => column.cell(at)),
  };
}

type ItemRow<T> = {
  readonly list: string;
  readonly at: Placed<T>;
  readonly level: number;
  readonly columns: readonly Column<T>[];
  readonly label?: string;
  readonly marks?: readonly RowMark[];
};

export function columnsOf<T>(columns: readonly Column<T>[]): readonly SheetColumn[] {
  return columns.map(({ id, label, group, unit, width, align }) => ({
    id,
    label,
    width,
    align,
    ...(group === undefined ? {} : { group }),
    ...(unit === undefined ? {} : { unit }),
  }));
}

/** What reads an item as its list will hold it, with what the schema gives by default. */
export type ItemSchema<T> = { readonly safeParse: (item: unknown) => { readonly data?: T | undefined } };

/** New items of a list, one after another, each made beside those before it. */
function newItems({ scenario }: SheetContext, list: string): (ordinal: number) => readonly JsonObject[] {
  const items = listOf(scenario, list);
  const added: JsonObject[] = [];
  return (ordinal) => {
    for (let count = added.length; count <= ordinal; count += 1) {
      const made = newItem(list, { scenario: { ...scenario, [list]: [...items, ...added] }, organisation: null });
      added.push(made.kind === 'made' ? made.item : {});
    }
    return added.slice(0, ordinal + 1);
  };
}

/** The rows that a table pasted past the last one brings: new items of the list. */
export function growth<T extends object>(
  context: SheetContext,
  { list, columns, level, schema }: { list: string; columns: readonly Column<T>[]; level: number; schema: ItemSchema<T> },
): Pick<Sheet, 'newRow'> {
  const items = listOf(context.scenario, list);
  const made = newItems(context, list);
  return {
    newRow: (label, ordinal) => {
      const added = made(ordinal);
      const plain = added.at(-1) ?? {};
      const item = label !== '' && 'name' in plain ? { ...plain, name: label } : plain;
      const key = keysOf([...items, ...added]).at(-1) ?? '';
      const path = `${list}.${key}`;
      const { data: held } = schema.safeParse(item);
      const cells = columns.map((column) =>
        held === undefined ? NONE : column.cell({ item: held, key, path, object: '', subject: label }),
      );
      const named = 'name' in item ? { labelPath: `${path}.name` } : {};
      const row: SheetRow = { key: path, label, ...named, level, kind: 'item', item: { list, key }, cells };
      // Inputs as they are held, so that the cells of the same paste find them.
      const whole: unknown = held;
      return { edit: { kind: 'addItem', list, position: items.length + ordinal, item: hasCanonicalForm(whole) ? whole : item }, row };
    },
  };
}

/** A table with one row for each item of a list, in the order of the list. */
export function listSheet<T extends object>(
  context: SheetContext,
  {
    id,
    label,
    rowHeading,
    list,
    items,
    columns,
    empty,
    labelOfItem,
    labelWidth,
    schema,
  }: {
    id: string;
    label: string;
    rowHeading: string;
    list: string;
    items: readonly T[];
    columns: readonly Column<T>[];
    empty: string;
    labelOfItem?: (at: Placed<T>) => string;
    labelWidth?: number;
    /** Given where the table takes new items. */
    schema?: ItemSchema<T>;
  },
): Sheet {
  const rows = context
    .place(list, items)
    .map((at) => itemRow(context, { list, at, level: 0, columns, ...(labelOfItem === undefined ? {} : { label: labelOfItem(at) }) }));
  return {
    id,
    label,
    rowHeading,
    columns: columnsOf(columns),
    rows,
    empty,
    ...(labelWidth === undefined ? {} : { labelWidth }),
    ...(schema === undefined ? {} : growth(context, { list, columns, level: 0, schema })),
  };
}

export type Group<T> = { readonly key: string; readonly label: string; readonly members: readonly Placed<T>[] };

/** Items under the organisation that each belongs to, organisations in the order of the scenario. */
export function byOrganisation<T>(
  context: SheetContext,
  placed: readonly Placed<T>[],
  organisationOf: (item: T) => string,
): readonly Group<T>[] {
  const order = [...new Set([...context.scenario.organisations.map(({ id }) => id), ...placed.map(({ item }) => organisationOf(item))])];
  return order.flatMap((key) => {
    const members = placed.filter(({ item }) => organisationOf(item) === key);
    return members.length === 0 ? [] : [{ key, label: context.nameOf('organisations', key), members }];
  });
}

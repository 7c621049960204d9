import { capitalised, fieldWords, nounOf } from '../../../../shared/scenario/labels.ts';
import { keysOf } from '../../../../shared/scenario/places.ts';
import { labelOf } from '../../../../shared/scenario/vocabulary.ts';
import type { Sheet, SheetCell, SheetColumn, SheetRow } from '../../../components/grid/sheet.ts';
import { DEFAULT_WORDS } from './default-words.ts';
import { wordsCell } from './derived.ts';
import { fieldCell, heldIn, inputCell, kindCell, nameCell, nextNameCell, NONE, textOf, yearCell } from './field-cell.ts';
import { newPart, wholePart } from './new-parts.ts';
import { fieldsOfItem, kindOf, kindsInList, type Field, type Kind } from './shape.ts';
import { cellUnit, isMonthOfYear, unitWords, type SheetContext } from './sheet-context.ts';
import { yearsNeeded } from './table.ts';

/* The detail of one item: every field that the schema gives it, one row each. What the tables of a section leave out is entered here. */

type Place = { readonly path: string; readonly holder: object; readonly list: string; readonly level: number };

/** A row of the detail: the unit stands with the label, since rows differ in it. */
function rowOf(key: string, row: { label: string; level: number; cell: SheetCell; unit?: string; item?: SheetRow['item'] }): SheetRow {
  const { level, cell, unit = '', item } = row;
  const label = unit === '' ? row.label : `${row.label}, ${unit}`;
  return { key, label, level, kind: 'item', cells: [cell], ...(item === undefined ? {} : { item }) };
}

function headingRow(key: string, label: string, level: number): SheetRow {
  return { key, label, level, kind: 'heading', cells: [NONE] };
}

function unitOf(context: SheetContext, field: Field): string {
  const { shape } = field;
  // A month counted from the base year stands as a month, "Apr 2019", and has no unit beside its label.
  if ('unit' in shape && isMonthOfYear(shape.unit, field.name)) return '';
  return 'unit' in shape ? unitWords(cellUnit(shape.unit, { field: field.name, shownIn: context.unit })) : '';
}

function labelOfField({ name }: Field): string {
  const words = name === 'kind' ? 'kind' : fieldWords(name);
  return capitalised(words === '' ? name : words);
}

/** The inputs of a field by year or by code, below a heading. */
function keyedRows(context: SheetContext, place: Place, field: Field): SheetRow[] {
  const { shape, name } = field;
  if (shape.kind !== 'inputs') return [];
  const path = `${place.path}.${name}`;
  const record = heldIn(place.holder, name);
  const held = typeof record === 'object' && record !== null ? record : {};
  const keys = shape.codes === 'years' ? yearsNeeded(context, BASE_YEAR_TOO.has(name) ? 'base year' : 'first year', [held]) : shape.codes;
  const level = place.level + 1;
  const rows = keys.map((key) => {
    const cell = yearCell(context, { path, holder: place.holder, field }, key);
    return rowOf(`${path}.${key}`, { label: shape.codes === 'years' ? key : labelOf(key), level, cell, unit: unitOf(context, field) });
  });
  return [headingRow(path, labelOfField(field), place.level), ...rows];
}

/** Fields of which the base year counts: what is spent, what lives there. */
const BASE_YEAR_TOO: ReadonlySet<string> = new Set(['baseCostByYear', 'populationByYear', 'amountByYear', 'unitaryChargeByYear']);

/** Names that a field lists, each in a row, and a blank row for the next. */
function nameRows(context: SheetContext, place: Place, field: Field): SheetRow[] {
  const held = heldIn(place.holder, field.name);
  const list: readonly unknown[] = Array.isArray(held) ? held : [];
  const at = { path: `${place.path}.${field.name}`, list, field: field.name };
  const label = labelOfField(field);
  const rows = list.map((_, index) =>
    rowOf(`${at.path}.#${String(index)}`, { label, level: place.level, cell: nameCell(context, at, index) }),
  );
  return [
    ...rows,
    rowOf(`${at.path}.next`, { label: list.length === 0 ? label : 'and', level: place.level, cell: nextNameCell(context, at) }),
  ];
}

/** Inputs in a row of places, as the benefit of each year after spending; the last place is blank and takes one more. */
function placeRows(context: SheetContext, place: Place, field: Field): SheetRow[] {
  const { shape } = field;
  if (shape.kind !== 'input list') return [];
  const path = `${place.path}.${field.name}`;
  const held = heldIn(place.holder, field.name);
  const list: readonly unknown[] = Array.isArray(held) ? held : [];
  const level = place.level + 1;
  const rows = list.map((content, index) => {
    const cell = inputCell(context, { path: `${path}.${String(index)}`, content, field, shape });
    return rowOf(`${path}.${String(index)}`, { label: `Year ${String(index + 1)}`, level, cell, item: { list: path, key: String(index) } });
  });
  const next: SheetCell = {
    kind: 'choice',
    path,
    chosen: '',
    choices: [{ value: '0', label: 'One more year' }],
    canBeBlank: true,
    onChoice: () => ({ kind: 'addItem', list: path, position: list.length, item: '0' }),
  };
  return [headingRow(path, labelOfField(field), place.level), ...rows, rowOf(`${path}.next`, { label: 'Next', level, cell: next })];
}

/** What a part of a list is called: its organisation or its source. */
function partName(context: SheetContext, item: object): string {
  const organisation = textOf(heldIn(item, 'organisation'));
  return organisation === '' ? labelOf(textOf(heldIn(item, 'source'))) : context.nameOf('organisations', organisation);
}

/** The parts that a field lists: shares of a benefit, sources of capital, participants. A blank row below takes the next. */
function partRows(context: SheetContext, place: Place, field: Field): SheetRow[] {
  const { shape } = field;
  if (shape.kind !== 'items') return [];
  const path = `${place.path}.${field.name}`;
  const held = heldIn(place.holder, field.name);
  const list: readonly unknown[] = Array.isArray(held) ? held : [];
  const keys = keysOf(list);
  const level = place.level + 1;
  const rows = list.flatMap((item, index) => {
    if (typeof item !== 'object' || item === null) return [];
    const key = keys[index] ?? '';
    const below = { path: `${path}.${key}`, holder: item, list: field.name, level: level + 1 };
    const heading: SheetRow = { ...headingRow(below.path, partName(context, item), level), item: { list: path, key } };
    return [heading, ...rowsOfFields(context, below, shape.fields)];
  });
  return [
    headingRow(path, labelOfField(field), place.level),
    ...rows,
    rowOf(`${path}.next`, { label: 'Add', level, cell: newPart(context, { path, list, fields: shape.fields }) }),
  ];
}

/** An object within the item: the profile of a scheme, a disposal. One that must hold something and is left out is brought by one choice, and goes by a blank. */
function innerRows(context: SheetContext, place: Place, field: Field): SheetRow[] {
  const held = heldIn(place.holder, field.name);
  const isThere = typeof held === 'object' && held !== null;
  const path = `${place.path}.${field.name}`;
  const below = { ...place, path, holder: isThere ? held : {}, level: place.level + 1 };
  const heading = headingRow(path, labelOfField(field), place.level);
  if (field.shape.kind === 'kinds') return [heading, ...rowsOfKind(context, below, field.shape.kinds)];
  if (field.shape.kind !== 'part') return [];
  const { fields } = field.shape;
  const rows = rowsOfFields(context, below, fields);
  if (fields.every(({ canBeBlank }) => canBeBlank)) return [heading, ...rows];
  const cell = wholePart(path, { fields, isThere });
  return [rowOf(path, { label: heading.label, level: place.level, cell }), ...(isThere ? rows : [])];
}

function rowsOfKind(context: SheetContext, place: Place, kinds: readonly Kind[]): SheetRow[] {
  const fields = kindOf(kinds, place.holder)?.fields ?? [];
  const kindRow = rowOf(`${place.path}.kind`, {
    label: 'Kind',
    level: place.level,
    cell: kindCell(context, { path: place.path, holder: place.holder, kinds }),
  });
  return [
    kindRow,
    ...rowsOfFields(
      context,
      place,
      fields.filter(({ name }) => name !== 'kind'),
    ),
  ];
}

function rowsOfFields(context: SheetContext, place: Place, fields: readonly Field[]): SheetRow[] {
  return fields.flatMap((field) => rowsOfField(context, place, field));
}

/** The rows of a field, one for what holds one thing. */
export function rowsOfField(context: SheetContext, place: Place, field: Field): SheetRow[] {
  switch (field.shape.kind) {
    case 'inputs':
      return keyedRows(context, place, field);
    case 'ids':
      return nameRows(context, place, field);
    case 'input list':
      return placeRows(context, place, field);
    case 'items':
      return partRows(context, place, field);
    case 'part':
    case 'kinds':
      return innerRows(context, place, field);
    default: {
      const path = `${place.path}.${field.name}`;
      const cell = fieldCell(context, { path, holder: place.holder, field, stands: standsFor(place, field) });
      return [rowOf(path, { label: labelOfField(field), level: place.level, cell, unit: unitOf(context, field) })];
    }
  }
}

/** What holds while a field is blank, in words: the tool default, or that nothing does. */
function standsFor({ list }: Place, { name }: Field): string | undefined {
  return DEFAULT_WORDS[`${list}.${name}`];
}

/** What says who answers for an item comes after what it does, and its id last. */
const LAST: readonly string[] = ['programme', 'owner', 'source', 'note', 'id'];

function inOrder(fields: readonly Field[]): readonly Field[] {
  return [...fields].sort((one, other) => LAST.indexOf(one.name) - LAST.indexOf(other.name));
}

export const DETAIL_COLUMNS: Sheet['columns'] = [{ id: 'content', label: 'Entered', width: 178, align: 'right' }];

/** The fields of a shift leave room for who gains by it. */
const NARROW: Pick<Sheet, 'labelWidth' | 'columns'> = {
  labelWidth: 140,
  columns: [{ id: 'content', label: 'Entered', width: 138, align: 'right' }],
};

/** Where a figure comes from, beside it, where there is room: Shift+F2 changes it. */
const PROVENANCE = [
  { id: 'source', label: 'Source', width: 200, align: 'left' },
  { id: 'owner', label: 'Owner', width: 110, align: 'left' },
  { id: 'note', label: 'Note', width: 160, align: 'left' },
] as const satisfies readonly SheetColumn[];

/** A sheet of single cells with what is known about each input beside it. */
export function withProvenance(sheet: Sheet): Sheet {
  const rows = sheet.rows.map((row): SheetRow => {
    const [cell] = row.cells;
    const input = cell?.kind === 'input' ? cell.input : null;
    const known = PROVENANCE.map(({ id }): SheetCell => (input === null ? NONE : wordsCell(input[id] ?? '')));
    return { ...row, cells: [...row.cells, ...known] };
  });
  return { ...sheet, columns: [...sheet.columns, ...PROVENANCE], rows };
}

/** Every field of one item of a list. */
export function detailSheet(context: SheetContext, { list, key, item }: { list: string; key: string; item: object }): Sheet {
  const kinds = kindsInList(list);
  const place: Place = { path: `${list}.${key}`, holder: item, list, level: 0 };
  const rows = kinds.length > 1 ? rowsOfKind(context, place, kinds) : rowsOfFields(context, place, inOrder(fieldsOfItem(list, item)));
  return {
    id: `detail.${list}`,
    label: `Every field of this ${nounOf(list)}`,
    rowHeading: 'Field',
    ...(list === 'shifts' ? NARROW : { labelWidth: 190, columns: DETAIL_COLUMNS }),
    rows,
    empty: '',
  };
}

/** The item of the scenario under a key of a list, if it is there. */
export function itemAt(scenario: object, { list, key }: { list: string; key: string }): object | null {
  const held = heldIn(scenario, list);
  if (!Array.isArray(held)) return null;
  const items: readonly unknown[] = held;
  const item = items[keysOf(items).indexOf(key)];
  return typeof item === 'object' && item !== null ? item : null;
}

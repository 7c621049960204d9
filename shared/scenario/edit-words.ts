import { decimal } from '../money/decimal.ts';
import { exactInUnit } from '../money/format.ts';
import type { CellUnit } from '../money/units.ts';
import { BY_POSITION } from './draft.ts';
import type { SingleEdit } from './edit-kinds.ts';
import type { Input, Unit } from './input.ts';
import { inputAt } from './inputs-of.ts';
import { capitalised, fieldWords, nounOf } from './labels.ts';
import { isInput, keysOf, partsOf, textIn } from './places.ts';
import type { Scenario } from './schema.ts';
import { labelOf } from './vocabulary.ts';

/* What an edit is called, as undo and the history say it: "Slip of C1 by 6 months", "Delivery of S2 to 80%". */

/** Fields whose codes have words in vocabulary.ts. */
const CODED = new Set([
  'type',
  'category',
  'setting',
  'mechanism',
  'contractType',
  'kind',
  'source',
  'rating',
  'evidenceGrade',
  'assetClass',
  'regime',
  'approval',
  'basis',
]);
const NOUNS: Readonly<Partial<Record<Unit, string>>> = { years: 'years', days: 'days', beds: 'beds', WTE: 'WTE', persons: 'people' };
const LONGEST_TEXT = 60;

/** Whether what stands below a field is keyed by a year or a rating. */
function isKeyed(field: string): boolean {
  return field.endsWith('ByYear') || field === 'deliveryByRating';
}

/** An item of a list as undo calls it: its id, or what it is and whose. */
export function itemWords(list: string, item: unknown): string {
  const id = textIn(item, 'id') ?? (typeof item === 'string' ? item : undefined);
  if (id !== undefined) return id;
  const organisation = textIn(item, 'organisation');
  if (organisation !== undefined) return `${nounOf(list)} of ${organisation}`;
  const source = textIn(item, 'source');
  return source === undefined ? nounOf(list) : `${nounOf(list)} for ${labelOf(source)}`;
}

/** Whether something is an input, or was given in place of one: what stands within it has no words of its own. */
function isValued(holder: unknown): boolean {
  return textIn(holder, 'value') !== undefined || (holder !== undefined && typeof holder !== 'object');
}

/** Words for what stands below the subject: fields in the order of the path, then years, ratings and items of inner lists. */
function detailOf(node: unknown, properties: readonly string[]): { fields: string[]; entries: string[] } {
  const fields: string[] = [];
  const entries: string[] = [];
  let holder = node;
  let keyed = false;
  for (const property of properties) {
    if (isValued(holder)) break;
    if (Array.isArray(holder)) entries.push(entryWords(holder, property));
    else if (keyed) entries.push(labelOf(property));
    else fields.push(fieldWords(property) === '' && properties.length === 1 ? property : fieldWords(property));
    keyed = isKeyed(property);
    holder = typeof holder === 'object' && holder !== null ? Reflect.get(holder, property) : undefined;
  }
  return { fields: fields.filter((words) => words !== ''), entries };
}

function entryWords(list: readonly unknown[], property: string): string {
  const item: unknown = list[Number(property)];
  const source = textIn(item, 'source');
  if (isInput(item)) return String(Number(property) + 1);
  return textIn(item, 'organisation') ?? (source === undefined ? String(Number(property) + 1) : labelOf(source));
}

/** A place in words, in lower case: "delivery of S2", "rate of pay, 2020/21". `properties` are indexes in lists and names elsewhere. */
export function placeWords(content: object, properties: readonly string[]): string {
  const [part = '', index = '', ...rest] = properties;
  const node: unknown = Reflect.get(content, part);
  const item: unknown = Array.isArray(node) ? node[Number(index)] : undefined;
  const isPart = typeof node === 'object' && node !== null && !isKeyed(part);
  const { fields, entries } = Array.isArray(node)
    ? detailOf(item, rest)
    : detailOf(isPart ? node : content, isPart ? properties.slice(1) : properties);
  const subject = Array.isArray(node) ? itemWords(part, item) : isPart ? `the ${nounOf(part)}` : 'the scenario';
  const named = [...fields.reverse(), subject].join(' of ');
  return [named, ...entries].join(', ');
}

/** The property names that a path leads to in a scenario, as far as it leads; beyond, the parts of the path themselves. */
export function propertiesOf(scenario: object, path: string): string[] {
  let node: unknown = scenario;
  return partsOf(path).map((part) => {
    const property = Array.isArray(node) ? (BY_POSITION.test(part) ? part.slice(1) : String(keysOf(node).indexOf(part))) : part;
    node = typeof node === 'object' && node !== null ? Reflect.get(node, property) : undefined;
    return property;
  });
}

function cellUnitOf(unit: Unit): CellUnit {
  if (unit === '£') return { kind: 'money', shownIn: '£' };
  if (unit === 'share' || unit === 'rate' || unit === 'months') return { kind: unit };
  return { kind: 'count', noun: NOUNS[unit] ?? '', whole: false };
}

function inputWords(input: Input): string {
  return exactInUnit(decimal(input.value), cellUnitOf(input.unit));
}

/** "Slip of C1 by 6 months" where slippage grew; undefined for any other change. */
function slipWords(path: string, { before, after }: { before: Input | undefined; after: Input }): string | undefined {
  const parts = partsOf(path);
  if (parts.at(-1) !== 'slippageMonths') return undefined;
  const growth = decimal(after.value).minus(decimal(before?.value ?? '0'));
  return growth.isPositive() && !growth.isZero() ? `Slip of ${parts[1] ?? ''} by ${exactInUnit(growth, { kind: 'months' })}` : undefined;
}

type Change = { readonly before: Scenario; readonly after: Scenario };

/** Words for an input that was given a value. */
function valueWords(path: string, { before, after }: Change): string {
  const input = inputAt(after, path);
  const words = capitalised(placeWords(after, propertiesOf(after, path)));
  if (input === undefined) return words;
  return slipWords(path, { before: inputAt(before, path), after: input }) ?? `${words} to ${inputWords(input)}`;
}

/** Words for a field that was given another content; long texts and whole parts are named without it. */
function fieldLabel(edit: SingleEdit & { kind: 'setField' }, after: Scenario): string {
  const words = capitalised(placeWords(after, propertiesOf(after, edit.path)));
  const field = partsOf(edit.path).at(-1) ?? '';
  if (typeof edit.to === 'boolean') return `${words}: ${edit.to ? 'yes' : 'no'}`;
  if (typeof edit.to === 'number') return `${words} to ${String(edit.to)}`;
  if (typeof edit.to !== 'string' || edit.to.length > LONGEST_TEXT) return words;
  return `${words} to ${CODED.has(field) ? labelOf(edit.to) : edit.to}`;
}

function itemOf(scenario: Scenario, { list, key }: { list: string; key: string }): string {
  const properties = propertiesOf(scenario, `${list}.${key}`);
  const top = properties.length === 2;
  return top ? placeWords(scenario, properties) : `${key} in ${placeWords(scenario, properties.slice(0, -1))}`;
}

/** What a single edit is called, as a phrase that begins a sentence and that undo can take up: "Undo slip of C1 by 6 months". */
export function wordsOfEdit(edit: SingleEdit, change: Change): string {
  const { before, after } = change;
  switch (edit.kind) {
    case 'setInput':
      return valueWords(edit.path, change);
    case 'setInputField':
      if (edit.field === 'value') return valueWords(edit.path, change);
      return `${capitalised(edit.field)} ${edit.field === 'note' ? 'on' : 'of'} ${placeWords(after, propertiesOf(after, edit.path))}`;
    case 'setField':
      return fieldLabel(edit, after);
    case 'clear':
      return `Clearing of ${placeWords(before, propertiesOf(before, edit.path))}`;
    case 'addItem':
      return addedWords(edit);
    case 'duplicateItem':
      return `Copy of ${itemOf(before, edit)}`;
    case 'removeItem':
      return `Removal of ${itemOf(before, edit)}`;
    case 'moveItem':
      return `Move of ${itemOf(before, edit)}`;
  }
}

function addedWords(edit: SingleEdit & { kind: 'addItem' }): string {
  const list = partsOf(edit.list).at(-1) ?? '';
  const words = itemWords(list, edit.item);
  const id = typeof edit.item === 'string' ? edit.item : textIn(edit.item, 'id');
  return id === undefined ? `New ${words}` : `New ${nounOf(list)} ${id}`;
}

import { decimal } from '../money/decimal.ts';
import { exactInUnit } from '../money/format.ts';
import type { CellUnit } from '../money/units.ts';
import { isInput } from '../scenario/places.ts';
import { isJsonObject } from '../scenario/canonical.ts';
import type { Unit } from '../scenario/input.ts';
import type { JsonObject, JsonValue } from '../scenario/strict-json.ts';
import type { Scenario } from '../scenario/schema.ts';
import { labelOf } from '../scenario/vocabulary.ts';
import type { Target } from './fields.ts';
import type { Names } from './names.ts';
import { monthOfText, textOfMonth } from './month-text.ts';
import type { ReadCell } from './read-cell.ts';
import { figureText, type CsvCell } from './write-csv.ts';

/* An item of the scenario as the cells of a row, and a row as the content of an item. */

/** What stands at a target of an item: of an input its value or what the target says about it. */
export function contentAt(item: JsonValue | undefined, target: Target): JsonValue | undefined {
  const held = heldAt(item, pathOf(target));
  const { about } = target;
  if (about === undefined || !isJsonObject(held)) return about === undefined ? held : undefined;
  if (about === 'low' || about === 'likely' || about === 'high') return isJsonObject(held['range']) ? held['range'][about] : undefined;
  return held[about];
}

function pathOf({ field, year }: Target): string[] {
  return [...field.path.split('.'), ...(year === undefined ? [] : [year])];
}

function heldAt(content: JsonValue | undefined, path: readonly string[]): JsonValue | undefined {
  let held: JsonValue | undefined = content;
  for (const part of path) held = isJsonObject(held) && Object.hasOwn(held, part) ? held[part] : undefined;
  return held;
}

/** The cell that stands for what an item holds at a target; a blank one where it holds nothing. */
export function cellAt(item: JsonValue | undefined, target: Target, { baseYear }: Pick<Scenario, 'baseYear'>): CsvCell {
  const held = contentAt(item, target);
  const blank = { text: '' };
  if (held === undefined || held === null) return blank;
  const { takes } = target.field;
  if (target.about !== undefined) {
    const isFigure = target.about === 'low' || target.about === 'likely' || target.about === 'high';
    if (typeof held !== 'string') return blank;
    return isFigure ? figureCell(held, { isMonth: takes.kind === 'month', baseYear }) : { text: held };
  }
  if (isInput(held)) return figureCell(held.value, { isMonth: takes.kind === 'month', baseYear });
  if (typeof held === 'boolean') return { text: held ? 'Yes' : 'No' };
  if (Array.isArray(held)) return { text: held.map(wordsOfPart).join('; ') };
  if (typeof held !== 'string') return blank;
  return { text: takes.kind === 'choice' ? labelOf(held) : held };
}

function figureCell(value: string, { isMonth, baseYear }: { isMonth: boolean; baseYear: string }): CsvCell {
  if (!isMonth) return { figure: value };
  const text = textOfMonth(value, baseYear);
  return String(monthOfText(text, baseYear)) === value ? { text } : { figure: value };
}

function wordsOfPart(part: JsonValue): string {
  if (!isJsonObject(part)) return typeof part === 'string' ? part : '';
  const { organisation, weight } = part;
  return `${typeof organisation === 'string' ? organisation : ''} ${isInput(weight) ? weight.value : ''}`;
}

/** What an item holds at a target, for people: £9,800,000, 85%, Apr 2018, the name of an organisation. Empty where it holds nothing. */
export function wordsAt(item: JsonValue | undefined, target: Target, known: { baseYear: string; names: Names }): string {
  const cell = cellAt(item, target, known);
  const { takes } = target.field;
  if ('figure' in cell) return takes.kind === 'input' ? exactInUnit(decimal(cell.figure), cellUnitOf(takes.unit)) : cell.figure;
  if (takes.kind !== 'reference' || takes.isList) return cell.text;
  return known.names[takes.list].byId.get(cell.text)?.name ?? cell.text;
}

function cellUnitOf(unit: Unit): CellUnit {
  if (unit === '£') return { kind: 'money', shownIn: '£' };
  return unit === 'share' || unit === 'rate' || unit === 'months' ? { kind: unit } : { kind: 'count', noun: '', whole: false };
}

/** A cell as it would be written, to be held against one that was read. */
export function writtenCell(cell: CsvCell): string {
  return 'figure' in cell ? figureText(cell.figure) : cell.text;
}

/** The item with what a cell said put at its target. What is known about an input stays with it. */
export function withCell(item: JsonObject, target: Target, read: Exclude<ReadCell, { kind: 'refused' }>): JsonObject {
  const path = pathOf(target);
  if (read.kind === 'content' && target.about === undefined) return put(item, path, read.content);
  const held = heldAt(item, path);
  const input: JsonObject = isJsonObject(held) ? held : { unit: unitOf(target) };
  if (read.kind === 'input') return put(item, path, { ...input, ...read.input });
  const { about = '' } = target;
  if (about !== 'low' && about !== 'likely' && about !== 'high') return put(item, path, { ...input, [about]: read.content });
  const range = isJsonObject(input['range']) ? input['range'] : {};
  return put(item, path, { ...input, range: { ...range, [about]: read.content } });
}

function unitOf({ field }: Target): Unit {
  return field.takes.kind === 'input' ? field.takes.unit : 'months';
}

function put(holder: JsonObject, [part = '', ...rest]: readonly string[], content: JsonValue): JsonObject {
  if (rest.length === 0) return { ...holder, [part]: content };
  const held = holder[part];
  return { ...holder, [part]: put(isJsonObject(held) ? held : {}, rest, content) };
}

import { D, decimal, ONE, sum } from '../../../../shared/money/decimal.ts';
import type { Edit } from '../../../../shared/scenario/edit-kinds.ts';
import { isInput } from '../../../../shared/scenario/places.ts';
import type { JsonValue } from '../../../../shared/scenario/strict-json.ts';
import { labelOf } from '../../../../shared/scenario/vocabulary.ts';
import type { Choice, SheetCell } from '../../../components/grid/sheet.ts';
import { heldIn } from './field-cell.ts';
import type { Field } from './shape.ts';
import { listsNamedBy, type SheetContext } from './sheet-context.ts';

/** What is left of the whole once the shares of a list are taken: a first part gets all of it. */
function shareLeft(list: readonly unknown[], name: string): string {
  const taken = list.map((item) => {
    const held: unknown = typeof item === 'object' && item !== null ? heldIn(item, name) : undefined;
    return isInput(held) ? decimal(held.value) : new D(0);
  });
  const left = ONE.minus(sum(taken));
  return left.isNegative() ? '0' : left.toFixed();
}

/** The content that a field of a new part begins with; nothing where it may stay blank. */
function begun({ name, shape, canBeBlank }: Field, list: readonly unknown[]): JsonValue | undefined {
  if (canBeBlank) return undefined;
  if (shape.kind === 'inputs') return {};
  if (shape.kind === 'input') return shape.unit === 'share' ? shareLeft(list, name) : '0';
  return shape.kind === 'text' ? '' : undefined;
}

function partFrom(fields: readonly Field[], list: readonly unknown[], naming: { name: string; chosen: string } | null): JsonValue {
  const part: Record<string, JsonValue> = {};
  for (const field of fields) {
    const content = naming !== null && field.name === naming.name ? naming.chosen : begun(field, list);
    if (content !== undefined) part[field.name] = content;
  }
  return part;
}

/** A part that is there or not: a choice brings it with nil in all that it must hold, a blank takes it away. */
export function wholePart(path: string, { fields, isThere }: { fields: readonly Field[]; isThere: boolean }): SheetCell {
  return {
    kind: 'choice',
    path,
    chosen: isThere ? THERE : '',
    choices: [{ value: THERE, label: 'Entered' }],
    canBeBlank: true,
    onChoice: (chosen): Edit => (chosen === '' ? { kind: 'clear', path } : { kind: 'setField', path, to: partFrom(fields, [], null) }),
  };
}
const THERE = 'there';

/** The cell that brings a new part: an organisation or a source is chosen, and the part comes with what is left of the shares. */
export function newPart(
  context: SheetContext,
  { path, list, fields }: { path: string; list: readonly unknown[]; fields: readonly Field[] },
): SheetCell {
  const naming = fields.find((field) => field.shape.kind === 'choice' || listsNamedBy(field.name).length > 0);
  const choices = naming === undefined ? [] : choicesFor(context, naming).filter(({ value }) => !isTaken(list, naming.name, value));
  const itemOf = (chosen: string): JsonValue => partFrom(fields, list, { name: naming?.name ?? '', chosen });
  return {
    kind: 'choice',
    path,
    chosen: '',
    choices,
    canBeBlank: true,
    onChoice: (chosen): Edit => ({ kind: 'addItem', list: path, position: list.length, item: itemOf(chosen) }),
  };
}

function choicesFor(context: SheetContext, { name, shape }: Field): readonly Choice[] {
  if (shape.kind === 'choice') return shape.codes.map((value) => ({ value, label: labelOf(value) }));
  return listsNamedBy(name).flatMap((each) => context.choicesOf(each));
}

function isTaken(list: readonly unknown[], name: string, chosen: string): boolean {
  return list.some((item) => typeof item === 'object' && item !== null && heldIn(item, name) === chosen);
}

import { labelOfStart } from '../../../../shared/calendar/financial-year.ts';
import type { Edit } from '../../../../shared/scenario/edit-kinds.ts';
import type { Input } from '../../../../shared/scenario/input.ts';
import { isInput, keysOf } from '../../../../shared/scenario/places.ts';
import { FIRST_START, LAST_START } from '../../../../shared/scenario/rules/scenario-index.ts';
import { labelOf } from '../../../../shared/scenario/vocabulary.ts';
import type { Choice, SheetCell } from '../../../components/grid/sheet.ts';
import { asKind } from './as-kind.ts';
import type { Field, Kind, Shape } from './shape.ts';
import { cellUnit, isMonthOfYear, listsNamedBy, type SheetContext } from './sheet-context.ts';

export const NONE: SheetCell = { kind: 'none' };

/** A field of an object of the scenario, and where it stands. */
export type FieldAt = {
  readonly path: string;
  readonly holder: object;
  readonly field: Field;
  /** What holds while the field is blank, in words. */
  readonly stands?: string | undefined;
};

export function heldIn(holder: object, name: string): unknown {
  return Object.hasOwn(holder, name) ? Reflect.get(holder, name) : undefined;
}

export function textOf(content: unknown): string {
  return typeof content === 'string' ? content : '';
}

function inputOf(content: unknown): Input | null {
  return isInput(content) ? content : null;
}

/** An input of a field, of one of its years, or of its place in a list. */
export function inputCell(
  context: SheetContext,
  at: { path: string; content: unknown; field: Field; shape: Extract<Shape, { unit: unknown }>; stands?: string | undefined },
): SheetCell {
  const unit = cellUnit(at.shape.unit, { field: at.field.name, shownIn: context.unit });
  return {
    kind: 'input',
    path: at.path,
    unit,
    input: inputOf(at.content),
    ...(isMonthOfYear(at.shape.unit, at.field.name) ? { momentFrom: context.scenario.baseYear } : {}),
    ...(at.stands === undefined ? {} : { stands: at.stands }),
  };
}

/** The input of one year of a field that is entered by year. */
export function yearCell(context: SheetContext, { path, holder, field }: FieldAt, year: string): SheetCell {
  const record = heldIn(holder, field.name);
  const content = typeof record === 'object' && record !== null ? heldIn(record, year) : undefined;
  return field.shape.kind === 'inputs' ? inputCell(context, { path: `${path}.${year}`, content, field, shape: field.shape }) : NONE;
}

const YEARS: readonly Choice[] = Array.from({ length: LAST_START - FIRST_START + 1 }, (_, index) => {
  const label = labelOfStart(FIRST_START + index);
  return { value: label, label };
});

/** Choices with the one that stands among them, so that what was entered elsewhere is shown as it is. */
function withChosen(choices: readonly Choice[], chosen: string): readonly Choice[] {
  return chosen === '' || choices.some(({ value }) => value === chosen)
    ? choices
    : [...choices, { value: chosen, label: `${chosen} (not there)` }];
}

const coded = new Map<string, readonly Choice[]>();

/** The codes of a list of the vocabulary with their words. */
function codeChoices(codes: readonly string[]): readonly Choice[] {
  const key = codes.join();
  const made = coded.get(key) ?? codes.map((value) => ({ value, label: labelOf(value) }));
  coded.set(key, made);
  return made;
}

function choicesNamedBy(context: SheetContext, field: string): readonly Choice[] {
  return listsNamedBy(field).flatMap((list) => context.choicesOf(list));
}

function choiceCell({ path, field }: FieldAt, chosen: string, choices: readonly Choice[]): SheetCell {
  return {
    kind: 'choice',
    path,
    chosen,
    choices: withChosen(choices, chosen),
    ...(field.canBeBlank ? { canBeBlank: true } : {}),
  };
}

/** The cell of a field that holds one thing; what holds several has rows of its own. */
export function fieldCell(context: SheetContext, at: FieldAt): SheetCell {
  const { field, holder, path, stands } = at;
  const content = heldIn(holder, field.name);
  const { shape } = field;
  switch (shape.kind) {
    case 'input':
      return inputCell(context, { path, content, field, shape, stands });
    case 'text':
      return { kind: 'text', path, text: textOf(content), ...(field.canBeBlank ? {} : { isRequired: true }) };
    case 'flag':
      return { kind: 'flag', path, isSet: content === true };
    case 'choice':
      return choiceCell(at, textOf(content), codeChoices(shape.codes));
    case 'year':
      return choiceCell(at, textOf(content), YEARS);
    case 'id':
      // What others name it by is given once and stays, so that nothing loses it.
      if (field.name === 'id') return { kind: 'derived', derived: { text: textOf(content) } };
      return choiceCell(at, textOf(content), choicesNamedBy(context, field.name));
    default:
      return NONE;
  }
}

/** The choice between the kinds of an object; another kind keeps what both know. */
export function kindCell(context: SheetContext, at: { path: string; holder: object; kinds: readonly Kind[] }): SheetCell {
  return {
    kind: 'choice',
    path: `${at.path}.kind`,
    chosen: textOf(heldIn(at.holder, 'kind')),
    choices: codeChoices(at.kinds.flatMap(({ codes }) => codes)),
    onChoice: (code) => asKind(context, { path: at.path, holder: at.holder, kinds: at.kinds, code }),
  };
}

export type NamedAt = { readonly path: string; readonly list: readonly unknown[]; readonly field: string };

/** One item that a list of names holds: another name takes its place, a blank takes it out. */
export function nameCell(context: SheetContext, { path, list, field }: NamedAt, index: number): SheetCell {
  const key = keysOf(list)[index] ?? '';
  const chosen = textOf(list[index]);
  return {
    kind: 'choice',
    path: `${path}.${key}`,
    chosen,
    choices: withChosen(choicesNamedBy(context, field), chosen),
    canBeBlank: true,
    onChoice: (name): Edit =>
      name === '' ? { kind: 'removeItem', list: path, key } : { kind: 'setField', path: `${path}.${key}`, to: name },
  };
}

/** The blank cell below a list of names: a choice puts a name at its end. */
export function nextNameCell(context: SheetContext, { path, list, field }: NamedAt): SheetCell {
  return {
    kind: 'choice',
    path,
    chosen: '',
    choices: choicesNamedBy(context, field).filter(({ value }) => !list.includes(value)),
    canBeBlank: true,
    onChoice: (name): Edit => ({ kind: 'addItem', list: path, position: list.length, item: name }),
  };
}

import { monthLabel } from '../../calendar/financial-year.ts';
import type { Decimal } from '../../money/decimal.ts';
import { figure, wholeOf } from '../../engine/frame.ts';
import type { Input, Unit } from '../../scenario/input.ts';
import { inputAt } from '../../scenario/inputs-of.ts';
import { capitalised, fieldWords, nounOf } from '../../scenario/labels.ts';
import { partsOf, placerOf } from '../../scenario/places.ts';
import { labelOf } from '../../scenario/vocabulary.ts';
import type { Context } from './context.ts';
import type { ExplainedInput } from './explanation.ts';

/** An input that a figure rests on: where it stands, or would stand if it were entered, and what holds. */
export type InputUse = { readonly path: string; readonly input: Input; readonly isDefault: boolean };

const blanks = new Map<Unit, Input>();

/** What holds for a blank that counts as nil. */
function blank(unit: Unit): Input {
  let made = blanks.get(unit);
  if (made === undefined) {
    made = { value: '0', unit, source: 'Blank: counted as nil' };
    blanks.set(unit, made);
  }
  return made;
}

/** The input at a path, or the tool default that holds in its place, or nil in a unit for a blank. */
export function useOf(context: Context, path: string, otherwise: Input | Unit): InputUse {
  const input = inputAt(context.scenario, path);
  if (input !== undefined) return { path, input, isDefault: false };
  return { path, input: typeof otherwise === 'string' ? blank(otherwise) : otherwise, isDefault: true };
}

/** The inputs of some paths that are entered; what is blank is left out. */
export function usesEntered(context: Context, paths: readonly string[]): InputUse[] {
  return paths.flatMap((path) => {
    const input = inputAt(context.scenario, path);
    return input === undefined ? [] : [{ path, input, isDefault: false }];
  });
}

/** The exact figure that a use stands for. */
export function figureOfUse({ input }: InputUse): Decimal {
  return figure(input);
}

function listNamed(context: Context, list: string): readonly unknown[] {
  const content: unknown = Object.hasOwn(context.scenario, list) ? Reflect.get(context.scenario, list) : undefined;
  return Array.isArray(content) ? content : [];
}

/** The words of an input that is not entered, as `inputsOf` would say them: "Agency (S2): delivery". */
function labelOfBlank(context: Context, path: string): string {
  const [list = '', key = '', ...fields] = partsOf(path);
  const items = listNamed(context, list);
  const placed = placerOf(context.scenario.organisations)(list, items).find((each) => each.key === key);
  const subject = placed?.subject ?? capitalised(list === 'settings' ? 'settings' : nounOf(list.replace(/ByYear$/, '')));
  const rest = placed === undefined ? [key, ...fields] : fields;
  const words = rest.map((part) => (/^[A-Z_]+$/.test(part) ? labelOf(part) : fieldWords(part))).filter((part) => part !== '');
  return words.length === 0 ? subject : `${subject}: ${words.join(', ')}`;
}

/** An input as the panel and the command line show it, with where it comes from and who answers for it. */
export function explainedInput(context: Context, { path, input, isDefault }: InputUse): ExplainedInput {
  const { value, unit, source, owner, date, confidence, note } = input;
  const isDate = unit === 'months' && /\.(startMonth|operationalMonth|month)$/.test(path);
  return {
    path,
    label: context.inputLabels().get(path) ?? labelOfBlank(context, path),
    value,
    unit,
    ...(isDate ? { month: monthLabel(context.scenario.baseYear, wholeOf(input)) } : {}),
    ...(source === undefined ? {} : { source }),
    ...(owner === undefined ? {} : { owner }),
    ...(date === undefined ? {} : { date }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(note === undefined ? {} : { note }),
    isDefault,
  };
}

import { roundHalfUp, toPence } from '../../shared/money/format.ts';
import type { Decimal } from '../../shared/money/decimal.ts';
import golden from './worked-example-golden.json' with { type: 'json' };

/** One golden figure as the engine computes it, printed as the golden file prints it: a text, or a list of texts. */
export type Figure = readonly [key: string, printed: string | readonly string[]];
export type Values = Readonly<Record<string, unknown>>;

export const GOLDEN: Values = golden;

/** What stands in a list at an index; a golden figure that is not there is a mistake of the test. */
export function at<T>(list: readonly (T | undefined)[] | undefined, index: number): T {
  const found = list?.[index];
  if (found === undefined) throw new RangeError(`There is nothing at ${String(index)}.`);
  return found;
}

/** What a map holds under a key; a golden figure that is not there is a mistake of the test. */
export function under<Key, T>(map: ReadonlyMap<Key, T>, key: Key): T {
  const found = map.get(key);
  if (found === undefined) throw new RangeError(`There is nothing under ${String(key)}.`);
  return found;
}

/** A figure in pounds and pence, rounded half-up. */
export function inPence(key: string, amount: Decimal): Figure {
  return [key, toPence(amount)];
}

/** A figure with a number of places, rounded half-up. */
export function withPlaces(key: string, amount: Decimal, places: number): Figure {
  return [key, roundHalfUp(amount, places).toFixed(places)];
}

/** The keys whose printed figure is not, text for text, the golden value. */
export function differences(values: Values, figures: readonly Figure[]): string[] {
  return figures.filter(([key, printed]) => JSON.stringify(values[key]) !== JSON.stringify(printed)).map(([key]) => key);
}

/** A printed figure that is out by one unit of its last digit: a penny of pounds and pence. Where none should be, one stands. */
function outByOne(text: string): string {
  return text === 'n/a' ? '0' : text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
}

/** Every set of values that differs from these in one text of one key, by one unit of its last digit. */
export function pennyWrong(values: Values, key: string): Values[] {
  const value = values[key];
  if (!Array.isArray(value)) return [{ ...values, [key]: outByOne(String(value)) }];
  const texts = value.map(String);
  return texts.map((_, wrong) => ({ ...values, [key]: texts.map((text, place) => (place === wrong ? outByOne(text) : text)) }));
}

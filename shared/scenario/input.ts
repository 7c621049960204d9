import { z } from 'zod';
import { canonicalText } from './decimal-text.ts';

/** Units of an input. Units are types: a field takes exactly one (model-spec §1.1). Money is stored in pounds, shares and rates as fractions. */
export const UNITS = ['£', 'share', 'rate', 'units', 'months', 'years', 'days', 'beds', 'WTE', 'persons', 'rank', 'ratio'] as const;
export type Unit = (typeof UNITS)[number];

const WHOLE: ReadonlySet<Unit> = new Set<Unit>(['months', 'years', 'rank']);
const DECIMAL_TEXT = /^-?\d{1,18}(\.\d{1,30})?$/;
const WHOLE_TEXT = /^-?\d{1,9}$/;
const TEXT_LIMIT = 2000;

export const shortText = z.string().max(300);
export const longText = z.string().max(TEXT_LIMIT);
/** An identifier within one scenario: starts with a letter; no dots, because figure paths are joined by dots. */
export const identifier = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, 'an id starts with a letter and holds letters, digits, - and _ (at most 64)');
/** A financial year as text; whether it is a real label inside the horizon is rule E3 of model-spec §15, so that a mistyped year can be kept and shown. */
export const yearText = z.string().max(20);

/** Text of a number in canonical form; a JSON number is taken as its decimal text. */
function decimalTextOf(unit: Unit) {
  const whole = WHOLE.has(unit);
  const pattern = z.string().regex(whole ? WHOLE_TEXT : DECIMAL_TEXT, {
    error: whole
      ? 'expected a whole number as text, such as "12"'
      : 'expected a plain decimal number as text, such as "1234.56" (at most 18 digits before the point and 30 after; no commas, £, % or exponent)',
  });
  return z.preprocess((written) => {
    if (typeof written === 'number') return canonicalText(String(written));
    return typeof written === 'string' ? canonicalText(written) : written;
  }, pattern);
}

/** The three points of a range, each in the input's own unit. That low ≤ likely ≤ high holds is rule E18, checked in validate. */
function rangeOf(unit: Unit) {
  return z.strictObject({ low: decimalTextOf(unit), likely: decimalTextOf(unit), high: decimalTextOf(unit) });
}

function fullInput(unit: Unit) {
  return z.strictObject({
    value: decimalTextOf(unit),
    unit: z.literal(unit).default(unit),
    source: longText.optional(),
    owner: shortText.optional(),
    date: shortText.optional(),
    confidence: z.enum(['H', 'M', 'L']).optional(),
    note: longText.optional(),
    range: rangeOf(unit).optional(),
  });
}

function build(unit: Unit) {
  return z.preprocess(
    (written) => (typeof written === 'string' || typeof written === 'number' ? { value: written } : written),
    fullInput(unit),
  );
}
export type InputSchema = ReturnType<typeof build>;

const schemas = new Map<Unit, InputSchema>();

/**
 * The schema of one input: `{value, unit, source, owner, date, confidence, note}` and an optional range (model-spec §2, last paragraph).
 * A bare value is accepted and read as unsourced.
 */
export function input(unit: Unit): InputSchema {
  const known = schemas.get(unit);
  if (known !== undefined) return known;
  const made = build(unit);
  schemas.set(unit, made);
  return made;
}

/** The unit of an input schema made here, or undefined for any other schema. `footing schema` uses it to print bare values as allowed. */
export function unitOfInputSchema(schema: unknown): Unit | undefined {
  for (const [unit, made] of schemas) if (made === schema) return unit;
  return undefined;
}

/** Inputs by financial year, keyed by label ("2020/21"). A year without an entry is blank, which is not the same as nil. */
export function byYear(unit: Unit) {
  return z.record(yearText, input(unit));
}

/** One input of the scenario as the engine reads it. */
export type Input = {
  value: string;
  unit: Unit;
  source?: string | undefined;
  owner?: string | undefined;
  date?: string | undefined;
  confidence?: 'H' | 'M' | 'L' | undefined;
  note?: string | undefined;
  range?: { low: string; likely: string; high: string } | undefined;
};
export type InputByYear = Readonly<Record<string, Input>>;

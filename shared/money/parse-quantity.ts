import { D, type Decimal } from './decimal.ts';
import { type Choices } from './parse-choices.ts';
import { readNumeral, type Convention } from './parse-numeral.ts';
import { EntryRefused, wrongUnit } from './parse-refusal.ts';
import { isMark, isWord, phraseOf, textOf, type Token } from './parse-tokens.ts';
import { isTypedInHundredths, type CellUnit } from './units.ts';

/**
 * What stands beside the digits. `power` is a power of ten: 6 for m. A `pounds` measure without power is a bare £ sign.
 * `hundredths` covers per cent, percentage points and, with power −2, basis points.
 */
export type Measure =
  | { readonly kind: 'none' }
  | { readonly kind: 'scale'; readonly power: number }
  | { readonly kind: 'pounds'; readonly power: number | null }
  | { readonly kind: 'percent' }
  | { readonly kind: 'points' }
  | { readonly kind: 'basis-points' }
  | { readonly kind: 'noun'; readonly factor: number };

/** A number with its measure, before the cell's unit is applied. */
export interface Quantity {
  readonly number: Decimal;
  readonly measure: Measure;
  readonly text: string;
}

/** What reading needs to know of the cell. */
export interface ReadingContext {
  readonly unit: CellUnit;
  readonly convention: Convention | null;
  readonly choices: Choices;
}

const NONE: Measure = { kind: 'none' };

/** Words that may follow the digits, longest first where one begins another. */
const SUFFIXES: readonly { readonly words: readonly string[]; readonly measure: Measure }[] = [
  { words: ['percentage points', 'percentage point', 'ppts', 'ppt', 'pps', 'pp'], measure: { kind: 'points' } },
  { words: ['basis points', 'basis point', 'bps', 'bp'], measure: { kind: 'basis-points' } },
  { words: ['per cent', 'percent', 'pc', '%'], measure: { kind: 'percent' } },
  { words: ['thousands', 'thousand', 'th', 'k'], measure: { kind: 'scale', power: 3 } },
  { words: ['millions', 'million', 'mn', 'm'], measure: { kind: 'scale', power: 6 } },
  { words: ['billions', 'billion', 'bn'], measure: { kind: 'scale', power: 9 } },
  { words: ['pounds', 'pound', 'gbp', '£'], measure: { kind: 'pounds', power: null } },
  { words: ['pence', 'p'], measure: { kind: 'pounds', power: -2 } },
];

/** Reads `[unit] digits [unit]` without a sign: £3.5bn, 350m, 4 per cent, £000 1,234, 12 months. Throws EntryRefused. */
export function readUnsigned(tokens: readonly Token[], context: ReadingContext): Quantity {
  const place = tokens.findIndex((token) => token.kind === 'numeral');
  const numeral = tokens[place];
  const text = textOf(tokens);
  if (tokens.length === 0) {
    throw new EntryRefused('not-a-number', { read: 'an entry that stops half-way', wayOut: 'Type the number that is missing.' });
  }
  if (numeral?.kind !== 'numeral') {
    throw new EntryRefused('not-a-number', { read: `"${text}", which holds no number`, wayOut: 'Type the figure in digits.' });
  }
  if (tokens.some((token, index) => index !== place && token.kind === 'numeral')) {
    throw new EntryRefused('two-numbers', {
      read: `"${text}", more than one number`,
      wayOut: 'One cell holds one figure. A sum is typed as =12+3.4, a range as 8 to 11.',
    });
  }
  const before = measureBefore(tokens.slice(0, place), text);
  const measure = joined({ before, after: measureAfter(tokens.slice(place + 1), { text, unit: context.unit }), text });
  return { ...chooseReading({ numeral: numeral.text, measure }, context), text };
}

/** A thousands point is out of the question where a scale word follows (1.234m) or the figure is in hundredths (1.234%). */
function chooseReading(written: { numeral: string; measure: Measure }, context: ReadingContext): { number: Decimal; measure: Measure } {
  const { measure } = written;
  const { usual, other, doubt } = readNumeral(written.numeral, context.convention);
  if (other === null || doubt === null) return { number: usual, measure };
  const isScaled = measure.kind === 'scale' || (measure.kind === 'pounds' && measure.power !== null);
  const isCertain = doubt === 'thousands-point' && (isScaled || isTypedInHundredths(context.unit));
  if (isCertain || !context.choices.takesOther(doubt)) return { number: usual, measure };
  // In a £m column a figure with a thousands point is written out in full: £1,234, since few bodies have four digits before the point in £m.
  const isWrittenOut = doubt === 'thousands-point' && context.unit.kind === 'money' && context.unit.shownIn === '£m' && !isScaled;
  return { number: other, measure: isWrittenOut ? { kind: 'pounds', power: 0 } : measure };
}

function measureBefore(tokens: readonly Token[], text: string): Measure {
  const [token, surplus] = tokens;
  if (token === undefined) return NONE;
  if (surplus === undefined) {
    if (token.kind === 'scaled-pound') return { kind: 'pounds', power: token.power };
    if (isMark(token, '£') || isWord(token, 'gbp')) return { kind: 'pounds', power: null };
  }
  throw new EntryRefused('not-a-number', { read: `"${text}", with words before the number`, wayOut: 'Type the figure alone.' });
}

/** Reads what follows the digits: scale words, units, the cell's own noun, "a spell". */
function measureAfter(tokens: readonly Token[], cell: { text: string; unit: CellUnit }): Measure {
  let rest = withoutPrice(tokens, cell.unit);
  let measure: Measure = NONE;
  while (rest.length > 0) {
    const [first] = rest;
    if (first?.kind === 'scaled-pound') {
      measure = joined({ before: measure, after: { kind: 'pounds', power: first.power }, text: cell.text });
      rest = rest.slice(1);
      continue;
    }
    const found = suffixOf(rest) ?? nounOf(rest, cell.unit);
    if (found === null) {
      throw new EntryRefused('unknown-word', {
        read: `"${cell.text}", in which "${textOf(rest)}" is not understood`,
        wayOut: 'Type the figure with one of k, m, bn, £, %, pp or bps, or alone.',
      });
    }
    measure = joined({ before: measure, after: found.measure, text: cell.text });
    rest = rest.slice(found.length);
  }
  return measure;
}

interface Found {
  readonly measure: Measure;
  readonly length: number;
}

function suffixOf(tokens: readonly Token[]): Found | null {
  for (const { words, measure } of SUFFIXES) {
    for (const phrase of words) {
      const length = phrase.split(' ').length;
      if (phraseOf(tokens.slice(0, length)) === phrase) return { measure, length };
    }
  }
  return null;
}

const MONTH_WORDS: Readonly<Record<string, number>> = { month: 1, months: 1, mth: 1, mths: 1, mo: 1, year: 12, years: 12, yr: 12, yrs: 12 };

/** The cell's own noun: months (or years of twelve), spells a year, WTE. The first word decides, in the singular or the plural. */
function nounOf(tokens: readonly Token[], unit: CellUnit): Found | null {
  const written = phraseOf(tokens);
  if (unit.kind === 'months') {
    const factor = MONTH_WORDS[written];
    return factor === undefined ? null : { measure: { kind: 'noun', factor }, length: tokens.length };
  }
  if (unit.kind !== 'count' || unit.noun === '') return null;
  const noun = unit.noun.toLowerCase();
  const [first = ''] = noun.split(' ');
  const accepted = [noun, first, first.replace(/s$/, ''), noun.replace(/s( |$)/, '$1')];
  return accepted.includes(written) ? { measure: { kind: 'noun', factor: 1 }, length: tokens.length } : null;
}

/** Takes off "a spell", "per spell", "/ spell" where the cell is a price per spell. */
function withoutPrice(tokens: readonly Token[], unit: CellUnit): readonly Token[] {
  if (unit.kind !== 'money' || unit.per === undefined) return tokens;
  const noun = unit.per.toLowerCase();
  const written = phraseOf(tokens);
  const ending = [`a ${noun}`, `an ${noun}`, `per ${noun}`, `each ${noun}`, `/ ${noun}`].find(
    (phrase) => written === phrase || written.endsWith(` ${phrase}`),
  );
  return ending === undefined ? tokens : tokens.slice(0, tokens.length - ending.split(' ').length);
}

/** One measure out of what stands before and after the digits: £ and m make £m. Throws EntryRefused where they contradict. */
function joined(parts: { before: Measure; after: Measure; text: string }): Measure {
  const { before, after } = parts;
  if (before.kind === 'none') return after;
  if (after.kind === 'none') return before;
  const [pounds, scale] = before.kind === 'pounds' ? [before, after] : [after, before];
  if (pounds.kind === 'pounds' && pounds.power === null && scale.kind === 'scale') return { kind: 'pounds', power: scale.power };
  if (after.kind === 'noun' && before.kind === 'scale') return { kind: 'scale', power: before.power };
  throw new EntryRefused('wrong-unit', { read: `"${parts.text}", with two units`, wayOut: 'Give the figure one unit.' });
}

/** Ten to a whole power, as an exact factor. */
function powerOfTen(power: number): Decimal {
  return new D(`1e${String(power)}`);
}

const HUNDREDTHS = { percent: powerOfTen(-2), points: powerOfTen(-2), 'basis-points': powerOfTen(-4) } as const;
const MONEY_POWERS = { '£': 0, '£000': 3, '£m': 6 } as const;

/** What the cell would store for a quantity: pounds, a fraction, a count. Units are types: throws EntryRefused where the unit is not the cell's. */
export function stored(quantity: Quantity, context: ReadingContext): Decimal {
  const { unit } = context;
  switch (unit.kind) {
    case 'money':
      return quantity.number.times(powerOfTen(moneyPower(quantity, { shownIn: unit.shownIn, context })));
    case 'share':
    case 'rate':
    case 'points':
      return storedFraction(quantity, context);
    case 'months':
    case 'count': {
      const { measure } = quantity;
      if (measure.kind === 'none') return quantity.number;
      if (measure.kind === 'noun') return quantity.number.times(measure.factor);
      if (measure.kind === 'scale' && unit.kind === 'count') return quantity.number.times(powerOfTen(measure.power));
      throw wrongUnit(quantity.text, unit);
    }
  }
}

function moneyPower(quantity: Quantity, cell: { shownIn: keyof typeof MONEY_POWERS; context: ReadingContext }): number {
  const { measure } = quantity;
  const ownPower = MONEY_POWERS[cell.shownIn];
  if (measure.kind === 'none') return ownPower;
  if (measure.kind === 'scale') return measure.power;
  if (measure.kind !== 'pounds') throw wrongUnit(quantity.text, cell.context.unit);
  if (measure.power !== null) return measure.power;
  // A bare £ in a £m column: the sign of the column (£9.8m), or pounds (£9.80)? Nobody writes parts of a penny, so £1.234 is not pounds.
  const isPerhapsPounds = ownPower !== 0 && quantity.number.decimalPlaces() <= 2;
  return isPerhapsPounds && cell.context.choices.takesOther('bare-pound') ? 0 : ownPower;
}

function storedFraction(quantity: Quantity, context: ReadingContext): Decimal {
  const { measure, number } = quantity;
  const { unit, choices } = context;
  const isDifference = unit.kind === 'points';
  if (measure.kind === 'basis-points' || measure.kind === (isDifference ? 'points' : 'percent'))
    return number.times(HUNDREDTHS[measure.kind]);
  if (measure.kind !== 'none') throw wrongUnit(quantity.text, unit);
  // A share of 0.85 or a rate of 0.021, as spreadsheets store them, would be a hundred times too small as per cent.
  const isPerhapsFraction =
    !number.isZero() && (unit.kind === 'share' ? number.abs().lte(1) : unit.kind === 'rate' && number.abs().lt('0.1'));
  if (isPerhapsFraction && choices.takesOther('fraction')) return number;
  return number.times(HUNDREDTHS.percent);
}

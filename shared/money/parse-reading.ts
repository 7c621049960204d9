import { ONE, ZERO, type Decimal } from './decimal.ts';
import { exactInUnit } from './format.ts';
import { divisionByNil, factorOf, readFormula } from './parse-formula.ts';
import { readUnsigned, stored, type Quantity, type ReadingContext } from './parse-quantity.ts';
import { EntryRefused, wrongUnit } from './parse-refusal.ts';
import { isMark, isWord, textOf, type Mark, type Token } from './parse-tokens.ts';
import { isTypedInHundredths, type CellUnit } from './units.ts';

/**
 * What an entry puts into a cell, as stored: pounds, a fraction, a count. `isChange` where it was worked out from the figure as it stood.
 * A range carries its likely value, which is the cell's figure.
 */
export type Entry =
  | { readonly form: 'amount'; readonly amount: Decimal; readonly isChange: boolean }
  | { readonly form: 'range'; readonly low: Decimal; readonly likely: Decimal; readonly high: Decimal };

/** A reading in progress: the cell, the doubts, and the figure as it stands (null where the cell is blank). */
export interface CellReading extends ReadingContext {
  readonly current: Decimal | null;
}

/** Places after the point that a scenario file holds (thirds have no end). */
const MOST_PLACES = 30;

/** Reads the tokens of one entry along one way through its doubts. Throws EntryRefused. */
export function readEntry(tokens: readonly Token[], cell: CellReading): Entry {
  const [first, ...rest] = tokens;
  if (isNilDash(tokens)) return amount(ZERO, cell);
  if (isMark(first, '=')) return amount(readFormula(rest, cell), cell);
  if (isWord(first, 'by')) return readChange(rest, cell);
  if (isMark(first, '*') || isMark(first, '/')) return readFactor(rest, { isDivision: isMark(first, '/'), cell });
  if (tokens.some((token) => isMark(token, '|'))) return readThreePoints(splitAtBars(tokens), cell);
  const between = separatorOf(tokens);
  if (between === null) return readAmount(tokens, cell);
  const parts = [tokens.slice(0, between.at), tokens.slice(between.at + 1)];
  if (between.kind === 'range') return readTwoPoints(parts, cell);
  if (between.kind === 'hyphen') return readHyphenated(parts, cell);
  const written = textOf(tokens);
  throw new EntryRefused('formula', {
    read: `"${written}", a sum without its sign`,
    wayOut: `Type =${written.replaceAll(' ', '')} to have it worked out.`,
  });
}

/** A dash on its own, perhaps with a £, is how tables and spreadsheets print nil. */
function isNilDash(tokens: readonly Token[]): boolean {
  const dashes = tokens.filter((token) => isMark(token, '-') || isMark(token, '~'));
  return dashes.length === 1 && tokens.every((token) => dashes.includes(token) || isMark(token, '£') || token.kind === 'scaled-pound');
}

interface Separator {
  readonly at: number;
  readonly kind: 'range' | 'hyphen' | 'operator';
}

/** The first word, dash or operator that stands between two numbers. */
function separatorOf(tokens: readonly Token[]): Separator | null {
  const isNumeral = (token: Token): boolean => token.kind === 'numeral';
  const first = tokens.findIndex(isNumeral);
  const last = tokens.findLastIndex(isNumeral);
  const kindOf = (token: Token): Separator['kind'] | null => {
    if (token.kind !== 'mark') return null;
    const kinds: Partial<Record<Mark, Separator['kind']>> = {
      '~': 'range',
      '-': 'hyphen',
      '+': 'operator',
      '*': 'operator',
      '/': 'operator',
    };
    return kinds[token.text] ?? null;
  };
  const word = tokens.findIndex((token) => isWord(token, 'to'));
  if (word !== -1) return { at: word, kind: 'range' };
  for (let at = first + 1; at < last && first !== -1; at++) {
    const token = tokens[at];
    const kind = token === undefined ? null : kindOf(token);
    if (kind !== null) return { at, kind };
  }
  return null;
}

/** Takes sign and brackets off: (12.3), -12.3, 12.3-, £(12.3)m, and (£m) around a unit. Throws EntryRefused where there are two signs. */
function readSigned(tokens: readonly Token[], cell: ReadingContext): Quantity {
  const bare = withoutBrackets(tokens);
  const place = bare.tokens.findIndex((token) => token.kind === 'numeral');
  const isSign = (token: Token, index: number): boolean =>
    (index < place || index === bare.tokens.length - 1) && (isMark(token, '-') || isMark(token, '~') || isMark(token, '+'));
  const signs = bare.tokens.filter(isSign);
  const trailing = bare.tokens.at(-1);
  if (signs.length + (bare.isNegative ? 1 : 0) > 1 || isMark(trailing, '+')) {
    throw new EntryRefused('signs', { read: `"${textOf(tokens)}", with more than one sign`, wayOut: 'Use one: -12.3, (12.3) or 12.3-.' });
  }
  const quantity = readUnsigned(
    bare.tokens.filter((token, index) => !isSign(token, index)),
    cell,
  );
  const isNegative = bare.isNegative || signs.some((sign) => !isMark(sign, '+'));
  return { ...quantity, number: isNegative ? quantity.number.neg() : quantity.number, text: textOf(tokens) };
}

function withoutBrackets(tokens: readonly Token[]): { tokens: readonly Token[]; isNegative: boolean } {
  const opening = tokens.findIndex((token) => isMark(token, '('));
  const closing = tokens.findIndex((token) => isMark(token, ')'));
  if (opening === -1 && closing === -1) return { tokens, isNegative: false };
  const others = tokens.filter((token) => !isMark(token, '(') && !isMark(token, ')'));
  if (opening === -1 || closing < opening || others.length !== tokens.length - 2) {
    throw new EntryRefused('brackets', {
      read: `"${textOf(tokens)}", whose brackets do not match`,
      wayOut: 'Put one pair around a negative figure: (12.3).',
    });
  }
  return { tokens: others, isNegative: tokens.slice(opening, closing).some((token) => token.kind === 'numeral') };
}

function readAmount(tokens: readonly Token[], cell: CellReading): Entry {
  const quantity = readSigned(tokens, cell);
  const isRate = cell.unit.kind === 'rate' || cell.unit.kind === 'share';
  if (!isRate || quantity.measure.kind !== 'points') return amount(stored(quantity, cell), cell);
  // Points say how far a rate moves; a rate itself is in per cent. So 0.5pp is a change, if there is something to change, or a slip for 0.5%.
  if (cell.current === null) throw wrongUnit(quantity.text, cell.unit);
  const points = quantity.number.div(100);
  if (cell.choices.takesOther('points')) return amount(points, cell);
  return amount(cell.current.plus(points), cell, true);
}

/** `by +5%`, `by -0.4`, `by +0.5pp`: the figure as it stands, changed. */
function readChange(tokens: readonly Token[], cell: CellReading): Entry {
  const current = currentOf(cell, `by ${textOf(tokens)}`);
  const quantity = readSigned(tokens, cell);
  const { measure, number } = quantity;
  if (!isTypedInHundredths(cell.unit)) {
    if (measure.kind === 'percent') return amount(current.times(ONE.plus(number.div(100))), cell, true);
    return amount(current.plus(stored(quantity, cell)), cell, true);
  }
  if (measure.kind === 'points' || measure.kind === 'basis-points') {
    return amount(current.plus(number.div(measure.kind === 'points' ? 100 : 10_000)), cell, true);
  }
  if (measure.kind !== 'none' && measure.kind !== 'percent') throw wrongUnit(quantity.text, cell.unit);
  const share = number.div(100);
  if (cell.unit.kind === 'points')
    return amount(measure.kind === 'percent' ? current.times(ONE.plus(share)) : current.plus(share), cell, true);
  // Five per cent of a rate of 2% is 0.1 points; five points are 5%. Both are meant by "by +5%".
  return amount(cell.choices.takesOther('change') ? current.plus(share) : current.times(ONE.plus(share)), cell, true);
}

/** `*1.05` and `/2`. */
function readFactor(tokens: readonly Token[], reading: { isDivision: boolean; cell: CellReading }): Entry {
  const { cell, isDivision } = reading;
  const written = `${isDivision ? '/' : '*'}${textOf(tokens)}`;
  const current = currentOf(cell, written);
  const factor = factorOf(readSigned(tokens, cell));
  if (isDivision && factor.isZero()) throw divisionByNil(written);
  return amount(isDivision ? current.div(factor) : current.times(factor), cell, true);
}

function currentOf(cell: CellReading, written: string): Decimal {
  if (cell.current !== null) return cell.current;
  throw new EntryRefused('nothing-to-change', {
    read: `"${written}", a change to a cell that is empty`,
    wayOut: 'Type the figure itself.',
  });
}

function splitAtBars(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (isMark(token, '|')) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** `2 | 9.8 | 11`: low, likely, high. */
function readThreePoints(parts: readonly (readonly Token[])[], cell: CellReading): Entry {
  const [low, likely, high] = parts.length === 3 ? storedParts(parts, cell) : [];
  if (low === undefined || likely === undefined || high === undefined) {
    throw new EntryRefused('range-parts', {
      read: `${String(parts.length)} figures between bars`,
      wayOut: 'A range has three: low | likely | high, such as 2 | 9.8 | 11.',
    });
  }
  const say = (figure: Decimal): string => exactInUnit(figure, cell.unit);
  const refuse = (rule: string): EntryRefused =>
    new EntryRefused('range-order', { read: `low ${say(low)}, likely ${say(likely)}, high ${say(high)}`, wayOut: rule });
  if (likely.lt(low)) throw refuse('The likely value must be at least the low one.');
  if (high.lt(likely)) throw refuse('The high value must be at least the likely one.');
  return { form: 'range', low, likely, high };
}

/** `8 to 11`: low and high around the figure as it stands, which stays the likely one. */
function readTwoPoints(parts: readonly (readonly Token[])[], cell: CellReading): Entry {
  const [low, high] = storedParts(parts, cell);
  if (low === undefined || high === undefined)
    throw new EntryRefused('range-parts', { read: 'half a range', wayOut: 'Type both ends: 8 to 11.' });
  const read = `from ${exactInUnit(low, cell.unit)} to ${exactInUnit(high, cell.unit)}`;
  if (high.lt(low)) throw new EntryRefused('range-order', { read, wayOut: 'The high value must be at least the low one.' });
  const likely = cell.current;
  if (likely !== null && likely.gte(low) && likely.lte(high)) return { form: 'range', low, likely, high };
  const why =
    likely === null ? 'The cell has no likely value yet.' : `The figure as it stands, ${exactInUnit(likely, cell.unit)}, lies outside.`;
  throw new EntryRefused('range-without-likely', {
    read,
    wayOut: `${why} Type low | likely | high, such as 2 | 9.8 | 11. A difference is typed as =11-8.`,
  });
}

/** `8-11` may be a range or a difference. */
function readHyphenated(parts: readonly (readonly Token[])[], cell: CellReading): Entry {
  if (!cell.choices.takesOther('hyphen')) return readTwoPoints(parts, cell);
  const [minuend, subtrahend] = storedParts(parts, cell);
  return amount((minuend ?? ZERO).minus(subtrahend ?? ZERO), cell);
}

/** The parts of a range as stored. A unit at the last part may stand for all: 8 to 11m. */
function storedParts(parts: readonly (readonly Token[])[], cell: CellReading): Decimal[] {
  const quantities = parts.map((part) => readSigned(part, cell));
  const measure = quantities.at(-1)?.measure ?? { kind: 'none' };
  return quantities.map((quantity) => {
    const own = stored(quantity, cell);
    if (quantity.measure.kind !== 'none' || measure.kind === 'none') return checked(own, cell.unit);
    const shared = stored({ ...quantity, measure }, cell);
    const isSame = shared.eq(own);
    return checked(!isSame && cell.choices.takesOther('shared-unit') ? shared : own, cell.unit);
  });
}

function amount(figure: Decimal, cell: CellReading, isChange = false): Entry {
  return { form: 'amount', amount: checked(figure, cell.unit), isChange };
}

/** Above these no figure of a footprint lies: £1,000bn, 1,000 per cent, a hundred years. */
const LARGEST: Readonly<Record<CellUnit['kind'], number>> = { money: 1e12, share: 10, rate: 10, points: 10, months: 1200, count: 1e12 };

/** A figure fit to be stored: within bounds, whole where parts have no meaning, never negative zero. Throws EntryRefused. */
function checked(figure: Decimal, unit: CellUnit): Decimal {
  const rounded = figure.toDecimalPlaces(MOST_PLACES);
  if (rounded.abs().gt(LARGEST[unit.kind])) {
    throw new EntryRefused('too-large', { read: exactInUnit(rounded, unit), wayOut: wayOutOfSize(unit) });
  }
  const isWhole = unit.kind === 'months' || (unit.kind === 'count' && unit.whole);
  if (isWhole && !rounded.isInteger()) {
    throw new EntryRefused('not-whole', { read: exactInUnit(rounded, unit), wayOut: 'Type a whole number, without a decimal point.' });
  }
  return rounded.isZero() ? ZERO : rounded;
}

function wayOutOfSize(unit: CellUnit): string {
  if (unit.kind === 'money' && unit.shownIn !== '£') return `The column is in ${unit.shownIn}. For pounds, type a £ before the figure.`;
  return 'That is more than any footprint holds. Type a smaller figure.';
}

import { D, ZERO, type Decimal } from './decimal.ts';
import { poundsPer, usualPlaces, type CellUnit, type MoneyUnit } from './units.ts';

/** Places beyond which an exact figure is printed as "about": nobody reads the eleventh place of a third. */
const LONGEST_EXACT_PLACES = 10;
const MILLION = new D(1_000_000);
const HUNDRED = new D(100);

/** How a table shows an amount that is exactly nil: as `–`, or as the digit of the other cells (`0.0`). An amount that merely rounds to nil is always `0.0`. */
export type NilStyle = 'dash' | 'digits';

/** Rounds half-up, ties away from zero, to a number of decimal places; never negative zero (model-spec §1.5.3, §1.5.4). */
export function roundHalfUp(amount: Decimal, places: number): Decimal {
  const rounded = amount.toDecimalPlaces(places, D.ROUND_HALF_UP);
  return rounded.isZero() ? ZERO : rounded;
}

/** Rounds half-up, ties away from zero, to a multiple of the step (£100,000 for £m to one place); never negative zero. */
export function roundToStep(amount: Decimal, step: Decimal): Decimal {
  return roundHalfUp(amount.div(step), 0).times(step);
}

/** Pounds and pence as machines read them, rounded half-up: "-21998486.19". Never "-0.00". */
export function toPence(pounds: Decimal): string {
  return roundHalfUp(pounds, 2).toFixed(2);
}

/** Puts a comma before each group of three digits of a plain decimal text. */
export function groupThousands(plain: string): string {
  const [whole = '', fraction] = plain.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** The digits of a figure without its sign: half-up to the places, with thousands separators. */
function digitsOf(figure: Decimal, places: number): string {
  return groupThousands(roundHalfUp(figure.abs(), places).toFixed(places));
}

/** A figure with deficits and reductions in brackets; what rounds to nil has none: 1,234.6, (12.3), 0.0. */
export function formatFigure(figure: Decimal, places: number): string {
  const digits = digitsOf(figure, places);
  return roundHalfUp(figure, places).isNeg() ? `(${digits})` : digits;
}

/**
 * A table cell of money, the unit standing in the header: (12.3), 1,234.6, 0.0 for a rounded nil and `–` for a true nil (model-spec §13).
 * `amount` in pounds, surplus positive. `nil: 'digits'` prints a true nil as 0.0 too.
 */
export function formatMoney(amount: Decimal, shown: { unit: MoneyUnit; places?: number; nil?: NilStyle }): string {
  if (amount.isZero() && (shown.nil ?? 'dash') === 'dash') return '–';
  return formatFigure(amount.div(poundsPer(shown.unit)), shown.places ?? usualPlaces(shown.unit));
}

/**
 * A table cell that footing has moved or kept: the shown figure in pounds, with the exact amount deciding between `–` and 0.0.
 * A figure of footing is already a multiple of the step, so nothing is rounded twice.
 */
export function formatFooted(
  footed: { figure: Decimal; exact: Decimal },
  shown: { unit: MoneyUnit; places?: number; nil?: NilStyle },
): string {
  const isTrueNil = footed.figure.isZero() && footed.exact.isZero();
  return formatMoney(footed.figure, { ...shown, nil: isTrueNil ? (shown.nil ?? 'dash') : 'digits' });
}

const SUFFIX: Readonly<Record<MoneyUnit, string>> = { '£': '', '£000': 'k', '£m': 'm' };

/** Money in a sentence, the unit travelling with the figure: £4.3m, (£4.3m), £4,279k, £1,234. */
export function moneyInSentence(amount: Decimal, shown: { unit: MoneyUnit; places?: number }): string {
  const places = shown.places ?? usualPlaces(shown.unit);
  const figure = amount.div(poundsPer(shown.unit));
  const text = `£${digitsOf(figure, places)}${SUFFIX[shown.unit]}`;
  return roundHalfUp(figure, places).isNeg() ? `(${text})` : text;
}

const SHOWS_AS_POUND = 0.5;
const SHOWS_AS_PENNY = 0.005;
const FITTING_UNITS: readonly { unit: MoneyUnit; from: number }[] = [
  { unit: '£m', from: 50_000 },
  { unit: '£000', from: 500 },
];

/**
 * Money in a sentence in the largest unit in which it is not rounded away: £4.3m, £40k, £120, £0.30, "less than £0.01". What is not nil never reads as nil.
 */
export function moneyInFittingUnit(amount: Decimal): string {
  const size = amount.abs();
  const fitting = FITTING_UNITS.find(({ from }) => size.gte(from));
  if (fitting !== undefined) return moneyInSentence(amount, { unit: fitting.unit });
  if (size.isZero() || size.gte(SHOWS_AS_POUND)) return moneyInSentence(amount, { unit: '£' });
  return size.gte(SHOWS_AS_PENNY) ? moneyInSentence(amount, { unit: '£', places: 2 }) : 'less than £0.01';
}

/** An amount in words with its article, as it is read aloud: "a £4.3m", "an £11.7m", "an £8.0m". */
export function withArticle(amount: string): string {
  return /^£(8|11(?!\d)|18(?!\d))/.test(amount) ? `an ${amount}` : `a ${amount}`;
}

/** A change that somebody just made, which alone may carry a plus: +£0.2m, (£0.3m), £0.0m. */
export function changeInSentence(change: Decimal, shown: { unit: MoneyUnit; places?: number }): string {
  const text = moneyInSentence(change, shown);
  const rounded = roundHalfUp(change.div(poundsPer(shown.unit)), shown.places ?? usualPlaces(shown.unit));
  return rounded.isPos() && !rounded.isZero() ? `+${text}` : text;
}

/** The header under which a variance may stand without a word of its own (model-spec §1.2). */
export const VARIANCE_HEADER = 'fav/(adv)';

/** A variance outside a column headed fav/(adv): £1.2m fav, £1.2m adv, £0.0m. Positive is favourable. */
export function varianceInSentence(variance: Decimal, shown: { unit: MoneyUnit; places?: number }): string {
  const places = shown.places ?? usualPlaces(shown.unit);
  const rounded = roundHalfUp(variance.div(poundsPer(shown.unit)), places);
  const text = moneyInSentence(variance.abs(), shown);
  if (rounded.isZero()) return text;
  return `${text} ${rounded.isNeg() ? 'adv' : 'fav'}`;
}

/** A fraction as per cent: 0.021 is 2.1%; reductions in brackets. One place unless told otherwise, at most four (model-spec §1.1). */
export function formatPercent(fraction: Decimal, places = 1): string {
  return bracketed(fraction.times(HUNDRED), { places, suffix: '%' });
}

/** A difference of rates, given as a fraction, in percentage points: 0.005 is 0.5pp. */
export function formatPercentagePoints(difference: Decimal, places = 1): string {
  return bracketed(difference.times(HUNDRED), { places, suffix: 'pp' });
}

/** Pounds per head of population, to the penny: (£13.97). */
export function formatPerHead(poundsPerHead: Decimal): string {
  return moneyInSentence(poundsPerHead, { unit: '£', places: 2 });
}

/** Activity, WTE, beds, people: 2,000 or 35.7. */
export function formatCount(count: Decimal, places = 0): string {
  return formatFigure(count, places);
}

function bracketed(figure: Decimal, shown: { places: number; suffix: string }): string {
  const text = `${digitsOf(figure, shown.places)}${shown.suffix}`;
  return roundHalfUp(figure, shown.places).isNeg() ? `(${text})` : text;
}

/** The exact digits of a figure, without its sign, at least `places` of them after the point if it has any. */
function exactDigits(figure: Decimal, leastPlaces: number): { digits: string; isAbout: boolean } {
  const places = figure.decimalPlaces();
  if (places > LONGEST_EXACT_PLACES) return { digits: digitsOf(figure, Math.max(leastPlaces, 4)), isAbout: true };
  return { digits: digitsOf(figure, places === 0 ? 0 : Math.max(places, leastPlaces)), isAbout: false };
}

function exactText(figure: Decimal, shown: { prefix: string; suffix: string; leastPlaces: number }): string {
  const { digits, isAbout } = exactDigits(figure, shown.leastPlaces);
  const text = `${shown.prefix}${digits}${shown.suffix}`;
  return `${isAbout ? 'about ' : ''}${figure.isNeg() && !figure.isZero() ? `(${text})` : text}`;
}

/** An amount in pounds with every digit that it has: £9,800,000, (£1,234.50); "about" only where it has no end of digits. */
export function exactPounds(amount: Decimal): string {
  return exactText(amount, { prefix: '£', suffix: '', leastPlaces: 2 });
}

/** The exact amount in the fewest words: £1.234m from a million on, pounds below. */
export function exactShort(amount: Decimal): string {
  if (amount.abs().lt(MILLION)) return exactPounds(amount);
  return exactText(amount.div(MILLION), { prefix: '£', suffix: 'm', leastPlaces: 0 });
}

/** What a cell holds, in full and with its unit: £9,800,000, 85%, 0.5pp, 12 months, 2,000 spells a year. `amount` as stored. */
export function exactInUnit(amount: Decimal, unit: CellUnit): string {
  switch (unit.kind) {
    case 'money':
      return `${exactPounds(amount)}${unit.per === undefined ? '' : ` a ${unit.per}`}`;
    case 'share':
    case 'rate':
      return exactText(amount.times(HUNDRED), { prefix: '', suffix: '%', leastPlaces: 0 });
    case 'points':
      return exactText(amount.times(HUNDRED), { prefix: '', suffix: 'pp', leastPlaces: 0 });
    case 'months':
      return exactText(amount, { prefix: '', suffix: amount.abs().eq(1) ? ' month' : ' months', leastPlaces: 0 });
    case 'count':
      return exactText(amount, { prefix: '', suffix: unit.noun === '' ? '' : ` ${unit.noun}`, leastPlaces: 0 });
  }
}

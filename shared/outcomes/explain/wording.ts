import { TOLERANCE, D, type Decimal } from '../../money/decimal.ts';
import { formatFigure, groupThousands, moneyInSentence, roundHalfUp } from '../../money/format.ts';

const MILLION = new D(1_000_000);
const HUNDRED = new D(100);

/** The size of an amount as a sentence says it, without its sign: £4.3m, £334,352, £965.20. */
export function pounds(amount: Decimal): string {
  const size = amount.abs();
  if (size.gte(MILLION)) return moneyInSentence(size, { unit: '£m' });
  return moneyInSentence(size, { unit: '£', places: size.lt(10_000) && !size.isInteger() ? 2 : 0 });
}

/** A position in words: "a surplus of £4.9m", "a deficit of £4.3m", "exact balance". */
export function position(amount: Decimal): string {
  if (amount.abs().lte(TOLERANCE)) return 'exact balance';
  return amount.lt(0) ? `a deficit of ${pounds(amount)}` : `a surplus of ${pounds(amount)}`;
}

/** What a change does to a position: "improves the position of the system by £0.3m", "worsens the position by £7.1m". */
export function change(amount: Decimal, owner?: string): string {
  const whose = owner === undefined ? 'the position' : `the position of ${owner}`;
  if (amount.isZero()) return `does not change ${whose}`;
  return `${amount.lt(0) ? 'worsens' : 'improves'} ${whose} by ${pounds(amount)}`;
}

/** Who gains or loses by something: "The system is £7.1m worse off"; "would be" for what is only claimed. */
export function betterOrWorse(amount: Decimal, owner: string, verb: 'is' | 'would be' = 'is'): string {
  if (amount.isZero()) return `${owner} ${verb} neither better nor worse off`;
  return `${owner} ${verb} ${pounds(amount)} ${amount.lt(0) ? 'worse' : 'better'} off`;
}

/** Words as they stand inside a sentence: the first letter small, unless the first word is a name or an abbreviation. */
export function insideSentence(words: string): string {
  const [first = ''] = words.split(' ');
  const isPlain = first.slice(1) === first.slice(1).toLowerCase() && first.length > 1;
  return isPlain ? `${words.charAt(0).toLowerCase()}${words.slice(1)}` : words;
}

/** A count of whole things that is held in a machine integer: "1 month", "6 months". */
export function months(count: number): string {
  return `${String(count)} ${count === 1 ? 'month' : 'months'}`;
}

/** A number in the fewest digits of at most `places` after the point: 2,000 or 47.6, -0.14. */
export function plainNumber(amount: Decimal, places = 2): string {
  const rounded = roundHalfUp(amount, places);
  return `${rounded.lt(0) ? '-' : ''}${groupThousands(rounded.abs().toFixed())}`;
}

/** A share or rate in per cent with at most two places: 85%, 2.21%, -0.14%. */
export function percent(share: Decimal): string {
  return `${plainNumber(share.times(HUNDRED))}%`;
}

/** A count of things, in the singular for one: "1 ward", "3 wards". */
export function counted(count: Decimal, noun: string): string {
  return `${plainNumber(count)} ${noun}${count.eq(1) ? '' : 's'}`;
}

/** An exact figure in a table of text: pounds to the penny with brackets, anything else with its digits to ten places. */
export function tableFigure(amount: Decimal, unit: string): string {
  return unit.startsWith('£') ? formatFigure(amount, 2) : plainNumber(amount, 10);
}

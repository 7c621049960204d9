import { D, type Decimal } from './decimal.ts';
import { EntryRefused } from './parse-refusal.ts';

/** How separators are written: British 1,234.5, continental 1.234,5. */
export type Convention = 'british' | 'continental';

/**
 * A numeral as read: `usual` is the first reading and `other`, if any, the second.
 * `thousands-point`: 1.234 may be one and a bit or one thousand two hundred and thirty-four; `decimal-comma`: 1,23 may be one and a bit or 123.
 */
export interface Numeral {
  readonly usual: Decimal;
  readonly other: Decimal | null;
  readonly doubt: 'thousands-point' | 'decimal-comma' | null;
}

/** Digits beyond which the arithmetic would start to round (model-spec §1.5.1). */
const MOST_DIGITS = 34;

/** Reads the separators of a numeral. Throws EntryRefused where they stand in no convention. A stated convention leaves no doubt. */
export function readNumeral(text: string, convention: Convention | null): Numeral {
  const { digits, isGrouped } = withoutSpaces(text);
  const readings = isGrouped ? groupedBySpaces(digits) : readingsOf(digits, convention);
  if (readings === null) {
    throw new EntryRefused('separators', {
      read: `"${text}", whose separators stand in unusual places`,
      wayOut: 'Separate thousands by commas, three digits each, with one point before the decimals: 1,234,567.8.',
    });
  }
  const [usual, other] = readings.map(toDecimal);
  if (usual === undefined) throw new EntryRefused('not-a-number', { read: `"${text}"`, wayOut: 'Type the figure in digits.' });
  return { usual, other: other ?? null, doubt: other === undefined ? null : digits.includes(',') ? 'decimal-comma' : 'thousands-point' };
}

/** Removes spaces and apostrophes that group thousands; anything else between two runs of digits is two numbers. */
function withoutSpaces(text: string): { digits: string; isGrouped: boolean } {
  const separator = /[ ']/.exec(text)?.[0];
  if (separator === undefined) return { digits: text, isGrouped: false };
  const grouped = separator === ' ' ? /^\d{1,3}(?: \d{3})+(?:[.,]\d*)?$/ : /^\d{1,3}(?:'\d{3})+(?:[.,]\d*)?$/;
  if (grouped.test(text)) return { digits: text.replaceAll(separator, ''), isGrouped: true };
  throw new EntryRefused('two-numbers', {
    read: `"${text}", more than one number`,
    wayOut: 'One cell holds one figure. A sum is typed as =12+3.4, a range as 8 to 11.',
  });
}

/** Where spaces group the thousands, the one comma or point left is the decimal mark. */
function groupedBySpaces(digits: string): string[] {
  return [digits.replace(',', '.')];
}

const COMMA_GROUPS = /^[1-9]\d{0,2}(?:,\d{3})+$/;
const POINT_GROUPS = /^[1-9]\d{0,2}(?:\.\d{3})+$/;

/** The readings of a numeral with points and commas as plain decimals, the usual first; null where there is none. */
function readingsOf(text: string, convention: Convention | null): string[] | null {
  if (convention === 'continental') {
    const swapped = british(text.replace(/[.,]/g, (separator) => (separator === ',' ? '.' : ',')));
    return swapped === null ? null : [swapped];
  }
  const asBritish = british(text);
  if (convention === 'british') return asBritish === null ? null : [asBritish];
  if (asBritish !== null) return POINT_GROUPS.test(text) ? [asBritish, text.replace('.', '')] : [asBritish];
  return continental(text);
}

function british(text: string): string | null {
  const [whole = '', fraction, surplus] = text.split('.');
  if (surplus !== undefined || (fraction ?? '').includes(',')) return null;
  if (whole.includes(',') && !COMMA_GROUPS.test(whole)) return null;
  return fraction === undefined ? whole.replaceAll(',', '') : `${whole.replaceAll(',', '')}.${fraction}`;
}

/** What British separators do not explain: 1.234,5 and 1.234.567 have one reading, 1,23 has two, since the comma may have slipped. */
function continental(text: string): string[] | null {
  const [whole = '', fraction, surplus] = text.split(',');
  if (surplus !== undefined) return null;
  if (whole.includes('.')) {
    if (!POINT_GROUPS.test(whole) || fraction?.includes('.') === true) return null;
    return [`${whole.replaceAll('.', '')}.${fraction ?? ''}`];
  }
  if (fraction === undefined || fraction === '' || fraction.includes('.')) return null;
  const asDecimal = `${whole}.${fraction}`;
  return /^0*$/.test(whole) ? [asDecimal] : [asDecimal, `${whole}${fraction}`];
}

function toDecimal(plain: string): Decimal {
  const digits = plain.replace('.', '').replace(/^0+/, '');
  if (digits.length > MOST_DIGITS) {
    throw new EntryRefused('too-many-digits', {
      read: `a number of ${String(digits.length)} digits`,
      wayOut: `Type at most ${String(MOST_DIGITS)} digits, which is what the arithmetic keeps.`,
    });
  }
  return new D(`0${plain}`.replace(/\.$/, ''));
}

import { type CellUnit } from './units.ts';

/** Why an entry was not read. */
export type RefusalCode =
  | 'empty'
  | 'too-long'
  | 'column-too-narrow'
  | 'spreadsheet-error'
  | 'exponent'
  | 'date'
  | 'unknown-character'
  | 'unknown-word'
  | 'not-a-number'
  | 'two-numbers'
  | 'separators'
  | 'signs'
  | 'brackets'
  | 'wrong-unit'
  | 'other-currency'
  | 'formula'
  | 'division-by-nil'
  | 'nothing-to-change'
  | 'range-order'
  | 'range-parts'
  | 'range-without-likely'
  | 'not-whole'
  | 'too-large'
  | 'too-many-digits';

/** An entry that cannot be read: what it was read as, and the way out. Caught by parseEntry, which adds what the cell allows. */
export class EntryRefused extends Error {
  readonly code: RefusalCode;
  /** What was read, completing the sentence "Read as …". */
  readonly read: string;
  readonly wayOut: string;

  constructor(code: RefusalCode, refusal: { read: string; wayOut: string }) {
    super(`Read as ${refusal.read}. ${refusal.wayOut}`);
    this.name = 'EntryRefused';
    this.code = code;
    this.read = refusal.read;
    this.wayOut = refusal.wayOut;
  }
}

const MONEY_EXAMPLE = { '£': '1,250 or £1.25m', '£000': '4,000 or £4m', '£m': '4.0 or £4m' } as const;

/** What a cell takes, completing the sentence "Allowed: …". */
export function allowedIn(unit: CellUnit): string {
  switch (unit.kind) {
    case 'money':
      return `an amount in £${unit.per === undefined ? '' : ` a ${unit.per}`}, such as ${MONEY_EXAMPLE[unit.shownIn]}`;
    case 'share':
      return 'a share in per cent, such as 85 or 85%';
    case 'rate':
      return 'a rate in per cent, such as 2.1 or 2.1%';
    case 'points':
      return 'a difference in percentage points, such as 0.5 or 0.5pp';
    case 'months':
      return 'a whole number of months, such as 18';
    case 'count':
      return `a ${unit.whole ? 'whole number' : 'number'}${unit.noun === '' ? '' : ` of ${unit.noun}`}, such as ${unit.whole ? '12' : '12.5'}`;
  }
}

/** How to type what the cell does take, for somebody who typed a unit that it does not. */
export function wayOutOfUnit(unit: CellUnit): string {
  switch (unit.kind) {
    case 'money':
      return 'Type pounds. To change the amount by a share of itself, type by +5%.';
    case 'share':
    case 'rate':
      return 'Type the per cent alone, such as 2.5%. To change it by points, type by +0.5pp.';
    case 'points':
      return 'Type the difference in percentage points, such as 0.5pp.';
    case 'months':
      return 'Type the number of months alone.';
    case 'count':
      return 'Type the number alone.';
  }
}

/** The refusal of a unit that is not the cell's. */
export function wrongUnit(read: string, unit: CellUnit): EntryRefused {
  return new EntryRefused('wrong-unit', { read, wayOut: wayOutOfUnit(unit) });
}

import { describe, expect, test } from 'vitest';
import { decimal } from '../../../shared/money/decimal.ts';
import { parseEntry } from '../../../shared/money/parse.ts';
import { allowedIn, wayOutOfUnit } from '../../../shared/money/parse-refusal.ts';
import { CELLS, outcome, read, type CellName } from './parse-support.ts';

/** The refusal of an entry; fails the test where it was read. */
function refusal(typed: string, cell: CellName, current?: string) {
  const result = read(typed, cell, current === undefined ? {} : { current });
  if (result.kind !== 'refused') throw new Error(`${typed} was read as ${outcome(result)}`);
  return result;
}

describe('what is read is echoed', () => {
  test.each<[string, CellName, string, string?]>([
    ['9.8', '£m', '9.8 → £9,800,000'],
    ['(4.3)', '£m', '(4.3) → (£4,300,000)'],
    ['  =12+3.4 ', '£m', '=12+3.4 → £15,400,000'],
    ['=10/3', '£', '=10/3 → about £3.3333'],
    ['85', 'share', '85 → 85%'],
    ['25bps', 'points', '25bps → 0.25pp'],
    ['1.5 years', 'months', '1.5 years → 18 months'],
    ['2,000', 'spells', '2,000 → 2,000 spells a year'],
    ['2.1k', '£ a spell', '2.1k → £2,100 a spell'],
    ['2 | 9.8 | 11', '£m', '2 | 9.8 | 11 → low £2,000,000, likely £9,800,000, high £11,000,000'],
    ['by +5%', '£m', 'by +5% → £10,290,000, was £9,800,000', '9800000'],
    ['8 to 11', '£m', '8 to 11 → low £8,000,000, likely £9,800,000, high £11,000,000', '9800000'],
    ['9.8', '£m', '9.8 → £9,800,000', '1000000'],
  ])('%s in %s', (typed, cell, echo, current) => {
    const result = read(typed, cell, current === undefined ? {} : { current });
    expect(result).toMatchObject({ kind: 'parsed', echo });
    expect(echo.startsWith(`${typed.trim()} → ${result.kind === 'parsed' ? result.text : '?'}`)).toBe(true);
  });

  test.each<[string, CellName, string]>([
    ['by +5%', '£m', '9800000'],
    ['by -0.4', '£m', '9800000'],
    ['by +5pp', 'share', '0.8'],
    ['by 10%', 'points', '0.005'],
    ['by 0.1', 'points', '0.005'],
    ['*1.05', '£m', '9800000'],
    ['/2', '£m', '9800000'],
  ])('%s in %s is a change', (typed, cell, current) => {
    expect(read(typed, cell, { current })).toMatchObject({ kind: 'parsed', entry: { isChange: true } });
  });

  test('both ways to change a rate are changes, and points set outright are not', () => {
    const changes = (typed: string): boolean[] => {
      const result = read(typed, 'rate', { current: '0.021' });
      return result.kind === 'ambiguous' ? result.readings.map(({ entry }) => entry.form === 'amount' && entry.isChange) : [];
    };
    expect(changes('by +5%')).toEqual([true, true]);
    expect(changes('0.5pp')).toEqual([true, false]);
  });

  test('a change says so, a plain figure does not', () => {
    expect(read('by +5%', '£m', { current: '9800000' })).toMatchObject({ entry: { form: 'amount', isChange: true } });
    expect(read('10.29', '£m', { current: '9800000' })).toMatchObject({ entry: { form: 'amount', isChange: false } });
  });
});

describe('what can be read two ways is asked', () => {
  test('with both readings, numbered', () => {
    expect(read('1.234', '£m')).toMatchObject({ kind: 'ambiguous', text: '"1.234" can be read two ways. 1: £1.234m. 2: £1,234.' });
  });

  test('each reading can be picked', () => {
    const result = read('1.234', '£m');
    const stored =
      result.kind === 'ambiguous' ? result.readings.map(({ entry }) => (entry.form === 'amount' ? entry.amount.toFixed() : '')) : [];
    expect(stored).toEqual(['1234000', '1234']);
  });

  test('two doubts make more than two readings', () => {
    expect(read('£1,5', '£m')).toMatchObject({
      text: '"£1,5" can be read four ways. 1: £1.5m. 2: £1.50. 3: £15m. 4: £15.',
    });
    expect(read('£8 to 11,5', '£m', { current: '9000000' }).kind).toBe('ambiguous');
  });

  test('every part of an entry is read in the same way', () => {
    expect(outcome(read('1.234 | 2.345 | 3.456', '£000'))).toBe(
      'low £1,234, likely £2,345, high £3,456 or low £1.234m, likely £2.345m, high £3.456m',
    );
  });
});

describe('a stated convention leaves no doubt', () => {
  test.each<[string, 'british' | 'continental', string]>([
    ['1.234', 'british', '1234000'],
    ['1.234', 'continental', '1234000000'],
    ['1,234', 'british', '1234000000'],
    ['1,234', 'continental', '1234000'],
    ['1,23', 'british', 'refused: separators'],
    ['1,23', 'continental', '1230000'],
    ['1.234,5', 'british', 'refused: separators'],
    ['1.234,5', 'continental', '1234500000'],
    ['1,234.5', 'continental', 'refused: separators'],
    ['1 234,5', 'continental', '1234500000'],
    ['9.8', 'continental', 'refused: separators'],
  ])('%s, %s', (typed, convention, expected) => {
    expect(outcome(read(typed, '£m', { convention }))).toBe(expected);
  });
});

describe('what is refused says what was read, what is allowed, and the way out', () => {
  test('a per cent in a £ cell', () => {
    expect(refusal('4%', '£m')).toEqual({
      kind: 'refused',
      code: 'wrong-unit',
      read: '4%',
      allowed: 'an amount in £, such as 4.0 or £4m',
      wayOut: 'Type pounds. To change the amount by a share of itself, type by +5%.',
      text: 'Read as 4%. Allowed: an amount in £, such as 4.0 or £4m. Type pounds. To change the amount by a share of itself, type by +5%.',
    });
  });

  test.each<[string, CellName, string, string?]>([
    [
      '40 | 80 | 75',
      'share',
      'Read as low 40%, likely 80%, high 75%. Allowed: a share in per cent, such as 85 or 85%. The high value must be at least the likely one.',
    ],
    ['90 | 80 | 95', 'share', 'The likely value must be at least the low one.'],
    [
      '11 to 8',
      '£m',
      'Read as from £11,000,000 to £8,000,000. Allowed: an amount in £, such as 4.0 or £4m. The high value must be at least the low one.',
      '9800000',
    ],
    ['8 to 9', '£m', 'The figure as it stands, £9,800,000, lies outside. Type low | likely | high', '9800000'],
    ['8-11', '£m', 'The cell has no likely value yet. Type low | likely | high, such as 2 | 9.8 | 11. A difference is typed as =11-8.'],
    ['2 | 11', '£m', 'Read as 2 figures between bars. Allowed: an amount in £, such as 4.0 or £4m. A range has three: low | likely | high'],
    [
      '',
      '£m',
      'Read as an empty cell. Allowed: an amount in £, such as 4.0 or £4m. Type a figure. Delete clears a cell; nil is typed as 0.',
    ],
    [
      '####',
      '£m',
      'which a spreadsheet shows when its column is too narrow. Allowed: an amount in £, such as 4.0 or £4m. Widen the column',
    ],
    ['#N/A', '£m', 'Read as the spreadsheet error #N/A. Allowed: an amount in £, such as 4.0 or £4m. Mend the formula there'],
    ['NaN', '£m', 'Read as "NaN", which is no amount'],
    ['1e9999', '£m', 'Read as "1e9999", a figure shortened to a power of ten, which may have lost digits'],
    [
      '2018/19',
      '£m',
      'Read as "2018/19", a date or a financial year. Allowed: an amount in £, such as 4.0 or £4m. Type one figure. A division is typed as =1/2.',
    ],
    [
      '9'.repeat(201),
      '£m',
      'Read as 201 characters. Allowed: an amount in £, such as 4.0 or £4m. Type one figure of at most 200 characters.',
    ],
    ['5²', '£m', 'Read as "²" (U+00B2), which has no place in a figure'],
    ['~5', '£m', 'Read as "~" (U+007E)'],
    ['$5m', '£m', 'Read as an amount in $. Allowed: an amount in £, such as 4.0 or £4m. Footing works in pounds.'],
    ['tbc', '£m', 'Read as "tbc", which holds no number'],
    ['abc 12', '£m', 'Read as "abc 12", with words before the number'],
    ['2,000 Beds', 'spells', 'Read as "2,000 Beds", in which "Beds" is not understood. Allowed: a number of spells a year, such as 12.5.'],
    ['by', '£m', 'Read as an entry that stops half-way', '9800000'],
    ['12 34', '£m', 'Read as "12 34", more than one number'],
    ['12 % 34', '£m', 'Read as "12 % 34", more than one number'],
    ['1,23.4', '£m', 'Read as "1,23.4", whose separators stand in unusual places'],
    ['(–5)', '£m', 'Read as "(–5)", with more than one sign'],
    ['(5', '£m', 'Read as "(5", whose brackets do not match'],
    ['£5m %', '£m', 'Read as "£5m %", with two units'],
    ['*£5', '£m', 'Read as a multiplication by "£5"', '9800000'],
    [
      '12+3.4',
      '£m',
      'Read as "12+3.4", a sum without its sign. Allowed: an amount in £, such as 4.0 or £4m. Type =12+3.4 to have it worked out.',
    ],
    ['12 * 3', '£m', 'Type =12*3 to have it worked out.'],
    ['=A1+B2', '£m', 'Read as the formula "=A1+B2", which cannot be worked out'],
    ['=3m+1', '£m', 'Read as the formula "=3m+1", which joins unlike terms'],
    ['=1/0', '£m', 'Read as "=1/0", a division by nil'],
    ['/0', '£m', 'Read as "/0", a division by nil', '9800000'],
    ['by +5%', '£m', 'Read as "by +5%", a change to a cell that is empty'],
    ['*1.05', '£m', 'Read as "*1.05", a change to a cell that is empty'],
    ['1.5', 'months', 'Read as 1.5 months. Allowed: a whole number of months, such as 18. Type a whole number'],
    [
      '9800000',
      '£m',
      'Read as £9,800,000,000,000. Allowed: an amount in £, such as 4.0 or £4m. The column is in £m. For pounds, type a £ before the figure.',
    ],
    ['2000', 'share', 'Read as 2,000%. Allowed: a share in per cent, such as 85 or 85%. That is more than any footprint holds.'],
    ['9,999,999,999,999', '£', 'That is more than any footprint holds. Type a smaller figure.'],
    ['12345678901234567890123456789012345', '£', 'Read as a number of 35 digits'],
  ])('%s in %s', (typed, cell, text, current) => {
    expect(refusal(typed, cell, current).text).toContain(text);
  });

  test('what each cell allows, and its way out', () => {
    const allowed = Object.values(CELLS).map((unit) => allowedIn(unit));
    expect(allowed).toEqual([
      'an amount in £, such as 4.0 or £4m',
      'an amount in £, such as 4,000 or £4m',
      'an amount in £, such as 1,250 or £1.25m',
      'an amount in £ a spell, such as 1,250 or £1.25m',
      'a share in per cent, such as 85 or 85%',
      'a rate in per cent, such as 2.1 or 2.1%',
      'a difference in percentage points, such as 0.5 or 0.5pp',
      'a whole number of months, such as 18',
      'a number of spells a year, such as 12.5',
      'a whole number of people, such as 12',
      'a number, such as 12.5',
    ]);
    const waysOut = Object.values(CELLS).map((unit) => wayOutOfUnit(unit));
    expect(new Set(waysOut).size).toBe(5);
    expect(waysOut.every((wayOut) => wayOut.startsWith('Type '))).toBe(true);
  });

  test('every example that a cell offers can be typed into it', () => {
    for (const [name, unit] of Object.entries(CELLS)) {
      const examples = allowedIn(unit).split('such as ')[1]?.split(' or ') ?? [];
      for (const example of examples) expect(`${name} ${example} ${parseEntry(example, { unit }).kind}`).toBe(`${name} ${example} parsed`);
    }
  });
});

describe('limits', () => {
  test('the longest entry and the most digits are still read', () => {
    const longest = `=${'1+'.repeat(99)}1`;
    expect(longest).toHaveLength(200);
    expect(outcome(read(longest, '£'))).toBe('100');
    expect(outcome(read(`0.${'0'.repeat(4)}${'1'.repeat(20)}`, '£'))).toBe(`0.${'0'.repeat(4)}${'1'.repeat(20)}`);
    expect(outcome(read('1000000', '£m'))).toBe('1000000000000');
    expect(outcome(read('1000', 'share'))).toBe('10');
    expect(outcome(read('1200', 'months'))).toBe('1200');
  });

  test('what is stored has at most thirty places', () => {
    expect(outcome(read('=1/3', 'ratio'))).toBe(`0.${'3'.repeat(30)}`);
  });

  test('nil never has a sign', () => {
    const result = parseEntry('-0.0', { unit: CELLS['£m'] });
    expect(result.kind === 'parsed' && result.entry.form === 'amount' && result.entry.amount.isNeg()).toBe(false);
  });

  test('deep brackets and long runs of signs are answered', () => {
    expect(outcome(read(`=${'('.repeat(99)}1${')'.repeat(99)}`, '£'))).toBe('1');
    expect(outcome(read(`=${'('.repeat(199)}`, '£'))).toBe('refused: formula');
    expect(outcome(read(`=${'-'.repeat(150)}1`, '£'))).toBe('1');
    expect(outcome(read('='.repeat(200), '£'))).toBe('refused: formula');
  });

  test('an unread current value is not needed for a plain figure', () => {
    expect(parseEntry('5', { unit: CELLS['£'], current: decimal('3') })).toMatchObject({ kind: 'parsed', text: '£5' });
  });
});

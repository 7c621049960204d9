import { describe, expect, test } from 'vitest';
import { decimal } from '../../../shared/money/decimal.ts';
import { entryGuard, type GuardVerdict } from '../../../shared/money/entry-guard.ts';
import { CELLS, type CellName } from './parse-support.ts';

function guard(previous: string | null, next: string, cell: CellName, systemIncome?: string): GuardVerdict {
  return entryGuard({
    previous: previous === null ? null : decimal(previous),
    next: decimal(next),
    unit: CELLS[cell],
    systemIncome: systemIncome === undefined ? null : decimal(systemIncome),
  });
}

const FINE = { verdict: 'fine' };

describe('a ten-fold jump asks first', () => {
  test('£000 pasted into a £m column, with what was probably meant', () => {
    const verdict = guard('8000000', '8000000000', '£m');
    expect(verdict).toMatchObject({
      verdict: 'ask',
      text: '8 becomes 8,000? That is 1,000 times the old value.',
      suggestion: { text: '£8,000,000' },
    });
    expect(verdict.verdict === 'ask' && verdict.suggestion?.amount.toFixed()).toBe('8000000');
  });

  test('pounds pasted into a £m column', () => {
    expect(guard('8000000', '7900000000000', '£m')).toMatchObject({ verdict: 'ask', suggestion: { text: '£7,900,000' } });
  });

  test('£m pasted into a £000 or a £ column', () => {
    expect(guard('8000000', '8200', '£000')).toMatchObject({
      text: '8,000 becomes 8.2? The old value was 976 times as much.',
      suggestion: { text: '£8,200,000' },
    });
    expect(guard('8000000', '8.2', '£')).toMatchObject({ suggestion: { text: '£8,200,000' } });
  });

  test('ten times or more, either way and whatever the sign', () => {
    expect(guard('100', '1000', '£').verdict).toBe('ask');
    expect(guard('100', '999', '£')).toEqual(FINE);
    expect(guard('100', '10', '£').verdict).toBe('ask');
    expect(guard('100', '10.01', '£')).toEqual(FINE);
    expect(guard('-100', '-1000', '£')).toMatchObject({ text: '(100) becomes (1,000)? That is 10 times the old value.', suggestion: null });
    expect(guard('100', '-100', '£')).toEqual(FINE);
    expect(guard('0.85', '0.0085', 'share')).toMatchObject({
      text: '85% becomes 0.85%? The old value was 100 times as much.',
      suggestion: null,
    });
    expect(guard('2000', '20000', 'spells').verdict).toBe('ask');
  });

  test('for months beyond any horizon', () => {
    expect(guard('24', '600', 'months')).toMatchObject({ verdict: 'ask', text: '600 months? That is 50 years.', suggestion: null });
    expect(guard('24', '240', 'months')).toEqual(FINE);
  });

  test('not for a change of months, not for nil, not for the same figure', () => {
    expect(guard('1', '12', 'months')).toEqual(FINE);
    expect(guard('100', '0', '£')).toEqual(FINE);
    expect(guard('100', '100', '£')).toEqual(FINE);
    expect(guard('0', '100', '£')).toEqual(FINE);
  });
});

describe('a blank cell has no old value to compare with', () => {
  test('£1bn in a £m or £000 column asks', () => {
    expect(guard(null, '8000000000', '£m')).toMatchObject({
      verdict: 'ask',
      text: '8,000 in a column of £m? That is £8,000,000,000.',
      suggestion: { text: '£8,000,000' },
    });
    expect(guard('0', '-1000000000', '£000').verdict).toBe('ask');
    expect(guard(null, '999999999', '£m')).toEqual(FINE);
    expect(guard(null, '8000000000', '£')).toEqual(FINE);
    expect(guard(null, '8000000000', 'spells')).toEqual(FINE);
  });
});

describe('an entry that moves the system by more than a quarter asks', () => {
  test('against the income of the system, where it is known', () => {
    expect(guard(null, '250000001', '£m', '1000000000')).toMatchObject({
      verdict: 'ask',
      text: '£250,000,001? That changes the system by more than a quarter of its income.',
    });
    expect(guard(null, '250000000', '£m', '1000000000')).toEqual(FINE);
    expect(guard('200000000', '451000000', '£m', '1000000000').verdict).toBe('ask');
    expect(guard('200000000', '450000000', '£m', '1000000000')).toEqual(FINE);
    expect(guard('300000000', '40000000', '£m', '1000000000').verdict).toBe('ask');
    expect(guard(null, '300000000', '£m')).toEqual(FINE);
  });

  test('only for money as such', () => {
    expect(guard('100', '900', '£ a spell', '100')).toEqual(FINE);
    expect(guard('100', '900', 'spells', '100')).toEqual(FINE);
  });
});

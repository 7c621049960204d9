import { expect, test } from 'vitest';
import { decimal } from '../../../shared/money/decimal.ts';
import { moneyInFittingUnit } from '../../../shared/money/format.ts';

test.each([
  ['-4278659.77', '(£4.3m)'],
  ['50000', '£0.1m'],
  ['49999.99', '£50k'],
  ['500', '£1k'],
  ['499.99', '£500'],
  ['-120', '(£120)'],
  ['0.5', '£1'],
  ['0.3', '£0.30'],
  ['-0.005', '(£0.01)'],
  ['0.0049', 'less than £0.01'],
  ['0', '£0'],
])('%s reads %s, and what is not nil never reads as nil', (amount, words) => {
  expect(moneyInFittingUnit(decimal(amount))).toBe(words);
});

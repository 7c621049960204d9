import { exactInUnit } from '../../money/format.ts';
import { canonical, decimal, type Decimal } from '../../money/decimal.ts';
import type { CellUnit } from '../../money/units.ts';
import type { Input, Unit } from '../input.ts';

const CELL_UNITS: Partial<Record<Unit, CellUnit>> = {
  '£': { kind: 'money', shownIn: '£' },
  share: { kind: 'share' },
  rate: { kind: 'rate' },
  months: { kind: 'months' },
  days: { kind: 'count', noun: 'days', whole: false },
  beds: { kind: 'count', noun: 'beds', whole: false },
  WTE: { kind: 'count', noun: 'WTE', whole: false },
  persons: { kind: 'count', noun: 'persons', whole: false },
};

/** A figure as a message shows it, exactly and with its unit: (£200,000), 120%, 6 months, 1 year. Reductions in brackets, never a minus. */
export function shownAmount(amount: Decimal, unit: Unit): string {
  const cell = CELL_UNITS[unit];
  if (cell !== undefined) return exactInUnit(amount, cell);
  if (unit === 'years')
    return amount.abs().eq(1)
      ? exactInUnit(amount, { kind: 'count', noun: 'year', whole: true })
      : exactInUnit(amount, { kind: 'count', noun: 'years', whole: true });
  return amount.isNegative() ? `(${canonical(amount.neg())})` : canonical(amount);
}

/** The text of an input's value as a message shows it. */
export function shown(text: string, unit: Unit): string {
  return shownAmount(decimal(text), unit);
}

/** The two ends of an input's range with their words, if it has one. */
export function endsOf({ range }: Input): [string, string][] {
  if (range === undefined) return [];
  return [
    ['low end', range.low],
    ['high end', range.high],
  ];
}

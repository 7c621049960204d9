import { canonical, decimal } from '../../../shared/money/decimal.ts';
import { parseEntry, type Convention, type Entry, type ParseResult } from '../../../shared/money/parse.ts';
import { type CellUnit } from '../../../shared/money/units.ts';

/** The cells that the tables of forms are read in. */
export const CELLS = {
  '£m': { kind: 'money', shownIn: '£m' },
  '£000': { kind: 'money', shownIn: '£000' },
  '£': { kind: 'money', shownIn: '£' },
  '£ a spell': { kind: 'money', shownIn: '£', per: 'spell' },
  share: { kind: 'share' },
  rate: { kind: 'rate' },
  points: { kind: 'points' },
  months: { kind: 'months' },
  spells: { kind: 'count', noun: 'spells a year', whole: false },
  people: { kind: 'count', noun: 'people', whole: true },
  ratio: { kind: 'count', noun: '', whole: false },
} as const satisfies Record<string, CellUnit>;

export type CellName = keyof typeof CELLS;

/** Reads an entry in a named cell; `current` is the stored figure as it stands. */
export function read(typed: string, cell: CellName, options: { current?: string; convention?: Convention } = {}): ParseResult {
  const { current, convention } = options;
  return parseEntry(typed, {
    unit: CELLS[cell],
    current: current === undefined ? null : decimal(current),
    convention: convention ?? null,
  });
}

/** An entry as canonical text: one figure, or "low | likely | high". */
export function figures(entry: Entry): string {
  return entry.form === 'amount' ? canonical(entry.amount) : [entry.low, entry.likely, entry.high].map(canonical).join(' | ');
}

/** A result in one line: the stored figures, the readings, or the code of the refusal. */
export function outcome(result: ParseResult): string {
  if (result.kind === 'parsed') return figures(result.entry);
  if (result.kind === 'ambiguous') return result.readings.map((reading) => reading.text).join(' or ');
  return `refused: ${result.code}`;
}

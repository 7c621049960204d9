import { D, decimal, type Decimal } from '../money/decimal.ts';
import { exactShort } from '../money/format.ts';
import { parseEntry } from '../money/parse.ts';
import { MONEY_UNITS, poundsPer, type MoneyUnit } from '../money/units.ts';
import type { TableRow } from './delimited.ts';
import type { Target } from './fields.ts';
import { unitIn, type Heading } from './headings.ts';
import { moneyMark, parseFigure, type FigureStyle } from './read-cell.ts';

/** How a table is to be read, as far as the person has said; what is null is not said yet. */
export type TableSettings = FigureStyle & { readonly costs: 'AS_WRITTEN' | 'NEGATIVE' | null };
export const NOTHING_SAID: TableSettings = { unit: null, separators: null, shares: null, costs: null };

/** Something that the table does not say itself. `suggested` where its own words or figures leave one answer. */
export type Question = {
  readonly id: keyof TableSettings;
  readonly text: string;
  /** What in the table speaks for an answer. */
  readonly evidence: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly suggested: string | null;
};

/** The table as it is matched: its rows below the headings, and what each column holds. */
export type MatchedTable = {
  readonly rows: readonly TableRow[];
  readonly headings: readonly Heading[];
  readonly targets: readonly (Target | null)[];
  /** Rows above the headings: titles and notes, which may state a unit. */
  readonly above: readonly TableRow[];
};

/** Words of a row that adds up others: taken over, its parts would count twice. */
const TOTAL = /^(?:grand |sub ?-?|overall )?totals?\b/i;

/** Whether a row adds up others, by its first words. */
export function isTotal({ cells }: TableRow): boolean {
  return TOTAL.test((cells.find((cell) => cell.trim() !== '') ?? '').trim());
}

/** Columns up to the last that has a heading or was matched. */
export function widthOf({ headings, targets }: Pick<MatchedTable, 'headings' | 'targets'>): number {
  return headings.findLastIndex(({ written }, index) => written !== '' || (targets[index] ?? null) !== null) + 1;
}

type Figure = { readonly written: string; readonly row: number; readonly column: number; readonly isMoney: boolean };

/** Cells of a column whose heading does not say how its figures are written. */
function figuresOf({ rows, headings, targets }: MatchedTable): { figures: Figure[]; shares: Figure[]; money: Figure[] } {
  const figures: Figure[] = [];
  const shares: Figure[] = [];
  const money: Figure[] = [];
  targets.forEach((target, column) => {
    const takes = target?.field.takes;
    if (takes?.kind !== 'input' || !(target?.about === undefined || ['low', 'likely', 'high'].includes(target.about))) return;
    const mark = headings[column]?.unit ?? null;
    for (const { number, cells } of rows.filter((row) => !isTotal(row))) {
      const written = (cells[column] ?? '').trim();
      if (written === '' || !/\d/.test(written)) continue;
      const figure = { written, row: number, column, isMoney: takes.unit === '£' };
      figures.push(figure);
      if (takes.unit === '£' && moneyMark(mark) === null && !/\d ?(?:bn|m|mn|k|thousand|million|billion)\b/i.test(written))
        money.push(figure);
      if ((takes.unit === 'share' || takes.unit === 'rate') && mark !== 'per cent' && mark !== 'fraction' && !/[%a-z|]/i.test(written))
        shares.push(figure);
    }
  });
  return { figures, shares, money };
}

/** What a table leaves open, in the order in which it is asked: separators first, because the size of its amounts hangs on them. */
export function questionsOf(table: MatchedTable, said: TableSettings): Question[] {
  const { figures, shares, money } = figuresOf(table);
  const separators = aboutSeparators(figures);
  const read = said.separators ?? (separators?.suggested === 'continental' ? 'continental' : 'british');
  return [
    separators,
    money.length === 0 ? null : aboutUnit(money, { above: table.above, separators: read }),
    shares.length === 0 ? null : aboutShares(shares),
    aboutCosts(table, { ...said, separators: read }),
  ].filter((question) => question !== null);
}

/** The answers that hold: what was said, else what the table itself leaves no doubt of. */
export function settledBy(questions: readonly Question[], said: TableSettings): TableSettings {
  const answer = (id: keyof TableSettings): string | null => {
    const question = questions.find((each) => each.id === id);
    return question === undefined ? null : (said[id] ?? question.suggested);
  };
  const [unit, separators, shares, costs] = [answer('unit'), answer('separators'), answer('shares'), answer('costs')];
  return {
    unit: MONEY_UNITS.find((each) => each === unit) ?? null,
    separators: separators === 'british' || separators === 'continental' ? separators : null,
    shares: shares === 'PER_CENT' || shares === 'FRACTION' ? shares : null,
    costs: costs === 'NEGATIVE' || costs === 'AS_WRITTEN' ? costs : null,
  };
}

/** The questions that nobody has answered and that the table does not answer. */
export function openQuestions(questions: readonly Question[], said: TableSettings): Question[] {
  return questions.filter(({ id, suggested }) => said[id] === null && suggested === null);
}

/** Separators, where a figure such as 1.234 or 1,23 has a reading under either convention. Other figures of the table may settle it. */
function aboutSeparators(figures: readonly Figure[]): Question | null {
  const reads = (written: string, convention: 'british' | 'continental'): boolean => {
    const digits = written.replace(/^[^\d.,]*/, '').replace(/[^\d]*$/, '');
    return parseEntry(digits, { unit: { kind: 'count', noun: '', whole: false }, convention }).kind === 'parsed';
  };
  const separated = figures.filter(({ written }) => /\d[.,]\d/.test(written));
  const doubtful = separated.find(({ written }) =>
    /(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,])|(?<![\d.,])\d+,(?!\d{3}(?!\d))\d+(?![\d.,])/.test(written),
  );
  if (doubtful === undefined) return null;
  const only = (mine: 'british' | 'continental', other: 'british' | 'continental'): Figure | undefined =>
    separated.find(({ written }) => reads(written, mine) && !reads(written, other) && /[.,].*[.,]|\.\d{1,2}$|\.\d{4,}$/.test(written));
  const [british, continental] = [only('british', 'continental'), only('continental', 'british')];
  const decided = british === undefined ? continental : continental === undefined ? british : undefined;
  const suggested = decided === undefined ? null : decided === british ? 'british' : 'continental';
  return {
    id: 'separators',
    text: 'How are its figures written?',
    evidence:
      decided === undefined
        ? `Row ${String(doubtful.row)} says “${doubtful.written}”, which can be read two ways.`
        : `Row ${String(decided.row)} says “${decided.written}”, which is read one way only.`,
    choices: [
      { value: 'british', label: '1,234.5 (comma for thousands)' },
      { value: 'continental', label: '1.234,5 (point for thousands)' },
    ],
    suggested,
  };
}

type UnitEvidence = { readonly above: readonly TableRow[]; readonly separators: 'british' | 'continental' };

function aboutUnit(money: readonly Figure[], { above, separators }: UnitEvidence): Question | null {
  const largest = money.reduce<{ amount: Decimal; figure: Figure } | null>((most, figure) => {
    const amount = amountOf(figure.written, separators);
    return amount === null || (most !== null && amount.lte(most.amount)) ? most : { amount, figure };
  }, null);
  if (largest === null) return null;
  const title = above.flatMap(({ number, cells }) => cells.map((cell) => ({ number, cell: cell.trim(), unit: moneyMark(unitIn(cell)) })));
  const stated = title.find(({ unit }) => unit !== null);
  const inUnit = (unit: MoneyUnit): string => exactShort(largest.amount.times(poundsPer(unit)));
  const said = stated === undefined ? '' : ` Row ${String(stated.number)} says “${stated.cell}”.`;
  return {
    id: 'unit',
    text: 'In which unit are its amounts?',
    evidence: `The largest is ${largest.figure.written} (row ${String(largest.figure.row)}).${said}`,
    choices: MONEY_UNITS.map((unit) => ({ value: unit, label: `${unit} (the largest is ${inUnit(unit)})` })),
    suggested: stated?.unit ?? null,
  };
}

/** The size of an amount as written, whatever its unit; null where it is no figure. */
function amountOf(written: string, separators: 'british' | 'continental'): Decimal | null {
  const read = parseFigure(written, '£', { mark: '£', style: { unit: '£', separators, shares: null } });
  return read.kind === 'parsed' && read.entry.form === 'amount' ? read.entry.amount.abs() : null;
}

function aboutShares(shares: readonly Figure[]): Question {
  const plain = shares.filter(({ written }) => /^-?\d+(?:\.\d+)?$/.test(written));
  const largest = plain.reduce<Figure | undefined>(
    (most, each) => (most === undefined || decimal(each.written).gt(decimal(most.written)) ? each : most),
    undefined,
  );
  const isBeyondOne = largest !== undefined && decimal(largest.written).gt(new D(1));
  const [first] = shares;
  const shown = largest ?? first;
  return {
    id: 'shares',
    text: 'How are its shares and rates written?',
    evidence: shown === undefined ? '' : `The largest is ${shown.written} (row ${String(shown.row)}).`,
    choices: [
      { value: 'PER_CENT', label: 'In per cent: 85 is 85%' },
      { value: 'FRACTION', label: 'As fractions: 0.85 is 85%' },
    ],
    suggested: isBeyondOne ? 'PER_CENT' : null,
  };
}

/** The amount of a line, or amounts of a category. */
function isBaseAmount(target: Target | null): boolean {
  const path = target?.field.path ?? '';
  return path === 'baseAmount' || path.startsWith('amountOf.');
}

/** Whether costs stand as negatives, asked where a base amount does. */
function aboutCosts({ rows, targets }: MatchedTable, said: TableSettings): Question | null {
  const columns = targets.flatMap((target, index) => (target?.about === undefined && isBaseAmount(target) ? [index] : []));
  if (columns.length === 0) return null;
  const style = { ...said, unit: said.unit ?? '£' } as const;
  const isNegative = (written: string): boolean => {
    const read = parseFigure(written, '£', { mark: null, style });
    return read.kind === 'parsed' && read.entry.form === 'amount' && read.entry.amount.lt(0);
  };
  const amounts = rows.flatMap(({ number, cells }) => columns.map((column) => ({ number, written: (cells[column] ?? '').trim() })));
  const first = amounts.find(({ written }) => isNegative(written));
  if (first === undefined) return null;
  return {
    id: 'costs',
    text: 'Some amounts are negative. What do they mean?',
    evidence: `Row ${String(first.number)} says “${first.written}”.`,
    choices: [
      { value: 'NEGATIVE', label: 'Costs are written as negatives' },
      { value: 'AS_WRITTEN', label: 'A negative is a credit, as written' },
    ],
    suggested: null,
  };
}

import { startOf } from '../calendar/financial-year.ts';
import type { MoneyUnit } from '../money/units.ts';
import type { TableRow } from './delimited.ts';
import { ABOUT_INPUT, keyOf, plainWords, type AboutInput, type TableField, type Target } from './fields.ts';

/** How a heading says that its figures are written. */
export type UnitMark = MoneyUnit | 'per cent' | 'fraction';

/** One column of a table: its heading as written, and what could be told from it. */
export type Heading = { readonly written: string; readonly unit: UnitMark | null; readonly year: string | null };

/** The row of headings, by its number; null where the table has none. */
export type Headings = { readonly row: number | null; readonly columns: readonly Heading[]; readonly guesses: readonly (Target | null)[] };

/** Rows in which headings are looked for: a title and a note may stand above. */
const FIRST_ROWS = 10;

const UNIT_MARKS: readonly { readonly mark: RegExp; readonly unit: UnitMark }[] = [
  { mark: /£ ?(?:m|mn|millions?)\b|\bin millions?\b|\(m\)/i, unit: '£m' },
  { mark: /£ ?['’]?000['’]?s?|£ ?(?:k\b|thousands?\b)|\bin thousands?\b|['’]000s?|\(k\)/i, unit: '£000' },
  { mark: /£/, unit: '£' },
  { mark: /%|\bper ?cent\b/i, unit: 'per cent' },
  { mark: /\(fraction\)/i, unit: 'fraction' },
];

/** The unit that a heading or a title states. */
export function unitIn(written: string): UnitMark | null {
  return UNIT_MARKS.find(({ mark }) => mark.test(written))?.unit ?? null;
}

/** The financial year in a heading, however it is written: 2018/19, 2018-19, 2018/2019, 18/19. */
export function yearIn(written: string): string | null {
  const found = /(?<!\d)(?:20)?(\d\d) ?[/–-] ?(?:20)?(\d\d)(?!\d)/.exec(written);
  if (found === null) return null;
  const label = `20${found[1] ?? ''}/${found[2] ?? ''}`;
  return startOf(label) === undefined ? null : label;
}

const YEAR_AND_UNIT = /(?<!\d)(?:20)?\d\d ?[/–-] ?(?:20)?\d\d(?!\d)|£ ?(?:['’]?000['’]?s?|m\b|mn\b|k\b|millions?\b|thousands?\b)?|%/gi;

function headingOfCell(written: string): Heading {
  return { written: written.trim(), unit: unitIn(written), year: yearIn(written) };
}

type Known = { readonly fields: readonly TableField[]; readonly baseYear: string };

/** The target that a heading names, or none. */
function targetOf({ written, year }: Heading, { fields, baseYear }: Known): Target | null {
  const about = aboutIn(written);
  const rest = about === undefined ? written : written.slice(0, written.lastIndexOf(':'));
  const words = plainWords(rest.replaceAll(YEAR_AND_UNIT, ' '));
  const isNamed = (field: TableField): boolean => plainWords(field.label) === words || field.words.includes(words);
  const named = fields.find((field) => isNamed(field) && (field.isByYear === true) === (year !== null));
  if (named !== undefined) return targetFor(named, { year, about });
  const base = fields.find(({ path }) => path === 'baseAmount');
  if (base === undefined || year !== baseYear || !(words === '' || isNamed(base))) return null;
  return targetFor(base, { year: null, about });
}

function targetFor(field: TableField, { year, about }: { year: string | null; about: AboutInput | undefined }): Target | null {
  const isInput = field.takes.kind === 'input' || field.takes.kind === 'month';
  if (about !== undefined && !isInput) return null;
  return { field, ...(year === null ? {} : { year }), ...(about === undefined ? {} : { about }) };
}

function aboutIn(written: string): AboutInput | undefined {
  const ending = /:\s*(\w+)(?:\s*\([^)]*\))?\s*$/.exec(written)?.[1]?.toLowerCase();
  return ABOUT_INPUT.find((each) => each === ending);
}

/** What the cells of a row would be as headings. The first column of a target has it; a second is left for the person to decide. */
function guessesFor(cells: readonly Heading[], known: Known): (Target | null)[] {
  const taken = new Set<string>();
  return cells.map((heading) => {
    const target = heading.written === '' ? null : targetOf(heading, known);
    if (target === null || taken.has(keyOf(target))) return null;
    taken.add(keyOf(target));
    return target;
  });
}

/**
 * Finds the row of headings among the first rows: the one in which most cells name a field. Where none does, the first row is taken for headings that are not known.
 * With `row` the person has said which it is; null says that there is none.
 */
export function headingsOf(rows: readonly TableRow[], { row, ...known }: Known & { row?: number | null }): Headings {
  const width = Math.max(0, ...rows.slice(0, FIRST_ROWS).map(({ cells }) => cells.length));
  const blank = Array.from({ length: width }, () => headingOfCell(''));
  if (row === null) return { row: null, columns: blank, guesses: blank.map(() => null) };
  const candidates = rows.filter((each, index) => (row === undefined ? index < FIRST_ROWS : each.number === row));
  const counted = candidates.map((each) => {
    const columns = blank.map((_, index) => headingOfCell(each.cells[index] ?? ''));
    const guesses = guessesFor(columns, known);
    return { row: each.number, columns, guesses, known: guesses.filter((guess) => guess !== null).length };
  });
  const best = counted.reduce<(typeof counted)[number] | undefined>(
    (most, each) => (most === undefined || each.known > most.known ? each : most),
    undefined,
  );
  return best === undefined ? { row: null, columns: blank, guesses: [] } : { row: best.row, columns: best.columns, guesses: best.guesses };
}

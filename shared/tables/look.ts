import { readDelimited, type Delimiter, type TableRow } from './delimited.ts';
import { keyOf, targetsOf, type TableField, type Target } from './fields.ts';
import { headingsOf, type Headings } from './headings.ts';
import { NOTHING_SAID, openQuestions, questionsOf, settledBy, type MatchedTable, type Question, type TableSettings } from './questions.ts';

/** A table on its way in: its text, and what the person said about it so far. */
export type TableDraft = {
  readonly text: string;
  /** Null until somebody says otherwise than what was found. */
  readonly delimiter: Delimiter | null;
  /** The row of the headings; null for none, undefined until somebody says it. */
  readonly headingRow: number | null | undefined;
  /** What the person matched a column to, by its number: the key of a target, or nothing for a column left out. */
  readonly columns: Readonly<Record<number, string>>;
  readonly said: TableSettings;
  readonly constants: Readonly<Record<string, string>>;
  readonly leavesOutRejected: boolean;
};

export const NO_TABLE: TableDraft = {
  text: '',
  delimiter: null,
  headingRow: undefined,
  columns: {},
  said: NOTHING_SAID,
  constants: {},
  leavesOutRejected: false,
};

/** What a table is seen to be before its cells are read. */
export type TableLook =
  | { readonly kind: 'empty' }
  | { readonly kind: 'refused'; readonly text: string }
  | {
      readonly kind: 'seen';
      readonly delimiter: Delimiter;
      readonly rows: readonly TableRow[];
      readonly headings: Headings;
      readonly table: MatchedTable;
      readonly questions: readonly Question[];
      /** Questions that wait for an answer; without it no cell is read. */
      readonly open: readonly Question[];
      readonly settings: TableSettings;
      /** What a column can be matched to. */
      readonly choices: readonly Target[];
    };

type Known = { readonly fields: readonly TableField[]; readonly baseYear: string; readonly years: readonly string[] };

/** Finds delimiter, headings and columns of a table and what it leaves open, as far as the person has not said it. */
export function lookAt(draft: TableDraft, { fields, baseYear, years }: Known): TableLook {
  if (draft.text.trim() === '') return { kind: 'empty' };
  const read = readDelimited(draft.text, draft.delimiter);
  if (read.kind === 'refused') return read;
  const { rows, delimiter } = read;
  const headings = headingsOf(rows, { fields, baseYear, ...(draft.headingRow === undefined ? {} : { row: draft.headingRow }) });
  const choices = targetsOf(fields, years);
  const byKey = new Map([...choices, ...headings.guesses.filter((guess) => guess !== null)].map((target) => [keyOf(target), target]));
  const targets = headings.columns.map((_, index) => {
    const said = draft.columns[index];
    return said === undefined ? (headings.guesses[index] ?? null) : (byKey.get(said) ?? null);
  });
  const isBelow = ({ number }: TableRow): boolean => headings.row === null || number > headings.row;
  const above = rows.filter(({ number }) => headings.row !== null && number < headings.row);
  const table = { rows: rows.filter(isBelow), above, headings: headings.columns, targets };
  const questions = questionsOf(table, draft.said);
  const open = openQuestions(questions, draft.said);
  return { kind: 'seen', delimiter, rows, headings, table, questions, open, settings: settledBy(questions, draft.said), choices };
}

/** Fields that every new item needs, that no column has, and that can be one thing for every row. */
export function fieldsWithoutColumn(fields: readonly TableField[], { targets }: Pick<MatchedTable, 'targets'>): TableField[] {
  const matched = new Set(targets.flatMap((target) => (target === null ? [] : [keyOf(target)])));
  return fields.filter(
    ({ path, isRequired, takes }) => isRequired === true && !matched.has(path) && (takes.kind === 'choice' || takes.kind === 'reference'),
  );
}

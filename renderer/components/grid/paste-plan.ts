import type { Decimal } from '../../../shared/money/decimal.ts';
import { parseEntry, type Convention } from '../../../shared/money/parse.ts';
import type { SingleEdit } from '../../../shared/scenario/edit-kinds.ts';
import { readTyped, type EntryVerdict, type Kept } from './entry.ts';
import { cellOf, columnWords, type GridView } from './grid-view.ts';
import { sizeOf, type Area } from './selection.ts';
import { clipboardText, shownText } from './cell-text.ts';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import type { SheetCell, SheetRow } from './sheet.ts';

/* What a pasted table would do to a sheet, worked out before anything is changed. */

/** What somebody has said about a paste. */
export type PasteAnswers = {
  readonly convention: Convention | null;
  /** Which reading holds for entries that can be read in several ways, by the unit of the cell. */
  readonly readings: Readonly<Partial<Record<string, number>>>;
  /** Figures that jump tenfold are taken as the figures that were probably meant. */
  readonly takesSuggestions: boolean;
  /** Rows past the last one become new items. */
  readonly addsRows: boolean;
};
export const NO_ANSWERS: PasteAnswers = { convention: null, readings: {}, takesSuggestions: false, addsRows: true };

export type PasteChange = { readonly where: string; readonly from: string; readonly to: string; readonly step: Decimal | null };
export type PasteRefusal = { readonly where: string; readonly text: string; readonly why: string };

/** What must be answered before the paste can be kept, once for the whole of it. */
export type PasteQuestion =
  | { readonly kind: 'convention'; readonly text: string; readonly british: string; readonly continental: string }
  | { readonly kind: 'reading'; readonly unitKind: string; readonly text: string; readonly options: readonly string[] };

export type PastePlan = {
  readonly label: string;
  readonly edits: readonly SingleEdit[];
  readonly changes: readonly PasteChange[];
  readonly refusals: readonly PasteRefusal[];
  readonly unchanged: number;
  /** Of amounts of money, the one that moves most. */
  readonly biggest: PasteChange | null;
  /** Figures that jump tenfold or more, and whether each has one that was probably meant. */
  readonly jumps: readonly string[];
  readonly canTakeSuggestions: boolean;
  readonly question: PasteQuestion | null;
  readonly addedRows: number;
  /** Rows and columns of the table that lie past the sheet. */
  readonly beyond: { readonly rows: number; readonly columns: number };
  /** The cells that the paste lies on. */
  readonly area: Area;
};

export type Paste = {
  readonly view: GridView;
  readonly unit: MoneyUnit;
  readonly selected: Area;
  readonly table: readonly (readonly string[])[];
  readonly answers: PasteAnswers;
  readonly systemIncome?: Decimal | null;
};

/** A plan while it is being worked out. */
type Draft = {
  readonly edits: SingleEdit[];
  readonly changes: PasteChange[];
  readonly refusals: PasteRefusal[];
  readonly jumps: string[];
  unchanged: number;
  canTakeSuggestions: boolean;
  question: PasteQuestion | null;
};

type Landing = { readonly text: string; readonly cell: SheetCell; readonly where: string; readonly shown: string };

/** How many times the table lies side by side in the selection: one cell fills it all, and a table fills a selection of several times its size. */
function tiled(table: readonly (readonly string[])[], selected: Area): readonly (readonly string[])[] {
  const width = Math.max(...table.map((row) => row.length), 1);
  const { rows, columns } = sizeOf(selected);
  const down = rows % table.length === 0 ? rows / table.length : 1;
  const across = columns % width === 0 ? columns / width : 1;
  if (down === 1 && across === 1) return table;
  const wide = table.map((row) => Array.from({ length: across }, () => Array.from({ length: width }, (_, at) => row[at] ?? '')).flat());
  return Array.from({ length: down }, () => wide).flat();
}

/** The rows that a paste lies on: those in view from the first selected one, then new ones where the sheet can grow. */
function rowsUnder(paste: Paste, table: readonly (readonly string[])[], draft: Draft): { rows: SheetRow[]; added: number } {
  const { view, selected, answers } = paste;
  const rows = view.rows.slice(selected.top, selected.top + table.length);
  const { newRow } = view.sheet;
  if (newRow === undefined || !answers.addsRows) return { rows, added: 0 };
  // Totals stand below the items and are no place for a further one, unless the table brings them back as they are.
  const lastItem = rows.findLastIndex((row) => row.kind === 'item' || row.kind === 'heading') + 1;
  const bringsTotals = rows.slice(lastItem).every((row, index) => isItself(row, table[lastItem + index] ?? [], paste));
  const end = bringsTotals ? rows.length : lastItem;
  if (rows.length > 0 && lastItem === 0) return { rows, added: 0 };
  const missing = table.slice(end);
  const added = missing.map((cells, ordinal) => {
    const named = selected.left === 0 ? cells[0] : undefined;
    const { edit, row } = newRow(named === undefined || named === '' ? `New ${String(ordinal + 1)}` : named, ordinal);
    draft.edits.push(edit);
    return row;
  });
  return { rows: [...rows.slice(0, end), ...added], added: added.length };
}

/** Whether a row of a table says what its row of the sheet says already. */
function isItself(row: SheetRow, texts: readonly string[], { view, unit, selected }: Paste): boolean {
  return texts.every((text, index) => {
    const column = selected.left + index;
    const cell = cellOf(row, column);
    return (
      text === '' || text === shownText(cell, { places: view.places[column] ?? 0, moneyUnit: unit }) || text === clipboardText(cell, unit)
    );
  });
}

/** Works out what a pasted table does. Nothing is changed by it. */
export function planPaste(paste: Paste): PastePlan {
  const { view, selected } = paste;
  const table = tiled(paste.table, selected);
  const width = Math.max(...table.map((row) => row.length), 1);
  const draft: Draft = { edits: [], changes: [], refusals: [], jumps: [], unchanged: 0, canTakeSuggestions: false, question: null };
  const { rows, added } = rowsUnder(paste, table, draft);
  const columns = Math.min(width, view.columnCount - selected.left);
  rows.forEach((row, index) => {
    const cells = table[index]?.slice(0, columns) ?? [];
    cells.forEach((text, offset) => {
      land(landingOf({ paste, row, column: selected.left + offset, text }), paste, draft);
    });
  });
  const refused = new Set(draft.refusals.map((refusal) => refusal.where)).size;
  const area = { ...selected, bottom: selected.top + Math.max(rows.length, 1) - 1, right: selected.left + Math.max(columns, 1) - 1 };
  return {
    ...draft,
    label: `Paste ${cellsWords(draft.changes.length)}${refused > 0 ? `, ${String(refused)} refused` : ''}`,
    biggest: biggestOf(draft.changes),
    addedRows: added,
    beyond: { rows: table.length - rows.length, columns: width - columns },
    area,
  };
}

export function cellsWords(count: number): string {
  return `${String(count)} ${count === 1 ? 'cell' : 'cells'}`;
}

function landingOf({ paste, row, column, text }: { paste: Paste; row: SheetRow; column: number; text: string }): Landing {
  const { view, unit } = paste;
  const cell = cellOf(row, column);
  const where = column === 0 ? row.label : `${row.label}, ${columnWords(view, column)}`;
  return { text, cell, where, shown: shownText(cell, { places: view.places[column] ?? 0, moneyUnit: unit }) };
}

function land(landing: Landing, paste: Paste, draft: Draft): void {
  const { text, cell, shown, where } = landing;
  const isWhatStands = text === '' || text === shown || text === clipboardText(cell, paste.unit);
  if ((cell.kind === 'derived' || cell.kind === 'none') && isWhatStands) return;
  const { answers } = paste;
  const verdict = readTyped(text, cell, { convention: answers.convention, systemIncome: paste.systemIncome ?? null });
  if (verdict.kind === 'refused') draft.refusals.push({ where, text, why: verdict.text });
  else if (verdict.kind === 'kept') keep(verdict.kept, landing, draft);
  else if (verdict.why === 'jump') jump(verdict, { landing, answers, draft });
  else pick(verdict, { landing, answers, draft });
}

function keep(kept: Kept, { where }: Landing, draft: Draft): void {
  if (kept.edits.length === 0) {
    draft.unchanged += 1;
    return;
  }
  for (const edit of kept.edits) draft.edits.push(edit);
  draft.changes.push({ where, from: kept.was ?? 'blank', to: kept.reads, step: kept.step });
}

type Asked = Extract<EntryVerdict, { kind: 'ask' }>;
type Answering = { readonly landing: Landing; readonly answers: PasteAnswers; readonly draft: Draft };

/** A tenfold jump is pointed out; the strip is the question, so Enter keeps what was read. */
function jump(asked: Asked, { landing, answers, draft }: Answering): void {
  const [first] = asked.options;
  const last = asked.options.at(-1);
  const hasSuggestion = asked.options.length > 1;
  draft.canTakeSuggestions = draft.canTakeSuggestions || hasSuggestion;
  const taken = hasSuggestion && answers.takesSuggestions ? first : last;
  if (taken === undefined) return;
  if (taken === last) draft.jumps.push(`${landing.where}: ${asked.text}`);
  keep(taken.kept, landing, draft);
}

/** An entry that can be read in several ways: taken as somebody has said, else asked about once for all like it. */
function pick(asked: Asked, { landing, answers, draft }: Answering): void {
  const { cell, text, where } = landing;
  const unitKind = cell.kind === 'input' ? cell.unit.kind : cell.kind;
  const answer = asked.options[answers.readings[unitKind] ?? -1];
  if (answer !== undefined) {
    keep(answer.kept, landing, draft);
    return;
  }
  draft.question ??= questionOf(asked, { text, cell, unitKind, where });
}

/** Whether the separators are in doubt, which one answer settles for the whole table, or something else. */
function questionOf(
  asked: Asked,
  { text, cell, unitKind, where }: { text: string; cell: SheetCell; unitKind: string; where: string },
): PasteQuestion {
  const readings = (['british', 'continental'] as const).map((convention) =>
    cell.kind === 'input' ? parseEntry(text, { unit: cell.unit, convention }) : null,
  );
  const [british, continental] = readings;
  if (british?.kind === 'parsed' && continental?.kind === 'parsed') {
    const said = `"${text}" (${where}) can be read two ways. How are its separators written?`;
    return { kind: 'convention', text: said, british: british.text, continental: continental.text };
  }
  return { kind: 'reading', unitKind, text: `${where}: ${asked.text}`, options: asked.options.map((option) => option.label) };
}

function biggestOf(changes: readonly PasteChange[]): PasteChange | null {
  return changes.reduce<PasteChange | null>((biggest, change) => {
    if (change.step === null) return biggest;
    return biggest?.step === undefined || biggest.step === null || change.step.gt(biggest.step) ? change : biggest;
  }, null);
}

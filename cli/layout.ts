import { formatFooted } from '../shared/money/format.ts';
import { type Cell, type Row, type ShownTable } from '../shared/outcomes/shown-table.ts';

/** The widest line of the text output. */
export const PAGE_WIDTH = 100;

const GAP = 1;
const NARROWEST_LABEL = 24;
const CONTROL_CHARACTERS = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const COMBINING = /^\p{M}$/u;
const WIDE =
  /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f9ff}\u{20000}-\u{3fffd}]$/u;

/** A text of a file as one harmless line: what could move the cursor or turn the writing direction becomes a space. */
export function plain(text: string): string {
  return text.replaceAll(CONTROL_CHARACTERS, ' ');
}

function widthOf(character: string): number {
  if (COMBINING.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** Columns that a text takes on a terminal. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(width - textWidth(text), 0));
}

function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(width - textWidth(text), 0)) + text;
}

/** Cuts a word that is longer than a line into pieces that fit. */
function pieces(word: string, width: number): string[] {
  const cut: string[] = [''];
  for (const character of word) {
    const last = cut.length - 1;
    if (textWidth(cut[last] ?? '') + widthOf(character) > width) cut.push(character);
    else cut[last] = (cut[last] ?? '') + character;
  }
  return cut;
}

/** A text in lines of at most so many columns, broken between words; later lines are set in by `indent`. */
export function wrapped(
  text: string,
  { width = PAGE_WIDTH, first = '', indent = '' }: { width?: number; first?: string; indent?: string } = {},
): string[] {
  const whole = plain(text).trim();
  if (whole !== '' && textWidth(first) + textWidth(whole) <= width && !/\s{2}/.test(whole)) return [first + whole];
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  const words = whole.split(/\s+/).flatMap((word) => pieces(word, width - Math.max(textWidth(first), textWidth(indent))));
  for (const word of words.filter((each) => each !== '')) {
    const longer = isEmpty ? line + word : `${line} ${word}`;
    if (!isEmpty && textWidth(longer) > width) {
      lines.push(line);
      line = indent + word;
    } else line = longer;
    isEmpty = false;
  }
  return isEmpty ? [] : [...lines, line];
}

/** A positive figure keeps the place of the closing bracket free, so that digits stand below digits. */
function cellText(cell: Cell, table: ShownTable): string {
  if (cell.kind === 'words') return cell.text === '' ? '' : hanging(plain(cell.text));
  return hanging(formatFooted(cell.shown, { unit: table.unit }));
}

function hanging(text: string): string {
  return text.endsWith(')') ? text : `${text} `;
}

/** A heading in as few lines as its column allows; every word stands whole. */
function headingLines(heading: string, width: number): string[] {
  return wrapped(heading, { width: width - 1 }).map(hanging);
}

function columnWidths(table: ShownTable): number[] {
  return table.columns.map((heading, column) => {
    const longestWord = Math.max(...heading.split(' ').map(textWidth)) + 1;
    const cells = table.rows.map((row) => textWidth(cellText(row.cells[column] ?? { kind: 'words', text: '' }, table)));
    return Math.max(longestWord, ...cells) + GAP;
  });
}

/** Columns in blocks that fit beside the label. Every block repeats the label; one column at least stands in each. */
function blocksOf(table: ShownTable, widths: readonly number[], room: number): number[][] {
  const blocks: number[][] = [];
  const all = widths.reduce((total, width) => total + width, 0);
  let used = Infinity;
  widths.forEach((width, column) => {
    const opens = all > room && table.columns[column] === table.newBlockAt;
    if (used + width > room || opens) {
      blocks.push([]);
      used = 0;
    }
    blocks.at(-1)?.push(column);
    used += width;
  });
  return blocks;
}

function labelOf(row: Row): string {
  return `${row.indented === true ? '  ' : ''}${plain(row.label)}`;
}

/** The room that the wider of the two intended blocks takes, or the whole table where it is meant as one. */
function widestBlock(table: ShownTable, widths: readonly number[]): number {
  const at = table.newBlockAt === undefined ? -1 : table.columns.indexOf(table.newBlockAt);
  const sum = (list: readonly number[]): number => list.reduce((total, each) => total + each, 0);
  return at < 0 ? sum(widths) : Math.max(sum(widths.slice(0, at)), sum(widths.slice(at)));
}

type Block = { table: ShownTable; columns: readonly number[]; widths: readonly number[]; labelWidth: number };

function ruleLine({ columns, widths, labelWidth }: Block, stroke: string): string {
  const strokes = columns.map((column) => padStart(stroke.repeat((widths[column] ?? 0) - GAP), widths[column] ?? 0));
  return ' '.repeat(labelWidth) + strokes.join('');
}

function rowLines(block: Block, row: Row): string[] {
  const { table, columns, widths, labelWidth } = block;
  const indent = row.indented === true ? '  ' : '';
  const label = wrapped(row.label, { width: labelWidth, first: indent, indent: `${indent}  ` });
  const figures = columns.map((column) => padStart(cellText(row.cells[column] ?? { kind: 'words', text: '' }, table), widths[column] ?? 0));
  const last = label.length - 1;
  const lines = label.map((line, index) => (index === last ? padEnd(line, labelWidth) + figures.join('') : line));
  const above = row.above === undefined ? [] : [ruleLine(block, '─')];
  const below = row.below === undefined ? [] : [ruleLine(block, '═')];
  return [...above, ...(lines.length === 0 ? [figures.join('')] : lines), ...below].map((line) => line.trimEnd());
}

/** Whether a row has something to say in a block: a line 'Rounding' may stand in another block only. */
function speaks(row: Row, columns: readonly number[]): boolean {
  return row.isRounding !== true || columns.some((column) => row.cells[column]?.kind === 'money');
}

function headerLines(block: Block, title: string): string[] {
  const { table, columns, widths, labelWidth } = block;
  const headings = columns.map((column) => headingLines(table.columns[column] ?? '', (widths[column] ?? 0) - GAP + 1));
  const height = Math.max(1, ...headings.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const cells = headings.map((lines, index) => padStart(lines[line - height + lines.length] ?? '', widths[columns[index] ?? 0] ?? 0));
    return (padEnd(line === height - 1 ? title : '', labelWidth) + cells.join('')).trimEnd();
  });
}

/**
 * A table in lines of at most `width` columns. Its unit stands in the header, once; `header` is for a table that holds no money. What does not fit beside the labels goes into a further block below, which
 * repeats them.
 */
export function tableLines(
  table: ShownTable,
  { width = PAGE_WIDTH, header = table.unit }: { width?: number; header?: string } = {},
): string[] {
  const widths = columnWidths(table);
  const longest = Math.max(textWidth(header), ...table.rows.map((row) => textWidth(labelOf(row))));
  const widest = Math.max(0, ...widths);
  const labelWidth = Math.min(longest, Math.max(width - widestBlock(table, widths), Math.min(NARROWEST_LABEL, width - widest)));
  const blocks = blocksOf(table, widths, width - labelWidth);
  return blocks.flatMap((columns, index) => {
    const block: Block = { table, columns, widths, labelWidth };
    const lines = [
      ...headerLines(block, header),
      ...table.rows.filter((row) => speaks(row, columns)).flatMap((row) => rowLines(block, row)),
    ];
    return index === 0 ? lines : ['', ...lines];
  });
}

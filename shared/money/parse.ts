import { canonical, type Decimal } from './decimal.ts';
import { exactInUnit, exactShort } from './format.ts';
import { everyReading } from './parse-choices.ts';
import { type Convention } from './parse-numeral.ts';
import { readEntry, type Entry } from './parse-reading.ts';
import { allowedIn, EntryRefused, type RefusalCode } from './parse-refusal.ts';
import { refuseWhatIsNoFigure, tidied, tokensOf } from './parse-tokens.ts';
import { type CellUnit } from './units.ts';

export { type Convention } from './parse-numeral.ts';
export { type Entry } from './parse-reading.ts';
export { type RefusalCode } from './parse-refusal.ts';

/** Where an entry is typed, pasted or imported to. */
export interface EntryContext {
  readonly unit: CellUnit;
  /** The figure as it stands, as stored; null or left out where the cell is blank. Needed by `by +5%`, `*1.05` and `8 to 11`. */
  readonly current?: Decimal | null;
  /** How a pasted column or a file writes its separators, once somebody has said so; null or left out while unknown. */
  readonly convention?: Convention | null;
}

/** One way to read an entry, with its words: £1.234m. */
export interface Reading {
  readonly entry: Entry;
  readonly text: string;
}

/** How an entry was read. Nothing is stored unless it is `parsed`, or one of the readings is picked. */
export type ParseResult =
  /** `echo` is shown while typing: "9.8 → £9,800,000"; `text` is its right-hand side. */
  | ({ readonly kind: 'parsed'; readonly echo: string } & Reading)
  /** More than one reading; `text` asks: "1.234" can be read two ways. 1: £1.234m. 2: £1,234. */
  | { readonly kind: 'ambiguous'; readonly readings: readonly Reading[]; readonly text: string }
  /** `text` says what was read, what is allowed, and the way out, which also stand alone. */
  | {
      readonly kind: 'refused';
      readonly code: RefusalCode;
      readonly read: string;
      readonly allowed: string;
      readonly wayOut: string;
      readonly text: string;
    };

/**
 * The one number grammar: typing, paste, import and command line all read figures with it (product.md §4).
 * Takes what people type (1,234.5, (4.3), £3.5bn, 40k, 4%, 0.5pp, 25bps, =12+3.4, by +5%, *1.05, 8 to 11, 2 | 9.8 | 11) into what the cell stores:
 * pounds, fractions, counts. Units are types. What can be read two ways is never guessed. Never throws.
 */
export function parseEntry(typed: string, context: EntryContext): ParseResult {
  const entry = tidied(typed);
  const cell = { unit: context.unit, current: context.current ?? null, convention: context.convention ?? null };
  const outcomes = everyReading((choices): Entry | EntryRefused =>
    refusedAsOutcome(() => {
      refuseWhatIsNoFigure(entry);
      return readEntry(tokensOf(entry), { ...cell, choices });
    }),
  );
  const [usual] = outcomes;
  const readings = distinct(outcomes.flatMap((outcome) => (outcome instanceof EntryRefused ? [] : [outcome])));
  // A reading beyond all size is no reading, so the other one stands; any other refusal of the usual reading is final.
  if (usual instanceof EntryRefused && (usual.code !== 'too-large' || readings.length === 0)) return refused(usual, context.unit);
  const [first] = readings;
  if (first !== undefined && readings.length === 1) return parsed({ typed: entry, entry: first }, cell);
  return ambiguous({ typed: entry, readings }, context.unit);
}

function refusedAsOutcome(read: () => Entry): Entry | EntryRefused {
  try {
    return read();
  } catch (problem) {
    if (problem instanceof EntryRefused) return problem;
    throw problem;
  }
}

function distinct(entries: readonly Entry[]): Entry[] {
  const byFigures = new Map<string, Entry>();
  for (const entry of entries) {
    const figures = entry.form === 'amount' ? [entry.amount] : [entry.low, entry.likely, entry.high];
    const key = figures.map(canonical).join(' ');
    if (!byFigures.has(key)) byFigures.set(key, entry);
  }
  return [...byFigures.values()];
}

function parsed(read: { typed: string; entry: Entry }, cell: { unit: CellUnit; current: Decimal | null }): ParseResult {
  const text = wordsOf(read.entry, (figure) => exactInUnit(figure, cell.unit));
  const isChange = read.entry.form === 'amount' && read.entry.isChange && cell.current !== null;
  const was = isChange && cell.current !== null ? `, was ${exactInUnit(cell.current, cell.unit)}` : '';
  return { kind: 'parsed', entry: read.entry, text, echo: `${read.typed} → ${text}${was}` };
}

const WAYS: Readonly<Record<number, string>> = { 2: 'two', 3: 'three', 4: 'four' };

function ambiguous(read: { typed: string; readings: readonly Entry[] }, unit: CellUnit): ParseResult {
  const say = (figure: Decimal): string => (unit.kind === 'money' ? exactShort(figure) : exactInUnit(figure, unit));
  const readings = read.readings.map((entry) => ({ entry, text: wordsOf(entry, say) }));
  const ways = WAYS[readings.length] ?? String(readings.length);
  const list = readings.map((reading, index) => `${String(index + 1)}: ${reading.text}.`).join(' ');
  return { kind: 'ambiguous', readings, text: `"${read.typed}" can be read ${ways} ways. ${list}` };
}

function wordsOf(entry: Entry, say: (figure: Decimal) => string): string {
  if (entry.form === 'amount') return say(entry.amount);
  return `low ${say(entry.low)}, likely ${say(entry.likely)}, high ${say(entry.high)}`;
}

function refused(problem: EntryRefused, unit: CellUnit): ParseResult {
  const { code, read, wayOut } = problem;
  const allowed = allowedIn(unit);
  return { kind: 'refused', code, read, allowed, wayOut, text: `Read as ${read}. Allowed: ${allowed}. ${wayOut}` };
}

import { canonical, decimal, type Decimal } from '../../../shared/money/decimal.ts';
import { entryGuard } from '../../../shared/money/entry-guard.ts';
import { exactInUnit } from '../../../shared/money/format.ts';
import { parseEntry, type Convention, type Entry } from '../../../shared/money/parse.ts';
import type { SingleEdit } from '../../../shared/scenario/edit-kinds.ts';
import { monthOfText, textOfMonth } from '../../../shared/tables/month-text.ts';
import type { Choice, SheetCell } from './sheet.ts';

/* What is typed or pasted into a cell, read as the edit that it means. */

type InputCell = Extract<SheetCell, { kind: 'input' }>;
type TextCell = Extract<SheetCell, { kind: 'text' }>;
type ChoiceCell = Extract<SheetCell, { kind: 'choice' }>;
type FlagCell = Extract<SheetCell, { kind: 'flag' }>;

/** What a reading would do: the edits, none where the cell holds that already; in words what is read and what stood there. */
export type Kept = {
  readonly edits: readonly SingleEdit[];
  /** Completes "reads as …". */
  readonly reads: string;
  readonly was: string | null;
  /** The step that an amount of money takes, in pounds, sign apart. */
  readonly step: Decimal | null;
};

export type EntryVerdict =
  | { readonly kind: 'kept'; readonly kept: Kept }
  /** It can be read in more ways than one, or is so far from what stood there that somebody must say so. Options are picked by their number. */
  | {
      readonly kind: 'ask';
      readonly why: 'ambiguous' | 'jump';
      readonly text: string;
      readonly options: readonly { readonly label: string; readonly kept: Kept }[];
    }
  | { readonly kind: 'refused'; readonly text: string };

export type EntryRules = {
  /** How the separators of a paste are written, once somebody has said so. */
  readonly convention?: Convention | null;
  readonly systemIncome?: Decimal | null;
};

const refused = (text: string): EntryVerdict => ({ kind: 'refused', text });
const keeping = (kept: Kept): EntryVerdict => ({ kind: 'kept', kept });
const unchanged = (reads: string): EntryVerdict => keeping({ edits: [], reads, was: null, step: null });

/** Reads an entry for a cell. Never throws, stores nothing. */
export function readTyped(typed: string, cell: SheetCell, rules: EntryRules = {}): EntryVerdict {
  switch (cell.kind) {
    case 'input':
      return typed.trim() === '' ? blanked(cell) : readFigure(typed, cell, rules);
    case 'text':
      return readText(typed.trim(), cell);
    case 'choice':
      return readChoice(typed.trim(), cell);
    case 'flag':
      return readFlag(typed.trim().toLowerCase(), cell);
    case 'derived':
      return refused('This is computed and cannot be typed over. Enter explains it.');
    case 'none':
      return refused('Nothing can stand here.');
  }
}

function blanked(cell: InputCell): EntryVerdict {
  const reads = cell.stands === undefined ? 'blank' : `blank: ${cell.stands} holds`;
  if (cell.input === null) return unchanged(reads);
  const was = exactInUnit(decimal(cell.input.value), cell.unit);
  return keeping({ edits: [{ kind: 'clear', path: cell.path }], reads, was, step: null });
}

/** A month typed as one, "Oct 2020", into a cell that holds a moment; a number is the month counted from April of the base year. */
function readMoment(typed: string, cell: InputCell): EntryVerdict | null {
  const month = cell.momentFrom === undefined ? undefined : monthOfText(typed, cell.momentFrom);
  if (month === undefined || cell.momentFrom === undefined) return null;
  const amount = decimal(String(month));
  const was = cell.input === null ? null : textOfMonth(cell.input.value, cell.momentFrom);
  return keeping({ edits: valueEdits(amount, cell), reads: textOfMonth(String(month), cell.momentFrom), was, step: null });
}

function readFigure(typed: string, cell: InputCell, rules: EntryRules): EntryVerdict {
  const moment = readMoment(typed, cell);
  if (moment !== null) return moment;
  const current = cell.input === null ? null : decimal(cell.input.value);
  const result = parseEntry(typed, { unit: cell.unit, current, convention: rules.convention ?? null });
  if (result.kind === 'refused') return refused(result.text);
  if (result.kind === 'ambiguous') {
    const options = result.readings.map(({ entry, text }) => ({ label: text, kept: keptFigure(entry, text, cell) }));
    return { kind: 'ask', why: 'ambiguous', text: result.text, options };
  }
  const kept = keptFigure(result.entry, result.text, cell);
  return guarded({ entry: result.entry, kept }, { cell, current, rules });
}

/** A figure ten times or a tenth of what stood there is kept only after a question; a change that was typed as one (by +5%, *10) is meant. */
function guarded(
  read: { entry: Entry; kept: Kept },
  { cell, current, rules }: { cell: InputCell; current: Decimal | null; rules: EntryRules },
): EntryVerdict {
  const { entry, kept } = read;
  if (entry.form === 'amount' && entry.isChange) return keeping(kept);
  const next = entry.form === 'amount' ? entry.amount : entry.likely;
  // A baseline that is only being entered is small beside each of its lines, so a blank cell is not measured against the income entered so far.
  const systemIncome = current === null ? null : (rules.systemIncome ?? null);
  const verdict = entryGuard({ previous: current, next, unit: cell.unit, systemIncome });
  if (verdict.verdict === 'fine') return keeping(kept);
  const { suggestion, text } = verdict;
  const meant =
    suggestion === null || entry.form === 'range'
      ? []
      : [
          {
            label: suggestion.text,
            kept: keptFigure({ form: 'amount', amount: suggestion.amount, isChange: false }, suggestion.text, cell),
          },
        ];
  return { kind: 'ask', why: 'jump', text, options: [...meant, { label: `Yes, ${kept.reads}`, kept }] };
}

function keptFigure(entry: Entry, reads: string, cell: InputCell): Kept {
  const current = cell.input === null ? null : decimal(cell.input.value);
  const next = entry.form === 'amount' ? entry.amount : entry.likely;
  const was = current === null ? null : exactInUnit(current, cell.unit);
  const step = cell.unit.kind === 'money' ? next.minus(current ?? 0).abs() : null;
  return { edits: entry.form === 'amount' ? valueEdits(entry.amount, cell) : rangeEdits(entry, cell), reads, was, step };
}

/** Sets the value and keeps what is known about it. Where a range had it as its likely point, that point goes with it. */
function valueEdits(amount: Decimal, { path, input }: InputCell): SingleEdit[] {
  const value = canonical(amount);
  if (input?.value === value) return [];
  if (input?.range === undefined || input.range.likely !== input.value) return [{ kind: 'setInputField', path, field: 'value', to: value }];
  return [{ kind: 'setInput', path, input: { ...input, value, range: { ...input.range, likely: value } } }];
}

function rangeEdits(entry: Extract<Entry, { form: 'range' }>, { path, input }: InputCell): SingleEdit[] {
  const [low, likely, high] = [canonical(entry.low), canonical(entry.likely), canonical(entry.high)];
  const { range } = input ?? {};
  if (input?.value === likely && range?.low === low && range.likely === likely && range.high === high) return [];
  return [{ kind: 'setInput', path, input: { ...input, value: likely, range: { low, likely, high } } }];
}

function readText(typed: string, { path, text, isRequired }: TextCell): EntryVerdict {
  if (typed === text) return unchanged(typed);
  if (typed !== '') return keeping({ edits: [{ kind: 'setField', path, to: typed }], reads: typed, was: text, step: null });
  if (isRequired === true)
    return refused('Read as nothing. Allowed: a name, since others refer to it. Type a name, or Esc to leave the one it has.');
  return keeping({ edits: [{ kind: 'clear', path }], reads: 'blank', was: text, step: null });
}

/** The choices that a few letters may mean: the one they name in full, else those that begin so, else those that hold them. */
export function choicesFor(typed: string, choices: readonly Choice[]): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return choices;
  const having = (fits: (label: string, value: string) => boolean): readonly Choice[] =>
    choices.filter((choice) => fits(choice.label.toLowerCase(), choice.value.toLowerCase()));
  const ways = [
    having((label, value) => label === wanted || value === wanted),
    having((label) => label.startsWith(wanted)),
    having((label) => label.includes(wanted)),
  ];
  return ways.find((found) => found.length > 0) ?? [];
}

/** How many of a long list a message names. */
const MOST_NAMED = 8;

function readChoice(typed: string, cell: ChoiceCell): EntryVerdict {
  if (typed === '') {
    if (cell.chosen === '') return unchanged('blank');
    return cell.canBeBlank === true ? chosen({ value: '', label: 'blank' }, cell) : refused(`Read as nothing. ${allowed(cell.choices)}`);
  }
  const found = choicesFor(typed, cell.choices);
  const [only] = found;
  if (only === undefined) return refused(`Read as "${typed}", which is none of the list. ${allowed(cell.choices)}`);
  if (found.length === 1) return chosen(only, cell);
  return refused(`"${typed}" can be more than one. ${allowed(found)}`);
}

function allowed(choices: readonly Choice[]): string {
  const named = choices.slice(0, MOST_NAMED).map((choice) => choice.label);
  const more = choices.length - named.length;
  return `Allowed: ${named.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}. Alt+Down opens the list.`;
}

/** The edits of a choice of the list, the blank one included. */
export function chosen(choice: Choice, cell: ChoiceCell): EntryVerdict {
  if (choice.value === cell.chosen) return unchanged(choice.label);
  const was = cell.choices.find((each) => each.value === cell.chosen)?.label ?? cell.chosen;
  const kept = { reads: choice.label, was: was === '' ? null : was, step: null };
  if (cell.onChoice !== undefined) {
    const edit = cell.onChoice(choice.value);
    if (edit.kind === 'replaceScenario') return refused('This choice cannot be made in the grid.');
    return keeping({ ...kept, edits: edit.kind === 'several' ? edit.edits : [edit] });
  }
  const edit: SingleEdit =
    choice.value === '' ? { kind: 'clear', path: cell.path } : { kind: 'setField', path: cell.path, to: choice.value };
  return keeping({ ...kept, edits: [edit] });
}

const YES: ReadonlySet<string> = new Set(['yes', 'y', 'true', '1', 'x']);
const NO: ReadonlySet<string> = new Set(['no', 'n', 'false', '0', '']);

function readFlag(typed: string, { path, isSet }: FlagCell): EntryVerdict {
  if (!YES.has(typed) && !NO.has(typed)) return refused(`Read as "${typed}". Allowed: yes or no.`);
  const to = YES.has(typed);
  if (to === isSet) return unchanged(to ? 'yes' : 'no');
  return keeping({ edits: [{ kind: 'setField', path, to }], reads: to ? 'yes' : 'no', was: isSet ? 'yes' : 'no', step: null });
}

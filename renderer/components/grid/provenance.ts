import { canonical, decimal, type Decimal } from '../../../shared/money/decimal.ts';
import { parseEntry } from '../../../shared/money/parse.ts';
import type { SingleEdit } from '../../../shared/scenario/edit-kinds.ts';
import { rangeOfTenths } from '../../../shared/realism/range-of-tenths.ts';
import type { Input } from '../../../shared/scenario/input.ts';
import { typedText } from './cell-text.ts';
import type { SheetCell } from './sheet.ts';

/* What is known about an input, as the form of Shift+F2 holds it: words as they are typed. */

type InputCell = Extract<SheetCell, { kind: 'input' }>;

export type Provenance = {
  readonly likely: string;
  readonly low: string;
  readonly high: string;
  readonly source: string;
  readonly owner: string;
  readonly date: string;
  readonly confidence: '' | 'H' | 'M' | 'L';
  readonly note: string;
  /** What low and high are: the ends, or what one in ten lies below and above, which is turned into the ends when it is kept. */
  readonly ends: 'ENDS' | 'TENTHS';
};
export type ProvenanceField = keyof Provenance;

/** The form of an input as it stands; a blank one begins empty. */
export function provenanceOf({ input, unit }: InputCell): Provenance {
  const { range } = input ?? {};
  return {
    likely: input === null ? '' : typedText(range?.likely ?? input.value, unit),
    low: range === undefined ? '' : typedText(range.low, unit),
    high: range === undefined ? '' : typedText(range.high, unit),
    source: input?.source ?? '',
    owner: input?.owner ?? '',
    date: input?.date ?? '',
    confidence: input?.confidence ?? '',
    note: input?.note ?? '',
    ends: 'ENDS',
  };
}

/** What the form means: an edit, none where nothing was changed, or what is wrong with it. */
export type ProvenanceReading = { readonly edit: SingleEdit | null } | { readonly field: ProvenanceField; readonly wrong: string };

/** Places after the point that an end keeps when it is worked out, as it is stored: pence, whole months, or a ten-thousandth of a per cent. */
function placesOf({ unit }: InputCell): number {
  if (unit.kind === 'money') return 2;
  return unit.kind === 'months' || (unit.kind === 'count' && unit.whole) ? 0 : 6;
}

/** The range as it is stored, and what is noted where its ends were worked out. */
function rangeOf(form: Provenance, { likely, low, high }: Figures, cell: InputCell): { range?: Input['range']; said?: string } {
  if (low === null || high === null) return {};
  const ends = form.ends === 'TENTHS' ? rangeOfTenths({ p10: low, likely, p90: high }, placesOf(cell)) : { low, high };
  const range = { low: canonical(ends.low), likely: canonical(likely), high: canonical(ends.high) };
  if (form.ends === 'ENDS') return { range };
  return {
    range,
    said: `Range entered as what 8 in 10 lie between, ${form.low.trim()} and ${form.high.trim()}, and turned into its ends.`,
  };
}

type Figures = { readonly likely: Decimal; readonly low: Decimal | null; readonly high: Decimal | null };

function figureOf(text: string, cell: InputCell): Decimal | string | null {
  if (text.trim() === '') return null;
  const current = cell.input === null ? null : decimal(cell.input.value);
  const result = parseEntry(text, { unit: cell.unit, current, convention: 'british' });
  if (result.kind === 'parsed' && result.entry.form === 'amount') return result.entry.amount;
  return result.kind === 'parsed' ? 'One figure stands in each field.' : result.text;
}

type Wrong = { readonly field: ProvenanceField; readonly wrong: string };

const wrong = (field: ProvenanceField, words: string): Wrong => ({ field, wrong: words });

function figuresOf(form: Provenance, cell: InputCell): Figures | Wrong {
  const likely = figureOf(form.likely, cell);
  const low = figureOf(form.low, cell);
  const high = figureOf(form.high, cell);
  if (typeof likely === 'string') return wrong('likely', likely);
  if (typeof low === 'string') return wrong('low', low);
  if (typeof high === 'string') return wrong('high', high);
  if (likely === null) return wrong('likely', 'A figure is needed before its source. Type the likely value.');
  if (low === null && high === null) return { likely, low, high };
  if (low === null || high === null) {
    return wrong(low === null ? 'low' : 'high', 'A range needs both ends. Leave both blank for a figure that is stated as certain.');
  }
  if (low.gt(likely)) return wrong('low', 'The low value must be at most the likely one.');
  if (high.lt(likely)) return wrong('high', 'The high value must be at least the likely one.');
  return { likely, low, high };
}

/** Reads the form as one edit of the input as a whole. */
export function readProvenance(form: Provenance, cell: InputCell): ProvenanceReading {
  const figures = figuresOf(form, cell);
  if ('wrong' in figures) return figures;
  const { range, said } = rangeOf(form, figures, cell);
  const value = canonical(figures.likely);
  const note = [form.note.trim(), said ?? ''].filter((words) => words !== '').join(' ');
  const [source, owner, date] = [form.source.trim(), form.owner.trim(), form.date.trim()];
  const written = {
    value,
    ...(source === '' ? {} : { source }),
    ...(owner === '' ? {} : { owner }),
    ...(date === '' ? {} : { date }),
    ...(form.confidence === '' ? {} : { confidence: form.confidence }),
    ...(note === '' ? {} : { note }),
    ...(range === undefined ? {} : { range }),
  };
  return isSame(written, cell.input) ? { edit: null } : { edit: { kind: 'setInput', path: cell.path, input: written } };
}

function isSame(written: Omit<Input, 'unit'>, input: Input | null): boolean {
  if (input === null) return false;
  const text = (held: Omit<Input, 'unit'>): string =>
    JSON.stringify([
      held.value,
      held.source,
      held.owner,
      held.date,
      held.confidence,
      held.note,
      held.range?.low,
      held.range?.likely,
      held.range?.high,
    ]);
  return text(written) === text(input);
}

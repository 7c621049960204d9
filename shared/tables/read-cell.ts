import { canonical } from '../money/decimal.ts';
import { parseEntry, type Convention, type Entry, type ParseResult } from '../money/parse.ts';
import type { CellUnit, MoneyUnit } from '../money/units.ts';
import type { Unit } from '../scenario/input.ts';
import { capitalised, listed, nounOf } from '../scenario/labels.ts';
import type { JsonValue } from '../scenario/strict-json.ts';
import { labelOf } from '../scenario/vocabulary.ts';
import { plainWords, type Takes, type Target } from './fields.ts';
import type { UnitMark } from './headings.ts';
import { MONTHS_ALLOWED, monthOfText } from './month-text.ts';
import { named, type NameIndex, type Names } from './names.ts';

/** What the person said, or what stands in the table, about how its figures are written. */
export type FigureStyle = {
  readonly unit: MoneyUnit | null;
  readonly separators: Convention | null;
  readonly shares: 'PER_CENT' | 'FRACTION' | null;
};

/** What a cell is read against. */
export type CellContext = {
  readonly style: FigureStyle;
  readonly mark: UnitMark | null;
  readonly baseYear: string;
  readonly names: Names;
};

/** Why a cell was not read: what was read, what is allowed, and the way out. */
export type Refusal = { readonly read: string; readonly allowed: string; readonly wayOut: string };
/** The value of an input, with its range where the cell gave one. */
export type ReadInput = {
  readonly value: string;
  readonly range?: { readonly low: string; readonly likely: string; readonly high: string };
};
export type ReadCell =
  | { readonly kind: 'content'; readonly content: JsonValue }
  | { readonly kind: 'input'; readonly input: ReadInput }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const refused = (read: string, allowed: string, wayOut: string): ReadCell => ({ kind: 'refused', refusal: { read, allowed, wayOut } });
const content = (read: JsonValue): ReadCell => ({ kind: 'content', content: read });
const quoted = (written: string): string => `“${written.length > 80 ? `${written.slice(0, 79)}…` : written}”`;

/** Reads one cell that is not blank. Figures go through the one number grammar; what has two readings is refused with both. */
export function readCell(written: string, target: Target, context: CellContext): ReadCell {
  const { takes } = target.field;
  if (target.about !== undefined) return readAbout(written, target, context);
  switch (takes.kind) {
    case 'text':
      return content(written);
    case 'choice':
      return readChoice(written, takes);
    case 'reference':
      return takes.isList ? readReferences(written, takes, context) : readReference(written, takes, context);
    case 'input':
      return readFigure(written, takes.unit, context);
    case 'month':
      return readMonth(written, context);
    case 'flag':
      return readFlag(written);
    case 'split':
      return readSplit(written, context);
  }
}

const CONFIDENCE: Readonly<Record<string, string>> = { h: 'H', high: 'H', m: 'M', medium: 'M', l: 'L', low: 'L' };

function readAbout(written: string, { field, about }: Target, context: CellContext): ReadCell {
  if (about === 'confidence') {
    const known = CONFIDENCE[written.trim().toLowerCase()];
    return known === undefined ? refused(quoted(written), 'H, M or L', 'Write one of these.') : content(known);
  }
  if (about !== 'low' && about !== 'likely' && about !== 'high') return content(written);
  const read = field.takes.kind === 'input' ? readFigure(written, field.takes.unit, context) : readMonth(written, context);
  return read.kind === 'input' ? content(read.input.value) : read;
}

type Choosing = Pick<Extract<Takes, { kind: 'choice' }>, 'codes' | 'words'>;

/** What stands for each code of a choice, in plain words; made once, because a table asks for every row. */
const codesByWords = new WeakMap<Choosing, ReadonlyMap<string, string>>();

function wordsOfCodes(choosing: Choosing): ReadonlyMap<string, string> {
  const known = codesByWords.get(choosing);
  if (known !== undefined) return known;
  const { codes, words } = choosing;
  const said = codes.flatMap((code) => (words[code] ?? []).map((word) => [word, code] as const));
  const shown = codes.flatMap((code) => [code.replaceAll('_', ' '), labelOf(code)].map((each) => [plainWords(each), code] as const));
  // A code's own words go before what people say for another, so they come last.
  const made = new Map([...said.reverse(), ...shown.reverse()]);
  codesByWords.set(choosing, made);
  return made;
}

/** The code that a text stands for: as code, as it is shown, or as people say it. */
export function codeOf(written: string, choosing: Choosing): string | undefined {
  return wordsOfCodes(choosing).get(plainWords(written.replaceAll('_', ' ')));
}

function readChoice(written: string, takes: Extract<Takes, { kind: 'choice' }>): ReadCell {
  const code = codeOf(written, takes);
  if (code !== undefined) return content(code);
  return refused(quoted(written), listed(takes.codes.map(labelOf), { most: 24 }), 'Write one of these.');
}

function readReference(written: string, takes: Extract<Takes, { kind: 'reference' }>, { names }: CellContext): ReadCell {
  const found = identified(written, { list: takes.list, index: names[takes.list] });
  return typeof found === 'string' ? content(found) : { kind: 'refused', refusal: found };
}

/** The id that a text names; a refusal where it names none, or more than one. */
function identified(written: string, { list, index }: { list: string; index: NameIndex }): string | Refusal {
  const noun = nounOf(list);
  const found = named(index, written);
  const [first] = found;
  if (first !== undefined && found.length === 1) return first.id;
  if (first !== undefined)
    return {
      read: `${quoted(written)}, the name of ${listed(found.map(({ id }) => id))}`,
      allowed: `one ${noun}`,
      wayOut: 'Write the id of the one that is meant.',
    };
  const known = listed(
    index.items.map(({ id, name }) => (id === name ? name : `${name} (${id})`)),
    { most: 12 },
  );
  const allowed =
    known === '' ? `no ${noun}, because the scenario has none` : `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun} of the scenario: ${known}`;
  return { read: quoted(written), allowed, wayOut: `Write its name or its id, or add the ${noun} to the scenario first.` };
}

function readReferences(written: string, takes: Extract<Takes, { kind: 'reference' }>, { names }: CellContext): ReadCell {
  const ids: string[] = [];
  for (const part of partsOf(written)) {
    const found = identified(part, { list: takes.list, index: names[takes.list] });
    if (typeof found !== 'string') return { kind: 'refused', refusal: found };
    ids.push(found);
  }
  return content(ids);
}

function partsOf(written: string): string[] {
  return written
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readSplit(written: string, context: CellContext): ReadCell {
  const weights: JsonValue[] = [];
  const allowed = 'organisations with their shares, such as Vale CCG 60%; Vale Council 40%';
  for (const part of partsOf(written)) {
    const pieces = /^(.*\S)[\s:=]+(\S+)$/.exec(part);
    if (pieces === null) return refused(quoted(part), allowed, 'Write each organisation with its share, parted by semicolons.');
    const organisation = identified((pieces[1] ?? '').replace(/[:=]$/, '').trim(), {
      list: 'organisations',
      index: context.names.organisations,
    });
    if (typeof organisation !== 'string') return { kind: 'refused', refusal: organisation };
    const weight = readFigure(pieces[2] ?? '', 'share', { ...context, mark: 'fraction' });
    if (weight.kind !== 'input') return weight;
    weights.push({ organisation, weight: { value: weight.input.value, unit: 'share' } });
  }
  return content(weights);
}

function readMonth(written: string, { baseYear }: CellContext): ReadCell {
  const month = monthOfText(written, baseYear);
  if (month === undefined) return refused(quoted(written), MONTHS_ALLOWED, 'Write the month in one of these ways.');
  return { kind: 'input', input: { value: String(month) } };
}

const FLAGS: Readonly<Record<string, boolean>> = {
  yes: true,
  y: true,
  true: true,
  '1': true,
  no: false,
  n: false,
  false: false,
  '0': false,
};

function readFlag(written: string): ReadCell {
  const flag = FLAGS[written.trim().toLowerCase()];
  return flag === undefined ? refused(quoted(written), 'yes or no', 'Write one of these.') : content(flag);
}

const COUNT = { kind: 'count', noun: '', whole: false } as const satisfies CellUnit;
/** A £ sign without a scale says money, and not which unit the column is in: that the heading or the person said. */
const BARE_POUND = /^([(\s-]*)£\s*(?=[(\s\d.,-]*\)?-?$)/;

/** The unit in which the figures of a column stand, for the grammar. */
function cellUnitOf(unit: Unit, { style, mark }: Pick<CellContext, 'style' | 'mark'>): CellUnit {
  if (unit === '£') return { kind: 'money', shownIn: moneyMark(mark) ?? style.unit ?? '£' };
  if (unit === 'share' || unit === 'rate') return { kind: unit };
  if (unit === 'months') return { kind: 'months' };
  return { ...COUNT, noun: unit === 'years' || unit === 'days' || unit === 'beds' ? unit : '', whole: unit === 'years' || unit === 'rank' };
}

export function moneyMark(mark: UnitMark | null): MoneyUnit | null {
  return mark === 'per cent' || mark === 'fraction' ? null : mark;
}

/** A cell as the grammar takes it: with its column's unit, and fractions or per cent as was said. */
function asTyped(written: string, unit: Unit, context: Pick<CellContext, 'style' | 'mark'>): { typed: string; cell: CellUnit } {
  const cell = cellUnitOf(unit, context);
  if (cell.kind === 'money') return { typed: written.replace(BARE_POUND, '$1'), cell };
  if ((cell.kind !== 'share' && cell.kind !== 'rate') || /[%a-z]/i.test(written)) return { typed: written, cell };
  const shares = context.mark === 'fraction' ? 'FRACTION' : context.mark === 'per cent' ? 'PER_CENT' : context.style.shares;
  if (shares === 'FRACTION') return { typed: written, cell: COUNT };
  return { typed: shares === 'PER_CENT' && /^[^|=]*\d[^|=]*$/.test(written) ? `${written}%` : written, cell };
}

/** What the number grammar makes of a cell of a column. */
export function parseFigure(written: string, unit: Unit, context: Pick<CellContext, 'style' | 'mark'>): ParseResult {
  const { typed, cell } = asTyped(written, unit, context);
  return parseEntry(typed, { unit: cell, convention: context.style.separators });
}

function readFigure(written: string, unit: Unit, context: CellContext): ReadCell {
  const result = parseFigure(written, unit, context);
  if (result.kind === 'parsed') return { kind: 'input', input: inputOf(result.entry) };
  if (result.kind === 'refused') return refused(result.read, result.allowed, result.wayOut);
  const readings = listed(result.readings.map(({ text }) => text));
  return refused(
    `${quoted(written)}, which can be ${readings}`,
    'a figure with one reading',
    'Write it with its unit, such as £1.2m or 85%.',
  );
}

function inputOf(entry: Entry): ReadInput {
  if (entry.form === 'amount') return { value: canonical(entry.amount) };
  const range = { low: canonical(entry.low), likely: canonical(entry.likely), high: canonical(entry.high) };
  return { value: range.likely, range };
}

/** A refusal as a sentence. */
export function sentenceOf({ read, allowed, wayOut }: Refusal): string {
  return `Read as ${read}. Allowed: ${allowed}. ${capitalised(wayOut)}`;
}

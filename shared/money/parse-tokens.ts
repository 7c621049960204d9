import { EntryRefused } from './parse-refusal.ts';

/** A piece of an entry, as written. Numerals keep their separators, since how these are read is decided later. */
export type Token = Piece & {
  /** Whether a space stands before it, so that messages show the entry as typed. */
  readonly isSpaced: boolean;
};

type Piece =
  | { readonly kind: 'numeral'; readonly text: string }
  | { readonly kind: 'word'; readonly text: string }
  /** A unit of money written with its scale: £m, £000, £bn. `power` is the power of ten. */
  | { readonly kind: 'scaled-pound'; readonly power: number; readonly text: string }
  | { readonly kind: 'mark'; readonly text: Mark };

/** `~` is the dash of a range (en or em dash); it differs from the minus. */
export type Mark = '£' | '%' | '(' | ')' | '+' | '-' | '*' | '/' | '|' | '=' | '~';

export const LONGEST_ENTRY = 200;

/** Characters that look alike on screen, brought to one: what Excel, Word and web pages put into pasted figures. */
const SPACES = /[\u0009\u000a\u000d\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const MINUSES = /[\u2010\u2011\u2012\u2212\ufe63\uff0d]/g;
const DASHES = /[\u2013\u2014\u2015]/g;
const APOSTROPHES = /[\u2018\u2019\u02bc]/g;

/** An entry with look-alike characters brought to one and spaces joined; what the echo shows as typed. */
export function tidied(typed: string): string {
  return typed.replace(UNSEEN, '').replace(SPACES, ' ').replace(APOSTROPHES, "'").replace(/ {2,}/g, ' ').trim();
}

const MONTH_NAME = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const DATE = new RegExp(
  `^(?:\\d{1,4}([/.-])\\d{1,2}\\1\\d{1,4}|\\d{4} ?[/-] ?\\d{2}|\\d{1,2}/\\d{1,4}|(?:\\d{1,2}[ -]?)?${MONTH_NAME}[ -]?\\d{2,4}|\\d{1,2}[ -]${MONTH_NAME})$`,
  'i',
);

/** Refuses, before any reading, what is plainly not a figure, each with its own way out. */
export function refuseWhatIsNoFigure(entry: string): void {
  const refuse = (code: EntryRefused['code'], read: string, wayOut: string): never => {
    throw new EntryRefused(code, { read, wayOut });
  };
  if (entry.length > LONGEST_ENTRY)
    refuse('too-long', `${String(entry.length)} characters`, `Type one figure of at most ${String(LONGEST_ENTRY)} characters.`);
  if (entry === '') refuse('empty', 'an empty cell', 'Type a figure. Delete clears a cell; nil is typed as 0.');
  if (/^#+$/.test(entry)) {
    refuse(
      'column-too-narrow',
      `"${entry}", which a spreadsheet shows when its column is too narrow`,
      'Widen the column there and copy again; the figure itself was not copied.',
    );
  }
  if (/^#[A-Z0-9/]+[!?]?$/i.test(entry))
    refuse('spreadsheet-error', `the spreadsheet error ${entry}`, 'Mend the formula there, or type the figure.');
  if (/^[+-]?(?:nan|inf|infinity|∞)$/i.test(entry)) refuse('not-a-number', `"${entry}", which is no amount`, 'Type the figure in digits.');
  if (/\d ?e ?[+-]?\d/i.test(entry)) {
    refuse(
      'exponent',
      `"${entry}", a figure shortened to a power of ten, which may have lost digits`,
      'Show it in full where it comes from and copy again, or type it with k, m or bn.',
    );
  }
  if (DATE.test(entry)) refuse('date', `"${entry}", a date or a financial year`, 'Type one figure. A division is typed as =1/2.');
}

const SCALED_POUND_POWERS: Readonly<Record<string, number>> = { m: 6, mn: 6, k: 3, bn: 9 };
const PATTERNS = {
  space: / +/y,
  scaledPound: /£ ?(?:('?000)s?(?![\d,.])|(mn|m|k|bn)(?![a-z]))/iy,
  thousands: /'000s?(?!\d)/y,
  numeral: /[.,]?\d(?:[\d.,]|['](?=\d)| (?=\d))*/y,
  word: /[a-z]+/iy,
};
const MARKS: Readonly<Record<string, Mark>> = {
  '£': '£',
  '%': '%',
  '(': '(',
  ')': ')',
  '+': '+',
  '-': '-',
  '*': '*',
  '×': '*',
  '/': '/',
  '÷': '/',
  '|': '|',
  '=': '=',
  '~': '~',
};

/** Splits a tidied entry into tokens. Throws EntryRefused at the first character that has no place in a figure. */
export function tokensOf(entry: string): Token[] {
  if (entry.includes('~')) throw unknownCharacter('~');
  const text = entry
    .replace(/^'(?=[^0]|0(?!00))/, '')
    .replace(MINUSES, '-')
    .replace(DASHES, '~');
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const match = (pattern: RegExp): RegExpExecArray | null => {
      pattern.lastIndex = at;
      const found = pattern.exec(text);
      if (found !== null) at = pattern.lastIndex;
      return found;
    };
    const isSpaced = match(PATTERNS.space) !== null;
    const piece = nextPiece(match) ?? markAt(text, at);
    if (piece.kind === 'mark') at += 1;
    tokens.push({ ...piece, isSpaced });
  }
  return tokens;
}

function nextPiece(match: (pattern: RegExp) => RegExpExecArray | null): Piece | null {
  const pound = match(PATTERNS.scaledPound);
  if (pound !== null) return { kind: 'scaled-pound', power: SCALED_POUND_POWERS[pound[2]?.toLowerCase() ?? 'k'] ?? 3, text: pound[0] };
  const thousands = match(PATTERNS.thousands);
  if (thousands !== null) return { kind: 'word', text: 'k' };
  const numeral = match(PATTERNS.numeral);
  if (numeral !== null) return { kind: 'numeral', text: numeral[0] };
  const word = match(PATTERNS.word);
  return word === null ? null : { kind: 'word', text: word[0] };
}

function markAt(text: string, at: number): Piece {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const mark = MARKS[character];
  if (mark === undefined) throw unknownCharacter(character);
  return { kind: 'mark', text: mark };
}

function unknownCharacter(character: string): EntryRefused {
  if ('$€¥₤₹'.includes(character)) {
    return new EntryRefused('other-currency', {
      read: `an amount in ${character}`,
      wayOut: 'Footing works in pounds. Type the amount in pounds.',
    });
  }
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return new EntryRefused('unknown-character', {
    read: `"${character}" (U+${code}), which has no place in a figure`,
    wayOut: 'Take it out. Allowed are digits, separators, a sign or brackets, £, k, m, bn, %, pp and bps.',
  });
}

/** Whether a token is this mark. */
export function isMark(token: Token | undefined, mark: Mark): boolean {
  return token?.kind === 'mark' && token.text === mark;
}

/** Whether a token is this word, in capitals or not. */
export function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === 'word' && token.text.toLowerCase() === word;
}

/** Tokens as typed, for messages. */
export function textOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => `${token.isSpaced ? ' ' : ''}${token.kind === 'mark' && token.text === '~' ? '–' : token.text}`)
    .join('')
    .trim();
}

/** Tokens as words one space apart in small letters, to be compared with a phrase. */
export function phraseOf(tokens: readonly Token[]): string {
  return tokens.map((token) => token.text.toLowerCase()).join(' ');
}

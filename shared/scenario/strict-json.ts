import { canonicalText } from './decimal-text.ts';

/** What a JSON text holds. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
export type JsonObject = { [key: string]: JsonValue };
export type JsonPath = readonly (string | number)[];

/** What a scenario file may be at most. A row is an item of a list, an entry a row or a key with what it holds; both are counted over the whole file. */
export const FILE_LIMITS = { bytes: 20_000_000, depth: 32, rows: 100_000, entries: 250_000 } as const;
export type FileLimit = keyof typeof FILE_LIMITS;

/** Where reading stopped: line and column count from 1; `path` leads to the place that was being read. */
export interface JsonDamage {
  kind: 'damaged';
  line: number;
  column: number;
  path: JsonPath;
  found: string;
  expected: string;
}
export interface JsonTooLarge {
  kind: 'too-large';
  limit: FileLimit;
  allowed: number;
  line: number;
}
export type JsonReading = { kind: 'read'; value: JsonValue } | JsonDamage | JsonTooLarge;

/** What is expected where any value may stand; who knows the place can say it more exactly. */
export const ANY_VALUE = 'a text in double quotes, a number, true, false, null, a list or an object';

const QUOTE = 0x22;
const BYTE_ORDER_MARK = 0xfeff;
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
/** Longer literals stay text: a number that survives unchanged is never longer, idle zeros apart, and text loses nothing. */
const LONGEST_NUMBER = 40;
const SHOWN_CHARACTERS = 40;

const PLAIN_CHARACTERS = /[^"\\\u0000-\u001f]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[\p{L}_$][\p{L}\p{N}_$.-]*/uy;
const NUMBER_LIKE = /[\w.+-]+/y;
const ESCAPE_LIKE = /\\(?:u[0-9A-Za-z]{0,4}|[!-~])/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/y;

/**
 * Reads a JSON text strictly, within FILE_LIMITS, in time linear in its length; it never throws. Refused besides what JSON refuses: a key that occurs
 * twice in one object, and the keys `__proto__`, `constructor` and `prototype` however they are written. A byte order mark at the start is passed over.
 * Half of a surrogate pair, which JSON can write as `\ud800`, is kept as it is.
 *
 * A number comes back as a number where that is exactly what was written in digits, idle zeros apart; otherwise as its literal text, so that no digit is lost
 * ("12345678901234567.89", "1e9999"): the schema then says whether the text will do.
 */
export function readStrictJson(text: string): JsonReading {
  if (isLongerThan(text, FILE_LIMITS.bytes)) return { kind: 'too-large', limit: 'bytes', allowed: FILE_LIMITS.bytes, line: 1 };
  const reader = new Reader(text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text);
  try {
    return { kind: 'read', value: reader.readAll() };
  } catch (error) {
    if (error instanceof Refusal) return error.reading;
    throw error;
  }
}

/** A path as people write it: `savings[2].profile.shareByYear["2018/19"]`. */
export function pathText(path: JsonPath): string {
  const parts = path.map((part) => {
    if (typeof part === 'number') return `[${String(part)}]`;
    return /^[A-Za-z_$][\w$]*$/.test(part) ? `.${part}` : `[${quoted(part)}]`;
  });
  return parts.join('').replace(/^\./, '');
}

/** A text in quotes, cut to what fits into a sentence, with control characters escaped. */
export function quoted(text: string): string {
  return JSON.stringify(cut(text));
}

function cut(text: string): string {
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}

/** Whether a text has more than so many bytes in UTF-8. Most are settled without counting: a character takes 1 to 3 bytes for each unit of length. */
function isLongerThan(text: string, bytes: number): boolean {
  if (text.length > bytes) return true;
  if (text.length * 3 <= bytes) return false;
  let counted = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) counted += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return counted > bytes;
}

/** Carries the answer out of the depth of the reader. It never leaves this file. */
class Refusal extends Error {
  readonly code = 'refused';
  readonly reading: JsonDamage | JsonTooLarge;

  constructor(reading: JsonDamage | JsonTooLarge) {
    super(reading.kind);
    this.reading = reading;
  }
}

/** Reads by descending; the depth limit keeps the stack short. */
class Reader {
  readonly #text: string;
  #at = 0;
  #rows = 0;
  #entries = 0;
  readonly #path: (string | number)[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  readAll(): JsonValue {
    this.#skipSpace();
    const value = this.#value();
    this.#skipSpace();
    if (this.#at < this.#text.length) this.#refuse('the end of the file');
    return value;
  }

  #value(): JsonValue {
    const first = this.#text.charAt(this.#at);
    if (first === '"') return this.#string();
    if (first === '{') return this.#object();
    if (first === '[') return this.#array();
    if (first === '-' || (first >= '0' && first <= '9')) return this.#number();
    return this.#word();
  }

  #object(): JsonObject {
    this.#enter();
    const object: JsonObject = {};
    if (this.#takes('}')) return object;
    do {
      this.#countEntry();
      this.#skipSpace();
      const key = this.#key(object);
      this.#skipSpace();
      if (!this.#takes(':')) this.#refuse(`a colon after the key ${quoted(key)}`);
      this.#path.push(key);
      this.#skipSpace();
      object[key] = this.#value();
      this.#path.pop();
      this.#skipSpace();
    } while (this.#takes(','));
    if (!this.#takes('}')) this.#refuse('a comma or "}"');
    return object;
  }

  #key(object: JsonObject): string {
    const start = this.#at;
    if (this.#text.charCodeAt(start) !== QUOTE) this.#refuse('a key in double quotes');
    const key = this.#string();
    if (FORBIDDEN_KEYS.has(key))
      this.#refuse('a key that a scenario may have; this one is never allowed', { at: start, found: `the key ${quoted(key)}` });
    if (Object.hasOwn(object, key)) {
      const found = `the key ${pathText([...this.#path, key])} a second time`;
      this.#refuse('each key once', { at: start, found });
    }
    return key;
  }

  #array(): JsonValue[] {
    this.#enter();
    const list: JsonValue[] = [];
    if (this.#takes(']')) return list;
    do {
      this.#rows += 1;
      if (this.#rows > FILE_LIMITS.rows) this.#refuseSize('rows');
      this.#countEntry();
      this.#path.push(list.length);
      this.#skipSpace();
      list.push(this.#value());
      this.#path.pop();
      this.#skipSpace();
    } while (this.#takes(','));
    if (!this.#takes(']')) this.#refuse('a comma or "]"');
    return list;
  }

  /** Steps into an object or list, past its bracket. */
  #enter(): void {
    if (this.#path.length >= FILE_LIMITS.depth) this.#refuseSize('depth');
    this.#at += 1;
    this.#skipSpace();
  }

  #countEntry(): void {
    this.#entries += 1;
    if (this.#entries > FILE_LIMITS.entries) this.#refuseSize('entries');
  }

  #string(): string {
    const start = this.#at;
    this.#at = endOf(PLAIN_CHARACTERS, this.#text, start + 1);
    const isPlain = this.#text.charCodeAt(this.#at) === QUOTE;
    while (this.#text.charCodeAt(this.#at) !== QUOTE) {
      this.#passEscape();
      this.#at = endOf(PLAIN_CHARACTERS, this.#text, this.#at);
    }
    this.#at += 1;
    if (isPlain) return this.#text.slice(start + 1, this.#at - 1);
    // The escapes have been checked, so this is a JSON text and what it says is a string.
    return String(JSON.parse(this.#text.slice(start, this.#at)));
  }

  #passEscape(): void {
    if (this.#text.charAt(this.#at) !== '\\') this.#refuse('the double quote that ends the text');
    const end = endOf(ESCAPE, this.#text, this.#at);
    if (end < 0) {
      const found = `the escape ${this.#text.slice(this.#at, Math.max(this.#at + 1, endOf(ESCAPE_LIKE, this.#text, this.#at)))}`;
      this.#refuse('one of \\" \\\\ \\/ \\b \\f \\n \\r \\t, or \\u and four hexadecimal digits', { at: this.#at, found });
    }
    this.#at = end;
  }

  #number(): number | string {
    const start = this.#at;
    const end = endOf(NUMBER, this.#text, start);
    const written = endOf(NUMBER_LIKE, this.#text, start);
    if (end !== written) {
      this.#refuse('a number as JSON writes it, such as 1234.5', { at: start, found: quoted(this.#text.slice(start, written)) });
    }
    this.#at = end;
    return exactNumber(this.#text.slice(start, end));
  }

  #word(): boolean | null {
    const end = endOf(WORD, this.#text, this.#at);
    const word = end < 0 ? '' : this.#text.slice(this.#at, end);
    if (word !== 'true' && word !== 'false' && word !== 'null') this.#refuse(ANY_VALUE);
    this.#at = end;
    return word === 'null' ? null : word === 'true';
  }

  #takes(character: string): boolean {
    if (this.#text.charAt(this.#at) !== character) return false;
    this.#at += 1;
    return true;
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#at += 1;
    }
  }

  #refuse(expected: string, { at, found }: { at: number; found: string } = { at: this.#at, found: foundAt(this.#text, this.#at) }): never {
    throw new Refusal({ kind: 'damaged', ...placeOf(this.#text, at), path: [...this.#path], found, expected });
  }

  #refuseSize(limit: FileLimit): never {
    throw new Refusal({ kind: 'too-large', limit, allowed: FILE_LIMITS[limit], line: placeOf(this.#text, this.#at).line });
  }
}

/** The end of what a sticky pattern matches at a place, or −1. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

function exactNumber(literal: string): number | string {
  if (literal.length > LONGEST_NUMBER || /e/i.test(literal)) return literal;
  const read = Number(literal);
  if (canonicalText(literal) !== String(read)) return literal;
  return read === 0 ? 0 : read;
}

/** Line and column of a place, counted from 1. A line ends as on any system: \n, \r\n or \r. */
function placeOf(text: string, at: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let index = 0; index < at; index += 1) {
    const code = text.charCodeAt(index);
    const endsLine = code === 0x0a || (code === 0x0d && text.charCodeAt(index + 1) !== 0x0a);
    if (!endsLine) continue;
    line += 1;
    start = index + 1;
  }
  return { line, column: at - start + 1 };
}

/** What stands at a place, in words. */
function foundAt(text: string, at: number): string {
  if (at >= text.length) return 'the end of the file';
  const wordEnd = endOf(WORD, text, at);
  if (wordEnd > 0) return `the word ${quoted(text.slice(at, wordEnd))}`;
  const numberEnd = endOf(NUMBER, text, at);
  if (numberEnd > 0) return `the number ${cut(text.slice(at, numberEnd))}`;
  const code = text.codePointAt(at) ?? 0;
  if (code === QUOTE) return 'a text in double quotes';
  if (code === 0x0a || code === 0x0d) return 'the end of the line';
  if (code < 0x20 || code === 0x7f) return `the control character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return `"${String.fromCodePoint(code)}"`;
}

import { type JsonObject, type JsonValue } from './strict-json.ts';

/** Deeper than any file that is read (FILE_LIMITS.depth); an object that holds itself is stopped here. */
const DEEPEST = 64;

/** Content that has no canonical text: a fraction, a class instance, a function, something that holds itself. */
export class CanonicalFormError extends Error {
  readonly code = 'no-canonical-form';

  constructor(found: string) {
    super(
      `Found ${found}, which cannot be written to a scenario file. Allowed: texts, whole numbers, true, false, null, lists and plain objects. ` +
        'Write an amount or a share as its decimal text.',
    );
    this.name = 'CanonicalFormError';
  }
}

/**
 * The one JSON text of a content: keys in code-point order, two spaces of indentation, a line for each entry, a newline at the end; what is undefined
 * is left out. Equal contents give identical bytes, so that the text can be sealed, and two versions of a file compare line by line. Numbers are whole;
 * fractions are written as decimal text. Throws CanonicalFormError.
 */
export function canonicalJson(content: unknown): string {
  const fault = faultOf(content, 0);
  if (fault !== undefined) throw new CanonicalFormError(fault);
  return `${written(content, 0)}\n`;
}

/** Whether canonicalJson can write a content. */
export function hasCanonicalForm(content: unknown): content is JsonValue {
  return faultOf(content, 0) === undefined;
}

/** Whether a content is a plain object, neither a list nor null. */
export function isJsonObject(content: JsonValue | undefined): content is JsonObject {
  return typeof content === 'object' && content !== null && !Array.isArray(content);
}

/** The first thing in a content that canonical JSON cannot write, in words. */
function faultOf(content: unknown, depth: number): string | undefined {
  if (typeof content === 'string' || typeof content === 'boolean' || content === null) return undefined;
  if (typeof content === 'number') return Number.isSafeInteger(content) ? undefined : `the number ${String(content)}`;
  if (typeof content !== 'object') return content === undefined ? 'something undefined' : `a ${typeof content}`;
  if (depth >= DEEPEST) return `content more than ${String(DEEPEST)} levels deep`;
  if (!Array.isArray(content) && !isPlain(content)) return 'an object of a class';
  // Array.from visits the gaps of a list, which are refused; an entry that is undefined is left out.
  const held: unknown[] = Array.isArray(content) ? Array.from(content) : Object.values(content).filter((item) => item !== undefined);
  for (const item of held) {
    const fault = faultOf(item, depth + 1);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function isPlain(object: object): object is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === Object.prototype || prototype === null;
}

/** The text of a content that faultOf finds good. */
function written(content: unknown, depth: number): string {
  if (typeof content !== 'object' || content === null) return JSON.stringify(content === 0 ? 0 : content);
  if (Array.isArray(content)) {
    const items = content.map((item) => written(item, depth + 1));
    return items.length === 0 ? '[]' : `[${lines(items, depth)}]`;
  }
  if (!isPlain(content)) throw new CanonicalFormError('an object of a class');
  const keys = sortedByCodePoint(Object.keys(content).filter((key) => content[key] !== undefined));
  const entries = keys.map((key) => `${JSON.stringify(key)}: ${written(content[key], depth + 1)}`);
  return entries.length === 0 ? '{}' : `{${lines(entries, depth)}}`;
}

function lines(entries: readonly string[], depth: number): string {
  const indent = '  '.repeat(depth);
  return `\n${indent}  ${entries.join(`,\n${indent}  `)}\n${indent}`;
}

/** JavaScript's own order is by UTF-16 unit, which differs only where characters above U+FFFF occur: those it puts before U+E000. */
function sortedByCodePoint(keys: string[]): string[] {
  return keys.some((key) => /[\ud800-\udfff]/.test(key)) ? keys.sort(byCodePoint) : keys.sort();
}

function byCodePoint(first: string, second: string): number {
  const shorter = Math.min(first.length, second.length);
  for (let at = 0; at < shorter; at += 1) {
    const difference = rank(first.charCodeAt(at)) - rank(second.charCodeAt(at));
    if (difference !== 0) return difference;
  }
  return first.length - second.length;
}

/** Where a UTF-16 unit stands in code-point order: surrogates, which make up characters above U+FFFF, come last. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

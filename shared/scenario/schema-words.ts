import { z } from 'zod';
import { identifier, unitOfInputSchema, yearText, type Unit } from './input.ts';
import { type JsonPath, type JsonValue } from './strict-json.ts';

/* What a place of a scenario file takes, in words. They are drawn from the schema itself, so that they cannot differ from what it accepts. */

type Schema = z.core.$ZodType;

const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  '£': 'an amount in pounds as text, such as "1234.56", without commas, £ or exponent',
  share: 'a share as decimal text, such as "0.85" for 85%',
  rate: 'a rate as decimal text, such as "0.021" for 2.1%',
  units: 'units of activity a year as decimal text, such as "1500"',
  months: 'a whole number of months as text, such as "12"',
  years: 'a whole number of years as text, such as "40"',
  days: 'a number of days as decimal text, such as "6.5"',
  beds: 'a number of beds as decimal text, such as "28"',
  WTE: 'a number of whole-time equivalents as decimal text, such as "12.5"',
  persons: 'a number of persons as text, such as "300000"',
  rank: 'a whole number as text, such as "1" for the first',
  ratio: 'a ratio as decimal text, such as "0.25"',
};
const MONTH_WORDS = 'a whole number of months from April of the base year, as text: "0" is that April, "12" the April after';

/** What stands at a path of the file: the schema of the place, and the unit of the input that it belongs to. */
export interface Place {
  schema: Schema;
  unit: Unit | undefined;
}

/**
 * The place that a path leads to, or undefined where the schema knows no such place. `written` is what was read at the root, where it is known: it decides
 * between the kinds of a profile, a series or a pool.
 */
export function placeAt(root: Schema, path: JsonPath, written?: JsonValue): Place | undefined {
  let place: Place = { schema: root, unit: undefined };
  let holder = written;
  for (const part of path) {
    const next = partOf(place.schema, part, holder);
    if (next === undefined) return undefined;
    place = { schema: next, unit: unitOfInputSchema(withoutDefault(next)) ?? place.unit };
    holder = heldBy(holder, part);
  }
  return place;
}

/** What is held under one part of a path, if anything is. */
export function heldBy(holder: JsonValue | undefined, part: string | number): JsonValue | undefined {
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, part)) return undefined;
  if (Array.isArray(holder)) return typeof part === 'number' ? holder[part] : undefined;
  return holder[part];
}

/** What may stand at a path, in words: 'a share as decimal text, such as "0.85" for 85%'. Undefined where the schema knows no such place. */
export function allowedAt(root: Schema, path: JsonPath, written?: JsonValue): string | undefined {
  const place = placeAt(root, path, written);
  if (place === undefined) return undefined;
  const isNumber = isInput(place.schema) || ['value', 'low', 'likely', 'high'].includes(String(path.at(-1)));
  if (place.unit !== undefined && isNumber) return numberWords(place.unit, path);
  return wordsOf(withoutDefault(place.schema));
}

/** The keys that an object at a path may have, in order of the alphabet. */
export function keysAllowedAt(root: Schema, path: JsonPath, written?: JsonValue): string[] {
  const place = placeAt(root, path, written);
  if (place === undefined) return [];
  const open = kindOf(withoutInput(place.schema), path.reduce<JsonValue | undefined>(heldBy, written));
  if (open instanceof z.core.$ZodObject) return Object.keys(open._zod.def.shape).sort();
  return open instanceof z.ZodRecord ? wordsIn(withoutDefault(open.keyType)).map(String) : [];
}

function isInput(schema: Schema): boolean {
  return unitOfInputSchema(withoutDefault(schema)) !== undefined;
}

/** Months count from the base year where the field is a moment, and are a duration elsewhere: fields of moments end in "month". */
function numberWords(unit: Unit, path: JsonPath): string {
  const field = path.findLast((part) => typeof part === 'string' && !['value', 'range', 'low', 'likely', 'high'].includes(part));
  return unit === 'months' && /month$/i.test(String(field)) ? MONTH_WORDS : UNIT_WORDS[unit];
}

function wordsOf(schema: Schema): string {
  if (schema === identifier) return 'an id: a letter, then letters, digits, - or _, at most 64 characters';
  if (schema === yearText) return 'a financial year, such as "2020/21"';
  const words = wordsIn(schema);
  if (words.length > 0) return words.map((word) => JSON.stringify(word)).join(words.length === 2 ? ' or ' : ', ');
  if (schema instanceof z.ZodBoolean) return 'true or false';
  if (schema instanceof z.ZodNumber) return `a whole number from ${String(schema.minValue)} to ${String(schema.maxValue)}`;
  if (schema instanceof z.ZodString && schema.description !== undefined) return schema.description;
  if (schema instanceof z.ZodString)
    return schema.maxLength === null ? 'a text' : `a text of at most ${String(schema.maxLength)} characters`;
  if (schema instanceof z.ZodArray) return `a list in [ ]${itemsAllowed(schema)}`;
  if (schema instanceof z.ZodRecord && schema.keyType === yearText)
    return 'an object in { } with an entry for each financial year, such as "2020/21"';
  return 'an object in { }';
}

function itemsAllowed(list: z.ZodArray): string {
  const most = list.def.checks?.find((check) => check instanceof z.core.$ZodCheckMaxLength)?._zod.def.maximum;
  const least = list.def.checks?.find((check) => check instanceof z.core.$ZodCheckMinLength)?._zod.def.minimum;
  const from = least === undefined ? '' : ` of at least ${String(least)}`;
  return most === undefined ? from : `${from}${from === '' ? ' of' : ' and'} at most ${String(most)} ${most === 1 ? 'item' : 'items'}`;
}

/** The words that a schema takes, where it takes only some. */
function wordsIn(schema: Schema): (string | number)[] {
  if (schema instanceof z.ZodEnum) return schema.options;
  return schema instanceof z.ZodLiteral ? [...schema.values].filter((word) => typeof word === 'string' || typeof word === 'number') : [];
}

function withoutDefault(schema: Schema): Schema {
  const isWrapped = schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional;
  return isWrapped ? withoutDefault(schema.unwrap()) : schema;
}

function withoutInput(schema: Schema): Schema {
  const bare = withoutDefault(schema);
  return bare instanceof z.ZodPipe ? withoutInput(bare.out) : bare;
}

/** Of a schema of several kinds the one that was written; any other schema is itself. */
function kindOf(schema: Schema, written: JsonValue | undefined): Schema {
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return schema;
  return schema.options.find((option) => takesKind(option, heldBy(written, schema.def.discriminator), schema.def.discriminator)) ?? schema;
}

function takesKind(option: Schema, kind: JsonValue | undefined, discriminator: string): boolean {
  const schema = option instanceof z.core.$ZodObject ? option._zod.def.shape[discriminator] : undefined;
  return schema !== undefined && typeof kind === 'string' && wordsIn(schema).includes(kind);
}

function partOf(schema: Schema, part: string | number, holder: JsonValue | undefined): Schema | undefined {
  const open = kindOf(withoutInput(schema), holder);
  if (open instanceof z.ZodArray) return typeof part === 'number' ? open.element : undefined;
  if (typeof part === 'number') return undefined;
  if (open instanceof z.ZodRecord) return open.valueType;
  if (open instanceof z.core.$ZodObject) return Object.hasOwn(open._zod.def.shape, part) ? open._zod.def.shape[part] : undefined;
  // What kind it is was not read, or is none that is known: any kind that has the key will do, and the key of the kind takes the words of all.
  if (!(open instanceof z.ZodDiscriminatedUnion)) return undefined;
  const found = open.options.map((option) => partOf(option, part, holder)).filter((option) => option !== undefined);
  return part === open.def.discriminator ? z.enum(found.flatMap(wordsIn).map(String)) : found[0];
}

import { z } from 'zod';

/* As much of JSON Schema as the printed schema uses. A keyword that is not known here is a mistake of the test and throws. */

type Schema = Readonly<Record<string, unknown>>;
const SILENT = new Set(['$schema', '$defs', 'title', 'description', 'default']);

const object = z.record(z.string(), z.unknown());
const list = z.array(z.unknown());

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

function isType(value: unknown, type: unknown): boolean {
  return type === typeOf(value) || (type === 'integer' && Number.isInteger(value));
}

type Keyword = (value: unknown, expected: unknown, schema: Schema, root: Schema) => boolean;
const ifObject = (value: unknown, holds: (held: Record<string, unknown>) => boolean): boolean =>
  typeOf(value) !== 'object' || holds(object.parse(value));

const KEYWORDS: Readonly<Record<string, Keyword>> = {
  type: (value, expected) => (Array.isArray(expected) ? expected.some((type) => isType(value, type)) : isType(value, expected)),
  const: (value, expected) => value === expected,
  enum: (value, expected) => list.parse(expected).includes(value),
  pattern: (value, expected) => typeof value !== 'string' || new RegExp(String(expected), 'u').test(value),
  maxLength: (value, expected) => typeof value !== 'string' || value.length <= Number(expected),
  minimum: (value, expected) => typeof value !== 'number' || value >= Number(expected),
  maximum: (value, expected) => typeof value !== 'number' || value <= Number(expected),
  minItems: (value, expected) => !Array.isArray(value) || value.length >= Number(expected),
  maxItems: (value, expected) => !Array.isArray(value) || value.length <= Number(expected),
  items: (value, expected, _schema, root) => !Array.isArray(value) || value.every((each) => fits(each, object.parse(expected), root)),
  required: (value, expected) => ifObject(value, (held) => list.parse(expected).every((key) => Object.hasOwn(held, String(key)))),
  properties: (value, expected, _schema, root) =>
    ifObject(value, (held) =>
      Object.entries(object.parse(expected)).every(
        ([key, inner]) => !Object.hasOwn(held, key) || fits(held[key], object.parse(inner), root),
      ),
    ),
  propertyNames: (value, expected, _schema, root) =>
    ifObject(value, (held) => Object.keys(held).every((key) => fits(key, object.parse(expected), root))),
  additionalProperties: (value, expected, schema, root) =>
    ifObject(value, (held) => {
      const known = object.parse(schema['properties'] ?? {});
      const others = Object.keys(held).filter((key) => !Object.hasOwn(known, key));
      return others.every((key) => (typeof expected === 'boolean' ? expected : fits(held[key], object.parse(expected), root)));
    }),
  anyOf: (value, expected, _schema, root) => list.parse(expected).some((inner) => fits(value, object.parse(inner), root)),
  oneOf: (value, expected, _schema, root) => list.parse(expected).filter((inner) => fits(value, object.parse(inner), root)).length === 1,
  $ref: (value, expected, _schema, root) =>
    fits(value, object.parse(object.parse(root['$defs'])[String(expected).replace('#/$defs/', '')]), root),
};

/** Whether a value fits a JSON Schema. */
export function fits(value: unknown, schema: Schema, root: Schema = schema): boolean {
  return Object.entries(schema).every(([keyword, expected]) => {
    if (SILENT.has(keyword)) return true;
    const check = KEYWORDS[keyword];
    if (check === undefined) throw new RangeError(`The keyword "${keyword}" is not known to the tests.`);
    return check(value, expected, schema, root);
  });
}

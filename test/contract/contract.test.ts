import { expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from '../../shared/contract/contract.ts';
import { METHODS } from '../../shared/contract/methods.ts';

test('methods and contract name the same, in the same order', () => {
  expect(Object.keys(contract)).toEqual([...METHODS]);
});

/** What JSON loses or changes on the way: a schema that holds one of these is no schema of a message. */
const LOST_IN_JSON = new Set(['date', 'map', 'set', 'bigint', 'symbol', 'undefined', 'void', 'nan', 'function', 'promise', 'file']);

/** The kinds of all schemas inside a schema. */
function kindsIn(schema: unknown, seen = new Set<unknown>()): Set<string> {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return new Set();
  seen.add(schema);
  const own = schema instanceof z.core.$ZodType ? [schema._zod.def.type] : [];
  const inner: unknown[] = schema instanceof z.core.$ZodType ? Object.values(schema._zod.def) : Object.values(schema);
  return new Set([...own, ...inner.flatMap((each) => [...kindsIn(each, seen)])]);
}

test('kinds are found wherever they hide', () => {
  const schema = z.strictObject({ rows: z.array(z.union([z.string(), z.record(z.string(), z.date()).optional()])) });
  expect([...kindsIn(schema)]).toEqual(expect.arrayContaining(['object', 'array', 'union', 'record', 'optional', 'date']));
});

test.each(METHODS)('%s carries only what JSON can carry', (method) => {
  const kinds = new Set([...kindsIn(contract[method].input), ...kindsIn(contract[method].output)]);
  expect(kinds.size).toBeGreaterThan(0);
  expect([...kinds].filter((kind) => LOST_IN_JSON.has(kind))).toEqual([]);
});

test('no input names a path of the file system', () => {
  const named = METHODS.filter((method) => {
    const { input } = contract[method];
    return (
      input instanceof z.ZodObject &&
      Object.keys(input.shape).some((key) => /folder|directory|url/i.test(key) || (key === 'path' && method !== 'scenario.history'))
    );
  });
  expect(named).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fileJsonSchema } from '../../cli/schema-command.ts';
import { readScenarioFile } from '../../shared/scenario/file.ts';
import { smallWritten, type Written } from '../support/small-scenario.ts';
import { footing, shipped } from './command-line.ts';
import { fits } from './json-schema.ts';

/* The printed JSON Schema, held against files as a program would use it, and against what Footing itself reads. */

const schema = fileJsonSchema();

/** A file as somebody writes it by hand: no seal, bare values. */
function byHand(change?: (written: Written) => void): Record<string, unknown> {
  const scenario = smallWritten();
  change?.(scenario);
  return { format: 'footing-scenario', formatVersion: 1, scenario: JSON.parse(JSON.stringify(scenario)) as unknown };
}

const opens = (file: unknown): boolean => readScenarioFile(JSON.stringify(file)).kind === 'opened';

describe('footing schema', () => {
  test('prints the schema of the whole file, envelope included', () => {
    const { code, out, errors } = footing('schema');
    expect([code, errors]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual(schema);
    expect(schema['required']).toEqual(['format', 'formatVersion', 'scenario']);
  });

  test.each([
    'worked-example-a',
    'worked-example-b',
    'hampshire-isle-of-wight-2016',
    'norfolk-waveney-2016',
    'west-yorkshire-harrogate-2016',
  ])('the shipped %s fits', (name) => {
    expect(fits(JSON.parse(readFileSync(shipped(name), 'utf8')), schema)).toBe(true);
  });

  test('a file written by hand with bare values fits and opens', () => {
    expect(fits(byHand(), schema)).toBe(true);
    expect(opens(byHand())).toBe(true);
  });

  test.each<[what: string, change: (written: Written) => void]>([
    ['a key that is not known', (written) => Object.assign(written, { colour: 'red' })],
    ['an id with a dot', (written) => Object.assign(written.organisations[0] ?? {}, { id: 'a.b' })],
    ['an amount with commas', (written) => Object.assign(written.lines[0] ?? {}, { baseAmount: '1,000' })],
    ['an amount that is true', (written) => Object.assign(written.lines[0] ?? {}, { baseAmount: true })],
    [
      'an amount in a unit that is not its own',
      (written) => Object.assign(written.lines[0] ?? {}, { baseAmount: { value: '1', unit: 'share' } }),
    ],
    ['half a month', (written) => Object.assign(written.capital[0] ?? {}, { operationalMonth: '1.5' })],
    ['a type of organisation that is none', (written) => Object.assign(written.organisations[0] ?? {}, { type: 'HOSPITAL' })],
    ['a profile that is none', (written) => Object.assign(written.savings[0] ?? {}, { profile: { kind: 'SUDDEN' } })],
    ['a list that is none', (written) => Object.assign(written, { savings: {} })],
  ])('%s neither fits nor opens', (_, change) => {
    const file = byHand(change);
    expect([fits(file, schema), opens(file)]).toEqual([false, false]);
  });

  test('an input may be bare text, a bare number, or the value with its source and range', () => {
    const written = ['1000', 1000, { value: '1000', source: 'Plan', range: { low: '900', likely: 1000, high: '1100' } }];
    for (const baseAmount of written) {
      const file = byHand((scenario) => Object.assign(scenario.lines[0] ?? {}, { baseAmount }));
      expect([fits(file, schema), opens(file)]).toEqual([true, true]);
    }
  });
});

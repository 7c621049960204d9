import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../shared/scenario/canonical.ts';
import { readScenarioFile, writeScenarioFile } from '../../shared/scenario/file.ts';
import { type FileReading, type ScenarioFile } from '../../shared/scenario/file-reading.ts';
import { fingerprint } from '../../shared/scenario/fingerprint.ts';
import { scenarioSchema } from '../../shared/scenario/schema.ts';
import { scenarioArbitrary, writtenScenarioArbitrary } from '../support/scenario-arbitrary.ts';

const RUNS = { numRuns: 1000 };
/** The thousand runs of the main law are spread over several tests, so that each keeps well within its time on a busy machine. */
const QUARTER = { numRuns: 250 };
const POLLUTING = new Set(['__proto__', 'constructor', 'prototype']);

const resultsArbitrary = fc.dictionary(
  fc.string({ unit: 'binary', maxLength: 6 }).filter((key) => !POLLUTING.has(key)),
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.string(), { maxLength: 3 }),
  ),
  { maxKeys: 5 },
);
const statusArbitrary = fc.record(
  { stage: fc.constantFrom('DRAFT', 'ASSURED', 'APPROVED'), name: fc.string(), role: fc.string(), date: fc.string() },
  { requiredKeys: ['stage'] },
);
const restArbitrary = fc.record({
  engineVersion: fc.option(fc.constant('0.1.0'), { nil: undefined }),
  results: fc.option(resultsArbitrary, { nil: undefined }),
  status: fc.option(statusArbitrary, { nil: undefined }),
});

function opened(reading: FileReading): ScenarioFile {
  if (reading.kind !== 'opened') throw new TypeError(`The file did not open: ${JSON.stringify(reading)}`);
  return reading.file;
}

describe('a scenario file', () => {
  test.each(['1st', '2nd', '3rd', '4th'])('saved, opened and saved again is the same to the byte, with its seal intact: %s quarter', () => {
    fc.assert(
      fc.property(scenarioArbitrary(), restArbitrary, (scenario, rest) => {
        const saved = writeScenarioFile(scenario, rest);
        const reading = readScenarioFile(saved);
        const file = opened(reading);
        expect(reading).toHaveProperty('seal', 'intact');
        expect(canonicalJson(file)).toBe(canonicalJson({ scenario, ...rest }));
        expect(writeScenarioFile(file.scenario, file)).toBe(saved);
      }),
      QUARTER,
    );
  });

  test('written by hand, in any order of keys and with bare values, means the same', () => {
    fc.assert(
      fc.property(writtenScenarioArbitrary(), fc.boolean(), (scenario, isPretty) => {
        const content = reversed({ format: 'footing-scenario', formatVersion: 1, scenario });
        const file = opened(readScenarioFile(JSON.stringify(content, null, isPretty ? '\t' : undefined)));
        expect(fingerprint(file.scenario)).toBe(fingerprint(scenarioSchema.parse(scenario)));
      }),
      QUARTER,
    );
  });

  test('changed in any character is the same in content, or has no intact seal', () => {
    const saved = fc
      .sample(scenarioArbitrary(), { numRuns: 20, seed: 7 })
      .map((scenario) => writeScenarioFile(scenario, { engineVersion: '0.1.0' }));
    fc.assert(
      fc.property(fc.constantFrom(...saved), fc.nat(), fc.string({ minLength: 1, maxLength: 1 }), (text, drawn, character) => {
        const at = drawn % text.length;
        const reading = readScenarioFile(text.slice(0, at) + character + text.slice(at + 1));
        if (reading.kind === 'opened' && reading.seal === 'intact')
          expect(writeScenarioFile(reading.file.scenario, reading.file)).toBe(text);
      }),
      RUNS,
    );
  });
});

/** The same content with the keys of every object in the opposite order. */
function reversed(content: object): object {
  const turn = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(turn);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part)
        .reverse()
        .map(([key, item]) => [key, turn(item)]),
    );
  };
  return Object.fromEntries(Object.entries(content).map(([key, part]) => [key, turn(part)]));
}

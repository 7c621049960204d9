import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shippedFiles } from '../../scripts/build-scenarios.ts';
import { project } from '../../shared/engine/project.ts';
import { canonical } from '../../shared/money/decimal.ts';
import { outcomesOf } from '../../shared/outcomes/positions.ts';
import { readScenarioFile } from '../../shared/scenario/file.ts';
import { inputsOf } from '../../shared/scenario/inputs-of.ts';
import { type Scenario } from '../../shared/scenario/schema.ts';
import { validate } from '../../shared/scenario/validate.ts';

const FOLDER = join(import.meta.dirname, '../../scenarios');
const WRITTEN = shippedFiles();
const NAMES = [...WRITTEN.keys()].sort();

const textOf = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

function shipped(name: string): Scenario {
  const reading = readScenarioFile(textOf(name));
  if (reading.kind !== 'opened') throw new TypeError(`${name} did not open: ${JSON.stringify(reading)}`);
  return reading.file.scenario;
}

test('the folder holds the scenarios that the script writes, and no other', () => {
  expect(readdirSync(FOLDER).filter((name) => name.endsWith('.footing')).sort()).toEqual(NAMES);
});

describe.each(NAMES)('%s', (name) => {
  test('is what the script writes now', () => {
    expect(textOf(name)).toBe(WRITTEN.get(name));
  });

  test('opens with its seal intact', () => {
    expect(readScenarioFile(textOf(name))).toMatchObject({ kind: 'opened', seal: 'intact' });
  });

  test('has no problem that stops a calculation', () => {
    expect(validate(shipped(name)).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('names a source for every input', () => {
    expect(inputsOf(shipped(name)).filter(({ input }) => input.source === undefined || input.source === '').map(({ path }) => path)).toEqual([]);
  });
});

describe('the published plans run to what their published figures give', () => {
  // In £m. Hampshire: −577 + nine lines of 443, the other 134 not counted on. Norfolk: −(316 + 99) + 300 − 150. West Yorkshire: −1,070 + 983.
  test.each([
    { name: 'hampshire-isle-of-wight-2016.footing', doNothing: '-577000000', headline: '0', reported: '-134000000' },
    { name: 'norfolk-waveney-2016.footing', doNothing: '-415000000', headline: '-115000000', reported: '-265000000' },
    { name: 'west-yorkshire-harrogate-2016.footing', doNothing: '-1070000000', headline: '-87000000', reported: '-87000000' },
  ])('$name', ({ name, ...expected }) => {
    const { doNothing, headline, reported } = outcomesOf(project(shipped(name))).system;
    const last = (amounts: typeof reported): string => amounts.slice(-1).map(canonical).join();
    expect({ doNothing: last(doNothing), headline: last(headline), reported: last(reported) }).toEqual(expected);
  });
});

test('West Yorkshire & Harrogate carries both published residuals, which the run does not meet', () => {
  const { publishedFigures } = shipped('west-yorkshire-harrogate-2016.footing');
  expect(publishedFigures.map(({ measure, amount }) => [measure, amount.value])).toEqual([
    ['reported', '-91000000'],
    ['reported', '-92000000'],
  ]);
});

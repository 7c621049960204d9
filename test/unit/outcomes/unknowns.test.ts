import { expect, test } from 'vitest';
import { project } from '../../../shared/engine/project.ts';
import { D, ZERO, type Decimal } from '../../../shared/money/decimal.ts';
import { outcomesOf } from '../../../shared/outcomes/positions.ts';
import { effectOfUnknown, unknownsOf, type Unknown } from '../../../shared/outcomes/unknowns.ts';
import type { Input } from '../../../shared/scenario/input.ts';
import { inputAt, replaceInput } from '../../../shared/scenario/inputs-of.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { shippedScenario } from '../../support/shipped-scenario.ts';

const plan = shippedScenario('worked-example-b');
const PAY = 'series.pay.rateByYear.2020/21';
const DELIVERY = 'savings.S1.delivery';

/** The plan with what is known about one input changed. */
function known(path: string, change: Partial<Input>): Scenario {
  const input = inputAt(plan, path);
  if (input === undefined) throw new RangeError(`Worked example B has no input "${path}".`);
  return replaceInput(plan, path, { ...input, ...change });
}

function only(scenario: Scenario): Unknown {
  const [unknown, ...others] = unknownsOf(scenario);
  if (unknown === undefined || others.length > 0) throw new RangeError('Exactly one input was to be unknown.');
  return unknown;
}

function reportedAt(path: string, value: string): Decimal {
  const { frame } = project(plan);
  return outcomesOf(project(known(path, { value }))).system.reported[frame.target] ?? ZERO;
}
const NOW = reportedAt(DELIVERY, inputAt(plan, DELIVERY)?.value ?? '');

test('an input with a source and without low confidence is known', () => {
  expect(unknownsOf(plan)).toEqual([]);
  expect(unknownsOf(known(PAY, { confidence: 'M' }))).toEqual([]);
});

test('an unsourced input and one of low confidence are unknown, with the ground', () => {
  expect(only(known(PAY, { source: ' ' }))).toMatchObject({ path: PAY, why: 'unsourced' });
  expect(only(known(PAY, { confidence: 'L' }))).toMatchObject({ path: PAY, why: 'low confidence' });
});

test('with a range the effect is the larger of what its two ends do', () => {
  const scenario = known(DELIVERY, { confidence: 'L', range: { low: '0.5', likely: '0.8', high: '0.9' } });
  const [low, high] = ['0.5', '0.9'].map((end) => reportedAt(DELIVERY, end).minus(NOW).abs());
  const { effect, basis } = effectOfUnknown(scenario, only(scenario));
  expect(basis).toBe('range');
  expect(effect.toFixed(6)).toBe((low?.gt(high ?? ZERO) === true ? low : high)?.toFixed(6));
});

test('without a range it is moved by a tenth of itself either way', () => {
  const scenario = known(PAY, { source: undefined, range: undefined });
  const amount = new D(inputAt(plan, PAY)?.value ?? '0');
  const sizes = ['0.9', '1.1'].map((factor) => reportedAt(PAY, amount.times(factor).toFixed()).minus(NOW).abs());
  const { effect, basis } = effectOfUnknown(scenario, only(scenario));
  expect(basis).toBe('tenth');
  expect(effect.toFixed(6)).toBe(sizes.reduce((most, size) => (size.gt(most) ? size : most), ZERO).toFixed(6));
  expect(effect.gt(0)).toBe(true);
});

test('months move by one month', () => {
  const path = 'capital.C1.operationalMonth';
  const scenario = known(path, { source: undefined });
  const month = Number(inputAt(plan, path)?.value);
  const sizes = [month - 1, month + 1].map((end) => reportedAt(path, String(end)).minus(NOW).abs());
  const { effect, basis } = effectOfUnknown(scenario, only(scenario));
  expect(basis).toBe('one');
  expect(effect.toFixed(6)).toBe(sizes.reduce((most, size) => (size.gt(most) ? size : most), ZERO).toFixed(6));
});

test('an end at which the input is not allowed is no end', () => {
  const scenario = known(DELIVERY, { source: undefined, value: '1.5', range: undefined });
  const before = outcomesOf(project(scenario)).system.reported[project(scenario).frame.target] ?? ZERO;
  const { effect } = effectOfUnknown(scenario, only(scenario));
  expect(effect.toFixed(6)).toBe(reportedAt(DELIVERY, '1.35').minus(before).abs().toFixed(6));
});

test('nil without a range says nothing', () => {
  const scenario = known(PAY, { source: undefined, value: '0', range: undefined });
  expect(effectOfUnknown(scenario, only(scenario)).effect.isZero()).toBe(true);
});

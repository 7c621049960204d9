import { expect, test } from 'vitest';
import { packed, unpacked } from '../../../renderer/state/decimals-between-threads.ts';
import { realismInSteps, type RealismStep } from '../../../renderer/state/realism-parts.ts';
import { isSameModel } from '../../../renderer/state/realism-tests.ts';
import { project } from '../../../shared/engine/project.ts';
import { D } from '../../../shared/money/decimal.ts';
import { keepWithReason } from '../../../shared/realism/card.ts';
import { tornadoOf } from '../../../shared/realism/tornado.ts';
import { applyEdit } from '../../../shared/scenario/edits.ts';
import { shippedScenario } from '../../support/shipped-scenario.ts';

const scenario = shippedScenario('worked-example-b');

test('amounts cross from thread to thread to the last digit, wherever they stand', () => {
  const third = new D(1).div(3);
  const content = { bars: [{ low: third, label: 'Pay', none: undefined }], byName: new Map([['a', new D('-1e-30')]]), known: null };
  const arrived = unpacked(structuredClone(packed(content)));
  expect(arrived).toEqual(content);
  expect(arrived).toHaveProperty('bars.0.low', third);
});

test('a reason that is kept leaves the model what it was; a figure that changes does not', () => {
  const kept = applyEdit(scenario, keepWithReason(scenario, { question: 'delivery', reason: 'Agreed.' })).scenario;
  expect(kept).not.toBe(scenario);
  expect(isSameModel(scenario, kept)).toBe(true);
  const path = `savings.${scenario.savings[0]?.id ?? ''}.delivery`;
  const changed = applyEdit(scenario, { kind: 'setInputField', path, field: 'value', to: '0.5' }).scenario;
  expect(isSameModel(scenario, changed)).toBe(false);
});

test('in steps the slow tests come to what they come to in one go, and say how far they are', () => {
  const steps: RealismStep[] = [...realismInSteps(scenario)];
  const worked = Object.assign({}, ...steps.map((step) => step.worked ?? {})) as NonNullable<RealismStep['worked']>;
  expect(worked.tornado).toEqual(tornadoOf(project(scenario)));
  expect(Object.keys(worked)).toEqual(['tornado', 'failures', 'edges', 'slipSets']);
  expect(steps.every(({ done, of }) => done <= of)).toBe(true);
});

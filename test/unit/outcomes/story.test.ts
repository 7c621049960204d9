import { describe, expect, test } from 'vitest';
import { project } from '../../../shared/engine/project.ts';
import { D } from '../../../shared/money/decimal.ts';
import { outcomesOf } from '../../../shared/outcomes/positions.ts';
import { programmesOf } from '../../../shared/outcomes/programmes.ts';
import { headlineOf, paragraphOf, testsOf, type BeyondProjection } from '../../../shared/outcomes/story.ts';
import { verdictOf } from '../../../shared/outcomes/verdict.ts';
import { breakEven } from '../../../shared/realism/break-even.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { ownRecord } from '../../../shared/scenario/what-ifs.ts';
import { shippedScenario } from '../../support/shipped-scenario.ts';

function told(scenario: Scenario, beyond: BeyondProjection = {}): { headline: string; paragraph: string; tests: string[] } {
  const projection = project(scenario);
  const outcomes = outcomesOf(projection);
  const verdict = verdictOf(projection, outcomes);
  return {
    headline: headlineOf(projection, outcomes, verdict),
    paragraph: paragraphOf(projection, outcomes, { breakEven: breakEven(projection), ...beyond })
      .map(({ text }) => text)
      .join(''),
    tests: testsOf(projection, outcomes, verdict).map(({ text }) => text),
  };
}

describe('the story of the board', () => {
  test('worked example B is short, and its council could not set a lawful budget', () => {
    const story = told(shippedScenario('worked-example-b'));
    expect(story.headline).toBe('£4.3m short of balance in 2020/21, and the council could not set a lawful budget');
    expect(story.paragraph).toContain('The plan adds up to a £17.7m surplus. £22.0m of what it claims does not survive timing');
    expect(story.paragraph).toContain('To balance, 94.0% of savings must be delivered; the plan assumes 86.7%.');
    expect(story.tests).toEqual(['In year: £4.3m short', 'NHS control totals: £2.1m better', 'Underlying: £7.6m short']);
  });

  test('the chance is said with how many draws it is of, and that there is none where every figure is certain', () => {
    const scenario = shippedScenario('worked-example-b');
    const before = { share: new D('0.73'), label: 'trusts, 2017/18' };
    expect(told(scenario, { before, chance: { text: '< 0.1%', draws: 10_000 } }).paragraph).toMatch(
      /Delivered before: 73\.0% \(trusts, 2017\/18\)\. Its chance of balance is < 0\.1%, of 10,000 draws within its ranges\. $/,
    );
    expect(told(scenario, { chance: 'certain' }).paragraph).toMatch(/No chance is shown, because every figure is stated as certain\. $/);
    expect(told(scenario, { chance: 'awaited' }).paragraph).toMatch(
      /Its chance of balance is being worked out, from draws within its ranges\. $/,
    );
    expect(told(scenario).paragraph).not.toContain('chance');
  });

  test('the sample balances only with savings that nobody has identified, and the verdict says so', () => {
    const story = told(shippedScenario('sample'));
    expect(story.headline).toBe('Balance in 2020/21 rests on £20.1m of savings that nobody has identified');
    expect(story.tests[0]).toBe('In year: balanced');
  });

  test('a system without a figure is not called balanced, and no test of it holds', () => {
    const none = { lines: [], flows: [], savings: [], capital: [], shifts: [], prevention: [], pools: [], declaredPairs: [], reserves: [] };
    const story = told({ ...shippedScenario('worked-example-b'), ...none });
    expect(story.headline).toBe('Nothing has been entered yet');
    expect(story.paragraph).toMatch(/^Start with the baseline/);
    expect(story.tests.filter((words) => !words.endsWith('nothing to test yet'))).toEqual([]);
  });

  test('the sample at its bodies’ own record is short, and no council is unlawful', () => {
    expect(told(ownRecord(shippedScenario('sample'))).headline).toBe('£47.7m short of balance in 2020/21');
  });
});

test('programmes of worked example B, largest claim first, add up to what the schemes claim and to what the system keeps', () => {
  const projection = project(shippedScenario('worked-example-b'));
  const programmes = programmesOf(projection, projection.frame.target);
  const total = (of: 'claimed' | 'counts'): string =>
    programmes
      .map((each) => each[of])
      .reduce((a, b) => a.plus(b))
      .toFixed(2);
  expect(programmes[0]?.name).toBe('Provider productivity');
  // Headline savings 59,203,645.44 + shift 3,175,289.16 + prevention (520,000.00).
  expect(total('claimed')).toBe('61858934.60');
  // What moves the position before support away from do nothing, (4,613,011.84) − (44,154,916.84) = 39,541,905.00, before capital charges of 535,119.00; pence of
  // rounding apart.
  expect(total('counts')).toBe('40077024.01');
});

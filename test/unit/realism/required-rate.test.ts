import { describe, expect, test } from 'vitest';
import { project } from '../../../shared/engine/project.ts';
import { requiredAgainstAchieved } from '../../../shared/realism/required-rate.ts';
import { cost, income, run } from '../../support/bare-system.ts';
import { shippedScenario } from '../../support/shipped-scenario.ts';

describe('required against achieved', () => {
  test('worked example B must save 2.1667% of its cost a year', () => {
    const { ofSystemCost, index, grade, achieved } = requiredAgainstAchieved(project(shippedScenario('worked-example-b')));
    expect(ofSystemCost?.times(100).toFixed(4)).toBe('2.1667');
    // ÷ 3.1%, the better recurrent rate as reported
    expect([index?.toFixed(4), grade]).toEqual(['0.6989', 'clear']);
    expect(achieved.map(({ low, high }) => [low.toString(), high.toString()])).toEqual([
      ['0.036', '0.037'],
      ['0.027', '0.031'],
      ['0.02', '0.02'],
    ]);
  });

  const short = (baseAmount: string) => ({
    lines: [
      income({ organisation: 'TRUST', baseAmount: '900' }),
      cost({ organisation: 'TRUST', baseAmount, category: 'PAY' as const }),
      cost({ id: 'X', organisation: 'TRUST', baseAmount: '0' }),
    ],
  });

  test('by hand: 120 short over three years of 1,020 is 40 a year, 3.9%; amber above the recurrent rate, red above 1.25 times', () => {
    const { amountPerYear, ofSystemCost, ofInfluenceableCost, index, grade, byOrganisation } = requiredAgainstAchieved(
      run(short('1020')).projection,
    );
    expect([amountPerYear.toString(), ofSystemCost?.toFixed(6), ofInfluenceableCost?.toFixed(6), index?.toFixed(4), grade]).toEqual([
      '40',
      '0.039216',
      '0.039216',
      '1.2650',
      'red',
    ]);
    expect(byOrganisation.find(({ organisation }) => organisation === 'TRUST')?.amountPerYear.toString()).toBe('40');
    expect(byOrganisation.find(({ organisation }) => organisation === 'CCG')).toMatchObject({
      ofSystemCost: undefined,
      ownAchievedPerYear: undefined,
    });
    const amber = requiredAgainstAchieved(run(short('1000')).projection);
    expect([amber.index?.toFixed(4), amber.grade]).toEqual(['1.0753', 'amber']);
    expect(requiredAgainstAchieved(run({ ...short('1000'), judgements: { requiredAmber: '1.1' } }).projection).grade).toBe('clear');
  });

  test('the own record stands beside it in pounds a year', () => {
    const ownRecord = [
      { organisation: 'TRUST', plannedByYear: { '2015/16': '30', '2016/17': '40' }, achievedByYear: { '2015/16': '28', '2016/17': '36' } },
    ];
    const { own } = requiredAgainstAchieved(run({ ...short('1020'), ownRecord }).projection);
    expect([own?.achievedPerYear.toString(), own?.index?.toString()]).toEqual(['32', '1.25']);
  });

  test('a system without a gap or without cost is asked nothing', () => {
    const balanced = requiredAgainstAchieved(run(short('880')).projection);
    expect([balanced.amountPerYear.toString(), balanced.index?.toString(), balanced.own]).toEqual(['0', '0', undefined]);
    expect(requiredAgainstAchieved(run({}).projection)).toMatchObject({ ofSystemCost: undefined, index: undefined, grade: 'clear' });
  });
});

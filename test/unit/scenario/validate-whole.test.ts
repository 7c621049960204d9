import { describe, expect, test } from 'vitest';
import { scenarioSchema } from '../../../shared/scenario/schema.ts';
import { validate } from '../../../shared/scenario/validate.ts';
import { workedExampleB } from '../../../scripts/scenarios/worked-example-b.ts';
import { smallScenario } from '../../support/small-scenario.ts';

describe('validate', () => {
  test('has nothing to say about the small scenario', () => {
    expect(validate(smallScenario())).toEqual([]);
  });

  test('has only warnings that are meant about worked example B: ranges above 100%, one set of beds, and the late hub', () => {
    expect(validate(workedExampleB()).map(({ id, path, severity }) => `${id} ${severity} ${path}`)).toEqual([
      'E19 warning savings.S1.delivery',
      'E19 warning savings.S2.delivery',
      'E19 warning savings.S4.delivery',
      'E19 warning savings.S5.delivery',
      'W9 warning savings.S3.shortensStays',
      'E7 warning shifts.SH2.startMonth',
    ]);
  });

  test('speaks of errors first', () => {
    const problems = validate(
      smallScenario((written) => {
        written.baselineBasis = 'PLAN';
        written.flows.push({ id: 'F2', name: 'Loop', payer: 'CCG', payee: 'CCG', contractType: 'BLOCK', baseAmount: '1' });
        written.baselineStartsFrom = 'REPORTED';
      }),
    );
    expect(problems.map(({ id }) => id)).toEqual(['E10', 'W4', 'W6']);
  });

  test('never throws, however empty the scenario', () => {
    const empty = scenarioSchema.parse({ name: '', footprint: { id: 'F', name: '' }, baseYear: '', targetYear: '', horizonYear: '' });
    expect(validate(empty).map(({ id, path }) => `${id} ${path}`)).toEqual(['E3 baseYear', 'E3 targetYear', 'E3 horizonYear']);
  });

  test('follows thousands of objects that wait for each other', () => {
    const count = 5000;
    const problems = validate(
      smallScenario((written) => {
        written.capital = Array.from({ length: count }, (_, index) => ({
          id: `C${String(index)}`,
          name: `Scheme ${String(index)}`,
          organisation: 'ACUTE',
          operationalMonth: 12,
          owner: 'Director of estates',
          source: 'Estates plan',
          capitalDependencies: [`C${String((index + 1) % count)}`],
        }));
      }),
    );
    expect(problems.filter(({ id, text }) => id === 'E6' && text.includes('which waits in turn for'))).toHaveLength(count);
  });
});

import { expect, test } from 'vitest';
import { project } from '../../../shared/engine/project.ts';
import { outcomesOf } from '../../../shared/outcomes/positions.ts';
import { blankScenario, type BlankSystem } from '../../../shared/scenario/blank.ts';
import { inputsOf } from '../../../shared/scenario/inputs-of.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { validate } from '../../../shared/scenario/validate.ts';
import { ORGANISATION_TYPES } from '../../../shared/scenario/vocabulary.ts';

const system: BlankSystem = {
  name: 'A new plan',
  footprint: 'Vale',
  baseYear: '2017/18',
  targetYear: '2020/21',
  horizonYear: '2020/21',
  organisations: [
    { name: 'Vale CCG', type: 'CCG' },
    { name: 'Vale Hospitals', type: 'ACUTE' },
    { name: 'Dale Hospitals', type: 'ACUTE' },
    { name: 'Vale Council', type: 'COUNCIL' },
  ],
};

function made(change: Partial<BlankSystem> = {}): Scenario {
  const blank = blankScenario({ ...system, ...change });
  if (blank.kind === 'refused') throw new Error(blank.problems.map(({ text }) => text).join(' '));
  return blank.scenario;
}

/** The rates of a series by year, as text. */
function ratesOf(scenario: Scenario, id: string): Record<string, string> {
  const series = scenario.series.find((each) => each.id === id);
  if (series?.kind !== 'RATES') throw new Error(`no rates ${id}`);
  return Object.fromEntries(Object.entries(series.rateByYear).map(([year, rate]) => [year, rate.value]));
}

test('organisations keep their order and get ids by type', () => {
  expect(made().organisations).toEqual([
    { id: 'CCG', name: 'Vale CCG', type: 'CCG' },
    { id: 'ACUTE', name: 'Vale Hospitals', type: 'ACUTE' },
    { id: 'ACUTE2', name: 'Dale Hospitals', type: 'ACUTE' },
    { id: 'COUNCIL', name: 'Vale Council', type: 'COUNCIL' },
  ]);
});

test.each(ORGANISATION_TYPES)('a system of one %s is valid, computes and stands at nil', (type) => {
  const scenario = made({ organisations: [{ name: 'One', type }] });
  expect(validate(scenario).map(({ id, severity }) => [id, severity])).toEqual([['E16', 'warning']]);
  const outcomes = outcomesOf(project(scenario));
  expect(outcomes.system.reported.map(String)).toEqual(['0', '0', '0', '0']);
});

test('nothing is invented: no amounts, control totals or reserves', () => {
  const { lines, flows, savings, capital, controlTotals, reserves, support, populationByYear, systemControlTotalByYear } = made();
  expect([lines, flows, savings, capital, controlTotals, reserves, support]).toEqual([[], [], [], [], [], [], []]);
  expect([populationByYear, systemControlTotalByYear]).toEqual([{}, {}]);
});

// The rows of model-spec §4.1 for 2018/19 to 2020/21.
test.each([
  ['pay', '0.016', '0.016', '0.029'],
  ['drugs', '0.036', '0.041', '0.041'],
  ['capitalCosts', '0.032', '0.031', '0.031'],
  ['otherOperating', '0.021', '0.019', '0.02'],
  ['costUplift', '0.02', '0.02', '0.029'],
  ['efficiency', '0.02', '0.02', '0.02'],
  ['allocation', '0.0203', '0.0216', '0.038'],
  ['primaryCareAllocation', '0.0451', '0.048', '0.0542'],
  ['specialisedAllocation', '0.045', '0.0447', '0.0503'],
  ['cnst', '0.08', '0.08', '0.08'],
  ['demographic', '0.01', '0.01', '0.01'],
  ['emergencyDepartment', '0.0131', '0.0131', '0.0131'],
  ['elective', '0.0062', '0.0062', '0.0062'],
  ['nonElective', '-0.0014', '-0.0014', '-0.0014'],
  ['outpatient', '0.0249', '0.0249', '0.0249'],
  ['socialCareNeed', '0.028', '0.028', '0.028'],
  ['socialCarePrice', '0.03', '0.03', '0.03'],
])('%s grows by %s, %s and %s', (id, first, second, third) => {
  expect(ratesOf(made(), id)).toEqual({ '2018/19': first, '2019/20': second, '2020/21': third });
});

test('the first published year is that of model-spec §4.1 too', () => {
  const early = made({ baseYear: '2016/17', targetYear: '2017/18', horizonYear: '2017/18' });
  const rows = [
    'pay',
    'drugs',
    'capitalCosts',
    'otherOperating',
    'costUplift',
    'efficiency',
    'allocation',
    'primaryCareAllocation',
    'specialisedAllocation',
  ];
  const published = ['0.02', '0.046', '0.032', '0.018', '0.023', '0.02', '0.0209', '0.04', '0.048'];
  expect(rows.map((id) => ratesOf(early, id))).toEqual(published.map((rate) => ({ '2017/18': rate })));
});

test('the settlement of 2018 is an alternative, computed from the published £bn', () => {
  const budgets = [114.6, 120.6, 126.9, 133.2, 139.8, 147.8];
  const growth = budgets.slice(1).map((budget, index) => (budget / (budgets[index] ?? 0) - 1).toFixed(4));
  const later = made({ baseYear: '2018/19', targetYear: '2020/21', horizonYear: '2023/24' });
  expect(Object.values(ratesOf(later, 'settlementBudget'))).toEqual(growth);
});

test('a year that was not published stays blank', () => {
  const later = made({ horizonYear: '2022/23' });
  expect(Object.keys(ratesOf(later, 'pay'))).toEqual(['2018/19', '2019/20', '2020/21']);
  expect(Object.keys(ratesOf(later, 'cnst'))).toEqual(['2018/19', '2019/20', '2020/21', '2021/22', '2022/23']);
});

test('every input has a source', () => {
  const inputs = inputsOf(made());
  expect(inputs.length).toBeGreaterThan(40);
  expect(inputs.filter(({ input }) => (input.source ?? '') === '')).toEqual([]);
});

test.each([
  ['a year that is none', { baseYear: '2017' }],
  ['a target before the base', { targetYear: '2016/17' }],
  ['a horizon before the target', { horizonYear: '2018/19' }],
  ['a horizon thousands of years away', { horizonYear: '9998/99' }],
])('%s is refused with the reason', (_, change) => {
  const blank = blankScenario({ ...system, ...change });
  expect(blank.kind === 'refused' && blank.problems.every(({ id, text }) => id === 'E3' && text.length > 20)).toBe(true);
});

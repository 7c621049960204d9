import { expect, test } from 'vitest';
import { cashOf } from '../../../shared/engine/cash.ts';
import { project } from '../../../shared/engine/project.ts';
import { bareScenario, building, byYear, cost, income, type Stated } from '../../support/bare-system.ts';

/* model-spec §10 and §19 (28): whose capital charges and whose buildings move the cash of a provider. */

const organisations: Stated['organisations'] = [
  { id: 'CCG', name: 'Vale CCG', type: 'CCG' },
  { id: 'TRUST', name: 'Vale Hospitals', type: 'ACUTE', openingCash: '1000' },
  { id: 'COMM', name: 'Vale Community', type: 'COMMUNITY' },
];
function closing(stated: Stated): string[] {
  const years = cashOf(project(bareScenario({ organisations, ...stated }))).get('TRUST') ?? [];
  return years.flatMap((year) => (year === undefined ? [] : [year.closing.toFixed()]));
}

test('capital charges of another provider put back no depreciation here', () => {
  const lines = [
    cost({ organisation: 'TRUST', baseAmount: '100', category: 'CAPITAL_CHARGES' }),
    cost({ organisation: 'COMM', baseAmount: '900', category: 'CAPITAL_CHARGES' }),
  ];
  // −100 + 60% of its own 100
  expect(closing({ lines })).toEqual(['960', '920', '880']);
});

test('costs of other kinds put back none', () => {
  expect(closing({ lines: [cost({ organisation: 'TRUST', baseAmount: '100', category: 'PAY' })] })).toEqual(['900', '800', '700']);
});

test('capital charges that are left out neither cost nor put back', () => {
  const odd = { id: 'odd', name: 'Odd growth', kind: 'RATES' as const, rateByYear: byYear('-2') };
  const lines = [
    income({ organisation: 'TRUST', baseAmount: '10' }),
    cost({ organisation: 'TRUST', baseAmount: '100', category: 'CAPITAL_CHARGES', priceSeries: 'odd' }),
  ];
  expect(closing({ lines, series: [odd] })).toEqual(['1010', '1020', '1030']);
});

test('the building of another provider moves no cash here', () => {
  const own = { funding: [{ source: 'INTERNAL_CASH' as const, share: '1' }], operationalMonth: '48' };
  const theirs = building({ ...own, organisation: 'COMM', baseCostByYear: byYear('300') });
  expect(closing({ capital: [theirs] })).toEqual(['1000', '1000', '1000']);
});

test('PDC of the transformation fund is received as any other PDC is', () => {
  const paidBy = (source: 'STP_PDC' | 'OTHER_PDC') =>
    closing({ capital: [building({ operationalMonth: '48', baseCostByYear: byYear('300'), funding: [{ source, share: '1' }] })] });
  // 300 spent and 300 received; dividend 3.5% of 150, 300, 300
  expect(paidBy('STP_PDC')).toEqual(['994.75', '984.25', '973.75']);
  expect(paidBy('STP_PDC')).toEqual(paidBy('OTHER_PDC'));
});

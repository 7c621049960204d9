import { expect, test } from 'vitest';
import {
  BASE_YEARS,
  MOST_BODIES,
  USUAL_BODIES,
  faultsOf,
  moreBodies,
  yearsAfter,
  yearsInOrder,
} from '../../../renderer/state/blank-system.ts';
import { blankScenario } from '../../../shared/scenario/blank.ts';

test('whatever is chosen, the base year is before the target year, and the horizon not before it', () => {
  expect(yearsInOrder({ baseYear: '2021/22', targetYear: '2020/21', horizonYear: '2020/21' })).toEqual({
    baseYear: '2021/22',
    targetYear: '2022/23',
    horizonYear: '2022/23',
  });
  expect(yearsInOrder({ baseYear: '2017/18', targetYear: '2020/21', horizonYear: '2019/20' }).horizonYear).toBe('2020/21');
  const fine = { baseYear: '2017/18', targetYear: '2018/19', horizonYear: '2023/24' };
  expect(yearsInOrder(fine)).toEqual(fine);
});

test('every choice of years that the form offers makes a scenario', () => {
  for (const baseYear of BASE_YEARS) {
    for (const targetYear of yearsAfter(baseYear)) {
      const years = yearsInOrder({ baseYear, targetYear, horizonYear: targetYear });
      const made = blankScenario({ name: 'Trial', footprint: 'Vale', ...years, organisations: USUAL_BODIES });
      expect(made.kind, `${baseYear} to ${targetYear}`).toBe('made');
    }
  }
});

test('what is missing is said at its field, in words with the way out', () => {
  expect(faultsOf({ name: ' ', footprint: '', bodies: [] })).toEqual([
    { field: 'name', text: 'Give the scenario a name.' },
    { field: 'footprint', text: 'Name the area that it plans for.' },
    { field: 'bodies', text: 'Add at least one organisation.' },
  ]);
  expect(faultsOf({ name: 'Trial', footprint: 'Vale', bodies: [{ key: 1, name: '', type: 'ACUTE' }] })).toEqual([
    { field: 'bodies', text: 'Give each organisation a name, or take it out.' },
  ]);
  expect(faultsOf({ name: 'Trial', footprint: 'Vale', bodies: USUAL_BODIES })).toEqual([]);
});

test('two organisations of one name are said by that name', () => {
  const bodies = [...USUAL_BODIES, { key: 9, name: ' Council ', type: 'COUNCIL_PH' as const }];
  expect(faultsOf({ name: 'Trial', footprint: 'Vale', bodies })).toEqual([
    { field: 'bodies', text: 'Two organisations are called “Council”. Give each a name of its own.' },
  ]);
});

test('several organisations of a type are counted past the names that stand, and never more than a footprint holds', () => {
  const one = [{ key: 4, name: 'Ambulance 1', type: 'AMBULANCE' as const }];
  const more = moreBodies(one, { type: 'AMBULANCE', count: 2, isNamed: true });
  expect(more.map(({ key, name }) => `${String(key)} ${name}`)).toEqual(['4 Ambulance 1', '5 Ambulance 2', '6 Ambulance 3']);
  expect(moreBodies(one, { type: 'ACUTE', count: 1, isNamed: false }).at(-1)).toEqual({ key: 5, name: '', type: 'ACUTE' });
  const full = moreBodies([], { type: 'CCG', count: MOST_BODIES, isNamed: true });
  expect(moreBodies(full, { type: 'CCG', count: 5, isNamed: true })).toEqual(full);
});

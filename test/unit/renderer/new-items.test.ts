import { expect, test } from 'vitest';
import { canAddTo, copyNames, newItem } from '../../../renderer/screens/scenario/new-item.ts';
import { SECTIONS } from '../../../renderer/screens/scenario/sections.ts';
import { blankScenario } from '../../../shared/scenario/blank.ts';
import { applyEdit } from '../../../shared/scenario/edits.ts';
import { validate } from '../../../shared/scenario/validate.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { shippedScenario } from '../../support/shipped-scenario.ts';

const LISTS = [...new Set(SECTIONS.flatMap(({ views }) => views.map(({ list }) => list)))].filter(canAddTo);

function blank(): Scenario {
  const organisations = (['CCG', 'ACUTE', 'COMMUNITY', 'COUNCIL'] as const).map((type) => ({ name: type, type }));
  const years = { baseYear: '2017/18', targetYear: '2020/21', horizonYear: '2020/21' };
  const made = blankScenario({ name: 'Trial', footprint: 'Vale', ...years, organisations });
  if (made.kind === 'refused') throw new Error('The blank system is refused.');
  return made.scenario;
}

/** The scenario with one more item of a list, or why there can be none. */
function withOneMore(scenario: Scenario, list: string): Scenario | string {
  const made = newItem(list, { scenario, organisation: null });
  if (made.kind === 'refused') return made.text;
  return applyEdit(scenario, { kind: 'addItem', list, position: 0, item: made.item }).scenario;
}

test('every list takes a new item that fits and that no rule refuses, in a system with nothing in it', () => {
  for (const list of LISTS) {
    const after = withOneMore(blank(), list);
    if (typeof after === 'string') {
      // A pair is of two schemes, and there are none yet.
      expect(list).toBe('declaredPairs');
      continue;
    }
    const errors = validate(after).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ id, path }) => `${list}: ${id} ${path}`)).toEqual([]);
  }
});

test('a second item of a list has an id of its own, or stands for another organisation', () => {
  for (const list of LISTS) {
    const once = withOneMore(blank(), list);
    if (typeof once === 'string') continue;
    const twice = withOneMore(once, list);
    if (typeof twice === 'string') continue;
    const errors = validate(twice).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ id, path }) => `${list}: ${id} ${path}`)).toEqual([]);
  }
});

test('where every organisation has one already, the words say so', () => {
  const scenario = blank();
  const reserves = withOneMore(scenario, 'reserves');
  expect(typeof reserves).not.toBe('string');
  expect(typeof reserves === 'string' ? '' : withOneMore(reserves, 'reserves')).toBe(
    'Every organisation that can have a reserves has one already.',
  );
  expect(newItem('flows', { scenario: { ...scenario, organisations: [] }, organisation: null })).toMatchObject({ kind: 'refused' });
});

test('an item that is added beside a row goes to the organisation of that row', () => {
  const made = newItem('savings', { scenario: blank(), organisation: 'COUNCIL' });
  expect(made).toMatchObject({ kind: 'made', item: { organisation: 'COUNCIL' } });
});

test('a copy has an id of its own and says that it is one', () => {
  const scenario = shippedScenario('worked-example-b');
  expect(copyNames(scenario, { list: 'savings', item: { id: 'S2', name: 'Agency' } })).toEqual({ id: 'S10', name: 'Agency (copy)' });
  expect(copyNames(scenario, { list: 'reserves', item: { organisation: 'COUNCIL' } })).toEqual({});
});

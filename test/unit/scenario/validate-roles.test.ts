import { describe, expect, test } from 'vitest';
import { item } from '../../support/small-scenario.ts';
import { problemsOf, textsOf } from '../../support/problems.ts';

describe('roles of bodies', () => {
  test('E29: a shift moves activity between two bodies', () => {
    const [text] = textsOf('E29', (written) => {
      item(written.shifts, 'SH1').toOrganisation = item(written.shifts, 'SH1').fromOrganisation;
    });
    expect(text).toContain('A shift moves it between two bodies. Choose another provider');
  });

  test('E29: the commissioner of a shift is a third body', () => {
    const [text] = textsOf('E29', (written) => {
      item(written.shifts, 'SH1').commissioner = item(written.shifts, 'SH1').fromOrganisation;
    });
    expect(text).toContain('The commissioner must be a third body');
  });

  test('E29: wards close at the provider that activity leaves', () => {
    const [text] = textsOf('E29', (written) => {
      const shift = item(written.shifts, 'SH1');
      const group = item(written.stepGroups, String(shift.stepGroup));
      group.organisation = shift.commissioner;
    });
    expect(text).toContain('Wards close where activity leaves');
  });

  test('E29: PSF is not for a council, and then is not computed', () => {
    const found = problemsOf('E29', (written) => {
      written.support.push({ id: 'PSF9', organisation: 'COUNCIL', allocationByYear: { '2018/19': '1000000' } });
    });
    expect(found.map(({ blocks }) => blocks)).toEqual([['support:PSF9']]);
    expect(found[0]?.text).toContain('a council. PSF is for NHS bodies');
  });

  test('W13: reserves of an NHS body have no effect', () => {
    const [text] = textsOf('W13', (written) => {
      written.reserves.push({ organisation: 'ACUTE', opening: '1', minimum: '0' });
    });
    expect(text).toContain('an NHS body, where they have no effect');
  });

  test('W14: a shift with wards needs a length of stay', () => {
    const [text] = textsOf('W14', (written) => {
      delete item(written.shifts, 'SH1').lengthOfStayDays;
    });
    expect(text).toContain('frees no beds');
  });

  test('E30: a cost pool holds no income line', () => {
    const [text] = textsOf('E30', (written) => {
      const income = written.lines.find(({ kind }) => kind === 'INCOME');
      written.pools.push({ id: 'POOL9', name: 'A pool', kind: 'LINES', lines: [String(income?.id)], share: '1' });
    });
    expect(text).toContain('an income line. A cost pool is made of expenditure lines');
  });

  test('the small scenario breaks none of them', () => {
    expect(['E29', 'E30', 'W13', 'W14'].flatMap((id) => problemsOf(id))).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { problemsOf, textsOf, type Change } from '../../support/problems.ts';
import { item } from '../../support/small-scenario.ts';

test('E11: a return on investment is no profile', () => {
  expect(problemsOf('E11', (written) => (item(written.prevention, 'P1').returnOnInvestment = '14.3'))).toEqual([
    {
      id: 'E11',
      path: 'prevention.P1.returnOnInvestment',
      text: 'Falls prevention (P1): return on investment: read 14.3 to 1. A published return counts benefits to society over many years; it is no cash profile. Enter a lag profile, the benefit per £ in each year after the spend, and clear the return.',
      severity: 'error',
      blocks: ['prevention:P1'],
    },
  ]);
  expect(problemsOf('E11')).toEqual([]);
});

describe('E12: a cash saving at a price between members', () => {
  test('valued at tariff', () => {
    expect(problemsOf('E12', (written) => (item(written.savings, 'S1').valuedAt = 'TARIFF'))).toEqual([
      {
        id: 'E12',
        path: 'savings.S1.valuedAt',
        text: 'Rostering (S1): valued at tariff, which is a price between members and no cash. A cash saving is valued at cost. Choose the mechanism contract reduction, whose saving to the system is only the cost that the provider releases, or value it at cost.',
        severity: 'error',
        blocks: ['savings:S1'],
      },
    ]);
  });

  test('against a provider of the system', () => {
    expect(problemsOf('E12', (written) => (item(written.savings, 'S5').counterparty = 'ACUTE'))).toEqual([
      {
        id: 'E12',
        path: 'savings.S5.counterparty',
        text: 'Balance sheet release (S5): counterparty: read Vale Hospitals (ACUTE). A cash saving on outside spending has no counterparty inside the system. Choose the mechanism contract reduction, whose saving to the system is only the cost that the provider releases, or clear the counterparty.',
        severity: 'error',
        blocks: ['savings:S5'],
      },
    ]);
  });

  test('income from outside with a payer inside', () => {
    const income: Change = (written) => {
      item(written.savings, 'S1').mechanism = 'INCOME_EXTERNAL';
      item(written.savings, 'S1').counterparty = 'CCG';
    };
    expect(textsOf('E12', income)).toEqual([
      'Rostering (S1): counterparty: read Vale CCG (CCG). Income from outside has no counterparty inside the system. Clear it, or choose the mechanism transfer, which changes who and not whether.',
    ]);
  });

  test('a contract reduction at tariff and income without counterparty are in order', () => {
    const income: Change = (written) => {
      item(written.savings, 'S1').mechanism = 'INCOME_EXTERNAL';
      item(written.savings, 'S1').valuedAt = 'TARIFF';
    };
    expect(problemsOf('E12')).toEqual([]);
    expect(problemsOf('E12', income)).toEqual([]);
  });
});

describe('E23: a mechanism without its other member', () => {
  test('a contract reduction', () => {
    expect(problemsOf('E23', (written) => (item(written.savings, 'S6').counterparty = undefined))).toEqual([
      {
        id: 'E23',
        path: 'savings.S6.counterparty',
        text: 'Fewer referrals (S6): counterparty: read nothing. A contract reduction needs the member whose contract shrinks. Enter the other member, or choose the mechanism cash from outside the system.',
        severity: 'error',
        blocks: ['savings:S6'],
      },
    ]);
  });

  test('a transfer', () => {
    expect(textsOf('E23', (written) => (item(written.savings, 'S1').mechanism = 'TRANSFER'))[0]).toContain(
      'A transfer needs the member that it costs.',
    );
    const complete: Change = (written) => {
      item(written.savings, 'S1').mechanism = 'TRANSFER';
      item(written.savings, 'S1').counterparty = 'CCG';
    };
    expect(problemsOf('E23', complete)).toEqual([]);
  });
});

test('E23: a pair of one scheme with itself', () => {
  expect(problemsOf('E23', (written) => (item(written.declaredPairs, 'D1').second = 'S1'))).toEqual([
    {
      id: 'E23',
      path: 'declaredPairs.D1.second',
      text: 'Declared pair D1: both schemes are S1. A pair is of two schemes that claim part of the same saving. Choose another second scheme, or take the pair out.',
      severity: 'error',
      blocks: ['declaredPairs:D1'],
    },
  ]);
});

describe('W3: schemes that nobody answers for', () => {
  test('neither owner nor source', () => {
    const unanswered: Change = (written) => {
      item(written.shifts, 'SH1').owner = undefined;
      item(written.shifts, 'SH1').source = '  ';
    };
    expect(problemsOf('W3', unanswered)).toEqual([
      {
        id: 'W3',
        path: 'shifts.SH1.owner',
        text: 'Frailty at home (SH1): no owner and no source is given. Allowed: a role that answers for it, and where its figures come from. Enter them; until then it is counted as unsourced on the cover.',
        severity: 'warning',
      },
    ]);
  });

  test('one problem for each scheme, whatever its kind', () => {
    const unsourced: Change = (written) => {
      for (const scheme of [
        item(written.savings, 'S1'),
        item(written.capital, 'C1'),
        item(written.shifts, 'SH1'),
        item(written.prevention, 'P1'),
      ]) {
        scheme.source = undefined;
      }
    };
    expect(problemsOf('W3', unsourced).map(({ path }) => path)).toEqual([
      'savings.S1.source',
      'capital.C1.source',
      'shifts.SH1.source',
      'prevention.P1.source',
    ]);
    expect(problemsOf('W3')).toEqual([]);
  });
});

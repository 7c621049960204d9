import { describe, expect, test } from 'vitest';
import type { WrittenScenario } from '../../../shared/scenario/schema.ts';
import { problemsOf, textsOf, type Change } from '../../support/problems.ts';
import { item } from '../../support/small-scenario.ts';

type WrittenCapital = NonNullable<WrittenScenario['capital']>[number];

function capital(id: string, rest: Partial<WrittenCapital> = {}): WrittenCapital {
  return {
    id,
    name: `Scheme ${id}`,
    organisation: 'ACUTE',
    operationalMonth: 12,
    owner: 'Director of estates',
    source: 'Estates plan',
    ...rest,
  };
}

describe('E6: capital that waits for itself', () => {
  test('at once', () => {
    expect(problemsOf('E6', (written) => (item(written.capital, 'C1').capitalDependencies = ['C1']))).toEqual([
      {
        id: 'E6',
        path: 'capital.C1.capitalDependencies',
        text: 'Health hub (C1): it waits for itself. A capital scheme may wait only for others that can open first. Take one of these dependencies out.',
        severity: 'error',
        blocks: ['capital:C1'],
      },
    ]);
    expect(problemsOf('E6', (written) => (item(written.capital, 'C1').enables = ['C1']))).toHaveLength(1);
  });

  test('through others, by what is named and by what enables', () => {
    const circle: Change = (written) => {
      item(written.capital, 'C1').capitalDependencies = ['C2'];
      written.capital.push(
        capital('C2'),
        capital('C3', { enables: ['C2'], capitalDependencies: ['C1'] }),
        capital('C4', { capitalDependencies: ['C1'] }),
      );
    };
    expect(problemsOf('E6', circle).map(({ text, blocks }) => [text, blocks])).toEqual([
      [
        'Health hub (C1): it needs C2, which waits in turn for C1. A capital scheme may wait only for others that can open first. Take one of these dependencies out.',
        ['capital:C1'],
      ],
      [
        'Scheme C2 (C2): it needs C3, which waits in turn for C2. A capital scheme may wait only for others that can open first. Take one of these dependencies out.',
        ['capital:C2'],
      ],
      [
        'Scheme C3 (C3): it needs C1, which waits in turn for C3. A capital scheme may wait only for others that can open first. Take one of these dependencies out.',
        ['capital:C3'],
      ],
    ]);
  });

  test('a chain is in order, and so is one named from both ends', () => {
    const chain: Change = (written) =>
      written.capital.push(
        capital('C2', { capitalDependencies: ['C1'], enables: ['C3'] }),
        capital('C3', { capitalDependencies: ['C2', 'C1'] }),
      );
    expect(problemsOf('E6', chain)).toEqual([]);
  });
});

describe('E9: the regime of the owner', () => {
  test('council rules for an NHS body', () => {
    expect(problemsOf('E9', (written) => (item(written.capital, 'C1').regime = 'COUNCIL'))).toEqual([
      {
        id: 'E9',
        path: 'capital.C1.regime',
        text: 'Health hub (C1): regime: read Council, and Vale Hospitals is an NHS body. Allowed: NHS, since an NHS body pays depreciation and dividend. Clear the regime, or change the owner.',
        severity: 'error',
        blocks: ['capital:C1'],
      },
    ]);
  });

  test('NHS rules for a council', () => {
    const council: Change = (written) => written.capital.push(capital('C2', { organisation: 'COUNCIL', regime: 'NHS' }));
    expect(textsOf('E9', council)).toEqual([
      'Scheme C2 (C2): regime: read NHS, and Vale Council is a council. Allowed: Council, since a council sets money aside for its borrowing (MRP). Clear the regime, or change the owner.',
    ]);
  });

  test('a source of the other sector', () => {
    const mix: Change = (written) =>
      (item(written.capital, 'C1').funding = [
        { source: 'STP_PDC', share: '0.5' },
        { source: 'COUNCIL_BORROWING', share: '0.5' },
      ]);
    expect(problemsOf('E9', mix)).toEqual([
      {
        id: 'E9',
        path: 'capital.C1.funding.COUNCIL_BORROWING',
        text: 'Health hub (C1): funding mix: read Council borrowing, and Vale Hospitals is an NHS body. Allowed: STP capital (PDC), Other PDC, Loan, Land receipts, Internal cash, Donations and grants and PFI or lease. Choose one of these, or change the owner.',
        severity: 'error',
        blocks: ['capital:C1'],
      },
    ]);
    const council: Change = (written) =>
      written.capital.push(capital('C2', { organisation: 'COUNCIL', funding: [{ source: 'LOAN', share: '1' }] }));
    expect(textsOf('E9', council)[0]).toContain(
      'read Loan, and Vale Council is a council. Allowed: Land receipts, Internal cash, Donations and grants, PFI or lease, Council borrowing and Council capital grant.',
    );
  });

  test('the right regime and sources that serve both', () => {
    const right: Change = (written) => {
      item(written.capital, 'C1').regime = 'NHS';
      written.capital.push(
        capital('C2', {
          organisation: 'COUNCIL',
          regime: 'COUNCIL',
          funding: [
            { source: 'COUNCIL_BORROWING', share: '0.5' },
            { source: 'LAND_RECEIPT', share: '0.5' },
          ],
        }),
      );
    };
    expect(problemsOf('E9', right)).toEqual([]);
  });
});

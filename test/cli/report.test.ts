import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PAGE_WIDTH, textWidth } from '../../cli/layout.ts';
import { reportLines } from '../../cli/report.ts';
import { project } from '../../shared/engine/project.ts';
import type { Decimal } from '../../shared/money/decimal.ts';
import { MONEY_UNITS, type MoneyUnit } from '../../shared/money/units.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { bareScenario, cost } from '../support/bare-system.ts';
import { scenarioArbitrary } from '../support/scenario-arbitrary.ts';
import { shippedScenario } from '../support/shipped-scenario.ts';
import { item, smallScenario } from '../support/small-scenario.ts';
import { addedUp, printedTables, shown, type PrintedTable } from './printed-tables.ts';

function report(scenario: Scenario, options: { unit?: MoneyUnit; year?: number; real?: boolean } = {}): string {
  const projection = project(scenario);
  return reportLines(projection, { unit: '£m', year: projection.frame.target, real: false, ...options }).join('\n');
}

/** Between two headings of a report, the first included. */
function between(text: string, from: string, to: string): string {
  expect(text).toContain(from);
  return text.slice(text.indexOf(from), text.indexOf(to, text.indexOf(from)));
}

function column(table: PrintedTable, index: number): (Decimal | null | undefined)[] {
  return table.rows.map(({ cells }) => cells[index]);
}

/** Adds up every column of a table whose rows are parts of its total. */
function expectColumnsToFoot(table: PrintedTable): void {
  table.total.cells.forEach((total, index) => {
    if (total !== null) expect([table.headings[index], addedUp(column(table, index))]).toEqual([table.headings[index], shown(total)]);
  });
}

/** Adds up some columns of each row to another. */
function expectRowsToFoot(table: PrintedTable, { parts, total }: { parts: readonly string[]; total: string }): void {
  const at = (heading: string): number => table.headings.indexOf(heading);
  for (const { label, cells } of [...table.rows, table.total]) {
    const whole = cells[at(total)];
    if (whole === null || whole === undefined || label === 'Rounding') continue;
    expect([label, addedUp([...parts, 'Rounding'].map((heading) => cells[at(heading)]))]).toEqual([label, shown(whole)]);
  }
}

function expectOrganisationsToFoot(text: string): void {
  const tables = printedTables(between(text, 'Organisations, ', '\nBridge, '));
  for (const table of tables.filter(({ headings }) => headings.length > 1)) expectColumnsToFoot(table);
  const relations = [
    { parts: ['Before support', 'Risk share', 'PSF earned', 'Reserves used'], total: 'Reported' },
    { parts: ['Control total', 'Variance fav/(adv)'], total: 'Position tested' },
  ];
  for (const relation of relations) {
    // A table in £ may be so wide that a relation stands in two blocks.
    const whole = tables.find(({ headings }) => [...relation.parts, relation.total].every((heading) => headings.includes(heading)));
    if (whole !== undefined) expectRowsToFoot(whole, relation);
  }
}

function expectBridgeToFoot(text: string): void {
  const [toHeadline, toReported] = printedTables(between(text, '\nBridge, ', '\nWhat must be delivered'));
  if (toHeadline === undefined || toReported === undefined) throw new RangeError('The bridge has no two segments.');
  expectColumnsToFoot(toHeadline);
  const start = toReported.rows.findIndex(({ label }) => label === 'Headline plan');
  expect(addedUp(toReported.rows.slice(start).map(({ cells }) => cells[0]))).toBe(shown(toReported.total.cells[0]));
}

function expectYearsToFoot(text: string): void {
  const [table] = printedTables(between(text, 'The system by year', '\nOrganisations, '));
  if (table === undefined) throw new RangeError('The system by year has no rule.');
  const from = table.rows.findIndex(({ label }) => label === 'Position before support');
  const parts = { ...table, rows: table.rows.slice(from) };
  expect(parts.rows).not.toHaveLength(0);
  expectColumnsToFoot(parts);
}

describe('what is printed adds up', () => {
  test.each(MONEY_UNITS)('worked example B in %s, every year', (unit) => {
    for (const year of [1, 2, 3]) {
      const text = report(shippedScenario('worked-example-b'), { unit, year });
      expectYearsToFoot(text);
      expectOrganisationsToFoot(text);
      expectBridgeToFoot(text);
      for (const table of printedTables(between(text, 'Capital by source', 'Acute-to-community'))) expectColumnsToFoot(table);
    }
  });

  test('random scenarios', () => {
    const units = fc.constantFrom(...MONEY_UNITS);
    fc.assert(
      fc.property(scenarioArbitrary({ annotated: false }), units, (scenario, unit) => {
        const text = report(scenario, { unit });
        expectYearsToFoot(text);
        expectOrganisationsToFoot(text);
        expectBridgeToFoot(text);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  test('a printed column that is out by one unit is found', () => {
    const text = report(shippedScenario('worked-example-b')).replace(
      '  Delivery risk                           (7.1)',
      '  Delivery risk                           (7.2)',
    );
    expect(() => {
      expectBridgeToFoot(text);
    }).toThrow();
  });

  test('cumulative figures say what rounding leaves open', () => {
    // (8.9) + (9.1) is (18.0), and the exact sum rounds to (18.1)
    const text = report(shippedScenario('worked-example-b'));
    expect(text).toMatch(/Cumulative reported +\(8\.9\) +\(18\.1\) +\(22\.3\)\n +of which rounding +– +\(0\.1\) +–/);
  });
});

describe('how it reads', () => {
  test('no line is wider than the page, whatever the scenario holds', () => {
    const long = 'Gesundheit'.repeat(29);
    const named = smallScenario((written) => {
      written.name = long;
      for (const organisation of written.organisations) organisation.name = long;
      item(written.savings, 'S1').name = '病院'.repeat(100);
      delete item(written.savings, 'S1').owner;
    });
    const broken = smallScenario((written) => (item(written.capital, 'C1').funding = [{ source: 'COUNCIL_BORROWING', share: '1' }]));
    for (const scenario of [named, broken, shippedScenario('worked-example-b')]) {
      for (const unit of MONEY_UNITS) {
        const wide = report(scenario, { unit, real: true })
          .split('\n')
          .filter((line) => textWidth(line) > PAGE_WIDTH);
        expect(wide).toEqual([]);
      }
    }
  });

  test('a name cannot move the cursor, break a line or turn the writing direction', () => {
    const text = report(smallScenario((written) => (written.name = 'Red \u001b[31m and\nbroken \u202e name\u0007')));
    expect(text.split('\n')[0]).toBe('Red [31m and broken name');
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u);
  });

  test('it begins with what a board member could repeat', () => {
    const [, , , , finding, verdict] = report(shippedScenario('worked-example-b')).split('\n');
    expect(finding).toBe('£4.3m short of balance in 2020/21, and the council could not set a lawful budget.');
    expect(verdict).toBe('Verdict: Not balanced (unlawful council budget).');
  });

  test('a council has required mitigation and no deficit', () => {
    const text = report(shippedScenario('worked-example-b'));
    expect(text).toContain('Council must still find £1.4m in 2020/21 (s114 risk).');
    expect(text).toMatch(/Required mitigation: must still find +– +– +1\.4/);
    const council = text.split('\n').filter((line) => /\bcouncil\b/i.test(line) && /deficit/i.test(line));
    expect(council).toEqual([]);
  });

  test('what a council must find is rounded plainly, and the others make room', () => {
    // 0.16 + 0.17 = 0.33, shown as 0.3. Footed alone, the council would show 0.1; it shows 0.2 everywhere, and the CCG 0.1.
    const lines = [cost({ organisation: 'CCG', baseAmount: '170000' }), cost({ organisation: 'COUNCIL', baseAmount: '160000' })];
    const text = report(bareScenario({ lines }));
    const reported = printedTables(text).find(({ headings }) => headings.includes('Reported'));
    const at = reported?.headings.indexOf('Reported') ?? -1;
    expect(reported?.rows.map(({ cells }) => shown(cells[at]))).toEqual(['-0.1', '0', '0', '-0.2']);
    expect(text).toMatch(/Required mitigation: must still find +0\.2 +0\.2 +0\.2/);
  });

  test('break-even stands against what the plan assumes, with the cliff', () => {
    const text = between(report(shippedScenario('worked-example-b')), 'What must be delivered', 'Checks');
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      'as reported it balances at 94.0% delivery, and balance depends on the PSF gate. The plan assumes 86.7%.',
    );
    expect(text).toContain('Just below that delivery the reported position is (£0.2m); at it, £3.2m.');
  });

  test('capital says what is funded, when it opens, and what is lost without it', () => {
    const text = report(shippedScenario('worked-example-b')).replaceAll(/\s+/g, ' ');
    expect(text).toContain(
      'Community hub (C1): £10.1m with 12.0% optimism bias, funded, opens Oct 2020, 6 months after the plan. Needed by: Shift to the community hub (SH2).',
    );
    expect(text).toMatch(/Back-office systems \(C2\): £2\.2m .*, not funded: .*Lost with it: Back office \(S7\)\./);
  });

  test('cash below nil is flagged', () => {
    const text = report(
      smallScenario((written) => {
        item(written.organisations, 'ACUTE').openingCash = '0';
      }),
    );
    expect(text).toMatch(/Vale Hospitals, March of 2020\/21: \(£\d+\.\dm\)\. It needs a support loan\./);
  });

  test('a failed check is named with what it found', () => {
    const text = report(
      smallScenario((written) => {
        item(written.organisations, 'CCG').signedOffBaseline = { position: '5', role: 'Director of finance' };
      }),
    );
    expect(text).toContain('Checks: C14 of 13 checks failed');
    expect(text).toMatch(/C14 fails\. Vale CCG: baseline differs from the signed-off figure by £/);
  });

  test('what is left out is said, with marks on the figures that miss it', () => {
    const text = report(smallScenario((written) => (item(written.capital, 'C1').funding = [{ source: 'COUNCIL_BORROWING', share: '1' }])));
    expect(text).toMatch(/^Vale Hospitals † /m);
    expect(text).toMatch(/^System † /m);
    expect(text.replaceAll(/\s+/g, ' ')).toContain('Not computed, because of problems; the figures are without it: capital:C1: ');
  });

  test('without usable years it says why and prints no table', () => {
    const text = report(smallScenario((written) => (written.horizonYear = '2020/2')));
    expect(text).toContain('Nothing could be computed.');
    expect(text).not.toContain('─');
  });
});

describe('published plans', () => {
  test('West Yorkshire & Harrogate: the published residual does not add up', () => {
    const text = report(shippedScenario('west-yorkshire-harrogate-2016')).replaceAll(/\s+/g, ' ');
    expect(text).toContain('Residual gap (reported, 2020/21): published (£91.0m); this run (£87.0m): differs by £4.0m.');
    expect(text).toContain('published (£92.0m); this run (£87.0m): differs by £5.0m.');
  });

  test('Norfolk & Waveney: the gap agrees, the residual does not', () => {
    const text = report(shippedScenario('norfolk-waveney-2016')).replaceAll(/\s+/g, ' ');
    expect(text).toContain('published (£415.0m); this run (£415.0m): they agree.');
    expect(text).toContain('published (£50.0m); this run (£265.0m): differs by £215.0m.');
  });

  test('Hampshire & Isle of Wight: what nobody has identified is named and not counted on', () => {
    const text = report(shippedScenario('hampshire-isle-of-wight-2016'));
    expect(text).toContain('Unidentified savings: £134.0m in the headline plan of 2020/21, £0.0m counted as delivered.');
    expect(text).toMatch(/^ {2}Unidentified savings +134\.0/m);
    expect(text).toContain('£134.0m short of balance in 2020/21.');
  });

  test('a difference too small to show is given to the penny', () => {
    const near = smallScenario((written) => {
      written.lines = [{ id: 'L1', name: 'Cost', organisation: 'CCG', kind: 'EXPENDITURE', category: 'OTHER', baseAmount: '87000000' }];
      for (const list of [
        'flows',
        'pools',
        'savings',
        'declaredPairs',
        'shifts',
        'stepGroups',
        'prevention',
        'implementation',
        'riskShares',
      ] as const)
        written[list] = [];
      for (const list of ['support', 'controlTotals', 'reserves', 'capital', 'strandedSupport'] as const) written[list] = [];
      written.publishedFigures = [{ id: 'P1', name: 'Gap', measure: 'reported', year: '2020/21', amount: '-87010000.25' }];
    });
    expect(report(near).replaceAll(/\s+/g, ' ')).toContain('differs by £10,000.25, less than is shown here.');
  });
});

import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../shared/scenario/canonical.ts';
import { applyEdit } from '../../../shared/scenario/edits.ts';
import type { CellFault } from '../../../shared/tables/reading.ts';
import { sentenceOf } from '../../../shared/tables/read-cell.ts';
import { readCsv } from '../../support/read-csv.ts';
import { smallScenario } from '../../support/small-scenario.ts';

const scenario = smallScenario();
const csv = (...rows: readonly string[]): string => rows.join('\n');
const said = ({ row, column, heading, ...refusal }: CellFault): string => `${String(row)}${column} ${heading}: ${sentenceOf(refusal)}`;
const savings = (...rows: readonly string[]) => readCsv(scenario, { kind: 'savings', csv: csv(...rows) });
const lines = (...rows: readonly string[]) => readCsv(scenario, { kind: 'lines', csv: csv(...rows) });
const faultsOf = ({ rows, faults }: ReturnType<typeof savings>): string[] => [...faults, ...rows.flatMap((row) => row.faults)].map(said);

const FULL = 'Scheme,Organisation,Category,Mechanism,Gross FYE (£000),Start,Ramp';
const ONE = 'Theatres,Vale Hospitals,CIP,Cash,1500,Apr 2018,12';

describe('new items', () => {
  test('have the next id that is free, stand after the others, and come as one step that undo takes back', () => {
    const { edit, rows } = savings(FULL, ONE, ONE.replace('Theatres', 'Imaging').replace(',12', ',0'));
    expect(rows.map(({ state, name }) => `${state} ${name}`)).toEqual(['new Theatres', 'new Imaging']);
    if (edit === null) throw new Error('There is nothing to keep.');
    expect(edit.label).toBe('Import of 2 savings schemes: 2 new');
    const after = applyEdit(scenario, edit);
    expect(after.scenario.savings.map(({ id }) => id)).toEqual(['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9']);
    expect(after.scenario.savings.slice(7).map(({ profile }) => profile.kind)).toEqual(['LINEAR', 'STEP']);
    expect(canonicalJson(applyEdit(after.scenario, after.inverse).scenario)).toBe(canonicalJson(scenario));
  });

  test('without what every one needs are refused at each field', () => {
    expect(faultsOf(savings('Scheme,Gross FYE (£)', 'Theatres,5'))).toEqual([
      '2 Organisation: Read as blank. Allowed: Organisation, which a new savings scheme needs. Match a column to it, or choose one for every row.',
      '2 Category: Read as blank. Allowed: Category, which a new savings scheme needs. Match a column to it, or choose one for every row.',
      '2 Mechanism: Read as blank. Allowed: Mechanism, which a new savings scheme needs. Match a column to it, or choose one for every row.',
    ]);
  });

  test('take what was said for every row, where no column says it', () => {
    const constants = { organisation: 'ACUTE', category: 'CARTER', mechanism: 'CASH_EXTERNAL', name: 'not of every row' };
    const { edit } = readCsv(scenario, { kind: 'savings', csv: csv('Scheme,Gross FYE (£),Start', 'Theatres,5,12'), constants });
    expect(edit?.edits[0]).toMatchObject({
      item: { name: 'Theatres', organisation: 'ACUTE', category: 'CARTER', mechanism: 'CASH_EXTERNAL' },
    });
  });

  test('have an id that a table wrote in its own way brought to ours, and said', () => {
    const { rows, edit } = savings(`Ref,${FULL}`, `CIP/07,${ONE}`, `12,${ONE}`);
    expect(rows.map(({ notes }) => notes[0])).toEqual([
      'The id “CIP/07” becomes CIP-07: ids start with a letter and hold letters, digits, - and _.',
      'The id “12” becomes S12: ids start with a letter and hold letters, digits, - and _.',
    ]);
    expect(edit?.edits.map((each) => (each.kind === 'addItem' ? each.position : null))).toEqual([7, 8]);
  });

  test('may not take the id of another kind of scheme', () => {
    expect(faultsOf(savings(`Ref,${FULL}`, `SH1,${ONE}`))).toEqual([
      '2A Id: Read as SH1, which another scheme has. Allowed: an id of its own. Write another id, or leave it blank to be given one.',
    ]);
  });

  test('of one name are both new, and that is said', () => {
    expect(savings(FULL, ONE, ONE).rows.map(({ state, notes }) => [state, ...notes])).toEqual([
      ['new', 'Profile Linear, by the figures that stand there.'],
      ['new', 'Row 2 has the same name; both are new.', 'Profile Linear, by the figures that stand there.'],
    ]);
  });
});

describe('items that stand', () => {
  test('are found by id, else by name; a blank cell leaves what stands; sources stay', () => {
    const { rows, edit } = savings(
      'Id,Scheme,Delivery (%),Owner',
      'S1,,75,',
      ',annual  EFFICIENCY,,Chief nurse',
      'S2,Ward productivity,70,',
    );
    expect(rows.map(({ state }) => state)).toEqual(['changed', 'changed', 'same']);
    expect(rows.map(({ changes }) => changes)).toEqual([
      [{ heading: 'Delivery', before: '80%', after: '75%' }],
      [{ heading: 'Owner', before: 'Director of finance', after: 'Chief nurse' }],
      [],
    ]);
    expect(edit).toMatchObject({ label: 'Import of 2 savings schemes: 2 changed' });
    expect(edit?.edits).toEqual([
      { kind: 'setField', path: 'savings.S1.delivery', to: { value: '0.75', unit: 'share' } },
      { kind: 'setField', path: 'savings.S3.owner', to: 'Chief nurse' },
    ]);
  });

  test('keep what is known about an input whose value changes', () => {
    const known = smallScenario((written) => {
      written.savings[0] = { ...written.savings[0], delivery: { value: '0.8', source: 'Own record', owner: 'PMO' } } as never;
    });
    const { edit } = readCsv(known, { kind: 'savings', csv: csv('Id,Delivery (%)', 'S1,75') });
    expect(edit?.edits[0]).toMatchObject({ to: { value: '0.75', unit: 'share', source: 'Own record', owner: 'PMO' } });
  });

  test('have a cell that stands there already skipped, though it is written otherwise', () => {
    expect(savings('Scheme,Organisation,Category', 'Rostering,vale hospitals,agency').rows[0]?.state).toBe('same');
  });

  test('cannot be told apart by a name that two have', () => {
    const twins = smallScenario((written) => {
      written.savings.push({ ...written.savings[0], id: 'S8' } as never);
    });
    expect(faultsOf(readCsv(twins, { kind: 'savings', csv: csv('Scheme,Delivery (%)', 'Rostering,75') }))).toEqual([
      '2A Scheme: Read as “Rostering”, the name of S1 and S8. Allowed: a name that is one item’s alone. Add a column with the id.',
    ]);
  });

  test('are what one row is about, and no other', () => {
    expect(faultsOf(savings('Id,Delivery (%)', 'S1,75', 'S1,70'))).toEqual([
      '3A Id: Read as S1, which row 2 is about too. Allowed: one row for each. Give one of the two rows another id, or take it out.',
    ]);
  });

  test('change their profile as a whole, with what its kind holds', () => {
    const { edit } = savings('Id,Profile,Gross FYE (£),Start,Ramp', 'S3,S-curve,500,Apr 2018,6');
    expect(edit?.edits).toEqual([
      {
        kind: 'setField',
        path: 'savings.S3.profile',
        to: {
          kind: 'S_CURVE',
          grossFullYearEffect: { value: '500', unit: '£' },
          startMonth: { value: '12', unit: 'months' },
          rampMonths: { value: '6', unit: 'months' },
        },
      },
    ]);
    expect(faultsOf(savings('Id,Start', 'S3,Apr 2018'))).toEqual([
      '2B Start: Read as “Apr 2018”. Allowed: Rate, which is what the profile Programme holds. Leave the cell blank, or choose another profile.',
    ]);
  });
});

describe('baseline lines', () => {
  test('take income or expenditure from their category, and a category from their name', () => {
    const { rows, edit } = lines(
      'Organisation,Line,I/E,Category,Amount (£)',
      'CCG,Rates,,Grant,5',
      'CCG,Prescribing,,,6',
      'CCG,Rent,Exp,,7',
    );
    expect(rows.map(({ notes }) => notes)).toEqual([
      ['Income, because its category is Grant.'],
      ['Expenditure, because its name is that of Prescribing.', 'Category Prescribing, from its name.'],
      ['Category Other, because the table says none.'],
    ]);
    expect(edit?.edits).toMatchObject([
      { item: { kind: 'INCOME', category: 'GRANT' } },
      { item: { kind: 'EXPENDITURE', category: 'PRESCRIBING' } },
      { item: { kind: 'EXPENDITURE', category: 'OTHER' } },
    ]);
  });

  test('of a category on the wrong side are refused', () => {
    expect(faultsOf(lines('Organisation,Line,I/E,Category,Amount (£)', 'CCG,Rates,Income,Pay,5'))[0]).toMatch(
      /^2D Category: Read as Pay, on an income line\. Allowed: Allocation, .*\. Choose one of these, or mend the kind of line\.$/,
    );
  });

  test('of one name in two organisations, or on both sides, are told apart', () => {
    const { rows } = lines(
      'Organisation,Line,I/E,Amount (£)',
      'Vale Hospitals,Pay,Exp,84000000',
      'CCG,Pay,Exp,1',
      'Vale Hospitals,Pay,Inc,1',
    );
    expect(rows.map(({ state }) => state)).toEqual(['same', 'new', 'new']);
  });
});

describe('rows and columns that do not fit', () => {
  test('a row with more cells than headings, and a total', () => {
    expect(faultsOf(lines('Organisation,Line,I/E,Amount (£)', 'CCG,Rent,Exp,5,6', 'Total,,,5', 'CCG,Sub-total pay,Exp,5'))).toEqual([
      '2E : Read as “6”, beyond the last heading. Allowed: 4 cells, one for each heading. Give the column a heading, or see whether a separator slipped into a cell.',
      '3 : Read as “Total”, which adds up other rows. Allowed: rows that count once. Leave the row out, or give it another name.',
      '4 : Read as “Sub-total pay”, which adds up other rows. Allowed: rows that count once. Leave the row out, or give it another name.',
    ]);
  });

  test('two columns that were matched to one field', () => {
    const read = readCsv(scenario, { kind: 'lines', csv: csv('Line,Label', 'Rent,Rent'), columns: { 1: 'name' } });
    expect(faultsOf(read)).toEqual([
      '0B Line: Read as columns A and B as “Line”. Allowed: one column for it. Leave one of the two columns out.',
    ]);
    expect(read.edit).toBeNull();
  });

  test('a range in its wrong order, and an amount of too many digits', () => {
    const wrong = savings('Id,Gross FYE (£)', 'S1,3 | 2 | 1', `S2,${'9'.repeat(30)}`);
    expect(wrong.rows.map(({ state }) => state)).toEqual(['rejected', 'rejected']);
  });

  test('one row that is not read holds all back, until it is left out', () => {
    const table = csv('Id,Delivery (%)', 'S1,75', 'S2,lots');
    const held = readCsv(scenario, { kind: 'savings', csv: table });
    expect(held.edit).toBeNull();
    expect(held.rows.map(({ state }) => state)).toEqual(['changed', 'rejected']);
    const left = readCsv(scenario, { kind: 'savings', csv: table, leavesOutRejected: true });
    expect(left.edit?.edits).toHaveLength(1);
  });

  test('nothing that changes anything is no edit', () => {
    expect(savings('Id,Delivery (%)', 'S1,80').edit).toBeNull();
  });
});

import { describe, expect, test } from 'vitest';
import { validate } from '../../../shared/scenario/validate.ts';
import type { OrganisationType } from '../../../shared/scenario/vocabulary.ts';
import { SYSTEM_FIELDS } from '../../../shared/tables/fields-of-lines.ts';
import { lookAt, NO_TABLE } from '../../../shared/tables/look.ts';
import type { TableSettings } from '../../../shared/tables/questions.ts';
import { readSystem } from '../../../shared/tables/read-system.ts';

const YEARS = { baseYear: '2017/18', targetYear: '2020/21', horizonYear: '2023/24' };
type Said = {
  readonly said?: Partial<TableSettings>;
  readonly types?: Readonly<Record<string, OrganisationType>>;
  readonly leavesOutRejected?: boolean;
  readonly years?: typeof YEARS;
};

function read(rows: readonly string[], { said = {}, types = {}, leavesOutRejected = false, years = YEARS }: Said = {}) {
  const draft = { ...NO_TABLE, text: rows.join('\n'), said: { ...NO_TABLE.said, ...said } };
  const look = lookAt(draft, { fields: SYSTEM_FIELDS, baseYear: years.baseYear, years: [] });
  if (look.kind !== 'seen') throw new Error(look.kind === 'refused' ? look.text : 'There is no table.');
  const { table, settings } = look;
  return readSystem({ ...years, name: 'Central case', footprint: 'Vale', table, settings, constants: {}, types, leavesOutRejected });
}
const typesOf = ({ organisations }: ReturnType<typeof read>) => organisations.map(({ name, type }) => `${name}: ${type ?? 'none'}`);
const faultsOf = ({ faults, rows }: ReturnType<typeof read>) =>
  [...faults, ...rows.flatMap((row) => row.faults)].map(({ row, column, read: found }) => `${String(row)}${column} ${found}`);

test('a table of organisations and lines is a new system with the default series and no error', () => {
  const made = read([
    'Organisation,Type,Line,I/E,Category,Amount (£m)',
    'Vale CCG,CCG,Allocation,Inc,Allocation,210',
    'Vale CCG,,Prescribing,Exp,,31.5',
    'Vale Council,Local authority,Council tax,Inc,Council tax,40',
    'Vale Ambulance,,,,,',
  ]);
  expect(typesOf(made)).toEqual(['Vale CCG: CCG', 'Vale Council: COUNCIL', 'Vale Ambulance: AMBULANCE']);
  const { scenario } = made;
  if (scenario === null) throw new Error(faultsOf(made).join('\n'));
  expect(scenario).toMatchObject({ name: 'Central case', footprint: { name: 'Vale' }, ...YEARS });
  expect(scenario.lines.map(({ id, organisation, baseAmount }) => `${id} ${organisation} ${baseAmount.value}`)).toEqual([
    'L1 CCG 210000000',
    'L2 CCG 31500000',
    'L3 COUNCIL 40000000',
  ]);
  expect(scenario.series.some(({ id }) => id === 'tariff')).toBe(true);
  expect(validate(scenario).filter(({ severity }) => severity === 'error')).toEqual([]);
});

describe('types of organisations', () => {
  test.each<readonly [string, OrganisationType]>([
    ['NHS Vale CCG', 'CCG'],
    ['NHS England (specialised)', 'NHSE_SPEC'],
    ['NHS England', 'NHSE_DIRECT'],
    ['Vale General Hospital NHS Trust', 'ACUTE'],
    ['Vale Community Health NHS Trust', 'COMMUNITY'],
    ['Vale Mental Health Trust', 'MENTAL_HEALTH'],
    ['Northern Ambulance Service', 'AMBULANCE'],
    ['Vale County Council', 'COUNCIL'],
    ['London Borough of Vale', 'COUNCIL'],
    ['Vale adult social care', 'COUNCIL_ASC'],
    ['Vale public health', 'COUNCIL_PH'],
  ])('%s is taken from its name', (name, type) => {
    expect(read(['Organisation', name]).organisations).toMatchObject([{ name, type, isFromName: true }]);
  });

  test('are said by the table before the name, and by the person before the table', () => {
    const rows = ['Organisation,Type', 'Vale Hospital,Community'];
    expect(typesOf(read(rows))).toEqual(['Vale Hospital: COMMUNITY']);
    expect(typesOf(read(rows, { types: { 'vale hospital': 'INTEGRATED' } }))).toEqual(['Vale Hospital: INTEGRATED']);
  });

  test('may stand in a later row than the first of the organisation', () => {
    const made = read(['Organisation,Type', 'Vale Hospital,', 'Vale Hospital,Mental health', 'The Trust,', 'The Trust,Acute']);
    expect(typesOf(made)).toEqual(['Vale Hospital: MENTAL_HEALTH', 'The Trust: ACUTE']);
    expect(faultsOf(made)).toEqual([]);
  });

  test('that nothing tells, that are none, or that contradict each other are faults, until they are chosen', () => {
    const rows = ['Organisation,Type', 'The Trust,', 'Vale CCG,Clinic', 'Vale Council,Council', 'Vale Council,CCG'];
    const made = read(rows);
    expect(made.scenario).toBeNull();
    expect(faultsOf(made)).toEqual(['3B “Clinic”', '5B CCG, where row 4 says Council', '2B no type for The Trust']);
    const types = { 'the trust': 'ACUTE', 'vale ccg': 'CCG', 'vale council': 'COUNCIL' } as const;
    expect(read(rows, { types }).scenario?.organisations).toHaveLength(3);
  });
});

describe('what makes no scenario', () => {
  test('no column of organisations, or no name in it', () => {
    expect(faultsOf(read(['Line,Amount', 'Pay,3']))).toEqual(['0 no column of organisations']);
    expect(faultsOf(read(['Organisation,Line,Amount (£)', ',Pay,3']))).toEqual(['0 a column of organisations without a name in it']);
  });

  test('years that make no plan', () => {
    const made = read(['Organisation', 'Vale CCG'], { years: { ...YEARS, targetYear: '2016/17' } });
    expect(made.scenario).toBeNull();
    expect(faultsOf(made)[0]).toContain('years of the scenario');
  });

  test('one cell that is not read: all or nothing, unless its row is left out', () => {
    const rows = ['Organisation,Line,I/E,Amount (£)', 'Vale CCG,Allocation,Inc,5', 'Vale CCG,Rent,Exp,lots', 'Total,,,5'];
    const made = read(rows);
    expect(made.scenario).toBeNull();
    expect(made.organisations).toHaveLength(1);
    expect(made.rows.map(({ state }) => state)).toEqual(['new', 'rejected', 'rejected']);
    expect(read(rows, { leavesOutRejected: true }).scenario?.lines).toHaveLength(1);
  });
});

describe('a row for each organisation and a column for each kind of money', () => {
  const rows = [
    'All in £000',
    'Organisation\tType\tAllocation\tOther income\tPay\tNon-pay\tOther costs\tSurplus',
    'Vale CCG\tCCG\t210,000\t\t1,000\t\t(20)\t208,980',
    'Vale Hospitals\tAcute\t\t90,000\t84,000\t12,000.5\t\t',
    'Total\t\t210,000\t90,000\t85,000\t12,000.5\t\t',
  ];

  test('makes a line of each amount, of the kind and category of its column', () => {
    const made = read(rows, { said: { costs: 'AS_WRITTEN' }, leavesOutRejected: true });
    expect(
      made.scenario?.lines.map(({ id, name, organisation, kind, category, baseAmount }) => [
        id,
        name,
        organisation,
        kind,
        category,
        baseAmount.value,
      ]),
    ).toEqual([
      ['L1', 'Allocation', 'CCG', 'INCOME', 'ALLOCATION', '210000000'],
      ['L2', 'Other income', 'ACUTE', 'INCOME', 'OTHER', '90000000'],
      ['L3', 'Pay', 'CCG', 'EXPENDITURE', 'PAY', '1000000'],
      ['L4', 'Pay', 'ACUTE', 'EXPENDITURE', 'PAY', '84000000'],
      ['L5', 'Non pay', 'ACUTE', 'EXPENDITURE', 'NON_PAY', '12000500'],
      ['L6', 'Other costs', 'CCG', 'EXPENDITURE', 'OTHER', '-20000'],
    ]);
  });

  test('tells of a total once, asks about negatives, and says where a cell is that is not read', () => {
    const look = read([...rows, 'Vale Council\tCouncil\t\t\tlots\t\t\t'], { said: { costs: 'NEGATIVE' } });
    expect(look.scenario).toBeNull();
    expect(faultsOf(look)).toEqual(['5 “Total”, which adds up other rows', '6E "lots", which holds no number']);
    expect(look.rows.find(({ name }) => name === 'Other costs')?.changes.find(({ heading }) => heading === 'Base amount')?.after).toBe(
      '£20,000',
    );
  });

  test('may have a column of names as well, and a cell too many is a fault of its row', () => {
    const made = read(['Organisation,Line,Pay (£),Drugs (£)', 'Vale Hospital,Theatres,5,6', 'Vale Hospital,Wards,7,8,9']);
    expect(faultsOf(made)).toEqual(['3E “9”, beyond the last heading']);
    expect(made.rows.filter(({ state }) => state === 'new').map(({ name }) => name)).toEqual(['Theatres: Pay', 'Theatres: Drugs']);
  });
});

test('names with formulas in them come in as text', () => {
  const made = read(['Organisation,Type', `"'=HYPERLINK(""x"")",CCG`, '=1+1,Council']);
  expect(made.scenario?.organisations.map(({ name }) => name)).toEqual(['=HYPERLINK("x")', '=1+1']);
});

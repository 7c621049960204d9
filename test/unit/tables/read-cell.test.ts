import { describe, expect, test } from 'vitest';
import { keyOf, targetsOf, type Target } from '../../../shared/tables/fields.ts';
import { KINDS, type TableKind } from '../../../shared/tables/kinds.ts';
import { monthOfText, textOfMonth } from '../../../shared/tables/month-text.ts';
import { namesOf } from '../../../shared/tables/names.ts';
import { readCell, sentenceOf, type CellContext } from '../../../shared/tables/read-cell.ts';
import { smallScenario } from '../../support/small-scenario.ts';

const names = namesOf(
  smallScenario((written) => {
    written.organisations.push({ id: 'ACUTE2', name: 'Vale hospitals', type: 'ACUTE' });
  }),
);
const PLAIN: CellContext = { style: { unit: '£', separators: null, shares: null }, mark: null, baseYear: '2017/18', names };

function target(kind: TableKind, key: string): Target {
  const found = targetsOf(KINDS[kind].fields, ['2018/19']).find((each) => keyOf(each) === key);
  if (found === undefined) throw new Error(`There is no ${key}.`);
  return found;
}

/** What a cell is read as, in one line; a refusal as what was read. */
function outcome(written: string, at: Target, context: Partial<CellContext> = {}): string {
  const read = readCell(written, at, { ...PLAIN, ...context });
  if (read.kind === 'refused') return `refused: ${read.refusal.read}`;
  if (read.kind === 'content') return typeof read.content === 'string' ? read.content : JSON.stringify(read.content);
  const { value, range } = read.input;
  return range === undefined ? value : `${range.low} | ${value} | ${range.high}`;
}

describe('amounts', () => {
  const gross = target('savings', 'profile.grossFullYearEffect');
  test.each<readonly [string, Partial<CellContext>, string]>([
    ['1,234.5', { mark: '£000' }, '1234500'],
    ['1,234.5', { mark: '£m' }, '1234500000'],
    ['1,234', {}, '1234'],
    ['(1,234)', { mark: '£000' }, '-1234000'],
    ['-1.5', { mark: '£m' }, '-1500000'],
    ['£1,234', { mark: '£000' }, '1234000'],
    ['(£1,234.50)', { mark: '£000' }, '-1234500'],
    ['-£3', { mark: '£m' }, '-3000000'],
    ['£1.2m', { mark: '£000' }, '1200000'],
    ['40k', { mark: '£m' }, '40000'],
    ['9.8', { style: { unit: '£m', separators: null, shares: null } }, '9800000'],
    ['9.8', { mark: '£000', style: { unit: '£m', separators: null, shares: null } }, '9800'],
    ['1.234,5', { mark: '£000', style: { unit: null, separators: 'continental', shares: null } }, '1234500'],
    ['1.234', { mark: '£m', style: { unit: null, separators: 'british', shares: null } }, '1234000'],
    ['1.234', { mark: '£m', style: { unit: null, separators: 'continental', shares: null } }, '1234000000'],
    ['1.234', { mark: '£m' }, 'refused: “1.234”, which can be £1.234m and £1,234'],
    ['2 | 9.8 | 11', { mark: '£m' }, '2000000 | 9800000 | 11000000'],
    ['–', { mark: '£m' }, '0'],
    ['=1+2', { mark: '£m' }, '3000000'],
    ['85%', { mark: '£m' }, 'refused'],
    ['1e9', {}, 'refused: "1e9", a figure shortened to a power of ten, which may have lost digits'],
    ['#REF!', {}, 'refused: the spreadsheet error #REF!'],
    ['####', {}, 'refused: "####", which a spreadsheet shows when its column is too narrow'],
    ['by +5%', {}, 'refused'],
    ['=HYPERLINK("http://x")', {}, 'refused'],
    ['n/a', {}, 'refused'],
  ])('%s', (written, context, expected) => {
    const read = outcome(written, gross, context);
    expect(expected === 'refused' ? read.slice(0, expected.length) : read).toBe(expected);
  });
});

describe('shares and rates', () => {
  const delivery = target('savings', 'delivery');
  test.each<readonly [string, Partial<CellContext>, string]>([
    ['85', { mark: 'per cent' }, '0.85'],
    ['0.85', { mark: 'per cent' }, '0.0085'],
    ['85%', {}, '0.85'],
    ['85', {}, '0.85'],
    ['0.85', { mark: 'fraction' }, '0.85'],
    ['1', { mark: 'fraction' }, '1'],
    ['0.85', { style: { unit: null, separators: null, shares: 'FRACTION' } }, '0.85'],
    ['0.85', { style: { unit: null, separators: null, shares: 'PER_CENT' } }, '0.0085'],
    ['85%', { style: { unit: null, separators: null, shares: 'FRACTION' } }, '0.85'],
    ['0.85', {}, 'refused: “0.85”, which can be 0.85% and 85%'],
    ['60 | 80 | 90', { mark: 'per cent' }, '0.6 | 0.8 | 0.9'],
    ['£3', { mark: 'per cent' }, 'refused'],
  ])('%s', (written, context, expected) => {
    const read = outcome(written, delivery, context);
    expect(expected === 'refused' ? read.slice(0, 7) : read).toBe(expected);
  });
});

describe('words', () => {
  test.each<readonly [TableKind, string, string, string]>([
    ['savings', 'category', 'CIP', 'PROVIDER_PRODUCTIVITY'],
    ['savings', 'category', 'provider_productivity', 'PROVIDER_PRODUCTIVITY'],
    ['savings', 'category', 'Provider Productivity', 'PROVIDER_PRODUCTIVITY'],
    ['savings', 'category', 'QIPP', 'RIGHTCARE_QIPP'],
    ['savings', 'category', 'Unidentified', 'UNIDENTIFIED'],
    ['savings', 'category', 'Magic', 'refused: “Magic”'],
    ['savings', 'mechanism', 'Cash', 'CASH_EXTERNAL'],
    ['savings', 'mechanism', 'Contract reduction', 'CONTRACT_REDUCTION'],
    ['savings', 'rating', 'Amber/Green', 'AMBER_GREEN'],
    ['savings', 'profile.kind', 'S-curve', 'S_CURVE'],
    ['lines', 'kind', 'Inc', 'INCOME'],
    ['lines', 'kind', 'Cost', 'EXPENDITURE'],
    ['lines', 'category', 'Staff costs', 'PAY'],
    ['lines', 'category', 'Payment', 'refused: “Payment”'],
    ['savings', 'qualityImpact', 'Y', 'true'],
    ['savings', 'qualityImpact', 'FALSE', 'false'],
    ['savings', 'qualityImpact', 'perhaps', 'refused: “perhaps”'],
    ['savings', 'name', "'tis a name", "'tis a name"],
  ])('%s %s: %s', (kind, key, written, expected) => {
    expect(outcome(written, target(kind, key))).toBe(expected);
  });

  test('confidence is a letter or its word', () => {
    const confidence = { ...target('savings', 'delivery'), about: 'confidence' as const };
    expect(['H', 'medium', 'L'].map((written) => outcome(written, confidence))).toEqual(['H', 'M', 'L']);
    expect(outcome('so-so', confidence)).toBe('refused: “so-so”');
  });
});

describe('what stands in the scenario', () => {
  test.each<readonly [string, string, string]>([
    ['organisation', 'ACUTE', 'ACUTE'],
    ['organisation', 'vale  CCG', 'CCG'],
    ['organisation', 'ccg', 'CCG'],
    ['organisation', 'Vale Hospitals', 'refused: “Vale Hospitals”, the name of ACUTE and ACUTE2'],
    ['organisation', 'Nowhere', 'refused: “Nowhere”'],
    ['pool', 'Ward pay', 'WARD'],
    ['programme', 'productive hospital', 'G1'],
    ['capitalDependencies', 'Health hub', '["C1"]'],
    ['capitalDependencies', 'C1; C9', 'refused: “C9”'],
  ])('%s: %s', (key, written, expected) => {
    expect(outcome(written, target('savings', key))).toBe(expected);
  });

  test('a split gives each organisation its share, in per cent or as a fraction', () => {
    const split = target('savings', 'benefitSplit');
    const weights = [
      { organisation: 'CCG', weight: { value: '0.6', unit: 'share' } },
      { organisation: 'COUNCIL', weight: { value: '0.4', unit: 'share' } },
    ];
    expect(JSON.parse(outcome('Vale CCG 60%; COUNCIL: 0.4', split))).toEqual(weights);
    expect(outcome('Vale CCG', split)).toBe('refused: “Vale”');
    expect(outcome('CCG', split)).toBe('refused: “CCG”');
  });

  test('a refusal says what was read, what is allowed and the way out', () => {
    const read = readCell('Nowhere', target('savings', 'programme'), PLAIN);
    expect(read.kind === 'refused' ? sentenceOf(read.refusal) : '').toBe(
      'Read as “Nowhere”. Allowed: a programme of the scenario: Productive hospital (G1). Write its name or its id, or add the programme to the scenario first.',
    );
  });
});

describe('months', () => {
  // April 2018 is the thirteenth month of a base year 2017/18, counted from 0.
  test.each<readonly [string, number | undefined]>([
    ['Apr 2018', 12],
    ['April 2018', 12],
    ['apr-18', 12],
    ['Apr 18', 12],
    ['Apr18', 12],
    ['1 April 2018', 12],
    ['01-Apr-18', 12],
    ['01/04/2018', 12],
    ['1/4/2018', 12],
    ['30.04.2018', 12],
    ['04/2018', 12],
    ['2018-04-01', 12],
    ['2018-04', 12],
    ['2018-04-01 00:00:00', 12],
    ['Sept 2018', 17],
    ['Mar 2018', 11],
    ['Mar 2017', -1],
    ['12', 12],
    ['0', 0],
    ['13/2018', undefined],
    ['32/04/2018', undefined],
    ['April', undefined],
    ['Aprl 2018', undefined],
    ['Q1 2018', undefined],
    ['2018/19', undefined],
    ['12.5', undefined],
    ['43191', undefined],
  ])('%s', (written, month) => {
    expect(monthOfText(written, '2017/18')).toBe(month);
  });

  test('are written as they are read', () => {
    for (const month of [-1, 0, 8, 9, 12, 47]) expect(monthOfText(textOfMonth(String(month), '2017/18'), '2017/18')).toBe(month);
    expect(outcome('Apr 2018', target('savings', 'profile.startMonth'))).toBe('12');
    expect(outcome('soon', target('savings', 'profile.startMonth'))).toBe('refused: “soon”');
  });
});

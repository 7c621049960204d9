import { describe, expect, test } from 'vitest';
import { readScenarioFile, writeScenarioFile } from '../../../shared/scenario/file.ts';
import { readingText, type FileReading } from '../../../shared/scenario/file-reading.ts';
import { scenarioSchema } from '../../../shared/scenario/schema.ts';

const HEAD = {
  name: 'Plan',
  footprint: { id: 'F', name: 'Footprint' },
  baseYear: '2017/18',
  targetYear: '2020/21',
  horizonYear: '2020/21',
};
const fileOf = (scenario: object, rest: object = {}): string =>
  JSON.stringify({ format: 'footing-scenario', formatVersion: 1, scenario: { ...HEAD, ...scenario }, ...rest });

/** The problems of a file that does not fit, in words. */
function problemsOf(text: string): string[] {
  const reading = readScenarioFile(text);
  if (reading.kind !== 'invalid') throw new TypeError(`The file was ${reading.kind}.`);
  expect(reading.problemCount).toBe(reading.problems.length);
  return reading.problems.map((problem) => problem.text);
}

const SCHEME = {
  id: 'S1',
  name: 'Agency',
  category: 'CARTER',
  organisation: 'O',
  mechanism: 'CASH_EXTERNAL',
  profile: { kind: 'STEP', grossFullYearEffect: '1', startMonth: '12' },
};
const savings = (change: object): object => ({ savings: [{ ...SCHEME, ...change }] });
const PROFILE_KINDS = '"LINEAR", "S_CURVE", "STEP", "CUSTOM", "PROGRAMME", "NON_RECURRENT"';
const POUNDS = 'an amount in pounds as text, such as "1234.56", without commas, £ or exponent';
const MOMENT = 'a whole number of months from April of the base year, as text: "0" is that April, "12" the April after';
const ID = 'an id: a letter, then letters, digits, - or _, at most 64 characters';

describe('a place that does not fit says path, what was read and what is allowed', () => {
  test.each([
    [
      'a month that is none',
      savings({ profile: { ...SCHEME.profile, startMonth: 'Apr 18' } }),
      `savings[0].profile.startMonth: read "Apr 18"; allowed: ${MOMENT}.`,
    ],
    [
      'a duration',
      savings({ slippageMonths: '1.5' }),
      'savings[0].slippageMonths: read "1.5"; allowed: a whole number of months as text, such as "12".',
    ],
    [
      'a full input',
      savings({ profile: { ...SCHEME.profile, grossFullYearEffect: { value: '1,000' } } }),
      `savings[0].profile.grossFullYearEffect.value: read "1,000"; allowed: ${POUNDS}.`,
    ],
    [
      'a range',
      savings({ delivery: { value: '1', range: { low: 'x', likely: '1', high: '1' } } }),
      'savings[0].delivery.range.low: read "x"; allowed: a share as decimal text, such as "0.85" for 85%.',
    ],
    ['a wrong unit', savings({ delivery: { value: '1', unit: '%' } }), 'savings[0].delivery.unit: read "%"; allowed: "share".'],
    [
      'nothing where a number is needed',
      savings({ delivery: null }),
      'savings[0].delivery: read null; allowed: a share as decimal text, such as "0.85" for 85%.',
    ],
    [
      'a number that is too large to keep',
      savings({ runningCostPerYear: '1'.repeat(19) }),
      `savings[0].runningCostPerYear: read "${'1'.repeat(19)}"; allowed: ${POUNDS}.`,
    ],
    [
      'a year of a profile',
      savings({ profile: { kind: 'CUSTOM', grossFullYearEffect: '1', shareByYear: { '2018/19': '25%' } } }),
      'savings[0].profile.shareByYear["2018/19"]: read "25%"; allowed: a share as decimal text, such as "0.85" for 85%.',
    ],
    [
      'a kind that there is not',
      savings({ profile: { kind: 'CURVE' } }),
      `savings[0].profile.kind: read "CURVE"; allowed: ${PROFILE_KINDS}.`,
    ],
    ['a kind that is missing', savings({ profile: {} }), `savings[0].profile.kind: read nothing; allowed: ${PROFILE_KINDS}. Add it.`],
    [
      'a word that there is not',
      savings({ mechanism: 'CASH' }),
      'savings[0].mechanism: read "CASH"; allowed: "CASH_EXTERNAL", "CONTRACT_REDUCTION", "INCOME_EXTERNAL", "TRANSFER".',
    ],
    ['one of two words', { baselineStartsFrom: 'OUTTURN' }, 'baselineStartsFrom: read "OUTTURN"; allowed: "UNDERLYING" or "REPORTED".'],
    ['a word for yes', savings({ qualityImpact: 'yes' }), 'savings[0].qualityImpact: read "yes"; allowed: true or false.'],
    ['an id', savings({ id: 'S 1' }), `savings[0].id: read "S 1"; allowed: ${ID}.`],
    ['a reference', savings({ pool: '' }), `savings[0].pool: read ""; allowed: ${ID}.`],
    [
      'a long text',
      savings({ name: 'x'.repeat(301) }),
      `savings[0].name: read "${'x'.repeat(40)}…"; allowed: a text of at most 300 characters.`,
    ],
    ['a year', { baseYear: 2017 }, 'baseYear: read 2017; allowed: a financial year, such as "2020/21".'],
    ['a whole number', { simulation: { draws: 10.5 } }, 'simulation.draws: read 10.5; allowed: a whole number from 1000 to 1000000.'],
    ['a number too small', { simulation: { seed: -1 } }, 'simulation.seed: read -1; allowed: a whole number from 0 to 4294967295.'],
    ['a list that is none', { savings: {} }, 'savings: read an object in { }; allowed: a list in [ ] of at most 20000 items.'],
    [
      'a list that is too short',
      { pools: [{ id: 'P', name: 'P', kind: 'LINES', lines: [], share: '1' }] },
      'pools[0].lines: read a list of 0 items; allowed: a list in [ ] of at least 1 and at most 100 items.',
    ],
    ['an object that is none', { settings: ['x'] }, 'settings: read a list of 1 item; allowed: an object in { }.'],
    [
      'years that are none',
      { populationByYear: '300000' },
      'populationByYear: read "300000"; allowed: an object in { } with an entry for each financial year, such as "2020/21".',
    ],
    [
      'a key too long for a year',
      { populationByYear: { [`2020/21${'x'.repeat(20)}`]: '1' } },
      `populationByYear["2020/21${'x'.repeat(20)}"]: read the key "2020/21${'x'.repeat(20)}"; allowed: a key of at most 20 characters, such as "2020/21".`,
    ],
    [
      'an infinite number',
      { deflator: { rateByYear: { '2018/19': 'BARE' } } },
      'deflator.rateByYear["2018/19"]: read "1e9999"; allowed: a rate as decimal text, such as "0.021" for 2.1%.',
    ],
  ])('%s', (_, scenario, sentence) => {
    expect(problemsOf(fileOf(scenario).replace('"BARE"', '1e9999'))).toEqual([sentence]);
  });

  test('the envelope is named from the root', () => {
    const seal = { algorithm: 'MD5', value: 'x' };
    expect(problemsOf(fileOf({}, { status: { stage: 'FINAL' }, results: { reported: 1.5 }, seal }))).toEqual([
      'results: read an object in { }; allowed: texts, whole numbers, true, false, null, lists and objects, with amounts as decimal text.',
      'status.stage: read "FINAL"; allowed: "DRAFT", "ASSURED", "APPROVED".',
      'seal.algorithm: read "MD5"; allowed: "SHA-256".',
      'seal.value: read "x"; allowed: 64 hexadecimal digits, 0 to 9 and a to f.',
    ]);
    expect(problemsOf('{"format":"footing-scenario","formatVersion":1}')).toEqual([
      'scenario: read nothing; allowed: an object in { }. Add it.',
    ]);
  });
});

describe('an unknown key says where and what is known there', () => {
  const unknown = (path: string, keys: string): string =>
    `${path}: read a key that is not known here; allowed: ${keys}. Correct its spelling or take it out.`;

  test.each([
    ['of the scenario', { footprint: { ...HEAD.footprint, size: 1 } }, [unknown('footprint.size', 'id, name')]],
    [
      'of an input',
      savings({ delivery: { value: '1', sauce: 'x' } }),
      [unknown('savings[0].delivery.sauce', 'confidence, date, note, owner, range, source, unit, value')],
    ],
    [
      'of a kind of profile',
      savings({ profile: { ...SCHEME.profile, shareByYear: {} } }),
      [unknown('savings[0].profile.shareByYear', 'grossFullYearEffect, kind, rampMonths, startMonth')],
    ],
    [
      'of a rating',
      { settings: { deliveryByRating: { PINK: '1' } } },
      [unknown('settings.deliveryByRating.PINK', 'BLUE, GREEN, AMBER_GREEN, AMBER, AMBER_RED, RED')],
    ],
    [
      'each of several',
      { footprint: { ...HEAD.footprint, a: 1, 'b c': 2 } },
      [unknown('footprint.a', 'id, name'), unknown('footprint["b c"]', 'id, name')],
    ],
  ])('%s', (_, scenario, sentences) => {
    expect(problemsOf(fileOf(scenario))).toEqual(sentences);
  });

  test('of the file', () => {
    expect(problemsOf(fileOf({}, { lines: [] }))).toEqual([
      unknown('lines', 'engine, format, formatVersion, results, scenario, seal, status'),
    ]);
  });
});

describe('of many problems the first 50 are listed', () => {
  const invalid = (text: string): FileReading & { kind: 'invalid' } => {
    const reading = readScenarioFile(text);
    if (reading.kind !== 'invalid') throw new TypeError(reading.kind);
    expect(reading.problems).toHaveLength(50);
    return reading;
  };
  const bad = { ...SCHEME, id: '' };

  test('and all are counted', () => {
    const unknown = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`key${String(index)}`, 0]));
    const reading = invalid(fileOf({ ...unknown, savings: Array.from({ length: 1499 }, (_, index) => (index < 500 ? SCHEME : bad)) }));
    expect(reading).toMatchObject({ problemCount: 1059, isCountComplete: true, problems: { 0: { path: 'savings[500].id' } } });
    expect(readingText(reading, 'plan.footing')).toMatch(
      /plan\.footing: 1,059 problems\.\n- .*\n- and 1,009 more\nYour file is untouched\. Correct these places, or ask the sender for a fresh copy\.$/s,
    );
  });

  test('and a long list that is wrong throughout is not looked through to its end', () => {
    const reading = invalid(fileOf({ savings: Array.from({ length: 5000 }, (_, index) => (index < 700 ? SCHEME : bad)) }));
    expect(reading).toMatchObject({ problemCount: 1300, isCountComplete: false, problems: { 0: { path: 'savings[700].id', read: '""' } } });
    expect(readingText(reading, 'plan.footing')).toMatch(/plan\.footing: at least 1,300 problems\.\n- .*\n- and at least 1,250 more\n/s);
  });
});

describe('what a person is told', () => {
  const text = (reading: FileReading): string => readingText(reading, 'plan.footing');
  const sealed = writeScenarioFile(scenarioSchema.parse(HEAD), { engineVersion: '0.1.0' });

  test.each([
    [
      '{"format":"footing-scenario","scenario":{\n"savings":[{"delivery": eighty',
      'This file is damaged and was not opened. plan.footing, line 2, column 25: found the word "eighty", expected a share as decimal text, such as "0.85" for 85%. Your file is untouched. Ask the sender for a fresh copy, or correct that line.',
    ],
    [
      '{"format":"footing-scenario","formatVersion":3,"engine":"1.4"}',
      'Needs Footing 1.4 or later. Nothing was changed. Ask the sender for a format 1 copy.',
    ],
    [
      '{"format":"footing-scenario","formatVersion":3}',
      'Needs a Footing that reads format 3. Nothing was changed. Ask the sender for a format 1 copy.',
    ],
    [
      'PK',
      'plan.footing is not a Footing scenario, and was not opened. A scenario file is a text that starts with { and says "format": "footing-scenario". Your file is untouched.',
    ],
    [
      `\n${'['.repeat(40)}`,
      'This file is too large and was not opened. plan.footing, line 2: brackets stand more than 32 deep. Your file is untouched. Ask the sender for a smaller copy, such as one without results.',
    ],
    [
      `[${'0,'.repeat(100_000)}0]`,
      'This file is too large and was not opened. plan.footing, line 1: the lists of the file have more than 100,000 items together. Your file is untouched. Ask the sender for a smaller copy, such as one without results.',
    ],
    [
      fileOf({ illustrative: 1 }),
      'This file does not fit what Footing reads and was not opened. plan.footing: 1 problem.\n- illustrative: read 1; allowed: true or false.\nYour file is untouched. Correct these places, or ask the sender for a fresh copy.',
    ],
    [
      sealed.replace('"Plan"', '5'),
      'This file does not fit what Footing reads and was not opened. plan.footing: 1 problem.\n- name: read 5; allowed: a text of at most 300 characters.\nYour file is untouched. It was also changed after it was sealed. Correct these places, or ask the sender for a fresh copy.',
    ],
    [
      sealed.replace('"Plan"', '"Plot"'),
      'plan.footing was changed after it was sealed: its content does not match its seal. Ask the sender for a fresh copy; or, if you changed it yourself, open it as a file edited by hand and save it again.',
    ],
    [sealed, 'plan.footing is sealed, and its content is what was sealed.'],
    [fileOf({}), 'plan.footing carries no seal, so nothing tells whether it was changed. Save it from Footing to seal it.'],
  ])('%#', (file, sentence) => {
    expect(text(readScenarioFile(file))).toBe(sentence);
  });

  test('the limits of size and entries are named too', () => {
    expect(text({ kind: 'too-large', limit: 'bytes', allowed: 20_000_000, line: 1 })).toContain('the file is larger than 20 MB');
    expect(text({ kind: 'too-large', limit: 'entries', allowed: 250_000, line: 9 })).toContain(
      'line 9: the file has more than 250,000 entries',
    );
  });
});

import { describe, expect, test } from 'vitest';
import { canonicalJson, isJsonObject } from '../../../shared/scenario/canonical.ts';
import { ScenarioFileError, readScenarioFile, writeScenarioFile } from '../../../shared/scenario/file.ts';
import { type FileReading, type ScenarioFile } from '../../../shared/scenario/file-reading.ts';
import { fingerprint } from '../../../shared/scenario/fingerprint.ts';
import { scenarioSchema } from '../../../shared/scenario/schema.ts';
import { readStrictJson, type JsonObject } from '../../../shared/scenario/strict-json.ts';

const WRITTEN = {
  name: 'Plan',
  footprint: { id: 'F', name: 'Footprint' },
  baseYear: '2017/18',
  targetYear: '2020/21',
  horizonYear: '2020/21',
  organisations: [{ id: 'CCG', name: 'Commissioner', type: 'CCG', openingCash: 1000000 }],
  savings: [
    {
      id: 'S1',
      name: 'Agency',
      category: 'WORKFORCE_AGENCY',
      organisation: 'CCG',
      mechanism: 'CASH_EXTERNAL',
      profile: {
        kind: 'LINEAR',
        grossFullYearEffect: '4000000.50',
        startMonth: { value: '12', source: 'Board paper', range: { low: 6, likely: 12, high: 18 } },
      },
    },
  ],
};
const SCENARIO = scenarioSchema.parse(WRITTEN);
const RESULTS = { reported: { '2020/21': '-4278659.77' }, checks: 14, verdict: null };
const STATUS = { stage: 'ASSURED', role: 'System director of finance', date: '2018-03-01' } as const;
const SEALED = writeScenarioFile(SCENARIO, { engineVersion: '0.1.0', results: RESULTS, status: STATUS });

const byHand = (content: object): string => JSON.stringify({ format: 'footing-scenario', formatVersion: 1, ...content });

function contentOf(text: string): JsonObject {
  const reading = readStrictJson(text);
  if (reading.kind !== 'read' || !isJsonObject(reading.value)) throw new TypeError('The file is no object.');
  return reading.value;
}

function opened(reading: FileReading): ScenarioFile {
  if (reading.kind !== 'opened') throw new TypeError(`The file did not open: ${reading.kind}.`);
  return reading.file;
}

describe('a file that Footing wrote', () => {
  test('opens with its seal intact and everything in it', () => {
    const reading = readScenarioFile(SEALED);
    expect(reading).toMatchObject({ kind: 'opened', seal: 'intact' });
    expect(opened(reading)).toEqual({
      scenario: SCENARIO,
      engineVersion: '0.1.0',
      results: RESULTS,
      status: STATUS,
      migratedFrom: undefined,
    });
  });

  test('is saved again to the same bytes', () => {
    const file = opened(readScenarioFile(SEALED));
    expect(writeScenarioFile(file.scenario, file)).toBe(SEALED);
  });

  test('is canonical JSON that says what it is', () => {
    expect(SEALED).toBe(canonicalJson(contentOf(SEALED)));
    expect(SEALED).toMatch(/^\{\n {2}"engine": "0\.1\.0",\n {2}"format": "footing-scenario",\n {2}"formatVersion": 1,\n {2}"results"/);
    expect(SEALED).toContain('"grossFullYearEffect": {\n            "unit": "£",\n            "value": "4000000.5"\n');
  });

  test('carries a seal that other tools compute alike', () => {
    const text = writeScenarioFile(scenarioSchema.parse({ ...WRITTEN, organisations: [], savings: [] }), { engineVersion: undefined });
    // jq -S 'del(.seal)' plan.footing | sha256sum
    expect(contentOf(text)['seal']).toEqual({
      algorithm: 'SHA-256',
      value: 'ccf1c58dc8cec04159546775e9e78600ca3fa013c39c40d18c4ababbcb07921a',
    });
  });

  test.each([
    ['laid out otherwise', (text: string) => JSON.stringify(contentOf(text))],
    ['with its keys in another order', (text: string) => JSON.stringify(Object.fromEntries(Object.entries(contentOf(text)).reverse()))],
    ['with a byte order mark and Windows line ends', (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
  ])('keeps its seal %s', (_, change) => {
    expect(readScenarioFile(change(SEALED))).toMatchObject({ kind: 'opened', seal: 'intact', file: { scenario: SCENARIO } });
  });

  test.each([
    ['a figure of the scenario', '"value": "4000000.5"', '"value": "4000000.6"'],
    ['a note', '"source": "Board paper"', '"source": "Another"'],
    ['a result', '-4278659.77', '-4278659.78'],
    ['the engine', '"engine": "0.1.0"', '"engine": "0.2.0"'],
    ['the status', '"stage": "ASSURED"', '"stage": "APPROVED"'],
    ['an amount to a fraction that is no text', '"value": "4000000.5"', '"value": 4000000.5'],
    ['the seal', '"value": "', '"value": "'],
  ])('is altered after a change of %s, and its content is there for who asks', (what, before, after) => {
    const changed = what === 'the seal' ? SEALED.replace(/"[0-9a-f]{64}"/, `"${'0'.repeat(64)}"`) : SEALED.replace(before, after);
    expect(changed).not.toBe(SEALED);
    const reading = readScenarioFile(changed);
    expect(reading.kind).toBe('altered');
    expect(reading).not.toHaveProperty('scenario');
    expect(reading.kind === 'altered' && reading.file.scenario.name).toBe('Plan');
  });
});

describe('a file written by hand', () => {
  test('needs no seal, no engine and no full inputs', () => {
    const reading = readScenarioFile(byHand({ scenario: WRITTEN }));
    expect(reading).toMatchObject({ kind: 'opened', seal: 'absent' });
    expect(opened(reading)).toEqual({
      scenario: SCENARIO,
      engineVersion: undefined,
      results: undefined,
      status: undefined,
      migratedFrom: undefined,
    });
  });

  test('is sealed by saving it, and has the fingerprint of what Footing writes', () => {
    const file = opened(readScenarioFile(byHand({ scenario: WRITTEN })));
    const saved = writeScenarioFile(file.scenario, { ...file, engineVersion: '0.1.0' });
    expect(readScenarioFile(saved)).toMatchObject({ kind: 'opened', seal: 'intact' });
    expect(fingerprint(file.scenario)).toBe(fingerprint(SCENARIO));
  });

  test('may write numbers bare, and none loses a digit', () => {
    const text = byHand({ scenario: WRITTEN }).replace('"openingCash":1000000', '"openingCash":12345678901234567.8900');
    expect(opened(readScenarioFile(text)).scenario.organisations[0]?.openingCash).toEqual({ value: '12345678901234567.89', unit: '£' });
  });
});

describe('what is no scenario file', () => {
  test.each([
    'PK\u0003\u0004',
    'name,amount\nA,1',
    '[]',
    '"footing-scenario"',
    '{}',
    '{"format":"other","formatVersion":1}',
    'x'.repeat(30_000_000).slice(0, 1000),
  ])('%j is not ours', (text) => {
    expect(readScenarioFile(text)).toEqual({ kind: 'not-ours' });
  });
});

describe('a file of a version to come', () => {
  test('is refused with the version needed, whatever else is in it', () => {
    expect(readScenarioFile('{"format":"footing-scenario","formatVersion":3,"engine":"1.4","plan":{}}')).toEqual({
      kind: 'newer',
      formatVersion: 3,
      engineVersion: '1.4',
    });
    expect(readScenarioFile('{"format":"footing-scenario","formatVersion":2,"engine":5}')).toEqual({
      kind: 'newer',
      formatVersion: 2,
      engineVersion: undefined,
    });
  });

  test.each([undefined, '1', 0, -1, 1.5, null])('a version %j is none', (formatVersion) => {
    const reading = readScenarioFile(JSON.stringify({ format: 'footing-scenario', formatVersion, scenario: WRITTEN }));
    expect(reading).toMatchObject({ kind: 'invalid', problemCount: 1, problems: [{ path: 'formatVersion', allowed: '1' }] });
  });
});

describe('a damaged file', () => {
  test('says line, column, what was found and what the place takes', () => {
    const text = SEALED.replace('"value": "4000000.5"', '"value": eighty');
    const line = text.slice(0, text.indexOf('eighty')).split('\n').length;
    expect(readScenarioFile(text)).toEqual({
      kind: 'damaged',
      line,
      column: 22,
      path: 'scenario.savings[0].profile.grossFullYearEffect.value',
      found: 'the word "eighty"',
      expected: 'an amount in pounds as text, such as "1234.56", without commas, £ or exponent',
    });
  });

  test.each(['', ' \n', '{', '\ufeff{"format":"footing-scenario"'])('%j breaks off', (text) => {
    expect(readScenarioFile(text)).toMatchObject({ kind: 'damaged', found: 'the end of the file' });
  });

  test('is told from one that is too large', () => {
    expect(readScenarioFile(byHand({ scenario: { savings: Array.from({ length: 100_001 }, () => 0) } }))).toEqual({
      kind: 'too-large',
      limit: 'rows',
      allowed: 100_000,
      line: 1,
    });
  });
});

describe('writing', () => {
  test('refuses a scenario that would not open again, and says why', () => {
    const scenario = { ...SCENARIO, name: 'x'.repeat(301) };
    expect(() => writeScenarioFile(scenario, { engineVersion: '0.1.0' })).toThrow(ScenarioFileError);
    expect(() => writeScenarioFile(scenario, { engineVersion: '0.1.0' })).toThrow(
      /was not written.*name: read "x{40}…"; allowed: a text of at most 300 characters\. Correct this and save again\./s,
    );
  });

  test('refuses results that no file can hold', () => {
    expect(() => writeScenarioFile(SCENARIO, { engineVersion: '0.1.0', results: { reported: 1.5 } })).toThrow(
      'Found the number 1.5, which cannot be written',
    );
  });
});

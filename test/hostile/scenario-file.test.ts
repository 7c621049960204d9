import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { readScenarioFile } from '../../shared/scenario/file.ts';
import { readingText, type FileReading } from '../../shared/scenario/file-reading.ts';
import { FILE_LIMITS } from '../../shared/scenario/strict-json.ts';

const KINDS = new Set<FileReading['kind']>(['opened', 'altered', 'not-ours', 'newer', 'damaged', 'invalid', 'too-large']);
const shipped = (name: string): Buffer => readFileSync(new URL(`../../scenarios/${name}.footing`, import.meta.url));
const LARGE = shipped('worked-example-b');
const SMALL = shipped('west-yorkshire-harrogate-2016');

const slowest = { milliseconds: 0, what: '' };

/** Reads a text, and holds that the answer is one of those stated, in a sentence for people. */
function answer(text: string, what: string): FileReading {
  const start = performance.now();
  const reading = readScenarioFile(text);
  const sentence = readingText(reading, 'plan.footing');
  const milliseconds = performance.now() - start;
  if (milliseconds > slowest.milliseconds) Object.assign(slowest, { milliseconds, what });
  expect(KINDS).toContain(reading.kind);
  expect(sentence).toMatch(/^[A-Z]|^plan\.footing/);
  expect(sentence).not.toMatch(/undefined|\[object|\bat .*\.ts:/);
  return reading;
}

afterAll(() => {
  process.stdout.write(`Slowest answer to a hostile file: ${slowest.what}, ${slowest.milliseconds.toFixed(0)} ms\n`);
});

/** Random numbers from a seed (mulberry32): whole, from 0 up to but not including `below`. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** The same bytes with one to four faults: a byte replaced, a bit turned, bytes lost, bytes twice, or a byte put in that means something in JSON. */
function spoilt(bytes: Buffer, random: (below: number) => number): Buffer {
  let spoiling = Buffer.from(bytes);
  for (let left = 1 + random(4); left > 0; left -= 1) {
    const at = random(spoiling.length);
    const kind = random(5);
    if (kind === 0) spoiling[at] = random(256);
    else if (kind === 1) spoiling[at] = (spoiling[at] ?? 0) ^ (1 << random(8));
    else if (kind === 2) spoiling = Buffer.concat([spoiling.subarray(0, at), spoiling.subarray(at + 1 + random(20))]);
    else if (kind === 3) spoiling = Buffer.concat([spoiling.subarray(0, at + random(20)), spoiling.subarray(at)]);
    else spoiling[at] = '"{}[]:,\\0-e.u\n'.charCodeAt(random(14));
  }
  return spoiling;
}

describe('a file that breaks off', () => {
  test('at every fiftieth of its length is damaged, and says so', () => {
    for (const bytes of [LARGE, SMALL]) {
      for (let part = 0; part < 50; part += 1) {
        const text = bytes.subarray(0, Math.floor((bytes.length * part) / 50)).toString('utf8');
        expect(answer(text, `broken off at ${String(part)}/50`).kind).toBe('damaged');
      }
      expect(answer(bytes.toString('utf8'), 'the whole file')).toMatchObject({ kind: 'opened', seal: 'intact' });
    }
  });

  test('at its beginning is no file of ours, or damaged', () => {
    for (let part = 1; part < 50; part += 1) {
      const text = LARGE.subarray(Math.floor((LARGE.length * part) / 50)).toString('utf8');
      expect(['not-ours', 'damaged']).toContain(answer(text, `begun at ${String(part)}/50`).kind);
    }
  });
});

describe('10,000 files with bytes changed', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('seed %i', (seed) => {
    const random = randomFrom(seed);
    const counts = new Map<string, number>();
    for (let run = 0; run < 1000; run += 1) {
      const { kind } = answer(spoilt(SMALL, random).toString('utf8'), `seed ${String(seed)}, run ${String(run)}`);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    // Most faults break the JSON; some leave it whole and break the seal; a few leave all as it was.
    expect(counts.get('damaged')).toBeGreaterThan(300);
    expect(counts.get('altered')).toBeGreaterThan(50);
  });
});

const HEAD = '"name":"x","footprint":{"id":"F","name":"F"},"baseYear":"2017/18","targetYear":"2020/21","horizonYear":"2020/21"';
const file = (scenario: string, rest = ''): string =>
  `{"format":"footing-scenario","formatVersion":1,"scenario":{${HEAD}${scenario}}${rest}}`;
const seal = `,"seal":{"algorithm":"SHA-256","value":"${'0'.repeat(64)}"}`;
const keys = (count: number, held: string): string =>
  Array.from({ length: count }, (_, index) => `"k${String((index * 7919) % count)}":${held}`).join(',');
const most = FILE_LIMITS.entries - 100;

describe('nested, endless or poisoned content', () => {
  test.each<[string, () => string, FileReading['kind']]>([
    ['nothing', () => '', 'damaged'],
    ['ten million lists in one another', () => `{"format":${'['.repeat(10_000_000)}`, 'too-large'],
    ['three million objects in one another', () => '{"a":'.repeat(3_000_000), 'too-large'],
    ['nesting inside a field', () => file(`,"savings":${'['.repeat(40)}${']'.repeat(40)}`), 'too-large'],
    ['a million items', () => file(`,"savings":[${'0,'.repeat(1_000_000)}0]`), 'too-large'],
    ['a million keys', () => file(`,"populationByYear":{${keys(1_000_000, '0')}}`), 'too-large'],
    ['more than 20 MB', () => file(`,"description":"${'x'.repeat(21_000_000)}"`), 'too-large'],
    ['more than 20 MB in UTF-8 only', () => file(`,"description":"${'€'.repeat(7_000_000)}"`), 'too-large'],
    ['19 MB of spaces', () => `${' '.repeat(19_000_000)}x`, 'not-ours'],
    ['19 MB of lines', () => `{${'\n'.repeat(19_000_000)}`, 'damaged'],
    ['one text of 19 MB', () => file(`,"description":"${'x'.repeat(19_000_000)}"`), 'invalid'],
    ['one key of 19 MB', () => file(`,"${'x'.repeat(19_000_000)}":0`), 'invalid'],
    ['nine million escapes', () => file(`,"description":"${'\\n'.repeat(9_000_000)}"`, seal), 'invalid'],
    ['a number of 19 MB', () => file(`,"populationByYear":{"2018/19":${'9'.repeat(19_000_000)}}`), 'invalid'],
    ['a number as text of 19 MB', () => file(`,"populationByYear":{"2018/19":"${'9'.repeat(19_000_000)}"}`), 'invalid'],
    ['idle zeros before the last digit', () => file(`,"populationByYear":{"2018/19":"0.${'0'.repeat(2_000_000)}1"}`), 'invalid'],
    ['as many unknown keys as may be', () => file(`,${keys(most, '0')}`), 'invalid'],
    ['as many years as may be', () => file(`,"populationByYear":{${keys(most, '{}')}}`), 'invalid'],
    ['as many results as may be, sealed', () => file('', `${seal},"results":{${keys(most, '0')}}`), 'altered'],
    [
      'as many empty schemes as may be',
      () => file(`,${['shifts', 'savings', 'capital', 'flows', 'lines'].map((list) => `"${list}":[${'{},'.repeat(19_990)}{}]`).join(',')}`),
      'invalid',
    ],
    ['a control character', () => file(',"description":"\u0000"'), 'damaged'],
    ['half a surrogate pair', () => file(',"description":"\ud800"'), 'opened'],
    ['half a surrogate pair, escaped', () => file(',"description":"\\udfff"'), 'opened'],
  ])('%s', (what, text, kind) => {
    expect(answer(text(), what).kind).toBe(kind);
  });
});

describe('numbers that are none', () => {
  const amount = (written: string): string => file(`,"deflator":{"rateByYear":{"2018/19":${written}}}`);

  test.each(['NaN', 'Infinity', '-Infinity', '+1', '.5', '5.', '0x10', '1_000', '1,000', '01', '--1', '1e', 'nil', 'None'])(
    '%s is damage',
    (written) => {
      expect(answer(amount(written), written).kind).toBe('damaged');
    },
  );

  test.each([
    '1e9999',
    '-1E+9999',
    '1e-9999',
    '1e3',
    `1${'0'.repeat(400)}`,
    `0.${'1'.repeat(31)}`,
    '"NaN"',
    '"Infinity"',
    '"1e5"',
    '"0x10"',
    '"١٢"',
    '" "',
    '"-"',
    '"1,000"',
    '"£5"',
  ])('%s does not fit, and is named by its path', (written) => {
    expect(answer(amount(written), written)).toMatchObject({
      kind: 'invalid',
      problemCount: 1,
      problems: [{ path: 'deflator.rateByYear["2018/19"]' }],
    });
  });
});

describe('keys that are none', () => {
  test.each(['__proto__', 'constructor', 'prototype'])('%s is refused wherever it stands', (key) => {
    const escaped = [...key].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
    for (const written of [key, escaped]) {
      const poison = `"${written}":{"polluted":true}`;
      for (const text of [
        `{${poison}}`,
        file(`,${poison}`),
        file(`,"savings":[{${poison}}]`),
        file(`,"populationByYear":{${poison}}`),
        file('', `,"results":{"a":[{${poison}}]}`),
      ]) {
        expect(answer(text, written)).toMatchObject({ kind: 'damaged', found: `the key "${key}"` });
      }
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('a key that stands twice is refused with its path', () => {
    expect(answer(file(',"savings":[{"id":"S1","id":"S2"}]'), 'twice')).toMatchObject({
      kind: 'damaged',
      found: 'the key scenario.savings[0].id a second time',
    });
    expect(answer(file(',"name":"y"'), 'twice')).toMatchObject({ kind: 'damaged', found: 'the key scenario.name a second time' });
    expect(answer(file(',"n\\u0061me":"y"'), 'twice, escaped')).toMatchObject({ kind: 'damaged' });
    expect(answer(file('', ',"format":"footing-scenario"'), 'twice')).toMatchObject({
      kind: 'damaged',
      found: 'the key format a second time',
    });
  });

  test.each(['toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', 'length'])('%s is a key like any other', (key) => {
    expect(answer(file(`,"${key}":0`), key)).toMatchObject({ kind: 'invalid', problems: [{ path: key }] });
    expect(answer(file('', `,"results":{"${key}":"1"}`), key).kind).toBe('opened');
  });
});

describe('an envelope that is none', () => {
  test.each(['null', '0', '"x"', '[]', '{}', 'true', '[{"format":"footing-scenario"}]', '{"format":["footing-scenario"]}'])(
    '%s',
    (text) => {
      expect(answer(text, text).kind).toBe('not-ours');
    },
  );

  test.each(['1e9999', '-1', '"1"', 'null', '[1]', '{}', '0.5', 'true'])('format version %s', (version) => {
    expect(answer(`{"format":"footing-scenario","formatVersion":${version},"scenario":{}}`, version).kind).toBe('invalid');
  });

  test.each(['null', '0', '"x"', '[]', 'true'])('a scenario, a seal and results that are %s', (part) => {
    const text = `{"format":"footing-scenario","formatVersion":1,"engine":${part},"scenario":${part},"seal":${part},"results":${part},"status":${part}}`;
    expect(answer(text, part)).toMatchObject({ kind: 'invalid', seal: 'broken' });
  });
});

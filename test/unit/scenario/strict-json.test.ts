import { describe, expect, test } from 'vitest';
import {
  ANY_VALUE,
  FILE_LIMITS,
  pathText,
  readStrictJson,
  type JsonReading,
  type JsonValue,
} from '../../../shared/scenario/strict-json.ts';

/** "line:column path | found | expected" of a text that is refused. */
function refusal(text: string): string {
  const reading = readStrictJson(text);
  if (reading.kind !== 'damaged') return reading.kind;
  return `${String(reading.line)}:${String(reading.column)} ${pathText(reading.path)} | ${reading.found} | ${reading.expected}`;
}

const read = (value: JsonValue): JsonReading => ({ kind: 'read', value });

describe('what JSON allows is read', () => {
  test.each([
    ['{"a": [1, "two", true, false, null, {}, []]}', { a: [1, 'two', true, false, null, {}, []] }],
    [' \t\r\n"text"\n', 'text'],
    [String.raw`"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"`, '"\\/\b\f\n\r\té😀'],
    ['\ufeff{"a":1}', { a: 1 }],
    ['{"a":{"b":1},"c":{"b":1}}', { a: { b: 1 }, c: { b: 1 } }],
    ['{"":1,"toString":2,"hasOwnProperty":3}', { '': 1, toString: 2, hasOwnProperty: 3 }],
  ])('%s', (text, value) => {
    expect(readStrictJson(text)).toEqual(read(value));
  });

  test('half of a surrogate pair is kept, escaped or not', () => {
    expect(readStrictJson(String.raw`"\ud800"`)).toEqual(read('\ud800'));
    expect(readStrictJson('"\udc00"')).toEqual(read('\udc00'));
  });
});

describe('no digit of a number is lost', () => {
  test.each([
    ['0', 0],
    ['-0', 0],
    ['-12', -12],
    ['1234.56', 1234.56],
    ['1.50', 1.5],
    ['9007199254740991', 9007199254740991],
    ['0.1', 0.1],
  ])('%s is a number', (text, value) => {
    expect(readStrictJson(text)).toStrictEqual(read(value));
  });

  test.each(['12345678901234567.89', '9007199254740993', '0.1000000000000000055', '1e9999', '-1E+2', '1e3', '1e-7', '9'.repeat(100_000)])(
    '%s stays text',
    (text) => {
      expect(readStrictJson(text)).toEqual(read(text));
    },
  );
});

describe('what is refused says where, what was found and what is expected', () => {
  test.each([
    ['', `1:1  | the end of the file | ${ANY_VALUE}`],
    ['{\n "a": 1,\n "b": eighty\n}', `3:7 b | the word "eighty" | ${ANY_VALUE}`],
    ['{"a":[1,{"b":NaN}]}', `1:14 a[1].b | the word "NaN" | ${ANY_VALUE}`],
    ['{"a":True}', `1:6 a | the word "True" | ${ANY_VALUE}`],
    ['{"a":\r\n+1}', `2:1 a | "+" | ${ANY_VALUE}`],
    ['[1,]', `1:4 [1] | "]" | ${ANY_VALUE}`],
    ['{"a":1,}', '1:8  | "}" | a key in double quotes'],
    ['{a:1}', '1:2  | the word "a" | a key in double quotes'],
    ["{'a':1}", '1:2  | "\'" | a key in double quotes'],
    ['{"a" 1}', '1:6  | the number 1 | a colon after the key "a"'],
    ['{"a":1 "b":2}', '1:8  | a text in double quotes | a comma or "}"'],
    ['[1 2]', '1:4  | the number 2 | a comma or "]"'],
    ['{"a":1', '1:7  | the end of the file | a comma or "}"'],
    ['{"a":1} {', '1:9  | "{" | the end of the file'],
    ['{"a":007}', '1:6 a | "007" | a number as JSON writes it, such as 1234.5'],
    ['{"a":1.}', '1:6 a | "1." | a number as JSON writes it, such as 1234.5'],
    ['{"a":-Infinity}', '1:6 a | "-Infinity" | a number as JSON writes it, such as 1234.5'],
    ['{"a":"b\nc"}', '1:8 a | the end of the line | the double quote that ends the text'],
    ['{"a":"b\u0001"}', '1:8 a | the control character U+0001 | the double quote that ends the text'],
    ['{"a":"b', '1:8 a | the end of the file | the double quote that ends the text'],
    [String.raw`{"a":"\x"}`, String.raw`1:7 a | the escape \x | one of \" \\ \/ \b \f \n \r \t, or \u and four hexadecimal digits`],
    [String.raw`{"a":"\u12g4"}`, String.raw`1:7 a | the escape \u12g4 | one of \" \\ \/ \b \f \n \r \t, or \u and four hexadecimal digits`],
    ['{"a":{"b":1,"c":2,"b":3}}', '1:19 a | the key a.b a second time | each key once'],
    [String.raw`{"a":1,"\u0061":2}`, '1:8  | the key a a second time | each key once'],
  ])('%s', (text, expected) => {
    expect(refusal(text)).toBe(expected);
  });

  test.each(['__proto__', 'constructor', 'prototype'])('the key %s is never allowed, however it is written', (key) => {
    const escaped = `\\u${key.charCodeAt(0).toString(16).padStart(4, '0')}${key.slice(1)}`;
    for (const written of [key, escaped]) {
      expect(refusal(`{"a":[{"${written}":{"b":1}}]}`)).toBe(
        `1:8 a[0] | the key "${key}" | a key that a scenario may have; this one is never allowed`,
      );
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('lines end as on any system', () => {
    expect(refusal('[\n\r\n\r\n\r1,\rx')).toMatch(/^6:1 /);
  });

  test('a long word and a long key are cut', () => {
    expect(refusal('x'.repeat(1_000_000))).toBe(`1:1  | the word "${'x'.repeat(40)}…" | ${ANY_VALUE}`);
    expect(refusal(`{"${'k'.repeat(1_000_000)}"}`)).toContain(`a colon after the key "${'k'.repeat(40)}…"`);
  });
});

describe('limits hold before anything is built', () => {
  const tooLarge = (limit: keyof typeof FILE_LIMITS, line = 1): JsonReading => ({
    kind: 'too-large',
    limit,
    allowed: FILE_LIMITS[limit],
    line,
  });

  test('bytes are counted as UTF-8', () => {
    const filled = (character: string, bytes: number) => `"${character.repeat((bytes - 2) / Buffer.byteLength(character))}"`;
    for (const character of ['x', 'é', '€', '😀']) {
      expect(Buffer.byteLength(filled(character, FILE_LIMITS.bytes - 10))).toBeLessThanOrEqual(FILE_LIMITS.bytes);
      expect(readStrictJson(filled(character, FILE_LIMITS.bytes - 10)).kind).toBe('read');
      expect(readStrictJson(filled(character, FILE_LIMITS.bytes + 14))).toEqual(tooLarge('bytes'));
    }
  });

  test('depth counts lists and objects', () => {
    const nested = (depth: number): string => `{"a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;
    expect(readStrictJson(nested(FILE_LIMITS.depth)).kind).toBe('read');
    expect(readStrictJson(nested(FILE_LIMITS.depth + 1))).toEqual(tooLarge('depth'));
    expect(readStrictJson('{"a":'.repeat(FILE_LIMITS.depth + 1))).toEqual(tooLarge('depth'));
  });

  test('rows are counted over all lists', () => {
    const rows = (count: number) => `{"a":[${'0,'.repeat(49_999)}0],\n"b":[${'0,'.repeat(count - 50_001)}0]}`;
    expect(readStrictJson(rows(FILE_LIMITS.rows)).kind).toBe('read');
    expect(readStrictJson(rows(FILE_LIMITS.rows + 1))).toEqual(tooLarge('rows', 2));
  });

  test('entries are the keys of all objects and the rows', () => {
    const entries = (count: number) =>
      `[${Array.from({ length: 2 }, (_, half) => `{${Array.from({ length: (count - 2) / 2 }, (_, key) => `"${String(half + key)}":0`).join(',')}}`).join(',')}]`;
    expect(readStrictJson(entries(FILE_LIMITS.entries)).kind).toBe('read');
    expect(readStrictJson(entries(FILE_LIMITS.entries + 2))).toEqual(tooLarge('entries'));
  });
});

test('a path is written as people write it', () => {
  expect(pathText(['savings', 2, 'profile', 'shareByYear', '2018/19', 'a"b\n'])).toBe(
    String.raw`savings[2].profile.shareByYear["2018/19"]["a\"b\n"]`,
  );
  expect(pathText([0, 'a'])).toBe('[0].a');
  expect(pathText([])).toBe('');
});
